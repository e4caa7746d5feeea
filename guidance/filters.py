"""Lists that are narrowed by links: each says how many it would show, together with what is chosen already.

What stands in the address is the whole choice, so a list can be kept and sent on; nothing needs JavaScript.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from contacts.desk.entries import Choice
from guidance import index
from guidance.choices import Arena, Audience, Country, Kind, MaterialLanguage, PreventionLevel, Reach, Theme


@dataclass(frozen=True)
class Facet:
    """`name` stands in the address; `of(item)` are the values that an item has; `choices()`: [(value, label)]."""

    name: str
    label: str
    choices: Callable
    of: Callable


@dataclass(frozen=True)
class Group:
    """The links of one facet. `chosen`: the label of the one that is chosen, if any."""

    facet: Facet
    links: list

    @property
    def chosen(self):
        return next((link.label for link in self.links if link.is_chosen), "")


def _of_choices(choices):
    return lambda: [(choice.value, choice.label) for choice in choices]


def _of_publishers():
    return [(publisher.slug, str(publisher)) for publisher in index.current().publishers]


KIND = Facet("type", _("Kind"), _of_choices(Kind), lambda item: [item.row.kind])
THEME = Facet("tema", _("Theme"), _of_choices(Theme), lambda item: item.row.themes)
ARENA = Facet("arena", _("Arena"), _of_choices(Arena), lambda item: item.row.arenas)
LEVEL = Facet("niva", _("Prevention level"), _of_choices(PreventionLevel), lambda item: item.row.levels)
AUDIENCE = Facet("for", _("For whom"), _of_choices(Audience), lambda item: item.row.audiences)
PUBLISHER = Facet(
    "utgiver",
    _("Publisher"),
    _of_publishers,
    lambda item: [item.row.publisher.slug] if item.row.publisher else [],
)
COUNTRY = Facet("land", _("Country"), _of_choices(Country), lambda item: [item.row.country])
REACH = Facet("gyldig", _("Applies in"), _of_choices(Reach), lambda item: [item.applies_in])
LANGUAGE = Facet("sprak", _("Language"), _of_choices(MaterialLanguage), lambda item: item.read_in)

OF_LIBRARY = (THEME, AUDIENCE, KIND, ARENA, LEVEL, REACH, PUBLISHER, COUNTRY, LANGUAGE)


class Selection:
    """Those of `items` that fit what was asked for. `asked`: the parameters of the address.

    A value that a facet does not have narrows nothing; `unknown` are the facets of which one was asked for. `bare`: the
    address of the list when nothing is chosen.
    """

    def __init__(self, items, asked, facets=OF_LIBRARY, bare="?"):
        self.items, self.facets, self.bare = items, facets, bare
        self.labels = {facet.name: {str(value): label for value, label in facet.choices()} for facet in facets}
        given = {name: asked[name] for name in self.labels if asked.get(name)}
        self.chosen = {name: value for name, value in given.items() if value in self.labels[name]}
        self.unknown = [facet for facet in facets if facet.name in given and facet.name not in self.chosen]

    @property
    def fitting(self):
        return self._fitting()

    def _fitting(self, without=None):
        facets = [facet for facet in self.facets if facet.name in self.chosen and facet is not without]
        return [item for item in self.items if all(self.chosen[facet.name] in facet.of(item) for facet in facets)]

    def groups(self):
        """Of each facet that would narrow the list, or does; links to nothing are left out."""
        groups = [Group(facet, self.links(facet)) for facet in self.facets]
        return [group for group in groups if len(group.links) > 1 or group.chosen]

    def links(self, facet):
        """Choosing anew leads away from what was chosen of the same facet, not to both."""
        counts = Counter(str(value) for item in self._fitting(without=facet) for value in facet.of(item))
        chosen = self.chosen.get(facet.name)
        return [
            Choice(label, counts[value], self.address(**{facet.name: value}), value == chosen)
            for value, label in self.labels[facet.name].items()
            if counts[value] or value == chosen
        ]

    def removable(self):
        """What is chosen, each with the address of the list without it: (facet, label, address)."""
        return [
            (facet, self.labels[facet.name][self.chosen[facet.name]], self.address(**{facet.name: ""}))
            for facet in self.facets
            if facet.name in self.chosen
        ]

    def address(self, **changes):
        """Of this list with something else chosen; an empty value chooses nothing. Always from its first page."""
        query = {name: value for name, value in (self.chosen | changes).items() if value}
        return f"?{urlencode(query)}" if query else self.bare
