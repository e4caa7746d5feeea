"""The public pages of a scheme, and the page that answers which municipality has SLT, for whom, and who coordinates."""

from functools import partial

from django.http import QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from contacts import gazetteer
from contacts.national_numbers import all_numbers
from contacts.public_pages import kept_briefly
from councils.lists import by_county, county_choices, district_choices
from slt import index, lists
from slt.dialogues import dialogues_of
from slt.forms import SltForm
from slt.questions import Ages, Question, as_filters, of_place, understand
from slt.replies import reply_to, too_long
from slt.showing import coordinators_of, levels_of, picture_of_this_year, scheme_or_404, updated
from slt.structured_data import scheme_data


@require_safe
@kept_briefly
def scheme_list(request):
    """A question in one's own words, the fields of a form and the links beside it: all of them choose in one list."""
    text = request.GET.get("q", "").strip()
    refused = too_long(text)
    asked = understand(text) if text and not refused else None
    params = _params(asked, request.GET)
    form = SltForm(params or None, counties=county_choices(), districts=district_choices())
    chosen = form.chosen
    asked = asked or _asked_by_form(chosen)
    chosen |= _chosen_by(asked, chosen)
    known = index.current()
    fitting = lists.lines(chosen)
    shown = lists.with_status(fitting, chosen.get("status"))
    having, without = lists.apart(shown)
    context = {
        "text": text,
        "reply": refused or reply_to(asked, known),
        "form": form,
        "chosen": chosen,
        "states": lists.status_links(fitting, chosen, partial(_address, params)),
        "all_url": _address(params, status="", deler=""),
        "shared_url": _address(params, status="", deler="ja"),
        "groups": by_county(having),
        "groups_without": by_county(without),
        "opened": chosen.keys() & {"fylke", "distrikt", "status"},
        "counts": lists.counts(fitting, shown, chosen),
        "shown_without": len(without),
        "shared": lists.shared(chosen) if chosen.get("deler") else [],
        "count": len(known.all),
        "with_slt": sum(answer.has_slt for answer in known.all),
        "without": sum(not answer.has_slt for answer in known.all),
        "former": [] if chosen else known.of_no_municipality,
        "numbers": all_numbers(known.places.national),
    }
    return render(request, "slt/scheme_list.html", context)


def _params(asked, given):
    """What the form shows: what was understood, and over it what was chosen. A question for several ages stays, since
    the form has room for one."""
    params = {name: value for name, value in given.items() if value and name in SltForm.base_fields}
    if asked is None:
        return params
    several = {"q": asked.text} if asked.ages and not asked.ages.is_one else {}
    return as_filters(asked) | several | params


def _asked_by_form(chosen):
    if "kommune" in chosen:
        return of_place(chosen["kommune"], _ages(chosen))
    return Question(ages=_ages(chosen)) if "alder" in chosen else None


def _ages(chosen):
    return Ages(chosen["alder"], chosen["alder"]) if "alder" in chosen else None


def _chosen_by(asked, chosen):
    """What the list is filtered by besides: a county that was written as a place, and the ages."""
    if asked is None:
        return {}
    area = {name: value for name, value in as_filters(asked).items() if name in ("fylke", "distrikt")}
    ages = _ages(chosen) or asked.ages
    return area | ({"ages": ages} if ages else {})


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
    known = index.knowing(slug)
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
        "picture": picture_of_this_year(scheme),
        "dialogues": dialogues_of(scheme),
        "updated": updated(scheme),
        "numbers": all_numbers(gazetteer.current().national),
        "structured_data": scheme_data(request, scheme, places),
    }
    return render(request, "slt/scheme_detail.html", context)
