"""Organisational changes: municipalities and police districts merge, split, get a name or a number, or move.

A change is planned for a day to come (`models/changes.py`), shown before anything happens (`preview.py`) and carried
out by the daily job (`carrying_out.py`): first the places themselves (`places.py`), then whatever else rests on them.
The latter is done by followers. An app that has rows of its own that belong to municipalities or districts registers
one in its `AppConfig.ready`:

    organisational_changes.register(Councils())

A preview is the change itself, carried out and rolled back, so a follower says once what it does and is never asked
what it would do. Forgetting to register does not orphan anything: a change after which a row still points at a unit
that has ended fails, and names the row (`orphans.py`).
"""

_followers = []


class Follower:
    """What an app does about its own rows when units change. See `following.py` for those of this app."""

    # Relations that may go on pointing at a unit that has ended, as "app.Model.field": what happened there is history.
    remembers = frozenset()

    def questions(self, transition):
        """The rows of which somebody must say which successor gets them: `Question`s. None after a merger."""
        return ()

    def follow(self, transition):
        """Moves the rows, in the transaction of the change, and yields an `Effect` for each."""
        return ()


def register(follower):
    _followers.append(follower)


def followers():
    return tuple(_followers)
