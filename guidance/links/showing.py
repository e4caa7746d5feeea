"""What readers are told of an address before they go there. In memory: it is asked for every link on a page."""

from dataclasses import dataclass
from datetime import date

from contacts.shelf import Shelf
from guidance.links.leading import key
from guidance.markdown import broken_words, links_in
from guidance.models import CheckedLink

Status = CheckedLink.Status


@dataclass(frozen=True)
class State:
    """`status` of CheckedLink; `worked_on` is the day on which it was last seen working, if it ever was."""

    status: str = Status.WORKS
    worked_on: date | None = None
    moved_to: str = ""

    @property
    def is_broken(self):
        return self.status == Status.BROKEN

    @property
    def words(self):
        """What stands behind a link that does not work."""
        return broken_words(self.worked_on) if self.is_broken else ""


WORKS = State()


def _unlike_the_others(places):
    rows = CheckedLink.objects.filter(status__in=[Status.BROKEN, Status.MOVED])
    return {url: State(*others) for url, *others in rows.values_list("url", "status", "worked_on", "moved_to")}


_shelf = Shelf(_unlike_the_others)


def state_of(url):
    """Broken, moved, or else nothing to be told: what was not checked is taken to work."""
    return _shelf.current().get(key(url), WORKS)


def broken_in(text):
    """For `render(…, broken=…)`: those of the links in a text that do not work, each with the day on which it did."""
    states = ((url, state_of(url)) for url in links_in(text))
    return tuple((url, state.worked_on) for url, state in states if state.is_broken)
