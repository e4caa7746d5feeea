"""The doors of the admin, by name. Behind each lies a row that whoever asks may not reach; it must look like none."""

import re
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contacts.models import (
    Absence,
    AuditEvent,
    Function,
    Municipality,
    PoliceDistrict,
    Role,
    RoleGrant,
)
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_grant,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db

MISSING = 987654321
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def place(slug):
    return PoliceDistrict.objects.filter(slug=slug).first() or Municipality.objects.get(slug=slug)


def point(function, owner):
    return make_contact_point(function, owner=place(owner), phone="12341234")


@dataclass
class Case:
    """Somebody, a row of theirs, and one of the same kind that is not theirs."""

    grants: tuple
    own: Any
    foreign: Any

    def log_in(self, client):
        client.force_login(user := make_user(*[(role, where and place(where)) for role, where in self.grants]))
        return user


MUNICIPAL, SLT, POLICE = Function.MUNICIPAL_CONTACT, Function.SLT_COORDINATOR, Function.POLICE_CONTACT


def person_of(owner):
    return make_person("Prøve Hemmelig", owner=place(owner))


def assigned(function, owner):
    return make_assignment(point(function, owner))


def absent(function, owner):
    today = timezone.localdate()
    return Absence.objects.create(assignment=assigned(function, owner), valid_from=today, valid_to=today)


def granted(role, where):
    return make_grant(make_user(), role, where and place(where))


def user_in(where):
    return make_user((Role.MUNICIPAL_EDITOR, place(where)))


COORDINATOR = ((Role.POLICE_COORDINATOR, "agder"),)
EDITOR = ((Role.MUNICIPAL_EDITOR, "valle"),)
SLT_COORDINATOR = ((Role.SLT_COORDINATOR, "valle"),)
USER_ADMINISTRATOR = ((Role.USER_ADMINISTRATOR, "agder"),)
AUDITOR = ((Role.AUDITOR, "agder"),)
AREA = ((Role.AREA_ADMINISTRATOR, "agder"),)

CASES = {
    "coordinator of Agder, contact point of Oslo": lambda: Case(
        COORDINATOR, point(POLICE, "agder"), point(POLICE, "oslo")
    ),
    "coordinator of Agder, municipal contact point in Agder": lambda: Case(
        COORDINATOR, point(POLICE, "agder"), point(MUNICIPAL, "valle")
    ),
    "coordinator of Agder, person in Oslo": lambda: Case(COORDINATOR, person_of("agder"), person_of("oslo")),
    "coordinator of Agder, assignment in Oslo": lambda: Case(
        COORDINATOR, assigned(POLICE, "agder"), assigned(POLICE, "oslo")
    ),
    "coordinator of Agder, absence in Oslo": lambda: Case(COORDINATOR, absent(POLICE, "agder"), absent(POLICE, "oslo")),
    "editor of Valle, contact point of Bykle": lambda: Case(
        EDITOR, point(MUNICIPAL, "valle"), point(MUNICIPAL, "bykle")
    ),
    "editor of Valle, person in Bykle": lambda: Case(EDITOR, person_of("valle"), person_of("bykle")),
    "SLT coordinator of Valle, other function of Valle": lambda: Case(
        SLT_COORDINATOR, point(SLT, "valle"), point(MUNICIPAL, "valle")
    ),
    "SLT coordinator of Valle, SLT function of Bykle": lambda: Case(
        SLT_COORDINATOR, point(SLT, "valle"), point(SLT, "bykle")
    ),
    "SLT coordinator of Valle, who holds another function": lambda: Case(
        SLT_COORDINATOR, person_of("valle"), assigned(MUNICIPAL, "valle").person
    ),
    "user administrator of Agder, role in Bærum": lambda: Case(
        USER_ADMINISTRATOR, granted(Role.MUNICIPAL_EDITOR, "valle"), granted(Role.MUNICIPAL_EDITOR, "baerum")
    ),
    "user administrator of Agder, national role": lambda: Case(
        USER_ADMINISTRATOR, granted(Role.MUNICIPAL_EDITOR, "valle"), granted(Role.AUDITOR, None)
    ),
    "user administrator of Agder, user in Bærum": lambda: Case(USER_ADMINISTRATOR, user_in("valle"), user_in("baerum")),
    "auditor of Agder, contact point of Oslo": lambda: Case(AUDITOR, point(POLICE, "agder"), point(POLICE, "oslo")),
    "auditor of Agder, event of the whole country": lambda: Case(
        AUDITOR,
        AuditEvent.objects.create(kind=AuditEvent.Kind.INVITED, district=place("agder")),
        AuditEvent.objects.create(kind=AuditEvent.Kind.INVITED),
    ),
    "area administrator of Agder, contact point of Bærum": lambda: Case(
        AREA, point(MUNICIPAL, "valle"), point(MUNICIPAL, "baerum")
    ),
}
each_case = pytest.mark.parametrize("case", CASES, indirect=True)


@pytest.fixture
def case(request, client):
    case = CASES[request.param]()
    case.user = case.log_in(client)
    return case


