"""The editing pages do what they are for: they list, find, save, and say at the field what is wrong."""

import datetime

import pytest
from dateutil.relativedelta import relativedelta
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contacts.models import (
    Absence,
    Assignment,
    AuditEvent,
    ContactPoint,
    Freshness,
    Function,
    Role,
    RoleGrant,
    User,
)
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_grant,
    make_municipality,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db


def address(model, page="changelist", *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def municipality(district):
    return make_municipality(district=district)


@pytest.fixture
def coordinator(client, district):
    client.force_login(user := make_user((Role.POLICE_COORDINATOR, district)))
    return user


@pytest.fixture
def everything(client, district):
    """The one account that sees every kind of page, of every app."""
    client.force_login(user := make_user(is_superuser=True))
    return user


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model.__name__)
def test_every_list_opens_and_can_be_searched(client, everything, model):
    assert client.get(address(model)).status_code == 200
    assert client.get(address(model), {"q": "e"}).status_code == 200


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model.__name__)
def test_every_row_opens(client, everything, model):
    make_assignment()
    row = model.objects.first()
    if row:
        assert client.get(address(model, "change", row.pk)).status_code == 200


# Lists


def rows_of_every_kind(number, district):
    today = timezone.localdate()
    for _ in range(number):
        municipality = make_municipality(district=district)
        point = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[municipality])
        assignment = make_assignment(point)
        Absence.objects.create(assignment=assignment, valid_from=today, valid_to=today)
        make_user((Role.MUNICIPAL_EDITOR, municipality))
        AuditEvent.objects.create(kind=AuditEvent.Kind.INVITED, user=make_user(), municipality=municipality)


def queries_of(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model.__name__)
def test_a_list_asks_the_database_as_often_for_many_rows_as_for_few(client, everything, district, model):
    rows_of_every_kind(2, district)
    few = queries_of(client, address(model))
    rows_of_every_kind(10, district)
    assert queries_of(client, address(model)) == few


@pytest.mark.parametrize("months", [1, 2, 6, 12, 24])
def test_filter_by_state_agrees_with_the_rule(months):
    """Over a year and more, the ends of short months included."""
    days = [
        datetime.date(2026, 2, 28),
        datetime.date(2026, 3, 30),
        datetime.date(2026, 3, 31),
        datetime.date(2028, 2, 29),
    ]
    for verified in [None, *(day - relativedelta(days=number) for day in days for number in range(0, 800, 31))]:
        make_contact_point(verified_on=verified, verification_interval=months)
    for day in days:
        for freshness in Freshness:
            found = set(ContactPoint.objects.of_freshness(freshness, day).filter(verification_interval=months))
            rule = {
                p for p in ContactPoint.objects.filter(verification_interval=months) if p.freshness(day) == freshness
            }
            assert found == rule


def test_filter_by_state_is_beside_the_list(client, coordinator, district):
    old = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[], verified_on=datetime.date(2020, 1, 1))
    make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[])
    response = client.get(address(ContactPoint), {"freshness": "stale"})
    assert list(response.context["cl"].result_list) == [old]
    assert len(client.get(address(ContactPoint), {"freshness": "nonsense"}).context["cl"].result_list) == 2


# Contact points


def management(prefix, total=0, initial=0):
    return {f"{prefix}-TOTAL_FORMS": total, f"{prefix}-INITIAL_FORMS": initial}


def new_point(district, municipality, **typed):
    data = {
        "function": "police_contact",
        "owner_district": district.pk,
        "verification_interval": 6,
        "is_published": "on",
    }
    return data | management("coverages", 1) | {"coverages-0-municipality": municipality.pk} | typed


def errors(response):
    """Of the page and its inlines, by the name of the field."""
    context = response.context
    forms = [
        context["adminform"].form,
        *(form for inline in context["inline_admin_formsets"] for form in inline.formset.forms),
    ]
    return {name for form in forms for name in form.errors}


