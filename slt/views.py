"""The public pages of a scheme, and the page that answers which municipality has SLT, for whom, and who coordinates."""

from functools import partial

from django.http import QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contacts import gazetteer
from contacts.national_numbers import all_numbers
from councils.lists import by_county, county_choices, district_choices
from councils.showing import kept_briefly
from slt import index, lists
from slt.forms import SltForm
from slt.showing import coordinators_of, levels_of, scheme_or_404, updated
from slt.structured_data import scheme_data


@require_safe
@kept_briefly
def scheme_list(request):
    params = request.GET.dict()
    form = SltForm(params or None, counties=county_choices(), districts=district_choices())
    chosen = form.chosen
    every = index.current().all
    fitting = lists.lines(chosen)
    having, without = lists.apart(lists.with_status(fitting, chosen.get("status")))
    context = {
        "form": form,
        "chosen": chosen,
        "states": lists.status_links(fitting, chosen, partial(_address, params)),
        "all_url": _address(params, status="", deler=""),
        "shared_url": _address(params, status="", deler="ja"),
        "groups": by_county(having),
        "groups_without": by_county(without),
        "shown_without": len(without),
        "shared": lists.shared(chosen) if chosen.get("deler") else [],
        "count": len(every),
        "with_slt": sum(answer.has_slt for answer in every),
        "without": sum(not answer.has_slt for answer in every),
        "former": [] if chosen else index.current().of_no_municipality,
    }
    return render(request, "slt/scheme_list.html", context)


def _address(params, **changes):
    """The address of this page with something else chosen; an empty value chooses nothing."""
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in (params | changes).items() if value})
    return f"?{query.urlencode()}"


@require_safe
@kept_briefly
def scheme_detail(request, slug):
    """Also of one that was wound up: other places link to it, and it says where to turn today."""
    scheme = scheme_or_404(slug)
    known = index.current()
    brief = known.by_slug[slug]
    places = known.places_of(brief)
    context = {
        "scheme": scheme,
        "brief": brief,
        "places": places,
        "former": [place for place in known.former_places_of(brief) if place not in places],
        "successors": [one for one in known.active_in(places) if one.slug != slug] if not brief.is_active else [],
        "coordinators": coordinators_of(scheme, known),
        "levels": levels_of(scheme),
        "updated": updated(scheme),
        "numbers": all_numbers(gazetteer.current().national),
        "structured_data": scheme_data(request, scheme, places),
    }
    return render(request, "slt/scheme_detail.html", context)
