"""Who comes in to the pages of a working year: whoever coordinates its scheme. And the way back to its five steps."""

from functools import wraps

from django.contrib.messages import get_messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from contacts.desk.doors import POST, READ
from slt.desk.doors import keeper_page

AT = "steg"


def cycle_page(methods=(*READ, *POST)):
    """`view(request, cycle, …)`."""

    def decorate(view):
        @keeper_page(methods)
        @wraps(view)
        def guarded(request, scheme, year, *args, **kwargs):
            cycle = get_object_or_404(scheme.years.select_related("scheme"), year=year)
            return view(request, cycle, *args, **kwargs)

        return guarded

    return decorate


def ask_to_delete(request, cycle, row, **words):
    """The question before a row is gone: its `title`, the `consequence`, and the way `back`."""
    return render(request, "slt/desk/delete.html", {"scheme": cycle.scheme, "cycle": cycle, "row": row, **words})


def address(name, cycle, *args):
    return reverse(name, args=[cycle.scheme.slug, cycle.year, *args])


def to_step(cycle, key):
    """To the page of the year, there where the step stands. What has been done is told there as well: at the top of the
    page nobody would see it."""
    return redirect(f"{address('cycle_desk', cycle)}?{AT}={key}#{key}")


def told_at(request, steps):
    """{step: messages}; empty where they stand at the top of the page."""
    key = request.GET.get(AT)
    return {key: get_messages(request)} if key in steps else {}
