"""An admin class that goes round the scope is found before the portal starts. Each is planted here."""

import pytest
from django.contrib import admin
from django.core import checks
from django.forms import ModelForm

from contacts.models import Absence, Assignment, ContactPoint, County, Coverage, Municipality, Person
from contacts.scoped_admin import ScopedModelAdmin, ScopedTabularInline


class OrdinaryInline(admin.TabularInline):
    model = Coverage


class WithRawIds(ScopedModelAdmin):
    raw_id_fields = ["contact_point"]


class WithOrdinaryForm(ScopedModelAdmin):
    form = ModelForm


class WithOrdinaryInline(ScopedModelAdmin):
    inlines = [OrdinaryInline]


class WithFilterIntoAnotherTable(ScopedModelAdmin):
    list_filter = ["contact_point__function"]


class WithFilterOfAllPlaces(ScopedModelAdmin):
    list_filter = ["owner_district"]


class WithActionForAnyone(ScopedModelAdmin):
    actions = ["act"]

    def act(self, request, queryset):
        pass


class WithUnscopedChoice(ScopedModelAdmin):
    fields = ["name", "county"]


class WithReadOnlyRelation(ScopedModelAdmin):
    fields = readonly_fields = ["name", "county"]


class InlineOfPeople(ScopedTabularInline):
    model = Absence
    fk_name = "assignment"


PLANTED = {
    "a model without a scope": (ScopedModelAdmin, County, "E001"),
    "a form that carries no version": (WithOrdinaryForm, Person, "E002"),
    "a row by its number": (WithRawIds, Assignment, "E003"),
    "a choice of rows without a scope": (WithUnscopedChoice, Municipality, "E004"),
    "an inline of Django's": (WithOrdinaryInline, ContactPoint, "E005"),
    "a filter into another table": (WithFilterIntoAnotherTable, Assignment, "E006"),
    "a filter that lists all places": (WithFilterOfAllPlaces, ContactPoint, "E007"),
    "an action that does not say for whom": (WithActionForAnyone, Person, "E008"),
}


def found(admin_class, model):
    return {error.id for error in admin_class(model, admin.AdminSite()).check() if error.level >= checks.ERROR}


@pytest.mark.parametrize("planted", PLANTED)
def test_what_goes_round_the_scope_is_found(planted):
    admin_class, model, number = PLANTED[planted]
    assert f"scoped_admin.{number}" in found(admin_class, model)


def test_what_is_only_read_needs_no_scope():
    assert "scoped_admin.E004" not in found(WithReadOnlyRelation, Municipality)


def test_a_class_without_a_place_on_the_first_page_is_found():
    errors = ScopedModelAdmin(Person, admin.site).check()
    assert "scoped_admin.E009" in {error.id for error in errors}


def test_every_class_of_the_admin_passes():
    assert [error for model_admin in admin.site._registry.values() for error in model_admin.check()] == []
