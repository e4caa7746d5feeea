"""An SLT scheme of our own with whoever coordinates it, committed so that the real server sees it, and taken away."""

import datetime

from django.conf import settings
from django.test import Client
from django.utils import timezone

from contacts.models import AuditEvent, DistrictMembership, Municipality, PoliceDistrict, RoleGrant, User
from contacts.tests.factories import make_district, make_municipality
from councils.models import AgendaItem, BodyMunicipality, Meeting
from slt.choices import Level
from slt.models import (
    CycleYear,
    DialogueEvent,
    DialogueProcess,
    Finding,
    Group,
    Measure,
    Priority,
    Scheme,
    SchemeMunicipality,
)
from slt.services.groups import found_group
from slt.tests.factories import make_dialogue, make_event, make_keeper, make_measure, make_scheme, make_year

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
HISTORIES = [
    *(AgendaItem, BodyMunicipality, Meeting, CycleYear, DialogueEvent, DialogueProcess, Finding, Group, Measure),
    *(Priority, Scheme, SchemeMunicipality, DistrictMembership, Municipality, PoliceDistrict, RoleGrant, User),
]


class World:
    """A scheme with its own steering group, which meets in ten days; two open measures; an event that was yesterday."""

    def __init__(self, language):
        self.began = timezone.now()
        self.district = make_district("Prøvedalen")
        self.municipality = make_municipality("Prøvelund", district=self.district)
        fields = {"language": language, "age_from": 12, "age_to": 23}
        self.scheme = make_scheme(self.municipality, name="SLT i Prøvelund", slug="slt-i-provelund", **fields)
        self.steering = self._group("Styringsgruppa i Prøvelund", Level.STEERING)
        self.meeting = Meeting.objects.create(body=self.steering, date=TODAY + 10 * DAY)
        self.group = self._group("Utegruppa i Prøvelund", Level.EXECUTING)
        self.cycle = make_year(self.scheme)
        self.measures = [make_measure(self.cycle, due=TODAY + days * DAY) for days in (-1, 20)]
        self.dialogue = make_dialogue(self.scheme, title="Møteplasser", slug="moteplasser")
        self.event = make_event(self.dialogue, days=-1, title="Kvelden i Prøvehuset")
        self.coordinator = make_keeper(self.scheme)

    def _group(self, name, level):
        return found_group(group=Group(scheme=self.scheme, name=name, level=level, access_contact=""))

    def session(self):
        client = Client()
        client.force_login(self.coordinator)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    def take_away(self):
        self.dialogue.delete()
        self.cycle.delete()
        AgendaItem.objects.filter(meeting=self.meeting).delete()
        self.meeting.delete()
        for group in (self.group, self.steering):
            group.delete()
        AuditEvent.objects.filter(user=self.coordinator).delete()
        self.coordinator.delete()
        Scheme.objects.get(pk=self.scheme.pk).delete()
        self.municipality.delete()
        self.district.delete()
        for model in HISTORIES:
            model.history.filter(history_date__gte=self.began).delete()
