"""The doors of the admin, by name. Behind each lies a row that whoever asks may not reach; it must look like none."""

import re
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contacts.access import access_of
from contacts.models import (
    Absence,
    Assignment,
    AuditEvent,
    ContactPoint,
    Function,
    Municipality,
    Person,
    PoliceDistrict,
    Role,
    RoleGrant,
    User,
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
            rows = type(case.own).objects.visible_to(access_of(case.user))
            assert {key for key, _ in spec.lookup_choices} <= set(rows.values_list(spec.field.attname, flat=True))


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


# Choices in forms: what is offered, and what is accepted when it is sent without having been offered


def offered(response):
    """The keys that each choice of the form, and of its inlines, offers."""
    context = response.context
    forms = [context["adminform"].form, *(inline.formset.empty_form for inline in context["inline_admin_formsets"])]
    return {
        f"{form._meta.model.__name__}.{name}": set(field.queryset.values_list("pk", flat=True))
        for form in forms
        for name, field in form.fields.items()
        if hasattr(field, "queryset")
    }


def agder_and_its_municipalities():
    agder = place("agder")
    return {agder.pk}, set(
        Municipality.objects.filter(district_memberships__district=agder).values_list("pk", flat=True)
    )


@pytest.mark.parametrize("grants", [COORDINATOR, AREA, USER_ADMINISTRATOR], ids=lambda grants: grants[0][0])
@pytest.mark.parametrize("model", [ContactPoint, Person, Absence, RoleGrant])
def test_only_places_of_ones_own_are_offered(client, grants, model):
    Case(grants, None, None).log_in(client)
    response = client.get(url(model, "add"))
    districts, municipalities = agder_and_its_municipalities()
    for name, keys in offered(response).items() if response.status_code == 200 else ():
        if "district" in name:
            assert keys <= districts
        if "municipality" in name:
            assert keys <= municipalities


@pytest.mark.parametrize("role", [Role.POLICE_COORDINATOR, Role.AREA_ADMINISTRATOR])
def test_only_people_of_its_own_unit_are_offered_for_a_contact_point(client, role):
    Case(((role, "agder"), (Role.AUDITOR, "oslo")), None, None).log_in(client)
    own, elsewhere, stranger = person_of("agder"), person_of("valle"), person_of("oslo")
    choices = offered(client.get(url(ContactPoint, "change", point(POLICE, "agder").pk)))["Assignment.person"]
    assert own.pk in choices
    assert not {elsewhere.pk, stranger.pk} & choices


def management(prefix, total=0, initial=0):
    return {f"{prefix}-TOTAL_FORMS": total, f"{prefix}-INITIAL_FORMS": initial}


def errors(response):
    context = response.context
    found = dict(context["adminform"].form.errors)
    for inline in context["inline_admin_formsets"]:
        for index, form in enumerate(inline.formset.forms):
            found |= {f"{inline.formset.prefix}-{index}-{name}": text for name, text in form.errors.items()}
    return found


def contact_point_data(**typed):
    return {"function": POLICE, "verification_interval": 6} | management("coverages") | typed


def test_foreign_owner_is_refused_at_the_field(client):
    Case(COORDINATOR, None, None).log_in(client)
    before = ContactPoint.objects.count()
    for owner in (place("oslo").pk, MISSING, "x"):
        response = client.post(url(ContactPoint, "add"), contact_point_data(owner_district=owner))
        assert "owner_district" in errors(response)
    assert ContactPoint.objects.count() == before


def test_owner_of_a_kind_one_does_not_keep_is_not_taken(client):
    """A field that the form does not have, added by hand."""
    Case(EDITOR, None, None).log_in(client)
    data = contact_point_data(owner_district=place("agder").pk, owner_municipality=place("valle").pk)
    response = client.post(url(ContactPoint, "add"), data | {"coverages-TOTAL_FORMS": 0})
    assert response.status_code == 200
    assert not ContactPoint.objects.filter(function=POLICE, owner_municipality=place("valle")).exists()


def test_foreign_municipality_in_an_inline_is_refused(client):
    Case(EDITOR, None, None).log_in(client)
    own = point(SLT, "valle")
    for municipality in (place("bykle").pk, MISSING):
        data = opened(client, own) | management("coverages", 2, 1) | {"coverages-1-municipality": municipality}
        assert "coverages-1-municipality" in errors(client.post(url(ContactPoint, "change", own.pk), data))
    assert not own.coverages.filter(municipality=place("bykle")).exists()


def test_foreign_person_in_an_inline_is_refused(client):
    Case(COORDINATOR, None, None).log_in(client)
    own = point(POLICE, "agder")
    for person in (person_of("oslo").pk, MISSING):
        row = {"assignments-0-person": person, "assignments-0-role": "holder", "assignments-0-valid_from": "2026-01-01"}
        row |= {"assignments-0-publication": "function"}
        data = opened(client, own) | management("assignments", 1) | row
        assert "assignments-0-person" in errors(client.post(url(ContactPoint, "change", own.pk), data))
    assert not own.assignments.exists()


def opened(client, row):
    """What the page of a row sends when nothing was typed."""
    response = client.get(url(type(row), "change", row.pk))
    forms = [response.context["adminform"].form]
    sent = {}
    for inline in response.context["inline_admin_formsets"]:
        forms += inline.formset.initial_forms
        sent |= {field.html_name: field.value() for field in inline.formset.management_form}
        sent[f"{inline.formset.prefix}-TOTAL_FORMS"] = len(inline.formset.initial_forms)
    sent |= {bound.html_name: bound.value() for form in forms for bound in form}
    return {name: value for name, value in sent.items() if value not in (None, "", False)}


def test_foreign_row_in_an_inline_is_refused(client):
    """The number of another contact point's assignment, as a row of one's own."""
    Case(COORDINATOR, None, None).log_in(client)
    own, foreign = assigned(POLICE, "agder").contact_point, assigned(POLICE, "oslo")
    for key in (foreign.pk, MISSING):
        data = opened(client, own) | {"assignments-0-id": key, "assignments-0-valid_to": "2030-01-01"}
        assert client.post(url(ContactPoint, "change", own.pk), data).status_code == 200
    assert kept(foreign)


def test_row_of_an_inline_cannot_be_given_another_parent(client):
    Case(COORDINATOR, None, None).log_in(client)
    own = assigned(POLICE, "agder")
    for key in (point(POLICE, "oslo").pk, MISSING):
        data = opened(client, own.contact_point) | {"assignments-0-contact_point": key}
        client.post(url(ContactPoint, "change", own.contact_point_id), data)
    assert kept(own)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("district", lambda user: place("oslo").pk),
        ("municipality", lambda user: place("baerum").pk),
        ("role", lambda user: Role.AUDITOR),
        ("role", lambda user: Role.USER_ADMINISTRATOR),
        ("user", lambda user: user.pk),
        ("user", lambda user: user_in("baerum").pk),
        ("user", lambda user: MISSING),
    ],
)
def test_role_that_may_not_be_granted_is_refused_at_the_field(client, field, value):
    user = Case(USER_ADMINISTRATOR, None, None).log_in(client)
    role = Role.POLICE_COORDINATOR if field == "district" else Role.MUNICIPAL_EDITOR
    data = {"user": user_in("valle").pk, "role": role, "begins_at": "2026-01-01T08:00", "ends_at": "2026-12-31T08:00"}
    data |= {"district": place("agder").pk} if field == "district" else {"municipality": place("valle").pk}
    target = value(user)
    before = RoleGrant.objects.count()
    assert field in errors(client.post(url(RoleGrant, "add"), data | {field: target}))
    assert RoleGrant.objects.count() == before


