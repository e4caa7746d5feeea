from django.urls import path

from contacts.desk import officer, verification

urlpatterns = [
    path("ny-kontaktperson/", officer.change_of_officer, name="change_of_officer"),
    path("bekrefte/", verification.verification, name="verification"),
]
