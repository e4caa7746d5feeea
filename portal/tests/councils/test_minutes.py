"""The minutes on one page: written, saved, saved by themselves, checked, approved, looked at and published."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from councils.models import ActionItem, AgendaItem, Attendance, CarriedItem, Meeting
from councils.services.visibility import make_exempt
from councils.tests.factories import (
    make_action_item,
    make_exempt_item,
    make_item,
    make_meeting,
    make_member,
    make_reader,
    make_secretary,
)
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

Status = Meeting.Status
IDENTITY_NUMBER = "018190 10 001"  # of a test person


@pytest.fixture(autouse=True)
def _language():
    with translation.override("en"):
        yield


@pytest.fixture
def meeting():
    return make_meeting(status=Status.DRAFT, date=timezone.localdate() - datetime.timedelta(days=3))


@pytest.fixture
def item(meeting):
    return make_item(meeting, number=17, title="Natteravner")


@pytest.fixture
def secretary(client, meeting):
    client.force_login(make_secretary(meeting.body))
    return client


def address(meeting, rest="referat/"):
    return f"/en/skrivebord/organ/{meeting.body.slug}/moter/{meeting.date}/{rest}"


def page_of(answer):
    return Document(answer.content.decode())


def sent_by(document):
    """What the form of the minutes would send unchanged."""
    sent = {}
    for element in document.all("input"):
        kind = element.attrs.get("type")
        if "name" in element.attrs and (kind not in ("checkbox", "radio") or "checked" in element.attrs):
            sent[element.attrs["name"]] = element.attrs.get("value", "")
    for element in document.all("textarea"):
        sent[element.attrs["name"]] = element.text.removeprefix("\n")
    for element in document.all("select"):
        options = [e for e in document.all("option") if element in e.around]
        chosen = next((e for e in options if "selected" in e.attrs), options[0])
        sent[element.attrs["name"]] = chosen.attrs["value"]
    return sent


def opened(client, meeting):
    return sent_by(page_of(client.get(address(meeting))))


def save(client, meeting, fields, **more):
    return client.post(address(meeting), opened(client, meeting) | fields | more)


def text(item, **fields):
    return {f"s{item.pk}-{name}": value for name, value in fields.items()}


def now(row):
    return type(row).objects.get(pk=row.pk)


@pytest.mark.parametrize(
    ("state", "days", "button"),
    [
        (Status.PLANNED, -3, None),
        (Status.CALLED, 3, None),
        (Status.CALLED, -3, "hold"),
        (Status.CHECKED, -3, "back"),
        (Status.APPROVED, -3, "back"),
        (Status.PUBLISHED, -3, "correct"),
        (Status.CORRECTING, -3, "abandon"),
        (Status.CANCELLED, -3, None),
    ],
)
def test_each_state_says_what_can_be_done(client, state, days, button):
    meeting = make_meeting(status=state, days=days)
    client.force_login(make_secretary(meeting.body))
    document = page_of(client.get(address(meeting)))
    assert [e.attrs["value"] for e in document.all("button", name="step")] == [button] * bool(button)


def test_a_meeting_that_was_held_has_its_members_there(client):
    meeting = make_meeting(status=Status.CALLED)
    make_member(meeting.body, role="ordfører", valid_from=meeting.date)
    client.force_login(make_secretary(meeting.body))
    client.post(address(meeting), {"step": "hold"})
    assert now(meeting).status == Status.HELD
    assert "Ordfører" in page_of(client.get(address(meeting))).one(class_="minutes-person__role").text


def test_a_meeting_in_the_future_cannot_be_held_and_says_why(client):
    meeting = make_meeting(status=Status.CALLED, days=2)
    client.force_login(make_secretary(meeting.body))
    answer = client.post(address(meeting), {"step": "hold"}, follow=True)
    assert "not taken place" in answer.content.decode()
    assert now(meeting).status == Status.CALLED


def test_texts_are_saved_tidied_and_come_back(secretary, meeting, item):
    answer = save(secretary, meeting, text(item, discussion="·\tEn\r\n·\tTo", conclusion="Vedtatt"))
    assert answer.headers["Location"] == address(meeting)
    assert (now(item).discussion, now(item).conclusion) == ("– En\n– To", "Vedtatt")


def test_who_was_there_guests_and_for_which_items(secretary, meeting, item):
    row = meeting.attendance.create(member=make_member(meeting.body, role="ordfører"))
    sent = {f"d{row.pk}-presence": "absent", "ngx0-guest": "kommuneoverlege", "ngx0-only_items": str(item.pk)}
    save(secretary, meeting, sent)
    guest = Attendance.objects.get(meeting=meeting, member=None)
    assert (now(row).presence, guest.guest, list(guest.items.all())) == ("absent", "kommuneoverlege", [item])
    save(secretary, meeting, {f"g{guest.pk}-guest": ""})
    assert not Attendance.objects.filter(pk=guest.pk).exists()


def test_what_is_to_be_done_is_written_at_the_item(secretary, meeting, item):
    mayor = make_member(meeting.body, role="ordfører", valid_from=meeting.date)
    what = {"what": "Kalle inn", "responsible": "ordfører", "due": "2026-12-01"}
    save(secretary, meeting, {f"n{item.pk}x0-{name}": value for name, value in what.items()})
    action = ActionItem.objects.get(item=item)
    assert (action.what, action.member, action.due, action.body_id) == (
        "Kalle inn",
        mayor,
        datetime.date(2026, 12, 1),
        meeting.body_id,
    )
    save(secretary, meeting, {f"t{action.pk}-status": "done"})
    assert (now(action).status, now(action).done_on) == ("done", meeting.date)


def test_half_of_something_to_be_done_is_asked_for(secretary, meeting, item):
    answer = save(secretary, meeting, {f"n{item.pk}x0-what": "Kalle inn"})
    assert page_of(answer).one(id=f"id_n{item.pk}x0-responsible_error")
    assert not ActionItem.objects.filter(item=item).exists()


def test_what_was_carried_says_how_far_it_has_come(secretary, meeting):
    action = make_action_item(meeting.body)
    CarriedItem.objects.create(meeting=meeting, action_item=action)
    save(secretary, meeting, {f"c{action.pk}-status": "done", f"c{action.pk}-note": "Gjort i vår"})
    assert (now(action).status, now(action).done_on, now(action).note) == ("done", meeting.date, "Gjort i vår")


def test_of_two_who_save_nothing_is_overwritten_and_nothing_is_lost(secretary, meeting, item):
    other = make_item(meeting, number=18)
    late = opened(secretary, meeting) | text(item, discussion="Min tekst") | text(other, discussion="Også min")
    save(secretary, meeting, text(item, discussion="Deres tekst"))
    document = page_of(secretary.post(address(meeting), late))
    assert now(item).discussion == "Deres tekst"
    assert now(other).discussion == ""
    assert document.one(id=f"s{item.pk}-conflict")
    assert document.one(id=f"id_s{item.pk}-discussion").text.strip() == "Min tekst"
    settled = late | {f"s{item.pk}-newest": str(now(item).version), f"s{item.pk}-choice-discussion": "mine"}
    secretary.post(address(meeting), settled)
    assert (now(item).discussion, now(other).discussion) == ("Min tekst", "Også min")


def test_what_was_written_while_another_made_it_exempt_is_shown_once_and_stored_nowhere(secretary, meeting, item):
    basis = make_exempt_item(meeting).legal_basis
    late = opened(secretary, meeting) | text(item, discussion="gulkanari")
    make_exempt(item=item, legal_basis=basis, reason="Grunn", access_contact="post@eksempel.example")
    answer = secretary.post(address(meeting), late)
    assert "gulkanari" in page_of(answer).one(class_="minutes-lost").text
    assert (now(item).visibility, now(item).discussion) == ("exempt", "")


def test_what_was_written_while_another_closed_the_draft_is_still_there(secretary, meeting, item):
    late = opened(secretary, meeting) | text(item, discussion="Sent")
    Meeting.objects.filter(pk=meeting.pk).update(status=Status.CHECKED)
    answer = secretary.post(address(meeting), late)
    assert answer.status_code == 409
    assert page_of(answer).one(id=f"id_s{item.pk}-discussion").text.strip() == "Sent"
    assert now(item).discussion == ""


def test_internal_to_public_takes_a_tick(secretary, meeting, item):
    AgendaItem.objects.filter(pk=item.pk).update(visibility="internal")
    answer = save(secretary, meeting, text(item, visibility="public"))
    assert now(item).visibility == "internal"
    sent = sent_by(page_of(answer)) | text(item, make_public="on")
    secretary.post(address(meeting), sent)
    assert now(item).visibility == "public"


def test_an_identity_number_with_spaces_is_refused_and_stays_in_the_form_alone(secretary, meeting, item):
    document = page_of(save(secretary, meeting, text(item, discussion=f"Gjelder {IDENTITY_NUMBER}")))
    assert document.one(id=f"id_s{item.pk}-discussion_error")
    assert IDENTITY_NUMBER in document.one(id=f"id_s{item.pk}-discussion").text
    assert now(item).discussion == ""


def autosave(client, meeting, fields):
    return client.post(address(meeting, "referat/lagre/"), fields).json()


def test_it_saves_by_itself_with_the_new_version_and_one_change_in_the_history(secretary, meeting, item):
    for version, typed in enumerate(["En", "En to", "En to tre"], start=1):
        told = autosave(secretary, meeting, text(item, seen=version, discussion=typed, conclusion=""))
        assert told["saved"] == {f"s{item.pk}": version + 1}
    assert now(item).discussion == "En to tre"
    assert item.history.count() == 2


def test_what_others_changed_and_what_is_refused_is_not_saved_by_itself(secretary, meeting, item):
    refused = text(item, seen=1, discussion=IDENTITY_NUMBER, conclusion="")
    assert list(autosave(secretary, meeting, refused)["held"]) == [f"s{item.pk}"]
    save(secretary, meeting, text(item, discussion="Deres"))
    late = text(item, seen=1, discussion="Min", conclusion="")
    assert list(autosave(secretary, meeting, late)["held"]) == [f"s{item.pk}"]
    assert now(item).discussion == "Deres"


def test_nothing_is_saved_by_itself_once_the_draft_is_closed(secretary, meeting, item):
    Meeting.objects.filter(pk=meeting.pk).update(status=Status.APPROVED)
    told = autosave(secretary, meeting, text(item, seen=1, discussion="Sent", conclusion=""))
    assert (told["saved"], now(item).discussion) == ({}, "")


def test_the_page_takes_as_many_queries_for_one_item_as_for_ten(secretary, meeting, item):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            secretary.get(address(meeting))
        return len(captured)

    def fill(count):
        for _ in range(count):
            another = make_item(meeting)
            make_action_item(meeting.body, item=another)
            meeting.attendance.create(member=make_member(meeting.body, valid_from=meeting.date))
            meeting.attendance.create(guest="gjest").items.add(another)
            CarriedItem.objects.create(meeting=meeting, action_item=make_action_item(meeting.body))

    fill(1)
    few = queries()
    fill(9)
    assert queries() == few <= 20


def test_two_hundred_rows_pasted_from_word_are_kept_as_a_table(secretary, meeting, item):
    pasted = "\r\n".join("\t".join(f"celle {row}.{column}" for column in "abcde") for row in range(200))
    save(secretary, meeting, text(item, discussion=pasted))
    assert now(item).discussion.count("\n") == 199


def test_more_than_the_portal_takes_is_answered_in_words(secretary, meeting, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10
    answer = secretary.post(address(meeting), {f"x{number}": "1" for number in range(20)})
    assert answer.status_code == 413
    assert "too much" in page_of(answer).one("h1").text


# From the draft to the published minutes.


def test_from_the_draft_to_the_published_minutes(secretary, meeting, item):
    internal = make_item(meeting, number=18, visibility="internal", title="Gulkanari", conclusion="gulkanari")
    make_exempt_item(meeting, number=19)
    answer = save(secretary, meeting, text(item, conclusion="Vedtatt"), then="check")
    assert answer.headers["Location"] == address(meeting, "referat/sjekk/")
    assert secretary.post(address(meeting, "referat/sjekk/")).headers["Location"] == address(
        meeting, "referat/godkjenn/"
    )
    approval = {"approved_by": "leder", "approved_on": str(timezone.localdate())}
    secretary.post(address(meeting, "referat/godkjenn/"), approval)
    assert now(meeting).status == Status.APPROVED
    page = page_of(secretary.get(address(meeting, "referat/publiser/")))
    assert "gulkanari" not in page.one(class_="minutes-preview").text.casefold()
    assert internal.number in page.one(class_="minutes-preview").text
    secretary.post(address(meeting, "referat/publiser/"), sent_by(page))
    assert (now(meeting).status, meeting.versions.get().texts.count()) == (Status.PUBLISHED, 2)


def test_looking_publishes_nothing(client):
    meeting = make_meeting(status=Status.APPROVED)
    client.force_login(make_secretary(meeting.body))
    client.get(address(meeting, "referat/publiser/"))
    assert (now(meeting).status, meeting.versions.count()) == (Status.APPROVED, 0)


def test_what_was_changed_after_looking_is_looked_at_again(client):
    meeting = make_meeting(status=Status.APPROVED)
    item = make_item(meeting, number=1)
    client.force_login(make_secretary(meeting.body))
    sent = sent_by(page_of(client.get(address(meeting, "referat/publiser/"))))
    item.visibility = "internal"
    item.save()
    document = page_of(client.post(address(meeting, "referat/publiser/"), sent))
    assert document.one(class_="ds-error-summary")
    client.post(address(meeting, "referat/publiser/"), sent_by(document))
    assert now(meeting).status == Status.PUBLISHED


@pytest.mark.parametrize("rest", ["sjekk", "godkjenn", "publiser"])
def test_no_step_is_left_out(client, rest):
    meeting = make_meeting(status=Status.HELD)
    client.force_login(make_secretary(meeting.body))
    for answer in (client.get(address(meeting, f"referat/{rest}/")), client.post(address(meeting, f"referat/{rest}/"))):
        assert answer.headers["Location"] == address(meeting)
    assert (now(meeting).status, meeting.versions.count()) == (Status.HELD, 0)


def test_every_finding_is_decided_before_the_minutes_are_checked(secretary, meeting, item):
    AgendaItem.objects.filter(pk=item.pk).update(discussion="Ring 12 34 56 78")
    page = page_of(secretary.get(address(meeting, "referat/sjekk/")))
    (tick,) = page.all("input", type="checkbox")
    secretary.post(address(meeting, "referat/sjekk/"), sent_by(page))
    assert now(meeting).status == Status.DRAFT
    secretary.post(address(meeting, "referat/sjekk/"), {tick.attrs["name"]: "on"})
    assert now(meeting).status == Status.CHECKED
    Meeting.objects.filter(pk=meeting.pk).update(status=Status.DRAFT)
    assert page_of(secretary.get(address(meeting, "referat/sjekk/"))).all("input", type="checkbox") == []


def test_an_identity_number_stops_the_check_and_the_publishing(secretary, meeting, item):
    AgendaItem.objects.filter(pk=item.pk).update(title=f"Sak om {IDENTITY_NUMBER}")
    document = page_of(secretary.post(address(meeting, "referat/sjekk/")))
    assert document.one(class_="ds-error-summary")
    assert now(meeting).status == Status.DRAFT
    Meeting.objects.filter(pk=meeting.pk).update(status=Status.APPROVED)
    assert page_of(secretary.get(address(meeting, "referat/publiser/"))).one(role="alert")
    secretary.post(address(meeting, "referat/publiser/"), {"seen": "1"})
    assert meeting.versions.count() == 0


def test_a_correction_says_why(client):
    meeting = make_meeting(status=Status.CORRECTING)
    client.force_login(make_secretary(meeting.body))
    meeting.versions.create(number=1)
    page = page_of(client.get(address(meeting, "referat/publiser/")))
    client.post(address(meeting, "referat/publiser/"), sent_by(page))
    assert meeting.versions.count() == 1
    client.post(address(meeting, "referat/publiser/"), sent_by(page) | {"reason": "Feil dato"})
    assert meeting.versions.last().reason == "Feil dato"


# Who may read an item, on its own page.


def test_an_item_with_an_attachment_is_made_exempt_on_its_own_page(secretary, meeting, item):
    AgendaItem.objects.filter(pk=item.pk).update(discussion="gulkanari")
    url = address(meeting, f"sak/{item.pk}/")
    fields = {"title": "Sak", "legal_basis": make_exempt_item(meeting).legal_basis_id, "exempt_reason": "Grunn"}
    answer = secretary.post(url, fields | {"access_contact": ""})
    assert page_of(answer).one(id="id_access_contact_error")
    secretary.post(url, fields | {"access_contact": "post@eksempel.example"})
    assert (now(item).visibility, now(item).discussion, now(item).title) == ("exempt", "", "Sak")


def test_an_item_of_another_meeting_is_not_there(secretary, meeting):
    foreign = make_item(make_meeting(meeting.body, days=-40))
    assert secretary.get(address(meeting, f"sak/{foreign.pk}/")).status_code == 404


def test_a_member_reads_approved_minutes_with_the_internal_item_and_as_a_pdf(client):
    meeting = make_meeting(status=Status.APPROVED)
    make_item(meeting, number=1, visibility="internal", conclusion="for oss")
    client.force_login(make_reader(meeting.body))
    assert "for oss" in client.get(address(meeting, "referat/les/")).content.decode()
    assert client.get(address(meeting, "referat.pdf")).content.startswith(b"%PDF")
    Meeting.objects.filter(pk=meeting.pk).update(status=Status.CHECKED)
    assert client.get(address(meeting, "referat/les/")).status_code == 404


def test_what_was_confirmed_is_exactly_what_everyone_sees(client):
    meeting = make_meeting(status=Status.APPROVED)
    make_item(meeting, number=1, discussion="Drøftet", conclusion="Vedtatt")
    make_item(meeting, number=2, visibility="internal", title="Gulkanari")
    make_exempt_item(meeting, number=3)
    meeting.attendance.create(member=make_member(meeting.body, role="ordfører"))
    client.force_login(make_secretary(meeting.body))
    page = client.get(address(meeting, "referat/publiser/")).content.decode()
    client.post(address(meeting, "referat/publiser/"), sent_by(Document(page)))
    public = client.get(f"/en/politirad/{meeting.body.slug}/moter/{meeting.date}/").content.decode()
    assert record_on(page) == record_on(public)
    assert "Vedtatt" in record_on(page)
    assert "Gulkanari" not in page


def record_on(page):
    """The part of a page that is the minutes, to the letter."""
    return page[page.index('<section class="section" aria-labelledby="items">') :].partition("</table>")[0]


PAGES = ["referat/", "referat/lagre/", "referat/sjekk/", "referat/godkjenn/", "referat/publiser/", "sak/1/"]


@pytest.mark.parametrize("rest", [*PAGES, "referat/les/", "referat.pdf"])
def test_the_minutes_of_another_body_answer_as_those_of_none(secretary, rest):
    foreign = make_meeting(status=Status.APPROVED)
    answers = [
        secretary.post(url) if rest == "referat/lagre/" else secretary.get(url)
        for url in (address(foreign, rest), f"/en/skrivebord/organ/finnes-ikke/moter/2026-11-24/{rest}")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.parametrize("rest", PAGES)
def test_a_member_writes_no_minutes(client, meeting, rest):
    client.force_login(make_reader(meeting.body))
    assert client.post(address(meeting, rest)).status_code in (403, 404)


@pytest.mark.parametrize(("ticked", "after"), [({}, "internal"), ({"make_public": "on"}, "public")])
def test_an_internal_item_is_made_public_only_with_a_tick(secretary, meeting, item, ticked, after):
    AgendaItem.objects.filter(pk=item.pk).update(visibility="internal")
    secretary.post(address(meeting, f"sak/{item.pk}/"), {"visibility": "public"} | ticked)
    assert now(item).visibility == after


def test_a_public_item_is_made_internal_without_one(secretary, meeting, item):
    secretary.post(address(meeting, f"sak/{item.pk}/"), {"visibility": "internal"})
    assert now(item).visibility == "internal"
