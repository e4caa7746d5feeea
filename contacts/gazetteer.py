"""The places of Norway, held in memory: a gazetteer (an index of places) that lookups and pages read without a query.

Built from the database by a dozen queries at most, and again when the stamp of the places changes or a new day begins.
A process asks for the stamp at most once a second.
"""

import datetime
import logging
import math
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.db import InterfaceError, OperationalError
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from contacts import snapshots
from contacts.folding import fold, norwegian_order
from contacts.models import (
    ContentVersion,
    County,
    DistrictMembership,
    Language,
    Municipality,
    MunicipalityNumber,
    MunicipalitySuccession,
    NationalNumber,
    PlaceName,
    PoliceDistrict,
    PoliceDistrictSuccession,
    PostalCode,
)

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_CHECKS = 1.0
# How often the places are read at one check while someone keeps changing them.
MOST_READS = 3


class Place:
    """What the three kinds have in common. They refer to each other in circles, so each is written by its address."""

    def __repr__(self):
        return f"<{type(self).__name__} {self.slug}>"


@dataclass(eq=False, repr=False)
class CountyPlace(Place):
    slug: str
    number: str
    name: str
    municipalities: list = field(default_factory=list)

    @property
    def full_name(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('municipalities')}?{urlencode({'fylke': self.slug})}"


@dataclass(eq=False, repr=False)
class DistrictPlace(Place):
    id: int
    slug: str
    code: str
    main_name: str
    headquarters: str
    is_current: bool
    names: dict = field(default_factory=dict)
    old_names: list = field(default_factory=list)
    municipalities: list = field(default_factory=list)
    successions: list = field(default_factory=list)
    origins: list = field(default_factory=list)

    @property
    def name(self):
        """In the language of the page: Øst, in nynorsk Aust."""
        return self.names.get(get_language(), self.main_name)

    @property
    def full_name(self):
        return self.name

    def get_absolute_url(self):
        return reverse("district", args=[self.slug])


@dataclass(eq=False, repr=False)
class MunicipalityPlace(Place):
    id: int
    slug: str
    name: str
    is_current: bool
    county: CountyPlace | None
    organisation_number: str
    position: tuple | None
    district: DistrictPlace | None = None
    number: str = ""
    old_numbers: list = field(default_factory=list)
    names: list = field(default_factory=list)
    old_names: list = field(default_factory=list)
    successions: list = field(default_factory=list)
    origins: list = field(default_factory=list)
    has_namesake: bool = False

    @property
    def full_name(self):
        """With the county where two municipalities of today share the name: "Herøy (Nordland)"."""
        return f"{self.name} ({self.county.name})" if self.has_namesake else self.name

    @property
    def neighbours(self):
        """The other municipalities of the same police district."""
        return [other for other in self.district.municipalities if other is not self] if self.district else []

    def get_absolute_url(self):
        return reverse("municipality", args=[self.slug])


@dataclass(frozen=True)
class Group:
    """The municipalities of a county or a district, in a list."""

    place: object
    members: list


@dataclass(frozen=True)
class Nowhere:
    """Stands where a district would, for municipalities that have none on the day."""

    slug: str
    name: str


NO_DISTRICT = Nowhere("uten", _("Without a police district"))


@dataclass(frozen=True)
class Past:
    """What a place had until a day; most changes of places are made at the turn of a year."""

    last_day: datetime.date

    @property
    def ended_with_the_year(self):
        return (self.last_day.month, self.last_day.day) == (12, 31)


@dataclass(frozen=True)
class OldNumber(Past):
    number: str


@dataclass(frozen=True)
class OldName(Past):
    name: str


@dataclass(frozen=True)
class Name:
    language: str
    name: str


@dataclass(frozen=True)
class Edge:
    """A dated succession from one place to another."""

    kind: str
    date: datetime.date
    predecessor: object
    successor: object


