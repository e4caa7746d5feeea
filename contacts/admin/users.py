from django.contrib import admin, messages
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from contacts.admin.forms import RoleGrantForm
from contacts.models import RoleGrant, User
from contacts.scoped_admin import ScopedModelAdmin
from contacts.services.role_grants import end_role, grant_role


class HoldsNowFilter(admin.SimpleListFilter):
    title = _("time")
    parameter_name = "time"

    def lookups(self, request, model_admin):
        return [("now", _("now")), ("ended", _("ended")), ("later", _("later"))]

    def queryset(self, request, queryset):
        now = timezone.now()
        if self.value() == "now":
            return queryset.current(now)
        if self.value() == "ended":
            return queryset.filter(ends_at__lte=now)
        return queryset.filter(begins_at__gt=now) if self.value() == "later" else queryset


@admin.register(RoleGrant)
class RoleGrantAdmin(ScopedModelAdmin):
    """A role is granted, prolonged or ended. It is never made into another, and never deleted."""

    group = "users"
    description = _("Who may do what, where, and until when. A role is ended, never deleted.")
    form = RoleGrantForm
    list_display = ["user", "role", "place", "begins_at", "ends_at", "granted_by"]
    list_filter = [HoldsNowFilter, "role"]
    search_fields = ["user__email", "user__name"]
    search_help_text = _("E-mail or name")
    list_select_related = ["user", "district", "municipality", "granted_by"]
    list_per_page = 50
    actions = ["end_now"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_body_names()

    def has_change_permission(self, request, obj=None):
        """What has ended stays as it was: it is granted anew."""
        return super().has_change_permission(request, obj) and (obj is None or obj.ends_at > timezone.now())

    def get_fields(self, request, obj=None):
        if obj:
            return ["holder", "role_shown", "place", "begins_at", "ends_at", "by"]
        return ["user", "role", "district", "municipality", "body", "begins_at", "ends_at"]

    def get_readonly_fields(self, request, obj=None):
        return ["holder", "role_shown", "place", "begins_at", "by"] if obj else []

    def choices_of(self, db_field, request):
        choices = super().choices_of(db_field, request)
        if db_field.name == "user":
            return choices.filter(is_active=True, is_superuser=False).exclude(pk=request.access.user_id)
        return choices.administered_by(request.access).current(timezone.localdate())

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            grant_role(grant=obj, by=request.user)

    @admin.action(description=_("End the role now"), permissions=["change"])
    def end_now(self, request, queryset):
        held = list(queryset.filter(ends_at__gt=timezone.now()))
        for grant in held:
            end_role(grant=grant, by=request.user)
        text = ngettext("%(count)s role was ended.", "%(count)s roles were ended.", len(held))
        self.message_user(request, text % {"count": len(held)}, messages.SUCCESS if held else messages.WARNING)

    @admin.display(description=_("user"))
    def holder(self, grant):
        return grant.user

    @admin.display(description=_("role"))
    def role_shown(self, grant):
        return grant.get_role_display()

    @admin.display(description=_("where"))
    def place(self, grant):
        return grant.where

    @admin.display(description=_("granted by"))
    def by(self, grant):
        return grant.granted_by


@admin.register(User)
class UserAdmin(ScopedModelAdmin):
    """Users come by invitation. Here they get a name, or are shut out; what they may do is a role."""

    group = "users"
    description = _("Who can log in. New users come by invitation; whoever leaves is made inactive.")
    list_display = ["email", "name", "state", "roles_today"]
    list_filter = ["is_active"]
    search_fields = ["email", "name"]
    search_help_text = _("E-mail or name")
    list_per_page = 50
    fields = ["email", "name", "is_active", "roles_today", "last_login", "date_joined"]
    readonly_fields = ["email", "roles_today", "last_login", "date_joined"]
    ordering = ["email"]

    def get_queryset(self, request):
        """Of their roles, those that whoever asks may see."""
        grants = RoleGrant.objects.visible_to(request.access).current(timezone.now())
        grants = grants.with_body_names().select_related("district", "municipality")
        return super().get_queryset(request).prefetch_related(Prefetch("grants", grants, to_attr="visible_grants"))

    @admin.display(description=_("state"), ordering="is_active")
    def state(self, user):
        return _("can log in") if user.is_active else _("shut out")

    @admin.display(description=_("roles today"))
    def roles_today(self, user):
        return ", ".join(str(grant) for grant in user.visible_grants)
