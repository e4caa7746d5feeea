"""Whoever coordinates a scheme writes its dialogues: the process with its parties, and its events."""

import datetime

import pytest
from django.forms import modelform_factory
from django.urls import reverse
from django.utils import timezone

from contacts.models import PersonDataDecision
from contacts.person_data.names import is_a_person
from contacts.scoped_forms import ScopedForm
from contacts.tests.browsers import sent
from councils.choices import Visibility
from councils.models import Meeting
from councils.tests.factories import make_council, make_item, make_meeting, make_plan
from councils.tests.factories import make_measure as make_plan_measure
from slt.models import DialogueProcess, Party
from slt.tests.factories import (
    make_dialogue,
    make_event,
    make_group,
    make_keeper,
    make_measure,
    make_party,
    make_scheme,
    make_year,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
# Synthetic: nobody has it.
IDENTITY_NUMBER = "018180 00282"


@pytest.fixture
def scheme():
    return make_scheme()


@pytest.fixture
def process(scheme):
    return make_dialogue(scheme, title="Trygg kveld", slug="trygg-kveld")


@pytest.fixture(autouse=True)
def keeper(client, scheme):
    user = make_keeper(scheme)
    client.force_login(user)
    return user


def address(name, scheme, *args):
    return reverse(name, args=[scheme.slug, *args])


@pytest.fixture
def found(client, scheme):
    """Sends the page of a new dialogue."""
    url = address("new_dialogue", scheme)

    def send(**typed):
        return client.post(url, sent(client.get(url), title="Trygg kveld", aim="Flere møteplasser") | typed)

    return send


@pytest.fixture
def save(client, scheme, process):
    """Sends the page of the dialogue as it was shown, with something else typed."""
    url = address("edit_dialogue", scheme, process.slug)

    def send(**typed):
        return client.post(url, sent(client.get(url)) | typed)

    return send


@pytest.fixture
def on_event(client, scheme, process):
    """Sends one of the pages of an event."""

    def send(name, event, **typed):
        url = address(name, scheme, process.slug, event.pk)
        return client.post(url, sent(client.get(url)) | typed)

    return send


def party(number=0, **fields):
    defaults = {"sector": "voluntary", "name": "Prøvelaget"}
    return {f"parties-{number}-{name}": value for name, value in (defaults | fields).items()}


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


# The process


def test_a_new_dialogue_has_an_address_made_of_its_title_and_keeps_it(found, save, scheme):
    assert found(**party()).status_code == 302
    process = DialogueProcess.objects.get(scheme=scheme, aim="Flere møteplasser")
    assert (process.slug, process.parties.get().name) == ("trygg-kveld-2", "Prøvelaget")
    save(title="Noe annet")
    assert DialogueProcess.objects.get(title="Noe annet").slug == "trygg-kveld"


def test_the_list_shows_first_what_nobody_has_told_of(client, scheme, process):
    make_event(process, title="I går", days=-1)
    make_event(process, title="I dag", days=0)
    page = text(client.get(address("dialogue_list", scheme)))
    assert "Say how it went" in page
    assert page.index("I går") < page.index("Next event") < page.index("I dag")


def test_another_schemes_dialogues_are_as_ones_that_never_were(client, scheme, process):
    other = make_dialogue()
    event = make_event(other)
    assert client.get(address("dialogue_list", other.scheme)).status_code == 404
    assert client.get(address("edit_dialogue", other.scheme, other.slug)).status_code == 404
    assert client.get(address("edit_dialogue", scheme, other.slug)).status_code == 404
    for name in ("edit_dialogue_event", "record_dialogue_event", "cancel_dialogue_event", "delete_dialogue_event"):
        for there in ((other.scheme, other.slug), (scheme, process.slug)):
            assert client.post(address(name, *there, event.pk), {"seen": event.version}).status_code == 404
    event.refresh_from_db()
    assert event.status == "planned"


def test_it_ends_only_when_all_its_events_are_told_of(save, process):
    make_event(process, title="Kvelden")
    assert "“Kvelden” is still planned" in text(save(status="ended"))
    process.events.update(status="cancelled")
    assert save(status="ended").status_code == 302


def test_its_last_day_is_not_before_its_first(save, process):
    answer = save(valid_to=(process.valid_from - DAY).isoformat())
    assert "valid_to" in answer.context["form"].errors
    process.refresh_from_db()
    assert process.valid_to is None


def test_what_was_changed_meanwhile_is_told_and_nothing_is_lost(client, scheme, process):
    url = address("edit_dialogue", scheme, process.slug)
    typed = sent(client.get(url)) | {"aim": "Mitt mål"}
    process.aim = "Et annet mål"
    process.save()
    page = text(client.post(url, typed))
    assert "Mitt mål" in page
    assert "Et annet mål" in page
    process.refresh_from_db()
    assert process.aim == "Et annet mål"


# Where it comes from


@pytest.fixture
def council(scheme):
    return make_council(scheme.municipalities.get())


def public_item(body, **fields):
    return make_item(make_meeting(body, status=Meeting.Status.PUBLISHED), number=7, **fields)


def choices(client, scheme, field):
    page = client.get(address("new_dialogue", scheme))
    return set(page.context["form"].fields[field].queryset)


def test_cases_of_ones_own_groups_and_public_cases_of_the_councils_can_be_chosen(client, scheme, council):
    mine = make_item(make_meeting(make_group(scheme)), visibility=Visibility.INTERNAL)
    public = public_item(council)
    steering = make_council()
    scheme.steering_council = steering
    scheme.save()
    of_steering = public_item(steering)
    make_item(make_meeting(council, days=-20, status=Meeting.Status.PUBLISHED), number=8, visibility="internal")
    make_item(make_meeting(council, days=20))
    public_item(make_council())
    make_item(make_meeting(make_group()))
    assert choices(client, scheme, "item") == {mine, public, of_steering}


def test_measures_of_public_plans_and_of_the_scheme_can_be_chosen(client, scheme, council):
    public = make_plan_measure(make_plan(council))
    make_plan_measure(make_plan(council, status="draft"))
    make_plan_measure(make_plan(council, visibility=Visibility.INTERNAL))
    make_plan_measure(make_plan())
    mine = make_measure(make_year(scheme), visibility=Visibility.INTERNAL)
    make_measure()
    assert choices(client, scheme, "plan_measure") == {public}
    assert choices(client, scheme, "measure") == {mine}


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("item", lambda: public_item(make_council())),
        ("item", lambda: make_item(make_meeting(make_group()))),
        ("plan_measure", lambda: make_plan_measure(make_plan())),
        ("measure", make_measure),
    ],
    ids=["case of a council elsewhere", "case of another’s group", "measure of a plan elsewhere", "another’s measure"],
)
def test_what_is_sent_past_the_choices_is_refused(save, process, field, make):
    row = make()
    page = text(save(**{field: row.pk}))
    assert str(row) not in page
    process.refresh_from_db()
    assert getattr(process, field) is None


