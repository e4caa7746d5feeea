from django.urls import include, path

from portal.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("mangler/", views.missing, name="missing"),
    path("mangler.csv", views.missing_file, name="missing_file"),
    path("", include("contacts.desk.urls")),
]
