"""What people paste is shown as paragraphs, lists and tables, and never as HTML of theirs."""

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from contacts.tests.stopwatch import milliseconds
from councils.texts import WrittenField, as_html, normalise

PASTED = {
    "line ends of Windows": ("En\r\nto", "En\nto"),
    "line breaks of Word": ("En\x0bto", "En\nto"),
    "spaces that do not break": ("20\xa0000\u202fkr", "20 000 kr"),
    "soft hyphens and marks of no width": ("forebyg\xadging\u200b\ufeff", "forebygging"),
    "a dot": ("·\tNy avtale", "– Ny avtale"),
    "a bullet of Word's own letter": ("\uf0b7\tNy avtale", "– Ny avtale"),
    "a bullet": ("•  Ny avtale", "– Ny avtale"),
    "the second level": ("o\tNy avtale", "– Ny avtale"),
    "an indented hyphen": ("   - Ny avtale", "– Ny avtale"),
    "a number and a tab": ("2.\tNy avtale", "2. Ny avtale"),
    "smart quotes stay": ("“Natteravner” og «SLT»", "“Natteravner” og «SLT»"),
    "an o that is a word": ("o jul", "o jul"),
    "a row of empty cells": ("a\tb\n\t\nc\td", "a\tb\nc\td"),
    "many empty lines": ("En\n\n\n\n\nto", "En\n\nto"),
    "a NUL and a bell": ("En\0\x07to", "Ento"),
}


@pytest.mark.parametrize(("pasted", "kept"), PASTED.values(), ids=PASTED)
def test_what_is_pasted_is_tidied(pasted, kept):
    assert normalise(pasted) == kept
    assert WrittenField().clean(pasted) == kept


@given(st.text(alphabet="ab1.)·•o–-\t \n\r\x0b\xa0\xad<&", max_size=60))
def test_tidying_again_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


SHOWN = {
    "nothing": ("", ""),
    "paragraphs": ("En\nto\n\ntre", "<p>En<br>to</p><p>tre</p>"),
    "a list after its introduction": ("Vi vil:\n- en\n- to", "<p>Vi vil:</p><ul><li>en</li><li>to</li></ul>"),
    "a numbered list": ("1. en\n2. to", "<ol><li>en</li><li>to</li></ol>"),
    "a list that goes on": ("3) en\n4) to", '<ol start="3"><li>en</li><li>to</li></ol>'),
    "a date at the beginning of a line": ("24. november møttes vi", "<p>24. november møttes vi</p>"),
    "one line with a tab": ("Dato:\t24. november", "<p>Dato: 24. november</p>"),
    "HTML": ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
}


@pytest.mark.parametrize(("text", "html"), SHOWN.values(), ids=SHOWN)
def test_text_is_shown_as_what_it_is(text, html):
    assert as_html(text) == html


def table(*rows):
    with translation.override("en"):
        return as_html("\n".join("\t".join(row) for row in rows))


def test_a_table_names_its_columns_and_is_scrolled_by_keyboard():
    shown = table(("Tiltak", "Ansvar"), ("<b>Natteravner</b>", ""))
    assert shown == (
        '<div class="written__table" role="region" aria-label="Table" tabindex="0"><table>'
        "<thead><tr><th scope=col>Tiltak</th><th scope=col>Ansvar</th></tr></thead>"
        "<tbody><tr><td>&lt;b&gt;Natteravner&lt;/b&gt;</td><td></td></tr></tbody></table></div>"
    )


def test_a_table_of_figures_has_no_headings():
    assert "<th" not in table(("2025", "4"), ("2026", "5"))


def test_two_hundred_rows_from_word_are_shown_at_once():
    text = "\r\n".join("\t".join(f"·\tcelle <{row}.{column}>" for column in range(5)) for row in range(200))
    assert as_html(text).count("<tr>") == 200
    assert milliseconds(lambda: as_html(text), times=5) < 100


LONG = {
    "tabs": "\t" * 300_000 + "x",
    "spaces": "x" + " " * 300_000 + "x",
    "spaces and tabs": " \t" * 150_000 + "x",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_row_of_nothing_takes_no_time(text):
    assert milliseconds(lambda: as_html(text)) < 1000


def test_what_is_wider_than_any_table_is_shown_as_lines():
    """Filled up, three thousand rows of three thousand cells would be a page of eighty megabytes."""
    html = as_html("a" + "\t" * 3000 + "b\n" + "x\ty\n" * 3000)
    assert html.startswith("<p>a b<br>x y<br>")
    assert len(html) < 40_000


def test_the_filter_of_pages_shows_nothing_of_nothing():
    page = Template("{% load councils_texts %}{{ text|prose }}")
    assert page.render(Context({"text": "Tekst"})) == '<div class="written"><p>Tekst</p></div>'
    assert page.render(Context({"text": None})) == page.render(Context({"text": " "})) == ""
