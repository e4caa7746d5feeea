"""The admin as a whole: who comes in, what it holds, and the doors of Django's own site that are closed."""

from functools import update_wrapper
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core import checks
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from contacts.scoped_admin import ScopedModelAdmin
from contacts.scoped_autocomplete import ScopedAutocompleteView


class PortalAdminSite(admin.AdminSite):
    """The editing pages: for whoever has a role now. Which rows and acts, the scoped admin classes decide."""

    site_header = site_title = _("Local prevention")
    index_title = _("Editing")
    enable_nav_sidebar = False
    empty_value_display = "–"

    groups = {
        "contacts": _("Contacts"),
        "people": _("People"),
        "councils": _("Councils and groups"),
        "records": _("Meetings and plans"),
        "slt": _("SLT"),
        "guidance": _("Guidance"),
        "users": _("Users and roles"),
        "places": _("Places"),
        "logs": _("Logs"),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.left_out = {}
        self.disable_action("delete_selected")

    def register(self, model_or_iterable, admin_class=None, **options):
        """What libraries register by themselves stays outside: it knows nothing of scopes."""
        models = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        if admin_class and issubclass(admin_class, ScopedModelAdmin):
            super().register(models, admin_class, **options)
        else:
            self.left_out |= dict.fromkeys(models, admin_class)

    def has_permission(self, request):
        return bool(request.access)

    def admin_view(self, view, cacheable=False):
        """Whoever is logged in and has no role is refused; to log in again would not help them."""
        inner = super().admin_view(view, cacheable)

        def refuse_or_show(request, *args, **kwargs):
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return inner(request, *args, **kwargs)

        return update_wrapper(refuse_or_show, inner)

    # Logging in and out, and the password, belong to the account pages, which count attempts and ask for the second
    # factor.

    def login(self, request, extra_context=None):
        if request.user.is_authenticated:
            return redirect("admin:index")
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"), reverse("account_login"))

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    password_change_done = password_change

    # Doors that lead round the scope

    def get_urls(self):
        """Django's link to any row by its type and number would tell whether there is one, and its address."""
        urls = super().get_urls()
        for pattern in urls:
            if getattr(pattern, "name", "") == "view_on_site":
                pattern.callback = self.admin_view(nothing_here)
        return urls

    def autocomplete_view(self, request):
        return ScopedAutocompleteView.as_view(admin_site=self)(request)

    def get_log_entries(self, request):
        """None are kept: see ScopedModelAdmin."""
        return super().get_log_entries(request).none()

    # The first page, by task

    def get_app_list(self, request, app_label=None):
        """The groups that have something for whoever asks, each with its models in the order they were registered."""
        models = [model for app in self._build_app_dict(request, app_label).values() for model in app["models"]]
        groups = {key: [] for key in self.groups}
        for model in models:
            model_admin = self.get_model_admin(model["model"])
            groups[model_admin.group].append(model | {"description": model_admin.description})
        return [
            {"name": self.groups[key], "app_label": key, "models": members, "has_module_perms": True}
            for key, members in groups.items()
            if members
        ]

    def app_index(self, request, app_label, extra_context=None):
        title = {"title": capfirst(apps.get_app_config(app_label).verbose_name)}
        return super().app_index(request, app_label, title | (extra_context or {}))


def nothing_here(request, **kwargs):
    raise Http404


def is_ours(model):
    return Path(apps.get_app_config(model._meta.app_label).path).parent == settings.BASE_DIR


def every_admin_class_is_scoped(app_configs=None, **kwargs):
    """A check: an app of ours that registered an ordinary admin class would otherwise only find its pages missing."""
    return [
        checks.Error(f"The admin class of {model._meta.label} must be a ScopedModelAdmin.", id="portal.E001")
        for model in getattr(admin.site, "left_out", {})
        if is_ours(model)
    ]
