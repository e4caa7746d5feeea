"""Included at /skrivebord/organ/. `slug` is the address of the body, `date` the day of a meeting (2026-11-24)."""

from councils import converters  # noqa: F401 (registers "date")

urlpatterns = []
