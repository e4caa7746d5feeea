"""What a scheme is, of which municipalities, who coordinates it and its groups."""

from django.urls import path

from slt.desk import frame

urlpatterns = [
    path("", frame.scheme_list, name="scheme_list"),
]
