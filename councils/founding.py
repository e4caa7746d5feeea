"""What is asked before a council reaches a municipality: that this is there still, and has no other of the form.

The database holds the same (see BodyMunicipality); here it is explained, with the ways out.
"""

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from contacts.models import Municipality
from councils.models import BodyMunicipality, Council


def standing_in(municipalities, council):
    """The rows of active councils of its form in these municipalities, but its own."""
    if not council.active_as:
        return BodyMunicipality.objects.none()
    taken = BodyMunicipality.objects.filter(municipality__in=municipalities, active_as=council.active_as)
    return taken.exclude(body=council.pk).select_related("body__council", "municipality")


def refuse_second(municipalities, council):
    """At most one active council of a form per municipality. Says which there is, and what one can do."""
    errors = [second(row) for row in standing_in(municipalities, council)]
    if errors:
        raise ValidationError(errors)


def second(row):
    return ValidationError(
        format_html(
            _(
                'In {municipality} there is an active council of this form already: <a href="{url}">{council}</a>. A '
                "municipality has one. Join it: ask its secretariat{where}. Or give yours another status, or end that "
                "one first if the two are to become one."
            ),
            municipality=row.municipality.name,
            url=reverse("council_frame", args=[row.body.slug]),
            council=row.body.name,
            where=f" ({row.body.council.email})" if row.body.council.email else "",
        ),
        code="second",
    )


def refuse_ended(municipality):
    """A municipality that was merged or divided has no council: its successors may."""
    if municipality.valid_to is None:
        return
    names = ", ".join(heir.name for heir in heirs_of(municipality))
    message = (
        _("%(name)s is no municipality any more. Choose what it became: %(successors)s.")
        if names
        else _("%(name)s is no municipality any more.")
    )
    raise ValidationError(message, code="ended", params={"name": municipality.name, "successors": names})


def heirs_of(municipality):
    """Those of today that it became, also by way of others that have ended since."""
    nexts = Municipality.objects.filter(origins__predecessor=municipality).exclude(pk=municipality.pk).distinct()
    return [heir for one in nexts for heir in ([one] if one.valid_to is None else heirs_of(one))]


class RefusesSecond:
    """For a form of what a municipality has one of: on the desk, and on the editing pages. Here a council.

    `decisive`: the fields that say whether it stands in the way of another.
    """

    second_is_told_at = "status"
    kept_as, decisive = Council, ("form", "city_district", "status")
    refuse = staticmethod(refuse_second)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and all(name in self.cleaned_data for name in self.decisive):
            self._refuse_second({name: self.cleaned_data[name] for name in self.decisive})
        return cleaned

    def _refuse_second(self, fields):
        """Asked of the row as it would be: it is filled in only when all else was checked."""
        try:
            self.refuse(self.municipalities_of(), self.kept_as(pk=self.instance.pk, **fields))
        except ValidationError as error:
            self.add_error(self.second_is_told_at, error)

    def municipalities_of(self):
        return self.instance.areas.filter(valid_to=None).values("municipality")
