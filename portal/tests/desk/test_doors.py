"""Who may come in to which page of the desk, and what is answered about what is not theirs."""

import pytest
from django.utils import timezone

from contacts.models import Absence, Assignment, Function, Role
from contacts.services.absence import register_absence
from contacts.tests.factories import make_assignment, make_contact_point, make_person, make_user

pytestmark = pytest.mark.django_db

HOME, MISSING, CSV = "/en/skrivebord/", "/en/skrivebord/mangler/", "/en/skrivebord/mangler.csv"
OFFICER, TABLE, ABSENCES = "/en/skrivebord/ny-kontaktperson/", "/en/skrivebord/bekrefte/", "/en/skrivebord/fravaer/"
FOR_EVERYBODY, FOR_EDITORS = [HOME, MISSING, CSV], [OFFICER, TABLE, ABSENCES]
EDITORS = {Role.POLICE_COORDINATOR, Role.MUNICIPAL_EDITOR, Role.SLT_COORDINATOR, Role.AREA_ADMINISTRATOR}
TODAY = timezone.localdate()


@pytest.mark.parametrize("url", [*FOR_EVERYBODY, *FOR_EDITORS])
def test_whoever_is_not_logged_in_is_asked_to(client, url):
    assert client.get(url).status_code == 302


@pytest.mark.parametrize("url", [*FOR_EVERYBODY, *FOR_EDITORS])
@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_has_no_role_is_refused(enter, url, method):
    assert getattr(enter(), method)(url).status_code == 403


@pytest.mark.parametrize("role", Role)
def test_the_pages_open_for_the_roles_that_can_use_them(holding, role):
    client = holding(role)
    assert [client.get(url).status_code for url in FOR_EVERYBODY] == [200] * 3
    assert [client.get(url).status_code for url in FOR_EDITORS] == [200 if role in EDITORS else 403] * 3
    assert [client.post(url).status_code for url in FOR_EVERYBODY] == [405] * 3
    assert {client.post(url).status_code for url in FOR_EDITORS} <= ({200, 302} if role in EDITORS else {403})


def test_the_emergency_account_comes_in(client):
    client.force_login(make_user(is_superuser=True))
    assert {client.get(url).status_code for url in [*FOR_EVERYBODY, *FOR_EDITORS]} == {200}


def test_an_absence_elsewhere_answers_as_one_that_is_not_there(coordinator, foreign):
    absence = register_absence(assignment=foreign, first=TODAY, last=TODAY)
    for pk in (absence.pk, 999_999_999, 10**30):
        url = f"{ABSENCES}{pk}/"
        answers = [coordinator.get(url), coordinator.post(url, {"step": "end", "seen": absence.version})]
        assert [answer.status_code for answer in answers] == [404, 404]
    assert Absence.objects.get().version == absence.version


def test_a_contact_point_elsewhere_is_no_choice_and_is_told_apart_from_nothing(coordinator, foreign, held):
    form = {"name": "Prøve Ny", "on": str(TODAY), "leaving": "everybody", "publication": "function"}
    answers = [
        coordinator.post(OFFICER, form | {"points": pk}).content.decode().replace(str(pk), "")
        for pk in (foreign.contact_point_id, 987_654_321)
    ]
    tokens = [answer.count("is not one of the available choices") for answer in answers]
    assert tokens[0] == tokens[1] > 0


@pytest.mark.parametrize("step", ["", "save"])
def test_a_person_elsewhere_cannot_be_given_a_function_of_mine(coordinator, foreign, held, step):
    form = {"points": held.contact_point_id, "on": str(TODAY), "leaving": "everybody", "publication": "function"}
    answer = coordinator.post(OFFICER, form | {"person": foreign.person_id, "step": step})
    assert "Prøve Fremmed" not in answer.content.decode()
    assert Assignment.objects.filter(contact_point=held.contact_point).get() == held


def test_an_assignment_elsewhere_cannot_be_away(coordinator, foreign):
    form = {"assignments": foreign.pk, "first": str(TODAY), "last": str(TODAY), "publication": "function"}
    answer = coordinator.post(ABSENCES, form)
    assert answer.status_code == 200
    assert not Absence.objects.exists()


def test_a_row_elsewhere_in_the_table_is_not_looked_at(coordinator, foreign):
    point = foreign.contact_point
    prefix = f"p{point.pk}"
    coordinator.post(TABLE, {f"{prefix}-seen": point.version, f"{prefix}-right": "on", f"{prefix}-phone": "12349909"})
    coordinator.post(TABLE, {"undo": point.pk})
    point.refresh_from_db()
    assert (point.version, point.phone) == (1, "")


@pytest.mark.parametrize("url", [OFFICER, ABSENCES, TABLE, MISSING])
def test_what_is_not_mine_is_named_on_none_of_my_pages(coordinator, foreign, url):
    assert "Prøve Fremmed" not in coordinator.get(f"{url}?point={foreign.contact_point_id}").content.decode()


def test_a_name_that_is_not_mine_to_hide_has_no_link_to_do_so(holding, valle):
    client = holding(Role.SLT_COORDINATOR)
    person = make_person("Prøve Begge", owner=valle)
    for function in (Function.SLT_COORDINATOR, Function.MUNICIPAL_CONTACT):
        make_assignment(make_contact_point(function, owner=valle), person)
    text = client.get(TABLE).content.decode()
    assert "Prøve Begge" in text
    assert f"/personer/{person.pk}/skjul/" not in text
