"""Who is asked, or told, when a contact point has to be verified: each once, and somebody always."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from dateutil.relativedelta import relativedelta
from django.utils import timezone, translation

from contacts import gazetteer, permissions
from contacts.access import access_of
from contacts.keepers import Keepers
from contacts.models import Assignment, ContactPoint, Function, OutgoingMail, Role, RoleGrant, User, VerificationRequest
from contacts.services.verification import take_back, verify
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_grant,
    make_municipality,
    make_person,
    make_user,
)
from contacts.verification import reminders
from contacts.verification.recipients import editors_of
from contacts.verification.rounds import steps_reached

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]

TODAY = timezone.localdate()
MAILBOX, HOLDER, DEPUTY = "mailbox@eksempel.example", "holder@eksempel.example", "deputy@eksempel.example"


@pytest.fixture(autouse=True)
def only_what_the_test_is_about():
    ContactPoint.objects.all().delete()
    RoleGrant.objects.all().delete()


@pytest.fixture
def municipality(district):
    return make_municipality(district=district)


def stale_in(days, function=Function.MUNICIPAL_CONTACT, **fields):
    """A contact point that is stale so many days from today."""
    return make_contact_point(function, verified_on=TODAY + timedelta(days) - relativedelta(months=6), **fields)


def stale_on(point):
    return point.stale_from


def held_by(point, email, role=Assignment.Role.HOLDER, **person):
    person = make_person(owner=point.owner, work_email=email, **person)
    return make_assignment(point, person, role=role)


def mails_to(email):
    return OutgoingMail.objects.filter(to=email)


def told(today=TODAY):
    """Runs the job. To whom it has written, for this run."""
    gazetteer.check_again()
    before = set(OutgoingMail.objects.values_list("pk", flat=True))
    reminders.remind(today)
    return set(OutgoingMail.objects.exclude(pk__in=before).values_list("to", flat=True))


class TestSteps:
    def test_the_owners_are_asked_30_days_before_and_not_the_day_before_that(self, municipality):
        editor = make_user((Role.MUNICIPAL_EDITOR, municipality))
        point = stale_in(31, owner=municipality, email=MAILBOX)
        assert told(stale_on(point) - timedelta(days=31)) == set()
        assert told(stale_on(point) - timedelta(days=30)) == {MAILBOX, editor.email}

    def test_holders_and_deputies_are_asked_seven_days_before_when_nobody_answered(self, municipality):
        point = stale_in(20, owner=municipality, email=MAILBOX)
        held_by(point, HOLDER)
        held_by(point, DEPUTY, Assignment.Role.DEPUTY)
        assert told(stale_on(point) - timedelta(days=8)) == {MAILBOX}
        assert told(stale_on(point) - timedelta(days=7)) == {HOLDER, DEPUTY}

    def test_when_somebody_has_answered_nobody_else_is_asked(self, municipality):
        point = stale_in(20, owner=municipality, email=MAILBOX)
        held_by(point, HOLDER)
        told()
        verify(point=ContactPoint.objects.get(pk=point.pk), on=TODAY)
        assert told(TODAY + timedelta(days=30)) == set()

    def test_when_it_is_stale_the_police_coordinators_of_the_district_are_told(self, district, municipality):
        coordinator = make_user((Role.POLICE_COORDINATOR, district))
        point = stale_in(20, owner=municipality, email=MAILBOX)
        assert told(stale_on(point) - timedelta(days=1)) == {MAILBOX}
        assert told(stale_on(point)) == {coordinator.email}

    def test_of_a_stale_police_contact_the_administrators_of_the_area_are_told(self, district):
        coordinator = make_user((Role.POLICE_COORDINATOR, district))
        administrator = make_user((Role.AREA_ADMINISTRATOR, district))
        make_user((Role.AREA_ADMINISTRATOR, None))
        point = stale_in(20, Function.POLICE_CONTACT, owner=district)
        assert told(stale_on(point) - timedelta(days=30)) == {coordinator.email}
        assert told(stale_on(point)) == {administrator.email}

    def test_a_job_that_is_weeks_late_tells_everybody_at_once_and_each_once(self, district, municipality):
        coordinator = make_user((Role.POLICE_COORDINATOR, district))
        point = stale_in(-40, owner=municipality, email=MAILBOX)
        held_by(point, HOLDER)
        assert told() == {MAILBOX, HOLDER, coordinator.email}

    def test_one_never_verified_gives_its_owners_as_long_as_others_have(self, district, municipality):
        coordinator = make_user((Role.POLICE_COORDINATOR, district))
        make_contact_point(owner=municipality, verified_on=None, email=MAILBOX)
        assert told() == {MAILBOX}
        assert told(TODAY + timedelta(days=29)) == set()
        assert told(TODAY + timedelta(days=30)) == {coordinator.email}

    def test_a_day_is_a_day_of_norway(self, district, municipality):
        """Half past midnight there is still the day before in UTC."""
        coordinator = make_user((Role.POLICE_COORDINATOR, district))
        make_contact_point(owner=municipality, verified_on=None, email=MAILBOX)
        with time_machine.travel(datetime(2026, 1, 9, 23, 30, tzinfo=UTC)):
            assert told(date(2026, 1, 10)) == {MAILBOX}
        assert told(date(2026, 2, 8)) == set()
        assert told(date(2026, 2, 9)) == {coordinator.email}

    def test_one_that_is_not_published_bothers_nobody(self, municipality):
        stale_in(-1, owner=municipality, email=MAILBOX, is_published=False)
        assert told() == set()


class TestOnce:
    def test_a_second_run_writes_nothing(self, municipality):
        stale_in(20, owner=municipality, email=MAILBOX)
        assert told() == {MAILBOX}
        assert told() == set()

    def test_the_next_round_asks_again(self, municipality):
        point = stale_in(20, owner=municipality, email=MAILBOX)
        told()
        verify(point=ContactPoint.objects.get(pk=point.pk), on=TODAY)
        point.refresh_from_db()
        assert told(point.asked_again_on - timedelta(days=1)) == set()
        assert told(point.asked_again_on) == {MAILBOX}

    def test_a_verification_that_was_taken_back_asks_nobody_twice(self, municipality):
        point = stale_in(20, owner=municipality, email=MAILBOX)
        before = point.verified_on
        told()
        point = ContactPoint.objects.get(pk=point.pk)
        verify(point=point, on=TODAY)
        take_back(point=point, to=before)
        assert told() == set()

    def test_one_mail_lists_all_contact_points_of_a_recipient_each_with_its_own_link(self, municipality):
        editor = make_user((Role.MUNICIPAL_EDITOR, municipality))
        for _ in range(3):
            stale_in(20, owner=municipality)
        told()
        body = mails_to(editor.email).get().body
        links = {word for word in body.split() if "/konto/bekreft/" in word}
        assert len(links) == 3
        assert body.count(municipality.name) == 3

    def test_somebody_who_comes_later_is_asked_too(self, municipality):
        stale_in(20, owner=municipality, email=MAILBOX)
        told()
        editor = make_user((Role.MUNICIPAL_EDITOR, municipality))
        assert told() == {editor.email}

    def test_what_nobody_verifies_is_asked_about_again_after_half_a_year(self, municipality):
        stale_in(-10, owner=municipality, email=MAILBOX)
        told()
        VerificationRequest.objects.update(sent_at=timezone.now() - timedelta(days=181))
        assert reminders.clear(TODAY) == 1
        assert told() == {MAILBOX}


class TestRecipients:
    @pytest.mark.parametrize("function", Function)
    def test_who_is_asked_to_edit_may_edit(self, function, district, municipality):
        make_user((Role.POLICE_COORDINATOR, district))
        make_user((Role.MUNICIPAL_EDITOR, municipality))
        make_user((Role.SLT_COORDINATOR, municipality))
        make_user((Role.AUDITOR, None))
        make_user((Role.USER_ADMINISTRATOR, None))
        is_the_polices = function in (Function.POLICE_CONTACT, Function.PREVENTION_CONTACT)
        point = make_contact_point(function, owner=district if is_the_polices else municipality)
        asked = editors_of(point, Keepers(TODAY))
        assert asked
        assert all(permissions.can_edit(access_of(User.objects.get(email=email)), point) for email in asked)

    def test_where_nobody_has_the_role_the_administrators_are_asked(self, district, municipality):
        everywhere = make_user((Role.AREA_ADMINISTRATOR, None))
        point = stale_in(20, owner=municipality)
        assert set(editors_of(point, Keepers(TODAY))) == {everywhere.email}
        here = make_user((Role.AREA_ADMINISTRATOR, district))
        assert set(editors_of(point, Keepers(TODAY))) == {here.email}

    def test_of_an_slt_function_its_coordinator_is_asked_too_and_of_others_not(self, municipality):
        editor, slt = make_user((Role.MUNICIPAL_EDITOR, municipality)), make_user((Role.SLT_COORDINATOR, municipality))
        keepers = Keepers(TODAY)
        slt_point = make_contact_point(Function.SLT_COORDINATOR, owner=municipality)
        other = make_contact_point(owner=municipality)
        assert set(editors_of(slt_point, keepers)) == {editor.email, slt.email}
        assert set(editors_of(other, keepers)) == {editor.email}

    def test_a_role_that_ended_or_a_user_who_was_closed_is_not_asked(self, municipality):
        point = stale_in(20, owner=municipality)
        past, now = timezone.now() - timedelta(days=9), timezone.now()
        make_grant(make_user(), Role.MUNICIPAL_EDITOR, municipality, begins_at=past, ends_at=now)
        make_user((Role.MUNICIPAL_EDITOR, municipality), is_active=False)
        assert editors_of(point, Keepers(TODAY)) == []

    def test_somebody_who_stopped_is_not_asked(self, municipality):
        point = stale_in(3, owner=municipality, email=MAILBOX)
        held = held_by(point, HOLDER)
        held.valid_from, held.valid_to = TODAY - timedelta(days=9), TODAY - timedelta(days=1)
        held.save()
        assert told() == {MAILBOX}


class TestText:
    def test_no_mail_names_a_person(self, district, municipality):
        make_user((Role.POLICE_COORDINATOR, district))
        point = stale_in(-1, owner=municipality, email=MAILBOX)
        held_by(point, HOLDER, name="Kanarifugl Eksempel", never_publish=True, direct_phone="12345678")
        assert len(told()) == 3
        texts = [mail.subject + mail.body for mail in OutgoingMail.objects.all()]
        assert not [text for text in texts if "Kanarifugl" in text or "12345678" in text]

    def test_the_district_gets_no_link_that_confirms_what_is_not_its_own(self, district, municipality):
        coordinator = make_user((Role.POLICE_COORDINATOR, district))
        stale_in(-1, owner=municipality)
        told()
        assert "/bekreft/" not in mails_to(coordinator.email).get().body

    def test_mails_are_in_bokmal_whatever_the_job_speaks(self, municipality, settings):
        stale_in(20, owner=municipality, email=MAILBOX)
        with translation.override("en"):
            told()
        with translation.override("nb"):
            label = str(Function.MUNICIPAL_CONTACT.label)
        assert label in mails_to(MAILBOX).get().body
        assert f"{settings.SITE_URL}/konto/bekreft/" in mails_to(MAILBOX).get().body

    def test_a_place_with_signs_in_its_name_reads_as_it_is_written(self, district):
        stale_in(20, owner=make_municipality("Gáivuotna & 'Vik'", district=district), email=MAILBOX)
        told()
        assert "Gáivuotna & 'Vik'" in mails_to(MAILBOX).get().body


def test_the_cost_does_not_grow_with_the_number_of_contact_points(municipality, django_assert_max_num_queries):
    make_user((Role.MUNICIPAL_EDITOR, municipality))
    for _ in range(30):
        stale_in(20, owner=municipality)
    gazetteer.current()
    with django_assert_max_num_queries(12):
        reminders.remind(TODAY)


def test_steps_never_depend_on_the_hour():
    point = make_contact_point(verified_on=TODAY - relativedelta(months=6))
    assert steps_reached(point, TODAY) == list(VerificationRequest.Step)
