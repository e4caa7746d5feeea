"""What everyone sees of dialogue processes, and what nobody outside does."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from contacts import gazetteer
from contacts.models import County
from contacts.tests.factories import make_municipality
from councils.choices import Theme, Visibility
from councils.models import Meeting
from councils.tests.factories import make_council, make_exempt_item, make_item, make_meeting, make_plan
from councils.tests.factories import make_measure as make_plan_measure
from slt.choices import Sector
from slt.tests.factories import make_dialogue, make_event, make_measure, make_party, make_scheme, make_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_asked_for_once")]

INTERNAL = Visibility.INTERNAL
LIST = "/slt/dialog/"


@pytest.fixture(autouse=True)
def places_of_this_test():
    gazetteer.check_again()


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def page_of(client, process):
    return text(client, process.get_absolute_url())


def queries(client, url):
    gazetteer.check_again()
    client.get(url)
    gazetteer.check_again()
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def test_an_internal_process_is_as_one_that_never_was(client):
    process = make_dialogue(title="Kanarifugl", visibility=INTERNAL)
    make_event(process, title="Papegøye", is_open=True)
    assert client.get(process.get_absolute_url()).status_code == 404
    listed = text(client, LIST)
    assert "Kanarifugl" not in listed
    assert "Papegøye" not in listed


def test_a_process_is_found_under_its_own_scheme_alone(client):
    process = make_dialogue()
    other = make_scheme()
    assert client.get(process.get_absolute_url().replace(process.scheme.slug, other.slug)).status_code == 404


def test_parties_stand_by_sector_in_one_order(client):
    process = make_dialogue()
    for sector in (Sector.FAITH, Sector.PUBLIC, Sector.VOLUNTARY):
        make_party(process, sector=sector, name=f"Laget {sector}")
    page = page_of(client, process)
    places = [page.index(f"Laget {sector}") for sector in (Sector.PUBLIC, Sector.VOLUNTARY, Sector.FAITH)]
    assert places == sorted(places)


def test_of_an_event_everyone_sees_how_many_came_and_what_it_led_to(client):
    process = make_dialogue()
    make_event(process, days=-5, status="held", people=42, outcome="Ny møteplass åpner.")
    page = page_of(client, process)
    assert "42" in page
    assert "Ny møteplass åpner." in page


def test_what_stands_about_an_event_that_was_not_held_is_not_shown(client):
    process = make_dialogue()
    make_event(process, days=5, status="cancelled", people=42, outcome="Kanarifugl")
    assert "Kanarifugl" not in page_of(client, process)


def public_item():
    return make_item(make_meeting(status=Meeting.Status.PUBLISHED), number=17)


def test_the_case_it_came_from_is_a_link_only_while_everyone_may_read_it(client):
    item = public_item()
    process = make_dialogue(item=item)
    assert f"{item.meeting.get_absolute_url()}#sak-17-" in page_of(client, process)
    item.visibility = INTERNAL
    item.save()
    page = page_of(client, process)
    assert item.meeting.get_absolute_url() not in page
    assert item.meeting.body.name not in page


def test_a_case_that_is_not_announced_yet_is_not_named(client):
    item = make_item(make_meeting(status=Meeting.Status.CALLED))
    assert item.meeting.get_absolute_url() not in page_of(client, make_dialogue(item=item))


def test_nor_is_the_case_of_an_internal_meeting_or_an_exempt_case(client):
    for item in (
        make_item(make_meeting(status=Meeting.Status.PUBLISHED, visibility=INTERNAL), number=1),
        make_exempt_item(make_meeting(status=Meeting.Status.PUBLISHED), number=1),
    ):
        page = page_of(client, make_dialogue(item=item))
        assert item.meeting.get_absolute_url() not in page
        assert item.title not in page


@pytest.mark.parametrize("hidden", [{"visibility": INTERNAL}, {"status": "draft"}], ids=["internal", "draft"])
def test_a_measure_of_a_plan_is_named_only_while_the_plan_is_public(client, hidden):
    measure = make_plan_measure(make_plan(make_council()), text="Åpen kveld")
    process = make_dialogue(plan_measure=measure)
    page = page_of(client, process)
    assert "Åpen kveld" in page
    assert measure.plan.get_absolute_url() in page
    type(measure.plan).objects.filter(pk=measure.plan_id).update(**hidden)
    assert "Åpen kveld" not in page_of(client, process)


def test_an_internal_measure_of_the_scheme_is_not_named(client):
    scheme = make_scheme()
    measure = make_measure(make_year(scheme), text="Kanarifugl", visibility=INTERNAL)
    assert "Kanarifugl" not in page_of(client, make_dialogue(scheme, measure=measure))


# The list


def test_the_list_begins_with_what_one_can_go_to_the_next_first(client):
    process = make_dialogue(title="Dialogen")
    for days, title, is_open in ((9, "Senere", True), (2, "Snart", True), (3, "Lukket", False), (-1, "I går", True)):
        make_event(process, days=days, title=title, is_open=is_open)
    page = text(client, LIST)
    first = page[: page.index("Dialogen")]
    assert first.index("Snart") < first.index("Senere")
    assert "Lukket" not in first
    assert "I går" not in page


def test_a_cancelled_event_invites_nobody(client):
    make_event(make_dialogue(), title="Avlyst kveld", is_open=True, status="cancelled")
    assert "Avlyst kveld" not in text(client, LIST)


def test_the_list_is_filtered_by_theme_status_and_county(client):
    county = County.objects.create(number="98", name="Annetfylke", slug="annetfylke")
    there = make_scheme(make_municipality(county=county))
    make_dialogue(there, title="Der borte", theme=Theme.HATE)
    make_dialogue(title="Her", theme=Theme.YOUTH, status="ended")
    gazetteer.check_again()
    for query in ("fylke=annetfylke", "tema=hate", "status=planned"):
        page = text(client, f"{LIST}?{query}")
        assert "Der borte" in page
        assert ">Her<" not in page
    assert "Fjern et filter" in text(client, f"{LIST}?fylke=annetfylke&status=ended")
    assert text(client, f"{LIST}?fylke=atlantis").count('lang="nb">Her<') == 1


def test_a_list_and_a_page_cost_the_same_however_much_there_is(client):
    process = make_dialogue(item=public_item())
    make_event(process, is_open=True)
    make_party(process)
    before = queries(client, LIST), queries(client, process.get_absolute_url())
    for _number in range(5):
        make_event(make_dialogue(), is_open=True)
        make_event(process, is_open=True)
        make_party(process)
    assert (queries(client, LIST), queries(client, process.get_absolute_url())) == before


# For search engines


def data_in(page):
    found = re.search(r'<script type="application/ld\+json">(.+?)</script>', page)
    return json.loads(found[1]) if found else []


def test_search_engines_read_of_open_events_that_are_to_come_and_of_no_others(client):
    process = make_dialogue()
    make_event(process, title="Åpen", is_open=True, place="Kulturhuset")
    make_event(process, title="Lukket")
    make_event(process, title="Avlyst", is_open=True, status="cancelled")
    make_event(process, title="Før", is_open=True, days=-3)
    (event,) = data_in(page_of(client, process))
    assert event["name"].endswith("Åpen")
    assert event["location"] == {"@type": "Place", "name": "Kulturhuset"}


def test_search_engines_are_told_of_no_invented_event(client):
    process = make_dialogue(make_scheme(is_example=True))
    make_event(process, is_open=True)
    page = page_of(client, process)
    assert data_in(page) == []
    assert "oppdiktet" in page


def test_pages_are_kept_for_seconds_and_set_no_cookie(client):
    process = make_dialogue(valid_from=timezone.localdate())
    for url in (LIST, process.get_absolute_url()):
        answer = client.get(url)
        assert answer.headers["Cache-Control"] == "public, max-age=5"
        assert not answer.cookies
        assert client.post(url).status_code == 405


# The calendar


def test_the_calendar_of_a_scheme_has_the_open_events_and_says_which_were_cancelled(client):
    process = make_dialogue()
    make_event(process, title="Åpen", is_open=True, place="Kulturhuset")
    make_event(process, title="Avlyst", is_open=True, status="cancelled")
    make_event(process, title="Lukket")
    make_event(make_dialogue(process.scheme, visibility=INTERNAL), title="Internt", is_open=True)
    make_event(title="Et annet sted", is_open=True)
    answer = client.get(f"/slt/{process.scheme.slug}/dialog.ics")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [(str(event["summary"]).partition(": ")[2], str(event["status"])) for event in events] == [
        ("Åpen", "CONFIRMED"),
        ("Avlyst", "CANCELLED"),
    ]
    assert str(events[0]["url"]).endswith(process.get_absolute_url())


def test_an_event_that_is_moved_is_the_same_in_the_calendar_and_newer(client):
    event = make_event(is_open=True)
    url = f"/slt/{event.process.scheme.slug}/dialog.ics"
    (before,) = Calendar.from_ical(client.get(url).content).walk("VEVENT")
    event.title = "Flyttet"
    event.save()
    (after,) = Calendar.from_ical(client.get(url).content).walk("VEVENT")
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]
    assert client.get("/slt/finnes-ikke/dialog.ics").status_code == 404
