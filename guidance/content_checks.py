"""What must hold between the files of content: pure, as content_files.py, which reads them."""

from contacts.snapshot_tables import Problem
from guidance.choices import REFERENCES
from guidance.models.editions import RESERVED


def cross_check(publishers, resources):
    problems = [Problem("publishers.toml", 0, reason) for reason in _of_publishers(publishers)]
    by_key, addresses = {one.key: one for one in resources}, {}
    for one in resources:
        problems += [
            Problem(f"{one.key}/about.toml", 0, reason) for reason in _of_resource(one, publishers, by_key, addresses)
        ]
    return problems


def _of_publishers(publishers):
    for slug, fields in publishers.items():
        successor = fields["successor"]
        if successor and successor not in publishers:
            yield f"{slug}: its successor “{successor}” is not among the publishers"
        if successor and not fields["ended_on"]:
            yield f"{slug}: say when it ended (ended_on), or take the successor away"
        if goes_in_a_circle(slug, lambda other: publishers.get(other, {}).get("successor")):
            yield f"{slug}: its successors go in a circle"


def _of_resource(one, publishers, by_key, addresses):
    if one.publisher not in publishers:
        yield f"the publisher “{one.publisher}” is not in publishers.toml"
    if one.superseded_by and one.superseded_by not in by_key:
        yield f"superseded_by: there is no folder “{one.superseded_by}”"
    if goes_in_a_circle(one.key, lambda key: key in by_key and by_key[key].superseded_by):
        yield "superseded_by goes in a circle"
    if one.fields["kind"] in REFERENCES and not one.fields["url"]:
        yield "what is kept elsewhere needs its web address (url)"
    if not one.texts:
        yield "there is no text in any language"
    for language, text in one.texts.items():
        owner = addresses.setdefault(text["slug"], one.key)
        if owner != one.key:
            yield f"[{language}] the slug “{text['slug']}” is that of {owner}"
        if text["slug"] in RESERVED:
            yield f"[{language}] the slug “{text['slug']}” is that of a page of the portal"


def goes_in_a_circle(start, following):
    seen, here = {start}, following(start)
    while here:
        if here in seen:
            return True
        seen.add(here)
        here = following(here)
    return False