def test_a_new_contact_point_has_a_key_is_verified_today_and_leads_on_to_who_holds_it(
    client, coordinator, district, municipality
):
    response = client.post(address(ContactPoint, "add"), new_point(district, municipality, phone="12 34 56 78"))
    point = ContactPoint.objects.get(owner_district=district)
    assert response.headers["Location"] == address(ContactPoint, "change", point.pk)
    assert (point.key, point.phone) == (f"police-contact-{district.slug}", "12345678")
    assert point.verified_on == timezone.localdate()
    assert [coverage.municipality for coverage in point.coverages.all()] == [municipality]


def test_the_only_unit_one_keeps_is_chosen_already(client, coordinator, district):
    form = client.get(address(ContactPoint, "add")).context["adminform"].form
    assert form["owner_district"].value() == district.pk
    assert "owner_municipality" not in form.fields


def test_a_contact_point_that_serves_nobody_is_refused(client, coordinator, district, municipality):
    response = client.post(address(ContactPoint, "add"), new_point(district, municipality) | management("coverages"))
    assert response.context["inline_admin_formsets"][0].formset.non_form_errors()


def test_a_municipality_of_another_district_is_refused_for_a_new_contact_point(client, everything, district):
    other = make_municipality(district=make_district())
    response = client.post(address(ContactPoint, "add"), new_point(district, other))
    assert response.status_code == 200
    assert not ContactPoint.objects.filter(owner_district=district).exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"phone": "spør etter Kari"}, "phone"),
        ({"phone": "1234"}, "phone"),
        ({"email": "ola@hotmail.no"}, "email"),
        ({"email": "Ola@GMAIL.com"}, "email"),
        ({"verification_interval": 99}, "verification_interval"),
        ({"opening_hours_0": "08:00"}, "opening_hours"),
        ({"function": "municipal_contact"}, "function"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(
    client, coordinator, district, municipality, typed, field
):
    response = client.post(address(ContactPoint, "add"), new_point(district, municipality, **typed))
    assert errors(response) == {field}
    shown = response.content.decode()
    assert all(str(value) in shown for value in typed.values())
    assert f'id="id_{field}_error"' in shown


def test_a_number_that_belongs_to_another_function_is_held_up_and_taken_when_it_was_meant(
    client, coordinator, district, municipality
):
    other = make_contact_point(phone="12345678")
    data = new_point(district, municipality, phone="12345678")
    response = client.post(address(ContactPoint, "add"), data)
    assert errors(response) == {"phone"}
    assert str(other.owner) in str(response.context["adminform"].form.errors["phone"])
    assert 'type="checkbox" name="use_shared_number"' in response.content.decode()
    assert client.post(address(ContactPoint, "add"), data | {"use_shared_number": "on"}).status_code == 302


def test_a_number_of_something_unpublished_elsewhere_is_not_told(client, coordinator, district, municipality):
    make_contact_point(phone="12345678", is_published=False)
    data = new_point(district, municipality, phone="12345678")
    assert client.post(address(ContactPoint, "add"), data).status_code == 302


def test_confirming_several_at_once(client, coordinator, district):
    points = [
        make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[], verified_on=None) for _ in range(2)
    ]
    data = {"action": "confirm", "index": 0, "_selected_action": [point.pk for point in points]}
    client.post(address(ContactPoint), data | {f"seen-{point.pk}": point.version for point in points})
    assert {p.verified_on for p in ContactPoint.objects.filter(owner_district=district)} == {timezone.localdate()}


# Who holds it


def with_holders(point, *rows):
    """What the page of a contact point sends with these new assignments."""
    data = {"verification_interval": 6, "is_published": "on", "seen": point.version}
    data |= management("coverages", point.coverages.count(), point.coverages.count()) | management(
        "assignments", len(rows)
    )
    for number, coverage in enumerate(point.coverages.all()):
        data |= {f"coverages-{number}-id": coverage.pk}
    for number, row in enumerate(rows):
        row = {"role": "holder", "valid_from": "2026-01-01", "publication": "function"} | row
        data |= {f"assignments-{number}-{name}": value for name, value in row.items()}
    return data


