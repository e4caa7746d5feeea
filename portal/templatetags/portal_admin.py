"""What the admin's templates ask of Django's lists and inlines. Presentation only, never a query."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

register = template.Library()
LINK = re.compile(r"</?a\b[^>]*>")


@register.filter
def labelled(result, headers):
    """The cells of a row, which Django has made already, each with the heading of its column: on a phone it is shown
    beside the value."""
    for cell, header in zip(result, headers, strict=False):
        label = "" if is_tick_column(header) else capfirst(header["text"])
        start, rest = str(cell)[:3], str(cell)[3:]
        scope = mark_safe(' scope="row"') if start == "<th" else ""
        yield format_html('{}{} data-label="{}"{}', mark_safe(start), scope, label, mark_safe(rest))  # noqa: S308


@register.filter
def is_tick_column(header):
    return "action-toggle" in str(header["text"])


@register.filter
def unlinked(contents):
    """What is only to be read, without the link that Django puts on every related row, also where one may not go."""
    return mark_safe(LINK.sub("", str(contents)))  # noqa: S308 (Django has escaped it)


@register.filter
def rows(inline):
    """The rows that are there, and the empty ones to be filled in; not the pattern for more."""
    every = list(inline)
    return every[:-1] if inline.has_add_permission else every


@register.filter
def empty_row(inline):
    return list(inline)[-1]
