"""What somebody fills in to plan a change: one form a kind. Each knows the units that change and what there is then."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from contacts.organisational_changes.district_forms import MergeDistricts, RenameDistrict, SplitDistrict
from contacts.organisational_changes.municipality_forms import (
    MergeMunicipalities,
    RenameMunicipality,
    RenumberMunicipality,
    SplitMunicipality,
    TransferMunicipality,
)

# By the last part of the address.
PLAN_FORMS = {
    "kommuner-slas-sammen": MergeMunicipalities,
    "kommune-deles": SplitMunicipality,
    "kommune-far-nytt-navn": RenameMunicipality,
    "kommune-far-nytt-nummer": RenumberMunicipality,
    "kommune-flyttes": TransferMunicipality,
    "politidistrikter-slas-sammen": MergeDistricts,
    "politidistrikt-deles": SplitDistrict,
    "politidistrikt-far-nytt-navn": RenameDistrict,
}


class DivisionForm(forms.Form):
    """Who gets what: one field a question, with the proposal ticked. Optional ones ask whether a row is carried on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, change, questions, visible, **options):
        super().__init__(*args, initial={"version": change.version}, **options)
        self.change, self.questions = change, questions
        self.by_id = {str(successor.pk): successor for successor in change.successors.all()}
        given = {}
        for allotment in change.allotments.all():
            given.setdefault((allotment.model, allotment.key), []).append(allotment.successor_id)
        for question in questions:
            self.fields[field_name(question)] = self.field(question, given.get(question.key), question.row in visible)

    def field(self, question, given, is_visible):
        label = f"{question.label}: {question.private}" if question.private and is_visible else question.label
        if question.is_optional:
            return forms.BooleanField(label=label, required=False, initial=given != [None])
        choices = [(pk, str(successor)) for pk, successor in self.by_id.items()]
        initial = given or [successor.pk for successor in question.proposed]
        if question.may_be_several:
            several = {"widget": forms.CheckboxSelectMultiple, "initial": initial}
            return forms.MultipleChoiceField(label=label, choices=choices, **several)
        return forms.ChoiceField(label=label, choices=choices, initial=initial[0])

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_action = f"{self.change.get_absolute_url()}fordeling/"
        helper.layout = Layout("version", *(Fieldset(title, *names) for title, names in self.by_topic().items()))
        helper.add_input(Submit("", _("Save, and show what changes")))
        return helper

    def renew_version(self):
        """After somebody else was quicker: what was chosen here stays, and is saved at the next press."""
        self.data = self.data.copy()
        self.data["version"] = self.change.version

    @property
    def divides(self):
        return any(not question.is_optional for question in self.questions)

    def by_topic(self):
        topics = {}
        for question in self.questions:
            title = gettext("Tick those that stay") if question.is_optional else capfirst(question.topic.label)
            topics.setdefault(title, []).append(field_name(question))
        return topics

    @property
    def answers(self):
        return {
            question.key: [None] if question.is_optional else self.chosen(question)
            for question in self.questions
            if not (question.is_optional and self.cleaned_data[field_name(question)])
        }

    def chosen(self, question):
        value = self.cleaned_data[field_name(question)]
        return [self.by_id[pk] for pk in (value if isinstance(value, list) else [value])]


def field_name(question):
    return "-".join(question.key).replace(".", "-")


class VersionForm(forms.Form):
    """For a single press: only what somebody saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_(
            "With the columns old_number, old_name, new_number, new_name, change_date and kind, as in the register of "
            "municipality changes. A seventh column, police_district, names the new district by its code, such as p04."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    @property
    def helper(self):
        helper = FormHelper()
        helper.add_input(Submit("", _("Read the file")))
        return helper