def test_it_comes_from_one_thing_only(save, scheme, council, process):
    item, measure = public_item(council), make_measure(make_year(scheme))
    assert "one thing only" in text(save(item=item.pk, measure=measure.pk))
    assert save(item=item.pk).status_code == 302
    process.refresh_from_db()
    assert process.item == item


def test_a_case_that_was_made_internal_stays_chosen_without_its_title(client, save, scheme, council, process):
    item = public_item(council, title="Kanarifugl")
    save(item=item.pk)
    item.visibility = Visibility.INTERNAL
    item.save()
    assert "Kanarifugl" not in text(client.get(address("edit_dialogue", scheme, process.slug)))
    save(title="Ny tittel")
    process.refresh_from_db()
    assert (process.title, process.item) == ("Ny tittel", item)


def test_a_case_whose_minutes_are_being_corrected_is_offered_by_its_published_title(client, scheme, council):
    from councils.models import MinutesText, MinutesVersion

    item = public_item(council, title="Rettes nå")
    version = MinutesVersion.objects.create(meeting=item.meeting, number=1)
    MinutesText.objects.create(version=version, item=item, title="Slik den ble publisert")
    page = text(client.get(address("new_dialogue", scheme)))
    assert "Slik den ble publisert" in page
    assert "Rettes nå" not in page


