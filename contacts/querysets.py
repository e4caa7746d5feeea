"""Every query of this app that has a name, as the domain says it."""

import secrets

from dateutil.relativedelta import relativedelta
from django.contrib.auth.models import BaseUserManager
from django.db import models
from django.db.models import OuterRef, Prefetch, Q, Subquery

from contacts import bodies


class Role:
    """The roles named here, as models/access.py has them: models import this module, so it cannot import theirs."""

    AREA_ADMINISTRATOR = "area_administrator"
    AUDITOR = "auditor"
    USER_ADMINISTRATOR = "user_administrator"


def scopes():
    """Imported late, for the same reason."""
    from contacts import scopes

    return scopes


def begun_by(day):
    return Q(valid_from__isnull=True) | Q(valid_from__lte=day)


def not_ended_before(day):
    return Q(valid_to__isnull=True) | Q(valid_to__gte=day)


def holds_on(day):
    """True of a dated row on that day; an empty end is open. Both ends are included."""
    return begun_by(day) & not_ended_before(day)


INTERVALS = range(1, 25)


def latest_day_stale(on, months):
    """The last day from which so many months have passed. From 31 August six months have passed on 28 February."""
    interval, day = relativedelta(months=months), relativedelta(days=1)
    return max(on - interval, on + day - interval - day)


class DatedQuerySet(models.QuerySet):
    """Rows that hold from a day to a day."""

    def overlapping(self, row):
        """The other rows that hold on some day on which this one holds. No database constraint sees all of these."""
        others = self.exclude(pk=row.pk)
        if row.valid_to is not None:
            others = others.filter(begun_by(row.valid_to))
        if row.valid_from is not None:
            others = others.filter(not_ended_before(row.valid_from))
        return others

    def current(self, on):
        return self.filter(holds_on(on))


class ScopedQuerySet(models.QuerySet):
    """Rows that somebody may see, and those among them that they may change. `access`: see access.py.

    Every model with an admin class has one; whoever forgets the two methods shows and changes nothing.
    """

    def visible_to(self, access):
        return self.none()

    def editable_by(self, access):
        return self.none()


class LedQuerySet(ScopedQuerySet):
    """Rows that are reached by whoever reaches what they belong to, at the end of `path`."""

    path = ""

    @classmethod
    def leading_by(cls, path):
        """The manager of rows from which this path leads there."""
        return type(cls.__name__, (cls,), {"path": path, "__module__": cls.__module__}).as_manager()


class PoliceDistrictQuerySet(DatedQuerySet, ScopedQuerySet):
    def visible_to(self, access):
        return self.filter(scopes().districts(access))

    def kept_by(self, access):
        return self.filter(scopes().kept_districts(access))

    def administered_by(self, access):
        return self.filter(scopes().administered_districts(access))

    def editable_by(self, access):
        return self if access.is_everywhere(Role.AREA_ADMINISTRATOR) else self.none()

    def planned_by(self, access):
        """Those of which somebody may plan the organisation."""
        return self.filter(scopes().districts_planned(access))


class MunicipalityQuerySet(DatedQuerySet, ScopedQuerySet):
    def visible_to(self, access):
        return self.filter(scopes().municipalities(access))

    def kept_by(self, access):
        return self.filter(scopes().kept_municipalities(access))

    def served_by(self, access):
        return self.filter(scopes().served_municipalities(access))

    def administered_by(self, access):
        return self.filter(scopes().administered_municipalities(access))

    def planned_by(self, access):
        return self.filter(scopes().municipalities_planned(access))

    def editable_by(self, access):
        return self if access.is_everywhere(Role.AREA_ADMINISTRATOR) else self.none()


class DistrictMembershipQuerySet(DatedQuerySet, ScopedQuerySet):
    def visible_to(self, access):
        return self.filter(scopes().places(access, Role.AREA_ADMINISTRATOR, Role.AUDITOR))

    def editable_by(self, access):
        return self if access.is_everywhere(Role.AREA_ADMINISTRATOR) else self.none()


class NationalNumberQuerySet(ScopedQuerySet):
    def visible_to(self, access):
        return self if access.is_everywhere(Role.AREA_ADMINISTRATOR, Role.AUDITOR) else self.none()

    def editable_by(self, access):
        return self if access.is_everywhere(Role.AREA_ADMINISTRATOR) else self.none()

    def by_key(self):
        return {number.key: number for number in self}


