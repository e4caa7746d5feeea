"""Measures pasted from a spreadsheet: every row is checked, and nothing is added but what somebody has seen."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from contacts.exchange.reading import FileProblem
from contacts.exchange.writing import Format, write
from contacts.models import PersonDataDecision
from councils import measure_table
from councils.models import Measure
from councils.services.plans import MOST_MEASURES, paste_measures, preview_paste
from councils.tests.factories import make_measure, make_plan, make_secretary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

HEADINGS = "Innsatsområde\tMål\tTiltak\tAnsvarlig\tFrist\tStatus"
ROW = "Trygge kvelder\tFærre slagsmål\tNatteravner hver helg\tSLT-koordinator\t31.12.2026\tpågår"


@pytest.fixture
def plan():
    return make_plan()


def rows(*lines):
    return "\n".join(lines)


def preview_of(plan, *lines):
    return preview_paste(plan=plan, text=rows(*lines))


def problems_of(plan, line, headings=HEADINGS):
    (row,) = preview_of(plan, headings, line).rows
    return " ".join(f"{heading}: {reason}" for heading, reason in row.problems)


def pasted(plan, *lines, **answers):
    seen = preview_of(plan, *lines).digest
    return paste_measures(plan=plan, text=rows(*lines), seen=seen, **answers)


def test_rows_with_headings_become_measures(plan):
    preview, count = pasted(plan, HEADINGS, ROW)
    measure = plan.measures.get()
    assert (count, preview.bad) == (1, [])
    assert (measure.focus_area, measure.objective) == ("Trygge kvelder", "Færre slagsmål")
    assert (measure.text, measure.responsible) == ("Natteravner hver helg", "SLT-koordinator")
    assert (measure.deadline, measure.status) == (datetime.date(2026, 12, 31), Measure.Status.ONGOING)


@pytest.mark.parametrize(
    "headings",
    [
        "Tiltak\tAnsvar:\tMÅL\tSatsingsområde",
        "tiltak\tansvarleg\tmål\tinnsatsområde",
        "Measure\tResponsible role\tObjective\tFocus area",
        "text\tresponsible\tobjective\tfocus_area",
    ],
    ids=["bokmål", "nynorsk", "English", "machine"],
)
def test_headings_are_known_in_any_order_and_language(plan, headings):
    (row,) = preview_of(plan, headings, "Vakt\tPolitiet\tRo\tSentrum").rows
    assert row.texts[:4] == ("Sentrum", "Ro", "Vakt", "Politiet")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_file_that_was_exported_in_any_language_can_be_pasted_again(plan, language):
    make_measure(
        plan, deadline=datetime.date(2026, 3, 1), status="done", evaluation="Gikk bra\nog «fint»", theme="hate"
    )
    with translation.override(language):
        content = write(measure_table.as_rows(plan.measures.all()), Format.CSV).decode()
    other = make_plan(plan.body)
    assert pasted(other, content)[1] == 1
    same = ("focus_area", "objective", "text", "responsible", "deadline", "status", "evaluation", "theme")
    assert other.measures.values(*same).get() == plan.measures.values(*same).get()
    assert len(preview_of(plan, content).known) == 1


def test_without_headings_the_columns_stand_in_the_order_of_the_page(plan):
    (row,) = preview_of(plan, ROW).rows
    assert row.measure.text == "Natteravner hver helg"


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
def test_cells_may_be_parted_by_tabs_semicolons_or_commas(plan, delimiter):
    (row,) = preview_of(plan, delimiter.join(["Sentrum", "Ro", "Vakt", "Politiet"])).rows
    assert row.measure.responsible == "Politiet"


def test_commas_in_sentences_part_nothing(plan):
    (row,) = preview_of(plan, "Sentrum, nord, sør, øst, vest\tRo\tVakt, tog, buss\tPolitiet").rows
    assert row.measure.focus_area == "Sentrum, nord, sør, øst, vest"


def test_a_quoted_cell_may_go_over_several_lines(plan):
    text = rows(
        "Innsatsområde\tMål\tTiltak\tAnsvar\tEvaluering", 'A\tB\t"Første\nandre"\tD\t"En\r\nto ""tre"""', "A\tB\tC\tD"
    )
    first, second = preview_paste(plan=plan, text=text).rows
    assert (first.measure.text, first.measure.evaluation) == ("Første andre", 'En\nto "tre"')
    assert (first.line, second.line) == (2, 5)


