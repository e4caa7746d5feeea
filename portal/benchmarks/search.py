"""Search beside a naive `icontains`, at 100,000 generated documents, on SQLite and on PostgreSQL in one run.

`python -m portal.benchmarks.search [documents]`: makes its own databases in a temporary folder, and takes them away.
The naive one counts and shows a page; ours also says how much there is of each kind, theme and language, ranks, and
mends misspellings.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

DOCUMENTS = 100_000
# So many are made, and then copied.
DISTINCT = 4_000
# The mean of what is searched in a portal with its library and examples.
WORDS_OF_A_TEXT, WORDS_OF_A_TITLE = 139, 5
QUESTIONS = 30
SEED = 20


def main(documents):
    from portal.tests import postgres

    with tempfile.TemporaryDirectory(prefix="portal-search-") as folder:
        measure({"DATA_DIR": folder, "DATABASE_URL": ""}, documents)
        with postgres.server() as url:
            measure({"DATA_DIR": folder, "DATABASE_URL": url}, documents)


def measure(environment, documents):
    """In a process of its own: settings are read once."""
    command = [sys.executable, "-m", "portal.benchmarks.search", str(documents), "--here"]
    subprocess.run(command, env=os.environ | environment, check=True)  # noqa: S603 (our own program)


def here(documents):
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    naive = fill(documents)
    asked = questions()
    # The lexicon is read once in a process.
    ask(asked[0])
    ours = [milliseconds(lambda text=text: ask(text)) for text in asked]
    theirs = [milliseconds(lambda text=text: ask_naively(naive, text)) for text in asked]
    print(f"{documents:,} documents on {connection.vendor}, {len(asked)} questions")
    for name, times in (("search", ours), ("icontains", theirs)):
        print(f"  {name:<10} median {statistics.median(times):8.1f} ms   p95 {p95(times):8.1f} ms")
    print(f"  p95 of search is {p95(ours) / p95(theirs):.3f} of that of icontains", flush=True)


def p95(times):
    return statistics.quantiles(times, n=20)[-1]


def milliseconds(act):
    """The median of three times, so that what else the machine does counts for little."""
    return statistics.median(_once(act) for _time in range(3))


def _once(act):
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def ask(text):
    from portal.search import engine
    from portal.search.query import understand

    return engine.search(understand(text), language="nb")


def ask_naively(naive, text):
    from django.db.models import Q

    rows = naive.objects.order_by("pk")
    for word in text.split():
        rows = rows.filter(Q(title__icontains=word) | Q(text__icontains=word))
    return rows.count(), list(rows[:10])


def vocabulary():
    """Words as they stand in the texts of the library and in compounds of them, the commonest first."""
    from collections import Counter

    from guidance.content_files import CONTENT
    from portal.search.words import SMALL, folded, written

    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted(CONTENT.glob("*/nb.md")))
    counted = Counter(form.lower() for form in written(texts) if form.isalpha())
    return [form for form, _count in counted.most_common(4000) if form not in SMALL and len(folded(form)) == 1]


def fill(documents):
    from django.db import connection, models, transaction

    from portal.search import indexing, lexicon
    from portal.search.drafts import Draft
    from portal.search.models import Kind, Word
    from portal.search.words import folded, stem

    class Naive(models.Model):  # noqa: DJ008 (nobody reads its name)
        title = models.TextField()
        text = models.TextField()

        class Meta:
            app_label = "portal"

    with connection.schema_editor() as editor:
        editor.create_model(Naive)
    words = vocabulary()
    weights = [1 / (rank + 3) for rank in range(len(words))]
    forms = {folded(form)[0]: form for form in words}
    Word.objects.bulk_create(
        [
            Word(folded=word, form=form, stem=stem(word), documents=int(documents * min(1, 30 * weights[rank])) + 1)
            for rank, (word, form) in enumerate(forms.items())
        ],
        batch_size=500,
    )
    lexicon.check_again()
    chance, known, kinds = random.Random(SEED), lexicon.current(), list(Kind.values)  # noqa: S311 (nothing secret)
    made, plain = [], []
    for number in range(DISTINCT):
        said = chance.choices(words, weights, k=WORDS_OF_A_TITLE + WORDS_OF_A_TEXT)
        title, text = " ".join(said[:WORDS_OF_A_TITLE]), " ".join(said[WORDS_OF_A_TITLE:])
        draft = Draft(f"made:{number}", f"made:{number}", kinds[number % 16], {"nb": (title, "/", text)})
        made.append(indexing._row(draft, known))
        plain.append(Naive(title=title, text=text))
    with transaction.atomic():
        indexing.add(made)
        Naive.objects.bulk_create(plain, batch_size=500)
        copy(documents // DISTINCT - 1, Naive)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Naive


def copy(times, naive):
    """Each document again, so many times: what costs is how many have a word, not how different they are."""
    from django.db import connection

    from portal.search import tables
    from portal.search.models import Document

    columns = [field.column for field in Document._meta.concrete_fields if field.column != "id"]
    columns += ["words"] if connection.vendor == "postgresql" else []
    names = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(id) FROM portal_document")
        last = cursor.fetchone()[0]
        for time_ in range(1, times + 1):
            by = time_ * last
            cursor.execute(
                f"INSERT INTO portal_document (id, {names}) SELECT id + {by}, {names} FROM portal_document"  # noqa: S608
                f" WHERE id <= {last}"
            )
            if connection.vendor == "sqlite":
                cursor.execute(
                    f"INSERT INTO {tables.WORDS} (rowid, title, body) SELECT rowid + {by}, title, body"  # noqa: S608
                    f" FROM {tables.WORDS} WHERE rowid <= {last}"
                )
            table = naive._meta.db_table
            cursor.execute(
                f"INSERT INTO {table} (id, title, text) SELECT id + {by}, title, text FROM {table} WHERE id <= {last}"  # noqa: S608
            )


def questions():
    """One to three words, common and rare; every fifth with a slip."""
    chance, words = random.Random(SEED + 1), [word for word in vocabulary() if len(word) > 3]  # noqa: S311
    asked = []
    for number in range(QUESTIONS):
        some = [words[min(int(chance.paretovariate(0.35)) * 3, len(words) - 1)] for _ in range(number % 3 + 1)]
        if number % 5 == 0:
            some[0] = some[0][:2] + some[0][3:]
        asked.append(" ".join(some))
    return asked


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    here(count) if "--here" in sys.argv else main(count)
