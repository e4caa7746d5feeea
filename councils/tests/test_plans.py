"""A plan and its measures on the desk: one by one, and all of them in one table."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts.tests.browsers import sent
from councils.models import Knowledge, Measure, Plan
from councils.services.plans import MOST_MEASURES
from councils.tests.factories import (
    make_adopted_strategy,
    make_council,
    make_measure,
    make_plan,
    make_reader,
    make_secretary,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def body():
    return make_council()


@pytest.fixture
def plan(body):
    return make_plan(body, title="Trygg plan")


@pytest.fixture
def secretary(body):
    return logged_in(make_secretary(body, name="Kari Eksempel"))


@pytest.fixture
def member(body):
    return logged_in(make_reader(body))


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client


def url(body, *parts):
    return "/".join([f"/en/skrivebord/organ/{body.slug}/planer", *map(str, parts), ""])


def text_of(page):
    return page.content.decode()


def newest(measure):
    return Measure.objects.get(pk=measure.pk)


def test_a_plan_carries_out_a_strategy_of_the_same_body(secretary, body):
    strategy, foreign = make_adopted_strategy(body), make_adopted_strategy()
    page = secretary.get(url(body, "ny"))
    assert set(page.context["form"].fields["strategy"].queryset) == {strategy}
    secretary.post(url(body, "ny"), sent(page, title="Trygt i Å", strategy=strategy.pk))
    plan = Plan.objects.get(body=body)
    assert (plan.slug, plan.strategy, plan.status) == ("trygt-i-a", strategy, "draft")
    answer = secretary.post(url(body, "ny"), sent(page, title="Trygt", strategy=foreign.pk))
    assert "not one of the available choices" in text_of(answer)


def test_an_end_before_the_beginning_is_told(secretary, body, plan):
    edit = url(body, plan.slug, "rediger")
    answer = secretary.post(edit, sent(secretary.get(edit), valid_from="2026-02-01", valid_to="2026-01-01"))
    assert "The last day cannot be before the first." in text_of(answer)


def test_measures_are_written_one_after_another(secretary, body, plan):
    new = url(body, plan.slug, "tiltak", "nytt")
    typed = {"focus_area": "Sentrum", "objective": "Ro", "responsible": "Politiet"}
    answer = secretary.post(new, sent(secretary.get(new), text="Vakt", more="yes", **typed))
    assert answer.url == new
    answer = secretary.post(new, sent(secretary.get(new), text="Lys", **typed))
    assert answer.url == url(body, plan.slug)
    assert [(measure.text, measure.position) for measure in plan.measures.all()] == [("Vakt", 1), ("Lys", 2)]


def test_a_full_plan_takes_no_more_and_says_so(secretary, body, plan):
    Measure.objects.bulk_create(
        Measure(plan=plan, focus_area="A", objective="B", text="C", responsible="D") for _each in range(MOST_MEASURES)
    )
    page = secretary.get(url(body, plan.slug, "tiltak", "nytt"), follow=True)
    assert "at most 200 measures" in text_of(page)


def test_a_full_plan_is_saved_in_one_table(secretary, body, plan):
    """Within the thousand fields that a form may have."""
    Measure.objects.bulk_create(
        Measure(plan=plan, focus_area="A", objective="B", text="C", responsible="D") for _each in range(MOST_MEASURES)
    )
    page = secretary.get(url(body, plan.slug, "status"))
    last = MOST_MEASURES - 1
    fields = {name: value for name, value in sent(page).items() if not name.endswith("-plan")}
    fields |= {f"m-{number}-evaluation": "" for number in range(last)} | {f"m-{last}-evaluation": "Bra"}
    assert secretary.post(url(body, plan.slug, "status"), fields).status_code == 302
    assert plan.measures.filter(evaluation="Bra").count() == 1


def test_how_it_goes_is_said_in_one_table_and_only_what_changed_is_saved(secretary, body, plan):
    one, other = make_measure(plan), make_measure(plan)
    table = url(body, plan.slug, "status")
    typed = {"m-0-status": "done", "m-0-evaluation": "Virket"}
    assert secretary.post(table, sent(secretary.get(table), **typed)).status_code == 302
    assert (newest(one).status, newest(one).evaluation) == ("done", "Virket")
    assert newest(other).version == other.version


def test_two_secretaries_at_once_are_told_of_the_rows_that_both_changed(secretary, body, plan):
    one, other = make_measure(plan), make_measure(plan)
    table = url(body, plan.slug, "status")
    page, ola = secretary.get(table), logged_in(make_secretary(body, name="Ola Eksempel"))
    ola.post(table, sent(ola.get(table), **{"m-0-evaluation": "Olas", "m-1-status": "ongoing"}))
    answer = secretary.post(table, sent(page, **{"m-0-evaluation": "Karis", "m-1-evaluation": "Bare min"}))
    assert len(answer.context["formset"].conflicts) == 2
    assert "Karis" in text_of(answer)
    assert (newest(one).evaluation, newest(other).evaluation) == ("Olas", "")


def test_a_measure_that_was_deleted_meanwhile_is_told_and_its_evaluation_stays(secretary, body, plan):
    measure = make_measure(plan)
    table = url(body, plan.slug, "status")
    page = secretary.get(table)
    measure.delete()
    answer = secretary.post(table, sent(page, **{"m-0-evaluation": "Mye arbeid"}))
    assert "Deleted while you were editing" in text_of(answer)
    assert "Mye arbeid" in text_of(answer)


def test_a_measure_of_another_plan_is_not_changed_by_the_table(secretary, body, plan):
    make_measure(plan)
    foreign = make_measure()
    table = url(body, plan.slug, "status")
    secretary.post(table, sent(secretary.get(table), **{"m-0-id": foreign.pk, "m-0-status": "done"}))
    assert newest(foreign).status == "planned"


def test_a_measure_is_changed_and_deleted_only_by_whoever_saw_it(secretary, body, plan):
    measure = make_measure(plan)
    edit = url(body, plan.slug, "tiltak", measure.pk)
    secretary.post(edit, sent(secretary.get(edit), deadline="2026-12-31"))
    assert newest(measure).deadline == datetime.date(2026, 12, 31)
    secretary.post(edit + "slett/", {"seen": measure.version})
    assert plan.measures.exists()
    secretary.post(edit + "slett/", {"seen": newest(measure).version})
    assert not plan.measures.exists()


def test_what_is_known_has_a_source_and_a_year(secretary, body, plan):
    page = url(body, plan.slug, "kunnskap")
    typed = {"k-0-text": "Flere er trygge", "k-0-source": "Ungdata", "k-0-year": "25"}
    answer = secretary.post(page, sent(secretary.get(page), **typed))
    assert "greater than or equal to 1900" in text_of(answer)
    secretary.post(page, sent(secretary.get(page), **typed | {"k-0-year": "2025", "k-0-url": "eksempel.example"}))
    known = Knowledge.objects.get(plan=plan)
    assert (known.source, known.year, known.url) == ("Ungdata", 2025, "https://eksempel.example")


@pytest.mark.parametrize("url_typed", ["javascript:alert(1)", "ftp:x y"])
def test_a_link_is_an_address_on_the_web(secretary, body, plan, url_typed):
    page = url(body, plan.slug, "kunnskap")
    typed = {"k-0-text": "A", "k-0-source": "B", "k-0-year": "2025", "k-0-url": url_typed}
    assert secretary.post(page, sent(secretary.get(page), **typed)).status_code == 200
    assert not Knowledge.objects.filter(plan=plan).exists()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_measures_are_fetched_as_a_file(member, body, plan, form):
    make_measure(plan)
    answer = member.get(url(body, plan.slug)[:-1] + f"/tiltak.{form}")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
    assert f'filename="{plan.slug}.{form}"' in answer.headers["Content-Disposition"]


def test_members_read_plans_that_are_no_drafts_internal_ones_too(member, body):
    internal = make_plan(body, visibility="internal")
    draft = make_plan(body, status="draft")
    measure = make_measure(internal, text="<b>Vakt</b>")
    listed = text_of(member.get(url(body)))
    assert internal.title in listed
    assert draft.title not in listed
    assert "&lt;b&gt;Vakt" in text_of(member.get(url(body, internal.slug)))
    assert member.get(url(body, draft.slug)).status_code == 404
    for part in (["rediger"], ["status"], ["kunnskap"], ["lim-inn"], ["tiltak", "nytt"], ["tiltak", measure.pk]):
        assert member.get(url(body, internal.slug, *part)).status_code == 403


PARTS = ([], ["rediger"], ["status"], ["kunnskap"], ["lim-inn"], ["tiltak", "nytt"])


@pytest.mark.parametrize("part", PARTS, ids=lambda part: "-".join(part) or "plan")
def test_another_bodys_plan_answers_as_one_that_is_not_there(secretary, body, part):
    foreign = make_plan()
    for slug in (foreign.slug, "finnes-ikke"):
        assert secretary.get(url(body, slug, *part)).status_code == 404
    assert secretary.get(url(foreign.body, foreign.slug, *part)).status_code == 404


def test_a_measure_of_another_plan_answers_as_one_that_is_not_there(secretary, body, plan):
    foreign = make_measure(make_plan(body))
    for pk in (foreign.pk, 987_654_321, 10**30):
        assert secretary.get(url(body, plan.slug, "tiltak", pk)).status_code == 404


@pytest.mark.parametrize("part", [None, [], ["status"], ["kunnskap"]], ids=["list", "plan", "table", "knowledge"])
def test_pages_cost_the_same_however_much_there_is(secretary, body, plan, part):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert secretary.get(url(body) if part is None else url(body, plan.slug, *part)).status_code == 200
        return len(captured)

    make_measure(plan)
    few = queries()
    for number in range(15):
        make_measure(plan, focus_area=f"Område {number}")
        make_plan(body)
        Knowledge.objects.create(plan=plan, text="A", source="B", year=2025)
    assert queries() == few
