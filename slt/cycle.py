"""Where a working year stands: five steps, each with what has been done and what is next.

For the picture of the year, on the desk and for everyone. How many rows there are is told to everyone; what the
internal ones say is not (decision 0040).
"""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext

from slt.choices import Outcome
from slt.models import Measure

DONE, ONGOING, NEXT, NOT_BEGUN = "done", "ongoing", "next", "not_begun"
Status = Measure.Status
CLOSED = {Status.DONE, Status.STOPPED}


@dataclass(frozen=True)
class Count:
    """So many of what `text` says; `kind` is its name for whoever draws it, "late" is what should have been done."""

    kind: str
    number: int
    text: str

    def __str__(self):
        return f"{self.number} {self.text}"


@dataclass(frozen=True)
class Step:
    """`state`: "done", "ongoing", "next" (the first that is not begun) or "not_begun". `what_next`: a sentence, empty
    when nothing is left to do here. `counts`: never one of zero."""

    key: str
    label: str
    state: str
    state_label: str
    counts: tuple
    what_next: str

    @property
    def is_done(self):
        return self.state == DONE


@dataclass(frozen=True)
class Rows:
    """Of one working year, as far as its steps ask for them."""

    cycle: object
    today: object
    findings: int
    priorities: tuple
    measures: tuple

    @property
    def undecided(self):
        return [row for row in self.priorities if row.outcome == Outcome.WAITING]

    @property
    def to_put(self):
        return [row for row in self.undecided if not row.is_put]

    @property
    def open(self):
        return [row for row in self.measures if row.is_open]

    @property
    def late(self):
        return [row for row in self.measures if row.is_overdue(self.today)]

    @property
    def to_evaluate(self):
        return [row for row in self.measures if row.status in CLOSED and not row.is_evaluated]


def rows_of(cycle, today=None):
    """In three queries, however many rows there are."""
    return Rows(
        cycle,
        today or timezone.localdate(),
        findings=cycle.findings.count(),
        priorities=tuple(cycle.priorities.select_related("item__meeting")),
        measures=tuple(cycle.measures.all()),
    )


def steps_of(cycle, today=None):
    """[map, prioritise, act, evaluate, document], of rows that are read in three queries. Changes nothing."""
    return steps_of_rows(rows_of(cycle, today))


def steps_of_rows(rows):
    found = [_mapped(rows), _prioritised(rows), _acted(rows), _evaluated(rows), _documented(rows)]
    begun = [state for _key, _label, state, *_rest in found]
    first = begun.index(NOT_BEGUN) if NOT_BEGUN in begun else None
    return [_step(*step[:2], NEXT if place == first else step[2], *step[3:]) for place, step in enumerate(found)]


def _step(key, label, state, counts, what_next):
    shown = tuple(count for count in counts if count.number)
    return Step(key, label, state, state_in_words(state), shown, what_next)


def state_in_words(state):
    return {
        DONE: pgettext("step", "done"),
        ONGOING: pgettext("step", "under way"),
        NEXT: pgettext("step", "next"),
        NOT_BEGUN: pgettext("step", "not begun"),
    }[state]


def label_of(key):
    return {
        "map": pgettext("step", "Map"),
        "prioritise": pgettext("step", "Prioritise"),
        "act": pgettext("step", "Act"),
        "evaluate": pgettext("step", "Evaluate"),
        "document": pgettext("step", "Document"),
    }[key]


def _state(is_begun, is_done):
    return DONE if is_done else ONGOING if is_begun else NOT_BEGUN


def _mapped(rows):
    """Done once something was made of the findings. More can be added all year."""
    number = rows.findings
    counts = [Count("findings", number, npgettext("counted", "finding", "findings", number))]
    state = _state(number, number and rows.priorities)
    next_ = {
        NOT_BEGUN: _("Write down what you know about how things are, and where you know it from."),
        ONGOING: _("Choose what matters most among the findings."),
    }
    return "map", label_of("map"), state, counts, next_.get(state, "")


def _prioritised(rows):
    every = rows.priorities
    by_outcome = Counter(row.outcome for row in every)
    agreed = by_outcome[Outcome.ADOPTED] + by_outcome[Outcome.CHANGED]
    before = len(rows.undecided) - len(rows.to_put)
    counts = [
        Count("priorities", len(every), npgettext("counted", "priority", "priorities", len(every))),
        Count("put", before, pgettext("priorities", "before the steering group")),
        Count("adopted", agreed, npgettext("counted", "adopted", "adopted", agreed)),
    ]
    state = _state(every, every and not rows.undecided)
    return "prioritise", label_of("prioritise"), state, counts, _next_of_priorities(rows, state)


def _next_of_priorities(rows, state):
    if state == NOT_BEGUN:
        return _("Propose to the steering group what to work on.")
    if number := len(rows.to_put):
        text = ngettext(
            "%(number)s priority is to be put to the steering group.",
            "%(number)s priorities are to be put to the steering group.",
            number,
        )
        return text % {"number": number}
    return _("The steering group is to decide.") if rows.undecided else ""


def _acted(rows):
    every, by_status = rows.measures, Counter(row.status for row in rows.measures)
    done, late = by_status[Status.DONE], len(rows.late)
    counts = [
        Count("measures", len(every), npgettext("counted", "measure", "measures", len(every))),
        Count("ongoing", by_status[Status.ONGOING], pgettext("measures", "under way")),
        Count("done", done, npgettext("counted", "done", "done", done)),
        Count("stopped", by_status[Status.STOPPED], pgettext("measures", "stopped")),
        Count("late", late, pgettext("measures", "past the deadline")),
    ]
    state = _state(every, every and not rows.open)
    return "act", label_of("act"), state, counts, _next_of_measures(rows, state)


def _next_of_measures(rows, state):
    if state == NOT_BEGUN:
        return _("Agree on measures: who does what by when.")
    number = len(rows.open)
    if not number:
        return ""
    text = ngettext("%(number)s measure is to be carried out.", "%(number)s measures are to be carried out.", number)
    return text % {"number": number}


def _evaluated(rows):
    said = sum(row.is_evaluated for row in rows.measures)
    counts = [Count("evaluated", said, ngettext("measure evaluated", "measures evaluated", said))]
    state = _state(said or rows.cycle.evaluation, rows.cycle.evaluated_on)
    return "evaluate", label_of("evaluate"), state, counts, _next_of_evaluation(rows, state)


def _next_of_evaluation(rows, state):
    if state == DONE:
        return ""
    if number := len(rows.to_evaluate):
        text = ngettext(
            "%(number)s measure that has ended is to be evaluated.",
            "%(number)s measures that have ended are to be evaluated.",
            number,
        )
        return text % {"number": number}
    return _("Write what worked this year, and what did not.")


def _documented(rows):
    state = _state(rows.cycle.summary, rows.cycle.documented_on)
    next_ = {
        NOT_BEGUN: _("Write what the year came to, for everyone to read."),
        ONGOING: _("Publish what the year came to."),
    }
    return "document", label_of("document"), state, [], next_.get(state, "")
