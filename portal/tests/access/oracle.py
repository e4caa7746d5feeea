"""What must be answered: every address, by who asks and whose the row is. Written by hand, as words.

    ok       a page                     login    to the login page
    onward   done, or to another page   factor   to setting up the second factor
    refused  403                        missing  404
    method   405                        ask      300: which one is meant?
    gone     410                        conflict 409: it has changed meanwhile, or cannot be done now

A page says its words for who stands in which relation to it, for being read and for being sent a form:

    edits, sees, other   may change the row in the address, may only read it, reaches neither (or there is none)
    opens, closed        may, or may not, open what has no row in its address
    guest, idle, unproven, inside   no login, no role now, no second factor, a role
    lapsed               a guest whose login has ended

`other` and a row that does not exist are one and the same relation: they must be answered alike, to the letter.
"""

from dataclasses import dataclass
from operator import attrgetter

from portal.tests.access.council_reach import COUNCIL_REACH
from portal.tests.access.guidance_reach import GUIDANCE_REACH
from portal.tests.access.principals import ENDED_SESSIONS, GUEST, IDLE, LAPSED, UNPROVEN, standing
from portal.tests.access.reach import REACH as CONTACTS_REACH
from portal.tests.access.slt_reach import SLT_REACH

REACH = CONTACTS_REACH | COUNCIL_REACH | SLT_REACH | GUIDANCE_REACH
READ, SENT, NEVER = ("GET", "HEAD"), ("POST",), ("PUT", "PATCH", "DELETE", "OPTIONS")
VERBS = (*READ, *SENT, *NEVER)

# Before any row is looked at. `None`: let in. A page that is "open" or "public" has no door.
DOORS = {
    "inside": {GUEST: "login", IDLE: "refused", UNPROVEN: "factor"},
    "account": {GUEST: "login", UNPROVEN: "factor"},
    "open": {},
    "public": {},
}


@dataclass(frozen=True)
class Page:
    """`kind`: of the row in its address, if there is one, and `by` the words by which it is named there. `opens`: whom
    it is for.

    A pattern without a name is called by its route, and has a `path`. `sends`: fields to fill in, before what its form
    shows is sent. `tries_out`: to be read, it does in a transaction what it then takes back. `asked_by`: the keys of
    those who ask, where others would tell nothing more.
    """

    name: str
    door: str
    get: str
    post: str
    kind: str = ""
    by: str = "pk"
    opens: frozenset = frozenset()
    query: str = ""
    arguments: tuple = ()
    path: str = ""
    sends: tuple = ()
    tries_out: bool = False
    asked_by: tuple = ()

    @property
    def rows(self):
        return tuple(REACH[self.kind]) if self.kind else ()

    def named(self, row):
        """The words by which a row stands in the address: its own, or those of what it belongs to."""
        return [attrgetter(word)(row) for word in self.by.split()]

    def __str__(self):
        return f"{self.name}?{self.query}" if self.query else self.name

    def expected(self, verb, principal, whose):
        if verb in NEVER:
            return "method"
        words = _words(self.get if verb in READ else self.post)
        door = DOORS[self.door].get(standing(principal))
        at_the_door = [LAPSED, GUEST] if principal.key in ENDED_SESSIONS else [standing(principal)]
        names = [*at_the_door, *([] if door else [principal.key, whose, self.relation(principal, whose), ALL])]
        return next((words[name] for name in names if name in words), door)

    def relation(self, principal, whose):
        if self.door in ("open", "account"):
            return reach(self.kind, principal, whose) if self.kind else standing(principal)
        if self.door == "public":
            return "opens" if not self.kind or REACH[self.kind][whose].sees else "other"
        if self.opens and principal.key not in self.opens:
            return "closed"
        return reach(self.kind, principal, whose) if self.kind else "opens"


def inside(name, get="ok", post="ok|onward", opens=(), closed="refused", **details):
    """A page for whoever is named in `opens`, or for everyone with a role. Whoever sends a form of the desk after
    their session has ended is shown what they typed."""
    words = [f"opens:{word} closed:{closed}" if opens and is_plain(word) else word for word in (get, post)]
    if not name.startswith("admin:") and name != "invitations":  # which is an account page
        words[1] = f"{words[1]} {LAPSED}:refused"
    return Page(name, "inside", *words, opens=frozenset(opens), **details)


def is_plain(word):
    """What cannot be done at all is told before anybody looks whom a page is for."""
    return ":" not in word and word != "method"


def rows_of(kind, opens, adds=(), change="onward", delete="refused", history="ok", app="contacts", rows=""):
    """The same six pages of the admin for each kind of row. `opens`: who has anything to see of this kind. `change` and
    `delete`: the word for whoever may edit a row. `rows`: another name of the kind, where its rows are others here.
    """
    name, opens, adds = f"admin:{app}_{kind}", frozenset(opens), frozenset(adds)
    row = {"kind": rows or kind, "opens": opens}
    shown = "edits:ok sees:ok other:missing closed:refused"
    shown_history = shown.replace("ok", history)
    changed = f"edits:{change} sees:refused other:missing|refused closed:refused"
    deleted = f"edits:{delete} sees:refused other:missing|refused closed:refused"
    return [
        Page(f"{name}_changelist", "inside", "opens:ok closed:refused", "opens:ok|onward closed:refused", opens=opens),
        Page(f"{name}_add", "inside", "opens:ok closed:refused", "opens:ok|onward closed:refused", opens=adds or NONE),
        Page(f"{name}_change", "inside", shown, changed, **row, sends=(("reason", "En grunn som holder"),)),
        Page(f"{name}_history", "inside", shown_history, shown_history, **row),
        Page(f"{name}_revert", "inside", "missing", "missing", **row, arguments=(kind, 123456789)),
        Page(f"{name}_delete", "inside", deleted, deleted, **row),
        Page(f"admin/{app}/{kind}/<path:object_id>/", "inside", "onward", "onward", path=f"/admin/{app}/{kind}/1/"),
    ]


NONE = frozenset({"nobody"})


def reach(kind, principal, whose):
    row = REACH[kind][whose]
    return "edits" if principal.key in row.edits else "sees" if principal.key in row.sees else "other"


ALL = "all"


def _words(text):
    """`"edits:ok other:missing"` as a table; a word without a name is for all others."""
    return dict(pair.split(":") if ":" in pair else (ALL, pair) for pair in text.split())
