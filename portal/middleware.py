"""Small wrappers round every page."""

import logging

from django.db import InterfaceError, OperationalError
from django.http import QueryDict
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject

from contacts.access import NOBODY, access_of
from contacts.person_data.guard import refused_in
from contacts.recording import recording
from portal.errors import identity_number_in_address, not_allowed, unavailable
from portal.languages import language_of
from portal.login import second_factor
from portal.private_paths import is_private, origin_of

logger = logging.getLogger(__name__)


class PathLanguageMiddleware:
    """The language lives in the path and nowhere else, so that a page can be cached by its address.

    Django's LocaleMiddleware would add `Vary: Accept-Language` to the pages without a prefix. Outermost, so that even a
    refused host is told so in the language of the address and not in that of the request before.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = language_of(request.path_info)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class PublicCacheMiddleware:
    """A page that is the same for everyone may be kept for half a minute, and as long again while it is renewed: so a
    name that is hidden is gone everywhere within a minute. Whatever is made for one person is kept by nobody."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_for_one_person(request, response):
            patch_cache_control(response, private=True, no_store=True)
        elif response.status_code < 400 and "Cache-Control" not in response.headers:
            patch_cache_control(response, public=True, max_age=30, stale_while_revalidate=30, stale_if_error=86400)
        return response


def is_for_one_person(request, response):
    """By its address; or, whatever the address, because somebody asked who is logged in, or a cookie is set."""
    session = getattr(request, "session", None)
    return is_private(request.path_info) or bool(response.cookies) or (session is not None and session.accessed)


class AccessMiddleware:
    """`request.access`: what whoever asks may reach, looked up once, and only if somebody wants to know.

    Nothing, before a second factor has been shown.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.access = SimpleLazyObject(
            lambda: access_of(request.user) if second_factor.is_shown(request) else NOBODY
        )
        return self.get_response(request)


class RecordingMiddleware:
    """The history of whatever is changed tells where that was."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with recording(origin=origin_of(request.path_info)):
            return self.get_response(request)


class IdentityNumberMiddleware:
    """Whoever searches for an identity number is told not to; and the number is in no link of the page, and in no log.

    On the public pages every part of a query is looked at. Elsewhere only what is searched for: there is much else in
    an address, such as what a login provider sends back.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.META["QUERY_STRING"] and has_identity_number(request):
            request.META["QUERY_STRING"] = ""
            request.GET = QueryDict()
            return identity_number_in_address(request)
        return self.get_response(request)


def has_identity_number(request):
    names = request.GET.keys() & {"q"} if is_private(request.path_info) else request.GET.keys()
    return any(refused_in(text) for name in names for text in (name, *request.GET.getlist(name)))


class DatabaseDownMiddleware:
    """When the database does not answer, the reader still gets 112 and 02800, with status 503."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError | InterfaceError):
            logger.error("The database does not answer: %s", type(exception).__name__)
            return unavailable(request)
        return None


class NotAllowedMiddleware:
    """Pages are read and forms are sent; whatever else is asked is refused before anyone looks who asks.

    Django's own views take a PUT for a POST or a GET, and answer with an empty page where a page can only be read.
    """

    ANSWERED = ("GET", "HEAD", "POST")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in self.ANSWERED:
            answered = self.ANSWERED if is_private(request.path_info) else self.ANSWERED[:2]
            return not_allowed(request, ", ".join(answered))
        response = self.get_response(request)
        return not_allowed(request, response.headers["Allow"]) if response.status_code == 405 else response
