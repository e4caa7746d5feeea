"""The links of the library over the days: which there are, what becomes of them, and what readers are told."""

from contextlib import contextmanager
from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from contacts.models import ContentVersion, DailyRun
from contacts.shelf import Shelf
from guidance.choices import Kind
from guidance.links import checking, showing
from guidance.links.asking import Answer, Outcome
from guidance.links.leading import keep_in_step, origins
from guidance.models import CheckedLink, Publisher, Resource, Source
from guidance.tests.factories import make_draft, make_published, make_publisher, make_resource

pytestmark = pytest.mark.django_db

Status = CheckedLink.Status
PAGE = "https://eksempel.example/side"
FOUND, GONE = Answer(Outcome.WORKS, "200"), Answer(Outcome.FAILED, "404")
SILENT = Answer(Outcome.UNREACHABLE, "no-such-name")
A_DAY = timedelta(days=1)


class Web:
    """Stands for all servers: `answers` by address; those that are not in it have the page."""

    def __init__(self, **answers):
        self.answers, self.asked = answers, []

    def ask(self, url):
        self.asked.append(url)
        return self.answers.get(url, FOUND)


@pytest.fixture
def web():
    return Web()


@pytest.fixture(autouse=True)
def only_ours():
    """What comes with the portal is not what these tests are about."""
    Resource.objects.exclude(key="").update(archived_on=timezone.localdate())
    Publisher.objects.update(url="")
    CheckedLink.objects.all().delete()


def make_link(url=PAGE, **fields):
    """One to which a published resource leads."""
    make_published(make_resource(Kind.LINK, url=url), languages=("nb",))
    return CheckedLink.objects.create(url=url, **fields)


def run(web, today=None, limit=100, **options):
    return checking.run(today=today or timezone.localdate(), limit=limit, asker=web, **options)


def check(web, *answers):
    """The page is asked once a day, and answers like this."""
    for answer in answers:
        web.answers[PAGE] = answer
        with time_machine.travel(timezone.now() + A_DAY * len(web.asked)):
            CheckedLink.objects.all().check_again(timezone.localdate())
            run(web)
    return CheckedLink.objects.get(url=PAGE)


class TestWhichThereAre:
    def test_every_way_out_of_what_is_published(self):
        publisher = make_publisher(url="https://eksempel.example/utgiver")
        resource = make_resource(Kind.LINK, publisher=publisher, url="https://eksempel.example/ressurs")
        Source.objects.create(resource=resource, title="Kilde", url="https://eksempel.example/kilde#side-2")
        make_published(resource, languages=("nb",), body="[En](https://eksempel.example/nb)")
        make_published(
            resource,
            languages=("nn",),
            body="[To](https://eksempel.example/nn) [tre](/bekymret/) [fire](mailto:a@eksempel.example)",
            watch_for="[Fem](https://eksempel.example/pass-pa)",
        )
        found = origins(timezone.localdate())
        ours = {url.removeprefix("https://eksempel.example/") for url in found if "eksempel.example" in url}
        assert ours == {"utgiver", "ressurs", "kilde", "nn", "pass-pa"}
        assert [origin.row for origin in found["https://eksempel.example/nn"]] == [resource]

    def test_a_draft_leads_nowhere_yet(self):
        make_draft(body=f"[En]({PAGE})")
        assert PAGE not in origins(timezone.localdate())

    def test_what_nothing_leads_to_any_more_is_forgotten_and_the_others_keep_what_is_known(self):
        kept, gone = make_link(status=Status.BROKEN), make_link("https://eksempel.example/borte")
        Resource.objects.filter(url=gone.url).update(archived_on=timezone.localdate())
        keep_in_step(timezone.localdate())
        assert not CheckedLink.objects.filter(pk=gone.pk).exists()
        assert CheckedLink.objects.get(pk=kept.pk).status == Status.BROKEN


