"""The public pages of councils, included at /politirad/. `slug` is the address of the council.

What stands here before it can be no council's address: see `RESERVED` in models/bodies.py.
"""

from django.urls import path

from councils import (
    converters,  # noqa: F401 (registers "date")
    files,
    views,
)

urlpatterns = [
    path("", views.council_list, name="councils"),
    path("vedtak/", views.decision_list, name="decisions"),
    path("vedlegg/<uuid:key>/", files.attachment, name="attachment"),
    path("<slug:slug>/", views.council_detail, name="council"),
    path("<slug:slug>/medlemmer.pdf", files.members_file, name="members_file"),
    path("<slug:slug>/moter/", views.meeting_list, name="meetings"),
    path("<slug:slug>/moter.ics", files.calendar_file, name="calendar"),
    path("<slug:slug>/moter/<date:date>/", views.meeting_detail, name="meeting"),
    path("<slug:slug>/moter/<date:date>/mote.pdf", files.meeting_file, name="meeting_file"),
    path("<slug:slug>/moter/<date:date>/versjon/<int:number>/", views.meeting_version, name="meeting_version"),
    path("<slug:slug>/strategier/<slug:strategy>/", views.strategy_detail, name="strategy"),
    path("<slug:slug>/strategier/<slug:strategy>/strategi.pdf", files.strategy_file, name="strategy_file"),
    path("<slug:slug>/planer/<slug:plan>/", views.plan_detail, name="plan"),
    path("<slug:slug>/planer/<slug:plan>/plan.pdf", files.plan_file, name="plan_file"),
    path("<slug:slug>/arsrapporter/<int:year>/", views.report_detail, name="public_report"),
]