class PersonQuerySet(ScopedQuerySet):
    def known(self):
        """Those whose personal data was not cleared."""
        return self.filter(cleared_on__isnull=True)

    def of_unit(self, row):
        """Those of the unit that owns this row, of whatever kind."""
        return self.filter(owner_district=row.owner_district_id, owner_municipality=row.owner_municipality_id)

    def visible_to(self, access):
        return self.filter(scopes().people(access, Role.AUDITOR))

    def editable_by(self, access):
        """What was cleared stays so."""
        return self.known().filter(scopes().people(access))


class _OfContactPoint(ScopedQuerySet):
    """Rows that belong to a contact point, and are reached by whoever reaches that."""

    path = "contact_point__"

    def visible_to(self, access):
        return self.filter(scopes().contact_points(access, Role.AUDITOR, path=self.path))

    def editable_by(self, access):
        return self.filter(scopes().contact_points(access, path=self.path))


class CoverageQuerySet(_OfContactPoint):
    pass


class AbsenceQuerySet(DatedQuerySet, _OfContactPoint):
    path = "assignment__contact_point__"

    def not_over(self, on):
        """Those of the day and those to come, with who is away and who stands in."""
        return self.filter(valid_to__gte=on).select_related("assignment__person", "deputy__person")


class AssignmentQuerySet(DatedQuerySet, _OfContactPoint):
    def for_card(self, on):
        """Those who hold a function on the day, with the person, holders before deputies. `away_until` is the last day
        of an absence that holds on the day."""
        from contacts.models import Absence

        absence = Absence.objects.current(on).filter(assignment=OuterRef("pk")).values("valid_to")[:1]
        return self.current(on).select_related("person").annotate(away_until=Subquery(absence))

    def coming(self, on):
        """Those who are to hold a function from a day after this one, with the person."""
        return self.filter(valid_from__gt=on).select_related("person")


class ContactPointQuerySet(_OfContactPoint):
    path = ""

    def published(self):
        return self.filter(is_published=True)

    def of_freshness(self, freshness, on):
        """Those of which `ContactPoint.freshness` says this: the same rule (R3), for the database to answer."""
        from contacts.models import Freshness
        from contacts.models.points import DUE_BEFORE_STALE

        stale, soon = self._stale(on), self._stale(on + DUE_BEFORE_STALE)
        return self.filter({Freshness.STALE: stale, Freshness.DUE: soon & ~stale, Freshness.FRESH: ~soon}[freshness])

    @staticmethod
    def _stale(on):
        """Never verified, or verified so long ago; one condition for each interval there is."""
        condition = Q(verified_on__isnull=True)
        for months in INTERVALS:
            condition |= Q(verification_interval=months, verified_on__lte=latest_day_stale(on, months))
        return condition

    def for_list(self, on):
        """With the municipalities served and who holds the function, in three queries however many there are."""
        from contacts.models import Assignment

        holders = Prefetch("assignments", Assignment.objects.for_card(on), to_attr="current_assignments")
        return self.select_related("owner_district", "owner_municipality").prefetch_related("municipalities", holders)

    def covering(self, *, municipality_id, district_id):
        """Serving this municipality, by itself or through its whole police district."""
        return self.filter(
            Q(covers_whole_district=False, coverages__municipality_id=municipality_id)
            | Q(covers_whole_district=True, owner_district_id=district_id)
        ).distinct()

    def covering_any(self, *, municipality_ids, district_ids):
        """Serving any of these municipalities, or any of these police districts as a whole."""
        return self.filter(
            Q(covers_whole_district=False, coverages__municipality__in=municipality_ids)
            | Q(covers_whole_district=True, owner_district__in=district_ids)
        ).distinct()

    def covering_district(self, district_id):
        return self.filter(covers_whole_district=True, owner_district_id=district_id)

    def for_card(self, on):
        """With all that a public card shows, in three queries however many there are."""
        return self.published().with_holders(on)

    def with_holders(self, on):
        from contacts.models import Assignment

        return self.prefetch_related(
            "coverages", Prefetch("assignments", Assignment.objects.for_card(on), to_attr="current_assignments")
        )

    def for_desk(self, on):
        """Published or not, with those who hold them and those who are to: what its own people work with."""
        from contacts.models import Assignment

        coming = Prefetch("assignments", Assignment.objects.coming(on), to_attr="coming_assignments")
        return self.with_holders(on).prefetch_related(coming)


