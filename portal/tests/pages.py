"""Every kind of page, in one table that all tests of the whole site walk, in every language.

A URL pattern without a row fails a test, so a new page is tested from its first day.
"""

from dataclasses import dataclass
from itertools import product
from urllib.parse import quote

import pytest
from django.conf import settings
from django.urls import get_resolver, reverse
from django.utils import timezone, translation

from portal.private_paths import is_private

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True)
class Kind:
    """One kind of page: a name to speak of it, where it is, and what it may cost.

    `queries` counts the one that asks whether the places are still the same, which comes at most once a second.
    `more`: what stands in the address after the slug; a function tells it when the page is asked for, since the days of
    the examples are counted from today. `seconds`: how long anyone may keep it, and
    `shown_when_down` whether for a day while the portal does not answer.
    """

    name: str
    route: str = ""
    slug: str = ""
    query: str = ""
    status: int = 200
    queries: int = 1
    way_in: bool = False
    more: tuple = ()
    seconds: int = 30
    shown_when_down: bool = True

    def path(self, language):
        """Where no pattern leads, the route is the path itself."""
        with translation.override(language):
            if "/" in self.route:
                return f"{reverse('home')}{self.route}"
            return reverse(self.route, args=self.arguments)

    @property
    def arguments(self):
        more = [part() if callable(part) else part for part in self.more]
        return [*filter(None, [self.slug]), *more]


@dataclass(frozen=True)
class Page:
    """A kind of page in one language."""

    kind: Kind
    language: str

    def __str__(self):
        return f"{self.kind.name} ({self.language})"

    @property
    def path(self):
        return self.kind.path(self.language)

    @property
    def url(self):
        return f"{self.path}?{quote(self.kind.query, safe='=&+')}" if self.kind.query else self.path


def _card(name, slug, query="", **details):
    return Kind(name, "municipality", slug, query, queries=4, way_in=True, seconds=5, **details)


def _action_card(name, slug):
    return Kind(name, "action_card", slug, queries=4, way_in=True)


BAERUM, SETESDAL = "eksempel-baerum", "eksempel-valle-og-bykle"
LIST, COUNCIL, MEETING, DOCUMENT, FILE = 1, 14, 6, 6, 2


def of_council(name, route, slug="", *more, query="", queries=LIST, **details):
    return Kind(name, route, slug, query, queries=queries, more=more, seconds=5, shown_when_down=False, **details)


def day_of(status, *, slug=BAERUM, **fields):
    """Of the newest public meeting in that state."""

    def day():
        from councils.models import Meeting

        return Meeting.objects.public().filter(body__slug=slug, status=status, **fields).dates("date", "day").last()

    return day


NO_FILE = "00000000-0000-0000-0000-000000000000"
WITH_MINUTES = day_of("published")
WITH_VERSIONS = day_of("published", versions__number=2)
WITH_EXEMPT = day_of("published", items__visibility="exempt")

