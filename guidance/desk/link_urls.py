from django.urls import path

from guidance.desk import links

urlpatterns = [
    path("", links.guidance_links, name="guidance_links"),
]
