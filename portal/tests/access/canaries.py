"""A word that stands in one confidential field and nowhere else, and who may meet it."""

import re
from itertools import count

WORD = re.compile(r"kanari[a-z]{5}", re.IGNORECASE)
# As it is stored, as it is shown, and as a link.
NUMBER = re.compile(r"(?:\+47|0047)?[\s\u00a0]?(13[\s\u00a0]?\d{2}[\s\u00a0]?\d{2}[\s\u00a0]?\d{2})(?!\d)")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Canaries:
    """Gives out words and numbers, and knows for each of them the field it is in and those who may see it."""

    def __init__(self):
        self.audience, self.field = {}, {}
        self._serial = count(1)

    def word(self, field, audience):
        serial = next(self._serial)
        letters = "".join(LETTERS[serial // 26**place % 26] for place in range(4))
        return self._kept(f"Kanarix{letters}", field, audience)

    def mail(self, field, audience):
        return f"{self.word(field, audience).lower()}@eksempel.example"

    def number(self, field, audience):
        return self._kept(f"13{next(self._serial):06}", field, audience)

    def __len__(self):
        return len(self.audience)

    def _kept(self, canary, field, audience):
        self.audience[canary.lower()], self.field[canary.lower()] = frozenset(audience), field
        return canary

    def found_in(self, text):
        """All that stand in a text, however they are written there."""
        words = {word.lower() for word in WORD.findall(text)}
        numbers = {re.sub(r"\D", "", number) for number in NUMBER.findall(text)}
        return (words | numbers) & self.audience.keys()

    def leaked(self, text, principal, known=""):
        """Those in a text, and not in `known`, that this principal may not see, each by the name of its field."""
        found = self.found_in(text) - self.found_in(known)
        return sorted(self.field[canary] for canary in found if principal.key not in self.audience[canary])
