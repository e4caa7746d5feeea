"""What the editing pages check beside the models: what lies between two rows, and what may be meant but is unusual."""

from itertools import combinations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from contacts import scopes
from contacts.models import Absence, ContactPoint, Function, RoleGrant
from contacts.models.points import MUNICIPAL_FUNCTIONS, POLICE_FUNCTIONS
from contacts.opening_hours_form import OpeningHoursField, can_show
from contacts.permissions import can_grant
from contacts.reasons import RemovalsNeedAReason
from contacts.role_forms import OffersBodies
from contacts.scoped_forms import ScopedForm
from contacts.shared_numbers import HoldsUpSharedNumbers
from contacts.versioned_admin import InlineFormSet

OWNERS = ("owner_district", "owner_municipality")


class ContactPointForm(HoldsUpSharedNumbers, ScopedForm):
    class Meta:
        model = ContactPoint
        exclude = ["covers_whole_district"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "opening_hours" in self.fields and can_show(self.instance.opening_hours):
            plain = self.fields["opening_hours"]
            help_text = _("Leave a day empty when it is closed. All empty: no hours are shown.")
            self.fields["opening_hours"] = OpeningHoursField(label=plain.label, help_text=help_text)
        if "function" in self.fields:
            self.offer_functions_of([name for name in OWNERS if name in self.fields])

    def offer_functions_of(self, owners):
        """Those of the kinds of unit that the form has a field for."""
        kinds = {"owner_district": POLICE_FUNCTIONS, "owner_municipality": MUNICIPAL_FUNCTIONS}
        offered = {"", *(function for owner in owners for function in kinds[owner])}
        self.fields["function"].choices = [one for one in self.fields["function"].choices if one[0] in offered]

    def clean(self):
        cleaned = super().clean()
        function = cleaned.get("function", self.instance.function)
        self.instance.covers_whole_district = function == Function.PREVENTION_CONTACT
        return cleaned


class CoverageFormSet(RemovalsNeedAReason, InlineFormSet):
    """A police contact or an SLT coordinator serves somebody; the prevention contact serves its whole district."""

    def clean(self):
        super().clean()
        if any(self.errors) or not self.instance.function:
            return
        rows = [form for form in self.forms if is_kept(form)]
        if self.instance.covers_whole_district and rows:
            raise ValidationError(_("The prevention contact covers its whole district. Leave this empty."))
        if not self.instance.covers_whole_district and not rows:
            raise ValidationError(_("Say at least one municipality that it serves, or nobody will find it."))


def is_kept(form):
    return not form.cleaned_data.get("DELETE") and (form.instance.pk or form.cleaned_data.get("municipality"))


class AssignmentFormSet(InlineFormSet):
    """Each row is checked against what is stored; here the rows of one form against each other."""

    def clean(self):
        super().clean()
        if any(self.errors):
            return
        rows = [form.instance for form in self.forms if form.has_changed() or form.instance.pk]
        for one, other in combinations(rows, 2):
            if one.person_id == other.person_id and overlap(one, other):
                raise ValidationError(_("%(person)s is there twice at the same time."), params={"person": one.person})


def overlap(one, other):
    return (one.valid_to is None or one.valid_to >= other.valid_from) and (
        other.valid_to is None or other.valid_to >= one.valid_from
    )


class AbsenceForm(ScopedForm):
    class Meta:
        model = Absence
        fields = ["assignment", "valid_from", "valid_to", "deputy"]

    def clean(self):
        cleaned = super().clean()
        deputy = cleaned.get("deputy")
        assignment = cleaned.get("assignment") if "assignment" in self.fields else self.instance.assignment
        if deputy and assignment and deputy.contact_point_id != assignment.contact_point_id:
            self.add_error("deputy", _("The deputy must be assigned to the same contact point."))
        elif deputy and deputy == assignment:
            self.add_error("deputy", _("Nobody stands in for themselves."))
        return cleaned


class RoleGrantForm(OffersBodies, ScopedForm):
    """Offers the roles that may be granted, and refuses those that may not be granted there or to them. To prolong a
    role is to grant it; to shorten it is not."""

    class Meta:
        model = RoleGrant
        fields = ["user", "role", "district", "municipality", "body", "begins_at", "ends_at"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "role" in self.fields:
            grantable = scopes.grantable_roles(self.access)
            self.fields["role"].choices = [
                choice for choice in self.fields["role"].choices if not choice[0] or choice[0] in grantable
            ]
        self.offer_bodies()

    def clean(self):
        cleaned = super().clean()
        self.check_body()
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and self.gives_time and not can_grant(self.access, self.instance):
            field = "role" if "role" in self.fields else "ends_at"
            self.add_error(field, _("You may not grant this role there."))

    @property
    def gives_time(self):
        """A new one does, and one that ends later than it did."""
        return self.is_new or self.instance.ends_at > self.initial["ends_at"]
