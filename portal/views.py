from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from contacts import gazetteer
from contacts.cards import contacts_of_district, contacts_of_municipality
from contacts.daily import late_jobs
from contacts.lookup import Answer, look_up
from contacts.models import ContentVersion
from contacts.national_numbers import all_numbers
from contacts.public_pages import SECONDS_KEPT, kept_briefly, place_or_404, successors_or_404
from councils import index as councils
from guidance import activities, local
from portal import maps
from portal.forms import MunicipalityFilterForm
from portal.search.answers import Reply
from portal.search.views import with_query
from portal.structured_data import district_data, municipality_data
from portal.vcards import vcards
from slt import index as slt


@require_safe
def home(request):
    districts = gazetteer.current().districts
    context = {"drawing": _district_drawing(districts), "districts": districts, "arenas": activities.ways_in()}
    return render(request, "portal/home.html", context)


@require_safe
def municipality_list(request):
    places = gazetteer.current()
    form = MunicipalityFilterForm(
        request.GET or None,
        counties=[(county.slug, county.name) for county in places.counties_in_order],
        districts=[(district.slug, district.name) for district in places.districts],
    )
    chosen = form.cleaned_data if form.is_valid() else {}
    by_district = chosen.get("vis") == form.BY_DISTRICT
    groups = places.groups(by_district=by_district, **_filters(chosen))
    county = places.county_by_slug.get(chosen.get("fylke"))
    context = {
        "form": form,
        "county": county,
        "answer": _answer_behind(request, county),
        "groups": groups,
        "count": sum(len(group.members) for group in groups),
        "by_district": by_district,
        "by_county_url": _same_page_with(request, vis=form.BY_COUNTY),
        "by_district_url": _same_page_with(request, vis=form.BY_DISTRICT),
    }
    return render(request, "contacts/municipality_list.html", context)


def _same_page_with(request, **changes):
    query = request.GET.copy()
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"


def _filters(chosen):
    return {"name": chosen.get("navn", ""), "county": chosen.get("fylke", ""), "district": chosen.get("distrikt", "")}


@require_safe
def municipality_map(request):
    places = gazetteer.current()
    context = {"drawing": _drawing(places.municipalities, _tones()), "groups": places.groups(by_district=True)}
    return render(request, "contacts/municipality_map.html", context)


@require_safe
@cache_control(public=True, max_age=SECONDS_KEPT, stale_if_error=86400)
def municipality_detail(request, slug):
    """Kept as briefly as records of councils are: a meeting that is made internal is gone from here as well."""
    places = gazetteer.current()
    place = place_or_404(places.municipality_by_slug, slug)
    if not place.is_current:
        return _lead_on(request, place, _words_for(place))
    shown = _shown(place, contacts_of_municipality(place, places), places)
    context = {
        **shown,
        "councils": councils.current().of(place),
        "slt": slt.current().of(place),
        "guide": local.guide_of(place),
        "answer": _answer_behind(request, place),
        "structured_data": municipality_data(request, place, shown["contacts"], shown["numbers"]),
    }
    return render(request, "contacts/municipality_detail.html", context)


def _shown(place, contacts, places):
    """What every page that shows contacts needs."""
    return {
        "place": place,
        "contacts": contacts,
        "numbers": all_numbers(places.national),
        "has_examples": any(contact.is_example for contact in contacts),
    }


@require_safe
def action_card(request, slug):
    places = gazetteer.current()
    place = place_or_404(places.municipality_by_slug, slug)
    if not place.is_current:
        return _lead_on(request, place, _words_for(place), "action_card")
    context = {
        **_shown(place, contacts_of_municipality(place, places), places),
        "today": places.on,
        "address": request.build_absolute_uri(place.get_absolute_url()),
    }
    return render(request, "contacts/action_card.html", context)


@require_safe
@kept_briefly
def municipality_guidance(request, slug):
    """What to go by there: the municipality's own first, then its police district's, then the country's."""
    places = gazetteer.current()
    place = place_or_404(places.municipality_by_slug, slug)
    if not place.is_current:
        return _lead_on(request, place, _words_for(place), "municipality_guidance")
    context = {"place": place, "guidance": local.of(place), "arenas": activities.ways_in()}
    return render(request, "guidance/municipality_guidance.html", context)


@require_safe
def contacts_file(request, slug):
    """The contacts of a municipality as a vCard file, to keep on a phone."""
    places = gazetteer.current()
    place = place_or_404(places.municipality_by_slug, slug)
    if not place.is_current:
        return _lead_on(request, place, _words_for(place), "contacts_file")
    cards = vcards(place, contacts_of_municipality(place, places), all_numbers(places.national))
    headers = {"Content-Disposition": content_disposition_header(True, f"{slug}.vcf")}
    return HttpResponse(cards, content_type="text/vcard; charset=utf-8", headers=headers)