def test_moving_a_row_out_of_ones_scope_is_refused_at_the_field(client, monkeypatch):
    """Even were the form to offer what may only be read: the database is asked after saving, and all is undone."""
    from contacts.admin.owned import OwnedAdmin
    from contacts.admin.people import PersonAdmin
    from contacts.scoped_admin import ScopedModelAdmin

    Case(((Role.POLICE_COORDINATOR, "agder"), (Role.AUDITOR, "oslo")), None, None).log_in(client)
    monkeypatch.setattr(OwnedAdmin, "choices_of", ScopedModelAdmin.choices_of)
    monkeypatch.setattr(PersonAdmin, "get_readonly_fields", lambda *args: [])
    monkeypatch.setattr(PersonAdmin, "get_fieldsets", lambda *args: [(None, {"fields": ["name", "owner_district"]})])
    own = person_of("agder")
    data = opened(client, own) | {"owner_district": place("oslo").pk, "reason": "Moved", "name": "Typed"}
    response = client.post(url(Person, "change", own.pk), data)
    assert list(errors(response)) == ["owner_district"]
    assert response.context["adminform"].form["name"].value() == "Typed"
    assert kept(own)


# Whoever may only read


@pytest.mark.parametrize("model", admin.site._registry, ids=lambda model: model.__name__)
def test_auditor_changes_nothing(client, model):
    """By page, inline, action, list or deletion."""
    assignment = assigned(POLICE, "agder")
    absent(POLICE, "agder")
    granted(Role.MUNICIPAL_EDITOR, "valle")
    Case(((Role.AUDITOR, None),), None, None).log_in(client)
    row = model.objects.first()
    if row is None:
        return
    assert client.post(url(model, "add"), {}).status_code == 403
    data = {"name": "X", "_save": "", "assignments-0-id": assignment.pk, "assignments-0-share": 5}
    data |= management("assignments", 1, 1) | management("coverages")
    assert client.post(url(model, "change", row.pk), data).status_code == 403
    assert (
        client.post(url(model, "delete", row.pk), {"post": "yes", "seen": getattr(row, "version", 0)}).status_code
        == 403
    )
    for name in admin.site.get_model_admin(model).actions:
        client.post(url(model), {"action": name, "index": 0, "_selected_action": [row.pk], f"seen-{row.pk}": 1})
    assert kept(row)
    assert kept(assignment)


