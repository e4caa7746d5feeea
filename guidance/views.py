"""The public pages of the library: its front with its list, a resource, and what a resource said before."""

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from contacts.folding import norwegian_order
from contacts.national_numbers import all_numbers
from contacts.public_pages import kept_briefly, read_elsewhere_as
from guidance import index
from guidance.comparing import changed_since, name_of_edition
from guidance.filters import AUDIENCE, KIND, REACH, THEME, Selection
from guidance.showing import edition_of, shown, text_of_edition
from guidance.structured_data import resource_data

RESOURCES_A_PAGE = 25
NEWEST_SHOWN = 5
# What the list is called in the address when nothing is chosen: without it, the front is shown.
EVERYTHING = "?vis=alle"


@require_safe
@kept_briefly
def library(request):
    """The front, by theme and by reader; or the list, as soon as something is chosen."""
    known = index.current()
    selection = Selection(known.items, request.GET, bare=EVERYTHING)
    if not (selection.chosen or selection.unknown or "vis" in request.GET):
        return render(request, "guidance/library.html", _front(known, selection))
    fitting = sorted(selection.fitting, key=lambda item: norwegian_order(item.title))
    page = Paginator(fitting, RESOURCES_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "selection": selection,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "before": f"{selection.address()}&",
    }
    return render(request, "guidance/resource_list.html", context)


def _front(known, selection):
    return {
        "themes": selection.links(THEME),
        "audiences": selection.links(AUDIENCE),
        "kinds": selection.links(KIND),
        "reaches": selection.links(REACH),
        "newest": known.newest(NEWEST_SHOWN),
        "count": len(known.items),
        "all_url": EVERYTHING,
    }


@require_safe
def resource(request, slug):
    """Under its own address in the language of the page; whatever else it is or was called leads there for good."""
    item = _found(slug)
    if item is None:
        return _withdrawn(request, slug)
    own = item.get_absolute_url()
    return _resource(request, item) if own == request.path else redirect(own, permanent=True)


def _found(slug):
    found = index.current().at(slug)
    return found[0] if found else None


def _withdrawn(request, slug):
    """What was published and is no more: 410, and what to use instead. Kept by nobody, as every error."""
    known = index.current()
    item = known.withdrawn.get(slug)
    if item is None:
        raise Http404
    context = {"item": item, "instead": known.instead_of(item), "numbers": all_numbers(known.places.national)}
    return render(request, "guidance/resource_gone.html", context, status=HTTPStatus.GONE)


@kept_briefly
def _resource(request, item):
    page = shown(item, timezone.localdate())
    if page is None:
        raise Http404  # deleted since the library was read
    addresses = item.addresses()
    read_elsewhere_as(request, addresses)
    context = {
        "page": page,
        "item": item,
        # Where a text is stood in for, search engines are led to the page in its own language.
        "canonical": request.build_absolute_uri(addresses[page.text.language]),
        "structured_data": resource_data(request, page),
    }
    return render(request, "guidance/resource_detail.html", context)


@require_safe
def resource_edition(request, slug, number):
    """What it said before. The one that holds has no other address than the resource."""
    item = _found(slug)
    if item is None:
        return _withdrawn(request, slug)
    if number == item.edition:
        return redirect(item.get_absolute_url())
    own = reverse("resource_edition", args=[item.in_language().slug, number])
    return _edition(request, item, number) if own == request.path else redirect(own, permanent=True)


@kept_briefly
def _edition(request, item, number):
    edition = edition_of(item, number, timezone.localdate())
    if edition is None:
        raise Http404
    addresses = {code: f"{address}utgaver/{number}/" for code, address in item.addresses().items()}
    read_elsewhere_as(request, addresses)
    compares = request.GET.get("endret") == "ja"
    context = {
        "item": item,
        "edition": edition,
        "edition_name": name_of_edition(number),
        "page": text_of_edition(item, number),
        "changed": changed_since(item, edition) if compares else None,
    }
    return render(request, "guidance/resource_edition.html", context)
