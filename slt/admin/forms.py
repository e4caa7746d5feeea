"""Forms of the editing pages: what is chosen is of the same scheme as the row."""

from django.db.models import Q

from contacts.scoped_forms import ScopedForm
from slt.desk.frame_forms import RefusesSecondScheme
from slt.desk.readers import SaysWhoReads
from slt.models import DialogueProcess, Finding, Measure, Priority, Scheme


class SchemeAdminForm(RefusesSecondScheme, ScopedForm):
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


class FindingAdminForm(SaysWhoReads, WithinScheme):
    class Meta:
        model = Finding
        exclude = []

    @staticmethod
    def narrowed(finding):
        return {"municipality": finding.cycle.scheme.municipalities}


class PriorityAdminForm(SaysWhoReads, WithinScheme):
    class Meta:
        model = Priority
        exclude = []

    @staticmethod
    def narrowed(priority):
        """Also those that it had before it was taken over to a new year."""
        return {"findings": Finding.objects.filter(Q(cycle=priority.cycle_id) | Q(priorities=priority.pk))}


class MeasureAdminForm(SaysWhoReads, WithinScheme):
    class Meta:
        model = Measure
        exclude = []

    @staticmethod
    def narrowed(measure):
        """Also the priorities of earlier years: one that was taken over still carries out such a one."""
        cycle = measure.cycle
        priorities = Priority.objects.filter(cycle__scheme=cycle.scheme_id, cycle__year__lte=cycle.year)
        return {"priority": priorities, "group": cycle.scheme.groups}


class DialogueAdminForm(SaysWhoReads, ScopedForm):
    class Meta:
        model = DialogueProcess
        exclude = ["item", "plan_measure", "measure"]
