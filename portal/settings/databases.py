"""One connection string in, Django's settings out, with what each database needs to be safe under load."""

from contextlib import suppress

import environ
from django.core.exceptions import ImproperlyConfigured

EXAMPLE = "postgres://USER:PASSWORD@HOST:5432/NAME or sqlite:////FOLDER/portal.sqlite3"
STATEMENT_TIMEOUT_MS = 30_000
LOCK_TIMEOUT_MS = 10_000


def database_from(url, *, otherwise):
    """The settings for a connection string; for none, those for an SQLite file at the path `otherwise`.

    A path is not made into an address: "#", "+" and "?" in it would mean something else there.
    """
    if not url:
        return sqlite({"ENGINE": "django.db.backends.sqlite3", "NAME": otherwise})
    complete = {"sqlite": sqlite, "postgres": postgresql, "postgresql": postgresql}.get(url.partition(":")[0])
    with suppress(ValueError):  # such as a port that is no number
        if complete:
            return complete(environ.Env.db_url_config(url))
    raise ImproperlyConfigured(f"DATABASE_URL is not understood. Write it like {EXAMPLE}")


def sqlite(database):
    # IMMEDIATE: a transaction that reads first and writes later otherwise fails when another has written meanwhile.
    options = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
    return database | {"OPTIONS": options | database.get("OPTIONS", {})}


def postgresql(database):
    options = {
        "connect_timeout": 5,
        "options": f"-c statement_timeout={STATEMENT_TIMEOUT_MS} -c lock_timeout={LOCK_TIMEOUT_MS}",
    }
    return database | {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options | database.get("OPTIONS", {}),
    }
