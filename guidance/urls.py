"""The public pages of the library, included at /veiledning/. `slug` is the address of a resource.

What stands here before it can be no resource's address: see `RESERVED` in models/editions.py.
"""

from django.urls import include, path

urlpatterns = [
    path("aktiviteter/", include("guidance.activity_urls")),
    path("bilder/", include("guidance.picture_urls")),
    path("", include("guidance.library_urls")),
]
