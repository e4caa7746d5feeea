import datetime

import pytest
from django.core.exceptions import ValidationError

from contacts.opening_hours_form import OpeningHoursField, as_text, by_day, can_show

FORMS = [
    "",
    "Mo-Fr 08:00-15:30",
    "Mo-We 08:00-15:30; Th 08:00-18:00; Fr 08:00-15:00",
    "Sa 10:00-12:00",
    "Mo-Su 00:00-23:59",
]
HALF = [("08:00", ""), ("", "15:00"), ("15:00", "08:00"), ("08:00", "08:00"), ("noon", "13:00")]


@pytest.mark.parametrize("text", FORMS)
def test_what_is_shown_and_saved_untouched_stays_the_same(text):
    assert as_text(by_day(text)) == text


def test_days_of_the_same_hours_that_do_not_follow_one_another_are_two_rules():
    assert as_text(by_day("Fr 09:00-10:00; Mo 09:00-10:00")) == "Mo 09:00-10:00; Fr 09:00-10:00"


@pytest.mark.parametrize("text", ["Mo 08:00-11:00; Mo 12:00-15:00", "weekdays"])
def test_a_text_that_the_form_cannot_show_is_edited_as_text(text):
    assert not can_show(text)


def filled_in(**days):
    """`mo=("08:00", "15:30")`"""
    names = ["mo", "tu", "we", "th", "fr", "sa", "su"]
    return [time for name in names for time in days.get(name, ("", ""))]


def test_from_and_to_become_the_text():
    typed = filled_in(mo=("08:00", "15:30"), tu=("08:00", "15:30"), sa=("10:00", "12:00"))
    assert OpeningHoursField().clean(typed) == "Mo-Tu 08:00-15:30; Sa 10:00-12:00"


def test_nothing_filled_in_is_no_text():
    assert OpeningHoursField().clean(filled_in()) == ""


@pytest.mark.parametrize("monday", HALF)
def test_half_a_day_or_a_day_that_ends_before_it_begins_is_refused(monday):
    with pytest.raises(ValidationError):
        OpeningHoursField().clean(filled_in(mo=monday))


def test_the_form_is_filled_in_with_what_is_stored():
    assert OpeningHoursField().widget.decompress("Tu 08:00-15:30")[2:4] == [datetime.time(8), datetime.time(15, 30)]
