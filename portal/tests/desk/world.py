"""A police district of our own, committed so that the real server sees it, and taken away again."""

import datetime

from django.conf import settings
from django.test import Client
from django.utils import timezone

from contacts.models import (
    Absence,
    Assignment,
    AuditEvent,
    ContactPoint,
    Coverage,
    DistrictMembership,
    Function,
    Municipality,
    OrganisationalChange,
    Person,
    PoliceDistrict,
    Publication,
    Role,
    RoleGrant,
    User,
)
from contacts.services.absence import register_absence
from contacts.services.change_of_officer import change_officer
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
    make_user,
)

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
HISTORIES = [
    Absence,
    Assignment,
    ContactPoint,
    Coverage,
    DistrictMembership,
    Municipality,
    OrganisationalChange,
    Person,
    PoliceDistrict,
    RoleGrant,
    User,
]


class World:
    """Three municipalities; two contact points that Kari holds, one that is vacant and one that is stale."""

    def __init__(self):
        self.began = timezone.now()
        self.district = make_district("Prøvedalen")
        self.municipalities = [make_municipality(f"Prøve{end}", district=self.district) for end in ("by", "vik", "øy")]
        self.kari, self.ola = self._person("Kari Eksempel", "12345671"), self._person("Ola Eksempel", "12345672")
        self.points = [self._police_contact(place) for place in self.municipalities]
        for point in self.points[:2]:
            make_assignment(point, self.kari, valid_from=TODAY - 90 * DAY, **PUBLIC)
        self.stale = make_contact_point(
            Function.PREVENTION_CONTACT, owner=self.district, phone="12345680", verified_on=TODAY - 400 * DAY
        )
        make_assignment(self.stale, self.ola, valid_from=TODAY - 90 * DAY, **PUBLIC)
        self.coordinator = make_user(
            (Role.POLICE_COORDINATOR, self.district), (Role.AREA_ADMINISTRATOR, self.district), name="Kim Eksempel"
        )

    def _person(self, name, direct_phone):
        return make_person(name, owner=self.district, direct_phone=direct_phone, work_title="politioverbetjent")

    def _police_contact(self, place):
        return make_contact_point(Function.POLICE_CONTACT, owner=self.district, serves=[place], phone="12345670")

    def plan_something(self):
        """An absence and a change of officer that lie ahead, so that there is something of everything to look at."""
        held = Assignment.objects.get(contact_point=self.points[0], person=self.kari)
        self.absence = register_absence(assignment=held, first=TODAY + DAY, last=TODAY + 9 * DAY, deputy=self.ola)
        change_officer(points=ContactPoint.objects.filter(pk=self.points[1].pk), person=self.ola, on=TODAY + 20 * DAY)

    def session(self):
        client = Client()
        client.force_login(self.coordinator)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    def take_away(self):
        points = ContactPoint.objects.filter(owner_district=self.district)
        OrganisationalChange.objects.filter(planned_by=self.coordinator).delete()
        AuditEvent.objects.filter(user=self.coordinator).delete()
        self.coordinator.delete()
        Absence.objects.filter(assignment__contact_point__in=points).delete()
        Assignment.objects.filter(contact_point__in=points).delete()
        points.delete()
        Person.objects.filter(owner_district=self.district).delete()
        for municipality in self.municipalities:
            municipality.delete()
        self.district.delete()
        for model in HISTORIES:
            model.history.filter(history_date__gte=self.began).delete()


PUBLIC = {
    "publication": Publication.NAME_AND_DIRECT,
    "publication_decided_by": "HR",
    "publication_decided_on": TODAY,
}
