"""What the public page of a scheme is made from: each row fetched once."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Max, Prefetch
from django.shortcuts import get_object_or_404
from django.utils import timezone

from councils.choices import Agency
from councils.models import Council
from slt.choices import Level
from slt.cycle import steps_of
from slt.cycle_picture import picture_of
from slt.models import Coordinator, CycleYear, Group, Office, Representation, Scheme, SchemeMunicipality


@dataclass(frozen=True)
class Coordinating:
    """A coordinator as the card of a municipality shows it, with what the scheme knows: whom it serves, and where."""

    contact: object
    places: list
    offices: list


@dataclass(frozen=True)
class Standing:
    """One of the three levels of a scheme: the council that is its steering group, or its groups."""

    level: Level
    council: Council | None
    groups: list

    @property
    def has_none(self):
        return not (self.council or self.groups)


@dataclass(frozen=True)
class GroupInBrief:
    """`agencies` are (agency, how many) in the order of agencies; who they are is told nowhere."""

    group: Group
    agencies: list

    @property
    def people(self):
        return sum(count for _agency, count in self.agencies)


def scheme_or_404(slug):
    return get_object_or_404(Scheme.objects.select_related("steering_council"), slug=slug)


def coordinators_of(scheme, known):
    """`known`: the index. One whose contact point is not public is not there."""
    offices = Prefetch("offices", Office.objects.select_related("municipality"))
    rows = Coordinator.objects.filter(scheme=scheme).order_by("pk").prefetch_related(offices)
    contacts = [(known.points.get(row.contact_point_id), list(row.offices.all())) for row in rows]
    return [Coordinating(contact, known.served_by(contact), offices) for contact, offices in contacts if contact]


def levels_of(scheme):
    """Those it has, from steering to executing, with what is active at each."""
    groups = Group.objects.filter(scheme=scheme).active().order_by("name", "pk")
    groups = [_in_brief(group) for group in groups.prefetch_related("representation")]
    return [_standing(scheme, level, groups) for level in scheme.levels]


def _standing(scheme, level, groups):
    council = scheme.steering_council if level == Level.STEERING else None
    return Standing(level, council, [shown for shown in groups if shown.group.level == level])


def _in_brief(group):
    counts = Counter()
    for row in group.representation.all():
        counts[row.agency] += row.count
    return GroupInBrief(group, [(agency.label, counts[agency]) for agency in Agency if counts[agency]])


def picture_of_this_year(scheme):
    """The working cycle of the year; of one that has none yet, nothing."""
    cycle = CycleYear.objects.filter(scheme=scheme, year=timezone.localdate().year).first()
    return picture_of(cycle.year, steps_of(cycle)) if cycle else None


def updated(scheme):
    """The day on which the last thing that this page tells was changed: itself, whom it is for, who coordinates, its
    groups and who takes part in them."""
    return max(filter(None, (_last(*which) for which in _told(scheme))), default=None)


def _told(scheme):
    return [
        (Scheme, {"id": scheme.pk}),
        (SchemeMunicipality, {"scheme": scheme.pk}),
        (Coordinator, {"scheme": scheme.pk}),
        (Group, {"scheme": scheme.pk}),
        (Representation, {"group__in": Group.objects.filter(scheme=scheme).values("pk")}),
    ]


def _last(model, which):
    return model.history.filter(**which).aggregate(at=Max("history_date"))["at"]
