"""What a scheme is, of which municipalities, who coordinates it, and its groups."""

from django.urls import path

from slt.desk import frame

urlpatterns = [
    path("", frame.scheme_list, name="scheme_list"),
    path("ny/", frame.new_scheme, name="new_scheme"),
    path("<slug:slug>/ordning/", frame.scheme_frame, name="scheme_frame"),
    path("<slug:slug>/kommuner/", frame.municipalities, name="scheme_municipalities"),
    path("<slug:slug>/kommuner/<int:pk>/avslutt/", frame.end_municipality, name="end_scheme_municipality"),
]
