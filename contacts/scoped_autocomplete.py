"""What is offered while somebody types in a field of the admin."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied


class ScopedAutocompleteView(AutocompleteJsonView):
    """Offers the very rows that the field accepts.

    Django's own takes any relation between any two models, and asks only whether its target may be seen.
    """

    def process_request(self, request):
        term, model_admin, source_field, to_field = super().process_request(request)
        self.source_admin = self._admin_with_the_field(request, source_field)
        return term.replace("\0", ""), model_admin, source_field, to_field

    def _admin_with_the_field(self, request, field):
        """The admin class or inline that has this field, completed like this, in a form that whoever asks may fill."""
        for model_admin in self.admin_site._registry.values():
            inlines = [inline(model_admin.model, self.admin_site) for inline in model_admin.inlines]
            for candidate in [model_admin, *inlines]:
                has_it = candidate.model is field.model and field.name in candidate.get_autocomplete_fields(request)
                if has_it and may_fill(candidate, request):
                    return candidate
        raise PermissionDenied

    def get_queryset(self):
        choices = self.source_admin.choices_of(self.source_field, self.request)
        return super().get_queryset().filter(pk__in=choices.values("pk"))


def may_fill(model_admin, request):
    add = [request] if hasattr(model_admin, "changelist_view") else [request, None]
    return model_admin.has_change_permission(request) or model_admin.has_add_permission(*add)
