"""What somebody gets who asks: for each answer, in the order of the page, its keys in a set of questions."""

import tomllib
from pathlib import Path

from django.utils import translation

from contacts import gazetteer
from guidance.models import Resource
from portal.search import engine
from portal.search.answers import reply
from portal.slt_search import answer_of_slt

FIRST = 3


def questions(name):
    """[(language, question, the keys of which one is expected)]"""
    asked = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return [(language, text, keys.split()) for language, of_it in asked.items() for text, keys in of_it.items()]


def rate(name):
    """The share of its questions that have their answer among the first; those that have not are printed."""
    asked = questions(name)
    wrong = [question for question in asked if not is_right(*question)]
    right = 1 - len(wrong) / len(asked)
    print(f"\n{name}: {len(asked)} questions, {len(asked) - len(wrong)} ({right:.1%}) right in the first {FIRST}")
    for language, text, keys in wrong:
        got = [" ".join(sorted(filter(None, found))[:3]) for found in answers(text, language)[:FIRST]]
        print(f"  {language}: {text}: expected {' or '.join(keys)}, got {'; '.join(got) or 'nothing'}")
    return right


def answers(text, language="nb"):
    with translation.override(language):
        if answer_of_slt(text):
            return [{"slt"}]
        answered = reply(text)
        if answered.place:
            return [{f"place:{answered.place.slug}"}]
        return [
            *({f"number:{key}"} for key in answered.numbers),
            *({f"card:{match.target.slug}"} for match in answered.places),
            *({f"local:{page.key}"} for page in answered.pages),
            *map(keys_of, answered.found.documents),
        ]


def keys_of(document):
    places = gazetteer.current().municipalities_by_id
    return {
        document.key,
        folder_of(document),
        *(address for _title, address, _text in document.texts.values()),
        *(f"{document.kind}@{places[int(place)].slug}" for place in document.places.split()),
    }


def folder_of(document):
    kind, _colon, key = document.key.partition(":")
    return Resource.objects.get(pk=key).key if kind == "resource" else ""


def is_right(language, text, keys):
    return any(set(keys) & found for found in answers(text, language)[:FIRST])


def titles(text, language="nb"):
    with translation.override(language):
        from portal.search.query import understand

        found = engine.search(understand(text), language=language).documents
        return [next(iter(document.texts.values()))[0] for document in found]