# Parties


def test_the_same_organisation_is_refused_twice(save, process):
    make_party(process, name="Prøvelaget")
    assert "stands here twice" in text(save(**party(1)))
    assert process.parties.count() == 1


@pytest.mark.parametrize(
    "name", ["Kari Nordmann", "Ahmed", "Kari, Ola og Per", "Jenta (14) i 9. klasse", "Ring 12 34 56 78"]
)
def test_a_party_that_is_a_person_or_a_list_of_them_is_held_up_for_a_decision(save, process, name):
    answer = save(**party(name=name))
    assert name.split(" ")[0] in text(answer)
    assert "parties-0-decided_name" in text(answer)
    assert not process.parties.exists()
    decided = answer.context["formset"].forms[0].decisions["name"]
    assert save(**party(name=name), **{decided.name: decided.token}).status_code == 302
    assert process.parties.get().name == name
    assert PersonDataDecision.objects.get().field == "name"


@pytest.mark.parametrize(
    "name",
    ["Røde Kors", "Marie kafé", "Den norske kirke i Valle", "Ole Bull AS", "Ås moské", "Olaf Ryes plass velforening"],
)
def test_organisations_go_through_unasked(save, process, name):
    assert save(**party(name=name)).status_code == 302
    assert process.parties.get().name == name


def test_a_name_alone_is_told_from_an_organisation_that_has_one():
    assert is_a_person("  Kari Nordmann ")
    assert is_a_person("Anne-Marie Prøve")
    assert not any(map(is_a_person, ["", "kari", "Kari Nordmann AS", "Prøvelaget", "Kari Nordmanns vei 3"]))


def test_a_person_is_no_party_on_any_other_page_either():
    """The forms of the editing pages are made of the model, as this one is."""
    form = modelform_factory(Party, form=ScopedForm, fields=["sector", "name"])
    assert "name" in form({"sector": "public", "name": "Kari Nordmann"}).errors
    assert "name" not in form({"sector": "public", "name": "Prøvelaget"}).errors


@pytest.mark.parametrize("field", ["title", "aim", "outcome"])
def test_an_identity_number_is_refused_in_every_text(save, process, field):
    page = text(save(**{field: f"Gjelder {IDENTITY_NUMBER}"}))
    assert "Take it out" in page
    process.refresh_from_db()
    assert IDENTITY_NUMBER not in f"{process.title}{process.aim}{process.outcome}"


def test_an_outcome_that_lists_who_came_is_held_up(on_event, process):
    event = make_event(process, days=-1)
    page = text(on_event("record_dialogue_event", event, outcome="Deltakere: Kari Prøve, Ola Prøve og Siv Prøve"))
    assert "names of persons" in page
    assert "decided_outcome" in page
    event.refresh_from_db()
    assert (event.outcome, event.status) == ("", "planned")


# Events


def test_an_event_is_planned_open_if_the_dialogue_is(client, scheme, process):
    process.is_open = True
    process.save()
    url = address("new_dialogue_event", scheme, process.slug)
    fields = sent(client.get(url), title="Kvelden", date=(TODAY + DAY).isoformat(), starts_at="18:00")
    assert client.post(url, fields).status_code == 302
    event = process.events.get()
    assert (event.status, event.is_open, event.date) == ("planned", True, TODAY + DAY)


