"""Whether mails leave and the daily jobs run: for the administrators of the whole country."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from contacts.models import DailyRun, OutgoingMail, Role
from contacts.scoped_admin import ScopedModelAdmin
from contacts.services import outbox


class MailStateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("waiting", _("waiting")), ("given_up", _("given up")), ("sent", _("sent"))]

    def queryset(self, request, queryset):
        if self.value() == "waiting":
            return queryset.waiting()
        if self.value() == "given_up":
            return queryset.given_up()
        return queryset.filter(sent_at__isnull=False) if self.value() == "sent" else queryset


@admin.register(OutgoingMail)
class OutgoingMailAdmin(ScopedModelAdmin):
    """To see that mail leaves, and to send again what was given up. Never the text: it may hold a link that logs in."""

    group = "logs"
    description = _("Whether mails have left, and which were given up.")
    list_display = ["subject", "to", "created_at", "state", "attempts", "problem"]
    list_filter = [MailStateFilter]
    search_fields = ["to", "subject", "message_id"]
    search_help_text = _("Recipient, subject or message id")
    date_hierarchy = "created_at"
    list_per_page = 50
    actions = ["send_again"]
    fields = readonly_fields = [
        *("subject", "to", "message_id", "created_at", "state", "attempts"),
        *("next_attempt_at", "sent_at", "given_up_at", "problem"),
    ]

    @admin.display(description=_("state"))
    def state(self, mail):
        if mail.sent_at:
            return _("sent")
        return _("given up") if mail.given_up_at else _("waiting")

    def has_send_permission(self, request):
        return request.access.is_everywhere(Role.AREA_ADMINISTRATOR)

    @admin.action(description=_("Send again what was given up"), permissions=["send"])
    def send_again(self, request, queryset):
        count = outbox.send_again(queryset)
        text = ngettext("%(count)s mail is sent again.", "%(count)s mails are sent again.", count)
        self.message_user(request, text % {"count": count})


@admin.register(DailyRun)
class DailyRunAdmin(ScopedModelAdmin):
    group = "logs"
    description = _("When each daily job last ran, and how it went.")
    list_display = ["job", "ran_on", "ended_at", "count", "problem"]
    fields = readonly_fields = list_display
