"""What an example consists of. Days are counted from today: minus 12 is twelve days ago."""

from dataclasses import dataclass, field

from councils.choices import Agency, Theme, Visibility
from councils.models import ActionItem, AgendaItem, Council, Measure, Meeting, Member, Plan, Strategy


@dataclass(frozen=True)
class Seat:
    role: str
    agency: str = Agency.MUNICIPALITY
    kind: str = Member.Kind.MEMBER
    name: str = ""
    name_is_public: bool = False
    is_elected: bool = False
    municipality: str = ""
    since: int = -900
    until: int | None = None


@dataclass(frozen=True)
class Task:
    """Something that was agreed to be done."""

    what: str
    responsible: str
    due: int
    status: str = ActionItem.Status.OPEN
    visibility: str = Visibility.INTERNAL


@dataclass(frozen=True)
class Item:
    title: str
    theme: str = Theme.COOPERATION
    kind: str = AgendaItem.Kind.DISCUSSION
    presenter: str = ""
    visibility: str = Visibility.PUBLIC
    description: str = ""
    discussion: str = ""
    conclusion: str = ""
    exempt_reason: str = ""
    file: str = ""
    is_standing: bool = False
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True)
class Gathering:
    """A meeting. `correction` is the reason of a second version, in which `corrected` is what the conclusions were."""

    days: int
    status: str
    items: tuple[Item, ...]
    place: str = ""
    kind: str = Meeting.Kind.ORDINARY
    visibility: str = Visibility.PUBLIC
    approved_by: str = ""
    correction: str = ""
    corrected: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Course:
    """A strategy, adopted by the item with this title."""

    slug: str
    title: str
    adopted_by: str = ""
    status: str = Strategy.Status.ADOPTED
    problem_understanding: str = ""
    routines: str = ""
    concern: str = ""
    objectives: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    review: int | None = None
    replaces: str = ""


@dataclass(frozen=True)
class Step:
    """A measure of a plan."""

    focus_area: str
    objective: str
    text: str
    responsible: str
    deadline: int
    theme: str = Theme.OTHER
    status: str = Measure.Status.PLANNED
    evaluation: str = ""


@dataclass(frozen=True)
class Scheme:
    """A plan, with what it builds on: texts with their source, how many years old, and where it is to be read."""

    slug: str
    title: str
    strategy: str = ""
    status: str = Plan.Status.CURRENT
    since: int = -300
    until: int = 430
    steps: tuple[Step, ...] = ()
    knowledge: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True)
class Example:
    """A council of these municipalities. `fields` are its own; `year` is its wheel: month, title, is it a meeting."""

    slug: str
    name: str
    municipalities: tuple[str, ...]
    status: str = Council.Status.ACTIVE
    since: int = -900
    language: str = "nb"
    form: str = Council.Form.MUNICIPAL
    fields: dict = field(default_factory=dict)
    agreement: str = ""
    seats: tuple[Seat, ...] = ()
    standing: tuple[tuple[str, str], ...] = ()
    year: tuple[tuple[int, str, bool], ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    courses: tuple[Course, ...] = ()
    schemes: tuple[Scheme, ...] = ()
