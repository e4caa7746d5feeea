from django.urls import path

from contacts.desk import officer

urlpatterns = [
    path("ny-kontaktperson/", officer.change_of_officer, name="change_of_officer"),
]
