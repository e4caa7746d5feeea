from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.desk.choices import of_one_unit, point_choices
from contacts.desk.fields import DayField
from contacts.desk.who import WhoForm
from contacts.services.change_of_officer import EVERYBODY


class ChangeOfOfficerForm(WhoForm):
    """Which contact points, who, from which day. `mine` are the contact points that can be chosen."""

    EVERYBODY, NOBODY = "everybody", "nobody"

    points = forms.TypedMultipleChoiceField(
        label=_("Which contact points get somebody new?"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    on = DayField(label=_("From which day"), help_text=_("Whoever holds it until then stops the day before."))
    leaving = forms.ChoiceField(label=_("Who stops"), initial=EVERYBODY)
    share = forms.IntegerField(
        label=_("Position share"),
        required=False,
        min_value=1,
        max_value=100,
        help_text=_("Per cent of a full position, in each of the contact points. Empty: not stated."),
    )
    still_right = forms.BooleanField(
        label=_("The number, mailbox and hours are right as well"),
        required=False,
        help_text=_("Verifies the contact points as of today."),
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=200, required=False, help_text=_("For the history. No names, nothing private.")
    )

    def __init__(self, *args, mine, people, **kwargs):
        super().__init__(*args, people=people, **kwargs)
        self.mine = {point.pk: point for point in mine}
        self.fields["on"].initial = timezone.localdate
        self.fields["points"].choices = point_choices(mine)
        self.fields["leaving"].choices = [
            (self.EVERYBODY, _("Everybody who holds it")),
            (self.NOBODY, _("Nobody; the new one comes in addition")),
            *_holders(mine),
        ]

    def clean(self):
        super().clean()
        if "points" in self.cleaned_data:
            self._check_unit()
            self._check_leaving()

    def _check_unit(self):
        if not of_one_unit(self.chosen_points):
            self.add_error("points", _("Choose contact points of one unit at a time."))

    def _check_leaving(self):
        leaving = self.cleaned_data.get("leaving")
        if not leaving or leaving in (self.EVERYBODY, self.NOBODY):
            return
        for point in self.chosen_points:
            if leaving not in {str(held.person_id) for held in [*point.holders, *point.coming]}:
                self.add_error("leaving", _("This person does not hold “%(point)s”.") % {"point": point.label})

    @property
    def chosen_points(self):
        return [self.mine[pk] for pk in self.cleaned_data["points"]]

    @property
    def who_leaves(self):
        """As the service wants it."""
        leaving = self.cleaned_data["leaving"]
        if leaving == self.EVERYBODY:
            return EVERYBODY
        return set() if leaving == self.NOBODY else {int(leaving)}

    @property
    def helper(self):
        helper = FormHelper()
        helper.mark_optional = False  # of "who" one part or the other is needed
        helper.layout = Layout(
            "points",
            Fieldset(_("Who"), "person", Row("name", "work_title"), Row("direct_phone", "work_email")),
            Fieldset(_("When"), Row("on", "leaving"), "share"),
            Fieldset(_("What everyone sees"), "publication", Row(*self.DECISION[1:]), "still_right"),
            Fieldset(_("For the history"), "reason"),
        )
        helper.add_input(Submit("step", _("See what will change")))
        return helper


def _holders(mine):
    names = {held.person_id: held.person.name for point in mine for held in [*point.holders, *point.coming]}
    return [(str(pk), name) for pk, name in sorted(names.items(), key=lambda pair: pair[1])]
