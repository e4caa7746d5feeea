"""After mergers that a file told of: whatever still belongs to a municipality that has ended follows it now.

The register may know of a change before anybody planned it here. Where a unit has one successor of today, its rows go
there, as after a merger; where it has several, nothing is guessed, and `stranded` says what somebody has to give away.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from contacts.models import Municipality, MunicipalitySuccession, PoliceDistrict, PoliceDistrictSuccession, Successor
from contacts.organisational_changes import orphans
from contacts.organisational_changes.carrying_out import follow
from contacts.organisational_changes.transition import ONE_DAY, Transition
from contacts.recording import recording

SUCCESSIONS = {Municipality: MunicipalitySuccession, PoliceDistrict: PoliceDistrictSuccession}


@dataclass
class Stranded:
    """A unit that has ended, with the rows that still belong to it and those of today that it became."""

    unit: object
    rows: list
    heirs: list = field(default_factory=list)


def stranded(today):
    """What still belongs to units that have ended: a query a relation, however many there are."""
    rows = {}
    for model in SUCCESSIONS:
        ended = {unit.pk: unit for unit in model.objects.filter(valid_to__lt=today)}
        for relation in orphans.relations():
            if relation.related_model is model:
                for row in orphans.left_behind_by(relation, ended.values()):
                    rows.setdefault(ended[getattr(row, relation.attname)], []).append(row)
    edges = {model: _edges(succession, today) for model, succession in SUCCESSIONS.items()}
    return [Stranded(unit, left, _heirs(unit, edges[type(unit)])) for unit, left in rows.items()]


def _edges(model, today):
    edges = {}
    for edge in model.objects.filter(date__lte=today).select_related("successor"):
        if edge.predecessor_id != edge.successor_id:
            edges.setdefault(edge.predecessor_id, []).append(edge.successor)
    return edges


def _heirs(unit, edges):
    """Those without an end that it became, by way of others that have ended."""
    if unit.pk not in edges:
        return [] if unit.valid_to else [unit]
    return list(dict.fromkeys(heir for successor in edges[unit.pk] for heir in _heirs(successor, edges)))


@transaction.atomic
def catch_up(today):
    """Returns how many rows followed; those of a unit with several successors stay until somebody gives them away."""
    moved = 0
    for left in stranded(today):
        if len(left.heirs) == 1:
            where = "municipality" if isinstance(left.unit, Municipality) else "district"
            heir = Successor(is_new=False, **{where: left.heirs[0]})
            reason = _("%(old)s has ended: what it had goes to %(new)s") % {"old": left.unit, "new": heir}
            with recording(reason=reason), translation.override(settings.LANGUAGE_CODE):
                follow(Transition(left.unit.valid_to + ONE_DAY, [left.unit], [heir]))
            moved += len(left.rows)
    return moved
