"""The notice (innkalling) as a page, for members and for whoever keeps the records."""

from django.shortcuts import render

from councils.agendas import agenda_of
from councils.desk.doors import reader_page
from councils.desk.finding import readable_meeting


@reader_page()
def notice(request, body, date):
    meeting = readable_meeting(request, body, date)
    context = {"body": body, "meeting": meeting, "agenda": agenda_of(meeting, request.access)}
    return render(request, "councils/desk/notice.html", context)
