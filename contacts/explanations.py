"""Why a text leads to a place, in a sentence or two of the page's language."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from contacts.gazetteer import CountyPlace, DistrictPlace
from contacts.place_index import Kind


def explain(match):
    """ "Røyken became part of Asker in 2020." for a `Match`; empty when there is nothing to explain."""
    return " ".join(_SENTENCES[match.kind](match)) if match.kind in _SENTENCES else ""


def kind_of_place(place):
    """What a place is, and where: "municipality in Nordland", "police district", "county"."""
    if isinstance(place, CountyPlace):
        return _("county")
    if isinstance(place, DistrictPlace):
        return _("police district")
    return _("municipality in %(county)s") % {"county": place.county.name}


def describe(match):
    """For a list of suggestions: the kind of place, and its name where that is not what was typed."""
    kind = kind_of_place(match.target)
    return kind if match.label == match.target.name else f"{match.target.name}, {kind}"


def _parallel_name(match):
    texts = {
        "se": _("%(label)s is the Northern Sámi name of %(name)s."),
        "smj": _("%(label)s is the Lule Sámi name of %(name)s."),
        "sma": _("%(label)s is the Southern Sámi name of %(name)s."),
        "fkv": _("%(label)s is the Kven name of %(name)s."),
    }
    text = texts.get(match.detail, _("%(label)s is another name of %(name)s."))
    return [text % {"label": match.label, "name": match.target.name}]


def _old_name(match):
    if match.detail.ended_with_the_year:
        text = _("%(name)s was called %(label)s until the end of %(year)s.")
    else:
        text = _("%(name)s was called %(label)s until %(day)s.")
    return [text % (_names(match) | _day(match.detail.last_day))]


def _old_number(match):
    if match.detail.ended_with_the_year:
        text = _("%(label)s was the municipality number of %(name)s until the end of %(year)s. Today it is %(number)s.")
    else:
        text = _("%(label)s was the municipality number of %(name)s until %(day)s. Today it is %(number)s.")
    return [text % (_names(match) | _day(match.detail.last_day) | {"number": match.target.number})]


def _former_number(match):
    text = _("%(label)s was the municipality number of %(former)s.")
    return [text % {"label": match.label, "former": match.detail.name}, *_former_name(match)]


def _former_name(match):
    return [explain_edge(edge) for edge in match.path]


def explain_edge(edge):
    """A succession of a municipality in a sentence: "Røyken became part of Asker in 2020." """
    names = {"old": edge.predecessor.name, "new": edge.successor.name, "year": edge.date.year}
    if edge.kind == "split":
        return _split(edge, names)
    if names["old"] == names["new"]:
        return _merged_under_its_name(edge, names)
    return _("%(old)s became part of %(new)s in %(year)s.") % names


def _split(edge, names):
    parts = [part.successor.name for part in edge.predecessor.successions]
    others = [name for name in parts if name != names["old"]]
    if len(others) < len(parts):
        return _("%(places)s was separated from %(old)s in %(year)s.") % (names | {"places": _list(others)})
    return _("%(old)s was divided in %(year)s, between %(places)s.") % (names | {"places": _list(parts)})


def _merged_under_its_name(edge, names):
    others = [
        origin.predecessor.name
        for origin in edge.successor.origins
        if origin.kind == "merged" and origin.date == edge.date and origin is not edge
    ]
    if not others:
        return _("%(old)s became part of the new municipality %(new)s in %(year)s.") % names
    text = _("%(places)s were merged into the new municipality %(new)s in %(year)s.")
    return text % (names | {"places": _list([names["old"], *others])})


def _former_district(match):
    edge = match.path[0]
    if edge.kind == "split":
        places = _list([part.successor.name for part in edge.predecessor.successions])
        text = _("%(label)s police district was divided in %(year)s, between %(places)s.")
        return [text % {"label": match.label, "year": edge.date.year, "places": places}]
    text = _("%(label)s police district became part of %(name)s police district in %(year)s.")
    return [text % (_names(match) | {"year": edge.date.year})]


def _former_county(match):
    names = {"label": match.label, "year": match.detail[0].change_date.year}
    if len(match.detail) == 1:
        return [
            _("%(label)s county became part of %(name)s county in %(year)s.") % (names | {"name": match.target.name})
        ]
    places = _list([change.new_name for change in match.detail])
    return [_("%(label)s county was divided in %(year)s, between %(places)s.") % (names | {"places": places})]


def _postal_code(match):
    return [_("Postal code %(label)s is in %(name)s.") % _names(match)]


def _postal_place(match):
    return [_("%(label)s is a postal place in %(name)s.") % _names(match)]


def _city_district(match):
    return [_("%(label)s is a city district of %(name)s.") % _names(match)]


def _day(day):
    return {"day": date_format(day), "year": day.year}


def _names(match):
    return {"label": match.label, "name": match.target.name}


def _list(names):
    """ "Heim, Hitra and Orkland"."""
    *first, last = names
    return pgettext("the last two of a list", " and ").join([", ".join(first), last]) if first else last


_SENTENCES = {
    Kind.PARALLEL_NAME: _parallel_name,
    Kind.OLD_NAME: _old_name,
    Kind.OLD_NUMBER: _old_number,
    Kind.FORMER_NAME: _former_name,
    Kind.FORMER_NUMBER: _former_number,
    Kind.FORMER_DISTRICT: _former_district,
    Kind.FORMER_COUNTY: _former_county,
    Kind.POSTAL_CODE: _postal_code,
    Kind.CITY_DISTRICT: _city_district,
    Kind.POSTAL_PLACE: _postal_place,
}
