"""What an example consists of. A day is so many days from today (minus 12: twelve days ago), or a (month, day) of the
year of the working cycle that it stands in."""

from dataclasses import dataclass, field

from councils.choices import Agency, Theme, Visibility
from councils.examples import shapes
from councils.examples.shapes import Seat, Task
from slt.choices import Effect, Level, Outcome, Sector
from slt.models import DialogueEvent, DialogueProcess
from slt.models import Measure as MeasureRow
from slt.models import Scheme as SchemeRow

__all__ = ["Seat", "Task"]


@dataclass(frozen=True)
class Item(shapes.Item):
    """Of a group: internal, unless it says otherwise."""

    visibility: str = Visibility.INTERNAL


@dataclass(frozen=True)
class Gathering(shapes.Gathering):
    visibility: str = Visibility.INTERNAL


@dataclass(frozen=True)
class Office:
    municipality: str
    place: str
    days: str = ""


@dataclass(frozen=True)
class Coordinator:
    """The invented contact point with this key (contacts/examples.py)."""

    key: str
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True)
class Group:
    """`represented`: on behalf of whom, how many, and what they are."""

    slug: str
    name: str
    level: str = Level.COORDINATING
    target_group: str = ""
    task: str = ""
    minimum: int = 4
    ended: int | None = None
    represented: tuple[tuple[str, int, str], ...] = ()
    seats: tuple[Seat, ...] = ()
    standing: tuple[tuple[str, str], ...] = ()
    year: tuple[tuple[int, str, bool], ...] = ()
    gatherings: tuple[Gathering, ...] = ()


@dataclass(frozen=True)
class Finding:
    key: str
    text: str
    source: str
    on: object
    theme: str = Theme.YOUTH
    municipality: str = ""
    visibility: str = Visibility.PUBLIC


@dataclass(frozen=True)
class Priority:
    """From the findings with these keys, put to the steering group as the item with the title `item`."""

    title: str
    reason: str = ""
    theme: str = Theme.YOUTH
    findings: tuple[str, ...] = ()
    item: str = ""
    outcome: str = Outcome.WAITING
    visibility: str = Visibility.PUBLIC


@dataclass(frozen=True)
class Measure:
    """Of the priority with this title, carried out by the group with this address."""

    text: str
    due: object = None
    agency: str = Agency.MUNICIPALITY
    responsible: str = ""
    priority: str = ""
    group: str = ""
    theme: str = Theme.YOUTH
    status: str = MeasureRow.Status.PLANNED
    done: object = None
    effect: str = ""
    evaluation: str = ""
    visibility: str = Visibility.PUBLIC


@dataclass(frozen=True)
class Year:
    """`back`: how many years ago."""

    back: int = 0
    findings: tuple[Finding, ...] = ()
    priorities: tuple[Priority, ...] = ()
    measures: tuple[Measure, ...] = ()
    evaluation: str = ""
    evaluated: object = None
    summary: str = ""
    documented: object = None


@dataclass(frozen=True)
class Event:
    title: str
    on: int
    place: str = ""
    at: int = 18
    is_open: bool = True
    status: str = DialogueEvent.Status.PLANNED
    people: int | None = None
    outcome: str = ""


@dataclass(frozen=True)
class Dialogue:
    """`came_from` is what it came from: ("item" | "plan_measure" | "measure", the title or text of that)."""

    slug: str
    title: str
    aim: str
    theme: str = Theme.COOPERATION
    status: str = DialogueProcess.Status.ONGOING
    since: int = -60
    until: int | None = None
    is_open: bool = True
    outcome: str = ""
    came_from: tuple[str, str] | None = None
    visibility: str = Visibility.PUBLIC
    parties: tuple[tuple[str, str, str], ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Scheme:
    """A scheme of these municipalities, steered by the invented council with the address `council`, or by none."""

    slug: str
    name: str
    municipalities: tuple[str, ...]
    status: str = SchemeRow.Status.ACTIVE
    since: int = -900
    language: str = "nb"
    council: str = ""
    coordinators: tuple[Coordinator, ...] = ()
    fields: dict = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    years: tuple[Year, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()


__all__ += ["Effect", "Level", "Outcome", "Sector"]
