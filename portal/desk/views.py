from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import pgettext

from contacts import gazetteer
from contacts.desk.doors import READ, desk_page
from contacts.desk.findings import areas, findings_of_contacts, units_of_mine
from contacts.desk.my_points import my_points
from contacts.exchange.writing import Format
from contacts.models import Absence, ContactPoint, Person
from councils.models import Council
from councils.permissions import founds_any
from portal.desk import home, operation
from portal.desk.missing import as_csv, missing_in
from slt.models import Scheme
from slt.permissions import founds_any as founds_any_scheme


@desk_page(methods=READ)
def desk(request):
    access, places = request.access, gazetteer.current()
    mine = my_points(access, places)
    districts, municipalities = areas(access, places)
    bodies = home.bodies(access, places.on)
    only = home.the_only(bodies)
    schemes = home.schemes(access, places.on)
    scheme = home.the_only(schemes)
    absences = Absence.objects.editable_by(access).not_over(places.on)
    context = {
        "roles": home.roles(access, places),
        "is_break_glass": access.is_break_glass,
        "todos": [
            *operation.todos(access),
            *home.todos(mine, findings_of_contacts(districts, municipalities, places), absences),
            *home.todos_of_changes(access, places.on),
            *home.todos_of_guidance(access, places.on),
            *(scheme.todos if scheme else ()),
            *(only.todos if only else ()),
        ],
        "bodies": bodies,
        "schemes": schemes,
        "actions": home.actions(access),
        "today": places.on,
        "tasks": [
            *(scheme.tasks if scheme else ()),
            *(only.tasks if only else ()),
            *home.tasks(access, has_area=bool(municipalities)),
        ],
        "shortcuts": home.shortcuts(access),
        "mine": mine,
        "hideable": set(Person.objects.editable_by(access).values_list("pk", flat=True)) if mine else (),
        "planned": [(point, held) for point in mine for held in point.coming],
        "districts": districts,
        "municipalities": municipalities,
    }
    return render(request, "portal/desk/home.html", context)


@desk_page(methods=READ)
def missing(request):
    """With a link to where it is put right, for whoever may."""
    access, places = request.access, gazetteer.current()
    context = {
        "missing": missing_in(access, places, request.GET),
        "editable": set(ContactPoint.objects.editable_by(access).values_list("pk", flat=True)),
        "units": units_of_mine(access, places),
        "bodies": set(Council.objects.editable_by(access).values_list("slug", flat=True)),
        "may_found": founds_any(access),
        "schemes": set(Scheme.objects.editable_by(access).values_list("slug", flat=True)),
        "kept_schemes": set(Scheme.objects.kept_by(access).values_list("slug", flat=True)),
        "may_found_scheme": founds_any_scheme(access),
    }
    return render(request, "portal/desk/missing.html", context)


@desk_page(methods=READ)
def missing_file(request):
    found = missing_in(request.access, gazetteer.current(), request.GET)
    name = pgettext("file name", "missing")
    headers = {"Content-Disposition": content_disposition_header(True, f"{name}.csv")}
    return HttpResponse(as_csv(found.shown), content_type=Format.CSV.content_type, headers=headers)
