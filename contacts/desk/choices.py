"""What can be chosen in the forms of the desk: only what somebody may edit, so that the rest answers as missing."""

from contacts.folding import norwegian_order
from contacts.models import Person


def point_choices(mine):
    """By function, each with where it is and who holds it today."""
    groups = {}
    for point in mine:
        groups.setdefault(point.title, []).append((point.pk, _choice(point)))
    return list(groups.items())


def _choice(point):
    where = point.where or point.point.key
    return f"{where} ({point.holder_names})" if point.holders else where


def people_of(access):
    """Those who can be given a function: whoever was cleared is nobody any more."""
    people = Person.objects.editable_by(access).known()
    return sorted(people, key=lambda person: (norwegian_order(person.name), person.pk))


def of_one_unit(points):
    return len({(point.point.owner_district_id, point.point.owner_municipality_id) for point in points}) == 1
