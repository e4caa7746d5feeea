"""The year wheel and the meetings of a body, after its address."""

from django.urls import path

from councils.desk import agendas, attachments, meetings, notice, year_wheels

urlpatterns = [
    path("arshjul/", year_wheels.year_wheel, name="year_wheel"),
    path("arshjul/standard/", year_wheels.take_standard_year_wheel, name="take_standard_year_wheel"),
    path("arshjul/oppgaver/ny/", year_wheels.add_year_wheel_task, name="add_year_wheel_task"),
    path("arshjul/oppgaver/<int:pk>/", year_wheels.year_wheel_task, name="year_wheel_task"),
    path("arshjul/<int:year>/moter/", year_wheels.plan_year, name="plan_year"),
    path("moter/", meetings.meetings, name="body_meetings"),
    path("moter/nytt/", meetings.plan_meeting, name="plan_meeting"),
    path("moter/<date:date>/", meetings.meeting_desk, name="meeting_desk"),
    path("moter/<date:date>/endre/", meetings.move_meeting, name="move_meeting"),
    path("moter/<date:date>/avlys/", meetings.cancel_meeting, name="cancel_meeting"),
    path("moter/<date:date>/kall-inn/", meetings.call_meeting, name="call_meeting"),
    path("moter/<date:date>/innkalling/", notice.notice, name="notice"),
    path("moter/<date:date>/innkalling.pdf", notice.notice_pdf, name="notice_pdf"),
    path("moter/<date:date>/saker/", agendas.agenda, name="agenda"),
    path("moter/<date:date>/saker/ny/", agendas.add_item, name="add_item"),
    path("moter/<date:date>/saker/<int:pk>/", agendas.agenda_item, name="agenda_item"),
    path("moter/<date:date>/saker/<int:pk>/vedlegg/", attachments.item_files, name="item_files"),
]
