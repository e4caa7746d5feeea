from contacts import gazetteer
from contacts.national_numbers import all_numbers
from portal.languages import in_every_language


def site(request):
    """What every page shows, error pages included: so nothing here may ask the database."""
    places = gazetteer.in_memory()
    return {
        "languages": in_every_language(request.get_full_path()),
        "national": all_numbers(places.national if places else {}),
    }
