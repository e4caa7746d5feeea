"""A word in every confidential field: looked for wherever anything is shown, to everybody.

The matrix looks for them in every answer of its cells. Here is what it does not ask: the other languages, searches for
the very words, pages about errors, files and mails. And that they are found where they may be seen.
"""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from contacts.models import OutgoingMail
from portal.tests.access.asking import Asker
from portal.tests.access.matrix import is_turned_away
from portal.tests.access.pages import PAGES
from portal.tests.access.principals import ANONYMOUS, BY_KEY, PRINCIPALS
from portal.tests.access.tally import TALLY

pytestmark = pytest.mark.django_db

LEAST = 200
# One row of each is enough where a page is asked for in every language.
OWN, FOREIGN = "police", "police_there"
OF_EACH_KIND = [BY_KEY[key] for key in ("police", "municipal_there", "users", "auditor", "member", "secretary_there")]


class Search:
    """Asks, and notes what was found by whom and what leaked."""

    def __init__(self, world):
        self.world, self.asker, self.found, self.leaks = world, Asker(world), {}, []
        TALLY.canaries = len(world.canaries)

    def look(self, principal, url, verb="GET", data=None):
        answer = self.asker.ask(principal, verb, url, data)
        text = "\n".join([answer.text, *answer.logged]).replace(url, "")
        return self.note(principal, text, url)

    def note(self, principal, text, where):
        canaries = self.world.canaries
        self.found.setdefault(principal.key, set()).update(canaries.found_in(text))
        leaks = [f"{principal} {where}: {field}" for field in canaries.leaked(text, principal)]
        TALLY.answers_searched += 1
        TALLY.leaks += len(leaks)
        self.leaks += leaks
        return text


@pytest.fixture
def search(world):
    return Search(world)


def rows_of(world, kind):
    rows = world.rows[kind]
    return [rows[whose] for whose in (OWN, FOREIGN) if whose in rows] or [
        row for whose, row in rows.items() if whose != "missing"
    ][:2]


def let_in(page, principals):
    """Those who come through the door: the others see the same refusal whatever the page, and have seen it in the
    matrix."""
    return [principal for principal in principals if not is_turned_away(page, principal)]


def urls(world, page):
    if page.path:
        return [page.path]
    named = [page.named(row) for row in rows_of(world, page.kind)] if page.kind else [()]
    return [reverse(page.name, args=[*name, *page.arguments]) for name in named]


def test_there_are_enough_of_them(world):
    assert len(world.canaries) >= LEAST


@pytest.mark.parametrize("language", ["nn", "en"])
def test_no_page_in_another_language_shows_more(search, language):
    """Every page in one of them, in turn."""
    with translation.override(language):
        for page in PAGES[language == "en" :: 2]:
            for url in urls(search.world, page):
                for principal in (ANONYMOUS, *let_in(page, OF_EACH_KIND)):
                    search.look(principal, url)
    assert search.leaks == []


def test_whoever_searches_for_the_very_word_finds_nothing(search):
    """The public search, the names offered while one types, and the page for an address that leads nowhere."""
    for word in sorted(search.world.canaries.audience)[::12]:
        for url in (f"/sok/?q={word}", f"/sok/forslag/?q={word}", f"/kommuner/{word}/"):
            text = search.asker.ask(ANONYMOUS, "GET", url).text
            others = search.world.canaries.found_in(text) - {word}
            assert others == set(), url


def test_lists_are_searched_within_the_scope(search):
    for principal in PRINCIPALS:
        for kind in ("person", "contactpoint", "assignment", "user", "rolegrant", "auditevent", "outgoingmail"):
            search.look(principal, f"{reverse(f'admin:contacts_{kind}_changelist')}?q=kanarix")
    assert search.leaks == []


def test_what_may_be_seen_is_found(search):
    """Or else everything above would pass by finding nothing anywhere. The others are asked for what is not shown to
    whoever reaches most.
    """
    canaries = search.world.canaries
    wanted = {kind_of(canaries.field[word]) for word, audience in canaries.audience.items() if audience}
    for principal in [BY_KEY[key] for key in ("break_glass", "police", "municipal", "slt", "auditor")]:
        if wanted:
            look_everywhere(search, principal)
            wanted -= {kind_of(canaries.field[word]) for word in search.found[principal.key]}
    assert wanted == set()
    assert search.leaks == []


def look_everywhere(search, principal):
    for page in PAGES:
        if (page.kind or "changelist" in page.name or page.name == "invitations") and let_in(page, [principal]):
            for row in [search.world.rows[page.kind][whose] for whose in page.rows] or [None]:
                args = [*page.named(row), *page.arguments] if row else []
                search.look(principal, page.path or reverse(page.name, args=args))
    for draft in search.world.rows["draft"].values():
        for name in ("change", "history"):
            search.look(principal, reverse(f"admin:contacts_contactpoint_{name}", args=[draft.pk]))


def kind_of(field):
    """ "work title, police: ended" is a work title."""
    return field.split(",")[0]


def test_a_mail_tells_only_what_its_reader_may_know(search):
    """All that the daily jobs write: to the users, and to the people who hold the functions."""
    before = set(OutgoingMail.objects.values_list("pk", flat=True))
    call_command("daily", verbosity=0)
    keys = {user.email: key for key, user in search.world.users.items()}
    keys["brukere@eksempel.example"] = "users_everywhere"  # an example user of that role
    mails = OutgoingMail.objects.exclude(pk__in=before)
    assert mails
    for mail in mails:
        search.note(BY_KEY[keys.get(mail.to, "anonymous")], f"{mail.subject}\n{mail.body}", f"mail to {mail.to}")
    assert search.leaks == []
