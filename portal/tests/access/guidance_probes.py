"""Questions about the library that are more than one cell of the matrix."""

from django.urls import reverse

from contacts.access import access_of
from contacts.models import Municipality, PoliceDistrict
from guidance.models import Edition
from guidance.permissions import can_approve, districts_kept_by, municipalities_kept_by
from portal.tests.access.forms import largest_form
from portal.tests.access.principals import BY_KEY


def writing_elsewhere(matrix):
    """The places for which somebody may begin something: (who, where)."""
    world = matrix.world
    expected = {
        "municipal": ["town"],
        "slt": ["town"],
        "slt_of_scheme": [],
        "police": ["here"],
        "guidance": ["town", "other_town", "here", "there"],
        "auditor_everywhere": [],
    }
    return [f"{who}: {found}" for who, places in expected.items() if (found := _kept(world, who)) != places]


def _kept(world, who):
    access = access_of(world.users[who])
    rows = {Municipality: municipalities_kept_by(access), PoliceDistrict: districts_kept_by(access)}
    names = ("town", "other_town", "here", "there")
    return [name for name in names if rows[type(world.places[name])].contains(world.places[name])]


def approving_ones_own(matrix):
    """Whoever sent an edition to review approves it neither by the rule nor by sending the form."""
    world, edition = matrix.world, matrix.world.rows["libraryedition"]["town"]
    Edition.objects.filter(pk=edition.pk).update(submitted_by=world.users["municipal"])
    edition = Edition.objects.get(pk=edition.pk)
    url = reverse("approve_edition", args=[edition.resource_id])
    form = largest_form(matrix.asker.ask(BY_KEY["guidance"], "GET", url).body)
    answer = matrix.asker.ask(BY_KEY["municipal"], "POST", url, form)
    lines = ["by the rule"] if can_approve(access_of(world.users["municipal"]), edition) else []
    lines += ["by the form"] if "guidance_edition" in answer.written else []
    another = access_of(world.users["guidance"])
    return lines + ([] if can_approve(another, edition) else ["another may not either"])


GUIDANCE_PROBES = [writing_elsewhere, approving_ones_own]
