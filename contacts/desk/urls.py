from django.urls import path

from contacts.desk import absences, hiding, officer, verification

urlpatterns = [
    path("ny-kontaktperson/", officer.change_of_officer, name="change_of_officer"),
    path("ny-kontaktperson/<int:pk>/avlys/", officer.call_off_change, name="call_off_change"),
    path("fravaer/", absences.absences, name="absences"),
    path("fravaer/<int:pk>/", absences.absence, name="absence"),
    path("bekrefte/", verification.verification, name="verification"),
    path("personer/<int:pk>/skjul/", hiding.hide_person, name="hide_person"),
    path("personer/<int:pk>/vis/", hiding.show_person, name="show_person"),
]
