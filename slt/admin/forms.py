"""Forms of the editing pages: what is chosen is of the same scheme as the row."""

from contacts.scoped_forms import ScopedForm
from slt.desk.frame_forms import RefusesSecond
from slt.models import DialogueProcess, Finding, Measure, Priority, Scheme


class SchemeAdminForm(RefusesSecond, ScopedForm):
    class Meta:
        model = Scheme
        exclude = []


class WithinScheme(ScopedForm):
    """Whoever keeps two schemes would be offered the rows of both. `narrowed(row)`: the rows of each field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, rows in self.narrowed(self.instance).items() if self.instance.pk else ():  # gone meanwhile
            if name in self.fields:
                field = self.fields[name]
                field.queryset = field.queryset.filter(pk__in=rows.values("pk"))


class FindingAdminForm(WithinScheme):
    class Meta:
        model = Finding
        exclude = []

    @staticmethod
    def narrowed(finding):
        return {"municipality": finding.cycle.scheme.municipalities}


class PriorityAdminForm(WithinScheme):
    class Meta:
        model = Priority
        exclude = []

    @staticmethod
    def narrowed(priority):
        return {"findings": priority.cycle.findings}


class MeasureAdminForm(WithinScheme):
    class Meta:
        model = Measure
        exclude = []

    @staticmethod
    def narrowed(measure):
        return {"priority": measure.cycle.priorities, "group": measure.cycle.scheme.groups}


class DialogueAdminForm(ScopedForm):
    class Meta:
        model = DialogueProcess
        exclude = ["item", "plan_measure", "measure"]
