from django.conf import settings
from django.utils.translation import get_language_from_path

from contacts.national_numbers import NATIONAL


def site(request):
    """What every page shows, error pages included: so nothing here may ask the database."""
    return {"languages": language_links(request), "national": NATIONAL}


def language_links(request):
    """The address of this page in each language, and what the language calls itself."""
    path = request.get_full_path()
    prefix = get_language_from_path(request.path_info)
    bare = path.removeprefix(f"/{prefix}") if prefix else path
    return [
        {"code": code, "name": name, "url": bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"}
        for code, name in settings.LANGUAGES
    ]
