"""The pages on which the secretary writes a strategy, and those on which members read it."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts.tests.browsers import sent
from councils.models import Meeting, Objective, Strategy
from councils.tests.factories import (
    make_adopted_strategy,
    make_council,
    make_item,
    make_meeting,
    make_reader,
    make_secretary,
    make_strategy,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
Status = Strategy.Status


@pytest.fixture
def body():
    return make_council()


@pytest.fixture
def secretary(body):
    return logged_in(make_secretary(body, name="Kari Eksempel"))


@pytest.fixture
def member(body):
    return logged_in(make_reader(body))


@pytest.fixture
def item(body):
    return make_item(make_meeting(body, days=-5, status=Meeting.Status.HELD), number=3)


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client


def url(body, *parts):
    return "/".join([f"/en/skrivebord/organ/{body.slug}/strategier", *parts, ""])


def text_of(page):
    return page.content.decode()


def test_a_strategy_is_written_with_its_objectives(secretary, body):
    page = secretary.get(url(body, "ny"))
    typed = {"title": "Trygg i Prøvevik", "routines": "SLT ringer.", "objectives-0-text": "Færre alene"}
    answer = secretary.post(url(body, "ny"), sent(page, **typed))
    strategy = Strategy.objects.get(body=body)
    assert answer.url == url(body, "trygg-i-provevik")
    assert (strategy.status, strategy.routines) == (Status.DRAFT, "SLT ringer.")
    assert [objective.text for objective in strategy.objectives.all()] == ["Færre alene"]


def test_more_objectives_are_written_by_saving_once_more(secretary, body):
    typed = {"title": "Trygg", "more": "yes"} | {f"objectives-{row}-text": f"Mål {row}" for row in range(3)}
    answer = secretary.post(url(body, "ny"), sent(secretary.get(url(body, "ny")), **typed))
    assert answer.url == url(body, "trygg", "rediger")
    assert len(secretary.get(answer.url).context["objectives"].forms) == 6


def test_objectives_stand_in_the_order_of_their_numbers(secretary, body):
    strategy = make_strategy(body)
    page = secretary.get(url(body, strategy.slug, "rediger"))
    typed = {"objectives-0-text": "Uten", "objectives-1-text": "Andre", "objectives-1-position": "2"}
    typed |= {"objectives-2-text": "Første", "objectives-2-position": "1"}
    secretary.post(url(body, strategy.slug, "rediger"), sent(page, **typed))
    assert [objective.text for objective in strategy.objectives.all()] == ["Første", "Andre", "Uten"]


def test_an_objective_is_taken_away(secretary, body):
    strategy = make_strategy(body)
    Objective.objects.create(strategy=strategy, text="Overflødig")
    edit = url(body, strategy.slug, "rediger")
    secretary.post(edit, sent(secretary.get(edit), **{"objectives-0-DELETE": "on"}))
    assert not strategy.objectives.exists()


def test_an_end_before_the_beginning_is_told_and_what_was_typed_stays(secretary, body):
    typed = {"title": "Trygg", "routines": "Skrevet", "valid_from": "2026-02-01", "valid_to": "2026-01-01"}
    page = secretary.post(url(body, "ny"), sent(secretary.get(url(body, "ny")), **typed))
    assert "The last day cannot be before the first." in text_of(page)
    assert "Skrevet" in text_of(page)
    assert not Strategy.objects.filter(body=body).exists()


def test_a_million_characters_are_told_to_be_too_many(secretary, body):
    typed = {"title": "Trygg", "routines": "x" * 1_000_000}
    page = secretary.post(url(body, "ny"), sent(secretary.get(url(body, "ny")), **typed))
    assert "at most 20000 characters" in text_of(page)


def test_a_day_in_the_year_202_is_a_slip_of_the_finger(secretary, body):
    typed = {"title": "Trygg", "review_on": "0202-01-01"}
    page = secretary.post(url(body, "ny"), sent(secretary.get(url(body, "ny")), **typed))
    assert "from 1990 to 2099" in text_of(page)


def test_two_secretaries_at_once_lose_nothing(secretary, body):
    strategy = make_strategy(body)
    edit = url(body, strategy.slug, "rediger")
    page, other = secretary.get(edit), logged_in(make_secretary(body, name="Ola Eksempel"))
    other.post(edit, sent(other.get(edit), routines="Olas rutiner"))
    answer = secretary.post(edit, sent(page, routines="Karis rutiner"))
    assert "Changed while you were editing" in text_of(answer)
    assert "Olas rutiner" in text_of(answer)
    assert "Karis rutiner" in text_of(answer)
    assert Strategy.objects.get(pk=strategy.pk).routines == "Olas rutiner"


def test_whoever_saved_nothing_new_makes_no_new_version_of_the_row(secretary, body):
    strategy = make_strategy(body)
    edit = url(body, strategy.slug, "rediger")
    secretary.post(edit, sent(secretary.get(edit)))
    assert Strategy.objects.get(pk=strategy.pk).version == strategy.version


def test_a_strategy_is_adopted_by_an_item_of_a_meeting(secretary, body, item):
    strategy = make_strategy(body)
    adopt = url(body, strategy.slug, "vedta")
    typed = {"adopted_in": item.pk, "valid_from": str(TODAY), "valid_to": str(TODAY + 1000 * DAY)}
    answer = secretary.post(adopt, sent(secretary.get(adopt), **typed))
    assert answer.status_code == 302
    row = Strategy.objects.get(pk=strategy.pk)
    assert (row.status, row.adopted_in, row.valid_from) == (Status.ADOPTED, item, TODAY)


def test_only_items_of_meetings_of_this_body_that_have_been_are_offered(secretary, body, item):
    make_item(make_meeting(body, days=20), title="Kommende")
    make_item(make_meeting(status=Meeting.Status.HELD), title="Fremmed")
    form = secretary.get(url(body, make_strategy(body).slug, "vedta")).context["form"]
    assert list(form.fields["adopted_in"].queryset) == [item]


def test_an_item_of_another_body_is_answered_as_one_that_is_not_there(secretary, body, item):
    foreign = make_item(make_meeting(status=Meeting.Status.HELD), title="Fremmed")
    adopt = url(body, make_strategy(body).slug, "vedta")
    for pk in (foreign.pk, 987_654_321):
        answer = secretary.post(adopt, {"adopted_in": pk, "valid_from": str(TODAY), "seen": 1})
        assert "not one of the available choices" in text_of(answer)
    assert not Strategy.objects.filter(body=body, status=Status.ADOPTED).exists()


def test_what_is_wrong_with_an_adoption_stands_on_the_form(secretary, body, item):
    before = make_adopted_strategy(body)
    draft = make_strategy(body, predecessor=before)
    adopt = url(body, draft.slug, "vedta")
    typed = {"adopted_in": item.pk, "valid_from": str(before.valid_from)}
    page = secretary.post(adopt, sent(secretary.get(adopt), **typed))
    assert "must begin after the strategy whose place it takes" in text_of(page)
    assert Strategy.objects.get(pk=draft.pk).is_draft


def test_an_adopted_text_is_not_rewritten_and_only_its_days_are_asked_for(secretary, body):
    strategy = make_adopted_strategy(body)
    edit = url(body, strategy.slug, "rediger")
    page = secretary.get(edit)
    assert set(page.context["form"].fields) == {"seen", "valid_to", "review_on"}
    secretary.post(edit, sent(page, review_on=str(TODAY + DAY)))
    assert Strategy.objects.get(pk=strategy.pk).review_on == TODAY + DAY


def test_whoever_wrote_while_it_was_adopted_is_told_and_keeps_what_they_typed(secretary, body, item):
    strategy = make_strategy(body)
    edit = url(body, strategy.slug, "rediger")
    page = secretary.get(edit)
    Strategy.objects.filter(pk=strategy.pk).update(status="adopted", adopted_in=item, valid_from=TODAY, version=2)
    answer = secretary.post(edit, sent(page, routines="Skrevet imens"))
    assert "was adopted while you wrote" in text_of(answer)
    assert "Skrevet imens" in text_of(answer)
    assert Strategy.objects.get(pk=strategy.pk).routines == strategy.routines


def test_a_new_version_is_a_press_away(secretary, body):
    strategy = make_adopted_strategy(body, title="Trygg")
    answer = secretary.post(url(body, strategy.slug, "ny-versjon"))
    draft = Strategy.objects.get(body=body, status=Status.DRAFT)
    assert (draft.predecessor, answer.url) == (strategy, url(body, "trygg", "rediger"))


def test_a_press_on_what_somebody_else_has_changed_does_nothing(secretary, body):
    strategy = make_adopted_strategy(body)
    press = url(body, strategy.slug, "status")
    page = secretary.post(press, {"status": "expired", "seen": strategy.version + 7}, follow=True)
    assert "Changed meanwhile" in text_of(page)
    secretary.post(press, {"status": "revision", "seen": strategy.version})
    assert Strategy.objects.get(pk=strategy.pk).status == Status.REVISION


def test_two_versions_stand_side_by_side_with_the_differences_in_words(secretary, member, body):
    before = make_adopted_strategy(body, routines="Politiet ringer skolen.", status="expired", valid_to=TODAY - DAY)
    after = make_adopted_strategy(body, routines="Politiet ringer barnevernet.", predecessor=before)
    for client in (secretary, member):
        text = text_of(client.get(url(body, after.slug, "sammenlign")))
        assert '<del><span class="ds-sr-only">[gone: </span>skolen.<span' in text
        assert '<ins><span class="ds-sr-only">[new: </span>barnevernet.<span' in text
        assert "1 word is new" in text


def test_another_version_is_chosen_by_its_address(member, body):
    strategies = [make_adopted_strategy(body) for _each in range(2)]
    page = member.get(url(body, strategies[1].slug, "sammenlign") + f"?med={strategies[0].slug}")
    assert page.context["before"] == strategies[0]
    assert member.get(url(body, strategies[1].slug, "sammenlign") + "?med=finnes-ikke").context["before"] is None


def test_what_somebody_wrote_is_never_html(member, body):
    strategy = make_adopted_strategy(body, routines="<script>alert(1)</script>")
    other = make_adopted_strategy(body, routines="<b>nei</b>")
    for page in (url(body, strategy.slug), url(body, strategy.slug, "sammenlign") + f"?med={other.slug}"):
        assert "<script>alert" not in text_of(member.get(page))
        assert "<b>nei" not in text_of(member.get(page))


def test_members_read_what_is_adopted_and_change_nothing(member, body):
    adopted, draft = make_adopted_strategy(body), make_strategy(body)
    page = text_of(member.get(url(body)))
    assert adopted.title in page
    assert draft.title not in page
    assert member.get(url(body, adopted.slug)).status_code == 200
    assert member.get(url(body, draft.slug)).status_code == 404
    assert member.get(url(body, adopted.slug, "sammenlign") + f"?med={draft.slug}").context["before"] is None
    for part in ("rediger", "vedta", "ny-versjon", "status"):
        assert member.post(url(body, adopted.slug, part)).status_code in (403, 404)


@pytest.mark.parametrize("part", [[], ["rediger"], ["vedta"], ["sammenlign"]], ids=lambda part: part[0] if part else "")
def test_another_bodys_strategy_answers_as_one_that_is_not_there(secretary, body, part):
    foreign = make_adopted_strategy()
    for slug in (foreign.slug, "finnes-ikke"):
        assert secretary.get(url(body, slug, *part)).status_code == 404
    assert secretary.get(url(foreign.body, foreign.slug, *part)).status_code == 404


def test_a_review_that_is_due_needs_doing_on_the_desk(secretary, body):
    make_adopted_strategy(body, review_on=TODAY)
    make_adopted_strategy(body, review_on=TODAY + DAY)
    todos = secretary.get(f"/en/skrivebord/organ/{body.slug}/").context["todos"]
    assert (1, url(body)) in [(todo.count, todo.url) for todo in todos]


@pytest.mark.parametrize("part", ["list", "strategy", "comparison"])
def test_pages_cost_the_same_however_many_there_are(secretary, body, part):
    first = make_adopted_strategy(body, predecessor=make_adopted_strategy(body))
    addresses = {"strategy": [first.slug], "comparison": [first.slug, "sammenlign"]}
    few = queries(secretary, url(body, *addresses.get(part, [])))
    for _each in range(12):
        Objective.objects.create(strategy=make_adopted_strategy(body), text="Prøvemål")
        Objective.objects.create(strategy=first, text="Prøvemål")
    assert queries(secretary, url(body, *addresses.get(part, []))) == few


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