class TestWhatBecomesOfOne:
    @pytest.fixture(autouse=True)
    def link(self):
        return make_link()

    def test_it_works_and_is_asked_again_in_a_week(self, web):
        link = check(web, FOUND)
        assert (link.status, link.worked_on, link.answer) == (Status.WORKS, timezone.localdate(), "200")
        assert link.next_check_on == timezone.localdate() + timedelta(days=7)

    def test_it_has_moved_and_where_to_is_known(self, web):
        link = check(web, Answer(Outcome.WORKS, "200", moved_to=PAGE + "/ny"))
        assert (link.status, link.moved_to, link.worked_on) == (Status.MOVED, PAGE + "/ny", timezone.localdate())

    def test_one_bad_day_is_not_enough(self, web):
        link = check(web, FOUND, GONE)
        assert (link.status, link.failures) == (Status.WORKS, 1)

    def test_two_are_and_then_it_is_asked_ever_more_seldom(self, web):
        link = check(web, FOUND, GONE, GONE)
        assert (link.status, link.failures, link.worked_on) == (Status.BROKEN, 2, timezone.localdate())
        first = link.next_check_on
        link = check(web, GONE, GONE)
        assert link.next_check_on - first > timedelta(days=2)

    def test_failing_twice_on_one_day_is_one_bad_day(self, web):
        web.answers[PAGE] = GONE
        run(web)
        CheckedLink.objects.all().check_again(timezone.localdate())
        run(web)
        assert CheckedLink.objects.get().failures == 1

    def test_it_is_there_again(self, web):
        link = check(web, GONE, GONE, FOUND)
        assert (link.status, link.failures) == (Status.WORKS, 0)

    def test_who_does_not_want_to_be_asked_is_left_alone_as_long_as_they_say(self, web):
        link = check(web, FOUND, Answer(Outcome.LEFT_ALONE, "429", retry_after=10 * 86_400))
        assert link.status == Status.LEFT_ALONE
        assert link.next_check_on == timezone.localdate() + timedelta(days=11)


class TestARun:
    def test_asks_only_what_is_due_and_no_more_than_it_may(self, web):
        for number in range(4):
            make_link(f"{PAGE}/{number}", next_check_on=timezone.localdate() + (number == 0) * A_DAY)
        assert run(web, limit=2) == 2
        assert web.asked == [f"{PAGE}/1", f"{PAGE}/2"]

    def test_a_run_that_is_stopped_goes_on_where_it_was(self, web):
        """Killed as it asks: what it had is written down, and what it was asking waits until tomorrow."""
        for number in range(3):
            make_link(f"{PAGE}/{number}")

        class Killed(BaseException):
            pass

        class Dying(Web):
            def ask(self, url):
                if len(self.asked) == 1:
                    raise Killed
                return super().ask(url)

        with pytest.raises(Killed):
            run(Dying())
        run(web)
        assert web.asked == [f"{PAGE}/2"]
        run(web, timezone.localdate() + A_DAY)
        assert web.asked[1:] == [f"{PAGE}/1"]

    def test_two_at_the_same_time_never_ask_the_same(self, web):
        for number in range(3):
            make_link(f"{PAGE}/{number}")
        other = Web()

        class Slow(Web):
            def ask(self, url):
                if not self.asked:
                    run(other)
                return super().ask(url)

        slow = Slow()
        run(slow)
        assert sorted(slow.asked + other.asked) == [f"{PAGE}/{number}" for number in range(3)]

    def test_hosts_take_turns(self, web):
        for name in ("a/1", "a/2", "b/1"):
            make_link(f"https://{name.replace('/', '.example/')}")
        run(web)
        assert web.asked == ["https://a.example/1", "https://b.example/1", "https://a.example/2"]

    def test_a_host_that_has_had_enough_is_not_asked_for_the_rest_of_the_run(self, web):
        make_link("https://a.example/1"), make_link("https://a.example/2")
        web.answers["https://a.example/1"] = Answer(Outcome.LEFT_ALONE, "429")
        run(web)
        assert web.asked == ["https://a.example/1"]

    def test_when_the_time_is_up_the_rest_waits(self, web):
        make_link(), make_link(PAGE + "/2")
        told = []
        assert run(web, seconds=-1, say=told.append) == 0
        assert told == ["Time is up; 2 wait for the next run."]

    def test_a_network_that_is_down_breaks_no_link(self, web):
        urls = [f"https://{name}.example/" for name in "abc"]
        for url in urls:
            make_link(url)
        web.answers = dict.fromkeys(urls, SILENT)
        with pytest.raises(checking.NothingAnswers):
            run(web)
        assert not CheckedLink.objects.exclude(failures=0).exists()
        assert CheckedLink.objects.due(timezone.localdate() + A_DAY).count() == 3

    def test_when_nobody_answers_the_run_ends_soon_and_the_next_one_begins_with_others(self, web):
        for number in range(12):
            make_link(f"https://{number}.example/")
            web.answers[f"https://{number}.example/"] = SILENT
        with pytest.raises(checking.NothingAnswers):
            run(web)
        assert len(web.asked) == 8
        web.answers.clear()
        run(web)
        assert len(set(web.asked)) == 12

    def test_one_that_answers_nothing_among_others_has_failed(self, web):
        make_link("https://a.example/"), make_link("https://b.example/")
        web.answers["https://a.example/"] = SILENT
        assert run(web) == 2
        assert CheckedLink.objects.get(url="https://a.example/").failures == 1


