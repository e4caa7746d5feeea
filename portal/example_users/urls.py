from django.urls import path

from portal.example_users import views

urlpatterns = [path("", views.example_users, name="example_users")]