@pytest.mark.parametrize(("date", "told"), [("2099-01-01", "Choose a day from"), ("i morgen", "valid date")])
def test_a_day_that_is_a_slip_is_refused_and_what_was_typed_stays(client, scheme, process, date, told):
    url = address("new_dialogue_event", scheme, process.slug)
    page = text(client.post(url, {"title": "Kvelden", "date": date}))
    assert told in page
    assert 'value="Kvelden"' in page


def test_no_event_is_planned_in_a_dialogue_that_has_ended(client, scheme, process):
    process.status = "ended"
    process.save()
    url = address("new_dialogue_event", scheme, process.slug)
    page = text(client.post(url, {"title": "Kvelden", "date": TODAY.isoformat()}))
    assert "has ended" in page
    assert not process.events.exists()


def test_it_is_moved_cancelled_and_planned_again(client, scheme, process, on_event):
    event = make_event(process)
    on_event("edit_dialogue_event", event, date=(TODAY + 3 * DAY).isoformat())
    event.refresh_from_db()
    assert event.date == TODAY + 3 * DAY
    cancel = address("cancel_dialogue_event", scheme, process.slug, event.pk)
    client.post(cancel, {"seen": event.version})
    event.refresh_from_db()
    assert event.status == "cancelled"
    assert "Plan it again" in text(client.get(address("edit_dialogue_event", scheme, process.slug, event.pk)))
    on_event("edit_dialogue_event", event, date=(TODAY + 9 * DAY).isoformat())
    event.refresh_from_db()
    assert (event.status, event.date) == ("planned", TODAY + 9 * DAY)


def test_when_it_has_been_how_many_came_and_what_came_of_it_are_written(on_event, process):
    event = make_event(process, days=-1)
    assert on_event("record_dialogue_event", event, people="42", outcome="Ny møteplass.").status_code == 302
    event.refresh_from_db()
    assert (event.status, event.people, event.outcome) == ("held", 42, "Ny møteplass.")


@pytest.mark.parametrize("people", ["-1", "10000", "mange"])
def test_how_many_is_a_number(on_event, process, people):
    event = make_event(process, days=-1)
    assert "aria-invalid" in text(on_event("record_dialogue_event", event, people=people))
    event.refresh_from_db()
    assert event.status == "planned"


@pytest.mark.parametrize("fields", [{"days": 3}, {"days": -3, "status": "cancelled"}], ids=["ahead", "cancelled"])
def test_of_what_has_not_been_nothing_is_told(client, scheme, process, fields):
    event = make_event(process, **fields)
    url = address("record_dialogue_event", scheme, process.slug, event.pk)
    assert "Change the event" in text(client.get(url))
    assert client.post(url, {"people": "3", "seen": event.version}).status_code == 200
    event.refresh_from_db()
    assert event.people is None


def test_what_was_held_is_neither_cancelled_nor_deleted_nor_moved_ahead(client, scheme, process, on_event):
    event = make_event(process, days=-1, status="held")
    for name in ("cancel_dialogue_event", "delete_dialogue_event"):
        client.post(address(name, scheme, process.slug, event.pk), {"seen": event.version})
    assert "not ahead" in text(on_event("edit_dialogue_event", event, date=(TODAY + DAY).isoformat()))
    event.refresh_from_db()
    assert (event.status, event.date) == ("held", TODAY - DAY)


def test_whoever_has_not_seen_the_newest_version_cancels_and_deletes_nothing(client, scheme, process):
    event = make_event(process)
    event.title = "Flyttet"
    event.save()
    for name in ("cancel_dialogue_event", "delete_dialogue_event"):
        client.post(address(name, scheme, process.slug, event.pk), {"seen": event.version - 1})
    event.refresh_from_db()
    assert event.status == "planned"


def test_a_slip_is_deleted(client, scheme, process):
    event = make_event(process)
    client.post(address("delete_dialogue_event", scheme, process.slug, event.pk), {"seen": event.version})
    assert not process.events.exists()
