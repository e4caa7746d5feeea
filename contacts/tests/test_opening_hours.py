import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from contacts import opening_hours
from contacts.opening_hours import Hours


def at(hour, minute=0):
    return datetime.time(hour, minute)


def test_hours_are_read_rule_by_rule_in_their_order():
    assert opening_hours.parse("Mo-Fr 08:00-15:30; Th 08:00-18:00") == [
        Hours(0, 4, at(8), at(15, 30)),
        Hours(3, 3, at(8), at(18)),
    ]


def test_no_text_means_no_hours():
    assert opening_hours.parse("") == []


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("ma-fr 08:00-15:30", id="Norwegian days"),
        pytest.param("Mo-Fr 8-15", id="hours without minutes"),
        pytest.param("Mo-Fr 08:00-24:00", id="an hour that is none"),
        pytest.param("Mo-Fr 08:60-15:30", id="a minute that is none"),
        pytest.param("Mo-Fr 15:30-08:00", id="closes before it opens"),
        pytest.param("Mo-Fr 08:00-08:00", id="closes when it opens"),
        pytest.param("Fr-Mo 08:00-15:30", id="the week backwards"),
        pytest.param("Mo-Fr", id="days only"),
        pytest.param("Ring 02800", id="something else"),
    ],
)
def test_what_is_not_understood_is_quoted_to_the_editor(rule):
    with pytest.raises(ValidationError) as refusal:
        opening_hours.validate(f"Mo 08:00-15:30; {rule}")
    assert rule in refusal.value.messages[0]


@given(st.text() | st.from_regex(r"(Mo|Su)(-(Tu|Sa))? \d\d:\d\d-\d\d:\d\d"))
def test_any_text_is_either_read_or_refused(text):
    try:
        opening_hours.validate(text)
    except ValidationError:
        return
    assert len(opening_hours.parse(text)) == len([rule for rule in text.split(";") if rule.strip()])
