"""Addresses that are made from titles, once: an address is stable for ever, however the title changes."""

from contacts.folding import words

# What the pages of the desk are called where the address of a row would stand.
TAKEN = {"ny"}


def free_slug(title, rows, otherwise):
    """ASCII, and not that of any of these rows: "Trygg på Ås" -> "trygg-pa-as", or "trygg-pa-as-2" if that is taken."""
    longest = rows.model._meta.get_field("slug").max_length - len("-999")
    slug = "-".join(words(title))[:longest].strip("-") or otherwise
    taken = TAKEN | set(rows.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (slug, *numbered) if name not in taken)
