"""Forms of a scheme's frame: founding it, what it is, and of which municipalities."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Fieldset, Layout, Row, Submit
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import LongDayField, LongTextField
from contacts.scoped_forms import TellsAtTheField
from councils.desk.fields import BodyField
from councils.desk.frame_forms import AreaForm, PlaceField
from councils.founding import RefusesSecond
from councils.models import Council
from slt import ages
from slt.models import Scheme
from slt.models.schemes import OF_ANOTHER_MUNICIPALITY
from slt.permissions import municipalities_kept_by
from slt.services import schemes

READ_AS = '{% include "components/ages_read.html" with ages=form.ages only %}'
STEERING = [Council.Status.ACTIVE, Council.Status.DORMANT]


class RefusesSecondScheme(RefusesSecond):
    """Here and on the editing pages: a municipality is in one active scheme."""

    kept_as, decisive = Scheme, ("status",)
    refuse = staticmethod(schemes.refuse_second)


class SteeringField(BodyField):
    """A police council of the municipalities of the scheme. Of another it is never said whether there is one."""

    def __init__(self):
        super().__init__(
            queryset=Council.objects.none(),
            required=False,
            label=_("Steering group"),
            empty_label=_("A group of its own, or none"),
            help_text=_("The police council, where it is the steering group. A group of its own is made under Groups."),
            error_messages={"invalid_choice": OF_ANOTHER_MUNICIPALITY},
        )

    def offer(self, scheme):
        """Those that meet, or once did; and the one it has, whatever became of that."""
        mine = scheme.areas.current(timezone.localdate()).values("municipality")
        here = Council.objects.of_municipalities(mine, timezone.localdate()).filter(status__in=STEERING)
        self.queryset = Council.objects.filter(Q(pk__in=here.values("pk")) | Q(pk=scheme.steering_council_id))


class SchemeForm(TellsAtTheField, RefusesSecondScheme, VersionedModelForm):
    """What a scheme is. Its municipalities, coordinators and groups have pages of their own."""

    status_since = LongDayField(label=_("Status since"), required=True)
    steering_council = SteeringField()
    about = LongTextField(label=_("About the scheme"), rows=4, max_length=2000, help_text=_("A few sentences for all."))

    class Meta:
        model = Scheme
        fields = [
            *("name", "status", "status_since", "status_note", "age_from", "age_to"),
            *("has_steering", "has_coordinating", "has_executing", "steering_council"),
            *("established", "host_unit", "language", "about"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "steering_council" in self.fields:
            self.fields["steering_council"].offer(self.instance)

    @property
    def ages(self):
        """As they are read now."""
        return ages.in_words(self.initial["age_from"], self.initial["age_to"])

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(
            "seen",
            Fieldset(_("The scheme"), "name", "about", Row("host_unit", "established"), "language"),
            Fieldset(_("Status"), Row("status", "status_since"), "status_note"),
            Fieldset(_("Ages"), Row("age_from", "age_to"), HTML(READ_AS)),
            Fieldset(
                _("Levels"),
                *("has_steering", "has_coordinating", "has_executing"),
                "steering_council",
            ),
        )
        helper.add_input(Submit("", _("Save")))
        return helper


class NewSchemeForm(SchemeForm):
    """The least that a scheme needs. The rest is filled in afterwards, on its own pages."""

    municipality = PlaceField(help_text=_("Of several municipalities: begin with one, and add the others afterwards."))

    class Meta:
        model = Scheme
        fields = ["name", "status", "status_since", "status_note", "age_from", "age_to"]

    steering_council = about = None
    second_is_told_at = "municipality"

    def __init__(self, *args, access, **kwargs):
        super().__init__(*args, access=access, **kwargs)
        self.fields["municipality"].offer(municipalities_kept_by(access))
        self.fields["status_since"].initial = timezone.localdate

    def municipalities_of(self):
        return [self.cleaned_data["municipality"]]

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = Layout(
            "municipality", "name", Row("status", "status_since"), "status_note", Row("age_from", "age_to")
        )
        helper.add_input(Submit("", _("Create the scheme")))
        return helper


class SchemeAreaForm(AreaForm):
    kept_by = staticmethod(municipalities_kept_by)
