"""The public pages of a group: what it is, and the meetings that are public; each under the address of its kind."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from contacts import gazetteer
from contacts.tests.factories import make_district, make_municipality
from councils.choices import Agency, Visibility
from councils.models import Attachment, Meeting, MinutesText, MinutesVersion
from councils.tests.factories import make_council, make_item, make_meeting, make_member
from slt.models import Representation
from slt.tests.factories import make_group, make_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_asked_for_once")]

Status = Meeting.Status


@pytest.fixture(autouse=True)
def places_of_this_test():
    gazetteer.check_again()


@pytest.fixture
def group():
    return make_group(make_scheme(name="SLT i Prøve"), level="steering", target_group="Ungdom", minimum_meetings=3)


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def publish(meeting, conclusion):
    item = make_item(meeting, number=1)
    version = MinutesVersion.objects.create(meeting=meeting, number=1)
    MinutesText.objects.create(version=version, item=item, title=item.title, conclusion=conclusion)
    return item


def test_the_page_says_what_the_group_is_and_who_leads_it_by_role(client, group):
    make_member(group, kind="leader", role="oppvekstsjef", name="Prøve Skjult")
    make_member(group, kind="secretary", role="SLT-koordinator", name="Prøve Synlig", name_is_public=True)
    make_member(group, role="rektor", name="Prøve Medlem", name_is_public=True)
    page = text(client, group.get_absolute_url())
    for shown in ("Styrende nivå", "SLT i Prøve", "Ungdom", "minst 3", "Oppvekstsjef", "Prøve Synlig"):
        assert shown in page
    assert "Prøve Skjult" not in page
    assert "Prøve Medlem" not in page


def test_agencies_stand_in_their_order_with_how_many_come(client, group):
    Representation.objects.create(group=group, agency=Agency.VOLUNTARY, count=4, what="nattravner")
    Representation.objects.create(group=group, agency=Agency.POLICE, count=2)
    page = text(client, group.get_absolute_url())
    assert page.index("Politiet</th><td") < page.index('nattravner</td><td data-label="Hvor mange">4</td>')


def test_only_public_meetings_show(client, group):
    shown = make_meeting(group, days=20, status=Status.CALLED)
    hidden = [
        make_meeting(group, days=30, status=Status.CALLED, visibility=Visibility.INTERNAL),
        make_meeting(group, days=40),
    ]
    for address in (group.get_absolute_url(), group.meetings_url):
        page = text(client, address)
        assert shown.get_absolute_url() in page
        assert not [meeting for meeting in hidden if meeting.get_absolute_url() in page]
    assert {client.get(meeting.get_absolute_url()).status_code for meeting in hidden} == {404}


def test_a_public_meeting_has_its_page_its_version_its_file_and_its_calendar(client, group):
    meeting = make_meeting(group, status=Status.PUBLISHED)
    publish(meeting, "Vi begynner i mai")
    arguments = [group.slug, meeting.date]
    assert "Vi begynner i mai" in text(client, meeting.get_absolute_url())
    assert "Vi begynner i mai" in text(client, reverse("group_meeting_version", args=[*arguments, 1]))
    assert client.get(reverse("group_meeting_file", args=arguments))["Content-Type"] == "application/pdf"
    event = Calendar.from_ical(client.get(group.calendar_url).content).walk("VEVENT")[0]
    assert event["url"].endswith(meeting.get_absolute_url())


def test_every_link_of_a_meeting_stays_among_the_pages_of_groups(client, group):
    meeting = make_meeting(group, status=Status.PUBLISHED)
    publish(meeting, "Vedtatt")
    for address in (group.get_absolute_url(), group.meetings_url, meeting.get_absolute_url()):
        page = text(client, address)
        assert f"/politirad/{group.slug}" not in page
        assert "politiråd" not in page.split("<main")[1].split("</main")[0].lower()


@pytest.mark.parametrize("route", ["meetings", "calendar"])
def test_a_body_is_not_under_the_address_of_another_kind(client, group, route):
    council = make_council()
    assert client.get(reverse(route, args=[group.slug])).status_code == 404
    assert client.get(reverse(f"group_{route}", args=[council.slug])).status_code == 404


@pytest.mark.parametrize(("route", "more"), [("meeting", []), ("meeting_file", []), ("meeting_version", [1])])
def test_a_meeting_is_not_under_the_address_of_another_kind(client, group, route, more):
    for body, prefix in ((group, ""), (make_council(), "group_")):
        meeting = make_meeting(body, status=Status.PUBLISHED)
        publish(meeting, "Vedtatt")
        assert client.get(reverse(f"{prefix}{route}", args=[body.slug, meeting.date, *more])).status_code == 404


def test_the_page_of_a_group_is_none_of_a_council_and_not_the_other_way(client, group):
    council = make_council()
    assert client.get(reverse("council", args=[group.slug])).status_code == 404
    assert client.get(reverse("group", args=[council.slug])).status_code == 404
    assert client.get(reverse("members_file", args=[group.slug])).status_code == 404


def test_lists_of_councils_show_no_group(client, group):
    publish(make_meeting(group, status=Status.PUBLISHED), "Vedtatt i gruppa")
    assert group.name not in text(client, reverse("councils"))
    page = text(client, reverse("decisions"))
    assert "Vedtatt i gruppa" not in page
    assert group.name not in page


def test_a_group_that_has_ended_says_so_and_keeps_what_it_published(client, group):
    meeting = make_meeting(group, status=Status.PUBLISHED)
    group.ended_on = timezone.localdate() - datetime.timedelta(days=1)
    group.save()
    page = text(client, group.get_absolute_url())
    assert "Gruppen er avsluttet" in page
    assert meeting.get_absolute_url() in page


def test_a_file_of_a_public_meeting_can_be_had_until_it_is_internal(client, group, settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path
    meeting = make_meeting(group, status=Status.CALLED, days=5)
    item = make_item(meeting, number=1)
    file = Attachment.objects.create(item=item, title="Prøve", file=ContentFile(b"%PDF-1.4", "prove.pdf"), size=8)
    assert b"".join(client.get(file.get_absolute_url()).streaming_content) == b"%PDF-1.4"
    meeting.visibility = Visibility.INTERNAL
    meeting.save()
    assert client.get(file.get_absolute_url()).status_code == 404


def queries(client, url):
    """Of the second time: the first reads anew what all pages share."""
    gazetteer.check_again()
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_the_page_costs_the_same_however_much_there_is(client, group):
    before = queries(client, group.get_absolute_url())
    for days in (-30, -20, 10, 20):
        make_meeting(group, days=days, status=Status.PUBLISHED if days < 0 else Status.CALLED)
    for agency in (Agency.NAV, Agency.SCHOOL):
        Representation.objects.create(group=group, agency=agency)
        make_member(group)
    other = make_municipality(district=make_district())
    group.areas.create(municipality=other)
    assert queries(client, group.get_absolute_url()) == before
