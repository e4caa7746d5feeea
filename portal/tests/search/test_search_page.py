"""What the page of search says, whatever was typed."""

import time
import urllib.request

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidance.models import MissedWord
from guidance.tests.factories import make_published
from portal.search import engine, missed
from portal.search.answers import reply
from portal.search.engine import Filters
from portal.search.query import understand
from portal.search.snippets import snippet
from portal.settings.databases import LOCK_TIMEOUT_MS
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

# By any other request, in seconds: on PostgreSQL; on SQLite it is twice as long.
LEAST_THAT_IS_WAITED_FOR_A_LOCK = LOCK_TIMEOUT_MS / 1000

BROWSER = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


def page(client, text, **chosen):
    return client.get("/sok/", {"q": text, **chosen}, headers=BROWSER)


STRANGE = {
    "a quote": '"',
    "quotes around": '"politiråd"',
    "an asterisk": "*",
    "prefix": "poli*",
    "operators": "OR AND NOT",
    "near": "NEAR(politi råd, 3)",
    "a column": "title:politi",
    "of PostgreSQL": "politi & !råd | ':*",
    "emoji": "👮‍♀️ 🏫",
    "only small words": "og i på det",
    "a hundred times": "politi " * 28,
    "a surrogate": "politi\udc80",
    "a backslash": "\\",
    "per cent": "%",
    "digits": "1" * 60,
    "one letter": "a",
    "right to left": "سلام",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_whatever_is_typed_is_answered(text):
    assert reply(text).found.total >= 0


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_text_reaches_the_database_as_anything_but_stems(text):
    """Letters and digits of ASCII, or nothing: `tables` refuses the rest."""
    found = engine.search(understand(text), language="nb")
    assert len(found.documents) <= engine.A_PAGE


@pytest.mark.parametrize(("text", "says"), [("ord " * 500, "for lang"), ("\x00", "tegn")], ids=["500 words", "NUL"])
def test_what_cannot_be_searched_for_is_said(client, text, says):
    answer = page(client, text)
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert Document(answer.content.decode()).shows_the_way_in


def test_a_concern_is_told_where_to_go_and_not_kept(client):
    answer = page(client, "jeg er så bekymret for en gutt i klassen min som har begynt å si rare ting").content.decode()
    assert "tar ikke imot bekymringer" in answer
    assert not MissedWord.objects.exists()


IN_DANGER = ["bruker truer ansatt", "drapstruslar mot læraren", "har våpen på skolen", "skoleskyting", "bomb threat"]


@pytest.mark.parametrize("text", IN_DANGER)
def test_whoever_types_of_danger_is_shown_112_before_anything_that_is_found(client, text):
    shown = page(client, text).content.decode()
    assert 0 < shown.index('class="number-cards"') < shown.index('href="tel:112"')
    assert 'href="tel:112"' not in shown[: shown.index('class="number-cards"')]
    assert "search-results" not in shown[: shown.index('href="tel:112"')]
    assert "tar ikke imot bekymringer" in shown
    assert not MissedWord.objects.exists()


@pytest.mark.parametrize("text", ["trussamfunn", "eg trur på tru og håp", "politiråd"])
def test_nobody_else_is(text):
    assert reply(text).numbers == ()


def test_the_hit_is_marked_in_the_text_as_it_was_written():
    found = snippet("Læraren har <b>teieplikt</b> & meir.", {"taushetsplikt"}, "nn")
    assert found == "Læraren har &lt;b&gt;<mark>teieplikt</mark>&lt;/b&gt; &amp; meir."


def test_a_text_can_put_nothing_on_the_page(client, committed):
    with committed():
        make_published(title="<script>kvitregnfugl</script>", summary="<img src=x onerror=kvitregnfugl>")
    shown = page(client, "kvitregnfugl").content.decode()
    assert "<mark>kvitregnfugl</mark>" in shown
    assert "<script>kvit" not in shown
    assert "<img src=x" not in shown


def test_counts_are_what_the_links_then_show():
    query = understand("politiråd")
    counts = engine.search(query, language="nb").counts
    for facet, values in counts.items():
        for value, count in values.items():
            narrowed = engine.search(query, language="nb", filters=Filters(**{facet: value}))
            assert narrowed.total == count, (facet, value)


def test_no_hit_stands_on_two_pages():
    query = understand("politiråd")
    shown = [
        document.pk for number in (1, 2, 3) for document in engine.search(query, language="nb", page=number).documents
    ]
    assert len(shown) == len(set(shown)) > engine.A_PAGE


def test_whoever_names_a_place_gets_something_of_it_also_where_others_have_more_of_the_words():
    answered = reply("Valle politirådet frivillig leder")
    places = [document.places for document in answered.found.documents]
    assert f" {answered.named[0].id} " in places[0]


def test_a_word_too_short_to_be_counted_says_less_than_a_rare_one():
    (of_year, _year, rare) = understand("9 år avvergingsplikt").groups
    assert of_year.weight < rare.weight


def test_a_text_in_the_other_written_form_is_found_and_marked(client, committed):
    with committed():
        make_published(title="Kvitregnfugl i skulen", languages=("nn",))
    shown = page(client, "kvitregnfugl skole").content.decode()
    assert 'lang="nn"' in shown
    assert "Nynorsk" in shown


def test_a_misspelling_is_mended_and_said(client):
    shown = page(client, "tausetsplikt").content.decode()
    assert "Mente du" in shown
    assert "q=taushetsplikt" in shown


def test_more_hits_cost_no_more_queries(client):
    def cost(text):
        page(client, text)
        with CaptureQueriesContext(connection) as captured:
            page(client, text)
        return len(captured)

    assert cost("politiråd") == cost("natteravner")


def test_a_place_leads_on_and_a_question_about_slt_to_its_page(client):
    assert page(client, "Valle")["location"] == "/kommuner/valle/"
    assert page(client, "slt i Valle")["location"].startswith("/slt/?q=")


class TestWhatWasNotFound:
    def kept(self):
        return set(MissedWord.objects.values_list("word", flat=True))

    def test_its_words_are_noted(self, client):
        page(client, "kvitregnfugl")
        page(client, "kvitregnfugl")
        assert MissedWord.objects.get(word="kvitregnfugl", day=timezone.localdate()).count == 2

    @pytest.mark.parametrize(
        "text",
        [
            "Kari Kvitregnfugl",
            "kvitregnfugl Mohammed",
            "kvitregnfugl 41234567",
            "qwrtpsdf@eksempel.example",
            "qwertz1234",
            "Kvitregnfugl Hvalrossgata",
            "zxqwsen",
            "xq",
            "qaqa wawa rara tata zaza xaxa",
        ],
    )
    def test_nothing_that_may_be_about_somebody(self, client, text):
        page(client, text)
        assert not self.kept()

    def test_no_machine_and_nobody_who_only_looks_whether_the_page_is_there(self, client):
        client.get("/sok/", {"q": "kvitregnfugl"}, headers={"user-agent": "Examplebot/1.0"})
        client.get("/sok/", {"q": "kvitregnfugl"})
        client.head("/sok/", {"q": "kvitregnfugl"}, headers=BROWSER)
        assert not self.kept()

    def test_so_many_a_day_and_no_more(self, monkeypatch):
        monkeypatch.setattr(missed, "MOST_A_DAY", 1)
        missed.count(["kvitregnfugl", "sandlerke", "kvitregnfugl"], timezone.localdate())
        assert self.kept() == {"kvitregnfugl"}

    def test_nobody_waits_for_somebody_else_who_writes(self, server):
        """What this test has written is not committed: on SQLite the whole database waits, on PostgreSQL the word."""
        MissedWord.objects.create(word="kvitregnfugl", day=timezone.localdate(), count=1)
        began = time.monotonic()
        with urllib.request.urlopen(urllib.request.Request(f"{server}/sok/?q=kvitregnfugl", headers=BROWSER)) as answer:  # noqa: S310 (our own server)
            assert answer.status == 200
        assert time.monotonic() - began < LEAST_THAT_IS_WAITED_FOR_A_LOCK

    def test_a_failure_never_breaks_the_page(self, client, monkeypatch):
        from django.db import DatabaseError

        def fail(*arguments):
            raise DatabaseError

        monkeypatch.setattr(missed, "count", fail)
        assert page(client, "kvitregnfugl").status_code == 200
