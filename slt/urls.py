"""The public pages of SLT, included at /slt/. `slug` is the address of a scheme, or under grupper/ of a group.

What stands here before it can be no scheme's address: see `RESERVED` in models/schemes.py.
"""

from django.urls import include, path

urlpatterns = [
    path("grupper/<slug:slug>/", include("slt.group_urls")),
    path("", include("slt.dialogue_urls")),
    path("", include("slt.cycle_urls")),
    path("", include("slt.scheme_urls")),
]
