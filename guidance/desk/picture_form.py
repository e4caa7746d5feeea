from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from contacts.conflicts import VersionedModelForm
from contacts.desk.forms import SavedBySubmit
from guidance.models import Picture
from guidance.services import pictures


class PictureForm(SavedBySubmit, VersionedModelForm):
    """A file, and who made it. What the picture shows is written where it stands in the text."""

    submit = _("Add the picture")
    file = forms.FileField(
        label=_("Picture"),
        help_text=_(
            "PNG, JPEG or WebP, at most 8 MB. Where and with what it was taken is removed from it. No pictures of "
            "people who can be recognised, unless they have agreed."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )

    class Meta:
        model = Picture
        fields = ["credit"]

    def clean_file(self):
        """Read, and made anew: what is stored is nothing but the picture."""
        return pictures.made_anew(self.cleaned_data["file"])

    def layout(self):
        return Layout("file", "credit")
