from django.urls import include, path

from portal.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("mangler/", views.missing, name="missing"),
    path("mangler.csv", views.missing_file, name="missing_file"),
    path("organisasjonsendringer/", include("contacts.organisational_changes.urls")),
    path("organ/", include("councils.desk.urls")),
    path("slt/", include("slt.desk.urls")),
    path("veiledning/", include("guidance.desk.urls")),
    path("utveksling/", include("contacts.exchange.urls")),
    path("", include("contacts.desk.urls")),
]