@pytest.fixture
def point(district, municipality):
    return make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[municipality])


@pytest.fixture
def kari(district):
    return make_person("Kari Eksempel", owner=district)


def test_somebody_is_assigned(client, coordinator, point, kari):
    assert (
        client.post(address(ContactPoint, "change", point.pk), with_holders(point, {"person": kari.pk})).status_code
        == 302
    )
    assert point.assignments.get().person == kari


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"share": 60}, "share"),
        ({"share": 160}, "share"),
        ({"valid_to": "2025-12-31"}, "valid_to"),
        ({"publication": "name"}, "publication"),
        ({"valid_from": "soon"}, "valid_from"),
    ],
)
def test_an_assignment_that_cannot_be_is_refused_at_the_field(client, coordinator, district, point, kari, typed, field):
    """Kari has 60 per cent elsewhere already."""
    other = make_contact_point(Function.PREVENTION_CONTACT, owner=district)
    make_assignment(other, kari, share=60, valid_from=datetime.date(2026, 1, 1))
    response = client.post(address(ContactPoint, "change", point.pk), with_holders(point, {"person": kari.pk} | typed))
    assert errors(response) == {field}
    assert not point.assignments.exists()


def test_the_same_person_twice_in_one_form_is_refused(client, coordinator, point, kari):
    rows = [{"person": kari.pk, "share": 60}, {"person": kari.pk, "share": 60, "valid_from": "2026-05-01"}]
    response = client.post(address(ContactPoint, "change", point.pk), with_holders(point, *rows))
    assert response.status_code == 200
    assert not point.assignments.exists()


def test_a_deputy_of_another_contact_point_cannot_stand_in(client, coordinator, district, point, kari):
    holder = make_assignment(point, kari)
    elsewhere = make_assignment(make_contact_point(Function.PREVENTION_CONTACT, owner=district), role="deputy")
    data = {"assignment": holder.pk, "valid_from": "2026-12-01", "valid_to": "2026-12-31", "deputy": elsewhere.pk}
    assert errors(client.post(address(Absence, "add"), data)) == {"deputy"}


def test_only_what_has_not_begun_is_deleted(client, coordinator, point, kari):
    today = timezone.localdate()
    begun = make_assignment(point, kari)
    later = make_assignment(point, valid_from=today + datetime.timedelta(days=5))
    assert client.get(address(Assignment, "delete", begun.pk)).status_code == 403
    assert client.get(address(Assignment, "delete", later.pk)).status_code == 200
    client.post(address(Assignment, "delete", later.pk), {"post": "yes", "seen": later.version})
    assert list(point.assignments.all()) == [begun]


# Users and roles


@pytest.fixture
def user_administrator(client, district):
    client.force_login(user := make_user((Role.USER_ADMINISTRATOR, district)))
    return user


@pytest.fixture
def colleague(municipality):
    return make_user((Role.MUNICIPAL_EDITOR, municipality))


def test_a_role_is_granted_by_whoever_grants_it_and_recorded(client, user_administrator, colleague, municipality):
    data = {"user": colleague.pk, "role": "slt_coordinator", "municipality": municipality.pk}
    data |= {"begins_at": "2026-01-01T08:00", "ends_at": "2026-12-31T08:00"}
    assert client.post(address(RoleGrant, "add"), data).status_code == 302
    assert colleague.grants.get(role=Role.SLT_COORDINATOR).granted_by == user_administrator
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.ROLE_GRANTED)
    assert (event.user, event.municipality) == (user_administrator, municipality)


@pytest.mark.parametrize("ends_at", ["2020-01-01T08:00", "2099-01-01T08:00"])
def test_a_role_that_ends_too_early_or_too_late_is_refused_at_the_field(
    client, user_administrator, colleague, municipality, ends_at
):
    data = {"user": colleague.pk, "role": "slt_coordinator", "municipality": municipality.pk}
    data |= {"begins_at": "2026-01-01T08:00", "ends_at": ends_at}
    assert errors(client.post(address(RoleGrant, "add"), data)) == {"ends_at"}


