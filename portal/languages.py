"""The language of a page is the first word of its path: /nn/, /en/, or none for bokmål."""

from typing import NamedTuple

from django.conf import settings


class InLanguage(NamedTuple):
    """A language, what it calls itself, and the address of a page in it."""

    code: str
    name: str
    url: str


def language_of(path):
    """The language that a path is in. Only the very codes count: /en-gb/ is no language here."""
    first = path.split("/", 2)[1]
    return first if first in _prefixes() else settings.LANGUAGE_CODE


def languages_of(request):
    """Where this page is in each language: as it says itself (`read_elsewhere_as`), or under the same address."""
    own = getattr(request, "addresses_by_language", None)
    if own is None:
        return in_every_language(request.get_full_path())
    return [InLanguage(code, name, own[code]) for code, name in settings.LANGUAGES]


def in_every_language(path):
    """The same address in each language."""
    language = language_of(path)
    bare = path if language == settings.LANGUAGE_CODE else path.removeprefix(f"/{language}")
    bare = f"/{bare.lstrip('/')}"  # two slashes in front would name another host
    return [
        InLanguage(code, name, bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}")
        for code, name in settings.LANGUAGES
    ]


def _prefixes():
    return {code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE}
