"""From a question to what is found: how much of each kind, and the closest of it.

The database finds what has the words and says how much of which kind; which of that is closest is decided here, the
same on every database. A question costs the same few queries however much is found.
"""

import datetime
import math
from collections import Counter
from dataclasses import dataclass, field

from django.utils import timezone

from portal.search.models import Document
from portal.search.query import Group, Query

# With fewer that have all the words, those that have some of them are shown as well.
FEW = 6
# Of more than so many hits not all are counted: nobody reads them, and everybody would wait.
MANY = 600
# Among so many of those that the database finds closest is looked for the order in which they are shown.
LOOKED_AT = 120
A_PAGE = 10
LAST_PAGE = LOOKED_AT // A_PAGE

IN_TITLE, SAYS_WHAT_IT_IS, IN_TEXT = 3.0, 1.3, 1.0
WHOLE_TITLE, HERE, ELSEWHERE = 6.0, 8.0, 0.45
OWN_LANGUAGE, OF_THE_KIND = 1.05, 3.0
FRESH, FRESH_DAYS = 0.05, 730
ROW = ("pk", "key", "kind", "languages", "themes", "places", "changed_on", "weight", "title_words", "counted")


@dataclass(frozen=True)
class Filters:
    kind: str = ""
    theme: str = ""
    language: str = ""


@dataclass(frozen=True)
class Found:
    """`documents`: those of the page, closest first. `counts`: {facet: {value: how many}}, each as if that facet were
    not narrowed. `all_words`: whether each of them has every word that was asked for. `is_more`: there are more than
    the total, which were not counted.
    """

    query: Query
    total: int = 0
    documents: list = field(default_factory=list)
    counts: dict = field(default_factory=dict)
    all_words: bool = True
    page: int = 1
    is_more: bool = False

    @property
    def at_least(self):
        """Where not all were counted, nobody needs the last digits."""
        return self.total - self.total % 100

    @property
    def pages(self):
        return min(math.ceil(self.total / A_PAGE), LAST_PAGE)


NOTHING = {"kind": Counter(), "theme": Counter(), "language": Counter()}


def search(query, *, language, filters=Filters(), places=(), page=1):
    """`places`: the municipalities that the question names, whose own things come first."""
    if not query:
        return Found(query, counts=NOTHING)
    today, wanted = timezone.localdate(), {str(place) for place in places}
    for groups in (query.groups, (_any_of(query.groups),)):
        expression = [group.alternatives for group in groups]
        current = Document.objects.current(today)
        some = current.some_of(expression, MANY)
        is_more = len(some) == MANY
        matching = current.some_matching(expression, some) if is_more else current.matching(expression)
        found = list(matching.order_by().values_list("pk", "kind", "themes", "languages", "places", "closeness"))
        fitting, counts = _counts(found, filters)
        if len(query.groups) == 1 or (sum(counts["kind"].values()) >= FEW and _has_some_of(fitting, wanted)):
            break
    all_words = groups is query.groups
    total = len(fitting)
    if not total:
        return Found(query, counts=counts, all_words=all_words)
    rows = Document.objects.filter(pk__in=_closest(fitting, wanted)).values(*ROW)
    ranked = sorted(rows, key=lambda row: (-_score(row, query, language, wanted, today), row["pk"]))
    page = max(1, min(page, math.ceil(min(total, LOOKED_AT) / A_PAGE)))
    shown = [row["pk"] for row in ranked[(page - 1) * A_PAGE : page * A_PAGE]]
    documents = Document.objects.defer("counted", "title_words").in_bulk(shown)
    return Found(query, total, [documents[pk] for pk in shown], counts, all_words, page, is_more)


def _any_of(groups):
    """One group of all: whatever has any of the words."""
    return Group("", {alternative: 1.0 for group in groups for alternative in group.alternatives})


def _counts(found, filters):
    """Those that fit, and how many there are of each kind, theme and language."""
    counts, fitting = {"kind": Counter(), "theme": Counter(), "language": Counter()}, []
    for row in found:
        _pk, kind, themes, languages, _places, _closeness = row
        values = {"kind": [kind], "theme": themes.split(), "language": languages.split()}
        fits = {name: getattr(filters, name) in ("", *of_row) for name, of_row in values.items()}
        if all(fits.values()):
            fitting.append(row)
        for name, of_row in values.items():
            if all(fit for other, fit in fits.items() if other != name):
                counts[name].update(of_row)
    return fitting, counts


def _has_some_of(fitting, wanted):
    """Whoever names a place would rather have something of it than every other word."""
    return not wanted or any(_is_of(row, wanted) for row in fitting)


def _is_of(row, wanted):
    *_others, of_row, _closeness = row
    return not wanted.isdisjoint(of_row.split())


def _closest(fitting, wanted):
    """Their keys, those of the places first, so that none of them is left out where there are very many others."""

    def order(row):
        pk, *_others, closeness = row
        return _is_of(row, wanted), closeness, -pk

    return [row[0] for row in sorted(fitting, key=order, reverse=True)[:LOOKED_AT]]


def _score(row, query, language, wanted_places, today):
    hits = [_hit(group, row["counted"]) for group in query.groups]
    wanted = sum(group.weight for group in query.groups)
    score = sum(group.weight * hit for group, hit in zip(query.groups, hits, strict=True))
    covered = sum(group.weight for group, hit in zip(query.groups, hits, strict=True) if hit) / wanted
    score *= covered**2 * row["weight"]
    score += OF_THE_KIND * (row["kind"] in query.kinds)
    score += WHOLE_TITLE * _of_title(row["title_words"], query)
    if wanted_places:
        own = set(row["places"].split())
        score = score + HERE if own & wanted_places else score * (ELSEWHERE if own else 1)
    elif row["places"]:
        score *= 0.85
    if language in row["languages"].split():
        score *= OWN_LANGUAGE
    return score * (1 + FRESH * _freshness(row["changed_on"], today))


def _hit(group, counted):
    """How well one word is found in a document: in its title, or so often in its text."""
    return max(
        (
            counts * min(_of_stem(word, counted) for word in alternative)
            for alternative, counts in group.found_by.items()
        ),
        default=0,
    )


def _of_stem(word, counted):
    at = counted.find(f" {word}:")
    times = 0
    if at >= 0:
        times = int(counted[at + len(word) + 2 : counted.index(" ", at + 1)])
    in_text = IN_TEXT * times / (times + 2)
    return in_text + max(IN_TITLE * (f" {word}! " in counted), SAYS_WHAT_IT_IS * (f" {word}? " in counted))


def _of_title(titles, query):
    """How much of the title the question is, and the other way round: 1 for the title itself, in any language."""
    asked = query.stems
    best = 0
    for title in titles.split("|"):
        words = set(title.split())
        if words:
            common = sum(
                any(word in words for alternative in group.alternatives[:1] for word in alternative)
                for group in query.groups
            )
            best = max(best, (common / len(query.groups)) * len(words & asked) / len(words))
    return best**2


def _freshness(day, today):
    if day is None:
        return 0
    return max(0.0, 1 - abs((today - day) / datetime.timedelta(days=FRESH_DAYS)))