def test_view_only_parent_has_no_editable_inline(client):
    own = assigned(POLICE, "agder").contact_point
    Case(AUDITOR, None, None).log_in(client)
    response = client.get(url(ContactPoint, "change", own.pk))
    assert response.status_code == 200
    assert not any(inline.has_add_permission for inline in response.context["inline_admin_formsets"])
    assert 'name="_save"' not in response.content.decode()
    assert 'name="assignments-0-person"' not in response.content.decode()


# Whoever has nothing to do here


OUTSIDERS = {
    "nobody": lambda client: None,
    "no role": lambda client: client.force_login(make_user()),
    "a role that ended a minute ago": lambda client: client.force_login(with_an_ended_role()),
    "not active": lambda client: client.force_login(make_user((Role.AUDITOR, None), is_active=False)),
}


def with_an_ended_role():
    from datetime import timedelta

    user, now = make_user(), timezone.now()
    ended = {"begins_at": now - timedelta(days=3), "ends_at": now - timedelta(minutes=1)}
    make_grant(user, Role.AREA_ADMINISTRATOR, None, **ended)
    return user


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_outsider_gets_no_page(client, outsider):
    row = point(POLICE, "agder")
    OUTSIDERS[outsider](client)
    pages = [url(ContactPoint, "change", row.pk), url(ContactPoint), reverse("admin:index"), reverse("admin:jsi18n")]
    for address in pages:
        response = client.get(address)
        assert response.status_code in (302, 403)
        assert "/konto/" in response.headers.get("Location", "/konto/")


def test_council_member_finds_nothing_to_edit(client):
    row = point(POLICE, "agder")
    client.force_login(make_user((Role.COUNCIL_MEMBER, place("valle"))))
    assert client.get(reverse("admin:index")).context["app_list"] == []
    assert client.get(reverse("admin:app_list", args=["contacts"])).status_code == 404
    for model in admin.site._registry:
        assert client.get(url(model)).status_code == 403
        assert client.get(url(model, "add")).status_code == 403
    assert answer(make_user((Role.COUNCIL_MEMBER, place("valle"))), "get", url(ContactPoint, "change", row.pk), row.pk)


# Doors of the admin as a whole


@pytest.fixture
def coordinator(client):
    return Case(COORDINATOR, None, None).log_in(client)


def test_view_on_site_tells_of_no_row(client, coordinator):
    """Django redirects from the type and number of any row to its address."""
    for model in (PoliceDistrict, Municipality, User, ContactPoint):
        kind = ContentType.objects.get_for_model(model).pk
        for key in (place("oslo").pk, MISSING):
            assert client.get(reverse("admin:view_on_site", args=[kind, key])).status_code == 404


