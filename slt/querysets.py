"""Every query of this app that has a name, as the domain says it.

- `visible_to`, `editable_by`: the editing pages; see scopes.py.
- `public`: everyone.
"""

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, When

from contacts.querysets import DatedQuerySet, LedQuerySet
from councils.querysets import BodyQuerySet


def scopes():
    """Imported late: models import this module, and scopes.py imports models."""
    from slt import scopes

    return scopes


class OfSchemeQuerySet(LedQuerySet):
    """Rows that belong to a scheme, at the end of `path`, and are reached by whoever coordinates it."""

    path = "scheme__"

    def visible_to(self, access):
        return self.kept_by(access)

    def editable_by(self, access):
        return self.kept_by(access)

    def kept_by(self, access):
        return self.filter(scopes().schemes(access, *scopes().KEEPERS, path=self.path))


class OfFrameQuerySet(OfSchemeQuerySet):
    """Rows of a scheme's frame: also for those who keep the scheme itself, but not what is written in it."""

    def visible_to(self, access):
        return self.filter(scopes().schemes(access, *scopes().FRAME_READERS, path=self.path))

    def editable_by(self, access):
        return self.filter(scopes().schemes(access, *scopes().FRAME_KEEPERS, path=self.path))


class SchemeQuerySet(OfFrameQuerySet):
    path = ""

    def active(self):
        return self.filter(status="active")

    def of_municipalities(self, ids, on):
        """For roles that are for one scheme: see contacts/bodies.py."""
        from slt.models import SchemeMunicipality

        areas = SchemeMunicipality.objects.current(on).filter(municipality__in=ids)
        return self.filter(pk__in=areas.values("scheme"))


class SchemeMunicipalityQuerySet(DatedQuerySet, OfFrameQuerySet):
    pass


class GroupQuerySet(BodyQuerySet):
    """Who keeps and reads a group is said of all bodies together: councils/scopes.py."""

    def active(self):
        return self.filter(ended_on__isnull=True)


class CycleYearQuerySet(OfSchemeQuerySet):
    pass


class OfCycleQuerySet(OfSchemeQuerySet):
    path = "cycle__scheme__"

    def public(self):
        return self.filter(visibility="public")


class FindingQuerySet(OfCycleQuerySet):
    def to_be_put(self):
        """Those from which no priority was made that is before the steering group, or decided."""
        from slt.models import Priority

        used = Priority.findings.through.objects.exclude(priority__in=Priority.objects.to_be_put().values("pk"))
        return self.exclude(pk__in=used.values("finding"))


class PriorityQuerySet(OfCycleQuerySet):
    def public(self):
        """Of a case that is exempt nothing is told here, whatever the priority itself says."""
        return super().public().exclude(item__visibility="exempt")

    def undecided(self):
        return self.filter(outcome="waiting")

    def to_be_put(self):
        """Those that are not before the steering group, nor decided. See `Priority.is_put`."""
        off = Q(item__isnull=True) | Q(item__is_withdrawn=True) | Q(item__meeting__status="cancelled")
        return self.undecided().filter(off)

    def to_be_decided(self, on):
        """Those whose meeting has been, and of which nobody has said what came of it."""
        been = self.undecided().filter(item__is_withdrawn=False, item__meeting__date__lt=on)
        return been.exclude(item__meeting__status__in=["planned", "cancelled"])


class MeasureQuerySet(OfCycleQuerySet):
    def open(self):
        return self.filter(status__in=["planned", "ongoing"])

    def overdue(self, on):
        return self.open().filter(due__lt=on)

    def most_urgent(self):
        return self.order_by(F("due").asc(nulls_last=True), "pk")

    def to_evaluate(self):
        """Of those that have ended."""
        return self.exclude(status__in=["planned", "ongoing"]).filter(effect="", evaluation="")

    def ended_first(self):
        """Those that can be evaluated stand before those that are still open."""
        is_open = Case(When(status__in=["planned", "ongoing"], then=1), default=0)
        return self.order_by(is_open, F("due").asc(nulls_last=True), "pk")


class DialogueProcessQuerySet(OfSchemeQuerySet):
    def public(self):
        return self.filter(visibility="public")

    def in_order(self):
        """What is under way first, what has ended last; of each, the newest first."""
        states = ("ongoing", "planned", "ended")
        order = Case(*(When(status=status, then=place) for place, status in enumerate(states)))
        return self.order_by(order, "-valid_from", "-pk")

    def for_list(self, on):
        """With their scheme, and with the events that are to come as `coming`."""
        from slt.models import DialogueEvent

        coming = Prefetch("events", DialogueEvent.objects.to_come(on), to_attr="coming")
        return self.select_related("scheme").prefetch_related(coming)

    def for_page(self):
        """With everything that slt/dialogues.py may show; and whether everyone may read what it came from."""
        from councils.models import AgendaItem, Plan
        from slt.models import Measure

        of = {
            "item": AgendaItem.objects.public().numbered().filter(pk=OuterRef("item")),
            "plan_measure": Plan.objects.public().filter(measures=OuterRef("plan_measure")),
            "measure": Measure.objects.public().filter(pk=OuterRef("measure")),
        }
        return (
            self.select_related("scheme", "item__meeting__body", "plan_measure__plan__body", "measure__cycle__scheme")
            .annotate(**{f"{name}_is_public": Exists(rows) for name, rows in of.items()})
            .prefetch_related("parties", "events")
        )


class PartyQuerySet(OfSchemeQuerySet):
    def public(self):
        return self.filter(process__visibility="public")


class DialogueEventQuerySet(PartyQuerySet):
    def to_record(self, on):
        """Their day is over, and nobody has said how it went."""
        return self.filter(status="planned", date__lt=on).order_by("date", "pk")

    def to_come(self, on):
        return self.filter(status="planned", date__gte=on).order_by("date", "pk")
