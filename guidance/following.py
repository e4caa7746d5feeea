"""What this app does about its rows when municipalities or police districts change: what applied there follows.

All of it does, drafts and what is archived too, since whoever keeps the successor keeps that now. After a division
somebody says which successor gets each. What followed speaks of a place that is no more, so it is to be reviewed from
that day on, and says so to its readers until somebody has read it again (decision 0044).
"""

from django.db.models import Q
from django.utils.translation import gettext as _

from contacts.organisational_changes import Follower
from contacts.organisational_changes.transition import Effect, Question, Topic
from guidance.models import Resource


class Guidance(Follower):
    def questions(self, transition):
        if transition.must_be_divided:
            for resource in self.of_what_ends(transition):
                label, proposed = resource.get_kind_display(), [transition.proposed_for(resource.place)]
                yield Question(Topic.GUIDANCE, resource, label, proposed, private=resource.name)

    def of_what_ends(self, transition):
        concerned = Q(municipality__in=transition.ended_municipalities) | Q(district__in=transition.ended_districts)
        return Resource.objects.filter(concerned).select_related("municipality", "district").order_by("pk")

    def follow(self, transition):
        for resource in self.of_what_ends(transition):
            before, after = resource.place, transition.heirs_of(resource)[0]
            setattr(resource, "municipality" if resource.municipality_id else "district", after)
            resource.review_on = min(resource.review_on, transition.date)
            resource.save()
            yield self.effect(resource, before, after)

    def effect(self, resource, before, after):
        """Its title is told to those who may see it, for it may not be published yet."""
        remark = "" if resource.archived_on else _("to be reviewed")
        label = resource.get_kind_display()
        return Effect(Topic.GUIDANCE, label, before.name, after.name, resource, resource.name, remark)
