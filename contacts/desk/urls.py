from django.urls import path

from contacts.desk import absences, officer, verification

urlpatterns = [
    path("ny-kontaktperson/", officer.change_of_officer, name="change_of_officer"),
    path("fravaer/", absences.absences, name="absences"),
    path("fravaer/<int:pk>/", absences.absence, name="absence"),
    path("bekrefte/", verification.verification, name="verification"),
]
