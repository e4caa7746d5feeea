from django.urls import path

from guidance import activity_views

urlpatterns = [path("", activity_views.activities, name="activities")]
