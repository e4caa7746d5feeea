"""The notice (innkalling) as a page, as print and as PDF, for members and for whoever keeps the records."""

from django.shortcuts import render
from django.utils.translation import pgettext

from councils.agendas import agenda_of
from councils.desk.doors import reader_page
from councils.desk.finding import readable_meeting
from councils.pdf import pdf_response


@reader_page()
def notice(request, body, date):
    return render(request, "councils/desk/notice.html", _context(request, body, date))


@reader_page()
def notice_pdf(request, body, date):
    name = pgettext("file name", "notice")
    return pdf_response(request, "councils/pdf/notice.html", _context(request, body, date), f"{name}-{date}.pdf")


def _context(request, body, date):
    meeting = readable_meeting(request, body, date)
    return {"body": body, "meeting": meeting, "agenda": agenda_of(meeting, request.access)}
