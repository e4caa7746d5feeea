"""The public page of a working year: what is public is told, and nothing else is."""

import datetime
import io
import re
from itertools import count

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from contacts.tests.factories import make_district, make_municipality
from councils.models import Meeting
from councils.tests.factories import make_council, make_exempt_item, make_item, make_meeting
from slt.choices import Level
from slt.tests.factories import (
    make_dialogue,
    make_event,
    make_finding,
    make_group,
    make_measure,
    make_priority,
    make_scheme,
    make_year,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
SECRET = "Hemmeligteksten"
QUERIES = 11
numbers = count(1)


@pytest.fixture
def town():
    return make_municipality(district=make_district())


@pytest.fixture
def council(town):
    return make_council(town)


@pytest.fixture
def cycle(town, council):
    return make_year(make_scheme(town, steering_council=council))


def page(cycle, route="cycle_year"):
    answer = Client().get(reverse(route, args=[cycle.scheme.slug, cycle.year]))
    assert answer.status_code == 200
    return answer.content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<svg.*?</svg>", "", html)).split())


def put(priority, item):
    priority.item = item
    priority.save()
    return item


def public_case(council, **fields):
    """In a meeting of its own: a council meets once a day."""
    number = next(numbers)
    meeting = make_meeting(council, days=-number, status=Meeting.Status.PUBLISHED, visibility="public")
    return make_item(meeting, number=number, visibility="public", **fields)


def test_an_empty_year_says_that_nothing_is_there_yet(cycle):
    text = words(page(cycle))
    assert "0 av 5 ferdig" in text
    assert "Ingenting er skrevet ned ennå." in text
    assert "Ingenting er valgt ennå." in text


def test_a_public_finding_is_told_with_its_source_and_an_internal_one_is_counted(cycle):
    make_finding(cycle, text="Flere vaper", source="Ungdata", visibility="public")
    make_finding(cycle, text=SECRET, source=SECRET, visibility="internal")
    text = words(page(cycle))
    assert "Flere vaper" in text
    assert "Ungdata" in text
    assert "2 funn" in text
    assert "1 funn er internt." in text
    assert SECRET not in text


def test_an_internal_finding_is_in_no_month(cycle):
    make_finding(cycle, text=SECRET, visibility="internal", found_on=datetime.date(cycle.year, 2, 3))
    assert "Måned for måned" not in page(cycle)


def test_a_public_case_of_the_steering_group_is_linked_with_what_it_came_to(cycle, council):
    priority = make_priority(
        cycle, title="Trygg vei hjem", reason="Fordi", visibility="public", outcome="adopted", decided_on=TODAY
    )
    item = put(priority, public_case(council))
    html = page(cycle)
    assert "Vedtatt" in words(html)
    assert "Fordi" in words(html)
    assert f'href="{item.meeting.get_absolute_url()}#sak-{item.number.replace("/", "-")}"' in html


@pytest.mark.parametrize("internal", ["item", "meeting"])
def test_the_reason_of_an_internal_case_is_internal(cycle, council, internal):
    priority = make_priority(
        cycle, title="Trygg vei hjem", reason=SECRET, visibility="public", outcome="adopted", decided_on=TODAY
    )
    item = put(priority, public_case(council))
    row = item if internal == "item" else item.meeting
    row.visibility = "internal"
    row.save()
    html = page(cycle)
    assert "Trygg vei hjem" in html
    assert SECRET not in html
    assert "#sak-" not in html


def test_of_an_exempt_case_nothing_is_told(cycle, council):
    priority = make_priority(cycle, title=SECRET, reason=SECRET, visibility="public")
    put(priority, make_exempt_item(make_meeting(council, status=Meeting.Status.PUBLISHED), number=3))
    make_measure(cycle, text="Et åpent tiltak", priority=priority)
    text = words(page(cycle))
    assert SECRET not in text
    assert "1 prioritering er intern." in text
    assert "Et åpent tiltak" in text


def test_an_internal_priority_is_not_named_by_its_public_measures(cycle):
    make_measure(cycle, text="Et åpent tiltak", priority=make_priority(cycle, title=SECRET))
    html = page(cycle)
    assert "Et åpent tiltak" in html
    assert SECRET not in html


def test_a_public_measure_says_who_when_and_how_it_went(cycle):
    make_measure(
        cycle,
        text="Natteravn",
        agency="voluntary",
        responsible="leder av natteravnene",
        status="done",
        done_on=TODAY,
        effect="partly",
        evaluation="Færre kom enn vi trodde.",
    )
    make_measure(cycle, text="Sein plan", due=TODAY - datetime.timedelta(days=1))
    make_measure(cycle, text=SECRET, evaluation=SECRET, visibility="internal")
    text = words(page(cycle))
    for said in (
        "Natteravn",
        "Frivillige",
        "leder av natteravnene",
        "Færre kom enn vi trodde.",
        "1 tiltak er internt.",
    ):
        assert said in text
    assert re.search(r"Sein plan.*over fristen", text)
    assert SECRET not in text


def test_a_measure_that_was_taken_over_is_under_the_priority_of_its_year(cycle):
    before = make_year(cycle.scheme, year=cycle.year - 1)
    make_measure(cycle, text="Varer ved", priority=make_priority(before, title="Fra i fjor", visibility="public"))
    assert re.search(rf"Fra i fjor.*valgt i {before.year}.*Varer ved", words(page(cycle)))


def test_what_the_year_came_to_is_public_once_it_is_documented(cycle):
    cycle.summary = cycle.evaluation = SECRET
    cycle.evaluated_on = TODAY
    cycle.save()
    assert SECRET not in page(cycle)
    cycle.documented_on = TODAY
    cycle.save()
    assert page(cycle).count(SECRET) == 2


def test_the_months_say_what_has_been_and_what_is_to_come(town, council):
    """Of a year that is over or not begun, whatever the day is on which this runs."""
    cycle = make_year(make_scheme(town, steering_council=council), year=TODAY.year + 1)
    march = datetime.date(cycle.year, 3, 4)
    make_measure(cycle, due=march)
    make_meeting(council, date=march, status=Meeting.Status.CALLED)
    make_meeting(council, date=march.replace(day=5), status=Meeting.Status.CALLED, visibility="internal")
    make_event(make_dialogue(cycle.scheme), date=march)
    make_event(make_dialogue(cycle.scheme, visibility="internal"), date=march)
    said = "1 styringsmøte (kommer) 1 frist (kommer) 1 dialogmøte (kommer)"
    assert f"Mars {said} April" in words(page(cycle))


def test_the_meetings_of_its_own_steering_group_are_in_the_months_and_those_of_other_groups_are_not():
    cycle = make_year(year=TODAY.year - 1)
    day = datetime.date(cycle.year, 5, 6)
    for level in (Level.STEERING, Level.COORDINATING):
        make_meeting(
            make_group(cycle.scheme, level=level), date=day, status=Meeting.Status.PUBLISHED, visibility="public"
        )
    assert "Mai 1 styringsmøte Juni" in words(page(cycle))


def test_other_years_are_links(cycle):
    make_year(cycle.scheme, year=2020)
    assert reverse("cycle_year", args=[cycle.scheme.slug, 2020]) in page(cycle)


@pytest.mark.parametrize(("slug", "year"), [("finnes-ikke", 2026), (None, 1999)])
def test_a_year_that_is_not_there_is_not_found(cycle, slug, year):
    address = reverse("cycle_year", args=[slug or cycle.scheme.slug, year])
    assert Client().get(address).status_code == 404


def test_a_year_costs_the_same_however_much_is_in_it(cycle, council, django_assert_num_queries):
    def fill():
        finding = make_finding(cycle, visibility="public", municipality=cycle.scheme.municipalities.first())
        priority = make_priority(cycle, visibility="public")
        priority.findings.add(finding)
        put(priority, public_case(council))
        make_measure(cycle, priority=priority, group=make_group(cycle.scheme))
        make_event(make_dialogue(cycle.scheme))

    address = reverse("cycle_year", args=[cycle.scheme.slug, cycle.year])
    fill()
    Client().get(address)
    with django_assert_num_queries(QUERIES):
        Client().get(address)
    for _ in range(3):
        fill()
    Client().get(address)
    with django_assert_num_queries(QUERIES):
        Client().get(address)


def test_the_file_has_the_steps_and_nothing_internal(cycle):
    make_finding(cycle, text="Flere vaper", visibility="public")
    make_finding(cycle, text=SECRET)
    answer = Client().get(reverse("cycle_file", args=[cycle.scheme.slug, cycle.year]))
    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer.content)
    for said in ("Kartlegge", "Prioritere", "Gjennomføre", "Evaluere", "Dokumentere", "Flere vaper"):
        assert said in text
    assert SECRET not in text


def text_of(pdf):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_how_slt_works_is_told_in_the_same_parts_in_each_language(language):
    prefix = "" if language == "nb" else f"/{language}"
    html = Client().get(f"{prefix}/slt/slik-virker-det/").content.decode()
    assert re.findall(r'<h2 id="(\w+)"', html) == [
        *("hva", "hvor", "nivaer", "koordinator", "arbeidsaret", "alder", "politirad", "ingen", "begynne", "kilder")
    ]
    assert html.count('class="cycle-wheel__arrow"') == 5
    assert "2026" in html
