"""Parts of addresses."""

import datetime

from django.urls import register_converter


class DateConverter:
    """A day as 2026-11-24; the 31st of February is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value):
        return datetime.date.fromisoformat(value)

    def to_url(self, value):
        return value if isinstance(value, str) else value.isoformat()


register_converter(DateConverter, "date")
