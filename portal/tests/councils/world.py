"""A council of our own with its secretary and a member, committed so that the real server sees it, and taken away."""

from django.conf import settings
from django.test import Client
from django.utils import timezone

from contacts.models import (
    AuditEvent,
    DistrictMembership,
    Municipality,
    OutgoingMail,
    PoliceDistrict,
    Role,
    RoleGrant,
    User,
)
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from councils.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    BodyMunicipality,
    CarriedItem,
    CaseCounter,
    Council,
    Meeting,
    Member,
    MinutesText,
    MinutesVersion,
    Objective,
    StandingItem,
    Strategy,
    YearWheelTask,
)

TODAY = timezone.localdate()
HISTORIES = [
    *(ActionItem, AgendaItem, Attendance, BodyMunicipality, Council, Meeting, Member, Objective, StandingItem),
    *(Strategy, YearWheelTask, DistrictMembership, Municipality, PoliceDistrict, RoleGrant, User),
]


class World:
    """A year wheel with a meeting this month, which brings two items; a leader, and somebody who reads."""

    def __init__(self, language):
        self.began = timezone.now()
        self.district = make_district("Prøvedalen")
        self.municipality = make_municipality("Prøvelund", district=self.district)
        self.council = Council.objects.create(
            name="Politirådet i Prøvelund",
            slug="politiradet-i-provelund",
            language=language,
            minimum_meetings=1,
            access_contact="post@eksempel.example",
        )
        BodyMunicipality.objects.create(body=self.council, municipality=self.municipality)
        Member.objects.create(body=self.council, role="ordfører", kind=Member.Kind.LEADER)
        YearWheelTask.objects.create(
            body=self.council,
            month=TODAY.month,
            title="Møte",
            is_meeting=True,
            items="Strategi for forebygging\nOrientering fra politiet",
        )
        self.secretary = self._with(Role.COUNCIL_SECRETARY)
        self.member = self._with(Role.COUNCIL_MEMBER)

    def _with(self, role):
        user = make_user()
        make_grant(user, role, self.municipality, body=self.council.slug)
        return user

    @property
    def meeting(self):
        return Meeting.objects.get(body=self.council, date=TODAY)

    def client(self, user=None):
        client = Client()
        if user:
            client.force_login(user)
        return client

    def session(self, user=None):
        return self.client(user or self.secretary).cookies[settings.SESSION_COOKIE_NAME].value

    def take_away(self):
        body = self.council
        MinutesText.objects.filter(version__meeting__body=body).forget()
        MinutesVersion.objects.filter(meeting__body=body).forget()
        Strategy.objects.filter(body=body).delete()
        CarriedItem.objects.filter(meeting__body=body).delete()
        ActionItem.objects.filter(body=body).delete()
        Attendance.objects.filter(meeting__body=body).delete()
        AgendaItem.objects.filter(body=body).delete()
        Meeting.objects.filter(body=body).delete()
        CaseCounter.objects.filter(body=body).delete()
        body.delete()
        OutgoingMail.objects.filter(to__in=[self.secretary.email, self.member.email]).delete()
        AuditEvent.objects.filter(user__in=[self.secretary, self.member]).delete()
        self.secretary.delete()
        self.member.delete()
        self.municipality.delete()
        self.district.delete()
        for model in HISTORIES:
            model.history.filter(history_date__gte=self.began).delete()
