"""Who may read a row of a scheme. What is internal has no members here: it is for those who coordinate the scheme."""

from django.utils.translation import gettext_lazy as _

from councils.choices import Visibility

WHO_MAY_READ = [
    (Visibility.PUBLIC.value, _("public")),
    (Visibility.INTERNAL.value, _("internal: for those who coordinate the scheme")),
]


class SaysWhoReads:
    """For the forms of findings, priorities, measures and dialogues."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "visibility" in self.fields:
            self.fields["visibility"].choices = WHO_MAY_READ