OF_COUNCILS = [
    of_council("councils", "councils"),
    of_council("councils of a county", "councils", query="fylke=agder"),
    of_council("municipalities without a council", "councils", query="status=uten&distrikt=finnmark"),
    of_council("councils, none fits", "councils", query="status=active&distrikt=nordland"),
    of_council("councils, wrong filter", "councils", query="fylke=atlantis"),
    of_council("active council", "council", BAERUM, queries=COUNCIL),
    of_council("council that writes nynorsk", "council", SETESDAL, queries=COUNCIL),
    of_council("council that has ended", "council", "eksempel-tromso", queries=COUNCIL),
    of_council("council that was declined", "council", "eksempel-heroy", queries=COUNCIL),
    of_council("dormant council", "council", "eksempel-karasjok", queries=COUNCIL),
    of_council("meetings of a council", "meetings", BAERUM, queries=2),
    of_council("no meetings", "meetings", "eksempel-asker", queries=2),
    of_council("meeting with an exempt item", "meeting", BAERUM, WITH_EXEMPT, queries=MEETING),
    of_council(
        "meeting with minutes in nynorsk", "meeting", SETESDAL, day_of("published", slug=SETESDAL), queries=MEETING
    ),
    of_council("meeting that was called", "meeting", BAERUM, day_of("called"), queries=MEETING),
    of_council("meeting without minutes yet", "meeting", BAERUM, day_of("draft"), queries=MEETING),
    of_council("meeting that was cancelled", "meeting", BAERUM, day_of("cancelled"), queries=MEETING),
    of_council("minutes that were replaced", "meeting_version", BAERUM, WITH_VERSIONS, 1, queries=MEETING),
    of_council("strategy", "strategy", SETESDAL, "strategi", queries=DOCUMENT),
    of_council("strategy that was replaced", "strategy", BAERUM, "forebygging-for", queries=DOCUMENT),
    of_council("plan", "plan", BAERUM, "handlingsplan", queries=DOCUMENT),
    of_council("decisions", "decisions", queries=6),
    of_council("decisions on a theme", "decisions", query="tema=traffic&fylke=agder", queries=8),
    of_council("decisions, none fits", "decisions", query="fylke=finnmark", queries=8),
    of_council("decisions, wrong filter", "decisions", query="tema=atlantis", queries=6),
    of_council("unknown council", "council", "finnes-ikke", status=404, queries=2),
    of_council("unknown report", "public_report", BAERUM, 2001, status=404, queries=FILE),
    of_council("unknown meeting", "meeting", BAERUM, "2001-01-01", status=404, queries=MEETING),
]
SCHEME, YEAR = 17, 11
SLT_BAERUM = "eksempel-slt-baerum"

OF_SLT = [
    of_council("slt", "slt"),
    of_council("slt of a county", "slt", query="fylke=agder"),
    of_council("slt for an age", "slt", query="alder=20&niva=executing"),
    of_council("slt, shared coordinators", "slt", query="deler=ja"),
    of_council("slt, wrong age", "slt", query="alder=abc"),
    of_council("slt, yes or no", "slt", query="q=Dekker SLT en 20-åring i Valle?"),
    of_council("slt, none there", "slt", query="q=slt bokn", queries=4),
    of_council("slt, several meanings", "slt", query="q=slt Herøy 15 år"),
    of_council("slt, not understood", "slt", query="q=slt pizza"),
    of_council("slt, who has none", "slt", query="q=Hvem har ikke SLT?"),
    of_council("slt, question too long", "slt", query=f"q={'a' * 201}"),
    of_council("slt, place unknown", "slt", query="kommune=qqqqqq"),
    of_council("slt, none fits", "slt", query="status=ended&distrikt=nordland"),
    of_council("scheme", "scheme", SLT_BAERUM, queries=SCHEME),
    of_council("scheme steered by a council", "scheme", "eksempel-slt-valle-og-bykle", queries=SCHEME),
    of_council("scheme that is planned", "scheme", "eksempel-slt-asker", queries=SCHEME),
    of_council("scheme that was wound up", "scheme", "eksempel-slt-tromso", queries=SCHEME),
    of_council("unknown scheme", "scheme", "finnes-ikke", status=404, queries=2),
]


def years_ago(years):
    """The examples are of this year and the last, whatever year it is."""

    def year():
        return timezone.localdate().year - years

    return year


OF_WORKING_YEARS = [
    Kind("how SLT works", "slt_in_practice"),
    of_council("working year", "cycle_year", "eksempel-slt-baerum", years_ago(0), queries=YEAR),
    of_council("working year that is documented", "cycle_year", "eksempel-slt-baerum", years_ago(1), queries=YEAR),
    of_council("working year in nynorsk", "cycle_year", "eksempel-slt-valle-og-bykle", years_ago(0), queries=YEAR),
    of_council("unknown working year", "cycle_year", "eksempel-slt-baerum", 1999, status=404, queries=FILE),
]
STEERING, EXECUTING, NYNORSK = (
    f"eksempel-slt-{name}" for name in ("baerum-styring", "baerum-ute", "setesdal-koordinering")
)
GROUP = 10

