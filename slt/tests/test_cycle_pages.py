"""A working year on the coordinator's desk: written, changed, deleted, evaluated and documented."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts.tests.browsers import sent
from contacts.tests.factories import make_municipality
from slt.models import CycleYear, Finding, Measure, Priority
from slt.services.schemes import reach
from slt.tests.factories import make_finding, make_keeper, make_measure, make_priority, make_scheme, make_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def scheme():
    return make_scheme()


@pytest.fixture
def cycle(scheme):
    return make_year(scheme)


@pytest.fixture
def keeper(scheme):
    return logged_in(make_keeper(scheme))


def logged_in(user):
    client = Client()
    client.force_login(user)
    return client


def url(cycle, *parts):
    return "/".join([f"/en/skrivebord/slt/{cycle.scheme.slug}/arbeidsar/{cycle.year}", *map(str, parts), ""])


def newest(cycle):
    return CycleYear.objects.get(pk=cycle.pk)


def text_of(page):
    return page.content.decode()


def submit(client, address, **typed):
    """What was typed into the page as it is, sent."""
    return client.post(address, sent(client.get(address), **typed))


def test_the_five_steps_stand_on_one_page_with_their_rows(keeper, cycle):
    rows = [make_finding(cycle), make_priority(cycle), make_measure(cycle)]
    page = text_of(keeper.get(url(cycle)))
    assert [step for step in ("map", "prioritise", "act", "evaluate", "document") if f'id="{step}"' not in page] == []
    assert [row for row in rows if str(row) not in page] == []


def test_the_page_asks_no_more_of_the_database_however_much_is_written(keeper, cycle):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            assert keeper.get(url(cycle)).status_code == 200
        return len(captured)

    def write_some():
        priority = make_priority(cycle)
        priority.findings.add(make_finding(cycle))
        make_measure(cycle, priority=priority, effect="good")

    write_some()
    asked()
    few = asked()
    for _number in range(4):
        write_some()
    assert asked() <= few


@pytest.mark.parametrize("parts", [(), ("funn", "nytt"), ("tiltak", "status"), ("dokumentasjon",)])
def test_the_year_of_another_scheme_is_not_there(keeper, parts):
    assert keeper.get(url(make_year(), *parts)).status_code == 404


def test_a_row_of_another_year_is_not_found_under_this_one(keeper, cycle, scheme):
    other = make_year(scheme, year=cycle.year - 1)
    assert keeper.get(url(cycle, "funn", make_finding(other).pk)).status_code == 404
    assert keeper.get(url(cycle, "tiltak", make_measure(other).pk)).status_code == 404
    assert keeper.get(url(cycle, "prioriteringer", make_priority(other).pk)).status_code == 404
    assert keeper.get(url(cycle, "funn", 10**30)).status_code == 404


def test_a_finding_is_written_down_internal_unless_somebody_says_otherwise(keeper, cycle):
    answer = submit(keeper, url(cycle, "funn", "nytt"), text="Flere møtes ved stasjonen.", source="Ungdata 2026")
    assert answer.url == url(cycle) + "?steg=map#map"
    found = cycle.findings.get()
    assert (found.text, found.cycle, found.visibility) == ("Flere møtes ved stasjonen.", cycle, "internal")


def test_what_was_done_is_told_at_the_step_where_the_page_opens_not_above_it(keeper, cycle):
    answer = submit(keeper, url(cycle, "tiltak", "nytt"), text="Åpen kveld", responsible="Klubbleder")
    page = text_of(keeper.get(answer.url))
    assert page.index('<h2 id="act">') < page.index("The measure is saved.") < page.index('<h2 id="evaluate">')
    assert page.count("The measure is saved.") == 1


def test_what_was_done_is_told_at_the_top_where_the_page_opens_there(keeper, cycle, scheme):
    address = f"/en/skrivebord/slt/{scheme.slug}/arbeidsar/nytt/"
    page = text_of(keeper.post(address, {"year": cycle.year + 1}, follow=True))
    assert page.index("has begun") < page.index("<h1>")


def test_a_finding_without_text_or_source_says_so_and_keeps_what_was_typed(keeper, cycle):
    page = submit(keeper, url(cycle, "funn", "nytt"), text="", source="Ungdata 2026")
    assert "Ungdata 2026" in text_of(page)
    assert page.context["form"].errors.keys() == {"text"}
    assert not cycle.findings.exists()


def test_a_name_in_a_finding_is_held_up_until_somebody_decides(keeper, cycle):
    typed = {"text": "Ring Kari Eksempel på 900 00 000 om gutten.", "source": "Skolen"}
    page = submit(keeper, url(cycle, "funn", "nytt"), **typed)
    assert "does not point at a person" in text_of(page)
    assert not cycle.findings.exists()
    decision = page.context["form"].decisions["text"]
    keeper.post(url(cycle, "funn", "nytt"), sent(page, **{decision.name: decision.token}))
    assert cycle.findings.get().text == typed["text"]


def test_an_identity_number_in_a_finding_is_refused(keeper, cycle):
    page = submit(keeper, url(cycle, "funn", "nytt"), text="Gjelder 01010750160.", source="Skolen")
    assert page.status_code in (200, 400)
    assert not cycle.findings.exists()


def test_a_municipality_is_asked_for_where_there_are_several(keeper, cycle, scheme):
    assert "municipality" not in keeper.get(url(cycle, "funn", "nytt")).context["form"].fields
    reach(scheme=scheme, municipality=make_municipality(), first=None)
    form = keeper.get(url(cycle, "funn", "nytt")).context["form"]
    assert set(form.fields["municipality"].queryset) == set(scheme.municipalities.all())


def test_a_priority_is_made_of_findings_that_are_ticked(keeper, cycle):
    one, other = make_finding(cycle, theme="drugs"), make_finding(cycle)
    make_finding()
    address = url(cycle, "prioriteringer", "ny") + f"?funn={one.pk}"
    page = keeper.get(address)
    assert set(page.context["form"].fields["findings"].queryset) == {one, other}
    assert page.context["form"]["theme"].value() == "drugs"
    keeper.post(
        address, {"title": "Trygge kvelder", "findings": [one.pk, other.pk], "theme": "drugs", "visibility": "internal"}
    )
    made = cycle.priorities.get()
    assert (made.title, set(made.findings.all())) == ("Trygge kvelder", {one, other})


def test_a_finding_of_another_scheme_cannot_be_ticked(keeper, cycle):
    make_finding(cycle)
    foreign = make_finding()
    typed = {"title": "Trygge kvelder", "findings": [foreign.pk], "theme": "drugs", "visibility": "internal"}
    page = keeper.post(url(cycle, "prioriteringer", "ny"), typed)
    assert "findings" in page.context["form"].errors
    assert not cycle.priorities.exists()


def test_whoever_ticks_other_findings_after_somebody_else_is_told(keeper, cycle):
    one, other = make_finding(cycle), make_finding(cycle)
    priority = make_priority(cycle)
    old = sent(keeper.get(url(cycle, "prioriteringer", priority.pk)))
    keeper.post(url(cycle, "prioriteringer", priority.pk), old | {"findings": [one.pk]})
    page = keeper.post(url(cycle, "prioriteringer", priority.pk), old | {"findings": [other.pk]})
    assert page.context["form"].conflict
    assert set(priority.findings.all()) == {one}


def test_priorities_go_up_and_down(keeper, cycle):
    first, second, third = [make_priority(cycle, position=position) for position in (1, 2, 3)]
    keeper.post(url(cycle, "prioriteringer", "rekkefolge"), {"up": third.pk})
    assert list(cycle.priorities.all()) == [first, third, second]
    keeper.post(url(cycle, "prioriteringer", "rekkefolge"), {"up": first.pk})
    assert list(cycle.priorities.all()) == [first, third, second]


@pytest.mark.parametrize(
    ("kind", "make", "model"),
    [
        ("funn", make_finding, Finding),
        ("prioriteringer", make_priority, Priority),
        ("tiltak", make_measure, Measure),
    ],
)
def test_a_row_is_deleted_after_a_question_and_only_by_whoever_saw_its_newest_version(keeper, cycle, kind, make, model):
    row = make(cycle)
    pk, address = row.pk, url(cycle, kind, row.pk, "slett")
    assert str(row) in text_of(keeper.get(address))
    assert model.objects.filter(pk=pk).exists()
    row.save()
    keeper.post(address, {"seen": 1})
    assert model.objects.filter(pk=pk).exists()
    keeper.post(address, {"seen": 2})
    assert not model.objects.filter(pk=pk).exists()


def test_a_measure_is_written_from_its_priority(keeper, cycle):
    priority = make_priority(cycle, theme="youth")
    address = url(cycle, "tiltak", "nytt") + f"?prioritering={priority.pk}"
    answer = submit(keeper, address, text="Åpen kveld på klubben", responsible="Klubbleder")
    assert answer.url == url(cycle) + "?steg=act#act"
    made = cycle.measures.get()
    assert (made.priority, made.theme, made.status) == (priority, "youth", "planned")


def test_the_day_on_which_a_measure_was_done_sets_itself(keeper, cycle):
    measure = make_measure(cycle)
    submit(keeper, url(cycle, "tiltak", measure.pk), status="done", effect="good", evaluation="Mange kom.")
    measure.refresh_from_db()
    assert (measure.done_on, measure.effect) == (TODAY, "good")
    submit(keeper, url(cycle, "tiltak", measure.pk), status="ongoing")
    measure.refresh_from_db()
    assert measure.done_on is None


def test_all_open_measures_are_changed_in_one_table(keeper, cycle):
    late, coming = make_measure(cycle, due=TODAY - DAY), make_measure(cycle, due=TODAY + DAY)
    make_measure(cycle, status="stopped")
    page = keeper.get(url(cycle, "tiltak", "status"))
    assert [form.instance for form in page.context["formset"]] == [late, coming]
    keeper.post(url(cycle, "tiltak", "status"), sent(page, **{"m-0-status": "done", "m-1-status": "ongoing"}))
    found = cycle.measures.filter(pk__in=[late.pk, coming.pk]).order_by("pk")
    assert list(found.values_list("status", "done_on")) == [("done", TODAY), ("ongoing", None)]


def test_the_table_is_saved_whole_or_not_at_all(keeper, cycle):
    make_measure(cycle)
    make_measure(cycle)
    page = keeper.get(url(cycle, "tiltak", "status"))
    page = keeper.post(url(cycle, "tiltak", "status"), sent(page, **{"m-0-status": "done", "m-1-due": "i går"}))
    assert "Nothing is saved yet" in text_of(page)
    assert not cycle.measures.filter(status="done").exists()


def test_a_row_that_somebody_else_finished_meanwhile_is_told_of(keeper, cycle):
    measure = make_measure(cycle)
    page = keeper.get(url(cycle, "tiltak", "status"))
    measure.status, measure.done_on = "done", TODAY
    measure.save()
    page = keeper.post(url(cycle, "tiltak", "status"), sent(page, **{"m-0-status": "stopped"}))
    assert page.context["formset"].conflicts
    assert cycle.measures.get().status == "done"


def test_measures_are_evaluated_in_one_table_those_that_have_ended_first(keeper, cycle):
    make_measure(cycle, due=TODAY - DAY)
    ended = make_measure(cycle, status="done", done_on=TODAY)
    page = keeper.get(url(cycle, "tiltak", "virkning"))
    assert page.context["formset"].forms[0].instance == ended
    keeper.post(url(cycle, "tiltak", "virkning"), sent(page, **{"m-0-effect": "partly", "m-0-evaluation": "Halvveis."}))
    ended.refresh_from_db()
    assert (ended.effect, ended.evaluation) == ("partly", "Halvveis.")


def test_the_year_is_evaluated_and_the_day_sets_itself(keeper, cycle):
    submit(keeper, url(cycle, "evaluering"), evaluation="Samarbeidet virket.")
    assert newest(cycle).evaluated_on == TODAY
    submit(keeper, url(cycle, "evaluering"), evaluation="")
    assert newest(cycle).evaluated_on is None


def test_the_year_is_written_as_a_draft_published_and_taken_back(keeper, cycle):
    address = url(cycle, "dokumentasjon")
    submit(keeper, address, summary="Vi gjorde tre tiltak.", draft="x")
    assert newest(cycle).documented_on is None
    submit(keeper, address, publish="x")
    assert newest(cycle).documented_on == TODAY
    submit(keeper, address, draft="x")
    assert newest(cycle).documented_on is None


def test_an_empty_summary_is_not_published(keeper, cycle):
    page = submit(keeper, url(cycle, "dokumentasjon"), summary="", publish="x")
    assert "before you publish it" in text_of(page)
    assert newest(cycle).documented_on is None


def test_the_page_says_what_becomes_public(keeper, cycle):
    make_finding(cycle)
    make_measure(cycle)
    page = keeper.get(url(cycle, "dokumentasjon"))
    assert list(page.context["becomes"]) == [("Findings", 0, 1), ("Priorities", 0, 0), ("Measures", 1, 1)]
