"""The forms of a resource: what a new one needs, its facts, its sources, and taking it out of use."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import LONGEST_KEY, LongDayField
from contacts.desk.forms import SavedBySubmit
from contacts.desk.tables import TableFormSet
from contacts.reasons import AlwaysReasonedForm, ReasonedForm
from contacts.scoped_forms import TellsAtTheField
from guidance.choices import REFERENCES, Kind, TextLanguage
from guidance.desk.places import PlaceField
from guidance.desk.review_days import ReviewDays
from guidance.models import Publisher, Resource, Source, Text
from guidance.permissions import edits_library
from guidance.services.resources import BETWEEN_REVIEWS

HERE = [kind for kind in Kind.values if kind not in REFERENCES]
OF_ACTIVITIES = ("arenas", "levels", "age_from", "age_to", "minutes_from", "minutes_to", "group_from", "group_to")
OF_REFERENCES = ("url", "year", "languages")
MOST_SOURCES = 40


class KeyField(forms.ModelChoiceField):
    """Django does not see that a foreign key is too large for the database."""

    def to_python(self, value):
        if len(str(value)) > LONGEST_KEY and not isinstance(value, self.queryset.model):
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": value})
        return super().to_python(value)


class TitleSelect(forms.Select):
    """Each title says which language it is in, where that is not the page's."""

    def create_option(self, name, value, *args, **options):
        option = super().create_option(name, value, *args, **options)
        language = getattr(getattr(value, "instance", None), "language_for_all", None)
        if language and language != get_language():
            option["attrs"]["lang"] = language
        return option


class InsteadField(KeyField):
    """What readers should use instead: of whatever place it is, called as they know it."""

    def __init__(self, **options):
        super().__init__(queryset=Resource.objects.none(), widget=TitleSelect, **{"required": False} | options)

    def offer(self, resources):
        titled = resources.with_titles_for_all(timezone.localdate())
        self.queryset = titled.order_by("title_for_all", "pk")

    def label_from_instance(self, resource):
        return resource.title_for_all


class PublisherField(KeyField):
    def __init__(self, **options):
        super().__init__(queryset=Publisher.objects.order_by("name"), **{"required": False} | options)


def kinds(values):
    return [(value, capfirst(Kind(value).label)) for value in values]


