"""What a page of the desk was sent, and whether it was the newest that somebody had seen when they pressed."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction

from contacts.conflicts import in_one_line, number


def sent(request):
    """For a form: None while the page is only opened."""
    return request.POST if request.method == "POST" else None


def is_overtaken(request, row, form=None):
    """Whether somebody changed the row after whoever presses had seen it. Says by whom and what, on the form if there
    is one."""
    seen = number(request.POST.get("seen"))
    if seen == row.version:
        return False
    told = in_one_line(row, seen, request.access)
    if form:
        form.add_error(None, told)
    else:
        messages.warning(request, told)
    return True


def carried_out(form, service, **arguments):
    """What the service gives back; None when it refused, and then the form says why above its fields."""
    try:
        with transaction.atomic():
            return service(**arguments)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None


def saved_whole(view):
    """What is sent is saved whole or not at all. Opening the page begins no transaction: on SQLite that would take the
    turn of the only writer, and wait for it."""

    @wraps(view)
    def whole(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return whole