def new_stamp():
    return secrets.token_hex(8)


class ContentVersionQuerySet(models.QuerySet):
    def current_stamps(self):
        """Of the places and of all content; empty texts before anything was loaded."""
        return self.values_list("places", "content").first() or ("", "")

    def current_places(self):
        return self.current_stamps()[0]

    def renew(self, *, places=False):
        """Replace the stamp of the content, and that of the places when they changed."""
        stamps = {"content": new_stamp()} | ({"places": new_stamp()} if places else {})
        if not self.filter(pk=1).update(**stamps):
            self.get_or_create(pk=1)


class GrantQuerySet(ScopedQuerySet):
    def current(self, at):
        """The grants that hold at a moment."""
        return self.filter(begins_at__lte=at, ends_at__gt=at)

    def with_body_names(self):
        return bodies.with_names(self)

    def visible_to(self, access):
        return self.filter(scopes().places(access, Role.USER_ADMINISTRATOR, Role.AUDITOR))

    def editable_by(self, access):
        return self.filter(scopes().grants(access))


class InvitationQuerySet(ScopedQuerySet):
    def open(self, at):
        """Those that can still be accepted: the same rule as `Invitation.is_open`."""
        waiting = self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
        return waiting.filter(expires_at__gt=at, role_ends_at__gt=at)

    def with_body_names(self):
        return bodies.with_names(self)

    def visible_to(self, access):
        return self.filter(scopes().places(access, Role.USER_ADMINISTRATOR, Role.AUDITOR))

    def editable_by(self, access):
        return self.filter(scopes().invitations(access))


class AuditEventQuerySet(ScopedQuerySet):
    def visible_to(self, access):
        return self.filter(scopes().places(access, Role.AUDITOR))


class PersonDataDecisionQuerySet(ScopedQuerySet):
    """A decision belongs to no place: an auditor sees those of everybody who has, or had, a role in the area."""

    def visible_to(self, access):
        if access.is_everywhere(Role.AUDITOR):
            return self
        return self.filter(user__in=scopes().role_holders(access, Role.AUDITOR))


class OutgoingMailQuerySet(ScopedQuerySet):
    """Mail belongs to no place: whoever keeps the portal running for the whole country sees that it arrives."""

    def visible_to(self, access):
        return self if access.is_everywhere(Role.AREA_ADMINISTRATOR, Role.AUDITOR) else self.none()

    def waiting(self):
        return self.filter(sent_at__isnull=True, given_up_at__isnull=True)

    def ready(self, at):
        return self.waiting().filter(next_attempt_at__lte=at)

    def given_up(self):
        return self.filter(given_up_at__isnull=False)

    def done_before(self, day):
        return self.filter(Q(sent_at__date__lt=day) | Q(given_up_at__date__lt=day))


class VerificationRequestQuerySet(_OfContactPoint):
    def editable_by(self, access):
        return self.none()


class DailyRunQuerySet(ScopedQuerySet):
    def visible_to(self, access):
        return self if access.is_everywhere(Role.AREA_ADMINISTRATOR, Role.AUDITOR) else self.none()


class UserQuerySet(ScopedQuerySet):
    def visible_to(self, access):
        return self.filter(scopes().users(access, Role.USER_ADMINISTRATOR, Role.AUDITOR))

    def editable_by(self, access):
        return self.filter(scopes().editable_users(access))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Creates users by e-mail, in small letters. A user without a password logs in another way."""

    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        """Found however the address is typed; that only one user can have it, the database sees to."""
        return self.get(email__iexact=email)


class OrganisationalChangeQuerySet(ScopedQuerySet):
    def visible_to(self, access):
        return self.filter(scopes().changes_seen(access))

    def editable_by(self, access):
        return self.filter(scopes().changes_planned(access))

    def scheduled(self):
        return self.filter(status="scheduled")

    def due(self, today):
        """Those that the daily job applies: on their day, or later when it did not run."""
        return self.scheduled().filter(date__lte=today).order_by("date", "pk")

    def for_list(self):
        return self.select_related("planned_by").prefetch_related(
            "changed__municipality", "changed__district", "successors__municipality", "successors__district"
        )
