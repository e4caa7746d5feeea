"""From what is public to the rows that are searched: all of it, or what belongs to a few owners.

A writer holds the row of the content version, as everyone does who changes public content: so what is read here is what
holds until it is written, and nothing that was hidden meanwhile comes back.
"""

import hashlib
import json
from collections import Counter, defaultdict

from django.db import connections, router, transaction

from contacts import gazetteer
from contacts.models import ContentVersion
from portal.search import lexicon, sources, tables
from portal.search.models import Document, Word
from portal.search.words import ENGLISH, LONGEST_WORD, SMALL, folded, stem, stems

AT_ONCE = 500
# Raised when the same texts are to become other words, so that every row is made again.
EDITION = 1


@transaction.atomic
def rebuild():
    """Everything; only what differs is written. Returns how many rows were added and removed."""
    _hold()
    drafts = list(sources.everything())
    _write_lexicon(drafts)
    return _write(drafts, Document.objects.all())


@transaction.atomic
def reindex(owners):
    """What is public now of these owners, and nothing else of theirs. Their new words are learned as well."""
    _hold()
    drafts = list(sources.of(owners))
    _learn(drafts)
    return _write(drafts, Document.objects.of_owners(owners))


def repair(today):
    """For the daily job: what the signals have missed, or what a new day has changed. What went leaves no trace."""
    changed = rebuild()
    tables.tidy(connections[router.db_for_write(Document)])
    return changed


def _hold():
    ContentVersion.objects.get_or_create(pk=1)
    ContentVersion.objects.select_for_update().get(pk=1)
    gazetteer.check_again()


def _write(drafts, among):
    known = lexicon.current()
    wanted = {}
    for draft in drafts:
        row, title, text = _row(draft, known)
        wanted[row.key, row.mark] = row, title, text
    there = {(key, mark): pk for pk, key, mark in among.values_list("pk", "key", "mark")}
    gone = [pk for what, pk in there.items() if what not in wanted]
    for start in range(0, len(gone), AT_ONCE):
        Document.objects.filter(pk__in=gone[start : start + AT_ONCE]).delete()
    new = [made for what, made in wanted.items() if what not in there]
    add(new)
    return len(new) + len(gone)


def add(made):
    """`made`: [(row, stems of its title, stems of its text)]."""
    connection = connections[router.db_for_write(Document)]
    for start in range(0, len(made), AT_ONCE):
        some = made[start : start + AT_ONCE]
        rows = Document.objects.bulk_create([row for row, _title, _text in some])
        tables.write(connection, [(row.pk, title, text) for row, (_same, title, text) in zip(rows, some, strict=True)])


def _row(draft, known):
    title, text = [], []
    for language, (heading, _address, body) in draft.texts.items():
        title += words_of(heading, language, known)
        text += words_of(body, language, known)
    also = words_of(draft.also, "nb", known) + words_of(draft.also, ENGLISH, known)
    row = Document(
        family=draft.family or draft.owner,
        owner=draft.owner,
        key=draft.key,
        kind=draft.kind,
        languages=spaced(draft.texts),
        themes=spaced(draft.themes),
        places=spaced(draft.places),
        from_day=draft.from_day,
        to_day=draft.to_day,
        changed_on=draft.changed_on,
        is_example=draft.is_example,
        weight=draft.weight,
        title_words="|".join(" ".join(stems(one[0], language)) for language, one in draft.texts.items()),
        counted=spaced([*_with_counts([*text, *also]), *_marked(title, "!"), *_marked(also, "?")]),
        texts=draft.texts,
    )
    row.mark = _mark(row, title)
    return row, title, text + also


def _with_counts(words):
    return (f"{word}:{count}" for word, count in Counter(words).items())


def _marked(words, sign):
    return (f"{word}{sign}" for word in dict.fromkeys(words))


def _mark(row, title):
    fields = [field.attname for field in Document._meta.concrete_fields if field.attname not in ("id", "mark")]
    said = json.dumps([EDITION, title, [getattr(row, name) for name in fields]], default=str, sort_keys=True)
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def words_of(text, language, known):
    """The stems of a text, each compound followed by what it is made of."""
    found = []
    for word in folded(text):
        if word not in SMALL:
            found.append(stem(word, language))
            if language != ENGLISH:
                found += known.parts(word)
    return found


def spaced(words):
    """ " 301 3201 ": so that one can be looked for with a space on either side."""
    words = " ".join(map(str, words))
    return f" {words} " if words else ""


def _forms(drafts):
    """{folded word: (as it is written, its stem, in how many documents)}, of those for which there is room.

    A stem may be longer than its word, and PostgreSQL refuses what does not fit.
    """
    forms, stem_of, counts = {}, {}, defaultdict(int)
    for draft in drafts:
        of_draft = {}
        for language, (heading, _address, body) in draft.texts.items():
            for word, form in lexicon.forms_of(f"{heading} {body}").items():
                of_draft.setdefault(word, (form, language))
        for word, form in lexicon.forms_of(draft.also).items():
            of_draft.setdefault(word, (form, "nb"))
        for word, (form, language) in of_draft.items():
            counts[word] += 1
            if word not in forms:
                forms[word], stem_of[word] = form, stem(word, language)
    fitting = (word for word in forms if max(len(forms[word]), len(stem_of[word])) <= LONGEST_WORD)
    return {word: (forms[word], stem_of[word], counts[word]) for word in fitting}


def _write_lexicon(drafts):
    """Exactly the words of these documents."""
    forms = _forms(drafts)
    there = {row.folded: row for row in Word.objects.all()}
    gone = [row.pk for word, row in there.items() if word not in forms]
    for start in range(0, len(gone), AT_ONCE):
        Word.objects.filter(pk__in=gone[start : start + AT_ONCE]).delete()
    changed = [
        Word(pk=there[word].pk, folded=word, form=form, stem=stem_, documents=count)
        for word, (form, stem_, count) in forms.items()
        if word in there and (there[word].form, there[word].stem, there[word].documents) != (form, stem_, count)
    ]
    Word.objects.bulk_update(changed, ["form", "stem", "documents"], batch_size=AT_ONCE)
    _add_words({word: found for word, found in forms.items() if word not in there})
    lexicon.check_again()


def _learn(drafts):
    forms = _forms(drafts)
    there = set(Word.objects.filter(folded__in=forms).values_list("folded", flat=True))
    _add_words({word: found for word, found in forms.items() if word not in there})


@transaction.atomic
def forget_words(gone):
    """Of these stems those that no document has, today's or one that waits for its day."""
    known = set(Word.objects.filter(stem__in=gone).values_list("stem", flat=True))
    unused = [word for word in known if not Document.objects.all().matching([[(word,)]]).exists()]
    if unused:
        Word.objects.filter(stem__in=unused).delete()
        lexicon.check_again()


def _add_words(forms):
    rows = [Word(folded=word, form=form, stem=stem, documents=count) for word, (form, stem, count) in forms.items()]
    Word.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)
    if rows:
        lexicon.check_again()
