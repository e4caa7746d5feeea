from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.admin.forms import OWNERS
from contacts.scoped_admin import ScopedModelAdmin


class OwnedAdmin(ScopedModelAdmin):
    """For what belongs to one unit (R7): made only for a unit that one keeps, and it stays there."""

    def owner_fields(self, request):
        """The kinds of unit that whoever asks keeps any of."""
        fields = [self.opts.get_field(name) for name in OWNERS]
        return [field.name for field in fields if self.choices_of(field, request).exists()]

    def choices_of(self, db_field, request):
        choices = super().choices_of(db_field, request)
        if db_field.name in OWNERS:
            return choices.kept_by(request.access).current(timezone.localdate())
        return choices

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Whoever keeps one kind of unit must choose one; of both kinds, the model says what goes together."""
        form = super().get_form(request, obj, change, **kwargs)
        owners = [name for name in OWNERS if name in form.base_fields]
        if len(owners) == 1:
            form.base_fields[owners[0]].required = True
        return form

    def get_changeform_initial_data(self, request):
        """The only unit one keeps is chosen already."""
        initial = super().get_changeform_initial_data(request)
        fields = self.owner_fields(request)
        if len(fields) == 1:
            choices = list(self.choices_of(self.opts.get_field(fields[0]), request)[:2])
            if len(choices) == 1:
                initial.setdefault(fields[0], choices[0].pk)
        return initial

    @admin.display(description=_("belongs to"))
    def owner(self, row):
        return row.owner
