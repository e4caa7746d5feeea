"""The public pages of councils. What each may show, showing.py and disclosure/ say.

Those of meetings are for every kind of body: an address of another kind than councils names its `kind`.
"""

from functools import partial

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from contacts import gazetteer
from contacts.national_numbers import all_numbers
from contacts.public_pages import before_a_number, kept_briefly, same_page_with
from councils import index, lists
from councils.disclosure import (
    disclose_agreement,
    disclose_decision,
    disclose_document,
    disclose_in_list,
    report_text,
)
from councils.forms import CouncilFilterForm, DecisionFilterForm
from councils.models import Agreement, Meeting, Plan, Strategy, YearlyReport
from councils.services.reports import sections
from councils.showing import (
    COUNCIL,
    body_or_404,
    council_or_404,
    meeting_or_404,
    meetings_around,
    members_of,
    places_of,
    plan_or_404,
    strategy_or_404,
    updated,
)
from councils.structured_data import body_data, meeting_data

DECISIONS_A_PAGE = 25


@require_safe
@kept_briefly
def council_list(request):
    form = CouncilFilterForm(request.GET or None, counties=lists.county_choices(), districts=lists.district_choices())
    chosen = form.chosen
    lines = lists.council_lines(chosen)
    having, without = lists.apart(lists.with_status(lines, chosen.get("status")))
    context = {
        "form": form,
        "states": lists.status_links(lines, chosen, partial(same_page_with, request)),
        "all_url": same_page_with(request, status=""),
        "chosen": chosen,
        "groups": lists.by_county(having),
        "groups_without": lists.by_county(without),
        "shown_without": len(without),
        "count": len(lines),
        "active": sum(line.has_active for line in lines),
        "without": sum(not line.councils for line in lines),
        "former": [] if chosen else index.current().of_no_municipality,
    }
    return render(request, "councils/council_list.html", context)


@require_safe
@kept_briefly
def decision_list(request):
    form = DecisionFilterForm(request.GET or None, counties=lists.county_choices(), **lists.choices_of_decisions())
    chosen = form.chosen
    texts = lists.decisions(chosen)
    page = Paginator(lists.of_theme(texts, chosen.get("tema")), DECISIONS_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "themes": lists.theme_links(texts, chosen, partial(same_page_with, request)),
        "all_url": same_page_with(request, tema=""),
        "chosen": chosen,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "before": before_a_number(request),
        "decisions": [disclose_decision(text) for text in page],
    }
    return render(request, "councils/decision_list.html", context)


@require_safe
@kept_briefly
def council_detail(request, slug):
    council = council_or_404(slug)
    today = timezone.localdate()
    places = places_of(council)
    met, planned = meetings_around(council, today)
    context = {
        "council": council,
        "places": places,
        "successors": [] if council.is_active else index.current().active_in(places),
        "members": members_of(council),
        "met": met,
        "planned": planned,
        "strategies": [disclose_document(row) for row in _named(Strategy, council)],
        "plans": [disclose_document(row) for row in _named(Plan, council)],
        "agreements": _agreements(council),
        "reports": YearlyReport.objects.public().filter(body=council).values_list("year", flat=True),
        "updated": updated(council),
        "numbers": all_numbers(gazetteer.current().national),
        "structured_data": body_data(request, council, places, email=council.email),
    }
    return render(request, "councils/council_detail.html", context)


def _named(model, council):
    return model.objects.public().select_related("body").filter(body=council)


def _agreements(council):
    agreements = Agreement.objects.public().filter(council=council).prefetch_related("files")
    return [disclose_agreement(agreement) for agreement in agreements]


@require_safe
@kept_briefly
def meeting_list(request, slug, kind=COUNCIL):
    body = body_or_404(slug, kind)
    meetings = Meeting.objects.public().for_list().filter(body=body)
    context = {"body": body, "meetings": [disclose_in_list(meeting) for meeting in meetings]}
    return render(request, "councils/meeting_list.html", context)


@require_safe
@kept_briefly
def meeting_detail(request, slug, date, kind=COUNCIL):
    body, meeting = meeting_or_404(slug, date, kind)
    data = meeting_data(request, body, meeting)
    return render(request, "councils/meeting_detail.html", {"body": body, "meeting": meeting, "structured_data": data})


@require_safe
@kept_briefly
def meeting_version(request, slug, date, number, kind=COUNCIL):
    """The newest version as well: so an address that somebody has kept leads to the same text for ever."""
    body, meeting = meeting_or_404(slug, date, kind, version=number)
    return render(request, "councils/meeting_detail.html", {"body": body, "meeting": meeting, "is_version": True})


@require_safe
@kept_briefly
def strategy_detail(request, slug, strategy):
    council, shown = strategy_or_404(slug, strategy)
    return render(request, "councils/strategy_detail.html", {"council": council, "strategy": shown, "slug": strategy})


@require_safe
@kept_briefly
def plan_detail(request, slug, plan):
    council, shown = plan_or_404(slug, plan)
    return render(request, "councils/plan_detail.html", {"council": council, "plan": shown, "slug": plan})


@require_safe
@kept_briefly
def report_detail(request, slug, year):
    reports = YearlyReport.objects.public().select_related("body").filter(body__kind=COUNCIL)
    report = get_object_or_404(reports, body__slug=slug, year=year)
    text, language = report_text(report)
    if not text:
        raise Http404
    context = {"council": report.body, "year": year, "sections": sections(text), "language": language}
    return render(request, "councils/report_detail.html", context)
