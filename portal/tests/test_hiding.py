"""Hide this person now: whoever looks, on whichever server, sees the name no more within a minute."""

import re
import urllib.error
import urllib.request

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from contacts.models import (
    Assignment,
    AuditEvent,
    ContactPoint,
    Coverage,
    Function,
    Municipality,
    Person,
    PoliceDistrict,
    Publication,
    Role,
    User,
)
from contacts.services.hiding import hide_person
from contacts.tests.factories import make_assignment, make_contact_point, make_person, make_user
from portal.tests.browsing import visit
from portal.tests.pages import OTHER_ADDRESSES, PAGES
from portal.tests.plugin import serving

NAME, NUMBER = "Kanarifugl Eksempel", "12345699"
NAMED = {
    "publication": Publication.NAME_AND_DIRECT,
    "publication_decided_on": timezone.localdate(),
    "publication_decided_by": "HR",
}
ONE_MINUTE = 60


@pytest.fixture
def kanarifugl(django_db_setup, django_db_blocker):
    """Named on the cards of a district and of a municipality; really there, and removed afterwards."""
    with django_db_blocker.unblock():
        agder, valle = PoliceDistrict.objects.get(slug="agder"), Municipality.objects.get(slug="valle")
        with transaction.atomic():
            person = make_person(NAME, owner=agder, direct_phone=NUMBER)
            points = [
                make_contact_point(Function.PREVENTION_CONTACT, owner=agder),
                make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[valle]),
            ]
            for point in points:
                make_assignment(point, person, **NAMED)
        yield person
        remove(person, points)


def remove(person, points):
    AuditEvent.objects.filter(kind=AuditEvent.Kind.PERSON_HIDDEN).delete()
    ContactPoint.objects.filter(pk__in=[point.pk for point in points]).delete()
    Person.objects.filter(pk=person.pk).delete()
    for model, field, rows in (
        (Assignment, "contact_point_id", points),
        (Coverage, "contact_point_id", points),
        (ContactPoint, "id", points),
        (Person, "id", [person]),
    ):
        model.history.filter(**{f"{field}__in": [row.pk for row in rows]}).delete()


def answer_of(address):
    """The headers and the text, whatever the status."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 (our own server)
            return answer.headers, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.headers, answer.read().decode(errors="replace")


def addresses():
    return [page.url for page in (*PAGES, *OTHER_ADDRESSES)]


def where_named(server):
    """The addresses that tell the name or the number, in whatever way of writing it."""
    texts = {address: answer_of(server + address)[1] for address in addresses()}
    return {address for address, text in texts.items() if "Kanarifugl" in text or NUMBER in re.sub(r"[\s+]", "", text)}


def test_the_name_is_gone_from_every_page_file_and_search_on_every_server(kanarifugl, server):
    with serving() as another:
        for address in (server, another):
            named = where_named(address)
            assert {"/kommuner/valle/", "/en/kommuner/valle/tiltakskort/", "/nn/politidistrikter/agder/"} <= named
        hide_person(person=kanarifugl, reason="Threats")
        assert [where_named(address) for address in (server, another)] == [set(), set()]


@pytest.mark.django_db
def test_no_copy_is_kept_for_longer_than_a_minute_and_none_is_asked_for_by_its_tag(server):
    """`stale-if-error` is for when the portal is down: nothing newer can be known then."""
    for address in addresses():
        headers, _text = answer_of(server + address)
        kept = dict(re.findall(r"(max-age|stale-while-revalidate|s-maxage)=(\d+)", headers["Cache-Control"] or ""))
        assert sum(map(int, kept.values())) <= ONE_MINUTE, address
        assert (headers["ETag"], headers["Last-Modified"]) == (None, None), address


@pytest.fixture
def coordinator(kanarifugl, django_db_blocker):
    user = make_user((Role.POLICE_COORDINATOR, kanarifugl.owner_district))
    yield user
    Assignment.history.filter(history_user=user).update(history_user=None)
    Person.history.filter(history_user=user).update(history_user=None)
    AuditEvent.objects.filter(user=user).delete()
    user.grants.all().delete()
    User.objects.filter(pk=user.pk).delete()


@pytest.fixture
def logged_in_page(new_page, server, client, coordinator):
    """Scripts are off: it takes none."""
    client.force_login(coordinator)
    page = new_page(java_script_enabled=False)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server}])
    return page


def test_a_coordinator_hides_somebody_in_a_browser_without_scripts(logged_in_page, kanarifugl, server):
    logged_in_page.goto(f"/en/skrivebord/personer/{kanarifugl.pk}/skjul/")
    logged_in_page.get_by_label("Reason").fill("Threats")
    logged_in_page.get_by_role("button", name="Hide this person now").press("Enter")
    expect(logged_in_page.get_by_role("heading", level=1)).to_have_text(f"{NAME} is hidden")
    assert "Kanarifugl" not in answer_of(f"{server}/kommuner/valle/")[1]


def test_its_pages_are_accessible(new_page, server, client, coordinator, kanarifugl):
    client.force_login(coordinator)
    page = new_page()
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server}])
    for hidden in (False, True):
        Person.objects.filter(pk=kanarifugl.pk).update(never_publish=hidden)
        for route in ("skjul", "vis"):
            seen = visit(page, f"/en/skrivebord/personer/{kanarifugl.pk}/{route}/")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert (seen.violations, [width for width in seen.wider.values() if width > 0]) == ([], [])