def every_relation():
    return [
        (model._meta.app_label, model._meta.model_name, field.name)
        for model in admin.site._registry
        for field in model._meta.get_fields()
        if field.is_relation
    ]


@pytest.mark.parametrize("grants", [COORDINATOR, AUDITOR, USER_ADMINISTRATOR], ids=lambda grants: grants[0][0])
def test_autocompletion_answers_for_no_field_that_has_none(client, grants):
    """Django's own offers the rows of any relation between any two models."""
    Case(grants, None, None).log_in(client)
    for app, model, field in [*every_relation(), ("auth", "user", "groups"), ("contacts", "x", "y"), ("", "", "")]:
        query = {"app_label": app, "model_name": model, "field_name": field, "term": "e"}
        assert client.get(reverse("admin:autocomplete"), query).status_code == 403


def test_autocompletion_offers_what_the_field_accepts(client, coordinator, monkeypatch):
    from contacts.admin.people import AbsenceAdmin

    monkeypatch.setattr(AbsenceAdmin, "autocomplete_fields", ["assignment"])
    own, foreign = assigned(POLICE, "agder"), assigned(POLICE, "oslo")
    query = {"app_label": "contacts", "model_name": "absence", "field_name": "assignment", "term": "prøve"}
    keys = {row["id"] for row in client.get(reverse("admin:autocomplete"), query).json()["results"]}
    assert str(own.pk) in keys
    assert str(foreign.pk) not in keys
    client.force_login(make_user((Role.AUDITOR, None)))
    assert client.get(reverse("admin:autocomplete"), query).status_code == 403


def test_logging_in_and_out_and_passwords_belong_to_the_account_pages(client, coordinator):
    for name in ("logout", "password_change", "password_change_done"):
        assert client.get(reverse(f"admin:{name}")).headers["Location"].startswith("/konto/")
    client.logout()
    assert client.get(reverse("admin:login")).headers["Location"].startswith("/konto/")
    assert client.post(reverse("admin:login"), {"username": "x", "password": "y"}).status_code == 302


def test_nothing_is_kept_in_djangos_own_log(client, coordinator):
    from django.contrib.admin.models import LogEntry

    own = person_of("agder")
    client.post(url(Person, "change", own.pk), opened(client, own) | {"name": "Prøve Ny"})
    assert Person.objects.get(pk=own.pk).name == "Prøve Ny"
    assert not LogEntry.objects.exists()


def test_delete_confirmation_lists_nothing_that_may_not_be_seen(rf):
    """A row in the way, of somebody else: it is not named, and nothing is deleted."""
    request = rf.get("/")
    request.access = access_of(make_user((Role.POLICE_COORDINATOR, place("agder"))))
    absence = absent(POLICE, "oslo")
    shown = admin.site.get_model_admin(Assignment).get_deleted_objects([absence.assignment], request)
    assert shown[0] == shown[3] == []
    assert "Prøve" not in str(shown)


def test_documentation_and_pages_of_libraries_are_not_there(client):
    client.force_login(make_user(is_superuser=True))
    for path in (
        "doc/",
        "auth/group/",
        "sites/site/",
        "account/emailaddress/",
        "contacts/county/",
    ):
        assert client.get(f"/admin/{path}").status_code == 404


def test_the_admin_holds_exactly_these():
    held = {model._meta.label for model in admin.site._registry}
    assert {name for name in held if name.startswith("contacts.")} == {
        "contacts.Absence",
        "contacts.Assignment",
        "contacts.AuditEvent",
        "contacts.ContactPoint",
        "contacts.DailyRun",
        "contacts.DistrictMembership",
        "contacts.Municipality",
        "contacts.NationalNumber",
        "contacts.OutgoingMail",
        "contacts.Person",
        "contacts.PersonDataDecision",
        "contacts.PoliceDistrict",
        "contacts.RoleGrant",
        "contacts.User",
    }
    assert not {name for name in held if name.split(".")[0] in LIBRARIES}


LIBRARIES = {"account", "auth", "mfa", "sites", "socialaccount", "simple_history"}
