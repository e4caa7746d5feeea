"""The public pages and files of councils: what is not public answers as what never was."""

import datetime
import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar
from pypdf import PdfReader

from contacts import gazetteer
from contacts.tests.factories import make_district, make_municipality
from councils.choices import Visibility
from councils.models import (
    Agreement,
    Attachment,
    Body,
    BodyMunicipality,
    Council,
    Meeting,
    MinutesText,
    MinutesVersion,
    Plan,
    Strategy,
    YearlyReport,
)
from councils.tests.factories import (
    make_council,
    make_item,
    make_meeting,
    make_member,
    make_reader,
    make_secretary,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_asked_for_once")]

Status = Meeting.Status
PDF = b"%PDF-1.4 pr\xc3\xb8ve"


@pytest.fixture(autouse=True)
def files_of_this_test(settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path


@pytest.fixture(autouse=True)
def places_of_this_test():
    gazetteer.check_again()


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def publish(item, conclusion="Vedtatt", number=1):
    version = MinutesVersion.objects.create(meeting=item.meeting, number=number, reason="Feil" if number > 1 else "")
    MinutesText.objects.create(version=version, item=item, title=item.title, conclusion=conclusion)
    return version


@pytest.mark.parametrize(
    "hidden",
    [
        {"status": Status.PLANNED},
        {"status": Status.HELD, "visibility": Visibility.INTERNAL},
        {"status": Status.CANCELLED, "called_at": None},
    ],
    ids=["planned", "internal", "never called"],
)
def test_a_meeting_that_is_not_public_is_as_one_that_never_was(client, hidden):
    meeting = make_meeting(**hidden)
    address = meeting.get_absolute_url()
    for url in (address, f"{address}mote.pdf", f"{address}versjon/1/"):
        assert client.get(url).status_code == 404
    assert address not in text(client, f"/politirad/{meeting.body.slug}/moter/")
    assert str(meeting.uid) not in text(client, f"/politirad/{meeting.body.slug}/moter.ics")


def test_what_is_made_internal_is_gone_at_the_next_request(client):
    item = make_item(make_meeting(status=Status.PUBLISHED), number=1)
    publish(item, "Kanarifugl")
    pages = [item.meeting.get_absolute_url(), f"{item.meeting.get_absolute_url()}versjon/1/", "/politirad/vedtak/"]
    assert all("Kanarifugl" in text(client, page) for page in pages)
    item.visibility = Visibility.INTERNAL
    item.save()
    assert not any("Kanarifugl" in text(client, page) for page in pages)


@pytest.mark.parametrize("number", [0, 3, 99])
def test_a_version_that_there_is_not_is_not_found(client, number):
    item = make_item(make_meeting(status=Status.PUBLISHED), number=1)
    publish(item)
    assert client.get(f"{item.meeting.get_absolute_url()}versjon/{number}/").status_code == 404


def test_an_older_version_says_that_it_was_replaced_and_leads_to_the_one_that_holds(client):
    item = make_item(make_meeting(status=Status.PUBLISHED), number=1)
    publish(item, "Gammelt")
    publish(item, "Nytt", number=2)
    address = f"/en{item.meeting.get_absolute_url()}"
    older = text(client, f"{address}versjon/1/")
    assert "It has been replaced" in older
    assert f'href="{address}"' in older
    assert "Gammelt" in older
    assert "Nytt" not in older


def test_drafts_of_strategies_plans_and_reports_are_not_found(client):
    council = make_council()
    strategy = Strategy.objects.create(body=council, title="S", slug="s")
    plan = Plan.objects.create(body=council, title="P", slug="p")
    internal = Plan.objects.create(body=council, title="P", slug="q", status="current", visibility=Visibility.INTERNAL)
    YearlyReport.objects.create(body=council, year=2025, text_nb="Utkast")
    paths = [
        f"{row.get_absolute_url()}{file}"
        for row, file in ((strategy, "strategi.pdf"), (plan, "plan.pdf"), (internal, "plan.pdf"))
    ]
    for url in [
        *paths,
        *(path.rpartition("/")[0] + "/" for path in paths),
        f"/politirad/{council.slug}/arsrapporter/2025/",
    ]:
        assert client.get(url).status_code == 404


@pytest.mark.parametrize(("prefix", "shown", "language"), [("", "På bokmål", "nb"), ("/nn", "På nynorsk", "nn")])
def test_a_published_report_is_read_in_the_form_of_the_page(client, prefix, shown, language):
    report = YearlyReport.objects.create(
        body=make_council(), year=2025, status="published", text_nb="På bokmål", text_nn="På nynorsk"
    )
    page = text(client, f"{prefix}/politirad/{report.body.slug}/arsrapporter/2025/")
    assert shown in page
    assert f'lang="{language}"' in page


def make_file(**owner):
    attachment = Attachment(title="Møteplan: høst/vår", **owner)
    attachment.file.save("x.pdf", ContentFile(PDF))
    return attachment


def read(client, url):
    answer = client.get(url)
    return answer, b"".join(answer) if answer.streaming else answer.content


def test_a_public_file_is_one_to_keep_and_is_kept_by_nobody_on_the_way(client):
    item = make_item(make_meeting(status=Status.CALLED), number=1)
    answer, content = read(client, make_file(item=item).get_absolute_url())
    assert (answer.status_code, content, answer.headers["Content-Type"]) == (200, PDF, "application/pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mteplan-hstvar.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_the_old_address_of_a_file_is_not_found_once_its_item_is_internal(client):
    item = make_item(make_meeting(status=Status.CALLED), number=1)
    url = make_file(item=item).get_absolute_url()
    assert read(client, url)[0].status_code == 200
    item.refresh_from_db()
    item.visibility = Visibility.INTERNAL
    item.save()
    answer, content = read(client, url)
    assert (answer.status_code, PDF in content) == (404, False)


@pytest.mark.parametrize(("who", "status"), [(make_reader, 200), (make_secretary, 200)])
def test_members_read_internal_files_of_their_own_body_and_of_no_other(client, who, status):
    item = make_item(make_meeting(status=Status.CALLED), number=1, visibility=Visibility.INTERNAL)
    url = f"/skrivebord/organ/vedlegg/{make_file(item=item).key}/"
    client.force_login(who(item.body))
    answer, _content = read(client, url)
    assert (answer.status_code, "no-store" in answer.headers["Cache-Control"]) == (status, True)
    client.force_login(who(make_council()))
    assert client.get(url).status_code == 404


def test_a_file_that_is_not_on_the_disk_is_not_found(client):
    attachment = make_file(item=make_item(make_meeting(status=Status.CALLED), number=1))
    attachment.file.storage.delete(attachment.file.name)
    assert client.get(attachment.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("fields", "shown"), [({"status": "signed"}, True), ({}, False), ({"status": "signed", "is_public": False}, False)]
)
def test_an_agreement_is_shown_when_it_is_signed_and_public(client, fields, shown):
    council = make_council()
    agreement = Agreement.objects.create(council=council, parties="Kanarifugl kommune og politiet", **fields)
    url = make_file(agreement=agreement).get_absolute_url()
    page = text(client, council.get_absolute_url())
    assert ("Kanarifugl" in page, url in page) == (shown, shown)
    assert read(client, url)[0].status_code == (200 if shown else 404)


def calendar(client, council):
    return Calendar.from_ical(client.get(f"/en/politirad/{council.slug}/moter.ics").content)


def test_the_calendar_has_the_public_meetings_in_norwegian_time(client):
    start, end = datetime.time(9), datetime.time(11)
    meeting = make_meeting(status=Status.CALLED, days=20, starts_at=start, ends_at=end, place="Møterom; 1, A")
    make_item(meeting, number=1, title="Kanarifugl")
    found = calendar(client, meeting.body)
    (event,) = found.walk("VEVENT")
    assert event["UID"].startswith(str(meeting.uid))
    assert (event["DTSTART"].dt.hour, str(event["DTSTART"].dt.tzinfo)) == (9, "Europe/Oslo")
    assert (event["LOCATION"], event["STATUS"]) == ("Møterom; 1, A", "CONFIRMED")
    assert found.walk("VTIMEZONE")
    assert "Kanarifugl" not in found.to_ical().decode()


def test_a_cancelled_meeting_is_cancelled_in_the_calendar_with_a_higher_sequence(client):
    meeting = make_meeting(status=Status.CALLED, days=20)
    (before,) = calendar(client, meeting.body).walk("VEVENT")
    meeting.status, meeting.sequence = Status.CANCELLED, meeting.sequence + 1
    meeting.save()
    (after,) = calendar(client, meeting.body).walk("VEVENT")
    assert (after["UID"], after["STATUS"]) == (before["UID"], "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_the_files_are_tagged_and_say_what_the_page_says(client):
    item = make_item(make_meeting(status=Status.PUBLISHED), number=1, title="Kárášjohka đ ŋ ŧ")
    publish(item, "Vedtatt av rådet")
    answer = client.get(f"/en{item.meeting.get_absolute_url()}mote.pdf")
    document = PdfReader(io.BytesIO(answer.content))
    words = " ".join(sheet.extract_text() for sheet in document.pages)
    assert "Kárášjohka đ ŋ ŧ" in words
    assert "Vedtatt av rådet" in words
    assert document.trailer["/Root"]["/Lang"] == "en"
    assert "max-age=5" in answer.headers["Cache-Control"]


def test_the_list_of_members_shows_a_name_only_when_that_was_decided(client):
    council = make_council()
    make_member(council, name="Skjult Eksempel")
    make_member(council, name="Vist Eksempel", name_is_public=True)
    page = text(client, council.get_absolute_url())
    paper = (
        PdfReader(io.BytesIO(client.get(f"/politirad/{council.slug}/medlemmer.pdf").content)).pages[0].extract_text()
    )
    assert ["Vist" in page, "Skjult" in page, "Vist" in paper, "Skjult" in paper] == [True, False, True, False]


@pytest.mark.parametrize("status", Council.Status.values)
def test_every_status_is_said_in_words_on_the_councils_page(client, status):
    council = make_council(status=status, status_note="Merknad fra rådet")
    page = text(client, f"/en{council.get_absolute_url()}")
    assert "Merknad fra rådet" in page
    assert "Since" in page


def test_a_council_that_has_ended_leads_to_the_one_of_today(client):
    municipality = make_municipality(district=make_district())
    ended, today = make_council(municipality, status="ended"), make_council(municipality)
    assert today.get_absolute_url() in text(client, ended.get_absolute_url())


def test_a_municipality_without_a_council_is_in_the_list_and_can_be_chosen(client):
    place = make_municipality(district=make_district())
    page = text(client, "/politirad/?status=uten")
    assert f"/kommuner/{place.slug}/" in page
    make_council(place)
    gazetteer.check_again()
    assert f"/kommuner/{place.slug}/" not in text(client, "/politirad/?status=uten")


def test_councils_come_first_and_the_municipalities_without_one_stand_below(client):
    district = make_district()
    having, bare = make_municipality(district=district), make_municipality(district=district)
    council = make_council(having)
    gazetteer.check_again()
    page = text(client, "/en/politirad/")
    assert page.index(council.get_absolute_url()) < page.index('id="without-council"')
    assert page.index('id="without-council"') < page.index(f"/kommuner/{bare.slug}/")


def test_the_page_of_a_municipality_names_its_council_and_when_it_last_met(client):
    place = make_municipality(district=make_district())
    assert "No police council is registered" in text(client, f"/en/kommuner/{place.slug}/")
    council = make_council(place)
    meeting = make_meeting(council, status=Status.HELD)
    gazetteer.check_again()
    page = text(client, f"/en/kommuner/{place.slug}/")
    assert council.get_absolute_url() in page
    assert meeting.get_absolute_url() in page
    meeting.visibility = Visibility.INTERNAL
    meeting.save()
    gazetteer.check_again()
    assert meeting.get_absolute_url() not in text(client, f"/en/kommuner/{place.slug}/")


@pytest.mark.parametrize("slug", ["vedtak", "vedlegg"])
def test_a_council_cannot_take_the_address_of_a_page(slug):
    with pytest.raises(ValidationError) as refused:
        Body(name="X", slug=slug).full_clean()
    assert "slug" in refused.value.message_dict


def decisions_page(client, query=""):
    return text(client, f"/en/politirad/vedtak/{query}")


def test_decisions_are_filtered_by_theme_council_and_year_and_keep_the_filter_on_the_next_page(client):
    meeting = make_meeting(status=Status.PUBLISHED)
    version = MinutesVersion.objects.create(meeting=meeting, number=1)
    for number in range(1, 31):
        item = make_item(meeting, number=number, theme="hate", title=f"Sak nummer {number}")
        MinutesText.objects.create(version=version, item=item, title=item.title, conclusion="Vedtatt")
    query = f"?rad={meeting.body.slug}&tema=hate&ar={meeting.date.year}"
    page = decisions_page(client, query)
    assert page.count("Sak nummer") == 25
    assert f"rad={meeting.body.slug}&amp;tema=hate&amp;ar={meeting.date.year}&amp;p=2" in page
    assert decisions_page(client, f"{query}&p=2").count("Sak nummer") == 5
    assert "Sak nummer" not in decisions_page(client, f"?rad={meeting.body.slug}&tema=traffic")


@pytest.mark.parametrize(
    "query", ["tema=x", "ar=x", "ar=99999999999999999999", "rad=%00", "fylke=x", "p=x", "p=-1", "p=1&p=2"]
)
def test_a_wrong_filter_is_answered_with_a_page(client, query):
    assert client.get(f"/politirad/vedtak/?{query}").status_code == 200
    assert client.get(f"/politirad/?{query}&status=x").status_code == 200


@pytest.mark.parametrize("count", [1, 12, 100])
def test_a_council_costs_the_same_however_much_it_has(client, count):
    council = make_council()
    today = timezone.localdate()
    for number in range(1, count + 1):
        make_member(council)
        make_meeting(council, days=-number, status=Status.HELD)
        Plan.objects.create(body=council, title=f"P{number}", slug=f"p{number}", status="current", valid_from=today)
        Agreement.objects.create(council=council, parties="A og B", status="signed")
    client.get(council.get_absolute_url())
    gazetteer.check_again()
    with CaptureQueriesContext(connection) as captured:
        client.get(council.get_absolute_url())
    assert len(captured) <= 14


def test_a_council_of_a_municipality_that_ended_for_it_keeps_its_page(client):
    council = make_council()
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    BodyMunicipality.objects.filter(body=council).update(valid_to=yesterday)
    assert council.name in text(client, council.get_absolute_url())
