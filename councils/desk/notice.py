"""The notice (innkalling) as a page, as print and as PDF, for members and for whoever keeps the records."""

from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from councils.agendas import agenda_of
from councils.desk.doors import reader_page
from councils.desk.finding import Moved, meeting_or_its_new_day
from councils.pdf import pdf_response


@reader_page()
def notice(request, body, date):
    try:
        return render(request, "councils/desk/notice.html", _context(request, body, date))
    except Moved as elsewhere:
        return redirect("notice", body.slug, elsewhere.date)


@reader_page()
def notice_pdf(request, body, date):
    name = pgettext("file name", "notice")
    try:
        return pdf_response(request, "councils/pdf/notice.html", _context(request, body, date), f"{name}-{date}.pdf")
    except Moved as elsewhere:
        return redirect("notice_pdf", body.slug, elsewhere.date)


def _context(request, body, date):
    meeting = meeting_or_its_new_day(request, body, date)
    return {"body": body, "meeting": meeting, "agenda": agenda_of(meeting, request.access)}
