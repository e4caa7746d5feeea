"""What of SLT is more than one cell of the matrix."""

from django.urls import reverse

from contacts.access import access_of
from portal.tests.access.forms import largest_form
from portal.tests.access.principals import BY_KEY
from portal.tests.access.probes import ask
from slt.models import Finding


def editing_by_the_rule(matrix):
    """The pages ask for the scheme first: so whether a row may be changed is asked of the rule itself."""
    access = access_of(matrix.world.users["slt_of_another"])
    rows = {"of another scheme": matrix.world.rows["finding"]["shared"]}
    rows["missing"] = matrix.world.rows["finding"]["planned"]
    found = {what: Finding.objects.editable_by(access).filter(pk=row.pk).exists() for what, row in rows.items()}
    return [what for what, is_found in found.items() if is_found == (what == "of another scheme")]


def founding_elsewhere(matrix):
    """The municipalities that a new scheme may be of: one's own."""
    answer = ask(matrix, "slt", "GET", "new_scheme")
    return ["Derby"] if "Derby" in answer.body else []


def _sends(matrix, url, changes):
    shown = matrix.asker.ask(BY_KEY["slt_of_scheme"], "GET", url)
    data = largest_form(shown.body) | {"reason": ["En grunn som holder"]} | changes
    return matrix.asker.ask(BY_KEY["slt_of_scheme"], "POST", url, data)


def choosing_from_another_scheme(matrix):
    """By a form that was altered, on the desk and in the admin: a row of one's own is joined to none of another's."""
    rows = matrix.world.rows
    measure, priority = rows["sltmeasure"]["shared"], rows["priority"]["shared"]
    year = [measure.cycle.scheme.slug, measure.cycle.year]
    foreign = {
        "priority": [rows["priority"]["planned"].pk],
        "findings": [rows["finding"]["planned"].pk],
        "measure": [rows["sltmeasure"]["planned"].pk],
        "item": [rows["agendaitem"]["internal_published"].pk],
        "contact_point": [rows["contactpoint"]["municipal_there"].pk],
        "steering_council": [rows["council"]["there"].pk],
    }
    forms = {
        reverse("edit_scheme_measure", args=[*year, measure.pk]): "priority",
        reverse("edit_priority", args=[*year, priority.pk]): "findings",
        reverse("admin:slt_measure_change", args=[measure.pk]): "priority",
        reverse("admin:slt_priority_change", args=[priority.pk]): "findings",
        reverse("edit_dialogue", args=[year[0], rows["dialogue"]["shared"].slug]): "measure",
        reverse("edit_dialogue", args=[year[0], rows["dialogue"]["shared"].slug]) + "?": "item",
        reverse("scheme_coordinators", args=year[:1]): "contact_point",
        reverse("scheme_frame", args=year[:1]): "steering_council",
    }
    return [
        f"{url} takes {field}"
        for url, field in forms.items()
        if _sends(matrix, url, {field: foreign[field]}).word == "onward"
    ]


SLT_PROBES = [editing_by_the_rule, founding_elsewhere, choosing_from_another_scheme]