OF_GROUPS = [
    of_council("group", "group", STEERING, queries=GROUP),
    of_council("group that writes nynorsk", "group", NYNORSK, queries=GROUP),
    of_council("group that has ended", "group", "eksempel-slt-baerum-russ", queries=GROUP),
    of_council("meetings of a group", "group_meetings", STEERING, queries=2),
    of_council("no meetings of a group", "group_meetings", NYNORSK, queries=2),
    of_council("meeting of a group", "group_meeting", STEERING, day_of("published", slug=STEERING), queries=MEETING),
    of_council(
        "version of the minutes of a group",
        "group_meeting_version",
        *(EXECUTING, day_of("published", slug=EXECUTING), 1),
        queries=MEETING,
    ),
    of_council("unknown group", "group", "finnes-ikke", status=404, queries=2),
    of_council("council among groups", "group", BAERUM, status=404, queries=2),
    of_council("group among councils", "council", STEERING, status=404, queries=2),
]
OTHERS_OF_GROUPS = [
    of_council(
        "minutes of a group as a file", "group_meeting_file", STEERING, day_of("published", slug=STEERING), queries=6
    ),
    of_council("calendar of a group", "group_calendar", STEERING, queries=FILE),
]
OTHERS_OF_COUNCILS = [
    of_council("working year as a file", "cycle_file", "eksempel-slt-baerum", years_ago(1), queries=YEAR),
    of_council("members as a file", "members_file", BAERUM, queries=FILE),
    of_council("minutes as a file", "meeting_file", BAERUM, WITH_EXEMPT, queries=MEETING),
    of_council("strategy as a file", "strategy_file", SETESDAL, "strategi", queries=DOCUMENT),
    of_council("plan as a file", "plan_file", BAERUM, "handlingsplan", queries=DOCUMENT),
    of_council("calendar", "calendar", BAERUM, queries=FILE),
    of_council("no attachment", "attachment", "", NO_FILE, status=404, queries=FILE),
]

OF_DIALOGUES = [
    of_council("dialogues", "dialogues", queries=6),
    of_council("dialogues on a theme", "dialogues", query="tema=youth&fylke=agder", queries=6),
    of_council("dialogues, none fits", "dialogues", query="fylke=finnmark&status=ended", queries=6),
    of_council("dialogues, wrong filter", "dialogues", query="tema=atlantis", queries=6),
    of_council("dialogue", "dialogue", SLT_BAERUM, "trygge-kvelder", queries=4),
    of_council("dialogue that has ended", "dialogue", SLT_BAERUM, "russetid", queries=4),
    of_council("dialogue in nynorsk", "dialogue", "eksempel-slt-valle-og-bykle", "klubb", queries=4),
    of_council("internal dialogue", "dialogue", SLT_BAERUM, "naboer", status=404, queries=2),
    of_council("unknown dialogue", "dialogue", SLT_BAERUM, "finnes-ikke", status=404, queries=2),
]
OTHERS_OF_DIALOGUES = [of_council("calendar of dialogues", "dialogue_calendar", SLT_BAERUM, queries=3)]


def address_of(key):
    """Of what came with the portal: another one in each language."""

    def slug():
        from guidance import index

        return index.current().by_key[key].in_language().slug

    return slug


def address_beside(slug):
    """Of an example that is written in several languages, as `slug` in one of them."""

    def own():
        from guidance import index

        return index.current().at(slug)[0].in_language().slug

    return own


