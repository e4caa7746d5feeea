"""The public pages of a group, after its address. Of its meetings they are those of every body (councils/views.py)."""

from django.urls import path

from councils import (
    converters,  # noqa: F401 (registers "date")
    files,
    views,
)
from councils.models import Body
from slt.group_views import group_detail

OF_GROUPS = {"kind": Body.Kind.GROUP}

urlpatterns = [
    path("", group_detail, name="group"),
    path("moter/", views.meeting_list, OF_GROUPS, name="group_meetings"),
    path("moter.ics", files.calendar_file, OF_GROUPS, name="group_calendar"),
    path("moter/<date:date>/", views.meeting_detail, OF_GROUPS, name="group_meeting"),
    path("moter/<date:date>/mote.pdf", files.meeting_file, OF_GROUPS, name="group_meeting_file"),
    path("moter/<date:date>/versjon/<int:number>/", views.meeting_version, OF_GROUPS, name="group_meeting_version"),
]
