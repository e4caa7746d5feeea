"""What people ask, and what they get first: golden.toml, on either database."""

import pytest

from portal.tests.search.asking import FIRST, answers, is_right, questions

pytestmark = pytest.mark.django_db

AT_LEAST, OF = 0.95, 160


def test_nineteen_of_twenty_questions_have_their_answer_among_the_first_three():
    asked = questions()
    wrong = [question for question in asked if not is_right(*question)]
    rate = 1 - len(wrong) / len(asked)
    print(f"\nGolden set: {len(asked)} questions, {rate:.1%} right in the first {FIRST}")
    for language, text, keys in wrong:
        got = [" ".join(sorted(filter(None, found))[:3]) for found in answers(text, language)[:FIRST]]
        print(f"  {language}: {text}: expected {' or '.join(keys)}, got {'; '.join(got) or 'nothing'}")
    assert len(asked) >= OF
    assert rate >= AT_LEAST
