"""What search engines read about a scheme: schema.org JSON-LD. No person is ever in it, nor a contact of one."""


def scheme_data(request, scheme, places):
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": scheme.name,
        "serviceType": "SLT",
        "url": request.build_absolute_uri(scheme.get_absolute_url()),
        "areaServed": [{"@type": "AdministrativeArea", "name": place.name} for place in places],
        "provider": [{"@type": "GovernmentOrganization", "name": f"{place.name} kommune"} for place in places],
        "audience": _audience(scheme),
    }
    return {name: value for name, value in data.items() if value}


def _audience(scheme):
    ages = {"suggestedMinAge": scheme.age_from, "suggestedMaxAge": scheme.age_to}
    known = {name: age for name, age in ages.items() if age is not None}
    return {"@type": "PeopleAudience"} | known if known else None
