from http import HTTPStatus
from itertools import groupby

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from contacts import gazetteer
from contacts.cards import contacts_of_municipality
from contacts.national_numbers import all_numbers
from contacts.public_pages import place_or_404, successors_or_404
from guidance import concern as route
from guidance import index

# What belongs to the route, by the keys of the resources.
MORE = ("ringe-02800", "tegn-til-bekymring", "samtalen", "taushetsplikt")


@require_safe
def concern(request):
    """The steps, and the way to those of one's own municipality: by links, since nobody should have to type here."""
    places = gazetteer.current()
    context = {**_shown(places), "steps": route.steps(), "letters": _by_letter(places.municipalities)}
    return render(request, "guidance/concern.html", context)


@require_safe
def concern_here(request, slug):
    places = gazetteer.current()
    place = place_or_404(places.municipality_by_slug, slug)
    if not place.is_current:
        return _lead_on(request, place, places)
    contacts = contacts_of_municipality(place, places)
    context = {
        **_shown(places),
        "place": place,
        "steps": route.steps(contacts),
        "has_examples": any(contact.is_example for contact in contacts),
        "today": places.on,
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, "guidance/concern_here.html", context)


def _by_letter(municipalities):
    """[("A", [places])], of places in their order."""
    return [(letter, list(group)) for letter, group in groupby(municipalities, lambda place: place.name[0].upper())]


def _shown(places):
    """What the route shows wherever it is."""
    known = index.current().by_key
    return {
        "numbers": all_numbers(places.national),
        "audiences": route.audiences(),
        "source": known.get(route.ROUTE),
        "more": [known[key] for key in MORE if key in known],
        "harmless_page": route.HARMLESS_PAGE,
    }


def _lead_on(request, place, places):
    """From a former municipality to the one it became, or to the question which of them."""
    targets = successors_or_404(place)
    if len(targets) == 1:
        return redirect("concern_here", targets[0].slug, permanent=True)
    context = {
        "place": place,
        "targets": targets,
        "numbers": all_numbers(places.national),
        "harmless_page": route.HARMLESS_PAGE,
    }
    return render(request, "guidance/concern_which.html", context, status=HTTPStatus.MULTIPLE_CHOICES)
