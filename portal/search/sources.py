"""Where documents come from. A source is a function of keys, or of nothing for all, that tells what is public of each.

It asks a handful of queries, however many things there are.
"""

from portal.search import fixed, of_bodies, of_guidance, of_slt

SOURCES = {
    "page": fixed.pages,
    "body": of_bodies.councils,
    "meeting": of_bodies.meetings,
    "strategy": of_bodies.strategies,
    "plan": of_bodies.plans,
    "report": of_bodies.reports,
    "scheme": of_slt.schemes,
    "group": of_slt.groups,
    "year": of_slt.years,
    "dialogue": of_slt.dialogues,
    "resource": of_guidance.resources,
    "publisher": of_guidance.publishers,
}


def everything():
    for source in SOURCES.values():
        yield from source()


def of(owners):
    """What is public now of these owners ("meeting:12")."""
    keys = {}
    for owner in owners:
        name, _colon, key = owner.partition(":")
        keys.setdefault(name, []).append(int(key))
    for name, ids in keys.items():
        yield from SOURCES[name](ids)
