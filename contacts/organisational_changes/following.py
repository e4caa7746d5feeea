"""What this app itself does about its rows when units change: postal codes, contact points, people and roles follow."""

from collections import defaultdict

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.models import (
    ContactPoint,
    Coverage,
    DistrictMembership,
    Invitation,
    Person,
    PostalCode,
    RoleGrant,
)
from contacts.organisational_changes import Follower, register
from contacts.organisational_changes.transition import Effect, Question, Topic
from contacts.services import outbox


def connect():
    """In this order: people go where their contact points went."""
    for follower in (Municipalities(), PostalCodes(), ContactPoints(), People(), Roles(), Invitations()):
        register(follower)


OWNERS = ("owner_district", "owner_municipality")


def owned_by(units):
    municipalities = [unit for unit in units if unit._meta.model_name == "municipality"]
    districts = [unit for unit in units if unit._meta.model_name == "policedistrict"]
    return Q(owner_municipality__in=municipalities) | Q(owner_district__in=districts)


def save(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row


class Municipalities(Follower):
    """Those of a district that is divided; `places.py` gives them to their district, since all others go by that."""

    def questions(self, transition):
        if transition.must_be_divided:
            for district in transition.ended_districts:
                for membership in district.memberships.filter(valid_to=None).select_related("municipality"):
                    municipality = membership.municipality
                    yield Question(Topic.PLACE, municipality, municipality.name, [transition.proposed_for(district)])


class PostalCodes(Follower):
    def questions(self, transition):
        if transition.must_be_divided:
            for code in PostalCode.objects.filter(municipality__in=transition.ended_municipalities):
                yield Question(Topic.POSTAL_CODE, code, str(code), [self.proposed(code, transition)])

    def proposed(self, code, transition):
        """The successor that has the name of the postal place."""
        named = [one for one in transition.successors if one.name_then.casefold() == code.place.casefold()]
        return (named or [transition.proposed_for(code.municipality)])[0]

    def follow(self, transition):
        count = defaultdict(int)
        for code in PostalCode.objects.filter(municipality__in=transition.ended_municipalities).select_related(
            "municipality"
        ):
            heir = transition.heirs_of(code)[0]
            count[code.municipality.name, heir.name] += 1
            code.municipality = heir
            code.save(update_fields=["municipality"])
        for (before, after), number in count.items():
            words = ngettext("%(count)s postal code", "%(count)s postal codes", number)
            yield Effect(Topic.POSTAL_CODE, words % {"count": number}, before, after)


class ContactPoints(Follower):
    """Two things follow, each by itself: whose a contact point is, and whom it serves."""

    def questions(self, transition):
        if transition.must_be_divided:
            yield from self.whose(transition)
            yield from self.whom(transition)
        else:
            yield from self.meeting(transition)

    def whose(self, transition):
        for point in ContactPoint.objects.filter(owned_by(transition.ended)):
            label = _("Who owns: %(point)s") % {"point": point}
            yield Question(Topic.CONTACT_POINT, point, label, [transition.proposed_for(point.owner)])

    def whom(self, transition):
        for coverage in self.coverages(transition):
            label = _("Who is served by: %(point)s") % {"point": coverage.contact_point}
            proposed = [transition.proposed_for(coverage.municipality)]
            yield Question(Topic.CONTACT_POINT, coverage, label, proposed, may_be_several=True)

    def meeting(self, transition):
        """Contact points of one function that come together in the successor: all stay, unless somebody says so."""
        together = defaultdict(list)
        for point in met_in_successor(transition):
            together[point.function].append(point)
        for points in together.values():
            for point in points if len(points) > 1 else ():
                yield Question(Topic.CONTACT_POINT, point, str(point), [*transition.successors], is_optional=True)

    def coverages(self, transition):
        return Coverage.objects.filter(municipality__in=transition.ended_municipalities).select_related(
            "contact_point", "municipality"
        )

    def follow(self, transition):
        given_up = [point.pk for point in met_in_successor(transition) if transition.is_given_up(point)]
        concerned = self.concerned(transition, given_up)
        before = {point.pk: (str(point.owner), served(point)) for point in concerned}
        for point in ContactPoint.objects.filter(owned_by(transition.ended)).select_related(*OWNERS):
            self.give(point, transition, owner=transition.heirs_of(point)[0])
        for point in ContactPoint.objects.filter(pk__in=given_up):
            self.give_up(point, transition)
        for coverage in self.coverages(transition):
            self.serve(coverage, transition)
        districts = districts_on(transition.date)
        for point in ContactPoint.objects.filter(pk__in=before, owner_district__isnull=False):
            self.stay_in_district(point, districts, transition)
        for point in ContactPoint.objects.in_bulk(list(before)).values():
            yield from self.effects(point, *before[point.pk], transition)

    def concerned(self, transition, given_up):
        """Those of which the owner ends, or a municipality that they serve ends or comes to another district."""
        serving = Q(coverages__municipality__in=[*transition.ended_municipalities, *transition.moved])
        points = ContactPoint.objects.filter(owned_by(transition.ended) | serving | Q(pk__in=given_up)).distinct()
        return points.select_related(*OWNERS).prefetch_related("coverages__municipality")

    def give(self, point, transition, **owner):
        save(point, **owner)
        transition.handed_over.add(point.pk)

    def give_up(self, point, transition):
        """It is no longer shown; who held it did so until the last day."""
        running = point.assignments.exclude(valid_to__lte=transition.last_day)
        for held in running.filter(valid_from__lte=transition.last_day):
            save(held, valid_to=transition.last_day)
        save(point, is_published=False)

    def serve(self, coverage, transition):
        """The first successor takes the row over, others get one of their own; nobody is served twice."""
        point = coverage.contact_point
        given_up = transition.is_given_up(point)
        heirs = [] if given_up else transition.heirs_of(coverage)
        taken = {other.municipality_id for other in point.coverages.all()}
        free = [heir for heir in heirs if heir.pk not in taken]
        if free:
            save(coverage, municipality=free[0])
        else:
            coverage.delete()
        for heir in free[1:]:
            save(Coverage(contact_point=point, municipality=heir))

    def stay_in_district(self, point, districts, transition):
        """R7: the police serve the municipalities of their own district. One whose municipalities all came to one
        other district goes there with them; otherwise it ends serving those that left."""
        coverages = list(point.coverages.all())
        where = {districts.get(coverage.municipality_id) for coverage in coverages}
        if len(where) == 1 and where != {point.owner_district_id} and None not in where:
            self.give(point, transition, owner_district_id=where.pop())
        for coverage in coverages:
            if districts.get(coverage.municipality_id) != point.owner_district_id:
                coverage.delete()

    def effects(self, point, owner, serves, transition):
        what = f"{point.get_function_display()} ({point.key})"
        if transition.is_given_up(point):
            yield Effect(Topic.CONTACT_POINT, what, _("shown"), _("no longer shown"), point)
            return
        if owner != (after := str(point.owner)):
            yield Effect(Topic.CONTACT_POINT, what, owner, after, point, remark=_("whose it is"))
        if serves != (after := served(point)):
            remark = _("whom it serves") if after else _("serves nobody: to be followed up")
            yield Effect(Topic.CONTACT_POINT, what, serves, after or "–", point, remark=remark)


def served(point):
    return ", ".join(sorted(coverage.municipality.name for coverage in point.coverages.select_related("municipality")))


def districts_on(day):
    """The district of each municipality on a day, by their ids."""
    return dict(DistrictMembership.objects.current(day).values_list("municipality", "district"))


def met_in_successor(transition):
    """Published contact points owned by the units that end, or by the one that they join."""
    units = [*transition.ended, *(successor.place for successor in transition.successors if successor.place)]
    return ContactPoint.objects.published().filter(owned_by(units)) if transition.ended else ContactPoint.objects.none()


class People(Follower):
    """A person belongs to the unit that owns the contact point they hold; where they hold some of several units, the
    others get a person of their own, since nobody edits what belongs to another unit."""

    def questions(self, transition):
        if transition.must_be_divided:
            for person in Person.objects.filter(owned_by(transition.ended), assignments=None):
                label, proposed = _("A person without a function"), [transition.proposed_for(person.owner)]
                yield Question(Topic.PERSON, person, label, proposed, private=person.name)

    def follow(self, transition):
        for person in self.with_handed_over(transition):
            yield from self.go_along(person, transition)
        for person in Person.objects.filter(owned_by(transition.ended)).select_related(*OWNERS):
            before, heir = person.owner.name, transition.heirs_of(person)[0]
            save(person, owner=heir)
            yield Effect(Topic.PERSON, _("Person"), before, heir.name, person, person.name)

    def with_handed_over(self, transition):
        """Those who hold a contact point that has another owner now."""
        people = Person.objects.filter(assignments__contact_point__in=transition.handed_over).distinct()
        return people.select_related(*OWNERS)

    def go_along(self, person, transition):
        strayed = self.strayed(person)
        if not strayed:
            return
        before = person.owner.name if person.owner else "–"
        if sum(map(len, strayed.values())) == person.assignments.count():
            unit = next(iter(strayed))
            del strayed[unit]
            save(person, owner=unit)
            yield Effect(Topic.PERSON, _("Person"), before, unit.name, person, person.name)
        for unit, assignments in strayed.items():
            copy = self.copy(person, unit)
            for held in assignments:
                save(held, person=copy)
            after = f"{person.owner.name}, {unit.name}"
            yield Effect(Topic.PERSON, _("Person"), before, after, person, person.name, _("registered in both"))

    def strayed(self, person):
        """The assignments at contact points that belong to another unit than the person does, by that unit."""
        strayed = {}
        owners = [f"contact_point__{owner}" for owner in OWNERS]
        for held in person.assignments.select_related("contact_point", *owners).order_by("pk"):
            if not person.has_same_owner_as(held.contact_point):
                strayed.setdefault(held.contact_point.owner, []).append(held)
        return strayed

    def copy(self, person, unit):
        copy = Person.objects.get(pk=person.pk)
        copy.pk, copy.version, copy._state.adding = None, 1, True
        return save(copy, owner=unit)


class Roles(Follower):
    """A role goes on in the successor: the old grant ends at midnight, a new one like it begins."""

    def questions(self, transition):
        if transition.must_be_divided:
            for grant in self.grants(transition):
                yield Question(
                    Topic.ROLE,
                    grant,
                    grant.get_role_display(),
                    [transition.proposed_for(grant.place)],
                    private=grant.user.email,
                    may_be_several=True,
                )

    def grants(self, transition):
        held = Q(municipality__in=transition.ended_municipalities) | Q(district__in=transition.ended_districts)
        beyond = RoleGrant.objects.filter(held, ends_at__gt=transition.moment)
        return beyond.select_related("user", "municipality", "district").order_by("-ends_at", "pk")

    def follow(self, transition):
        for grant in self.grants(transition):
            before, heirs = grant.place, transition.heirs_of(grant)
            moved = [self.move(grant, heir, transition) for heir in heirs]
            self.end(grant, moved, transition)
            after = ", ".join(heir.name for heir in heirs)
            self.tell(grant, after, transition)
            yield Effect(Topic.ROLE, grant.get_role_display(), before.name, after, grant, grant.user.email)

    def move(self, grant, heir, transition):
        """The grant for the successor; none where the same user has the role there as long already."""
        same = RoleGrant.objects.filter(user=grant.user, role=grant.role, body=grant.body, **field_of(heir))
        begins_at = max(grant.begins_at, transition.moment)
        if same.filter(begins_at__lte=begins_at, ends_at__gte=grant.ends_at).exists():
            return None
        return RoleGrant.objects.create(
            user=grant.user,
            role=grant.role,
            body=grant.body,
            **field_of(heir),
            begins_at=begins_at,
            ends_at=grant.ends_at,
            granted_by=grant.granted_by,
            moved_from=grant,
        )

    def end(self, grant, moved, transition):
        """One that was to begin after the change never does: its successor stands in its place."""
        if grant.begins_at < transition.moment:
            save(grant, ends_at=transition.moment)
            return
        for successor in filter(None, moved):
            save(successor, moved_from=None)
        grant.delete()

    def tell(self, grant, after, transition):
        words = {
            "role": grant.get_role_display(),
            "before": grant.place.name,
            "after": after,
            "day": date_format(transition.date),
            "ends": date_format(timezone.localtime(grant.ends_at), "DATE_FORMAT"),
        }
        outbox.put(
            key=f"grant-{grant.pk}-followed-{transition.date}",
            to=grant.user.email,
            subject=_("Your role has moved to %(after)s") % words,
            body=_(
                "%(before)s ended on %(day)s. Your role, %(role)s, goes on in %(after)s, as long as it would have in "
                "%(before)s: until %(ends)s.\n\nYou need not do anything. You see what you have to look after on your "
                "desk."
            )
            % words,
        )


class Invitations(Follower):
    """One that is open leads to the role in the successor. Those accepted, withdrawn or expired stay as they were."""

    remembers = frozenset(["contacts.Invitation.district", "contacts.Invitation.municipality"])

    def questions(self, transition):
        if transition.must_be_divided:
            for invitation in self.open(transition):
                label = _("Invitation: %(role)s") % {"role": invitation.get_role_display()}
                proposed = [transition.proposed_for(invitation.place)]
                yield Question(Topic.ROLE, invitation, label, proposed, private=invitation.email)

    def open(self, transition):
        held = Q(municipality__in=transition.ended_municipalities) | Q(district__in=transition.ended_districts)
        open_then = Invitation.objects.filter(
            held, accepted_at=None, withdrawn_at=None, expires_at__gt=transition.moment
        )
        return open_then.select_related("municipality", "district")

    def follow(self, transition):
        for invitation in self.open(transition):
            before, heir = invitation.place, transition.heirs_of(invitation)[0]
            save(invitation, **{"municipality": None, "district": None} | field_of(heir))
            label = _("Invitation: %(role)s") % {"role": invitation.get_role_display()}
            yield Effect(Topic.ROLE, label, before.name, heir.name, invitation, invitation.email)


def field_of(unit):
    return {"municipality" if unit._meta.model_name == "municipality" else "district": unit}
