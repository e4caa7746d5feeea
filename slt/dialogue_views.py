"""The public pages of dialogue processes. What each may show, dialogues.py says."""

from functools import partial

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from contacts.public_pages import before_a_number, kept_briefly, same_page_with
from councils import lists
from councils.calendars import calendar_with
from slt.dialogue_lists import DialogueFilterForm, dialogues, of_theme
from slt.dialogue_structured_data import events_data
from slt.dialogues import calendar_entries, dialogue_or_404, disclose_in_list, open_events
from slt.showing import scheme_or_404

DIALOGUES_A_PAGE = 20
EVENTS_SHOWN = 10


@require_safe
@kept_briefly
def dialogue_list(request):
    """First what one can go to, then everything; both as the filter says."""
    today = timezone.localdate()
    form = DialogueFilterForm(request.GET or None, counties=lists.county_choices())
    chosen = form.chosen
    of_every_theme = dialogues(chosen)
    rows = of_theme(of_every_theme, chosen.get("tema"))
    page = Paginator(rows.in_order().for_list(today), DIALOGUES_A_PAGE).get_page(request.GET.get("p"))
    address = partial(same_page_with, request)
    context = {
        "form": form,
        "themes": lists.theme_links(of_every_theme, chosen, address, theme_of="theme"),
        "all_url": address(tema=""),
        "chosen": chosen,
        "open_events": open_events(rows, today, EVENTS_SHOWN),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "before": before_a_number(request),
        "dialogues": [disclose_in_list(row, today) for row in page],
    }
    return render(request, "slt/dialogue_list.html", context)


@require_safe
@kept_briefly
def dialogue_detail(request, slug, dialogue):
    shown = dialogue_or_404(slug, dialogue)
    data = events_data(request, shown)
    return render(request, "slt/dialogue_detail.html", {"dialogue": shown, "structured_data": data})


@require_safe
@kept_briefly
def calendar_file(request, slug):
    scheme = scheme_or_404(slug)
    body = calendar_with(scheme.name, calendar_entries(scheme, request.build_absolute_uri))
    headers = {"Content-Disposition": content_disposition_header(False, f"{slug}-dialog.ics")}
    return HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
