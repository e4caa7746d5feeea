from django.urls import path

from guidance import views

urlpatterns = [
    path("<slug:slug>/", views.resource, name="resource"),
]
