"""Strategies, plans and yearly reports."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.utils.translation import get_language

from councils.disclosure.meetings import SeenItem
from councils.models import Measure


@dataclass(frozen=True)
class Adoption:
    """In which meeting something was adopted; of an internal meeting only the day."""

    date: datetime.date
    number: str = ""
    url: str = ""


@dataclass(frozen=True)
class Document:
    """A strategy or a plan, as it is named elsewhere."""

    title: str
    url: str
    status: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None


def disclose_document(row):
    return Document(row.title, row.get_absolute_url(), row.get_status_display(), row.valid_from, row.valid_to)


@dataclass(frozen=True)
class SeenStrategy:
    """An adopted strategy, under the three headings that councils are for."""

    document: Document
    language: str
    state: str
    problem_understanding: str
    routines: str
    concern: str
    objectives: tuple
    adopted: Adoption
    review_on: datetime.date | None
    predecessor: Document | None
    successors: tuple
    plans: tuple
    is_example: bool


def disclose_strategy(strategy):
    """One that was fetched `public().for_page()`."""
    before = strategy.predecessor
    return SeenStrategy(
        document=disclose_document(strategy),
        language=strategy.body.language,
        state=strategy.status,
        problem_understanding=strategy.problem_understanding,
        routines=strategy.routines,
        concern=strategy.concern,
        objectives=tuple(objective.text for objective in strategy.objectives.all()),
        adopted=_adoption(strategy),
        review_on=strategy.review_on,
        predecessor=disclose_document(before) if before and before.status != before.Status.DRAFT else None,
        successors=tuple(map(disclose_document, strategy.public_successors)),
        plans=tuple(map(disclose_document, strategy.public_plans)),
        is_example=strategy.is_example,
    )


def _adoption(strategy):
    item = strategy.adopted_in
    if not strategy.was_adopted_publicly:
        return Adoption(item.meeting.date)
    anchor = SeenItem(item.number, "open").anchor
    return Adoption(item.meeting.date, item.number, f"{item.meeting.get_absolute_url()}#{anchor}")


@dataclass(frozen=True)
class SeenMeasure:
    text: str
    theme: str
    responsible: str
    deadline: datetime.date | None
    state: str
    status: str
    evaluation: str
    is_late: bool


@dataclass(frozen=True)
class SeenObjective:
    text: str
    measures: tuple


@dataclass(frozen=True)
class FocusArea:
    name: str
    objectives: tuple


@dataclass(frozen=True)
class Progress:
    """How many of the measures have come so far."""

    state: str
    status: str
    count: int


@dataclass(frozen=True)
class SeenKnowledge:
    text: str
    source: str
    year: int
    url: str


@dataclass(frozen=True)
class SeenPlan:
    document: Document
    language: str
    state: str
    strategy: Document | None
    areas: tuple
    progress: tuple
    knowledge: tuple
    is_example: bool

    @property
    def count(self):
        return sum(step.count for step in self.progress)


def disclose_plan(plan, on):
    """One that was fetched `public().for_page()`, with its measures under focus areas and objectives in their order."""
    measures = plan.measures.all()
    strategy = plan.strategy
    return SeenPlan(
        document=disclose_document(plan),
        language=plan.body.language,
        state=plan.status,
        strategy=disclose_document(strategy) if strategy and strategy.status != strategy.Status.DRAFT else None,
        areas=tuple(_areas(measures, on)),
        progress=tuple(_progress(measures)),
        knowledge=tuple(SeenKnowledge(row.text, row.source, row.year, row.url) for row in plan.knowledge.all()),
        is_example=plan.is_example,
    )


def _areas(measures, on):
    for name, of_area in _grouped(measures, "focus_area"):
        objectives = _grouped(of_area, "objective")
        yield FocusArea(
            name, tuple(SeenObjective(text, tuple(_measure(row, on) for row in rows)) for text, rows in objectives)
        )


def _grouped(rows, field):
    """[(value, rows)] in the order in which each value comes first; a later row of the same value joins it there."""
    groups = {}
    for row in rows:
        groups.setdefault(getattr(row, field), []).append(row)
    return groups.items()


def _measure(row, on):
    is_open = row.status in (Measure.Status.PLANNED, Measure.Status.ONGOING)
    return SeenMeasure(
        text=row.text,
        theme=row.get_theme_display(),
        responsible=row.responsible,
        deadline=row.deadline,
        state=row.status,
        status=row.get_status_display(),
        evaluation=row.evaluation,
        is_late=is_open and row.deadline is not None and row.deadline < on,
    )


MOST_DONE_FIRST = (Measure.Status.DONE, Measure.Status.ONGOING, Measure.Status.PLANNED, Measure.Status.STOPPED)


def _progress(measures):
    counts = Counter(row.status for row in measures)
    return [Progress(status.value, str(status.label), counts[status]) for status in MOST_DONE_FIRST]


def report_text(report):
    """The text of a published yearly report in the written form of the page, or else in the other, and which it is."""
    first, second = ("nn", "nb") if get_language() == "nn" else ("nb", "nn")
    texts = {"nb": report.text_nb, "nn": report.text_nn}
    return next(((texts[form], form) for form in (first, second) if texts[form]), ("", first))
