"""The person-data check of whole minutes: every finding in every text of a meeting, each to be decided.

While somebody writes, each form asks already (contacts/person_data). Here all of it stands together before it is
approved: also what came another way, as a standing item or from the year wheel. What was decided since its row was
last changed is not asked again.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from contacts.models import PersonDataDecision
from contacts.person_data.guard import Findings, check_here
from contacts.person_data.recording import record_decision
from contacts.wording import label_of

CHECKED = {
    "items": ("title", "presenter", "description", "discussion", "conclusion"),
    "actions": ("what", "responsible", "note"),
    "guests": ("guest",),
}


@dataclass(frozen=True)
class Found:
    """A text in which something was found. `key` names it in the form, and changes with the text."""

    row: models.Model
    field: str
    text: str
    findings: Findings

    @property
    def label(self):
        return f"{self.row}: {label_of(self.row._meta.get_field(self.field))}"

    @property
    def advice(self):
        return [finding.advice(self.text) for finding in self.findings]

    @property
    def is_refused(self):
        return bool(self.findings.refused)

    @property
    def key(self):
        told = f"{self.row._meta.label}.{self.row.pk}.{self.field}:{self.text}"
        return salted_hmac("councils.person_data_check", told).hexdigest()[:16]

    @cached_property
    def is_decided(self):
        """Decisions hold nothing of the text, so one is good as long as nobody has changed the row."""
        changed_at = self.row.history.latest().history_date
        return PersonDataDecision.objects.filter(
            row_label=self.row._meta.label_lower, row_key=str(self.row.pk), field=self.field, at__gte=changed_at
        ).exists()


def found_in(meeting):
    items = list(meeting.items.all())
    rows = {
        "items": items,
        "actions": [action for item in items for action in item.action_items.all()],
        "guests": meeting.attendance.filter(member=None),
    }
    for kind, fields in CHECKED.items():
        for row in rows[kind]:
            for field in fields:
                if findings := check_here(getattr(row, field)):
                    yield Found(row, field, getattr(row, field), findings)


def undecided_in(meeting):
    return [found for found in found_in(meeting) if found.is_refused or not found.is_decided]


class CheckForm(forms.Form):
    """A tick for each text in which something was held up. What is refused must be written anew first."""

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = list(found_in(meeting))
        self.refused = [found for found in self.found if found.is_refused]
        self.decided = [found for found in self.found if not found.is_refused and found.is_decided]
        self.open = [found for found in self.found if not found.is_refused and not found.is_decided]
        for found in self.open:
            self.fields[found.key] = forms.BooleanField(label=_("I have looked at it: it does not point at a person"))

    @property
    def rows(self):
        return [(found, self[found.key]) for found in self.open]

    def clean(self):
        if self.refused:
            raise forms.ValidationError(_("An identity number cannot be in the minutes. Take it out first."))

    def record(self):
        for found in self.open:
            kinds = Counter(finding.kind.value for finding in found.findings.held_up)
            record_decision(row=found.row, form=type(self).__name__, field=found.field, kinds=kinds)
