"""What the list of SLT across municipalities shows: which have it, for whom, and which have none."""

from collections import Counter
from dataclasses import dataclass

from contacts.desk.entries import Choice
from councils.lists import is_in
from slt import index
from slt.forms import STATES, UNDESCRIBED, WITHOUT, share_class
from slt.index import Answer


@dataclass(frozen=True)
class Line:
    """A municipality with those of its schemes that fit what was chosen."""

    answer: Answer
    schemes: tuple

    @property
    def place(self):
        return self.answer.place

    @property
    def states(self):
        states = {scheme.status for scheme in self.schemes}
        undescribed = {UNDESCRIBED} if self.answer.is_undescribed else set()
        return states | undescribed | (set() if self.answer.has_slt else {WITHOUT})

    @property
    def is_registered(self):
        return bool(self.schemes) or self.answer.is_undescribed


def lines(chosen):
    """The municipalities of today that fit, in Norwegian order; whatever their status."""
    found = [Line(answer, _fitting(answer.schemes, chosen)) for answer in answers(chosen)]
    if narrows(chosen):
        found = [line for line in found if line.schemes]
    if share := chosen.get("andel"):
        found = [line for line in found if share in shares(line.answer)]
    return found


def answers(chosen):
    """Those in the county and the district."""
    return [answer for answer in index.current().all if is_in(answer.place, chosen)]


def narrows(chosen):
    """Asks for what only a scheme that is described can tell."""
    return "ages" in chosen or "niva" in chosen


def _fitting(schemes, chosen):
    """A scheme that was wound up is for no age any longer, unless one asks for just those."""
    ages, level = chosen.get("ages"), chosen.get("niva")
    if narrows(chosen) and chosen.get("status") != "ended":
        schemes = [scheme for scheme in schemes if not scheme.has_ended]
    return tuple(
        scheme
        for scheme in schemes
        if (ages is None or scheme.covers(ages.first, ages.last)) and (level is None or level in scheme.levels)
    )


def shares(answer):
    """The classes of its coordinators' position shares, as far as these are shown publicly; none without SLT."""
    if not (answer.coordinators or answer.scheme):
        return set()
    return {_share(contact) for contact in answer.coordinators} or {"ikke-oppgitt"}


def _share(contact):
    if contact.state == "vacant":
        return "ledig"
    total = sum(holder.share or 0 for holder in contact.holders)
    return share_class(total) if total else "ikke-oppgitt"


def with_status(found, status):
    """Those lines, each with its schemes of that status alone; of those without SLT today, all that there was."""
    if not status:
        return found
    fitting = [line for line in found if status in line.states]
    if status in (WITHOUT, UNDESCRIBED):
        return fitting
    return [Line(line.answer, tuple(one for one in line.schemes if one.status == status)) for line in fitting]


def apart(found):
    """Those of which something is registered, and those of which nothing is."""
    return [line for line in found if line.is_registered], [line for line in found if not line.is_registered]


def status_links(found, chosen, address):
    """How many municipalities are where; one that was wound up is also without SLT today."""
    counts = Counter(status for line in found for status in line.states)
    return [
        Choice(label, counts[status], address(status=status), chosen.get("status") == status)
        for status, label in STATES
        if counts[status]
    ]


def shared(chosen):
    """[(coordinator, the municipalities it serves)] where these are several and one of them fits."""
    fitting = {line.place.id for line in lines(chosen)}
    return [group for group in index.current().shared if any(place.id in fitting for place in group[1])]


def counts(fitting, shown, chosen):
    """For the sentence on top: of those that fit, how many have SLT, have none, cover the ages that were asked of."""
    return {
        "fitting": sum(line.is_registered for line in shown),
        "having": sum(line.answer.has_slt for line in fitting),
        "without": sum(not line.answer.has_slt for line in fitting),
        "covering": sum(any(scheme.is_active for scheme in line.schemes) for line in shown),
        "undescribed": sum(answer.is_undescribed for answer in answers(chosen)),
    }
