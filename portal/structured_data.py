"""What search engines read: schema.org JSON-LD of functions. No person is ever in it."""

from contacts import opening_hours, phones
from contacts.national_numbers import POLICE


def municipality_data(request, place, contacts, numbers):
    """The municipality as a government organisation with a contact point for each function."""
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": f"{place.name} kommune",
        "identifier": place.number,
        "url": request.build_absolute_uri(place.get_absolute_url()),
        "areaServed": {"@type": "AdministrativeArea", "name": place.name},
        "contactPoint": _contact_points(contacts, numbers[POLICE]),
    }


def district_data(request, place, contacts, numbers):
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": f"{place.main_name} politidistrikt",
        "url": request.build_absolute_uri(place.get_absolute_url()),
        "areaServed": [{"@type": "AdministrativeArea", "name": member.name} for member in place.municipalities],
        "contactPoint": _contact_points(contacts, numbers[POLICE]),
    }


def _contact_points(contacts, police):
    points = [_contact_point(contact) for contact in contacts if not contact.is_example]
    reachable = [point for point in points if "telephone" in point or "email" in point]
    return [*reachable, {"@type": "ContactPoint", "contactType": str(police.title), "telephone": police.phone}]


def _contact_point(contact):
    hours = [_opening_hours(row) for row in opening_hours.parse(contact.opening_hours)]
    point = {
        "@type": "ContactPoint",
        "contactType": str(contact.title),
        "telephone": contact.phone and phones.uri(contact.phone).removeprefix("tel:"),
        "email": contact.email,
        "hoursAvailable": hours,
    }
    return {name: value for name, value in point.items() if value}


def _opening_hours(row):
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [f"https://schema.org/{day}" for day in _DAYS[row.first_day : row.last_day + 1]],
        "opens": row.opens.isoformat("minutes"),
        "closes": row.closes.isoformat("minutes"),
    }


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
