"""The admin as a whole: what it holds."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group

from contacts.models import County, User
from contacts.scoped_admin import ScopedModelAdmin
from portal.admin_site import PortalAdminSite, every_admin_class_is_scoped

pytestmark = pytest.mark.django_db


# What it holds


def test_what_a_library_registers_stays_outside():
    site = PortalAdminSite()
    site.register(County)
    site.register([User], admin.ModelAdmin)
    assert not site._registry
    assert set(site.left_out) == {County, User}


def test_an_app_of_ours_that_forgets_the_scope_is_told(monkeypatch):
    monkeypatch.setattr(admin.site, "left_out", {County: None, Group: admin.ModelAdmin})
    assert ["County" in error.msg for error in every_admin_class_is_scoped()] == [True]


def test_nothing_of_ours_is_forgotten():
    assert every_admin_class_is_scoped() == []


def test_every_class_is_scoped():
    assert all(isinstance(model_admin, ScopedModelAdmin) for model_admin in admin.site._registry.values())