class Gazetteer:
    """All places as they are on one day."""

    def __init__(self, on):
        self.on = on
        self.national = NationalNumber.objects.by_key()
        self.counties = {
            county.pk: CountyPlace(county.slug, county.number, county.name) for county in County.objects.all()
        }
        self.districts_by_id = {district.pk: self._district(district) for district in PoliceDistrict.objects.all()}
        self.municipalities_by_id = {place.pk: self._municipality(place) for place in Municipality.objects.all()}
        self._mark_namesakes()
        self._add_memberships()
        self._add_numbers()
        self._add_names()
        _link(MunicipalitySuccession.objects.filter(date__lte=on), self.municipalities_by_id)
        _link(PoliceDistrictSuccession.objects.filter(date__lte=on), self.districts_by_id)
        self.former_counties = snapshots.former_counties()
        self.city_districts = snapshots.city_districts()
        self.postal_codes = {
            code: (place, self.municipalities_by_id[municipality])
            for code, place, municipality in PostalCode.objects.values_list("code", "place", "municipality")
        }

    def _exists(self, row):
        return (row.valid_from is None or row.valid_from <= self.on) and (
            row.valid_to is None or row.valid_to >= self.on
        )

    def _district(self, row):
        return DistrictPlace(row.pk, row.slug, row.code, row.name, row.headquarters, self._exists(row))

    def _municipality(self, row):
        position = (row.latitude, row.longitude) if row.latitude is not None else None
        county = self.counties.get(row.county_id)
        # One that is to end needs no county in the database; without one it can have no page.
        is_current = self._exists(row) and county is not None
        return MunicipalityPlace(row.pk, row.slug, row.name, is_current, county, row.organisation_number, position)

    def _mark_namesakes(self):
        times = Counter(place.name for place in self.municipalities)
        for place in self.municipalities:
            place.has_namesake = times[place.name] > 1

    def _add_memberships(self):
        for membership in DistrictMembership.objects.current(self.on):
            municipality = self.municipalities_by_id[membership.municipality_id]
            municipality.district = self.districts_by_id[membership.district_id]
        for municipality in sorted(self.municipalities_by_id.values(), key=lambda place: norwegian_order(place.name)):
            if municipality.is_current:
                municipality.county.municipalities.append(municipality)
                if municipality.district:
                    municipality.district.municipalities.append(municipality)

    def _add_numbers(self):
        for row in MunicipalityNumber.objects.order_by(F("valid_to").desc(nulls_first=True)):
            municipality = self.municipalities_by_id[row.municipality_id]
            if self._exists(row):
                municipality.number = row.number
            elif row.valid_to and row.valid_to < self.on:
                municipality.old_numbers.append(OldNumber(row.valid_to, row.number))

    def _add_names(self):
        for row in sorted(PlaceName.objects.all(), key=lambda row: Language.values.index(row.language)):
            district = self.districts_by_id.get(row.district_id)
            place = district or self.municipalities_by_id[row.municipality_id]
            if row.valid_to and row.valid_to < self.on:
                place.old_names.append(OldName(row.valid_to, row.name))
            elif self._exists(row) and district:
                district.names[row.language] = row.name
            elif self._exists(row):
                place.names.append(Name(row.language, row.name))

    @cached_property
    def municipalities(self):
        """Those of today, in Norwegian alphabetical order."""
        return _in_order(place for place in self.municipalities_by_id.values() if place.is_current)

    @cached_property
    def former_municipalities(self):
        """Those that are not of today. One that begins on a day to come is among them, and leads nowhere yet."""
        return _in_order(place for place in self.municipalities_by_id.values() if not place.is_current)

    @cached_property
    def districts(self):
        """Those of today, by their official code (Oslo first, Finnmark last); those without one come after."""
        current = (place for place in self.districts_by_id.values() if place.is_current)
        return sorted(
            current, key=lambda district: (not district.code, district.code, norwegian_order(district.main_name))
        )

    @cached_property
    def former_districts(self):
        former = (place for place in self.districts_by_id.values() if not place.is_current)
        return sorted(former, key=lambda place: norwegian_order(place.main_name))

    @cached_property
    def municipality_by_slug(self):
        return {place.slug: place for place in self.municipalities_by_id.values()}

    @cached_property
    def district_by_slug(self):
        return {place.slug: place for place in self.districts_by_id.values()}

    @cached_property
    def counties_in_order(self):
        return sorted(self.counties.values(), key=lambda county: norwegian_order(county.name))

    @cached_property
    def county_by_slug(self):
        return {county.slug: county for county in self.counties.values()}

    @cached_property
    def county_by_name(self):
        return {county.name: county for county in self.counties.values()}

    def groups(self, *, by_district=False, name="", county="", district=""):
        """The municipalities of today by county or by police district, those that fit the filters."""
        units = self.districts if by_district else self.counties_in_order
        groups = [Group(unit, _fitting(unit.municipalities, fold(name), county, district)) for unit in units]
        if by_district:
            homeless = [place for place in self.municipalities if not place.district]
            groups.append(Group(NO_DISTRICT, _fitting(homeless, fold(name), county, district)))
        return [group for group in groups if group.members]


