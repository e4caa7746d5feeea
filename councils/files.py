"""Files of a body: what it attached, its documents as accessible PDF, and its calendar."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from contacts.public_pages import kept_briefly
from councils.calendars import calendar_of
from councils.models import Attachment, Meeting
from councils.pdf import pdf_response
from councils.showing import (
    COUNCIL,
    body_or_404,
    council_or_404,
    meeting_or_404,
    members_of,
    plan_or_404,
    strategy_or_404,
)


@require_safe
@never_cache
def attachment(request, key):
    """A file that everyone may read today; one that nobody may is as one that never was."""
    return file_response(get_object_or_404(Attachment.objects.public(), key=key))


def file_response(attachment):
    """As a file to keep, named after its title: never by the name under which it lies here, and never shown as a page
    of the portal."""
    try:
        file = attachment.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    name = slugify(attachment.title) or str(attachment.key)
    headers = {"X-Content-Type-Options": "nosniff"}
    return FileResponse(
        file, as_attachment=True, filename=f"{name}.pdf", content_type="application/pdf", headers=headers
    )


@require_safe
@kept_briefly
def meeting_file(request, slug, date, kind=COUNCIL):
    body, meeting = meeting_or_404(slug, date, kind)
    return _paper(request, "meeting", f"{slug}-{date}", meeting.url, body=body, meeting=meeting)


@require_safe
@kept_briefly
def strategy_file(request, slug, strategy):
    council, shown = strategy_or_404(slug, strategy)
    return _paper(request, "strategy", f"{slug}-{strategy}", shown.document.url, council=council, strategy=shown)


@require_safe
@kept_briefly
def plan_file(request, slug, plan):
    council, shown = plan_or_404(slug, plan)
    return _paper(request, "plan", f"{slug}-{plan}", shown.document.url, council=council, plan=shown)


@require_safe
@kept_briefly
def members_file(request, slug):
    council = council_or_404(slug)
    name = f"{slug}-{_('members')}"
    return _paper(request, "members", name, council.get_absolute_url(), council=council, members=members_of(council))


def _paper(request, template, name, path, **context):
    context |= {"address": request.build_absolute_uri(path), "today": timezone.localdate()}
    return pdf_response(request, f"councils/pdf/{template}.html", context, f"{name}.pdf")


@require_safe
@kept_briefly
def calendar_file(request, slug, kind=COUNCIL):
    """The public meetings, cancelled ones included: so that a calendar that has one takes it away."""
    body = body_or_404(slug, kind)
    meetings = Meeting.objects.public().for_list().filter(body=body)
    headers = {"Content-Disposition": content_disposition_header(False, f"{slug}.ics")}
    calendar = calendar_of(body, meetings, request.build_absolute_uri)
    return HttpResponse(calendar, content_type="text/calendar; charset=utf-8", headers=headers)