@pytest.mark.parametrize("begins", [-10, 10], ids=["held", "not yet begun"])
def test_a_role_is_ended_at_once_and_recorded(client, user_administrator, colleague, municipality, begins):
    begins_at = timezone.now() + datetime.timedelta(days=begins)
    grant = make_grant(make_user(), Role.SLT_COORDINATOR, municipality, begins_at=begins_at)
    data = {"action": "end_now", "index": 0, "_selected_action": [grant.pk], f"seen-{grant.pk}": grant.version}
    client.post(address(RoleGrant), data)
    assert not RoleGrant.objects.current(timezone.now() + datetime.timedelta(seconds=1)).filter(pk=grant.pk).exists()
    assert AuditEvent.objects.filter(kind=AuditEvent.Kind.ROLE_ENDED, municipality=municipality).count() == 1
    assert client.post(address(RoleGrant, "change", grant.pk), {"ends_at": "2027-01-01T08:00"}).status_code == 403


def test_what_was_granted_to_whom_is_never_changed(client, user_administrator, colleague, municipality):
    grant = colleague.grants.get()
    data = {"ends_at": "2027-03-01T08:00", "seen": grant.version, "role": "council_secretary", "user": make_user().pk}
    client.post(address(RoleGrant, "change", grant.pk), data | {"reason": "Shorter", "granted_by": colleague.pk})
    grant.refresh_from_db()
    assert (grant.role, grant.user, grant.granted_by) == (Role.MUNICIPAL_EDITOR, colleague, None)
    assert grant.ends_at.year == 2027


def test_a_role_that_one_may_not_grant_is_not_prolonged_either_but_may_be_shortened(client):
    client.force_login(make_user((Role.USER_ADMINISTRATOR, None)))
    grant = make_user((Role.USER_ADMINISTRATOR, None)).grants.get()
    ends_at = grant.ends_at
    for day, expected in [(30, {"ends_at"}), (-30, set())]:
        to = timezone.localtime(ends_at + datetime.timedelta(days=day))
        data = {"ends_at": f"{to:%Y-%m-%dT%H:%M}", "seen": grant.version, "reason": "As agreed"}
        answer = client.post(address(RoleGrant, "change", grant.pk), data)
        assert (errors(answer) if answer.status_code == 200 else set()) == expected
    grant.refresh_from_db()
    assert grant.ends_at < ends_at


def test_a_user_gets_a_name_or_is_shut_out_and_nothing_else(client, user_administrator, colleague):
    data = {"name": "Ny Eksempel", "email": "other@eksempel.example", "is_superuser": "on", "is_staff": "on"}
    data |= {"password": "x", "groups": "1", "user_permissions": "1", "is_active": "", "reason": "Left", "seen": 0}
    before = User.objects.get(pk=colleague.pk)
    page = client.get(address(User, "change", colleague.pk)).context["adminform"].form
    client.post(address(User, "change", colleague.pk), data | {"seen": page["seen"].value() or ""})
    user = User.objects.get(pk=colleague.pk)
    assert (user.name, user.is_active) == ("Ny Eksempel", False)
    unchanged = ["email", "is_superuser", "is_staff", "password"]
    assert [getattr(user, name) for name in unchanged] == [getattr(before, name) for name in unchanged]


def test_national_numbers_are_corrected_never_removed(client, everything):
    model = next(model for model in admin.site._registry if model.__name__ == "NationalNumber")
    assert client.get(address(model, "add")).status_code == 403
    assert client.get(address(model, "delete", "police")).status_code == 403
    assert set(client.get(address(model, "change", "police")).context["adminform"].form.fields) >= {
        "phone",
        "verified_on",
    }


def test_the_first_page_is_grouped_by_task_and_says_what_each_is_for(client, everything):
    groups = client.get(reverse("admin:index")).context["app_list"]
    assert [group["app_label"] for group in groups] == list(admin.site.groups)
    assert all(model["description"] for group in groups for model in group["models"])
