"""The matrix: every address as everybody, and what is wrong with the answer."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from django.urls import reverse

from portal.tests.access.asking import Answer, Asker
from portal.tests.access.forms import largest_form
from portal.tests.access.oracle import CONTACTS_REACH, COUNCIL_REACH, DOORS, NEVER, READ, VERBS, Page, reach
from portal.tests.access.pages import PAGES
from portal.tests.access.principals import (
    BY_KEY,
    OF_CONTACTS,
    OF_COUNCILS,
    OF_ROWS_OF_COUNCILS,
    ONE_OF_EACH,
    PRINCIPALS,
    Principal,
    standing,
)
from portal.tests.access.tally import TALLY

# Whoever reaches most sees a form with everything in it, which is then sent by those who are not shown it.
FIRST = BY_KEY["break_glass"]
REFUSED = {"login", "factor", "refused", "missing", "method"}
KINDS = defaultdict(list)
for _page in PAGES:
    KINDS[_page.kind].append(_page)


@dataclass
class Cell:
    page: Page
    principal: Principal
    verb: str
    whose: str
    answer: Answer = field(repr=False)
    faults: list = field(default_factory=list)

    @property
    def complaint(self):
        return f"{self.verb} {self.page} {self.whose}: {'; '.join(self.faults)}"


class Matrix:
    """Walks pages in one world. What a browser would send is read from what was shown a moment ago."""

    def __init__(self, world):
        self.world, self.asker = world, Asker(world)
        self.shown, self.missing = {}, {}

    def walk(self, page, principals=None, verbs=VERBS):
        """Every cell of a page. `missing` comes first: what belongs to others is compared with it."""
        everyone = sorted(principals or PRINCIPALS, key=lambda principal: principal is not FIRST)
        return [
            self.cell(page, principal, verb, whose)
            for principal in everyone
            for whose in missing_first(page.rows)
            for verb in verbs
            if principals or is_asked(page, principal, whose, verb)
        ]

    def counted(self, page):
        """All cells of a page, as they go into the last line of the tests."""
        cells = self.walk(page)
        TALLY.count_cells(cells)
        return complaints(cells)

    def wrong(self, page, **choice):
        return complaints(self.walk(page, **choice))

    def cell(self, page, principal, verb, whose):
        sent = self.body(page, principal, whose, verb)
        answer = self.asker.ask(principal, verb, self.url(page, whose), sent)
        if verb == "GET" and answer.word == "ok":
            self.shown[page, principal, whose] = largest_form(answer.body) | dict(page.sends)
        return Cell(page, principal, verb, whose, answer, [*self.faults(page, principal, verb, whose, answer, sent)])

    def url(self, page, whose):
        address = page.path or reverse(page.name, args=[*self.named_in_address(page, whose), *page.arguments])
        return f"{address}?{page.query}" if page.query else address

    def named_in_address(self, page, whose):
        return page.named(self.world.rows[page.kind][whose]) if page.kind else []

    def body(self, page, principal, whose, verb):
        if verb != "POST":
            return None
        if page.kind and page.door != "open" and reach(page.kind, principal, whose) == "other":
            return self.any_body(page) or dict(page.sends)  # the same for a row of others as for none
        own, everything = (page, principal, whose), (page, FIRST, whose)
        return self.shown.get(own) or self.shown.get(everything) or dict(page.sends)

    def any_body(self, page):
        return next((body for (shown, _principal, _whose), body in self.shown.items() if shown == page), None)

    def faults(self, page, principal, verb, whose, answer, sent):
        expected = page.expected(verb, principal, whose)
        if answer.word not in expected.split("|"):
            yield f"{answer.word} instead of {expected}"
        if answer.faults or answer.status >= 500:
            yield f"fault {answer.faults}"
        if answer.written and (answer.word in REFUSED or (verb in READ and not page.tries_out)):
            yield f"wrote {sorted(answer.written)}"
        # What somebody has typed themselves may be shown to them again.
        if leaked := self.world.canaries.leaked(answer.text, principal, known=str(sent)):
            yield f"shows {leaked}"
        if logged := self.world.canaries.found_in(" ".join(answer.logged)):
            yield f"logs {sorted(map(self.world.canaries.field.get, logged))}"
        if page.door != "public" and "no-store" not in answer.headers.get("Cache-Control", ""):
            yield "may be kept"
        yield from self.differences(page, principal, verb, whose, answer)

    def differences(self, page, principal, verb, whose, answer):
        """Another scope's row answers as a missing one; a public page answers everyone alike."""
        if page.door == "public":
            is_there = page.relation(principal, whose) == "opens"
            key, yardstick = (page, verb, is_there and whose), "for others"
        elif page.kind and page.door != "open" and reach(page.kind, principal, whose) == "other":
            key, yardstick = (page, verb, principal), "for a missing row"
        else:
            return
        normal = answer.without(self.named_in_address(page, whose))
        first = self.missing.setdefault(key, normal)
        if first != normal:
            yield f"is not the answer {yardstick}: {_first_difference(first, normal)}"


