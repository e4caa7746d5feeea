"""What the database holds that no constraint can say: a case number that was given is never changed or taken away.

Made anew after every migration: SQLite forgets the triggers of a table that a migration rebuilds.
"""

from django.db import connections

NAME = "a_case_number_never_changes"
GUARDED = "a case number was given and is never changed"

SQLITE = [
    f"DROP TRIGGER IF EXISTS {NAME}",
    f"""
    CREATE TRIGGER {NAME} BEFORE UPDATE OF case_year, case_number ON councils_agendaitem
    WHEN OLD.case_number IS NOT NULL AND (NEW.case_number IS NOT OLD.case_number OR NEW.case_year IS NOT OLD.case_year)
    BEGIN SELECT RAISE(ABORT, '{GUARDED}'); END
    """,
]
POSTGRESQL = [
    f"""
    CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{GUARDED}' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    f"DROP TRIGGER IF EXISTS {NAME} ON councils_agendaitem",
    f"""
    CREATE TRIGGER {NAME} BEFORE UPDATE OF case_year, case_number ON councils_agendaitem FOR EACH ROW
    WHEN (OLD.case_number IS NOT NULL
          AND (OLD.case_number, OLD.case_year) IS DISTINCT FROM (NEW.case_number, NEW.case_year))
    EXECUTE FUNCTION {NAME}()
    """,
]


def install(sender, using, **kwargs):
    """For the signal `post_migrate`; not while the table is not there yet, or was taken away."""
    connection = connections[using]
    if "councils_agendaitem" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in SQLITE if connection.vendor == "sqlite" else POSTGRESQL:
            cursor.execute(statement)
