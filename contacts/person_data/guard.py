"""What the guard says of a text: what is refused, and what somebody must decide."""

from dataclasses import dataclass, field

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.national_numbers import NATIONAL
from contacts.person_data import descriptions, numbers
from contacts.person_data.characters import plain
from contacts.person_data.shapes import Kind

NATIONAL_PHONES = frozenset(number.phone for number in NATIONAL.values())

REFUSED = {
    numbers.Kind.BIRTH_NUMBER: _("a national identity number"),
    numbers.Kind.D_NUMBER: _("a D-number"),
    numbers.Kind.SYNTHETIC: _("the identity number of a test person, or one made by the health services"),
    numbers.Kind.DUF: _("a DUF number"),
}
# Why each is held up, and what could be written instead.
HELD_UP = {
    Kind.PHONE: (_("a phone number that is not published here"), _("call the contact point")),
    Kind.EMAIL: (_("a mail address that is not published here"), _("write to the mailbox of the function")),
    Kind.INITIALS: (_("initials, which point at one person"), _("a young person in the municipality")),
    Kind.ADULT: (_("a description of one person"), _("a person in the municipality")),
    Kind.YOUNG: (_("a description of one young person"), _("a young person in the municipality")),
    Kind.CHILD: (_("a description of one child"), _("a child in the municipality")),
    Kind.FAMILY: (_("a description of one family"), _("a family in the municipality")),
    Kind.NAME: (_("the name of a person"), _("a person in the municipality")),
    Kind.NAMES: (_("names of persons"), _("several people in the municipality")),
}


@dataclass(frozen=True)
class Finding:
    """Something in a text, by its place; the words themselves are never kept here. `kind` is of numbers or of
    descriptions."""

    kind: numbers.Kind | Kind
    start: int
    end: int

    @property
    def explanation(self):
        """In the language of whoever reads it."""
        return REFUSED[self.kind] if self.kind in REFUSED else HELD_UP[self.kind][0]

    @property
    def suggestion(self):
        """A neutral wording; what is refused has none."""
        return "" if self.kind in REFUSED else HELD_UP[self.kind][1]

    def words(self, text):
        return text[self.start : self.end]

    def advice(self, text=""):
        """For whoever typed the text. A refused number is never repeated, not even to them."""
        if self.kind in REFUSED:
            return gettext(
                "This looks like %(what)s. Take it out: it cannot be kept here. "
                "If it is something else, write a word between the digits."
            ) % {"what": self.explanation}
        return gettext("“%(words)s” looks like %(what)s. Write for example “%(suggestion)s”.") % {
            "words": self.words(text),
            "what": self.explanation,
            "suggestion": self.suggestion,
        }


@dataclass(frozen=True)
class Findings:
    """`refused` can never be saved; `held_up` only when somebody has decided that it may be."""

    refused: tuple = field(default=())
    held_up: tuple = field(default=())

    def __bool__(self):
        return bool(self.refused or self.held_up)

    def __iter__(self):
        return iter((*self.refused, *self.held_up))


NOTHING = Findings()


def check(text, *, published=NATIONAL_PHONES):
    """What is in a text. `published`: phone numbers (digits) and mail addresses (lower case) that anybody may know.

    >>> check("Sak 17/26: ring 02800").held_up
    ()
    """
    held_up = [Finding(*found) for found in descriptions.find(text)]
    return Findings(refused_in(text), tuple(one for one in held_up if _ways_in(one, text) not in published))


def refused_in(text):
    """What can never be saved, for texts in which people and numbers are meant to be named."""
    return tuple(Finding(*found) for found in numbers.find(text))


def check_here(text):
    """The same, knowing what is published in this portal: asked of the database only when there is something to ask."""
    findings = check(text)
    ways = {_ways_in(one, text) for one in findings.held_up} - {None}
    return check(text, published=NATIONAL_PHONES | published_among(ways)) if ways else findings


def _ways_in(finding, text):
    """The number or address that was found, as it is stored; None for whatever is neither."""
    words = plain(finding.words(text))
    match finding.kind:
        case Kind.PHONE:
            return "".join(character for character in words if character.isdigit())
        case Kind.EMAIL:
            return words.lower()
    return None


def published_among(ways):
    """Those of these numbers and addresses that a published contact point has, or that are national."""
    from contacts.models import ContactPoint, NationalNumber

    addresses = {way for way in ways if "@" in way}
    numbers_found = ways - addresses
    points = ContactPoint.objects.published()
    found = set(points.filter(phone__in=numbers_found).values_list("phone", flat=True))
    found |= set(NationalNumber.objects.filter(phone__in=numbers_found).values_list("phone", flat=True))
    return found | {email.lower() for email in points.filter(email__in=addresses).values_list("email", flat=True)}
