"""Which council each municipality has, held in memory: for the list of councils and the page of a municipality, which
then asks the database nothing more.

Only what everyone may see is in it. Built by a handful of queries, and again when any public content changed or a new
day began; whether it did, the gazetteer has just asked.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Max, Min
from django.urls import reverse

from contacts import gazetteer
from contacts.folding import norwegian_order
from contacts.shelf import Shelf
from councils.lifecycle import HELD
from councils.models import BodyMunicipality, Council, Meeting, Strategy

Status = Council.Status
# An active council before one that was, and both before one that never was.
ORDER = {status: position for position, status in enumerate([Status.ACTIVE, Status.DORMANT, *Status])}
NEVER_WAS = {Status.NONE, Status.INVITED, Status.CONSIDERED, Status.DECLINED}


@dataclass(frozen=True)
class CouncilInBrief:
    """A council as other pages name it, in no language: what it is called in each is asked when it is shown."""

    name: str
    slug: str
    language: str
    status: str
    since: datetime.date
    is_example: bool
    municipality_ids: tuple
    former_ids: tuple
    last_met: datetime.date | None
    meets_next: datetime.date | None
    strategy_title: str
    strategy_slug: str

    @property
    def status_label(self):
        return Status(self.status).label

    @property
    def is_active(self):
        return self.status == Status.ACTIVE

    @property
    def never_was(self):
        return self.status in NEVER_WAS

    @property
    def strategy_url(self):
        return reverse("strategy", args=[self.slug, self.strategy_slug])

    @property
    def last_meeting_url(self):
        return reverse("meeting", args=[self.slug, self.last_met])

    def get_absolute_url(self):
        return reverse("council", args=[self.slug])


class Index:
    def __init__(self, on):
        self.councils = sorted(_read(on), key=lambda council: (ORDER[council.status], norwegian_order(council.name)))
        self._by_municipality = defaultdict(list)
        for council in self.councils:
            for municipality in council.municipality_ids:
                self._by_municipality[municipality].append(council)

    def of(self, place):
        """The councils of a municipality, the active ones first."""
        return self._by_municipality.get(place.id, [])

    def active_in(self, places):
        """The active councils of these municipalities, or of those of today that they became."""
        today = {target.id: target for place in places for target, _path in gazetteer.successors(place)}
        found = {council.slug: council for place in today.values() for council in self.of(place) if council.is_active}
        return list(found.values())

    @property
    def of_no_municipality(self):
        """Those whose municipalities are no more, or that are of none any longer."""
        return [council for council in self.councils if not council.municipality_ids]


def _read(on):
    now, before = areas(BodyMunicipality.objects.order_by("pk"), on)
    meetings = Meeting.objects.public().order_by().values_list("body")
    last_met = dict(meetings.filter(status__in=HELD).annotate(day=Max("date")))
    meets_next = dict(meetings.filter(status=Meeting.Status.CALLED, date__gte=on).annotate(day=Min("date")))
    # Of two in force at the same time, the newest.
    strategies = Strategy.objects.in_force(on).order_by("valid_from", "pk").values_list("body", "title", "slug")
    strategies = {body: (title, slug) for body, title, slug in strategies}
    for row in Council.objects.order_by().values(
        "pk", "name", "slug", "language", "status", "status_since", "is_example"
    ):
        pk, since = row.pop("pk"), row.pop("status_since")
        title, slug = strategies.get(pk, ("", ""))
        yield CouncilInBrief(
            **row,
            since=since,
            municipality_ids=tuple(now[pk]),
            former_ids=tuple(before[pk]),
            last_met=last_met.get(pk),
            meets_next=meets_next.get(pk),
            strategy_title=title,
            strategy_slug=slug,
        )


def areas(rows, on, of="body_id"):
    """By council, or whatever the rows are of: the municipalities that it is of on that day, and those of before."""
    now, before = defaultdict(list), defaultdict(list)
    for row in rows:
        if row.valid_to and row.valid_to < on:
            before[getattr(row, of)].append(row.municipality_id)
        elif row.valid_from is None or row.valid_from <= on:
            now[getattr(row, of)].append(row.municipality_id)
    return now, before


_shelf = Shelf(lambda places: Index(places.on))


def current():
    """The index of today."""
    return _shelf.current()
