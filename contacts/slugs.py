"""Addresses that are made from titles, once: an address is stable for ever, however the title changes."""

from django.db import connection

from contacts.snapshot_tables import slug

# What the pages of the desk are called where the address of a row would stand.
TAKEN = {"ny"}
# The number of the turn that PostgreSQL gives out: any, as long as nothing else is given turns by it.
TURN = 4207


def free_slug(title, *tables, otherwise, reserved=TAKEN):
    """ASCII, and that of no row of these: "Trygg på Ås" -> "trygg-pa-as", or "trygg-pa-as-2" if that is taken.

    Whoever makes another meanwhile waits until the transaction of this one ends. So ask inside it, and before anything
    else is written there: two who wait for each other would both fail.
    """
    _wait_for_a_turn()
    longest = tables[0].model._meta.get_field("slug").max_length - len("-999")
    plain = slug(title)[:longest].strip("-") or otherwise
    used = [rows.filter(slug__startswith=plain).values_list("slug", flat=True) for rows in tables]
    taken = reserved.union(*used)
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (plain, *numbered) if name not in taken)


def _wait_for_a_turn():
    """Some addresses are of one kind among several tables (see bodies.py): no constraint holds that. In SQLite whoever
    may write is alone already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
