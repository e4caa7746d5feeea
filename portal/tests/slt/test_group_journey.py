"""A group's meeting as its coordinator lives it, from the plan to published minutes; and what everyone then reads."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from councils.models import AgendaItem, Meeting
from councils.tests.factories import make_member, make_reader
from portal.tests.councils.test_minutes import sent_by
from portal.tests.document import Document
from slt.models import Group
from slt.services.groups import found_group
from slt.tests.factories import make_keeper, make_scheme

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture(params=["nb", "nn"])
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def group(language):
    scheme = make_scheme(language=language)
    return found_group(group=Group(scheme=scheme, name="Prøvegruppa", level="coordinating", access_contact=""))


class Coordinator:
    """Opens a page, and sends its form with what is filled in."""

    def __init__(self, group):
        self.client, self.group = Client(), group
        self.client.force_login(make_keeper(group.scheme))

    def address(self, route, *more):
        return reverse(route, args=[self.group.slug, *more])

    def send(self, route, *more, **fields):
        address = self.address(route, *more)
        page = self.client.get(address)
        assert page.status_code == 200
        answer = self.client.post(address, sent_by(Document(page.content.decode())) | fields)
        assert answer.status_code == 302, answer.content.decode()
        return answer

    def press(self, route, *more, **fields):
        assert self.client.post(self.address(route, *more), fields).status_code == 302

    def meet(self, visibility):
        """Called for today, with an item that everyone may read and one that only the members may."""
        self.send("plan_meeting", date=f"{TODAY}", starts_at="09:00", visibility=visibility)
        self.send("add_item", TODAY, title="Natteravner i helgene", visibility="public")
        self.send("add_item", TODAY, title="Utrygge steder", visibility="internal")
        self.send("call_meeting", TODAY)

    def write(self, **conclusions):
        self.press("minutes", TODAY, step="hold")
        for visibility, conclusion in conclusions.items():
            item = AgendaItem.objects.get(meeting__body=self.group, visibility=visibility)
            self.send("minutes", TODAY, **{f"s{item.pk}-conclusion": conclusion})

    def publish(self):
        self.send("minutes_check", TODAY)
        self.send("minutes_approve", TODAY, approved_by="leder")
        self.send("minutes_publish", TODAY)


def read(address):
    answer = Client().get(address)
    return answer.content.decode() if answer.status_code == 200 else answer.status_code


def test_from_the_plan_to_what_everyone_reads(group):
    make_member(group, kind="leader", role="oppvekstsjef")
    coordinator = Coordinator(group)
    coordinator.meet(visibility="public")
    meeting = Meeting.objects.get(body=group)
    address = meeting.get_absolute_url()
    assert "Natteravner i helgene" in read(address)
    assert "Utrygge steder" not in read(address)
    coordinator.write(public="Vi begynner i mai", internal="Vi ser på lyset")
    assert "Vi begynner i mai" not in read(address)
    coordinator.publish()
    page = read(address)
    assert "Vi begynner i mai" in page
    assert "Vi ser på lyset" not in page
    assert "Oppvekstsjef" in page
    for lists in (group.get_absolute_url(), group.meetings_url):
        assert f'href="{address}"' in read(lists)
    assert str(meeting.uid) in read(group.calendar_url)


def test_of_an_internal_meeting_everyone_sees_nothing_and_the_members_read_it(group):
    coordinator = Coordinator(group)
    coordinator.meet(visibility="internal")
    coordinator.write(public="Vi begynner i mai")
    coordinator.publish()
    meeting = Meeting.objects.get(body=group)
    assert read(meeting.get_absolute_url()) == 404
    for lists in (group.get_absolute_url(), group.meetings_url, group.calendar_url, "/sitemap.xml"):
        assert str(meeting.date) not in read(lists).partition("<main")[2]
    member = Client()
    member.force_login(make_reader(group))
    page = member.get(coordinator.address("minutes_read", TODAY)).content.decode()
    assert "Vi begynner i mai" in page


def test_the_sitemap_has_groups_and_their_public_meetings(group):
    coordinator = Coordinator(group)
    coordinator.meet(visibility="public")
    page = read("/sitemap.xml")
    with translation.override("nb"):
        assert f"{group.get_absolute_url()}</loc>" in page
        assert f"{Meeting.objects.get(body=group).get_absolute_url()}</loc>" in page
