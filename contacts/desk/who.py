"""Somebody who is to hold a function: the part of a form that a change of officer and an absence have in common."""

from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.desk.fields import DayField, PhoneInputField
from contacts.models import Person, Publication
from contacts.person_data.forms import GuardedForm
from contacts.services.terms import Terms


class WhoForm(GuardedForm, forms.Form):
    """A person of the unit, or a new one, and what the public may see of them.

    `people` are those who can be chosen. A form that knows the unit says so in `owner_of_new`.
    """

    person = forms.TypedChoiceField(label=_("Somebody who is registered"), required=False, coerce=int, empty_value=None)
    name = forms.CharField(label=_("Name"), max_length=150, required=False)
    work_title = forms.CharField(label=_("Work title"), max_length=100, required=False)
    direct_phone = PhoneInputField(label=_("Direct number"), required=False)
    work_email = forms.EmailField(
        label=_("Work e-mail"),
        required=False,
        help_text=_("Only for reminders from the portal. Never shown on any page."),
    )
    publication = forms.ChoiceField(
        label=_("What may everyone see?"),
        choices=Publication.choices,
        initial=Publication.FUNCTION_ONLY,
        widget=forms.RadioSelect,
    )
    publication_decided_by = forms.CharField(
        label=_("Who decided that"),
        max_length=150,
        required=False,
        help_text=_("The role that decided, not a name. Needed when a name is to be shown."),
    )
    publication_decided_on = DayField(label=_("When was it decided"), required=False, ahead=False)

    NEW = ("name", "work_title", "direct_phone", "work_email")
    DECISION = ("publication", "publication_decided_by", "publication_decided_on")
    needs_somebody = True

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in people}
        self.fields["person"].choices = [("", _("Somebody new, written below")), *_names(people)]

    def clean(self):
        super().clean()
        if not {"person", "name"} & self.errors.keys():
            self._check_who()
        if not set(self.DECISION) & self.errors.keys():
            self._check_decision()

    @property
    def chosen(self):
        return self.people.get(self.cleaned_data.get("person"))

    @property
    def names_somebody(self):
        return bool(self.cleaned_data.get("person") or self.cleaned_data.get("name"))

    def _check_who(self):
        is_new = any(self.cleaned_data.get(field) for field in self.NEW)
        if self.chosen and is_new:
            self.add_error("person", _("Choose somebody, or write somebody new; not both."))
        elif not self.chosen and not self.cleaned_data.get("name") and (self.needs_somebody or is_new):
            self.add_error("name", _("Choose somebody above, or write the name of somebody new."))
        elif is_new and (double := self._namesake()):
            self.add_error("person", _("%(name)s is registered already: choose them here.") % {"name": double})

    def _namesake(self):
        """The same name with the same title: two people whom nobody could tell apart."""
        new = (self.cleaned_data["name"].casefold(), self.cleaned_data.get("work_title", "").casefold())
        return next((p for p in self.people.values() if (p.name.casefold(), p.work_title.casefold()) == new), None)

    def _check_decision(self):
        publication = self.cleaned_data["publication"]
        if publication == Publication.FUNCTION_ONLY or not self.names_somebody:
            return
        for field in ("publication_decided_by", "publication_decided_on"):
            if not self.cleaned_data[field]:
                self.add_error(field, _("Say who decided to publish the name, and when."))
        if publication == Publication.NAME_AND_DIRECT and not self._direct_phone:
            self.add_error("publication", _("There is no direct number to show. Register it first, or show the name."))

    @property
    def _direct_phone(self):
        return self.chosen.direct_phone if self.chosen else self.cleaned_data.get("direct_phone")

    def person_for(self, point):
        """Whoever was chosen, or the new person, of the unit that owns the contact point and not yet saved; or None."""
        if self.chosen or not self.names_somebody:
            return self.chosen
        return Person(
            owner_district_id=point.owner_district_id,
            owner_municipality_id=point.owner_municipality_id,
            **{field: self.cleaned_data[field] for field in self.NEW},
        )

    def terms(self):
        """With a decision only where there is something to decide."""
        data = self.cleaned_data
        share = data.get("share")
        if data["publication"] == Publication.FUNCTION_ONLY:
            return Terms(share)
        return Terms(share, data["publication"], data["publication_decided_by"], data["publication_decided_on"])

    def add_errors(self, error):
        """Those of a service, beside the fields that they are about."""
        for field, messages in _by_field(error).items():
            self.add_error(field if field in self.fields else None, messages)


def _names(people):
    return [(person.pk, ", ".join(filter(None, [person.name, person.work_title]))) for person in people]


def _by_field(error):
    return error.error_dict if hasattr(error, "error_dict") else {None: error}
