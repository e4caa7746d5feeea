from django.urls import path

from contacts.exchange import views

urlpatterns = [
    path("", views.exchange, name="exchange"),
    path("eksport/", views.export, name="export_contact_points"),
    path("import/", views.preview, name="preview_import"),
    path("import/bekreft/", views.confirm, name="confirm_import"),
]