def url(model, page="changelist", *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def answer(user, method, address, key, data=None):
    """All that one learns from an answer, apart from the key one typed oneself. A client of its own: messages wait."""
    client = Client()
    client.force_login(user)
    response = getattr(client, method)(address, data or {})
    said = [str(message) for message in get_messages(response.wsgi_request)]
    body = TOKEN.sub("", response.content.decode())
    seen = "\n".join([str(response.status_code), response.headers.get("Location", ""), *said, body])
    return re.sub(rf"(?<=[/“]){key}(?=[/”])", "KEY", seen)


def assert_looks_missing(case, page, method="get", data=None, query=""):
    model, key = type(case.foreign), case.foreign.pk
    there = answer(case.user, method, url(model, page, key) + query, key, data)
    assert there == answer(case.user, method, url(model, page, MISSING) + query, MISSING, data)


def kept(row):
    """The row is in the database as it was."""
    fields = [field.attname for field in row._meta.concrete_fields]
    now = type(row).objects.get(pk=row.pk)
    return all(getattr(now, field) == getattr(row, field) for field in fields)


# Each page of a row


@each_case
def test_own_row_opens(client, case):
    assert client.get(url(type(case.own), "change", case.own.pk)).status_code == 200


@each_case
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_page_of_a_foreign_row(case, page):
    for query in ("", "?_popup=1", "?_to_field=id", "?_changelist_filters=q%3De"):
        assert_looks_missing(case, page, query=query)


@each_case
@pytest.mark.parametrize("page", ["change", "delete"])
def test_sending_to_a_foreign_row(case, page):
    before = type(case.foreign).objects.get(pk=case.foreign.pk)
    assert_looks_missing(case, page, "post", {"name": "Changed", "post": "yes", "is_published": "on"})
    assert kept(before)


@each_case
def test_short_address_of_a_foreign_row(client, case):
    """Django redirects `…/5/` to `…/5/change/` whether there is a row or not."""
    model = type(case.foreign)
    for key in (case.foreign.pk, MISSING):
        response = client.get(f"{url(model)}{key}/")
        assert response.headers["Location"] == url(model, "change", key)


@each_case
def test_copying_a_foreign_row(case):
    assert_looks_missing(case, "change", "post", {"_saveasnew": "1"})


@each_case
def test_another_field_as_key(client, case):
    """`?_to_field=email` would find out what is in a field, one guess at a time."""
    model = type(case.foreign)
    for field in model._meta.concrete_fields:
        if not field.primary_key:
            response = client.get(url(model, "change", "x"), {"_to_field": field.name})
            assert response.status_code == 400


# Lists


@each_case
def test_list_shows_own_and_hides_foreign(client, case):
    shown = client.get(url(type(case.own))).context["cl"].result_list
    assert case.own in shown
    assert case.foreign not in shown


@each_case
def test_search_for_a_foreign_row(client, case):
    for text in {str(case.foreign.pk), "12341234", "Hemmelig", "eksempel"}:
        assert case.foreign not in client.get(url(type(case.foreign)), {"q": text}).context["cl"].result_list


@each_case
def test_hand_written_filters_are_no_oracle(client, case):
    """Each field of the row, also by its beginning; and one table further."""
    model = type(case.own)
    model_admin = admin.site.get_model_admin(model)
    for field in model._meta.concrete_fields:
        for lookup in (
            "__startswith",
            "__regex",
            "__in",
            "__gt",
            "__id__gt",
            "__name__startswith",
            "__email__contains",
        ):
            response = client.get(url(model), {f"{field.name}{lookup}": "1"})
            assert response.status_code == 400, (model_admin, field.name, lookup)


@each_case
def test_filter_of_the_sidebar_written_by_hand(client, case):
    model = type(case.own)
    for item in admin.site.get_model_admin(model).list_filter:
        if isinstance(item, tuple):
            for other in (place("oslo"), place("bykle")):
                response = client.get(url(model), {f"{item[0]}__id__exact": other.pk}, follow=True)
                assert case.foreign not in response.context["cl"].result_list


@each_case
def test_sidebar_names_no_foreign_place(client, case):
    for spec in client.get(url(type(case.own))).context["cl"].filter_specs:
        if isinstance(spec, admin.RelatedOnlyFieldListFilter):
            rows = type(case.own).objects.visible_to(_access(case.user))
            assert {key for key, _ in spec.lookup_choices} <= set(rows.values_list(spec.field.attname, flat=True))


def _access(user):
    from contacts.access import access_of

    return access_of(user)


@each_case
def test_ordering_and_paging(client, case):
    for query in ("o=99", "o=-1.2", "o=x", "p=99999999999999999999", "p=x", "all=1", "_facets=True"):
        response = client.get(f"{url(type(case.own))}?{query}", follow=True)
        assert case.foreign not in response.context["cl"].result_list


@each_case
def test_odd_values_in_filters_are_answered(client, case):
    for field in type(case.own)._meta.concrete_fields:
        for value in ("\0", "9" * 40, "x", ""):
            assert client.get(url(type(case.own)), {f"{field.name}__exact": value}).status_code < 500


# Actions


@each_case
def test_action_on_foreign_rows(client, case):
    before = type(case.foreign).objects.get(pk=case.foreign.pk)
    ticked = [case.foreign.pk, MISSING, "x", "9" * 40, "\0"]
    actions = ["delete_selected", "no_such_action", "", *admin.site.get_model_admin(type(case.own)).actions]
    for action, across in product(actions, "01"):
        data = {"action": action, "select_across": across, "index": "0", "_selected_action": ticked}
        assert client.post(url(type(case.own)), data).status_code in (200, 302)
    assert kept(before)


def test_what_may_be_read_is_not_changed_by_an_action(client):
    """An auditor of Agder who also administers the users of Oslo sees both, and ends only the latter."""
    seen, administered = granted(Role.MUNICIPAL_EDITOR, "valle"), granted(Role.MUNICIPAL_EDITOR, "baerum")
    Case(((Role.AUDITOR, "agder"), (Role.USER_ADMINISTRATOR, "oslo")), None, None).log_in(client)
    data = {"action": "end_now", "index": "0", "_selected_action": [seen.pk, administered.pk]}
    data |= {f"seen-{row.pk}": row.version for row in (seen, administered)}
    client.post(url(RoleGrant), data)
    administered.refresh_from_db()
    assert kept(seen)
    assert administered.ends_at <= timezone.now()