class NewResourceForm(TellsAtTheField, VersionedModelForm):
    """The least that it needs. The rest is filled in while its text is written."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[(_("Written here"), kinds(HERE)), (_("Kept elsewhere, with a few words here"), kinds(REFERENCES))],
    )
    place = PlaceField()
    title = forms.CharField(label=_("Title"), max_length=Text._meta.get_field("title").max_length)
    language = forms.ChoiceField(label=_("Language of the title"), choices=TextLanguage, widget=forms.RadioSelect)
    publisher = PublisherField(
        label=_("Publisher"),
        help_text=_("Needed for what applies in the whole country. Empty: the police district or municipality."),
    )

    class Meta:
        model = Resource
        fields = ["kind", "publisher", "owner", "url"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].offer(self.access)
        self.only_place = self.fields["place"].only_row
        for name in self._not_asked():
            del self.fields[name]
        self.fields["language"].initial = get_language() if get_language() == "nn" else TextLanguage.BOKMAL
        self.fields["url"].help_text = _("Only for what is kept elsewhere.")

    def _not_asked(self):
        """Where there is nothing to choose. Only what applies in the whole country needs a publisher."""
        if self.only_place:
            yield "place"
        if not edits_library(self.access):
            yield "publisher"

    def clean(self):
        cleaned = super().clean()
        for name, value in (self.only_place or self.cleaned_data.get("place") or {}).items():
            setattr(self.instance, name, value)
        self.instance.review_on = timezone.localdate() + BETWEEN_REVIEWS
        if "place" not in self.errors and not self.instance.place and not self.cleaned_data.get("publisher"):
            self.add_error("publisher", _("Choose who has published it: it applies in the whole country."))
        if self.cleaned_data.get("kind") in HERE:
            self.cleaned_data["url"] = ""
        return cleaned

    @property
    def helper(self):
        helper = FormHelper()
        kind = Row("kind", "place") if "place" in self.fields else "kind"
        keeper = Row("publisher", "owner") if "publisher" in self.fields else "owner"
        helper.layout = Layout("title", "language", kind, "url", keeper)
        helper.add_input(Submit("", _("Begin to write")))
        return helper


class FactsForm(ReviewDays, TellsAtTheField, ReasonedForm):
    """What stays while the text is written anew. It shows at once, so it is changed with a reason."""

    publisher = PublisherField(
        label=_("Publisher"), help_text=_("Empty: the police district or municipality in which it applies.")
    )
    reviewed_on = LongDayField(label=_("Reviewed on"), required=True)
    review_on = LongDayField(
        label=_("To be reviewed by"), required=True, help_text=_("Two months before, it comes up on your desk.")
    )
    superseded_by = InsteadField(
        label=_("Superseded by"),
        help_text=_("What readers should use instead. Only what is published can be chosen."),
    )

    class Meta:
        model = Resource
        fields = [
            *("kind", "owner", "publisher", "country", "themes", "audiences", *OF_ACTIVITIES, *OF_REFERENCES),
            *("reviewed_on", "review_on", "superseded_by"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        is_reference = self.instance.is_reference
        self.fields["kind"].choices = kinds(REFERENCES if is_reference else HERE)
        for name in () if self.instance.is_activity else OF_ACTIVITIES[2:]:
            del self.fields[name]
        for name in () if is_reference else OF_REFERENCES:
            del self.fields[name]
        if is_reference:
            self.fields["url"].required = True
        self._offer_publishers()
        published = Resource.objects.published(timezone.localdate()).exclude(pk=self.instance.pk)
        chosen = Q(pk=self.instance.superseded_by_id)
        self.fields["superseded_by"].offer(Resource.objects.filter(Q(pk__in=published.values("pk")) | chosen))

    def _offer_publishers(self):
        """What is kept elsewhere may be anybody's. What is written here is the place's own, unless the library's editor
        has named another, who may stay."""
        publisher = self.fields["publisher"]
        if not self.instance.place:
            publisher.required, publisher.help_text = True, ""
        if self.instance.is_reference or edits_library(self.access):
            return
        if not self.instance.publisher_id:
            del self.fields["publisher"]
        else:
            publisher.queryset = publisher.queryset.filter(pk=self.instance.publisher_id)

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.layout = Layout("seen", *self._parts())
        return helper

    def _parts(self):
        keeper = Row("publisher", "owner") if "publisher" in self.fields else "owner"
        yield Fieldset(_("What it is"), Row("kind", "country"), keeper)
        if self.instance.is_reference:
            yield Fieldset(_("Where it is kept"), "url", Row("year"), "languages")
        yield Fieldset(_("What it is about, and for whom"), Row("themes", "audiences"), Row("arenas", "levels"))
        if self.instance.is_activity:
            rows = (Row("age_from", "age_to"), Row("minutes_from", "minutes_to"), Row("group_from", "group_to"))
            yield Fieldset(_("The activity"), *rows)
        yield Fieldset(_("How long it holds"), Row("reviewed_on", "review_on"), "superseded_by")


class SourceForm(TellsAtTheField, VersionedModelForm):
    class Meta:
        model = Source
        fields = ["title", "publisher", "year", "url", "note"]


class SourcesFormSet(TableFormSet):
    row_name = _("Source")

    def save_new(self, form, commit=True):
        """After those that are there."""
        form.instance.place = self.forms.index(form) + 1
        return super().save_new(form, commit)


Sources = forms.inlineformset_factory(
    Resource,
    Source,
    form=SourceForm,
    formset=SourcesFormSet,
    extra=2,
    max_num=MOST_SOURCES,
    validate_max=True,
    absolute_max=MOST_SOURCES + 2,
)


class ArchiveForm(SavedBySubmit, TellsAtTheField, AlwaysReasonedForm):
    """Why, and what readers should use instead."""

    submit = _("Archive it")
    superseded_by = FactsForm.base_fields["superseded_by"]

    class Meta:
        model = Resource
        fields = ["superseded_by"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        published = Resource.objects.published(timezone.localdate()).exclude(pk=self.instance.pk)
        self.fields["superseded_by"].offer(published)
        self.fields["superseded_by"].label = _("What readers should use instead")
        self.fields["superseded_by"].help_text = _("Only what is published can be chosen.")

    def layout(self):
        return Layout("seen", "superseded_by", "reason")


class RestoreForm(SavedBySubmit, AlwaysReasonedForm):
    submit = _("Take it into use again")

    class Meta:
        model = Resource
        fields = []

    def vouches_for_the_row(self):
        return True

    def layout(self):
        return Layout("seen", "reason")
