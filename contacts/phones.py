"""Norwegian phone numbers as people type them, and as people read them (rule R5).

The numbering plan has numbers of 3 digits (112), 5 digits (02800), 6 digits (116 111) and 8 digits, the last
optionally behind +47 or 0047. Stored: the digits alone, without country code ("02800", "23305000").
"""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

STORED = r"^(1\d{2}|0\d{4}|116\d{3}|\d{8})\Z"
_SEPARATORS = re.compile(r"[\s.\-/()\u00a0\u202f\u2011]+")
_COUNTRY_CODE = re.compile(r"^(\+47|0047)(?=\d{8}$)")


def normalise(text):
    """The stored form of a typed number: "0 28 00" -> "02800", "+47 23 30 50 00" -> "23305000".

    Raises ValidationError when the text is not a Norwegian phone number.
    """
    digits = _COUNTRY_CODE.sub("", _SEPARATORS.sub("", text))
    if not re.fullmatch(STORED, digits, re.ASCII):
        raise ValidationError(
            _(
                "“%(value)s” is not a Norwegian phone number. Write 3, 5, 6 or 8 digits, "
                "for example 02800 or 23 30 50 00. Other information belongs in another field."
            ),
            code="phone",
            params={"value": text},
        )
    return digits


def display(number):
    """As Norwegians write it: "02800", "116 111", "23 30 50 00", mobile and 800 numbers "412 34 567"."""
    if len(number) == 6:
        return f"{number[:3]} {number[3:]}"
    if len(number) != 8:
        return number
    groups = (3, 5, 8) if number[0] in "489" else (2, 4, 6, 8)
    return " ".join(number[start:end] for start, end in zip((0, *groups), groups, strict=False))


def uri(number):
    """The tel: address. Short numbers work only inside Norway and take no country code."""
    return f"tel:+47{number}" if len(number) == 8 else f"tel:{number}"


class PhoneInput(forms.CharField):
    """Where a phone number is typed, and nothing else."""


class PhoneField(models.CharField):
    """A phone number, stored as its digits; what is typed is normalised when it is cleaned."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 20)
        super().__init__(*args, **kwargs)

    def to_python(self, value):
        value = super().to_python(value)
        return normalise(value) if value else value

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": PhoneInput} | kwargs)
