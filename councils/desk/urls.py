"""Included at /skrivebord/organ/. `slug` is the address of the body, `date` the day of a meeting (2026-11-24)."""

from django.urls import path

from councils import converters  # noqa: F401 (registers "date")
from councils.desk import confirmation, home, notice

urlpatterns = [
    path("<slug:slug>/", home.body_desk, name="body_desk"),
    path("<slug:slug>/medlemmer/bekreft/", confirmation.confirm_members, name="confirm_members"),
    path("<slug:slug>/moter/<date:date>/innkalling/", notice.notice, name="notice"),
]
