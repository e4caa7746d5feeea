"""What forms of the desk have in common."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.utils.translation import gettext_lazy as _


class SavedBySubmit:
    """For forms whose layout is all that there is to say about how they look."""

    submit = _("Save")

    @property
    def helper(self):
        helper = FormHelper()
        helper.layout = self.layout()
        helper.add_input(Submit("", self.submit))
        return helper
