"""What becomes of a plan: written, and its measures pasted from a spreadsheet with a check row by row."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from contacts.exchange.reading import FileProblem
from contacts.person_data.guard import check_here
from contacts.person_data.recording import record_decision
from contacts.slugs import free_slug
from councils.measure_table import BY_NAME, COLUMNS, MOST_CHARACTERS, table_of, texts_of
from councils.models import Measure, Plan

# All of them are edited in one table, and a form has at most a thousand fields.
MOST_MEASURES = 200


@transaction.atomic
def write_plan(*, plan):
    """Saves a plan, and gives a new one the address that its title makes."""
    if plan._state.adding:
        plan.slug = free_slug(plan.title, Plan.objects.filter(body=plan.body_id), otherwise="plan")
    plan.full_clean()
    plan.save()
    return plan


@transaction.atomic
def add_measure(*, measure):
    """At the end of its plan."""
    measure.position = next_position(measure.plan)
    measure.save()
    return measure


def next_position(plan):
    return (plan.measures.aggregate(last=Max("position"))["last"] or 0) + 1


def has_room(plan):
    return plan.measures.count() < MOST_MEASURES


# Pasted from a spreadsheet


@dataclass(frozen=True)
class Row:
    """What becomes of a line. `problems`: (heading, what to do); `held_up`: (heading, what may point at a person).

    `known_as` is the line, or "plan", in which the same measure stands already.
    """

    line: int
    texts: tuple
    measure: Measure | None = None
    problems: tuple = ()
    held_up: tuple = ()
    kinds: tuple = ()
    known_as: str = ""

    @property
    def title(self):
        return self.texts[2]

    @property
    def cells(self):
        return zip(COLUMNS, self.texts, strict=True)


@dataclass(frozen=True)
class Preview:
    rows: tuple
    unread: tuple = ()

    @property
    def bad(self):
        return [row for row in self.rows if row.problems]

    @property
    def good(self):
        return [row for row in self.rows if not row.problems]

    @property
    def known(self):
        return [row for row in self.good if row.known_as]

    @property
    def new(self):
        return [row for row in self.good if not row.known_as]

    @property
    def held_up(self):
        return [row for row in self.good if row.held_up]

    @property
    def digest(self):
        """Two previews with the same digest say the same of every line."""
        said = [[row.line, row.texts, row.problems, row.held_up, row.known_as] for row in self.rows]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    def to_add(self, *, again=False, decided=False):
        """The good rows; those that are there already only if `again`, those held up only once decided on."""
        return [row for row in self.good if (again or not row.known_as) and (decided or not row.held_up)]


def preview_paste(*, plan, text):
    """What would become of each line. Raises FileProblem for what is no table, or too much."""
    if len(text) > MOST_CHARACTERS:
        raise FileProblem(_("This is more text than a plan has. Paste only the rows with measures."))
    table = table_of(text)
    _refuse_too_many(plan, len(table.lines))
    seen = {_key(measure): "plan" for measure in plan.measures.all()}
    rows = []
    for number, texts, beyond in texts_of(table):
        row = _row(plan, number, texts, beyond, seen)
        if row.measure:
            seen.setdefault(_key(row.measure), str(number))
        rows.append(row)
    return Preview(tuple(rows), table.unread)


def _refuse_too_many(plan, pasted):
    there = plan.measures.count()
    if there + pasted > MOST_MEASURES:
        message = _(
            "A plan has at most %(most)d measures. This one has %(there)d, and you pasted %(pasted)d rows. "
            "Paste fewer, or make a plan for each area."
        )
        raise FileProblem(message % {"most": MOST_MEASURES, "there": there, "pasted": pasted})


def _key(measure):
    """The same measure: the same words, whatever has become of it since."""
    return tuple(" ".join(text.casefold().split()) for text in (measure.focus_area, measure.objective, measure.text))


def _row(plan, number, texts, beyond, seen):
    measure, problems = _read(plan, texts)
    if beyond:
        problems.append(("", _("There is text to the right of the last column.")))
    held_up, kinds = [], []
    for name, text in texts.items():
        findings = check_here(text)
        problems += [(BY_NAME[name].heading, one.advice(text)) for one in findings.refused]
        held_up += [(BY_NAME[name].heading, one.advice(text)) for one in findings.held_up]
        kinds += [(name, one.kind.value) for one in findings.held_up]
    if problems:
        return Row(number, tuple(texts.values()), problems=tuple(dict.fromkeys(problems)))
    shown = tuple(column.text(measure) for column in COLUMNS)
    return Row(number, shown, measure, (), tuple(held_up), tuple(kinds), seen.get(_key(measure), ""))


def _read(plan, texts):
    """The measure, and every cell that is wrong: [(heading, what to do)]."""
    measure, problems, wrong = Measure(plan=plan), [], {"plan", "item"}
    for column in COLUMNS:
        try:
            setattr(measure, column.name, column.read(texts[column.name]))
        except ValidationError as error:
            problems += [(column.heading, message) for message in error.messages]
            wrong.add(column.name)
    try:
        measure.clean_fields(exclude=wrong)
    except ValidationError as error:
        problems += [
            (BY_NAME[name].heading, message) for name, messages in error.message_dict.items() for message in messages
        ]
    return measure, problems


@transaction.atomic
def paste_measures(*, plan, text, seen, only_good=False, again=False, decided=False):
    """Does what the preview with the digest `seen` has shown, or nothing. Returns the preview of now, and how many
    measures were added. Of two who paste at once, the second finds what the first has added."""
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    preview = preview_paste(plan=plan, text=text)
    is_whole = not preview.bad and (decided or not preview.held_up)
    rows = preview.to_add(again=again, decided=decided)
    if preview.digest != seen or not (is_whole or only_good):
        return preview, 0
    for position, row in enumerate(rows, next_position(plan)):
        row.measure.position = position
        row.measure.save()
        _record_decisions(row)
    return preview, len(rows)


def _record_decisions(row):
    for name in dict.fromkeys(name for name, _kind in row.kinds):
        kinds = Counter(kind for field, kind in row.kinds if field == name)
        record_decision(row=row.measure, form="PasteForm", field=name, kinds=kinds)
