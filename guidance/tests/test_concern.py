"""The concern route: four steps whatever is missing, and a text that fits them before it is published."""

import pytest
from django.utils.translation import override

from contacts.cards import contacts_of_municipality
from contacts.gazetteer import current
from contacts.models import Function
from guidance import concern
from guidance.content_files import read
from guidance.markdown import plain
from guidance.models import Resource
from guidance.services.checks import problems_of
from guidance.tests.factories import make_draft, make_published, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]

FOUR = "## En\n\nA.\n\n## To\n\nB.\n\n### Under to\n\n## Tre\n\nC.\n\n## Fire\n\nD."


@pytest.fixture(autouse=True)
def empty_library():
    """What came with the portal is out of the way."""
    Resource.objects.filter(key__in=concern.KEYS).update(key="")


def publish(key, **text):
    return make_published(make_resource(key=key), **text)


def headings(contacts=()):
    return [step.heading for step in concern.steps(contacts)]


def test_without_a_text_there_are_still_four_steps():
    assert len(headings()) == 4
    assert [step.html for step in concern.steps()] == [""] * 4
    assert concern.audiences() == []


def test_each_heading_of_the_text_is_a_step():
    publish(concern.ROUTE, body=FOUR)
    assert headings() == ["En", "To", "Tre", "Fire"]
    assert "Under to" in concern.steps()[1].html


def test_a_text_that_is_no_four_steps_is_not_taken_apart():
    publish(concern.ROUTE, body="## En\n\n## To")
    assert "En" not in headings()
    assert len(headings()) == 4


def test_what_is_only_in_another_language_says_so():
    publish(concern.ROUTE, body=FOUR, languages=("nn",))
    assert concern.text_of(concern.ROUTE).other_language == "nn"
    with override("nn"):
        assert concern.text_of(concern.ROUTE).other_language == ""


def test_a_draft_is_not_on_the_route():
    make_draft(make_resource(key=concern.ROUTE), body=FOUR)
    assert concern.text_of(concern.ROUTE) is None


def test_those_for_whom_something_is_written_are_named_in_their_order():
    publish("bekymret-nav", body="Til deg i Nav.")
    publish("bekymret-skole", body="Til deg i skolen.")
    assert [audience for audience, _label, _text in concern.audiences()] == ["school", "nav"]


def test_each_step_names_who_helps_there_in_its_own_order():
    places = current()
    contacts = contacts_of_municipality(places.municipality_by_slug["valle"], places)
    shown = [[contact.function for contact in step.contacts] for step in concern.steps(contacts)]
    assert shown[0] == []
    assert shown[1][0] == Function.MUNICIPAL_CONTACT
    assert set(shown[1]) == set(Function)
    assert shown[3] == [Function.SLT_COORDINATOR, Function.MUNICIPAL_CONTACT, Function.POLICE_CONTACT]


class TestBeforeItIsPublished:
    def problems(self, body, key=concern.ROUTE, **text):
        return concern.problems_of(make_draft(make_resource(key=key), body=body, **text))

    def test_the_desk_is_told_with_whatever_else_is_wrong(self):
        edition = make_draft(make_resource(key=concern.ROUTE), body="Bare tekst")
        assert concern.problems_of(edition)[0] in problems_of(edition)

    def test_four_steps_are_right(self):
        assert self.problems(FOUR, languages=("nb", "nn")) == []

    def test_windows_line_ends_are_no_problem(self):
        assert self.problems(FOUR.replace("\n", "\r\n")) == []

    @pytest.mark.parametrize("body", ["", "Bare tekst", "## En\n\n## To\n\n## Tre", f"{FOUR}\n\n## Fem"])
    def test_another_number_of_steps_is_told_with_the_number_and_the_language(self, body):
        (problem,) = self.problems(body)
        assert "bokmål" in problem.lower()
        assert f"Den har {len(concern.parts_of(body))}." in problem

    def test_what_would_not_be_shown_is_told(self):
        (problem,) = self.problems(f"Først noen ord.\n\n{FOUR}")
        assert "første overskriften" in problem

    @pytest.mark.parametrize(
        ("key", "longest"), [(concern.ROUTE, concern.LONGEST_ROUTE), ("bekymret-nav", concern.LONGEST_FOR_AUDIENCE)]
    )
    def test_what_is_too_long_for_the_sheet_is_told(self, key, longest):
        body = FOUR + "x" * (longest - len(plain(FOUR)))
        assert self.problems(body, key) == []
        Resource.objects.filter(key=key).update(key="")
        (problem,) = self.problems(f"{body}x", key)
        assert str(longest) in problem

    def test_other_texts_are_written_as_their_writers_like(self):
        assert self.problems("Uten overskrift", key="") == []


def test_the_texts_that_come_with_the_portal_fit_the_route_in_every_language():
    texts = {one.key: one.texts for one in read().resources if one.key in concern.KEYS}
    assert texts.keys() == set(concern.KEYS)
    for key, by_language in texts.items():
        assert by_language.keys() == {"nb", "nn", "en"}
        for text in by_language.values():
            is_route = key == concern.ROUTE
            assert len(concern.parts_of(text["body"])) == (4 if is_route else 0)
            assert len(plain(text["body"])) <= (concern.LONGEST_ROUTE if is_route else concern.LONGEST_FOR_AUDIENCE)
