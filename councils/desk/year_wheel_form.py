"""A task of the year wheel; and all meetings of a year in one table."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.date_inputs import TimeInput
from contacts.desk.fields import DayField
from contacts.person_data.forms import GuardedForm
from councils import year_wheel
from councils.models import AgendaItem, Meeting, YearWheelTask

LONGEST_TITLE = AgendaItem._meta.get_field("title").max_length


class TaskForm(VersionedModelForm):
    month = forms.TypedChoiceField(label=_("Month"), coerce=int)

    class Meta:
        model = YearWheelTask
        fields = ["month", "title", "is_meeting", "items", "responsible"]
        widgets = {"items": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["month"].choices = [(month, capfirst(name)) for month, name in MONTHS.items()]

    def clean_items(self):
        items = self.cleaned_data["items"]
        if any(len(line.strip()) > LONGEST_TITLE for line in items.splitlines()):
            raise ValidationError(_("A title has at most %(count)s characters."), params={"count": LONGEST_TITLE})
        return items

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "month", "title", "is_meeting", "items", "responsible")
        helper.add_input(Submit("", _("Save")))
        return helper


class YearForm(GuardedForm, forms.Form):
    """A day for each meeting of the wheel that is not planned yet; the empty ones are left out."""

    starts_at = forms.TimeField(label=_("Begins"), required=False, widget=TimeInput)
    ends_at = forms.TimeField(label=_("Ends"), required=False, widget=TimeInput)
    place = forms.CharField(label=_("Place"), required=False, max_length=Meeting._meta.get_field("place").max_length)

    def __init__(self, *args, body, year, tasks, today, **kwargs):
        self.body, self.year = body, year
        self.tasks = {f"task-{task.pk}": task for task in tasks}
        days = {name: year_wheel.proposed_day(task, year, today) for name, task in self.tasks.items()}
        proposed = {name: day for name, day in days.items() if day.year == year}
        super().__init__(*args, initial=proposed | year_wheel.when_and_where(body), **kwargs)
        for name, task in self.tasks.items():
            self.fields[name] = DayField(label=task.title, required=False)

    def clean(self):
        super().clean()
        taken = set(self.body.meetings.filter(date__year=self.year).values_list("date", flat=True))
        for name in self.tasks:
            day = self.cleaned_data.get(name)
            if day and day.year != self.year:
                self.add_error(name, ValidationError(_("Choose a day in %(year)s."), params={"year": self.year}))
            elif day in taken:
                self.add_error(name, _("There is a meeting on this day already. Choose another one."))
            taken.add(day)
        begins, ends = self.cleaned_data.get("starts_at"), self.cleaned_data.get("ends_at")
        if ends and (not begins or ends <= begins):
            self.add_error("ends_at", _("The meeting cannot end before it begins."))
        if not self.errors and not self.dates:
            raise ValidationError(_("Write a day for at least one of the meetings."))

    @property
    def dates(self):
        return {task: self.cleaned_data[name] for name, task in self.tasks.items() if self.cleaned_data[name]}

    @property
    def when_and_where(self):
        return {name: self.cleaned_data[name] for name in ("starts_at", "ends_at", "place")}

    @property
    def helper(self):
        helper = FormHelper()
        helper.mark_optional = False
        helper.layout = Layout(
            Fieldset(_("Days"), *self.tasks), Fieldset(_("For all of them"), Row("starts_at", "ends_at"), "place")
        )
        helper.add_input(Submit("", _("Make these meetings")))
        return helper
