"""Clearing somebody who asks for it at once, instead of when their time has come."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts import permissions
from contacts.conflicts import again_when_overtaken, in_one_line, number, version_of
from contacts.services.clearing import clear_person


class ClearingAdmin:
    change_form_template = "admin/contacts/person/change_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.clear_view)
        return [path("<path:object_id>/clear/", view, name="contacts_person_clear"), *super().get_urls()]

    def render_change_form(self, request, context, obj=None, **options):
        context["may_clear"] = obj is not None and permissions.can_clear(request.access, obj)
        return super().render_change_form(request, context, obj=obj, **options)

    @again_when_overtaken
    def clear_view(self, request, object_id):
        with transaction.atomic():
            person = self.get_object(request, unquote(object_id))
            if person is None or not permissions.can_clear(request.access, person):
                raise Http404
            if request.method == "POST" and self._clear(request, person):
                return HttpResponseRedirect(reverse("admin:contacts_person_history", args=[person.pk]))
            context = {"title": _("Clear personal data"), "subtitle": str(person)}
            return self._page_about(request, person, "admin/clear.html", context)

    def _clear(self, request, person):
        """True when it is done. Nobody is cleared who was given a function a moment ago."""
        seen = number(request.POST.get("seen"))
        if seen != version_of(person):
            self.message_user(request, in_one_line(person, seen, request.access), messages.ERROR)
            return False
        try:
            clear_person(person=person, today=timezone.localdate())
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return False
        self.message_user(request, _("The personal data is cleared."), messages.SUCCESS)
        return True
