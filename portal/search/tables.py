"""The full text of documents in the database's own engine: FTS5 in SQLite, tsvector in PostgreSQL. And its locks.

What differs between them is here and nowhere else. An expression is a list of groups, each a list of alternatives, each
a tuple of stems: every group is wanted, by any alternative, of which every stem is wanted. Stems are letters and
digits alone, so there is nothing to escape, and what is neither is refused.
"""

import re
from contextlib import contextmanager

from django.db import connections, transaction
from django.db.models import FloatField
from django.db.models.expressions import RawSQL

WORDS = "portal_document_words"
TITLE, TEXT = 8, 1
STEM = re.compile(r"[a-z0-9]+")
# PostgreSQL keeps no position beyond.
LAST_POSITION = 16_383
# How a stem stands in a question; in PostgreSQL one of a title stands there a second time, as `!stem`: its index knows
# no weights, and would have to read every document again to find those that have the word in their title.
QUOTED, OF_A_LEXEME, OF_A_TITLE = '"{}"', "'{}'", "'!{}'"

SQLITE = [
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {WORDS} USING fts5(title, body, tokenize = 'ascii')",
    "DROP TRIGGER IF EXISTS words_go_with_their_document",
    """
    CREATE TRIGGER words_go_with_their_document AFTER DELETE ON portal_document
    BEGIN DELETE FROM portal_document_words WHERE rowid = OLD.id; END
    """,
]
POSTGRESQL = [
    "ALTER TABLE portal_document ADD COLUMN IF NOT EXISTS words tsvector",
    f"CREATE INDEX IF NOT EXISTS {WORDS} ON portal_document USING gin (words)",
]


def install(using, **kwargs):
    """For the signal `post_migrate`; not while the table is not there yet, or was taken away."""
    connection = connections[using]
    if "portal_document" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in SQLITE if connection.vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)


def write(connection, rows):
    """`rows`: [(key of the document, stems of its title, stems of its text)], of documents that have none yet."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            lines = [(pk, " ".join(title), " ".join(text)) for pk, title, text in rows]
            cursor.executemany(f"INSERT INTO {WORDS} (rowid, title, body) VALUES (%s, %s, %s)", lines)  # noqa: S608
        else:
            lines = [(_vector(title, text), pk) for pk, title, text in rows]
            cursor.executemany("UPDATE portal_document SET words = %s::tsvector WHERE id = %s", lines)


def _vector(title, text):
    places = {OF_A_TITLE.format(_checked(word)): ["1"] for word in title}
    for at, word in enumerate([*title, *text], start=1):
        weight = "A" if at <= len(title) else "D"
        places.setdefault(OF_A_LEXEME.format(_checked(word)), []).append(f"{min(at, LAST_POSITION)}{weight}")
    # No more than 255 positions of a word are kept.
    return " ".join(f"{word}:{','.join(found[:255])}" for word, found in places.items())


def tidy(connection):
    """FTS5 keeps the stems of a document that went in its segments until these are written anew."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('optimize')")  # noqa: S608


def matching(documents, expression):
    connection = connections[documents.db]
    if connection.vendor == "sqlite":
        query = _joined(expression, " AND ", " OR ", QUOTED)
        # Joined by hand: a subquery would be asked for each row again when it is to be ordered.
        found = documents.extra(  # noqa: S610 (no text of anybody's: stems alone, and as a parameter)
            tables=[WORDS],
            where=[f"{WORDS}.rowid = portal_document.id", f"{WORDS} MATCH %s"],
            params=[query],
        )
        return found.annotate(
            closeness=RawSQL(f"-bm25({WORDS}, {TITLE}, {TEXT})", [], output_field=FloatField())  # noqa: S611
        )
    query = _joined(expression, " & ", " | ", OF_A_LEXEME)
    weights = "'{%s, 0, 0, %s}'" % (TEXT / TITLE, 1)  # noqa: UP031
    return documents.extra(where=["portal_document.words @@ %s::tsquery"], params=[query]).annotate(
        closeness=RawSQL(f"ts_rank({weights}, portal_document.words, %s::tsquery)", [query], output_field=FloatField())  # noqa: S611
    )


def some(connection, expression, most, *, in_title=False):
    """Keys of so many documents that match, in no order: what costs the same however many there are."""
    if connection.vendor == "sqlite":
        query = _joined(expression, " AND ", " OR ", QUOTED)
        sql = f"SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH %s LIMIT %s"  # noqa: S608
        query = f"{{title}} : ({query})" if in_title else query
    else:
        query = _joined(expression, " & ", " | ", OF_A_TITLE if in_title else OF_A_LEXEME)
        sql = "SELECT id FROM portal_document WHERE words @@ %s::tsquery LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [query, most])
        return [pk for (pk,) in cursor.fetchall()]


@contextmanager
def waiting_briefly(connection, milliseconds):
    """One transaction, which fails with a DatabaseError when it would have to wait longer for another."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            [usual] = cursor.execute("PRAGMA busy_timeout").fetchone()
            cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
        try:
            with transaction.atomic(connection.alias):
                if connection.vendor == "postgresql":
                    cursor.execute("SET LOCAL lock_timeout = %s", [milliseconds])
                yield
        finally:
            if connection.vendor == "sqlite":
                cursor.execute(f"PRAGMA busy_timeout = {usual}")


def _joined(expression, every, either, quoted):
    groups = (
        either.join(
            "(" + every.join(quoted.format(_checked(word)) for word in alternative) + ")" for alternative in group
        )
        for group in expression
    )
    return every.join(f"({group})" for group in groups)


def _checked(word):
    if not STEM.fullmatch(word):
        raise ValueError("A stem is letters and digits alone")
    return word
