"""What forms of the desk have in common."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.utils.translation import gettext_lazy as _


class SavedBySubmit:
    """For forms whose layout is all that there is to say about how they look."""

    submit, submit_variant = _("Save"), ""

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = self.layout()
        variant = {"data_variant": self.submit_variant} if self.submit_variant else {}
        helper.add_input(Submit("", self.submit, **variant))
        return helper
