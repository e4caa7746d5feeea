"""The guard in a form: what somebody sees who typed what cannot be kept, and what is recorded when they decide."""

import pytest
from django import forms
from django.test import RequestFactory
from django.utils import translation
from simple_history.models import HistoricalRecords

from contacts.models import Person, PersonDataDecision, User
from contacts.person_data.forms import HELD_UP, REFUSED, GuardedForm, record_decisions
from contacts.tests.identity_numbers import identity_number

BOY = "En gutt på 15 år i Valle."


class NoteForm(GuardedForm, forms.Form):
    note = forms.CharField(max_length=200)
    name = forms.CharField(required=False)
    phone = forms.EmailField(required=False)


def codes(form, name="note"):
    return {error.code for error in form.errors.as_data().get(name, [])}


def test_an_identity_number_is_refused_and_not_repeated_in_the_message():
    number = identity_number()
    form = NoteForm({"note": f"Født {number[:6]} {number[6:]}."})
    assert codes(form) == {REFUSED}
    assert number[6:] not in str(form.errors)
    assert form["note"].value() == f"Født {number[:6]} {number[6:]}."  # what was typed is still there


@pytest.mark.parametrize("field", ["name", "phone"])
def test_it_is_refused_in_any_field_and_in_the_place_of_a_message_that_repeats_it(field):
    form = NoteForm({"note": "Vel møtt.", field: identity_number()})
    assert codes(form, field) == {REFUSED}


def test_what_may_point_at_one_person_is_held_up_with_a_neutral_wording_in_the_language_of_the_page():
    with translation.override("en"):
        form = NoteForm({"note": BOY})
        assert codes(form) == {HELD_UP}
        assert "a young person in the municipality" in str(form.errors)


def test_a_tick_lets_through_exactly_the_text_that_was_shown_with_it():
    shown = NoteForm({"note": BOY})
    assert not shown.is_valid()
    decision = shown.decisions["note"]
    assert NoteForm({"note": BOY, decision.name: decision.token}).is_valid()
    assert not NoteForm({"note": f"{BOY} Han heter A.B.", decision.name: decision.token}).is_valid()
    assert not NoteForm({"note": BOY, decision.name: "on"}).is_valid()


def test_the_tick_stays_where_something_else_is_wrong():
    shown = NoteForm({"note": BOY})
    shown.is_valid()
    form = NoteForm({"note": BOY, "phone": "x", shown.decisions["note"].name: shown.decisions["note"].token})
    assert codes(form) == set()
    assert form.decisions["note"].is_made


def test_names_of_people_and_what_was_there_before_are_not_asked_about():
    assert NoteForm({"note": "Vel møtt.", "name": "A.B. Eksempel"}).is_valid()
    assert NoteForm({"note": BOY}, initial={"note": BOY}).is_valid()


def test_an_identity_number_that_was_there_before_is_refused_all_the_same():
    number = identity_number()
    assert codes(NoteForm({"note": number}, initial={"note": number})) == {REFUSED}


@pytest.mark.django_db
def test_a_decision_is_recorded_once_with_who_and_what_and_no_text():
    user = User.objects.first()
    shown = NoteForm({"note": BOY})
    shown.is_valid()
    form = NoteForm({"note": BOY, shown.decisions["note"].name: shown.decisions["note"].token})
    assert form.is_valid()
    person = Person.objects.first()
    with request_by(user):
        record_decisions(form, person)
        record_decisions(form, person)
    decision = PersonDataDecision.objects.get()
    assert (decision.user, decision.row_label, decision.row_key) == (user, "contacts.person", str(person.pk))
    assert (decision.form, decision.field, decision.kinds) == ("NoteForm", "note", "young: 1")


class request_by:  # noqa: N801 (used as a function)
    """As the history's middleware has it."""

    def __init__(self, user):
        self.user = user

    def __enter__(self):
        HistoricalRecords.context.request = RequestFactory().post("/")
        HistoricalRecords.context.request.user = self.user

    def __exit__(self, *error):
        del HistoricalRecords.context.request


class PersonForm(GuardedForm, forms.ModelForm):
    class Meta:
        model = Person
        fields = ["work_title", "owner_municipality"]

    only_numbers = frozenset()


@pytest.mark.django_db
@pytest.mark.parametrize("commit", [True, False], ids=["at once", "by whoever asked for commit=False"])
def test_a_model_form_records_it_when_its_row_is_saved(commit):
    person = Person.objects.exclude(owner_municipality=None).first()
    data = {"work_title": "Mor til eleven", "owner_municipality": person.owner_municipality_id}
    shown = PersonForm(data, instance=person)
    shown.is_valid()
    decision = shown.decisions["work_title"]
    form = PersonForm(data | {decision.name: decision.token}, instance=person)
    row = form.save(commit=commit)
    if not commit:
        assert not PersonDataDecision.objects.exists()
        row.save()
        form.save_m2m()
    assert PersonDataDecision.objects.get().row_key == str(person.pk)
