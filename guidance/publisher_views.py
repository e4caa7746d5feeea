"""Who has published what the library holds or refers to: by country, those that have ended among them."""

from itertools import groupby

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contacts.folding import norwegian_order
from contacts.public_pages import before_a_number, kept_briefly
from guidance import index
from guidance.choices import Country
from guidance.filters import COUNTRY

RESOURCES_A_PAGE = 25
ORDER = list(Country.values)


@require_safe
@kept_briefly
def publisher_list(request):
    """Those of which something is published, under the country they are of; Norway first."""
    known = index.current()
    lines = [
        (publisher, len(known.by_publisher[publisher.pk]), known.has_ended(publisher), known.takes_over_from(publisher))
        for publisher in known.publishers
        if publisher.pk in known.by_publisher
    ]
    lines.sort(key=lambda line: (ORDER.index(line[0].country), norwegian_order(str(line[0]))))
    groups = [
        (Country(code), f"{COUNTRY.name}={code}", list(members))
        for code, members in groupby(lines, key=lambda line: line[0].country)
    ]
    return render(request, "guidance/publisher_list.html", {"groups": groups})


@require_safe
@kept_briefly
def publisher_detail(request, slug):
    """Also of one of which nothing is published any more: other pages link to it."""
    known = index.current()
    publisher = next((one for one in known.publishers if one.slug == slug), None)
    if publisher is None:
        raise Http404
    items = sorted(known.by_publisher.get(publisher.pk, []), key=lambda item: norwegian_order(item.title))
    page = Paginator(items, RESOURCES_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "publisher": publisher,
        "has_ended": known.has_ended(publisher),
        "answers_now": known.takes_over_from(publisher),
        "predecessors": [one for one in known.publishers if one.successor_id == publisher.pk],
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "before": before_a_number(request),
    }
    return render(request, "guidance/publisher_detail.html", context)