def test_merged_cells_count_for_the_rows_below(plan):
    preview = preview_of(plan, HEADINGS, ROW, "\t\tFotpatrulje\tPolitiet", "Skole\t\tVitnekurs\tRektor")
    second, third = preview.rows[1:]
    assert (second.measure.focus_area, second.measure.objective) == ("Trygge kvelder", "Færre slagsmål")
    assert [heading for heading, _reason in third.problems] == ["Objective"]


@pytest.mark.parametrize(
    "text", ["31.12.2026", "31/12/26", "31.12.26", "2026-12-31", "31/12/2026", "31-12-2026"], ids=str
)
def test_days_are_read_as_norwegians_write_them(text):
    assert measure_table.day(text) == datetime.date(2026, 12, 31)


@pytest.mark.parametrize("text", ["høst 2026", "31.06.2026", "12/31/26", "2026", "snart", "løpende"], ids=str)
def test_what_is_no_day_says_what_to_write(plan, text):
    assert "is not a day. Write the last day it may take, like 31.12.2026." in problems_of(plan, f"A\tB\tC\tD\t{text}")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("A\tB\t\tD", "Measure: This field cannot be blank."),
        ("A\tB\tC", "Responsible role: This field cannot be blank."),
        ("A\tB\tC\tD\t\tkanskje", "Status: “kanskje” is not known. Write one of: planned, under way"),
        (f"A\tB\t{'x' * 501}\tD", "Measure: Ensure this value has at most 500 characters"),
        ("A\tB\tC\x07\tD", "cannot be printed"),
        ("A\tB\tC\tD\t\t\t\t\tmer", "to the right of the last column"),
        ("A\tB\tFølg opp 13097248022\tD", "identity number"),
    ],
    ids=["empty", "missing", "status", "long", "unprintable", "beyond", "identity number"],
)
def test_what_is_wrong_with_a_row_is_named_with_what_to_do(plan, line, problem):
    assert problem in problems_of(plan, line)


def test_a_row_says_everything_that_is_wrong_with_it(plan):
    (row,) = preview_of(plan, HEADINGS, "A\tB\t\tD\thøst\ttull").rows
    assert [heading for heading, _reason in row.problems] == ["Deadline", "Status", "Measure"]
    assert row.line == 2


def test_nothing_is_added_when_one_row_is_bad(plan):
    assert pasted(plan, HEADINGS, ROW, "A\tB\tC\tD\thøst 2026")[1] == 0
    assert not plan.measures.exists()


def test_only_the_good_rows_are_added_when_that_is_said(plan):
    assert pasted(plan, HEADINGS, ROW, "A\tB\tC\tD\thøst 2026", only_good=True)[1] == 1


def test_pasting_again_adds_nothing_unless_that_is_said(plan):
    pasted(plan, HEADINGS, ROW)
    preview, count = pasted(plan, HEADINGS, ROW.upper())
    assert ([row.known_as for row in preview.rows], count) == (["plan"], 0)
    assert pasted(plan, HEADINGS, ROW, again=True)[1] == 1
    assert plan.measures.count() == 2


def test_the_same_row_twice_in_what_is_pasted_is_added_once(plan):
    preview, count = pasted(plan, HEADINGS, ROW, ROW)
    assert ([row.known_as for row in preview.rows], count) == (["", "2"], 1)


def test_nothing_is_added_that_was_not_seen(plan):
    seen = preview_of(plan, HEADINGS, ROW).digest
    assert paste_measures(plan=plan, text=rows(HEADINGS, ROW.replace("helg", "kveld")), seen=seen)[1] == 0
    make_measure(plan, focus_area="Trygge kvelder", objective="Færre slagsmål", text="Natteravner hver helg")
    assert paste_measures(plan=plan, text=rows(HEADINGS, ROW), seen=seen)[1] == 0


def test_measures_stand_in_the_order_of_the_spreadsheet_after_those_there_are(plan):
    make_measure(plan, text="Først", position=7)
    pasted(plan, HEADINGS, ROW, "A\tB\tC\tD")
    assert [measure.text for measure in plan.measures.all()] == ["Først", "Natteravner hver helg", "C"]


@pytest.mark.parametrize("text", ["=1+1", "+47 tiltak", "-5 %", "@alle", "=HYPERLINK(1)"], ids=str)
def test_what_looks_like_a_formula_stays_text_and_is_harmless_in_a_file(plan, text):
    pasted(plan, HEADINGS, f"A\tB\t{text}\tD")
    assert plan.measures.get().text == text
    content = write(measure_table.as_rows(plan.measures.all()), Format.CSV).decode()
    assert f";'{text};" in content
    assert preview_of(plan, content).rows[0].texts[2] == text


