"""Contacts as vCard 3.0 (RFC 2426), which every phone can keep."""

import vobject
from django.utils.translation import gettext as _

from contacts import phones
from contacts.national_numbers import POLICE


def vcards(place, contacts, numbers):
    """One card for each function of a municipality, then one for the police. Functions, not persons, are kept:
    a name on somebody's phone can no longer be hidden when the person leaves."""
    cards = [_card(place, contact) for contact in contacts if contact.phone or contact.email]
    police = numbers[POLICE]
    return "".join(card.serialize() for card in (*cards, _new(str(police.title), police.phone, "")))


def _card(place, contact):
    title = f"{contact.title} – {place.name}"
    if contact.is_example:
        title = _("EXAMPLE: %(title)s") % {"title": title}
    return _new(title, contact.phone, contact.email)


def _new(title, phone, email):
    card = vobject.vCard()
    card.add("fn").value = title
    card.add("n").value = vobject.vcard.Name(family=title)
    card.add("org").value = [title]
    if phone:
        telephone = card.add("tel")
        telephone.value = phones.uri(phone).removeprefix("tel:")
        telephone.type_param = ["WORK", "VOICE"]
    if email:
        mail = card.add("email")
        mail.value = email
        mail.type_param = ["INTERNET", "WORK"]
    return card