class TestTheCommand:
    def run(self, web, monkeypatch, *arguments):
        monkeypatch.setattr(checking, "asker", lambda: web)
        output = StringIO()
        call_command("check_links", *arguments, stdout=output)
        return output.getvalue()

    def test_tells_line_by_line_how_far_it_is(self, web, monkeypatch):
        make_link(), make_link(PAGE + "/2")
        web.answers[PAGE] = GONE
        told = self.run(web, monkeypatch)
        assert f"1/2  404 {PAGE}\n2/2  200 {PAGE}/2\n2 checked, 0 wait.\n" in told

    def test_a_dry_run_names_them_and_asks_nobody(self, web, monkeypatch):
        make_published(make_resource(Kind.LINK, url=PAGE))
        assert PAGE in self.run(web, monkeypatch, "--dry-run")
        assert not web.asked
        assert not CheckedLink.objects.exists()

    def test_it_says_when_the_network_is_down(self, monkeypatch):
        for name in "abc":
            make_link(f"https://{name}.example/")
        web = Web(**{f"https://{name}.example/": SILENT for name in "abc"})
        with pytest.raises(CommandError, match="Is the network down"):
            self.run(web, monkeypatch)


class TestTheDailyJob:
    def test_checks_as_many_as_the_settings_say(self, web, monkeypatch, settings):
        settings.LINKS_A_DAY = 1
        monkeypatch.setattr(checking, "asker", lambda: web)
        make_link(), make_link(PAGE + "/2")
        call_command("daily", stdout=StringIO())
        assert len(web.asked) == 1
        assert DailyRun.objects.get(job="check-links").count == 1

    def test_asks_nobody_in_development_and_in_a_dry_run(self, web, monkeypatch, settings):
        monkeypatch.setattr(checking, "asker", lambda: web)
        make_link()
        call_command("daily", stdout=StringIO())
        settings.LINKS_A_DAY = 5
        output = StringIO()
        call_command("daily", "--dry-run", stdout=output)
        assert "check-links: 1 links checked (dry run)" in output.getvalue()
        assert not web.asked


@contextmanager
def renewed(expected):
    before = ContentVersion.objects.current_stamps()
    yield
    assert (ContentVersion.objects.current_stamps() != before) == expected


class TestWhatReadersAreTold:
    @pytest.fixture(autouse=True)
    def nothing_remembered(self, monkeypatch):
        monkeypatch.setattr(showing, "_shelf", Shelf(showing._unlike_the_others))

    def test_that_it_does_not_work_and_when_it_did(self):
        make_link(status=Status.BROKEN, worked_on=date(2026, 5, 3))
        assert showing.state_of(PAGE + "#langt-nede").is_broken
        assert showing.broken_in(f"[En]({PAGE}) [to]({PAGE}/2)") == ((PAGE, date(2026, 5, 3)),)
        for language, words in [
            ("nb", "virker ikke, sist sett 3. mai 2026"),
            ("nn", "verkar ikkje, sist sett 3. mai 2026"),
            ("en", "does not work, last seen 3 May 2026"),
        ]:
            with override(language):
                assert words in render_to_string("components/outer_link.html", {"url": PAGE, "text": "Side"})

    def test_nothing_of_one_that_works_or_was_never_asked(self):
        html = render_to_string("components/outer_link.html", {"url": PAGE, "text": "En & to"})
        assert html.strip() == f'<a href="{PAGE}" rel="external">En &amp; to</a>'

    def test_pages_change_when_a_link_breaks_and_when_it_is_mended_and_not_otherwise(self, web):
        make_link()
        for answer, expected in [(FOUND, False), (GONE, False), (GONE, True), (GONE, False), (FOUND, True)]:
            with renewed(expected):
                check(web, answer)