def test_what_points_at_a_person_is_held_up_until_somebody_has_decided(plan):
    line = "A\tB\tSnakk med gutten (14) på Prøvevik skole\tD"
    preview, count = pasted(plan, HEADINGS, ROW, line)
    assert (len(preview.held_up), count) == (1, 0)
    assert pasted(plan, HEADINGS, ROW, line, only_good=True)[1] == 1
    assert pasted(plan, HEADINGS, line, decided=True)[1] == 1
    decision = PersonDataDecision.objects.get()
    assert (decision.form, decision.field) == ("PasteForm", "text")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("\n\n", "There is nothing to read"),
        ("Tiltak\tTiltak\tMål\tAnsvar\tInnsatsområde", "Columns that stand twice: Measure."),
        ("Tiltak\tMål", "Columns that are missing: Focus area, Responsible role."),
        ('A\tB\t"C\tD', "Line 1 cannot be read: look for a quotation mark"),
        ("\n".join(["A\tB\tC\tD"] * 2000), "at most 200 measures. This one has 0, and you pasted 2000 rows."),
        ("x" * 400_000, "more text than a plan has"),
    ],
    ids=["nothing", "twice", "missing", "quote", "2,000 rows", "too much"],
)
def test_what_is_no_table_says_what_to_do(plan, text, problem):
    with pytest.raises(FileProblem, match=problem.split(".")[0]):
        preview_paste(plan=plan, text=text)


def test_a_plan_that_is_full_takes_no_more(plan):
    Measure.objects.bulk_create(
        Measure(plan=plan, focus_area="A", objective="B", text=f"C {number}", responsible="D")
        for number in range(MOST_MEASURES)
    )
    with pytest.raises(FileProblem, match="This one has 200, and you pasted 1"):
        preview_of(plan, ROW)


def test_columns_that_a_plan_does_not_have_are_named(plan):
    preview = preview_of(plan, HEADINGS + "\tKostnad", ROW + "\t5 000")
    assert (preview.unread, preview.bad) == (("Kostnad",), [])


@pytest.mark.parametrize("number", [10, 100])
def test_checking_costs_the_same_however_many_rows_there_are(plan, number, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        preview_of(plan, HEADINGS, *(ROW.replace("helg", f"helg {each}") for each in range(number)))


def test_a_value_that_is_wrong_is_told_without_the_rest_of_the_site():
    with pytest.raises(ValidationError, match="not known"):
        measure_table.theme("ukjent")


# The page


@pytest.fixture
def client(plan):
    client = Client()
    client.force_login(make_secretary(plan.body))
    return client


def url(plan):
    return f"/en/skrivebord/organ/{plan.body.slug}/planer/{plan.slug}/lim-inn/"


def test_the_page_shows_what_will_be_and_adds_it_at_the_next_press(client, plan):
    text = rows(HEADINGS, ROW, "A\tB\tC\tD\thøst 2026").replace("\n", "\r\n")
    page = client.post(url(plan), {"text": text, "step": "check"})
    assert "“høst 2026” is not a day" in page.content.decode()
    assert not plan.measures.exists()
    seen = page.context["preview"].digest
    answer = client.post(url(plan), {"text": text, "seen": seen, "step": "add"})
    assert "Nothing was added" in answer.content.decode()
    answer = client.post(url(plan), {"text": text, "seen": seen, "step": "add", "only_good": "on"})
    assert answer.status_code == 302
    assert plan.measures.count() == 1


def test_what_was_pasted_stays_when_it_cannot_be_read(client, plan):
    page = client.post(url(plan), {"text": "Tiltak\tMål\r\nVakt\tRo", "step": "check"})
    assert "Columns that are missing" in page.content.decode()
    assert "Vakt\tRo" in page.content.decode()


def test_what_was_changed_after_the_check_is_checked_anew(client, plan):
    seen = client.post(url(plan), {"text": rows(HEADINGS, ROW), "step": "check"}).context["preview"].digest
    page = client.post(url(plan), {"text": rows(HEADINGS, ROW, ROW + "!"), "seen": seen, "step": "add"})
    assert "have changed since the check you saw" in page.content.decode()
    assert not plan.measures.exists()


@pytest.mark.parametrize("text", ["", "\x00", "x" * 1_000_000], ids=["empty", "NUL", "a million"])
def test_nonsense_is_answered_and_adds_nothing(client, plan, text):
    assert client.post(url(plan), {"text": text, "step": "add", "seen": "x" * 99}).status_code == 200
    assert not plan.measures.exists()
