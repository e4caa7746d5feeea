"""The concern route, included at /bekymret/. Nothing is ever received here: no page of it has a field."""

from django.urls import path

from guidance import concern_views as views

urlpatterns = [
    path("", views.concern, name="concern"),
    path("<slug:slug>/", views.concern_here, name="concern_here"),
]
