"""Which place a question names, and which of its own pages answer the rest of it: "tiltakskort Valle"."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from contacts.gazetteer import MunicipalityPlace
from contacts.lookup import named_in
from contacts.place_index import PARTS
from portal.search import lexicon
from portal.search.words import folded, stems

# A question that names more places means none of them.
MOST = 4


@dataclass(frozen=True)
class LocalPage:
    key: str
    title: str
    url: str
    place: object


def _pages(place):
    """(key, title, address, words that it answers) of what a municipality has under its own address."""
    name = {"place": place.full_name}
    yield (
        "action_card",
        _("Action card for %(place)s") % name,
        "action_card",
        "tiltakskort kort huskekort varslingskort card",
    )
    yield (
        "concern",
        _("Concerned about somebody in %(place)s?") % name,
        "concern_here",
        "bekymret bekymring uro uroa elev varsle melde tips barn ungdom concern worried radikalisert",
    )
    yield (
        "guidance",
        _("Guidance in %(place)s") % name,
        "municipality_guidance",
        "veiledning veileder rettleiing rutine lokal guidance guide plan",
    )


def places_in(text):
    """The municipalities that a longer text names, and its other words.

    The name of a postal place or a city district may as well be a word: then it is one.
    """
    matches, rest = named_in(text)
    matches = [match for match in matches if match.kind not in PARTS or not _is_word(match.label)]
    places = [match.target for match in matches if isinstance(match.target, MunicipalityPlace)]
    if not places or len(places) > MOST:
        return (), text
    return tuple(places), " ".join(rest)


def _is_word(label):
    known = lexicon.current()
    return all(word in known.forms for word in folded(label))


def pages_of(places, rest):
    """Of each place those of its pages that the other words ask for."""
    asked = set(stems(rest))
    found = []
    for place in places:
        for key, title, route, words in _pages(place):
            if asked & set(stems(words)):
                found.append(LocalPage(f"{key}:{place.slug}", title, reverse(route, args=[place.slug]), place))
    return found
