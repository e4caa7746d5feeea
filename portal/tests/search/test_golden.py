"""What people ask, and what they get first: on either database."""

import pytest

from portal.tests.search.asking import questions, rate

pytestmark = pytest.mark.django_db


def test_nineteen_of_twenty_questions_have_their_answer_among_the_first_three():
    assert len(questions("golden.toml")) >= 160
    assert rate("golden.toml") >= 0.95


def test_so_many_do_of_questions_that_nothing_was_tuned_on():
    assert len(questions("held_out.toml")) >= 80
    assert rate("held_out.toml") >= 0.72
