"""What an invented resource is described by. Days are counted from today: back where they are negative."""

from dataclasses import dataclass

from guidance.choices import Kind
from guidance.models import Edition

Status = Edition.Status


@dataclass(frozen=True)
class Text:
    title: str
    slug: str
    summary: str
    body: str


@dataclass(frozen=True)
class Edited:
    """An edition: its texts by language, and where it is on its way. `published`: days from today."""

    texts: dict
    published: int | None = None
    status: str = Status.APPROVED
    change_note: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Example:
    """`place`: the address of the municipality, or of the police district where `is_of_district`."""

    kind: Kind
    place: str
    owner: str
    editions: tuple[Edited, ...]
    is_of_district: bool = False
    publisher: str = ""
    themes: tuple = ()
    audiences: tuple = ()
    reviewed: int = -30
    review: int = 335
    archived: int | None = None
    superseded_by: str = ""

    @property
    def slug(self):
        """The address that it always has: of its first text."""
        return next(iter(self.editions[0].texts.values())).slug
