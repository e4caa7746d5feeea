from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Assignment, AuditEvent, Person, Publication, Role
from contacts.services.hiding import allow_showing, hide_person
from contacts.tests.factories import make_assignment, make_contact_point, make_municipality, make_person, make_user

pytestmark = pytest.mark.django_db

NAMED = {
    "publication": Publication.NAME_AND_DIRECT,
    "publication_decided_on": timezone.localdate(),
    "publication_decided_by": "HR",
}


@pytest.fixture
def municipality():
    return make_municipality()


@pytest.fixture
def person(municipality):
    """Named in two functions, in one of them no longer."""
    person = make_person("Kari Eksempel", owner=municipality)
    make_assignment(make_contact_point(owner=municipality), person, **NAMED)
    past = timezone.localdate() - timedelta(days=1)
    make_assignment(make_contact_point(owner=municipality), person, valid_from=past, valid_to=past, **NAMED)
    return person


def publications(person):
    return set(person.assignments.values_list("publication", flat=True))


def test_whoever_is_hidden_is_never_published_and_every_decision_is_withdrawn(person):
    hide_person(person=person, reason="Threats")
    person.refresh_from_db()
    assert person.never_publish
    assert publications(person) == {Publication.FUNCTION_ONLY}


def test_it_is_in_the_history_and_among_the_audit_events_which_name_nobody(person, municipality):
    user = make_user()
    hide_person(person=person, reason="Threats", by=user)
    assert person.history.latest().history_change_reason == "Threats"
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.PERSON_HIDDEN)
    assert (event.user, event.municipality, event.reason) == (user, municipality, "Threats")
    assert "Kari" not in event.details


def test_it_is_done_whatever_somebody_else_has_saved_meanwhile(person):
    other = Person.objects.get(pk=person.pk)
    other.work_title = "rådgiver"
    other.save()
    hide_person(person=person, reason="Threats")
    person.refresh_from_db()
    assert (person.never_publish, person.work_title) == (True, "rådgiver")


def test_whoever_may_be_shown_again_is_so_only_after_a_new_decision(person):
    hide_person(person=person, reason="Threats")
    allow_showing(person=person, reason="Over")
    person.refresh_from_db()
    assert not person.never_publish
    assert publications(person) == {Publication.FUNCTION_ONLY}


def test_taking_the_tick_away_elsewhere_shows_nobody_either(person):
    hide_person(person=person, reason="Threats")
    person.refresh_from_db()
    person.never_publish = False
    person.save()
    assert publications(person) == {Publication.FUNCTION_ONLY}
    assert Assignment.history.filter(person=person, publication=Publication.NAME_AND_DIRECT).exists()


class TestPage:
    @pytest.fixture
    def editor(self, municipality):
        return make_user((Role.MUNICIPAL_EDITOR, municipality))

    @pytest.fixture
    def enter(self, client):
        def enter(user):
            client.force_login(user)
            return client

        return enter

    @pytest.fixture
    def hide(self, person):
        return reverse("hide_person", args=[person.pk])

    @pytest.fixture
    def show(self, person):
        return reverse("show_person", args=[person.pk])

    def test_it_asks_for_a_reason_and_hides_with_one_press(self, enter, editor, person, hide):
        client = enter(editor)
        assert "Kari Eksempel" in client.get(hide).content.decode()
        client.post(hide, {"reason": " "})
        person.refresh_from_db()
        assert not person.never_publish
        answer = client.post(hide, {"reason": "Threats"}, follow=True)
        person.refresh_from_db()
        assert (answer.status_code, person.never_publish) == (200, True)
        entry = person.history.latest()
        assert (entry.history_user, entry.origin, entry.history_change_reason) == (editor, "desk", "Threats")

    def test_it_leads_back(self, enter, editor, person, hide, show):
        client = enter(editor)
        client.post(hide, {"reason": "Threats"})
        assert show in client.get(hide).content.decode()
        client.post(show, {"reason": "Over"})
        person.refresh_from_db()
        assert not person.never_publish

    def test_an_area_administrator_may(self, enter, person, hide):
        client = enter(make_user((Role.AREA_ADMINISTRATOR, None)))
        client.post(hide, {"reason": "Threats"})
        person.refresh_from_db()
        assert person.never_publish

    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("page", ["hide_person", "show_person"])
    def test_another_units_person_is_answered_as_one_that_does_not_exist(self, page, method, enter, person):
        client = enter(make_user((Role.MUNICIPAL_EDITOR, make_municipality())))
        statuses = {
            getattr(client, method)(reverse(page, args=[pk]), {"reason": "x"}).status_code
            for pk in (person.pk, 10**9, 10**30)
        }
        assert statuses == {404}
        person.refresh_from_db()
        assert not person.never_publish

    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.USER_ADMINISTRATOR, Role.GUIDANCE_EDITOR])
    def test_whoever_edits_nothing_hides_nobody(self, role, enter, person, hide):
        assert enter(make_user((role, None))).post(hide, {"reason": "x"}).status_code == 403
        person.refresh_from_db()
        assert not person.never_publish

    def test_whoever_is_not_logged_in_is_asked_to(self, client, hide):
        assert client.post(hide, {"reason": "x"}).status_code == 302

    def test_the_admin_leads_here_and_hides_nobody_by_itself(self, enter, editor, person, hide, show):
        client, page = enter(editor), reverse("admin:contacts_person_change", args=[person.pk])
        html = client.get(page).content.decode()
        assert hide in html
        assert 'name="never_publish"' not in html
        client.post(page, {"name": person.name, "never_publish": "on", "version": person.version})
        person.refresh_from_db()
        assert not person.never_publish
        hide_person(person=person, reason="Threats")
        assert show in client.get(page).content.decode()
