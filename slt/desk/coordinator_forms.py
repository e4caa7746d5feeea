"""Forms about the coordinators of a scheme: which contact points, where they are to be found, with which share."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.tables import TableFormSet
from contacts.models import Assignment, ContactPoint, Municipality
from slt.desk.linked import places_of, served_by
from slt.models import Coordinator, Office

MOST_OFFICES = 20


class PointField(forms.ModelChoiceField):
    """Contact points by the municipalities that they serve."""

    def label_from_instance(self, point):
        places = ", ".join(place.name for place in served_by(point))
        return f"{point.get_function_display()}: {places}"


class LinkForm(VersionedModelForm):
    """Which contact point coordinates as well. It stays one row: what is changed there is changed here."""

    contact_point = PointField(
        queryset=ContactPoint.objects.none(),
        label=_("Contact point"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": _(
                "This contact point cannot be linked. Choose one for SLT coordination that serves a municipality of "
                "the scheme and is not linked yet."
            ),
            "required": _("Choose which contact point."),
        },
    )

    class Meta:
        model = Coordinator
        fields = ["contact_point"]

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact_point"].queryset = points

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("contact_point")
        helper.add_input(Submit("", _("Link it to the scheme")))
        return helper


class ShareForm(VersionedModelForm):
    """The position share of whoever holds the contact point. A change of who that is has a page of its own."""

    FROM_1_TO_100 = _("The position share is from 1 to 100 per cent.")

    share = forms.IntegerField(
        label=_("Position share"),
        required=False,
        min_value=1,
        max_value=100,
        help_text=_("Per cent of a full position. Empty: not stated."),
        error_messages={"min_value": FROM_1_TO_100, "max_value": FROM_1_TO_100},
    )

    class Meta:
        model = Assignment
        fields = ["share"]

    def _update_errors(self, errors):
        """What is wrong with the assignment itself stands above the form: it has no field here."""
        told = errors.update_error_dict({})
        for name in told.keys() - self.fields.keys() - {NON_FIELD_ERRORS}:
            told.setdefault(NON_FIELD_ERRORS, []).extend(told.pop(name))
        super()._update_errors(type(errors)(told))

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout("seen", "share")
        helper.add_input(Submit("", _("Save the position share")))
        return helper


class OfficeForm(VersionedModelForm):
    """`scheme`: whose municipalities can be chosen; an office in one that has left stays until it is changed."""

    class Meta:
        model = Office
        fields = ["municipality", "place", "days"]
        error_messages = {"municipality": {"invalid_choice": _("Choose one of the municipalities of the scheme.")}}

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["municipality"]
        field.queryset = Municipality.objects.filter(
            Q(pk__in=[place.pk for place in places]) | Q(pk=self.instance.municipality_id)
        )
        if len(places) == 1:
            field.initial, field.empty_label = places[0].pk, None


class OfficesFormSet(TableFormSet):
    row_name = _("Office")


Offices = forms.inlineformset_factory(
    Coordinator,
    Office,
    form=OfficeForm,
    formset=OfficesFormSet,
    extra=2,
    max_num=MOST_OFFICES,
    validate_max=True,
    absolute_max=MOST_OFFICES + 2,
)


def offices_of(coordinator, data, access):
    kwargs = {"access": access, "places": places_of(coordinator.scheme)}
    return Offices(data, instance=coordinator, prefix="o", form_kwargs=kwargs)
