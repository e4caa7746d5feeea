"""The columns of a file of contact points: what each is called, what stands in it, and what is made of it.

A column has a machine name that never changes and a heading in the language of the page. A file may use either, in any
language, so that a colleague's file in nynorsk can be imported by somebody who reads bokmål.
"""

import re
from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.fields import Field

from contacts import phones
from contacts.exchange import cells
from contacts.models import ContactPoint, Function, Publication
from contacts.models.points import POLICE_FUNCTIONS

OWNER, HOLDERS, DEPUTIES = gettext_lazy("Owner"), gettext_lazy("Holders"), gettext_lazy("Deputies")
YES, NO = gettext_lazy("Yes"), gettext_lazy("No")
STAYS = gettext_lazy("What a contact point is, and whose, stays. Add a new one, or plan an organisational change.")
# As spreadsheets write a ticked box, beside our own words in every language.
OTHER_YES, OTHER_NO = {"1", "true", "sann", "sant", "x"}, {"0", "false", "usann"}
SEPARATORS = re.compile(r"[,;\n]")


def folded(text):
    return " ".join(text.casefold().split())


def in_every_language(text):
    """What a translatable text says in each language of the site, for comparing."""
    said = set()
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            said.add(folded(str(text)))
    return said


class Column(Field):
    """A plain text, written and read as it is. `heading` is needed where the model has no field of that name."""

    has_default = False
    is_imported = True

    def __init__(self, name, heading=None):
        super().__init__(attribute=name, column_name=name)
        self._heading = heading

    @property
    def heading(self):
        return str(self._heading or capfirst(ContactPoint._meta.get_field(self.column_name).verbose_name))

    @property
    def names(self):
        """What the column may be called in a file."""
        return {self.column_name, *in_every_language(self._heading or _VerboseName(self.column_name))}

    def export(self, instance, **context):
        return self.text(instance)

    def save(self, instance, row, is_m2m=False, **context):
        text = cells.read(row[self.column_name])
        if not text and self.has_default and instance._state.adding:
            return
        self.fill(instance, text, context.get("places"))

    def text(self, point):
        return str(getattr(point, self.attribute))

    def fill(self, point, text, places):
        setattr(point, self.attribute, text)


class _VerboseName:
    """The name of a model's field, in whatever language is active when it is asked for."""

    def __init__(self, name):
        self.name = name

    def __str__(self):
        return str(ContactPoint._meta.get_field(self.name).verbose_name)


class KeyColumn(Column):
    """Read before all others, to find the contact points: see tables.py."""

    def save(self, instance, row, is_m2m=False, **context):
        instance.key = row["key"]


class FunctionColumn(Column):
    """The name of the function, or its code."""

    def text(self, point):
        return point.get_function_display()

    def fill(self, point, text, places):
        function = function_called(text)
        if not point._state.adding and function != point.function:
            raise ValidationError(STAYS)
        point.function = function
        point.covers_whole_district = point.function == Function.PREVENTION_CONTACT


@cache
def functions():
    """{what a function may be called: its code}."""
    return {name: each.value for each in Function for name in {each.value, *in_every_language(each.label)}}


def function_called(text):
    if folded(text) in functions():
        return functions()[folded(text)]
    known = ", ".join(str(function.label) for function in Function)
    raise ValidationError(_("“%(text)s” is not a function. Write one of: %(known)s.") % {"text": text, "known": known})


class OwnerColumn(Column):
    """The address of the owning unit: of a police district for the police's functions, else of a municipality."""

    def text(self, point):
        return point.owner.slug if point.owner else ""

    def fill(self, point, text, places):
        if point._state.adding:
            point.owner = places.owner(text, is_the_polices=point.function in POLICE_FUNCTIONS)
        elif text.casefold() != point.owner.slug:
            raise ValidationError(STAYS)


class ServesColumn(Column):
    """The addresses, or numbers, of the municipalities served. `point.serves` is what they will be."""

    def text(self, point):
        return ", ".join(sorted(municipality.slug for municipality in point.serves))

    def fill(self, point, text, places):
        kept = {municipality.slug: municipality for municipality in point.serves}
        named = [word.strip() for word in SEPARATORS.split(text) if word.strip()]
        point.serves = {kept.get(word) or places.served(word) for word in named}


class PhoneColumn(Column):
    """Written as Norwegians do. A spreadsheet takes 02800 for a number: four digits have lost a zero in front."""

    def text(self, point):
        return phones.display(point.phone)

    def fill(self, point, text, places):
        text = f"0{text}" if re.fullmatch(r"\d{4}", text, re.ASCII) else text
        point.phone = phones.normalise(text) if text else ""


class DayColumn(Column):
    def text(self, point):
        day = getattr(point, self.attribute)
        return day.isoformat() if day else ""

    def fill(self, point, text, places):
        setattr(point, self.attribute, cells.day(text))


class NumberColumn(Column):
    has_default = True

    def fill(self, point, text, places):
        setattr(point, self.attribute, cells.whole_number(text))


class YesOrNoColumn(Column):
    has_default = True

    def text(self, point):
        return str(YES if getattr(point, self.attribute) else NO)

    def fill(self, point, text, places):
        setattr(point, self.attribute, self._is_yes(folded(text)))

    @staticmethod
    def _is_yes(word):
        if word in answers():
            return answers()[word]
        raise ValidationError(_("“%(text)s” is neither “%(yes)s” nor “%(no)s”.") % {"text": word, "yes": YES, "no": NO})


@cache
def answers():
    """{what somebody may write: whether it means yes}."""
    yes, no = in_every_language(YES) | OTHER_YES, in_every_language(NO) | OTHER_NO
    return dict.fromkeys(yes, True) | dict.fromkeys(no, False)


class VersionColumn(Column):
    """The token of the row when it was exported. What it is compared with: see resource.py."""

    def text(self, point):
        return str(point.version or "")

    def save(self, instance, row, is_m2m=False, **context):
        pass


class HeldColumn(Column):
    """Who holds the function, or deputises in it. Only in the file with names, and never read back."""

    is_imported = False

    def __init__(self, name, heading, role):
        super().__init__(name, heading)
        self.role = role

    def text(self, point):
        return "; ".join(described(held) for held in point.current_assignments if held.role == self.role)


def described(held):
    """“Kari Eksempel, rådgiver, 50 %, 2026-01-01 –, published: name and role”. A hidden person's name is left out."""
    person = held.person
    who = [_("name withheld")] if is_withheld(person) else [str(person), person.work_title]
    share = f"{held.share} %" if held.share else ""
    days = f"{held.valid_from.isoformat()} – {held.valid_to.isoformat() if held.valid_to else ''}".strip()
    published = _("published: %(what)s") % {"what": Publication(held.publication).label}
    return ", ".join(part for part in [*who, share, days, published] if part)


def is_withheld(person):
    """Whoever is never to be published, which is also how somebody is hidden at once, is in no file (R4)."""
    return person.never_publish
