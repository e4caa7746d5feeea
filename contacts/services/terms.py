"""On what terms somebody holds a function: with which share, and how much of it the public sees (R4)."""

import datetime
from dataclasses import asdict, dataclass

from contacts.models import Publication


@dataclass(frozen=True)
class Terms:
    share: int | None = None
    publication: str = Publication.FUNCTION_ONLY
    publication_decided_by: str = ""
    publication_decided_on: datetime.date | None = None

    def as_fields(self):
        return asdict(self)


FUNCTION_ONLY = Terms()
