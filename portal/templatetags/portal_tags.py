"""Presentation only, never a query."""

import json

from django import template
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import time_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

from contacts import opening_hours, phones
from contacts.explanations import explain, explain_edge, kind_of_place
from contacts.gazetteer import predecessors
from contacts.place_index import Kind

register = template.Library()

register.filter("phone", phones.display)
register.filter("phone_uri", phones.uri)
register.filter("explain_edge", explain_edge)
register.filter("kind_of_place", kind_of_place)
register.filter("history", predecessors)


@register.filter("explain")
def explain_with_language(match):
    """The explanation, with a name in another language marked as such."""
    text = conditional_escape(explain(match))
    if match.kind != Kind.PARALLEL_NAME:
        return text
    name = format_html('<span lang="{}">{}</span>', match.detail, match.label)
    return mark_safe(text.replace(conditional_escape(match.label), name, 1))  # noqa: S308 (both were escaped)


@register.filter
def hours(text):
    """ "Mo-Fr 08:00-15:30" -> "man–fre 08.00–15.30", in the language of the page."""
    try:
        return ", ".join(_hours(row) for row in opening_hours.parse(text))
    except ValueError:
        return text  # written past the checks: readers can read it still


def _hours(row):
    first, last = WEEKDAYS_ABBR[row.first_day], WEEKDAYS_ABBR[row.last_day]
    days = f"{first}–{last}" if row.first_day != row.last_day else WEEKDAYS[row.first_day]
    return f"{days} {time_format(row.opens, 'TIME_FORMAT')}–{time_format(row.closes, 'TIME_FORMAT')}"


# Inside a script element these could end it or begin a comment.
_UNSAFE_IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def json_ld(data):
    """A script element with the data as JSON-LD. The CSP lets it be: it is data, which no browser runs."""
    text = json.dumps(data, ensure_ascii=False).translate(_UNSAFE_IN_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 (escaped above)
