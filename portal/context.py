from contacts import gazetteer
from contacts.national_numbers import all_numbers
from portal.languages import languages_of


def site(request):
    """What every page shows, error pages included: so nothing here may ask the database."""
    places = gazetteer.in_memory()
    return {
        "languages": languages_of(request),
        "national": all_numbers(places.national if places else {}),
    }
