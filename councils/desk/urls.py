"""Included at /skrivebord/organ/. `slug` is the address of the body, `date` the day of a meeting (2026-11-24)."""

from django.urls import include, path

from councils import converters  # noqa: F401 (registers "date")
from councils.desk import archive, confirmation, evaluations, frame, home, reports
from councils.desk.files import attachment

urlpatterns = [
    path("", frame.body_list, name="body_list"),
    path("nytt/", frame.new_council, name="new_council"),
    path("vedlegg/<uuid:key>/", attachment, name="attachment_desk"),
    path("<slug:slug>/", home.body_desk, name="body_desk"),
    path("<slug:slug>/", include("councils.desk.frame_urls")),
    path("<slug:slug>/medlemmer/bekreft/", confirmation.confirm_members, name="confirm_members"),
    path("<slug:slug>/", include("councils.desk.meeting_urls")),
    path("<slug:slug>/moter/<date:date>/arkiv/", archive.archive_meeting, name="archive_meeting"),
    path("<slug:slug>/moter/<date:date>/slett/", archive.delete_meeting, name="delete_meeting"),
    path("<slug:slug>/arsrapport/<int:year>/", reports.yearly_report, name="yearly_report"),
    path("<slug:slug>/arsrapport/<int:year>/nytt-utkast/", reports.draft_anew, name="draft_report_anew"),
    path("<slug:slug>/egenvurdering/<int:year>/", evaluations.evaluation, name="evaluation"),
    path("<slug:slug>/egenvurdering/<int:year>/rediger/", evaluations.edit_evaluation, name="edit_evaluation"),
    path("<slug:slug>/strategier/", include("councils.desk.strategy_urls")),
    path("<slug:slug>/planer/", include("councils.desk.plan_urls")),
    path("<slug:slug>/oppfolging/", include("councils.desk.follow_up_urls")),
    path("<slug:slug>/moter/<date:date>/", include("councils.desk.minutes_urls")),
]
