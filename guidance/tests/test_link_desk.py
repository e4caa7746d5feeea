"""What editors of the library see of its links, and that they may have one checked again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Role
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from guidance.choices import Kind
from guidance.models import CheckedLink, Publisher
from guidance.tests.factories import make_guidance_editor, make_published, make_publisher, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

Status = CheckedLink.Status
PAGE = "https://eksempel.example/side"
TODAY = timezone.localdate()


@pytest.fixture
def client(client):
    client.force_login(make_guidance_editor())
    return client


def make_link(url=PAGE, status=Status.BROKEN, **fields):
    fields = {"answer": "404", "checked_at": timezone.now(), "next_check_on": TODAY + timedelta(days=3)} | fields
    return CheckedLink.objects.create(url=url, status=status, **fields)


def page(client, word=""):
    answer = client.get(reverse("guidance_links") + (f"?vis={word}" if word else ""))
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_does_not_work_is_shown_first_with_what_leads_there(client):
    resource = make_published(make_resource(Kind.LINK, url=PAGE), title="Et rundskriv").resource
    publisher = make_publisher(url=PAGE)
    make_link(worked_on=TODAY - timedelta(days=9))
    make_link(PAGE + "/2", Status.WORKS)
    html = page(client)
    assert "Et rundskriv" in html
    assert reverse("resource_desk", args=[resource.pk]) in html
    assert reverse("edit_publisher", args=[publisher.pk]) in html
    assert "No page there (404)" in html
    assert "last seen working" in html
    assert PAGE + "/2" not in html


@pytest.mark.parametrize(
    ("word", "status"),
    [("flyttet", Status.MOVED), ("ikke-sjekket", Status.UNCHECKED), ("lates-i-fred", Status.LEFT_ALONE)],
)
def test_the_others_are_a_click_away(client, word, status):
    make_link(status=status, moved_to=PAGE + "/ny" if status == Status.MOVED else "")
    assert PAGE not in page(client)
    assert PAGE in page(client, word)
    assert f"?vis={word}" in page(client)


def test_a_filter_that_is_not_known_shows_what_does_not_work(client):
    make_link()
    assert PAGE in page(client, "noe%00annet")


def test_it_tells_how_far_the_check_is(client):
    CheckedLink.objects.all().delete()
    make_link()
    make_link(PAGE + "/2", Status.UNCHECKED, checked_at=None, next_check_on=None)
    html = page(client)
    assert "1 of 2 links are checked." in html
    assert "1 waits for the next run." in html


def test_one_is_put_first_at_the_next_run_and_nobody_is_asked_meanwhile(client):
    one, other = make_link(), make_link(PAGE + "/2")
    answer = client.post(reverse("guidance_links"), {"link": one.pk}, follow=True)
    assert "1 link is checked again at the next run." in answer.content.decode()
    assert CheckedLink.objects.due(TODAY).contains(one)
    assert not CheckedLink.objects.due(TODAY).contains(other)


def test_all_that_are_shown_are_put_first(client):
    broken, works = make_link(), make_link(PAGE + "/2", Status.WORKS)
    client.post(reverse("guidance_links"), {"all": "1"})
    assert CheckedLink.objects.due(TODAY).contains(broken)
    assert not CheckedLink.objects.due(TODAY).contains(works)


@pytest.mark.parametrize("sent", ["0", "-1", "9999999999999999999999", "x", "\0", ""])
def test_one_that_is_not_there_is_not_found(client, sent):
    assert client.post(reverse("guidance_links"), {"link": sent}).status_code == 404


def test_the_page_costs_the_same_however_many_links_there_are(client, django_assert_max_num_queries):
    Publisher.objects.update(url="")
    make_published(make_resource(Kind.LINK, url=PAGE))
    for number in range(20):
        make_link(f"{PAGE}/{number}")
        make_published(make_resource(Kind.LINK, url=f"{PAGE}/{number}"))
    page(client)
    with django_assert_max_num_queries(22):
        page(client)


def test_the_desk_of_the_library_says_how_many_do_not_work(client):
    make_link(), make_link(PAGE + "/2")
    html = client.get(reverse("guidance_desk")).content.decode()
    assert f'href="{reverse("guidance_links")}"' in html
    assert "links do not work" in html


def test_the_editing_pages_show_a_link_and_change_nothing(client):
    link = make_link()
    assert PAGE in client.get(reverse("admin:guidance_checkedlink_changelist")).content.decode()
    address = reverse("admin:guidance_checkedlink_change", args=[link.pk])
    assert "no page there (404)" in client.get(address).content.decode()
    assert client.post(address, {"url": "https://annet.example/"}).status_code == 403
    assert client.get(reverse("admin:guidance_checkedlink_add")).status_code == 403


@pytest.mark.parametrize("role", [Role.MUNICIPAL_EDITOR, Role.POLICE_COORDINATOR, Role.AUDITOR])
def test_others_are_refused(client, role):
    district = make_district()
    place = {Role.POLICE_COORDINATOR: district, Role.MUNICIPAL_EDITOR: make_municipality(district=district)}.get(role)
    user = make_user()
    make_grant(user, role, place)
    client.force_login(user)
    assert client.get(reverse("guidance_links")).status_code == 403
