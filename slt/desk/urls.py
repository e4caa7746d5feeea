"""Included at /skrivebord/slt/. `slug` is the address of the scheme, `group` that of a group of it."""

from django.urls import include, path

urlpatterns = [
    path("", include("slt.desk.frame_urls")),
    path("<slug:slug>/", include("slt.desk.cycle_urls")),
    path("<slug:slug>/dialog/", include("slt.desk.dialogue_urls")),
]
