"""The editing pages of SLT: each list and row opens for whoever keeps it, offers what is of its scheme, and founds
nothing."""

import pytest
from django.contrib import admin
from django.urls import reverse

from contacts.models import Role
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from slt.models import Coordinator, CycleYear, DialogueProcess, Finding, Group, Measure, Priority, Scheme
from slt.tests.factories import (
    make_coordinator,
    make_dialogue,
    make_finding,
    make_group,
    make_keeper,
    make_measure,
    make_party,
    make_priority,
    make_scheme,
    make_year,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

FRAME = [Scheme, Coordinator, Group]
RECORDS = [CycleYear, Finding, Priority, Measure, DialogueProcess]


def one_of_each(scheme):
    year = make_year(scheme)
    return {
        Scheme: scheme,
        Coordinator: make_coordinator(scheme),
        Group: make_group(scheme),
        CycleYear: year,
        Finding: make_finding(year),
        Priority: make_priority(year),
        Measure: make_measure(year),
        DialogueProcess: make_dialogue(scheme),
    }


@pytest.fixture
def mine():
    return one_of_each(make_scheme(make_municipality(district=make_district())))


@pytest.fixture
def others():
    return one_of_each(make_scheme(make_municipality(district=make_district())))


@pytest.fixture
def keeper(client, mine):
    client.force_login(make_keeper(mine[Scheme]))


def log_in(client, role, place):
    user = make_user()
    make_grant(user, role, place)
    client.force_login(user)


def url(model, page, *arguments):
    return reverse(f"admin:slt_{model._meta.model_name}_{page}", args=arguments)


def sent(client, address, **changes):
    """What a browser would send from the page, with these changes, and the answer."""
    page = client.get(address)
    data = {"reason": "En grunn som holder"}
    for form in [page.context["adminform"].form, *_inline_forms(page)]:
        for bound in form:
            value = bound.value()
            if value is not None and value is not False:
                data[bound.html_name] = [getattr(one, "pk", one) for one in value] if isinstance(value, list) else value
    return client.post(address, data | changes)


def _inline_forms(page):
    for inline in page.context["inline_admin_formsets"]:
        yield inline.formset.management_form
        yield from inline.formset.forms


@pytest.mark.parametrize("model", [*FRAME, *RECORDS], ids=lambda model: model.__name__)
def test_whoever_coordinates_a_scheme_reads_list_row_and_history_of_their_own_and_nothing_of_another(
    client, keeper, mine, others, model
):
    row, other = mine[model], others[model]
    listed = client.get(url(model, "changelist"))
    assert listed.status_code == 200
    assert url(model, "change", row.pk) in listed.content.decode()
    assert url(model, "change", other.pk) not in listed.content.decode()
    assert client.get(url(model, "change", row.pk)).status_code == 200
    assert client.get(url(model, "history", row.pk)).status_code == 200
    for page in ("change", "history", "delete"):
        assert client.get(url(model, page, other.pk)).status_code in (403, 404)
    assert client.post(url(model, "change", other.pk), {"reason": "Bare prøver"}).status_code in (403, 404)


@pytest.mark.parametrize("model", [*FRAME, *RECORDS], ids=lambda model: model.__name__)
def test_nothing_is_founded_or_taken_away_here(client, keeper, mine, model):
    assert client.get(url(model, "add")).status_code == 403
    assert client.post(url(model, "delete", mine[model].pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("role", [Role.AREA_ADMINISTRATOR, Role.AUDITOR, Role.POLICE_COORDINATOR])
def test_what_is_written_in_a_scheme_is_not_for_whoever_administers(client, mine, model, role):
    town = mine[Scheme].municipalities.get()
    log_in(client, role, town.district_memberships.get().district)
    assert client.get(url(model, "changelist")).status_code == 403
    assert client.get(url(model, "change", mine[model].pk)).status_code in (403, 404)


def test_the_frame_is(client, mine):
    district = mine[Scheme].municipalities.get().district_memberships.get().district
    for role in (Role.AREA_ADMINISTRATOR, Role.AUDITOR):
        log_in(client, role, district)
        assert client.get(url(Scheme, "change", mine[Scheme].pk)).status_code == 200


def test_a_role_for_one_group_reaches_that_group_and_not_the_scheme(client, mine):
    user = make_user()
    make_grant(user, Role.SLT_COORDINATOR, mine[Scheme].municipalities.get(), body=mine[Group].slug)
    client.force_login(user)
    assert client.get(url(Group, "change", mine[Group].pk)).status_code == 200
    for model in (Scheme, Coordinator, *RECORDS):
        assert client.get(url(model, "change", mine[model].pk)).status_code == 404
    page = client.get(url(Group, "change", mine[Group].pk)).content.decode()
    assert "representation-TOTAL_FORMS" not in page or 'name="representation-0-agency"' not in page


def test_a_row_is_changed_with_a_reason_and_the_history_has_it(client, keeper, mine):
    address = url(Finding, "change", mine[Finding].pk)
    answer = sent(client, address, text="Flere unge står uten aktivitet", reason="Nye tall fra Ungdata")
    assert answer.status_code == 302
    told = client.get(url(Finding, "history", mine[Finding].pk)).content.decode()
    assert "Nye tall fra Ungdata" in told
    assert (
        "Flere unge står uten aktivitet" in client.get(url(CycleYear, "history", mine[CycleYear].pk)).content.decode()
    )


@pytest.mark.parametrize("model", [Finding, Priority, Measure, DialogueProcess])
def test_what_is_internal_is_said_to_be_for_those_who_coordinate_there_are_no_members(client, keeper, mine, model):
    model.objects.update(visibility="internal")
    address = url(model, "changelist")
    for page in (address, f"{address}?visibility__exact=internal", url(model, "change", mine[model].pk)):
        shown = client.get(page).content.decode()
        assert "internal: for those who coordinate the scheme" in shown
        assert "for the members" not in shown


def test_the_name_of_somebody_young_is_asked_about(client, keeper, mine):
    answer = sent(client, url(Finding, "change", mine[Finding].pk), text="Kevin ruser seg ved skolen")
    assert answer.status_code == 200
    assert "a person in the municipality" in answer.content.decode()
    assert not Finding.objects.filter(text__contains="Kevin").exists()


def test_choices_are_of_the_scheme_of_the_row_also_for_whoever_keeps_two(client, mine, others):
    user = make_keeper(mine[Scheme])
    make_grant(user, Role.SLT_COORDINATOR, others[Scheme].municipalities.get(), body=others[Scheme].slug)
    client.force_login(user)
    form = client.get(url(Measure, "change", mine[Measure].pk)).context["adminform"].form
    assert list(form.fields["priority"].queryset) == [mine[Priority]]
    assert list(form.fields["group"].queryset) == [mine[Group]]
    form = client.get(url(Priority, "change", mine[Priority].pk)).context["adminform"].form
    assert list(form.fields["findings"].queryset) == [mine[Finding]]
    form = client.get(url(Finding, "change", mine[Finding].pk)).context["adminform"].form
    assert list(form.fields["municipality"].queryset) == list(mine[Scheme].municipalities.all())
    answer = sent(client, url(Measure, "change", mine[Measure].pk), priority=others[Priority].pk)
    assert answer.status_code == 200
    assert Measure.objects.get(pk=mine[Measure].pk).priority is None


def test_what_was_taken_over_to_a_new_year_keeps_what_it_has_of_the_year_before(client, keeper, mine):
    """Offered nothing but rows of the new year, the form would refuse them, and a browser would leave them out."""
    year = make_year(mine[Scheme], year=mine[CycleYear].year + 1)
    measure = make_measure(year, priority=mine[Priority])
    priority = make_priority(year)
    priority.findings.add(mine[Finding])
    assert sent(client, url(Measure, "change", measure.pk), text="Åpen hall på lørdager").status_code == 302
    assert sent(client, url(Priority, "change", priority.pk), title="Noe å gjøre på lørdager").status_code == 302
    assert Measure.objects.get(pk=measure.pk).priority == mine[Priority]
    assert Priority.objects.get(pk=priority.pk).findings.get() == mine[Finding]


def test_a_scheme_is_not_made_active_where_there_is_one(client, mine):
    town = mine[Scheme].municipalities.get()
    planned = make_scheme(town, status="planned")
    log_in(client, Role.SLT_COORDINATOR, town)
    answer = sent(client, url(Scheme, "change", planned.pk), status="active")
    assert answer.status_code == 200
    assert mine[Scheme].name in answer.content.decode()
    planned.refresh_from_db()
    assert planned.status == "planned"


def test_an_office_is_in_a_municipality_of_ones_own_schemes(client, keeper, mine, others):
    address = url(Coordinator, "change", mine[Coordinator].pk)
    foreign = others[Scheme].municipalities.get()
    new = {"offices-TOTAL_FORMS": 1, "offices-0-municipality": foreign.pk, "offices-0-place": "Prøvehuset"}
    assert sent(client, address, **new).status_code == 200
    assert not mine[Coordinator].offices.exists()
    new["offices-0-municipality"] = mine[Scheme].municipalities.get().pk
    assert sent(client, address, **new).status_code == 302
    assert mine[Coordinator].offices.get().place == "Prøvehuset"


def test_a_contact_point_that_serves_the_scheme_no_more_is_told_where_its_offices_are_kept(client, keeper, mine):
    mine[Coordinator].contact_point.coverages.all().delete()
    answer = sent(client, url(Coordinator, "change", mine[Coordinator].pk))
    assert answer.status_code == 200
    assert "serves none of the scheme’s municipalities" in answer.content.decode()


def test_the_history_of_a_dialogue_tells_of_its_parties(client, keeper, mine):
    make_party(mine[DialogueProcess], name="Prøvelaget idrett")
    told = client.get(url(DialogueProcess, "history", mine[DialogueProcess].pk)).content.decode()
    assert "Prøvelaget idrett" in told


def test_every_model_stands_in_its_group_of_the_first_page(client, keeper):
    text = client.get("/en/admin/").content.decode()
    for model in (*FRAME, *RECORDS):
        assert url(model, "changelist") in text
    ours = {type(one).group for model, one in admin.site._registry.items() if model._meta.app_label == "slt"}
    assert ours == {"slt"}
