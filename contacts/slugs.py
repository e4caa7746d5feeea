"""Addresses that are made from titles, once: an address is stable for ever, however the title changes."""

from contacts.snapshot_tables import slug

# What the pages of the desk are called where the address of a row would stand.
TAKEN = {"ny"}


def free_slug(title, rows, otherwise, reserved=TAKEN):
    """ASCII, and not that of any of these rows: "Trygg på Ås" -> "trygg-pa-as", or "trygg-pa-as-2" if that is taken."""
    longest = rows.model._meta.get_field("slug").max_length - len("-999")
    plain = slug(title)[:longest].strip("-") or otherwise
    taken = reserved | set(rows.filter(slug__startswith=plain).values_list("slug", flat=True))
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (plain, *numbered) if name not in taken)
