"""What followers are told of a change, what they ask, and what they say that they did."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.models import Municipality

ONE_DAY = datetime.timedelta(days=1)


class CannotCarryOut(Exception):
    """Why a change cannot be planned or carried out, in sentences that tell what to do."""

    def __init__(self, *reasons):
        super().__init__(" ".join(map(str, reasons)))
        self.reasons = reasons


class Topic(TextChoices):
    """What an effect or a question is about, in the order in which they are shown."""

    PLACE = "place", _("Municipalities and police districts")
    CONTACT_POINT = "contact_point", _("Contact points")
    PERSON = "person", _("People")
    ROLE = "role", _("Roles")
    BODY = "body", _("Councils, SLT schemes and groups")
    GUIDANCE = "guidance", _("Local guides and other guidance")
    POSTAL_CODE = "postal_code", _("Postal codes")


@dataclass(frozen=True)
class Effect:
    """One thing that changes. `private` is shown beside it only to those who may see `row`."""

    topic: Topic
    what: str
    before: str
    after: str
    row: object = None
    private: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Question:
    """Which successor gets a row? `proposed` are the successors that are ticked to begin with.

    An optional one is whether the row is carried on at all, and goes without an answer.
    """

    topic: Topic
    row: object
    label: str
    proposed: list
    private: str = ""
    may_be_several: bool = False
    is_optional: bool = False

    @property
    def key(self):
        return key_of(self.row)


def key_of(row):
    """A row of any model by name: ("contacts.contactpoint", "17")."""
    return row._meta.label_lower, str(row.pk)


@dataclass
class Transition:
    """The units that end, and who gets what they had.

    `ended` are no more from `date` on. `moved` are the municipalities that may have come to another police district.
    `successors` are rows of the plan, of which `place` is the unit once it has begun. `handed_over` are the keys of the
    contact points that got another owner, `stood_down` the rows that were active and gave way to another.
    """

    date: datetime.date
    ended: list
    successors: list
    moved: list = field(default_factory=list)
    handed_over: set = field(default_factory=set)
    stood_down: set = field(default_factory=set)
    allotted: dict = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, change):
        units = [part.place for part in change.changed.all()] if change.ends_its_units else []
        transition = cls(change.date, units, list(change.successors.all()))
        by_id = {successor.pk: successor for successor in transition.successors}
        for allotment in change.allotments.all():
            transition.allotted[allotment.model, allotment.key].append(by_id.get(allotment.successor_id))
        return transition

    @property
    def last_day(self):
        return self.date - ONE_DAY

    @property
    def moment(self):
        """Midnight, when the new order begins."""
        return timezone.make_aware(datetime.datetime.combine(self.date, datetime.time.min))

    @property
    def ended_municipalities(self):
        return [unit for unit in self.ended if isinstance(unit, Municipality)]

    @property
    def ended_districts(self):
        return [unit for unit in self.ended if not isinstance(unit, Municipality)]

    @property
    def must_be_divided(self):
        return len(self.successors) > 1

    def is_given_up(self, row):
        """True when somebody chose not to carry it on."""
        return self.allotted.get(key_of(row)) == [None]

    def heirs_of(self, row):
        """The units that get a row; the only successor, or those to which it was given."""
        if not self.must_be_divided:
            return [self.successors[0].place]
        given = [successor.place for successor in self.allotted.get(key_of(row), ()) if successor]
        if not given:
            raise CannotCarryOut(_("It was not said who gets everything. Open the plan, and say it for each line."))
        return given

    def proposed_for(self, unit):
        """The successor that carries the name of the unit on, or the first."""
        same = [successor for successor in self.successors if successor.name_then == unit.name]
        return (same or self.successors)[0]
