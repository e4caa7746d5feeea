"""The answer to "Whom do I contact in my municipality?": every function in its order, none left out (rule R2)."""

from dataclasses import replace

from contacts.disclosure import disclose, unregistered
from contacts.folding import norwegian_order
from contacts.models import ContactPoint, Function


def contacts_of_municipality(place, places):
    """The public contacts of a municipality. A function without a contact point is there, as unregistered.

    Each knows the other municipalities that it serves; `places` is the gazetteer of the day.
    """
    points = ContactPoint.objects.covering(
        municipality_id=place.id, district_id=place.district.id if place.district else None
    )
    contacts = [disclose(point, places.on) for point in points.for_card(places.on)]
    return _in_order([with_others(contact, place, places) for contact in contacts], Function)


def contacts_of_district(place, places):
    """The public contacts that cover a whole police district."""
    points = ContactPoint.objects.covering_district(place.id).for_card(places.on)
    return _in_order([disclose(point, places.on) for point in points], [Function.PREVENTION_CONTACT])


def with_others(contact, place, places):
    """The contact, knowing which other municipalities than this place it serves."""
    served = (places.municipalities_by_id.get(id_) for id_ in contact.municipality_ids)
    others = [other for other in served if other and other.is_current and other is not place]
    return replace(contact, shared_with=tuple(sorted(others, key=lambda other: norwegian_order(other.name))))


def _in_order(contacts, functions):
    return [
        contact
        for function in functions
        for contact in [found for found in contacts if found.function == function] or [unregistered(function)]
    ]