def missing_first(rows):
    return sorted(rows or [""], key=lambda whose: whose != "missing")


def is_asked(page, principal, whose, verb):
    return principal in askers(page, verb) and whose in rows_asked(page, principal, verb)


@cache
def rows_asked(page, principal, verb):
    """Everybody reads, and sends to, each row that is theirs, in every state, and one that does not exist.

    Of the rows of others they ask for a third, in turn: another third on the next page of the kind, as does the next to
    ask. So everybody asks for all of them on some page, and on every page somebody does. Whoever is turned away at the
    door asks, in turn, for what does not exist or for a row: the answer must be the same, as none is looked at by then.
    The other verbs are asked of one row.
    """
    rows = missing_first(page.rows)
    if verb not in ("GET", "POST"):
        return rows[-1:]
    if page.door in ("open", "public"):
        return rows
    if is_turned_away(page, principal):
        return [rows[(KINDS[page.kind].index(page) + PRINCIPALS.index(principal)) % len(rows)]]
    others = [whose for whose in rows if page.relation(principal, whose) == "other" and whose != "missing"]
    asked = {"missing", *in_turn(others, page, principal)}
    return [whose for whose in rows if whose in asked or whose not in others]


def is_turned_away(page, principal):
    return bool(DOORS[page.door].get(standing(principal)) or (page.opens and principal.key not in page.opens))


def in_turn(rows, page, principal):
    """A third of the rows, and all of them where too few pages of the kind let them in for three turns."""
    pages = [other for other in KINDS[page.kind] if not is_turned_away(other, principal)]
    turns = min(3, len(pages))
    return rows[(pages.index(page) + PRINCIPALS.index(principal)) % turns :: turns] or rows[:1]


def askers(page, verb):
    """Everybody reads a page and sends to it. What no role changes is asked by one of each standing: a public page,
    which is the same for everyone, and reading the headers only. What is refused by its verb, before anybody looks who
    asks, is asked by two. For which council somebody has a role changes nothing for rows of other kinds, nor does for
    rows of councils where somebody has a role that reaches none."""
    if verb in NEVER or (page.asked_by and verb == "HEAD"):
        return [BY_KEY["anonymous"], BY_KEY["slt"]]
    if page.asked_by:
        return [BY_KEY[key] for key in page.asked_by]
    if verb == "HEAD" or page.door == "public":
        return ONE_OF_EACH
    if page.kind in COUNCIL_REACH:
        return OF_ROWS_OF_COUNCILS
    return OF_CONTACTS if page.kind in CONTACTS_REACH else OF_COUNCILS


def complaints(cells):
    """A line for everything that is wrong, with those for whom it is."""
    lines = defaultdict(list)
    for cell in cells:
        if cell.faults:
            lines[cell.complaint].append(str(cell.principal))
    return [f"{complaint}, as {' '.join(principals)}" for complaint, principals in lines.items()]


def _first_difference(one, other):
    if one[0] != other[0]:
        return f"{one[0]}, {other[0]}"
    pairs = zip_longest(one[1].splitlines(), other[1].splitlines(), fillvalue="")
    return next(f"{line.strip()[:80]!r}, {its.strip()[:80]!r}" for line, its in pairs if line != its)