def _link(successions, places):
    for row in successions:
        edge = Edge(row.kind, row.date, places[row.predecessor_id], places[row.successor_id])
        if edge.predecessor is not edge.successor:
            edge.predecessor.successions.append(edge)
            edge.successor.origins.append(edge)


def _fitting(municipalities, name, county, district):
    return [
        place
        for place in municipalities
        if county in ("", place.county.slug)
        and district in ("", place.district and place.district.slug)
        and any(name in fold(known) for known in (place.name, *(parallel.name for parallel in place.names)))
    ]


def _in_order(places):
    return sorted(places, key=lambda place: norwegian_order(place.name))


def successors(place):
    """The places of today that a place became, each with the path of edges that leads there."""
    if place.is_current:
        return [(place, ())]
    return [(target, (edge, *path)) for edge in place.successions for target, path in successors(edge.successor)]


def predecessors(place):
    """All edges into a place, the newest first, with those into its predecessors behind them."""
    edges = sorted(place.origins, key=lambda edge: edge.date, reverse=True)
    return edges + [older for edge in edges for older in predecessors(edge.predecessor)]


class _Shelf:
    """The gazetteer of this process, and what it was made from."""

    gazetteer = None
    stamp = None
    content = None
    checked_at = 0.0
    checked_on = None
    lock = threading.Lock()


def current():
    """The gazetteer of today; while the database is down, the last one that was read."""
    today = timezone.localdate()
    if not _was_checked(today):
        with _Shelf.lock:
            # Asked once more: while this thread waited, the one before it may have checked.
            if not _was_checked(today):
                _check(today)
    return _Shelf.gazetteer


def _was_checked(today):
    """Whether the database was asked a moment ago, and for this day."""
    recently = time.monotonic() - _Shelf.checked_at < SECONDS_BETWEEN_CHECKS
    return _Shelf.gazetteer is not None and recently and _Shelf.checked_on == today


def _check(today):
    try:
        _renew(today)
    except (OperationalError, InterfaceError):
        if _Shelf.gazetteer is None:
            raise
        logger.warning("The database does not answer; the places are those of %s.", _Shelf.gazetteer.on)
    _Shelf.checked_at, _Shelf.checked_on = time.monotonic(), today


def _renew(today):
    stamp = _stamp(today)
    if _Shelf.gazetteer is None or stamp != _Shelf.stamp:
        _Shelf.gazetteer, _Shelf.stamp = _read(today, stamp)


def _stamp(today):
    places, _Shelf.content = ContentVersion.objects.current_stamps()
    return places, today


def found(find):
    """What `find(places)` finds for rows that a page has just read. When one of them names a place that came within the
    last second, the places are read again."""
    try:
        return find(current())
    except KeyError:
        check_again()
        return find(current())


def content():
    """The stamp of all public content when the places were last asked for: for what else is kept in memory, so that
    nobody asks twice. Ask for the places first."""
    return _Shelf.content


def _read(today, stamp):
    """The places, and the stamp they were read under: read again when it changed meanwhile, since half would be older.

    After the last time what was read is taken with its older stamp, so that the next check reads it again.
    """
    for tries_left in reversed(range(MOST_READS)):
        places = _read_once(today, may_fail=tries_left > 0)
        now = _stamp(today)
        if places and (now == stamp or not tries_left):
            break
        stamp = now
    return places, stamp


def _read_once(today, *, may_fail):
    """The places, or None when a row names a place that was added after the places had been read."""
    try:
        return Gazetteer(today)
    except KeyError:
        if not may_fail:
            raise


def in_memory():
    """The gazetteer that was last used, however old, or None: for pages that may not ask the database."""
    return _Shelf.gazetteer


def check_again():
    """Ask for the stamp at the next call, however soon it comes."""
    _Shelf.checked_at = -math.inf
