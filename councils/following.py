"""What this app does about its rows when municipalities change: bodies, and whom a member comes from, follow them.

A body goes on in the successor. Two active councils of one form that meet there cannot both go on as active: whoever
plans the merger says which does (decision 0037). What is part of something else goes where that goes, and whoever has
that sees to it.
"""

from collections import defaultdict

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from contacts.organisational_changes import Follower
from contacts.organisational_changes.transition import Effect, Question, Topic, key_of
from councils.models import BodyMunicipality, Council, Member


class OfMunicipalities(Follower):
    """Follows what is of municipalities from a day to a day, by rows of its own: `areas`, of which `owner` leads to it.

    One that is `resting` or `over` meets nobody: a municipality can have any number of them.
    """

    areas = None
    owner = ""
    resting, over = "", ""

    def beyond(self, transition):
        """The rows that hold after the last day."""
        raise NotImplementedError

    def standing_in(self, municipality):
        """Those that are active in it, as a query of their ids."""
        raise NotImplementedError

    def that_exclude_each_other(self, ids):
        """Lists of the active ones among these, of which a municipality can have one."""
        raise NotImplementedError

    def take_along(self, heirs, transition):
        """What belongs to them; `heirs` are the municipalities by the ids of owner and former municipality."""
        raise NotImplementedError

    def questions(self, transition):
        if transition.must_be_divided:
            yield from self.whose(transition)
        else:
            yield from self.meeting(transition)

    def whose(self, transition):
        for area in self.beyond(transition):
            proposed = [transition.proposed_for(area.municipality)]
            yield Question(Topic.BODY, area, str(area), proposed, may_be_several=True)

    def meeting(self, transition):
        """Those that stay are ticked; of several, that of the most municipalities goes on as the active one."""
        for rivals in self.that_meet(transition):
            for one in rivals:
                yield Question(Topic.BODY, one, one.name, [*transition.successors], is_optional=True)

    def follow(self, transition):
        for rivals in self.that_meet(transition):
            yield from self.make_room(rivals, transition)
        heirs = {}
        for area in self.beyond(transition):
            mine = heirs[self.owner_id(area), area.municipality_id] = transition.heirs_of(area)
            yield self.go_on(area, mine, transition)
        yield from self.take_along(heirs, transition)

    def owner_id(self, area):
        return getattr(area, f"{self.owner}_id")

    def make_room(self, rivals, transition):
        """All but one are no longer active: over where somebody said so, else resting until somebody decides."""
        staying = [one for one in rivals if not transition.is_given_up(one)]
        for one in rivals:
            if one in staying[:1]:
                continue
            before = one.get_status_display()
            one.status = self.resting if one in staying else self.over
            one.status_since = transition.date
            with translation.override(one.language):
                one.status_note = note_on(one, staying)
            one.save()
            transition.stood_down.add(one)
            yield Effect(Topic.BODY, one.name, before, one.get_status_display(), one)

    def go_on(self, area, heirs, transition):
        """It was of the municipality until the last day, and is of the successors from then on; of none twice."""
        owner = getattr(area, self.owner)
        there = set(owner.areas.filter(valid_to=None).values_list("municipality", flat=True))
        last, area.valid_to = area.valid_to, transition.last_day
        if area.valid_from and area.valid_from > transition.last_day:
            area.delete()
        else:
            area.save()
        for heir in heirs:
            if heir.pk not in there:
                begins = max(filter(None, [area.valid_from, transition.date]))
                dated = {"municipality": heir, "valid_from": begins, "valid_to": last}
                self.areas.objects.create(**{self.owner: owner}, **dated)
        after = ", ".join(heir.name for heir in heirs)
        return Effect(Topic.BODY, owner.name, area.municipality.name, after, owner)

    def that_meet(self, transition):
        """Lists of those of which a successor would have several, the one that goes on by itself first."""
        meeting = defaultdict(set)
        for area in self.beyond(transition):
            for heir in heirs_if_said(area, transition):
                meeting[heir].add(self.owner_id(area))
        for heir in list(meeting):
            if heir.place:
                meeting[heir] |= set(self.standing_in(heir.place))
        groups = [group for ids in meeting.values() for group in self.that_exclude_each_other(ids)]
        return [largest_first(group) for group in groups if len(group) > 1]


class Bodies(OfMunicipalities):
    areas, owner = BodyMunicipality, "body"
    resting, over = Council.Status.DORMANT, Council.Status.ENDED

    def beyond(self, transition):
        rows = BodyMunicipality.objects.filter(holding_beyond(transition), body__part_of="")
        return list(rows.select_related("body__council", "municipality").order_by("body", "pk"))

    def standing_in(self, municipality):
        active = BodyMunicipality.objects.filter(municipality=municipality).exclude(active_as="")
        return active.values_list("body", flat=True)

    def that_exclude_each_other(self, ids):
        of_form = defaultdict(list)
        for council in Council.objects.active().filter(pk__in=ids).order_by("pk"):
            of_form[council.active_as].append(council)
        return of_form.values()

    def take_along(self, heirs, transition):
        take_members_along(Member.objects.filter(body__part_of=""), heirs, transition)
        return ()


def holding_beyond(transition):
    """Of dated rows of the municipalities that end, those that hold after their last day."""
    still = Q(valid_to__isnull=True) | Q(valid_to__gt=transition.last_day)
    return still & Q(municipality__in=transition.ended_municipalities)


def take_members_along(members, heirs, transition, owner_of=lambda member: member.body_id):
    """With what their body is of; where that went to several, with the first."""
    beyond = members.filter(holding_beyond(transition))
    for member in beyond.select_related("municipality").order_by("pk"):
        mine = heirs.get((owner_of(member), member.municipality_id))
        member.municipality = mine[0] if mine else transition.proposed_for(member.municipality).place
        member.save()


def heirs_if_said(area, transition):
    """As rows of the plan: before it is carried out, what begins is no place yet."""
    if not transition.must_be_divided:
        return transition.successors
    return [successor for successor in transition.allotted.get(key_of(area), ()) if successor]


def largest_first(rivals):
    return sorted(rivals, key=lambda one: -one.areas.filter(valid_to=None).count())


def note_on(one, staying):
    if staying and staying[0] != one:
        return _("The municipalities have merged. %(council)s goes on.") % {"council": staying[0].name}
    return _("The municipalities have merged.")
