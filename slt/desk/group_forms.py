"""Forms of a group of a scheme: what it is, and who takes part by agency. Never who they are."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import LongTextField
from contacts.desk.tables import TableFormSet
from contacts.scoped_forms import TellsAtTheField
from councils.desk.frame_forms import LastDayForm
from councils.models import Meeting
from slt.choices import Level
from slt.models import Group, Representation

MOST_AGENCIES = 40
EMPTY_ROWS = 3
TO_COME = (Meeting.Status.PLANNED, Meeting.Status.CALLED)


class GroupForm(TellsAtTheField, VersionedModelForm):
    """Offers the levels that are free in the scheme. Of any other level the model says why not."""

    task = LongTextField(label=_("What it does"), rows=3, max_length=2000)

    class Meta:
        model = Group
        fields = [
            *("name", "level", "minimum_meetings", "target_group", "task", "language"),
            *("meetings_visibility", "items_visibility", "access_contact"),
        ]
        help_texts = {"name": _("As it is called locally: Koordineringsgruppa i Eksempel.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].widget.choices = self._free_levels()

    def _free_levels(self):
        group = self.instance
        levels = [level for level in group.scheme.levels if level != Level.STEERING or group.may_steer]
        choices = [(level.value, level.label) for level in levels]
        return choices if group.level else [("", "---------"), *choices]

    def tidy(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    @property
    def helper(self):
        helper = self.tidy()
        helper.layout = Layout(
            "seen",
            Fieldset(_("The group"), "name", Row("level", "minimum_meetings"), "target_group", "task", "language"),
            Fieldset(_("Its meetings and minutes"), Row("meetings_visibility", "items_visibility"), "access_contact"),
        )
        return helper


class NewGroupForm(GroupForm):
    """Its meetings and minutes are internal until somebody decides otherwise."""

    class Meta(GroupForm.Meta):
        fields = ["name", "level", "minimum_meetings", "target_group", "task"]

    @property
    def helper(self):
        helper = self.tidy()
        helper.layout = Layout("name", Row("level", "minimum_meetings"), "target_group", "task")
        return helper


class RepresentationForm(VersionedModelForm):
    count = forms.IntegerField(label=_("How many"), min_value=1, max_value=99, initial=1)

    class Meta:
        model = Representation
        fields = ["agency", "count", "what"]


class RepresentationFormSet(TableFormSet):
    row_name = _("Agency")

    def get_unique_error_message(self, unique_check):
        return _("The same agency with the same people stands in two rows. Write one row, with the number of both.")


RepresentationTable = forms.inlineformset_factory(
    Group,
    Representation,
    form=RepresentationForm,
    formset=RepresentationFormSet,
    extra=EMPTY_ROWS,
    max_num=MOST_AGENCIES,
    validate_max=True,
    absolute_max=MOST_AGENCIES + EMPTY_ROWS,
)


class EndGroupForm(LastDayForm):
    """Not before its meetings to come are cancelled: an ended group meets no more."""

    def __init__(self, *args, group, **kwargs):
        super().__init__(*args, initial={"last": timezone.localdate(), "seen": group.version}, **kwargs)
        self.group = group

    def clean_last(self):
        last = self.cleaned_data["last"]
        if last > timezone.localdate():
            raise forms.ValidationError(_("The last day cannot lie in the future. Come back when it is over."))
        return last

    def clean(self):
        cleaned = super().clean()
        if self.group.meetings.filter(status__in=TO_COME, date__gte=timezone.localdate()).exists():
            self.add_error(None, _("It has meetings to come. Whoever keeps its records cancels them first."))
        return cleaned