@require_safe
def district_list(request):
    places = gazetteer.current()
    context = {
        "drawing": _district_drawing(places.districts),
        "districts": places.districts,
        "former": places.former_districts,
    }
    return render(request, "contacts/district_list.html", context)


@require_safe
def district_detail(request, slug):
    places = gazetteer.current()
    place = place_or_404(places.district_by_slug, slug)
    if not place.is_current:
        return _lead_on(request, place, f"{place.main_name} politidistrikt")
    shown = _shown(place, contacts_of_district(place, places), places)
    context = {
        **shown,
        "answer": _answer_behind(request, place),
        "drawing": _drawing(place.municipalities),
        "structured_data": district_data(request, place, shown["contacts"], shown["numbers"]),
    }
    return render(request, "contacts/district_detail.html", context)


def _lead_on(request, place, text, route=""):
    """From the address of a former place to its successor, or to the question which of them.

    `route` names the page of the successor where that is not its main one.
    """
    targets = successors_or_404(place)
    if len(targets) == 1:
        address = reverse(route, args=[targets[0].slug]) if route else with_query(targets[0], text)
        return redirect(address, permanent=True)
    # By the number alone: its name may be carried on by one of them, which is then all that the name means.
    meant = look_up(text.split(" ")[0]).matches
    answer = Answer(place.name, [match for match in meant if match.target in targets])
    context = {"answer": answer, "reply": Reply(text, answer), "query": text}
    return render(request, "portal/search.html", context, status=HTTPStatus.MULTIPLE_CHOICES)


def _words_for(place):
    """What leads to a former municipality alone: its last number with its name, since each may mean more today."""
    return " ".join([*(old.number for old in place.old_numbers[:1]), place.name])


def _answer_behind(request, place):
    """The lookup that led to this page, when the page has to say why; never a text that leads elsewhere."""
    answer = look_up(request.GET.get("q", ""))
    return answer if answer.reason_for(place) else None


CALM_TONE = 2


def _tones():
    return {outline.code: outline.tone for outline in maps.district_outlines()}


def _drawing(municipalities, tones=None):
    """The view box and the outlines of some municipalities, each with its place and the tone of its district."""
    by_number = {number: place for place in municipalities for number in _numbers_on_map(place)}
    view_box, outlines = maps.municipality_outlines(by_number)
    shapes = [(by_number[outline.number], outline.path) for outline in outlines]
    toned = [(place, _tone(place, tones or {}), path) for place, path in shapes]
    return {"view_box": view_box, "shapes": toned}


def _numbers_on_map(place):
    """Its own number; until a map with it is made, the outlines under its old numbers, or of those that it came from.

    A part of a municipality that was divided has none, and is left out.
    """
    if maps.has_outline(place.number):
        return [place.number]
    if own := [old.number for old in place.old_numbers if maps.has_outline(old.number)]:
        return own[:1]
    merged = [edge.predecessor for edge in place.origins if edge.kind == "merged"]
    return [number for predecessor in merged for number in _numbers_on_map(predecessor)]


def _tone(place, tones):
    return tones.get(place.district.code, CALM_TONE) if place.district else CALM_TONE


def _district_drawing(districts):
    by_code = {district.code: district for district in districts}
    shapes = [(by_code[outline.code], outline) for outline in maps.district_outlines() if outline.code in by_code]
    return {"view_box": maps.district_view_box(), "shapes": shapes}


@require_safe
def about(request):
    return render(request, "portal/about.html", {"places": gazetteer.current()})


@require_safe
def accessibility(request):
    return render(request, "portal/accessibility.html")


@require_safe
def privacy(request):
    return render(request, "portal/privacy.html")


@require_safe
def without_prefix(request, rest):
    """Bokmål has no prefix; people guess one all the same."""
    query = request.META["QUERY_STRING"]
    return redirect(f"/{rest.lstrip('/')}{'?' if query else ''}{query}", permanent=True)


@require_safe
def robots(request):
    searches = [f"Disallow: {translate_url(reverse('search'), code)}" for code, _name in settings.LANGUAGES]
    lines = ["User-agent: *", *searches, f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def livez(request):
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def readyz(request):
    """The process can reach its database, and the reference data is there and can be read.

    Daily jobs that are late are named as well; that is for whoever watches, and no reason to take the process away.
    """
    ready = bool(ContentVersion.objects.current_places()) and bool(gazetteer.current().municipalities)
    status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
    lines = ["ok" if ready else "no reference data: run load_places"]
    lines += [f"late: the daily job {job.name}" for job in late_jobs()]
    text = "\n".join([*lines, ""])
    return HttpResponse(text, status=status, content_type="text/plain", headers={"Cache-Control": "no-store"})
