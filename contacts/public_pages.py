"""What public pages of every app share: how long they are kept, how a list leads to itself and a former place on."""

from django.http import Http404
from django.views.decorators.cache import cache_control

from contacts import gazetteer

# So that what is made internal is gone within seconds (decision 0035); a page that is about an error is kept by nobody.
SECONDS_KEPT = 5
kept_briefly = cache_control(public=True, max_age=SECONDS_KEPT)


def same_page_with(request, **changes):
    """The address of this list with something else chosen; an empty value chooses nothing. Always from its first
    page."""
    query = request.GET.copy()
    for name, value in {"p": "", **changes}.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"?{query.urlencode()}" if query else request.path


def before_a_number(request):
    """What stands in the address of another page of this list, before its number."""
    chosen = same_page_with(request)
    return f"{chosen}&" if chosen.startswith("?") else "?"


def read_elsewhere_as(request, addresses):
    """Where this page is in each language, when it is not the same address with another prefix: {language: path}.

    The links to other languages lead there (portal/languages.py).
    """
    request.addresses_by_language = addresses


def place_or_404(places, slug):
    """Of `places` by their addresses, former ones among them."""
    try:
        return places[slug]
    except KeyError:
        raise Http404 from None


def successors_or_404(place):
    """The places of today that a former one became. One that begins on a day to come has none, and no page yet."""
    targets = [target for target, _path in gazetteer.successors(place)]
    if not targets:
        raise Http404
    return targets
