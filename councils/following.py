"""What this app does about its rows when municipalities change: bodies, and whom a member comes from, follow them.

A body goes on in the successor. Two active councils of one form that meet there cannot both go on as active: whoever
plans the merger says which does (decision 0037).
"""

from collections import defaultdict

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from contacts.organisational_changes import Follower
from contacts.organisational_changes.transition import Effect, Question, Topic, key_of
from councils.models import BodyMunicipality, Council, Member

Status = Council.Status


class Bodies(Follower):
    def questions(self, transition):
        if transition.must_be_divided:
            yield from self.whose(transition)
        else:
            yield from self.meeting(transition)

    def whose(self, transition):
        for area in areas_beyond(transition):
            proposed = [transition.proposed_for(area.municipality)]
            yield Question(Topic.BODY, area, str(area), proposed, may_be_several=True)

    def meeting(self, transition):
        """Those that stay are ticked; of several, that of the most municipalities goes on as the active one."""
        for councils in councils_that_meet(transition):
            for council in councils:
                yield Question(Topic.BODY, council, council.name, [*transition.successors], is_optional=True)

    def follow(self, transition):
        for councils in councils_that_meet(transition):
            yield from self.make_room(councils, transition)
        heirs = {}
        for area in areas_beyond(transition):
            heirs[area.body_id, area.municipality_id] = transition.heirs_of(area)
            yield self.go_on(area, heirs[area.body_id, area.municipality_id], transition)
        self.take_members_along(heirs, transition)

    def make_room(self, councils, transition):
        """All but one are no longer active: ended where somebody said so, else dormant until somebody decides."""
        staying = [council for council in councils if not transition.is_given_up(council)]
        for council in councils:
            if council in staying[:1]:
                continue
            before = council.get_status_display()
            council.status = Status.DORMANT if council in staying else Status.ENDED
            council.status_since = transition.date
            with translation.override(council.language):
                council.status_note = note_on(council, staying)
            council.save()
            yield Effect(Topic.BODY, council.name, before, council.get_status_display(), council)

    def go_on(self, area, heirs, transition):
        """It was of the municipality until the last day, and is of the successors from then on; of none twice."""
        there = set(area.body.areas.filter(valid_to=None).values_list("municipality", flat=True))
        last, area.valid_to = area.valid_to, transition.last_day
        if area.valid_from and area.valid_from > transition.last_day:
            area.delete()
        else:
            area.save()
        for heir in heirs:
            if heir.pk not in there:
                begins = max(filter(None, [area.valid_from, transition.date]))
                BodyMunicipality.objects.create(body=area.body, municipality=heir, valid_from=begins, valid_to=last)
        after = ", ".join(heir.name for heir in heirs)
        return Effect(Topic.BODY, area.body.name, area.municipality.name, after, area.body)

    def take_members_along(self, heirs, transition):
        """With their body; where it went to several, with the first."""
        for member in members_beyond(transition):
            mine = heirs.get((member.body_id, member.municipality_id))
            member.municipality = mine[0] if mine else transition.proposed_for(member.municipality).place
            member.save()


def beyond(transition):
    """Of dated rows of the municipalities that end, those that hold after their last day."""
    still = Q(valid_to__isnull=True) | Q(valid_to__gt=transition.last_day)
    return still & Q(municipality__in=transition.ended_municipalities)


def areas_beyond(transition):
    rows = BodyMunicipality.objects.filter(beyond(transition))
    return list(rows.select_related("body__council", "municipality").order_by("body", "pk"))


def members_beyond(transition):
    return Member.objects.filter(beyond(transition)).select_related("municipality").order_by("pk")


def councils_that_meet(transition):
    """Lists of the active councils of one form that a successor would have, the one that goes on by itself first."""
    meeting = defaultdict(set)
    for area in areas_beyond(transition):
        for heir in heirs_if_said(area, transition):
            meeting[heir].add(area.body_id)
    for heir in list(meeting):
        if heir.place:
            there = BodyMunicipality.objects.filter(municipality=heir.place).exclude(active_as="")
            meeting[heir] |= set(there.values_list("body", flat=True))
    return [group for bodies in meeting.values() for group in of_one_form(bodies)]


def heirs_if_said(area, transition):
    """As rows of the plan: before it is carried out, what begins is no place yet."""
    if not transition.must_be_divided:
        return transition.successors
    return [successor for successor in transition.allotted.get(key_of(area), ()) if successor]


def of_one_form(bodies):
    groups = defaultdict(list)
    for council in Council.objects.active().filter(pk__in=bodies).order_by("pk"):
        groups[council.active_as].append(council)
    several = [group for group in groups.values() if len(group) > 1]
    return [sorted(group, key=lambda one: -one.areas.filter(valid_to=None).count()) for group in several]


def note_on(council, staying):
    if staying and staying[0] != council:
        return _("The municipalities have merged. %(council)s goes on.") % {"council": staying[0].name}
    return _("The municipalities have merged.")
