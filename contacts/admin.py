from django.contrib import admin

from contacts.models import Assignment, ContactPoint, Coverage, Person
from contacts.scoped_admin import ScopedModelAdmin, ScopedTabularInline


class CoverageInline(ScopedTabularInline):
    model = Coverage
    extra = 0


class AssignmentInline(ScopedTabularInline):
    model = Assignment
    extra = 0


@admin.register(ContactPoint)
class ContactPointAdmin(ScopedModelAdmin):
    list_display = ["__str__", "owner_district", "owner_municipality", "verified_on"]
    inlines = [CoverageInline, AssignmentInline]


@admin.register(Person)
class PersonAdmin(ScopedModelAdmin):
    list_display = ["name", "work_title"]
