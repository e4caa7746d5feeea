"""One connection string in, Django's settings out, with what each database needs to be safe under load."""

import environ

STATEMENT_TIMEOUT_MS = 30_000
LOCK_TIMEOUT_MS = 10_000


def database_from(url):
    database = environ.Env.db_url_config(url)
    if database["ENGINE"].endswith("sqlite3"):
        return sqlite(database)
    if database["ENGINE"].endswith("postgresql"):
        return postgresql(database)
    return database


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
