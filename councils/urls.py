"""The public pages of councils, included at /politirad/. `slug` is the address of the council."""

from councils import converters  # noqa: F401 (registers "date")

urlpatterns = []
