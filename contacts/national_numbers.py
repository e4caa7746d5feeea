"""The four national numbers. The database has them as records; the words here also serve when there is no database."""

import datetime
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from contacts import phones

EMERGENCY = "emergency"
POLICE = "police"
PST = "pst"
CHILD_HELPLINE = "child_helpline"


class National(NamedTuple):
    """`phone` is the number as published when this was written; the record in the database wins."""

    key: str
    phone: str
    title: str
    description: str
    verified_on: datetime.date = datetime.date(2026, 11, 1)

    @property
    def number(self):
        return phones.display(self.phone)

    @property
    def uri(self):
        return phones.uri(self.phone)


NATIONAL = {
    number.key: number
    for number in (
        National(EMERGENCY, "112", _("Emergency"), _("Danger to life or health, now")),
        National(POLICE, "02800", _("The police"), _("When it is not urgent")),
        National(PST, "23305000", _("PST"), _("The Norwegian Police Security Service")),
        National(CHILD_HELPLINE, "116111", _("Child helpline"), _("For children, young people and worried adults")),
    )
}


def all_numbers(records):
    """The national numbers as they are in the database (`records`: key -> record), none ever missing."""
    return {
        key: number._replace(phone=records[key].phone, verified_on=records[key].verified_on)
        if key in records
        else number
        for key, number in NATIONAL.items()
    }
