"""The pictures of the library, included at /veiledning/bilder/."""

from django.urls import path

from guidance import picture_views

urlpatterns = [path("<int:pk>/", picture_views.picture, name="picture")]
