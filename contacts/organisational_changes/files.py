"""Changes from a file in the shape of `municipality_history.csv`: every bad row named, and all planned or none."""

import csv
import io
from dataclasses import dataclass
from itertools import groupby
from uuid import uuid4

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _

from contacts.models import ChangeKind, County, Municipality, MunicipalityNumber, PoliceDistrict, Successor, UnitKind
from contacts.organisational_changes.plan_forms import NumberField
from contacts.organisational_changes.transition import CannotCarryOut
from contacts.person_data.forms import GuardedForm
from contacts.services import organisational_change

COLUMNS = ["old_number", "old_name", "new_number", "new_name", "change_date", "kind"]
DISTRICT = "police_district"
LARGEST = 1_000_000  # bytes; the whole history since 2017 is 25 kB
MOST_ROWS = 1000
KINDS = {
    "merged": ChangeKind.MERGE,
    "split": ChangeKind.SPLIT,
    "renamed": ChangeKind.RENAME,
    "renumbered": ChangeKind.RENUMBER,
    "transferred": ChangeKind.TRANSFER,
}


class BadFile(Exception):
    """`problems` are pairs of a line (0: the file as a whole) and what is wrong with it."""

    def __init__(self, problems):
        super().__init__(f"{len(problems)} problems")
        self.problems = sorted(problems)


class RowForm(GuardedForm, forms.Form):
    """One line, checked as a form is."""

    old_number = NumberField(label="old_number")
    old_name = forms.CharField(label="old_name", max_length=60)
    new_number = NumberField(label="new_number")
    new_name = forms.CharField(label="new_name", max_length=60)
    change_date = forms.DateField(label="change_date", input_formats=["%Y-%m-%d"])
    kind = forms.ChoiceField(label="kind", choices=[(kind, kind) for kind in KINDS])
    police_district = forms.ModelChoiceField(
        label=DISTRICT,
        queryset=PoliceDistrict.objects.filter(valid_to=None).exclude(code=""),
        required=False,
        to_field_name="code",
    )


@dataclass
class Row:
    """A line that was read, with the municipality that has the old number today."""

    line: int
    data: dict
    municipality: Municipality

    def __getattr__(self, name):
        return self.data[name]

    @property
    def group(self):
        """The lines of one change stand for one event: those that merge into one, or that one is divided into."""
        together = {"merged": self.data["new_number"], "split": self.data["old_number"]}
        return (self.data["change_date"], self.data["kind"], together.get(self.data["kind"], self.data["old_number"]))


@transaction.atomic
def plan_all(content, *, access, user, today):
    """Plans a change for each group of lines. Returns what they have in common: the key of the file."""
    problems, batch = [], uuid4()
    for rows in groups(read(content)):
        try:
            organisational_change.plan(access=access, user=user, today=today, batch=batch, **fields(rows))
        except CannotCarryOut as refusal:
            problems += [(rows[0].line, str(reason)) for reason in refusal.reasons]
        except forms.ValidationError as refusal:
            problems += [(rows[0].line, reason) for reason in refusal.messages]
    if problems:
        raise BadFile(problems)
    return batch


def read(content):
    """The rows of a file, or `BadFile` with all that is wrong."""
    lines = list(_lines(content))
    if not lines:
        raise BadFile([(0, _("The file has no rows."))])
    if len(lines) > MOST_ROWS:
        raise BadFile([(0, _("The file has more than %(most)s rows.") % {"most": MOST_ROWS})])
    holders = dict(_holders([values["old_number"] for _line, values in lines]))
    rows, problems = [], []
    for line, values in lines:
        row, reasons = _row(line, values, holders)
        rows += [row] if row else []
        problems += [(line, reason) for reason in reasons]
    if problems := [*problems, *_twice(rows)]:
        raise BadFile(problems)
    return rows


def _lines(content):
    """Pairs of a line and its values by column."""
    if len(content) > LARGEST:
        raise BadFile([(0, _("The file is too large."))])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile([(0, _("The file is not UTF-8. Save it as CSV UTF-8."))]) from None
    if "\x00" in text:
        raise BadFile([(0, _("The file is not a text file."))])
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = next(reader, [])
        if header not in (COLUMNS, [*COLUMNS, DISTRICT]):
            raise BadFile([(1, _("The columns must be: %(columns)s.") % {"columns": ", ".join(COLUMNS)})])
        for values in filter(None, reader):
            if len(values) != len(header):
                text = _("There are %(found)s values; there must be %(expected)s.")
                raise BadFile([(reader.line_num, text % {"found": len(values), "expected": len(header)})])
            yield reader.line_num, dict(zip(header, values, strict=True))
    except csv.Error:
        raise BadFile([(reader.line_num, _("The line is not CSV."))]) from None


def _holders(numbers):
    current = MunicipalityNumber.objects.filter(number__in=numbers, valid_to=None, municipality__valid_to=None)
    return ((row.number, row.municipality) for row in current.select_related("municipality__county"))


def _row(line, values, holders):
    form = RowForm(values)
    if not form.is_valid():
        return None, [f"{field}: {error}" for field, errors in form.errors.items() for error in errors]
    data = form.cleaned_data
    municipality = holders.get(data["old_number"])
    if municipality is None:
        return None, [_("No municipality of today has the number %(number)s.") % {"number": data["old_number"]}]
    if data["old_name"] != municipality.name:
        text = _("%(number)s is called %(name)s, not %(written)s.")
        words = {"number": data["old_number"], "name": municipality.name, "written": data["old_name"]}
        return None, [text % words]
    return Row(line, data, municipality), []


def _twice(rows):
    """A municipality can be in one event only, and its lines say the same name for the same number."""
    seen = {}
    for row in rows:
        first = seen.setdefault(row.municipality.pk, row)
        if first.group != row.group:
            text = _("%(name)s is already changed in line %(line)s.")
            yield row.line, text % {"name": row.municipality.name, "line": first.line}
    for group in groups(rows):
        names = {(row.new_number, row.new_name) for row in group}
        if len(names) != len({number for number, _name in names}):
            yield group[0].line, _("One new number is written with two names.")


def groups(rows):
    in_order = sorted(rows, key=lambda row: (row.group, row.line))
    return [list(group) for _key, group in groupby(in_order, key=lambda row: row.group)]


def fields(rows):
    """What `plan` takes, of the lines of one change."""
    kind = KINDS[rows[0].kind]
    units = list(dict.fromkeys(row.municipality for row in rows))
    successors = {row.new_number: _successor(row, kind, units) for row in rows}
    return {
        "kind": kind,
        "unit": UnitKind.MUNICIPALITY,
        "date": rows[0].change_date,
        "units": units,
        "successors": list(successors.values()),
    }


def _successor(row, kind, units):
    county = County.objects.filter(number=row.new_number[:2]).first()
    if kind in (ChangeKind.MERGE, ChangeKind.SPLIT):
        goes_on = dict(_holders([row.new_number])).get(row.new_number)
        if goes_on and goes_on not in units:
            return Successor(is_new=False, municipality=goes_on)
        return Successor(
            is_new=True,
            name=row.new_name,
            number=row.new_number,
            county=county,
            belongs_to=row.data.get(DISTRICT) or organisational_change.common_district(units),
        )
    number = "" if row.new_number == row.old_number else row.new_number
    name = "" if row.new_name == row.old_name else row.new_name
    new = {"name": name, "number": number, "county": county if number else None}
    return Successor(is_new=False, municipality=row.municipality, belongs_to=row.data.get(DISTRICT), **new)