RESOURCE = 6
OLD_GUIDE = address_beside("eksempel-baerum-veileder")
PUBLISHER = "lokal-forebygging"
OF_GUIDANCE = [
    of_council("guidance", "guidance"),
    of_council("guidance, everything", "guidance", query="vis=alle"),
    of_council("guidance, narrowed", "guidance", query="tema=slt&for=leaders"),
    of_council("guidance, none fits", "guidance", query="type=circular&arena=faith"),
    of_council("guidance, wrong filter", "guidance", query="tema=atlantis"),
    of_council("article", "resource", "", address_of("slt"), queries=RESOURCE),
    of_council("activity", "resource", "", address_of("aktivitet-fire-hjorner"), queries=RESOURCE),
    of_council("circular", "resource", "", address_of("rundskriv-politirad-2007"), queries=RESOURCE),
    of_council("what applies in Denmark", "resource", "", address_of("danmark"), queries=RESOURCE),
    of_council("guide that was replaced", "resource_edition", "", OLD_GUIDE, 1, queries=RESOURCE),
    of_council("unknown resource", "resource", "finnes-ikke", status=404),
    of_council("publishers", "publishers"),
    of_council("publisher", "publisher", PUBLISHER),
    of_council("unknown publisher", "publisher", "finnes-ikke", status=404),
]
OTHERS_OF_GUIDANCE = [
    of_council("new guidance", "guidance_feed"),
    of_council("edition that holds", "resource_edition", "", address_of("slt"), 1, status=302),
    of_council("no picture", "picture", "987654321", status=404, queries=4),
]

OF_ACTIVITIES = [
    of_council("activities", "activities"),
    of_council("activities for an arena and an age", "activities", query="arena=youth_club&alder=13-15&tid=90"),
    of_council("activities, none fits", "activities", query="niva=tertiary&alder=barn"),
    of_council("activities, wrong filter", "activities", query="arena=atlantis"),
]
OF_LOCAL_GUIDANCE = [
    of_council("guidance of a municipality with its own", "municipality_guidance", "baerum"),
    of_council("guidance of a municipality that writes nynorsk", "municipality_guidance", "valle"),
    of_council("guidance that was replaced", "municipality_guidance", "asker"),
    of_council("guidance where there is none", "municipality_guidance", "bokn"),
    of_council("guidance of a municipality that was divided", "municipality_guidance", "alesund-1507", status=300),
    of_council("guidance of an unknown municipality", "municipality_guidance", "vale", status=404),
    of_council(
        "local guide that is written in nynorsk alone", "resource", "eksempel-valle-rettleiar", queries=RESOURCE
    ),
    of_council(
        "action card that should have been reviewed", "resource", "eksempel-valle-tiltakskort", queries=RESOURCE
    ),
    of_council("local guide whose publisher has ended", "resource", "eksempel-asker-gammel", queries=RESOURCE),
    of_council("publisher that has ended", "publisher", "eksempel-kontoret"),
    of_council("local guide that was withdrawn", "resource", "eksempel-baerum-gammel", status=410),
]

SEARCH = 9


def _search(name, query="", *, queries=SEARCH, **details):
    return Kind(
        f"search, {name}",
        "search",
        query=query,
        queries=queries,
        seconds=5,
        shown_when_down=False,
        **{"way_in": True} | details,
    )


OF_SEARCH = [
    _search("nothing typed", queries=1),
    _search("several meanings", "q=Herøy", way_in=False),
    _search("nothing found", "q=qqqqqqqqqqqq", queries=3),
    _search("nearly a name", "q=kri"),
    _search("outside", "q=Svalbard"),
    _search("text too long", f"q={'a' * 201}", queries=1, status=400),
    _search("hits", "q=strategi for forebygging"),
    _search("hits of one kind, second page", "q=politiråd vedtak&type=decision&p=2"),
    _search("in a place", "q=tiltakskort Valle"),
    _search("a misspelling", "q=radikalisring"),
    _search("not all words", "q=traktor forebygging"),
    _search("a number", "q=PST nummer"),
    _search("a concern", "q=jeg er bekymret for en elev"),
]


def _concern(name, slug):
    return Kind(name, "concern_here", slug, queries=4, way_in=True)


OF_CONCERN = [
    Kind("concern", "concern", way_in=True),
    _concern("concern with all states", "valle"),
    _concern("concern with a stale contact", "bykle"),
    _concern("concern without contacts", "bokn"),
    Kind("concern in a municipality that was divided", "concern_here", "alesund-1507", status=300, way_in=True),
    Kind("concern in an unknown municipality", "concern_here", "vale", status=404, way_in=True),
]

