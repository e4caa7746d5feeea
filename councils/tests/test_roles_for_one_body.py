"""A role can be for one body of a municipality: chosen among those there are, and named wherever the role is shown."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from contacts import bodies
from contacts.access import access_of
from contacts.admin.forms import RoleGrantForm
from contacts.models import Invitation, Municipality, OutgoingMail, Role, RoleGrant
from contacts.services import invitations
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from councils.models import Body
from councils.tests.factories import make_council, make_secretary

pytestmark = pytest.mark.django_db


@pytest.fixture
def municipality():
    return make_municipality(district=make_district())


@pytest.fixture
def council(municipality):
    return make_council(municipality, name="Prøverådet på Haugen")


@pytest.fixture
def administrator(municipality):
    return make_user((Role.USER_ADMINISTRATOR, municipality.district_memberships.get().district))


@pytest.fixture
def form(administrator, municipality):
    """Of a grant to somebody, in that municipality."""
    user = make_user()

    def fill_in(**fields):
        now = timezone.localtime()
        class_ = type("Form", (RoleGrantForm,), {"access": access_of(administrator)})
        sent = {
            "user": user.pk,
            "role": Role.COUNCIL_SECRETARY,
            "municipality": municipality.pk,
            "begins_at": now,
            "ends_at": now + datetime.timedelta(days=90),
        }
        with translation.override("en"):
            filled = class_(sent | fields)
            filled.fields["municipality"].queryset = Municipality.objects.administered_by(access_of(administrator))
            filled.offer_bodies()
            filled.full_clean()
            return filled

    return fill_in


def test_a_secretary_is_made_for_one_council(form, council):
    filled = form(body=council.slug)
    assert filled.errors == {}
    assert filled.save().body == council.slug


def test_without_a_choice_the_role_is_for_all_of_them(form, council):
    assert form(body="").save().body == ""


def test_the_councils_of_the_area_are_offered_and_no_others(form, council):
    make_council(name="Et annet sted")
    assert [name for _slug, name in form().fields["body"].choices[1:]] == ["Prøverådet på Haugen"]


@pytest.mark.usefixtures("in_english")
def test_a_council_of_another_municipality_is_refused_with_what_to_do(form, municipality, council):
    other = make_municipality(district=municipality.district_memberships.get().district)
    assert "another municipality" in str(form(body=council.slug, municipality=other.pk).errors["body"])


@pytest.mark.usefixtures("in_english")
def test_a_role_that_is_not_in_bodies_is_for_the_whole_municipality(form, council):
    assert "whole municipality" in str(form(body=council.slug, role=Role.MUNICIPAL_EDITOR).errors["body"])


def test_an_address_that_is_no_body_is_refused(form):
    assert "body" in form(body="finnes-ikke").errors


def test_the_invitation_names_the_council_in_mail_and_on_the_page(client, administrator, municipality, council):
    invitation = Invitation(
        name="Ny Eksempel",
        email="ny@eksempel.example",
        role=Role.COUNCIL_MEMBER,
        municipality=municipality,
        body=council.slug,
    )
    token = invitations.invite(invitation=invitation, by=administrator)
    assert council.name in OutgoingMail.objects.get(to="ny@eksempel.example").body
    assert council.name in client.get(reverse("invitation", args=[token])).content.decode()


@pytest.mark.parametrize("page", ["desk", "account"])
def test_whoever_has_the_role_reads_for_which_council(client, council, page):
    client.force_login(make_secretary(council))
    assert council.name in client.get(reverse(page)).content.decode()


def test_the_list_of_roles_names_the_council_without_a_query_for_each(
    client, administrator, municipality, council, django_assert_num_queries
):
    for _number in range(3):
        make_grant(make_user(), Role.COUNCIL_MEMBER, municipality, body=council.slug)
    with django_assert_num_queries(1):
        rows = RoleGrant.objects.filter(body=council.slug).with_body_names().select_related("municipality", "district")
        assert {row.only_for for row in rows} == {council.name}


def test_of_a_council_that_is_gone_the_address_is_shown(municipality):
    grant = make_grant(make_user(), Role.COUNCIL_MEMBER, municipality, body="borte")
    assert grant.only_for == "borte"
    assert RoleGrant.objects.with_body_names().get(pk=grant.pk).only_for == "borte"


def test_the_app_that_has_bodies_has_said_so():
    assert Body in [queryset.model for queryset in bodies.every()]
