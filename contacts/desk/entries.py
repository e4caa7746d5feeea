"""What the first page of a desk lists: things that need doing, and tasks to choose from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Todo:
    """So many things that need doing, and where."""

    count: int
    text: str
    url: str
    color: str = "warning"


@dataclass(frozen=True)
class Task:
    title: str
    text: str
    url: str