KINDS = [
    Kind("home", "home", way_in=True),
    *OF_SEARCH,
    Kind("municipalities", "municipalities"),
    Kind("municipalities of a county", "municipalities", query="fylke=agder"),
    Kind("municipalities by district", "municipalities", query="vis=politidistrikt&navn=b"),
    Kind("municipalities, none fits", "municipalities", query="navn=qqqq"),
    Kind("municipalities, wrong filter", "municipalities", query="fylke=atlantis"),
    Kind("map", "municipality_map"),
    _card("card with all states", "valle"),
    _card("card with a stale contact", "bykle"),
    _card("card with a deputy", "asker"),
    _card("card with an explanation", "asker", "q=Røyken"),
    _card("card without contacts", "bokn"),
    _card("card with a name in another language", "karasjok"),
    _card("card with names in three languages", "kafjord"),
    Kind("municipality that was divided", "municipality", "alesund-1507", status=300),
    _action_card("action card", "valle"),
    _action_card("action card with a deputy", "asker"),
    _action_card("action card without contacts", "bokn"),
    Kind("districts", "districts"),
    Kind("district with contacts", "district", "agder", queries=4, way_in=True),
    Kind("district without contacts", "district", "finnmark", queries=4, way_in=True),
    Kind("district with an explanation", "district", "sor-ost", "q=Telemark+politidistrikt", queries=4, way_in=True),
    *OF_COUNCILS,
    *OF_SLT,
    *OF_GROUPS,
    *OF_WORKING_YEARS,
    *OF_DIALOGUES,
    *OF_GUIDANCE,
    *OF_ACTIVITIES,
    *OF_LOCAL_GUIDANCE,
    *OF_CONCERN,
    Kind("about", "about"),
    Kind("accessibility", "accessibility", queries=0),
    Kind("privacy", "privacy", queries=0),
    Kind("unknown municipality", "municipality", "vale", status=404, way_in=True),
    Kind("unknown page", "finnes/ikke/", status=404, way_in=True),
]

# What is no page, and so is not walked: everything that has an address must be here or above.
OTHERS = [
    Kind("suggestions", "suggestions", query="q=kris", queries=5, seconds=5, shown_when_down=False),
    Kind("contacts for a phone", "contacts_file", "valle", queries=4),
    *OTHERS_OF_COUNCILS,
    *OTHERS_OF_GROUPS,
    *OTHERS_OF_DIALOGUES,
    *OTHERS_OF_GUIDANCE,
    Kind("sitemap", "sitemap", queries=10),
    Kind("robots", "robots", queries=0),
    Kind("liveness", "livez", queries=0),
    Kind("readiness", "readyz", queries=3),
]

PAGES = [Page(kind, language) for kind, language in product(KINDS, LANGUAGES)]


def _looked_at():
    """For a browser, which takes a second for each: every type of page in every language; and of what shows a type in
    another state, one language, in turn."""
    types = {}
    for number, kind in enumerate(KINDS):
        is_first = types.setdefault((kind.route, kind.status), kind) is kind
        yield from (Page(kind, language) for language in (LANGUAGES if is_first else [LANGUAGES[number % 3]]))


LOOKED_AT = [*_looked_at()]
GOOD_PAGES = [page for page in PAGES if page.kind.status == 200]
OTHER_ADDRESSES = [Page(kind, language) for kind, language in product(OTHERS, LANGUAGES)]


def each(pages):
    """Runs a test for each of these pages."""
    return pytest.mark.parametrize("target", pages, ids=str)


def routes():
    """The names of all URL patterns of public pages. The private ones have a table of their own: access/."""
    resolver = get_resolver()
    names = {name for name in resolver.reverse_dict if isinstance(name, str)}
    return {name for name in names if not is_private(resolver.reverse_dict[name][0][0][0])}
