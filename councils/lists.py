"""What the two lists across councils show: which municipality has one, and what they have decided."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count
from django.db.models.functions import ExtractYear

from contacts import gazetteer
from contacts.desk.entries import Choice
from contacts.folding import norwegian_order
from councils import index
from councils.choices import Theme
from councils.forms import CouncilFilterForm
from councils.models import Body, Council, MinutesText


@dataclass(frozen=True)
class Line:
    """A municipality with its councils; with none, nothing was ever registered."""

    place: object
    councils: tuple

    @property
    def states(self):
        return {council.status for council in self.councils} or {CouncilFilterForm.WITHOUT}

    @property
    def has_active(self):
        return Council.Status.ACTIVE in self.states


def council_lines(chosen):
    """Every municipality of today that fits county and district, in Norwegian order."""
    of = index.current().of
    return [Line(place, tuple(of(place))) for place in gazetteer.current().municipalities if is_in(place, chosen)]


def is_in(place, chosen):
    """Whether a municipality is in the county and the district that were chosen."""
    county, district = chosen.get("fylke"), chosen.get("distrikt")
    return county in (None, place.county.slug) and district in (None, place.district and place.district.slug)


def with_status(lines, status):
    """Those lines, each with its councils of that status alone."""
    if not status:
        return lines
    fitting = [line for line in lines if status in line.states]
    return [Line(line.place, tuple(row for row in line.councils if row.status == status)) for line in fitting]


def apart(lines):
    """Those with a council, and those of which none is registered: the first are few, and are read first."""
    return [line for line in lines if line.councils], [line for line in lines if not line.councils]


def by_county(lines):
    """In Norwegian order. By name: the places may have been read again since these lines were made."""
    in_order = sorted(lines, key=lambda line: norwegian_order(line.place.county.name))
    return [(county, list(members)) for county, members in groupby(in_order, key=lambda line: line.place.county)]


def status_links(lines, chosen, address):
    """How many municipalities are where; one with several councils is counted for each of their states."""
    counts = Counter(status for line in lines for status in line.states)
    without = CouncilFilterForm.base_fields["status"].choices[-1]
    states = [*((state.value, state.label) for state in index.ORDER), without]
    return [
        Choice(label, counts[status], address(status=status), chosen.get("status") == status)
        for status, label in states
        if counts[status]
    ]


def decisions(chosen):
    """The decisions that fit, whatever their theme."""
    texts = MinutesText.objects.decisions()
    if county := gazetteer.current().county_by_slug.get(chosen.get("fylke")):
        ids = [place.id for place in county.municipalities]
        texts = texts.filter(item__body__in=Body.objects.of_municipalities(ids, gazetteer.current().on))
    if slug := chosen.get("rad"):
        texts = texts.filter(item__body__slug=slug)
    if year := chosen.get("ar"):
        texts = texts.filter(item__meeting__date__year=year)
    return texts


def of_theme(texts, theme):
    return texts.filter(item__theme=theme) if theme else texts


def theme_links(rows, chosen, address, theme_of="item__theme"):
    counts = dict(rows.order_by().values_list(theme_of).annotate(count=Count("pk")))
    return [
        Choice(theme.label, counts[theme], address(tema=theme.value), chosen.get("tema") == theme)
        for theme in Theme
        if theme in counts
    ]


def choices_of_decisions():
    """Only councils and years of which there are any."""
    texts = MinutesText.objects.decisions().order_by()
    councils = texts.values_list("item__body__slug", "item__body__name").distinct().order_by("item__body__name")
    years = texts.annotate(year=ExtractYear("item__meeting__date")).values_list("year", flat=True).distinct()
    return {"councils": list(councils), "years": sorted(years, reverse=True)}


# What every filtered list needs, also those of other apps.


def county_choices():
    return [(county.slug, county.name) for county in gazetteer.current().counties_in_order]


def district_choices():
    return [(district.slug, district.name) for district in gazetteer.current().districts]
