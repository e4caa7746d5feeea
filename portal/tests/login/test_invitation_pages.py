"""Inviting, and being invited, in the browser."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Invitation, Municipality, OutgoingMail, PoliceDistrict, Role, User
from contacts.tests.factories import make_user
from councils.tests.factories import make_council
from portal.tests.login.people import PASSWORD, Somebody

pytestmark = pytest.mark.django_db

ADDRESS = "ny@eksempel.example"
LIST = "/konto/invitasjoner/"


@pytest.fixture
def agder():
    return PoliceDistrict.objects.get(slug="agder")


@pytest.fixture
def valle():
    return Municipality.objects.get(slug="valle")


@pytest.fixture
def administrator(client, agder):
    user = make_user((Role.USER_ADMINISTRATOR, agder), name="Bodil Eksempel")
    client.force_login(user)
    return user


@pytest.fixture
def filled_in(valle):
    return {
        "name": "Ny Eksempel",
        "email": ADDRESS,
        "role": Role.MUNICIPAL_EDITOR,
        "municipality": valle.pk,
        "ends_on": (timezone.localdate() + timedelta(days=300)).isoformat(),
    }


@pytest.fixture
def send(client, administrator, filled_in):
    return lambda **changes: client.post(LIST, filled_in | changes)


@pytest.fixture
def link(send):
    send()
    return re.search(r"/konto/invitasjon/[\w-]+/", OutgoingMail.objects.get(to=ADDRESS).body)[0]


def test_somebody_is_invited_to_one_council_of_the_municipality(send, client, valle):
    council = make_council(valle, status="dormant")
    send(role=Role.COUNCIL_MEMBER, body=council.slug)
    assert Invitation.objects.get().body == council.slug
    assert council.name in client.get(LIST).content.decode()


def accept(visitor, link, password=PASSWORD, **changes):
    return visitor.post(link, {"name": "Ny Eksempel", "password1": password, "password2": password} | changes)


def test_the_journey_from_invitation_to_second_factor(send, link, visitor, valle):
    page = visitor.get(link)
    assert "Bodil Eksempel" in page.content.decode()
    assert "Valle" in page.content.decode()
    assert accept(visitor, link).url == reverse("mfa_index")
    assert User.objects.get(email=ADDRESS).grants.get().municipality == valle
    assert visitor.get(reverse("mfa_index")).status_code == 200
    assert visitor.get("/skrivebord/").url == reverse("mfa_index")


def test_opening_the_link_accepts_nothing(link, visitor):
    """Mail scanners open links."""
    for _ in range(3):
        assert visitor.get(link).status_code == 200
    assert not User.objects.filter(email=ADDRESS).exists()


def test_the_link_is_good_once(link, visitor):
    accept(visitor, link)
    visitor.post(reverse("account_logout"))
    assert visitor.get(link).status_code == 410
    assert accept(visitor, link, password="et-annet-passord-42").status_code == 410
    assert User.objects.get(email=ADDRESS).check_password(PASSWORD)


@pytest.mark.parametrize("change", ["expires_at", "withdrawn_at"])
def test_a_link_that_is_over_makes_no_account(link, visitor, change):
    Invitation.objects.update(**{change: timezone.now() - timedelta(seconds=1)})
    assert visitor.get(link).status_code == 410
    assert accept(visitor, link).status_code == 410
    assert not User.objects.filter(email=ADDRESS).exists()


@pytest.mark.parametrize("altered", ["/konto/invitasjon/x/", "/konto/invitasjon/%00/", "/konto/invitasjon/%C3%A6/"])
def test_a_link_that_was_never_sent_is_answered_as_one_that_is_over(visitor, altered):
    assert visitor.get(altered).status_code == 410


@pytest.mark.parametrize(
    "typed",
    [
        {"password": "kort"},
        {"password": "123456789012"},
        {"password": "ny@eksempel.example"},
        {"password2": "et-annet-passord"},
        {"name": ""},
        {"name": "a\x00b"},
    ],
    ids=["too short", "only digits", "their own address", "not the same", "no name", "NUL"],
)
def test_what_is_wrong_is_said_and_no_account_is_made(link, visitor, typed):
    answer = accept(visitor, link, **typed)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not User.objects.filter(email=ADDRESS).exists()


def test_somebody_who_has_an_account_logs_in_and_only_presses_the_button(link, visitor):
    person = Somebody(make_user(email=ADDRESS, password=PASSWORD)).with_an_app()
    page = visitor.get(link)
    assert b"<input" not in page.content
    assert person.log_in(visitor, next=link).url == link
    assert not person.user.grants.exists()
    assert visitor.post(link).url == "/skrivebord/"
    assert person.user.grants.count() == 1


def test_nobody_accepts_for_somebody_else(link, visitor, somebody):
    somebody.log_in(visitor)
    assert accept(visitor, link).status_code == 200
    assert not User.objects.filter(email=ADDRESS).exists()
    assert somebody.user.grants.count() == 1


def test_whoever_knows_the_link_of_somebody_with_an_account_gets_nothing_by_it(link, visitor):
    owner = make_user(email=ADDRESS, password=PASSWORD)
    accept(visitor, link, password="en-tyvs-passord-42")
    owner.refresh_from_db()
    assert owner.check_password(PASSWORD)
    assert not owner.grants.exists()
    assert "_auth_user_id" not in visitor.session


@pytest.mark.parametrize(
    "typed",
    [
        {"role": Role.GUIDANCE_EDITOR, "municipality": ""},
        {"role": Role.USER_ADMINISTRATOR, "municipality": ""},
        {"role": Role.POLICE_COORDINATOR},
        {"municipality": ""},
        {"municipality": 999_999_999_999},
        {"ends_on": "2020-01-01"},
        {"ends_on": "2099-01-01"},
        {"ends_on": "i morgen"},
        {"email": "ikke en adresse"},
        {"email": "a\x00@eksempel.example"},
        {"name": ""},
    ],
    ids=str,
)
def test_what_cannot_be_granted_is_not_sent(send, typed):
    answer = send(**typed)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not Invitation.objects.exists()
    assert not OutgoingMail.objects.filter(to=ADDRESS).exists()


def test_a_municipality_of_another_district_is_no_choice(send):
    assert send(municipality=Municipality.objects.get(slug="baerum").pk).context["form"].errors["municipality"]


def test_nobody_invites_themselves(send, administrator):
    assert send(email=administrator.email).context["form"].errors
    assert not Invitation.objects.exists()


def test_an_invitation_is_withdrawn_with_one_press(client, link, visitor):
    client.post(reverse("withdraw_invitation", args=[Invitation.objects.get().pk]))
    assert visitor.get(link).status_code == 410


def test_that_of_another_district_answers_as_a_missing_one(client, link):
    client.force_login(make_user((Role.USER_ADMINISTRATOR, PoliceDistrict.objects.get(slug="oslo"))))
    own, missing = Invitation.objects.get().pk, 10**9
    answers = [client.post(reverse("withdraw_invitation", args=[pk])).status_code for pk in (own, missing)]
    assert answers == [404, 404]
    assert ADDRESS not in client.get(LIST).content.decode()


@pytest.mark.parametrize("role", [Role.POLICE_COORDINATOR, Role.MUNICIPAL_EDITOR, Role.AREA_ADMINISTRATOR])
def test_whoever_grants_no_roles_has_no_such_page(client, agder, valle, role):
    place = valle if role == Role.MUNICIPAL_EDITOR else agder
    client.force_login(make_user((role, place)))
    assert client.get(LIST).status_code == 403
    assert client.post(LIST).status_code == 403


def test_an_auditor_reads_them_and_sends_none(client, filled_in, agder, link):
    client.force_login(make_user((Role.AUDITOR, agder)))
    assert ADDRESS in client.get(LIST).content.decode()
    assert client.post(LIST, filled_in).status_code == 403
    assert Invitation.objects.count() == 1
