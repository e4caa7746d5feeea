"""The editor: one form for each language, saved together; and what is said when it goes on to somebody else."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts.conflicts import VersionedModelForm
from contacts.desk.fields import DayField
from contacts.desk.forms import SavedBySubmit
from contacts.person_data.forms import REFUSED, record_decisions
from contacts.scoped_forms import TellsAtTheField
from guidance import markdown
from guidance.choices import TextLanguage
from guidance.models import Edition, Text
from guidance.services.resources import address_for

OF_ACTIVITIES = ("materials", "steps", "watch_for")
ROWS = {"body": 22, "materials": 5, "steps": 12, "watch_for": 6}


class MarkdownField(forms.CharField):
    """However much is pasted, all of it comes back with an answer: a longest length on the field itself would let the
    browser cut it off without a word."""

    def __init__(self, *, rows, label):
        widget = forms.Textarea(attrs={"rows": rows, "spellcheck": "true"})
        super().__init__(label=label, required=False, widget=widget, strip=False)

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").strip()


class TextForm(TellsAtTheField, VersionedModelForm):
    """A text in one language. One in which nothing is written is no text."""

    body = MarkdownField(rows=22, label=gettext_lazy("Text"))
    materials = MarkdownField(rows=5, label=gettext_lazy("What you need"))
    steps = MarkdownField(rows=12, label=gettext_lazy("How to do it"))
    watch_for = MarkdownField(rows=6, label=gettext_lazy("What to watch for"))

    class Meta:
        model = Text
        fields = ["title", "slug", "summary", *Text.MARKDOWN]
        widgets = {"summary": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, pictures, published, **kwargs):
        """`published`: the address that readers have in this language; it stays."""
        super().__init__(
            *args, empty_permitted=kwargs["instance"]._state.adding, use_required_attribute=False, **kwargs
        )
        self.pictures = pictures
        self.published = published
        # A language that was left out of an edition comes back under the same address.
        self.instance.slug = self.instance.slug or published
        for name in self._left_out():
            del self.fields[name]
        for name, field in self.fields.items():
            field.required = False
            field.widget.attrs["lang"] = self.instance.language
            if name in Text.MARKDOWN:
                field.widget.attrs["class"] = "markdown-input"
        if "slug" in self.fields:
            self.fields["slug"].help_text = _("Empty: made from the title. It stays when the text is published.")

    def _left_out(self):
        if not self.instance.edition.resource.is_activity:
            yield from OF_ACTIVITIES
        if self.published:
            yield "slug"

    @property
    def language_name(self):
        return capfirst(self.instance.get_language_display())

    @property
    def is_emptied(self):
        """Everything that was written in this language has been taken away."""
        return not any(self.cleaned_data.get(name) for name in self.fields if name not in ("seen", "slug"))

    def clean(self):
        cleaned = super().clean()
        if self.is_emptied:
            return cleaned
        title = self.cleaned_data.get("title")
        if not title and "title" not in self.errors:
            self.add_error("title", _("Write a title."))
        if title and "slug" in self.fields and not self.cleaned_data.get("slug") and "slug" not in self.errors:
            self.cleaned_data["slug"] = address_for(title, self.instance.edition.resource)
        for name in ("title", "summary", *Text.MARKDOWN):
            self._refuse_what_is_unsafe(name)
        return cleaned

    def _refuse_what_is_unsafe(self, name):
        """Told together with what the guard asks; where it refuses, no word is repeated. What is only unfinished is
        told when it has been saved: half a text is saved as it is."""
        if name not in self.fields or self.has_error(name, REFUSED):
            return
        text = self.fields[name].to_python(self[name].data or "")
        found = markdown.problems(text, pictures=self.pictures) if name in Text.MARKDOWN else markdown.unseen(text)
        unsafe = [ValidationError(str(problem), code="unsafe") for problem in found if problem.is_unsafe]
        if unsafe:
            self.add_error(name, unsafe[:10])

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.mark_optional = False
        helper.form_error_title = _("%s: correct this") % self.language_name
        helper.layout = Layout(Fieldset(self.language_name, *self.fields))
        return helper


class TextForms:
    """The forms of an edition. Valid when each is, and somebody may still write in it."""

    def __init__(self, data, *, edition, access):
        self.edition = edition
        texts = {text.language: text for text in edition.texts.all()}
        published = dict(_published_addresses(edition.resource))
        pictures = list(edition.resource.pictures.all())
        for text in texts.values():
            text.edition = edition
        self.forms = [
            TextForm(
                data,
                instance=texts.get(language) or Text(edition=edition, language=language),
                prefix=language,
                access=access,
                pictures=pictures,
                published=published.get(language, ""),
            )
            for language in TextLanguage.values
        ]
        self.error = ""

    def __iter__(self):
        return iter(self.forms)

    @property
    def main(self):
        """Bokmål and nynorsk, side by side."""
        return self.forms[:2]

    @property
    def others(self):
        return self.forms[2:]

    @cached_property
    def is_valid(self):
        """Of each form, so that all that must be mended is told at once."""
        if self.edition.status != Edition.Status.DRAFT:
            self.error = _(
                "This is no draft any more: it was sent to review or deleted while you wrote. Nothing is saved. What "
                "you typed is below: copy it, and take the text back from review, or begin a new edition."
            )
        valid = [form.is_valid() for form in self.forms]
        return all(valid) and not self.error

    @property
    def hold_what_others_wrote(self):
        """Meanwhile, in fields that this page left as they were."""
        return any(form.taken for form in self.forms)

    def written(self):
        return [form.instance for form in self.forms if form.has_changed() and not form.is_emptied]

    def emptied(self):
        return [form.instance for form in self.forms if form.has_changed() and form.is_emptied and not form.is_new]

    def record_decisions(self):
        for form in self.forms:
            record_decisions(form, form.instance)


def _published_addresses(resource):
    texts = Text.objects.filter(edition__resource=resource, edition__status=Edition.Status.APPROVED)
    return texts.order_by("edition__number").values_list("language", "slug")


class EditionForm(SavedBySubmit, VersionedModelForm):
    """Something is done to an edition as it was seen. `address`: where it is sent, for a page with several."""

    address = ""

    class Meta:
        model = Edition
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.auto_id = f"{type(self).__name__.lower()}-%s"

    @property
    def helper(self):
        helper = super().helper
        helper.form_action = reverse(self.address, args=[self.instance.resource_id]) if self.address else ""
        return helper

    def vouches_for_the_row(self):
        return True


class SubmitForm(EditionForm):
    submit = gettext_lazy("Send to review")

    class Meta:
        model = Edition
        fields = ["change_note"]
        widgets = {"change_note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["change_note"].required = self.instance.number > 1

    def layout(self):
        return Layout("seen", *(["change_note"] if self.instance.number > 1 else []))


class SendBackForm(EditionForm):
    submit, submit_variant, address = gettext_lazy("Send back"), "secondary", "send_back_edition"
    remark = forms.CharField(
        label=gettext_lazy("What must be mended"),
        max_length=Edition._meta.get_field("remark").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("For whoever wrote it. Readers never see it."),
    )

    class Meta:
        model = Edition
        fields = ["remark"]

    def layout(self):
        return Layout("seen", "remark")


class ApproveForm(EditionForm):
    submit, address = gettext_lazy("Approve"), "approve_edition"
    publish_on = DayField(
        label=gettext_lazy("Published from"),
        required=False,
        help_text=gettext_lazy("Empty: at once. On a day to come it is published by itself."),
    )

    class Meta:
        model = Edition
        fields = ["publish_on"]

    def layout(self):
        return Layout("seen", "publish_on")
