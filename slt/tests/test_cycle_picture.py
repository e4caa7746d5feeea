"""The picture of the working year, of steps that are given to it."""

import re
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from slt.cycle_picture import picture_of

LABELS = ["Kartlegge", "Prioritere", "Gjennomføre", "Evaluere", "Dokumentere"]


class Count(SimpleNamespace):
    def __str__(self):
        return f"{self.number} {self.text}"


def steps(*states, counts=()):
    return [
        SimpleNamespace(
            label=label,
            state=state,
            state_label=f"({state})",
            counts=counts,
            what_next=f"{label} neste",
            is_done=state == "done",
        )
        for label, state in zip(LABELS, states, strict=True)
    ]


HALFWAY = ("done", "done", "ongoing", "next", "not_begun")


def drawn(states=HALFWAY, tells_next=False, counts=()):
    picture = picture_of(2026, steps(*states, counts=counts), tells_next=tells_next)
    with translation.override("nb"):
        return render_to_string("components/cycle_picture.html", {"picture": picture})


def words(html):
    """What a screen reader reads: the drawing is hidden from it."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<svg.*?</svg>", "", html)).split())


def test_the_list_says_each_step_with_its_state_in_order():
    text = words(drawn())
    pattern = ".*".join(f"{label} {re.escape(f'({state})')}" for label, state in zip(LABELS, HALFWAY, strict=True))
    assert re.search(pattern, text)


def test_the_caption_says_what_the_eye_gets_from_the_drawing():
    assert words(drawn()).startswith("2026: 2 av 5 ferdig. I gang: gjennomføre. Neste: evaluere.")
    assert words(drawn(["done"] * 5)).startswith("2026: 5 av 5 ferdig. Kartlegge")


def test_what_is_to_be_done_is_told_to_those_who_do_it():
    assert "Evaluere neste" not in words(drawn())
    assert "Evaluere neste" in words(drawn(tells_next=True))


@pytest.mark.parametrize(("text", "shown"), [("funn", "4 funn"), ("tiltak som er evaluert", "4")])
def test_an_arrow_shows_as_much_of_its_count_as_there_is_room_for(text, shown):
    html = drawn(counts=(Count(number=4, text=text),))
    assert re.findall(r'<text y="24">([^<]*)<', html) == [shown] * 5


def test_the_drawing_styles_nothing_itself_and_writes_numbers_with_a_point():
    """The content security policy allows no inline style, and a comma would move everything."""
    html = drawn()
    assert "style=" not in html
    assert re.findall(r"translate\([^)]*,[^)]*\)", html) == []
    assert len(re.findall(r'<path class="cycle-wheel__arrow" d="M[0-9. MALZ-]+"/>', html)) == 5
