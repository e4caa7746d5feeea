"""What pages list: things that need doing, tasks to choose from, links that filter."""

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


@dataclass(frozen=True)
class Choice:
    """A link of `filter_links.html`; `count` is how many rows it shows."""

    label: str
    count: int
    url: str
    is_chosen: bool
