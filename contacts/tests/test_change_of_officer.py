"""Somebody else holds a function: the one before stops by themselves, and nothing happens by halves."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from contacts.models import Absence, Assignment, ContactPoint, Function, Overtaken, Person, Publication
from contacts.recording import recording
from contacts.services.absence import register_absence
from contacts.services.change_of_officer import call_off, change_officer
from contacts.services.terms import Terms
from contacts.tests.factories import make_assignment, make_contact_point, make_municipality, make_person

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
EARLIER = TODAY - datetime.timedelta(days=100)
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)
LATER = TODAY + datetime.timedelta(days=40)


@pytest.fixture
def point(district):
    served = make_municipality(district=district)
    return make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[served])


@pytest.fixture
def new(district):
    return make_person("Prøve Ny", owner=district)


@pytest.fixture
def held(point, district):
    return make_assignment(point, make_person("Prøve Før", owner=district), valid_from=EARLIER)


def days(point):
    """Who holds the function from when to when."""
    rows = point.assignments.order_by("valid_from", "pk")
    return [(held.person.name, held.valid_from, held.valid_to) for held in rows]


def test_the_one_before_stops_the_day_before(point, held, new):
    change_officer(points=[point], person=new, on=TODAY)
    assert days(point) == [("Prøve Før", EARLIER, YESTERDAY), ("Prøve Ny", TODAY, None)]


def test_the_day_may_lie_ahead_and_until_then_nothing_changes(point, held, new):
    change_officer(points=[point], person=new, on=LATER)
    assert [a.person.name for a in point.assignments.current(TODAY)] == ["Prøve Før"]
    assert [a.person.name for a in point.assignments.current(LATER)] == ["Prøve Ny"]


def test_several_contact_points_change_at_once(point, held, new, district):
    other = make_contact_point(Function.POLICE_CONTACT, owner=district, serves=[])
    change_officer(points=[point, other], person=new, on=TODAY)
    assert {a.contact_point for a in new.assignments.all()} == {point, other}


def test_whoever_was_to_begin_that_day_or_later_never_does_and_history_remembers(point, held, new, district):
    planned = make_assignment(point, make_person("Prøve Planlagt", owner=district), valid_from=LATER)
    change_officer(points=[point], person=new, on=TODAY)
    assert "Prøve Planlagt" not in [name for name, *_days in days(point)]
    assert [row.history_type for row in Assignment.history.filter(id=planned.pk)] == ["-", "+"]


def test_whoever_stops_is_chosen_where_several_share(point, held, new, district):
    other = make_assignment(point, make_person("Prøve Andre", owner=district), valid_from=EARLIER, share=40)
    change_officer(points=[point], person=new, on=TODAY, leaving={held.person_id})
    assert [name for name, _from, last in days(point) if last is None] == ["Prøve Andre", "Prøve Ny"]
    assert Assignment.objects.get(pk=other.pk).version == 1


def test_nobody_stops_when_the_new_one_comes_in_addition(point, held, new):
    change_officer(points=[point], person=new, on=TODAY, leaving=())
    assert [name for name, _from, last in days(point) if last is None] == ["Prøve Før", "Prøve Ny"]


def test_a_deputy_becomes_the_officer(point, held, new):
    make_assignment(point, new, role=Assignment.Role.DEPUTY, valid_from=EARLIER)
    change_officer(points=[point], person=new, on=TODAY)
    assert [(a.role, a.valid_to) for a in new.assignments.order_by("pk")] == [("deputy", YESTERDAY), ("holder", None)]


def test_one_who_holds_it_already_can_get_another_share(point, held):
    change_officer(points=[point], person=held.person, on=TODAY, terms=Terms(share=50))
    assert [(a.valid_to, a.share) for a in point.assignments.order_by("pk")] == [(YESTERDAY, None), (None, 50)]


def test_absences_of_the_one_who_stops_end_with_them_and_so_do_deputies(point, held, new, district):
    deputy = make_person("Prøve Vikar", owner=district)
    register_absence(assignment=held, first=YESTERDAY, last=TOMORROW, deputy=deputy)
    register_absence(assignment=held, first=LATER, last=LATER, deputy=deputy)
    change_officer(points=[ContactPoint.objects.get(pk=point.pk)], person=new, on=TODAY)
    assert [(a.valid_from, a.valid_to) for a in Absence.objects.all()] == [(YESTERDAY, YESTERDAY)]
    assert [(a.valid_from, a.valid_to) for a in deputy.assignments.all()] == [(YESTERDAY, YESTERDAY)]


def test_a_deputy_for_an_absence_takes_over(point, held, new):
    register_absence(assignment=held, first=TODAY, last=TOMORROW, deputy=new)
    change_officer(points=[ContactPoint.objects.get(pk=point.pk)], person=new, on=TODAY)
    assert days(point) == [("Prøve Før", EARLIER, YESTERDAY), ("Prøve Ny", TODAY, None)]


def test_a_new_person_is_registered_in_the_same_step(point, district):
    change_officer(points=[point], person=Person(name="Prøve Helt Ny", owner=district), on=TODAY)
    assert days(point) == [("Prøve Helt Ny", TODAY, None)]


def test_the_terms_are_those_that_were_decided(point, new):
    terms = Terms(60, Publication.NAME, "HR", TODAY)
    (held,) = change_officer(points=[point], person=new, on=TODAY, terms=terms)
    held.refresh_from_db()
    assert (held.share, held.publication, held.publication_decided_by) == (60, "name", "HR")


def test_twice_sixty_per_cent_is_refused_and_nothing_is_saved(point, held, new, district):
    other = make_contact_point(Function.POLICE_CONTACT, owner=district)
    with pytest.raises(ValidationError, match="120"):
        change_officer(points=[point, other], person=new, on=TODAY, terms=Terms(share=60))
    assert days(point) == [("Prøve Før", EARLIER, None)]
    assert days(other) == []


def test_somebody_of_another_unit_is_refused(point):
    with pytest.raises(ValidationError):
        change_officer(points=[point], person=make_person(), on=TODAY)


def test_a_name_without_a_decision_is_refused(point, new):
    with pytest.raises(ValidationError):
        change_officer(points=[point], person=new, on=TODAY, terms=Terms(publication=Publication.NAME))


def test_of_two_who_change_the_same_officer_the_second_is_told(point, new, district):
    seen = ContactPoint.objects.get(pk=point.pk)
    change_officer(points=[point], person=new, on=TODAY)
    with pytest.raises(Overtaken):
        change_officer(points=[seen], person=make_person(owner=district), on=TODAY)
    assert [name for name, *_days in days(point)] == ["Prøve Ny"]


def test_what_else_is_registered_is_verified_only_when_somebody_says_so(district, new):
    old = {"verified_on": EARLIER, "owner": district}
    asked, left = (make_contact_point(Function.POLICE_CONTACT, **old) for _number in range(2))
    change_officer(points=[asked], person=new, on=TODAY, verified_on=TODAY)
    change_officer(points=[left], person=new, on=TODAY)
    assert [ContactPoint.objects.get(pk=p.pk).verified_on for p in (asked, left)] == [TODAY, EARLIER]


def test_the_history_of_all_that_changed_gives_the_reason(point, held, new):
    with recording(reason="Ny i stillingen"):
        change_officer(points=[point], person=new, on=TODAY)
    newest = [row.history.first().history_change_reason for row in (point, held, new.assignments.get())]
    assert newest == ["Ny i stillingen"] * 3


# A change that lies ahead is called off


def planned(point, new):
    change_officer(points=[point], person=new, on=LATER)
    return new.assignments.get()


def test_what_is_called_off_never_happens_and_the_one_before_goes_on(point, held, new):
    call_off(held=planned(point, new), on=TODAY)
    assert days(point) == [("Prøve Før", EARLIER, None)]


def test_the_one_before_goes_on_until_the_day_that_was_planned_before(point, held, new):
    held.valid_to = LATER + datetime.timedelta(days=9)
    held.save()
    call_off(held=planned(point, new), on=TODAY)
    assert days(point) == [("Prøve Før", EARLIER, LATER + datetime.timedelta(days=9))]


def test_whoever_was_to_stop_that_day_anyway_still_does(point, held, new):
    held.valid_to = LATER - datetime.timedelta(days=1)
    held.save()
    call_off(held=planned(point, new), on=TODAY)
    assert days(point) == [("Prøve Før", EARLIER, LATER - datetime.timedelta(days=1))]


def test_what_has_begun_is_not_called_off(point, held, new):
    (begun,) = change_officer(points=[point], person=new, on=TODAY)
    with pytest.raises(ValidationError):
        call_off(held=begun, on=TODAY)
