"""What search engines read: schema.org JSON-LD of functions. No person is ever in it."""

from contacts import opening_hours, phones
from contacts.national_numbers import POLICE, all_numbers


def municipality_data(request, place, contacts):
    """The municipality as a government organisation with a contact point for each function."""
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": f"{place.name} kommune",
        "identifier": place.number,
        "url": request.build_absolute_uri(place.get_absolute_url()),
        "areaServed": {"@type": "AdministrativeArea", "name": place.name},
        "contactPoint": _contact_points(contacts),
    }


def district_data(request, place, contacts):
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": f"{place.main_name} politidistrikt",
        "url": request.build_absolute_uri(place.get_absolute_url()),
        "areaServed": [{"@type": "AdministrativeArea", "name": member.name} for member in place.municipalities],
        "contactPoint": _contact_points(contacts),
    }


def _contact_points(contacts):
    police = all_numbers({})[POLICE]
    points = [_contact_point(contact) for contact in contacts if contact.phone and not contact.is_example]
    return [*points, {"@type": "ContactPoint", "contactType": str(police.title), "telephone": police.phone}]


def _contact_point(contact):
    return {
        "@type": "ContactPoint",
        "contactType": str(contact.title),
        "telephone": phones.uri(contact.phone).removeprefix("tel:"),
        **({"email": contact.email} if contact.email else {}),
        **({"hoursAvailable": opening_hours.rules(contact.opening_hours)} if contact.opening_hours else {}),
    }
