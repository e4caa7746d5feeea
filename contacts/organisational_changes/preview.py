"""What a change will do, before it does: carried out for its own day and rolled back, so it says nothing else."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from contacts.cards import contacts_of_district, contacts_of_municipality
from contacts.folding import norwegian_order
from contacts.gazetteer import Gazetteer, successors
from contacts.models import ContactPoint, Coverage, Municipality
from contacts.national_numbers import all_numbers
from contacts.organisational_changes.carrying_out import carry_out
from contacts.organisational_changes.transition import CannotCarryOut, Topic
from contacts.querysets import ScopedQuerySet


@dataclass(frozen=True)
class Line:
    """An effect as somebody may see it: with the name of a person only in their own area, else how many there are."""

    what: str
    before: str
    after: str
    remark: str


@dataclass(frozen=True)
class Page:
    """A page of the portal that begins, changes or leads on."""

    name: str
    address: str
    becomes: str


@dataclass(frozen=True)
class Card:
    """The contacts as the page of a successor will show them."""

    place: object
    contacts: list


@dataclass(frozen=True)
class Preview:
    problems: list = field(default_factory=list)
    sections: list = field(default_factory=list)
    pages: list = field(default_factory=list)
    cards: list = field(default_factory=list)
    numbers: dict = field(default_factory=dict)


def preview(change, access):
    """All that changes, or all that stands in the way."""
    try:
        with transaction.atomic():
            effects = carry_out(change)
            places = Gazetteer(change.date)
            pages, cards = pages_of(change, effects, places), cards_of(change, places)
            transaction.set_rollback(True)
    except CannotCarryOut as refusal:
        return Preview(problems=list(refusal.reasons))
    return Preview([], sections_of(effects, access), pages, cards, all_numbers(places.national))


def sections_of(effects, access):
    """By topic; lines that read the same are counted."""
    visible = visible_rows([effect.row for effect in effects], access)
    lines = {topic: Counter() for topic in Topic}
    for effect in effects:
        what = f"{effect.what}: {effect.private}" if effect.private and effect.row in visible else effect.what
        lines[effect.topic][Line(what, effect.before, effect.after, effect.remark)] += 1
    return [(topic.label, list(counted.items())) for topic, counted in lines.items() if counted]


def visible_rows(rows, access):
    """Those among rows of several kinds that somebody may see. One query a kind."""
    by_model = {}
    for row in rows:
        if row is not None and isinstance(type(row)._default_manager.all(), ScopedQuerySet):
            by_model.setdefault(type(row), set()).add(row.pk)
    return {row for model, keys in by_model.items() for row in model.objects.visible_to(access).filter(pk__in=keys)}


def cards_of(change, places):
    return [card_of(successor.place, places) for successor in change.successors.all()]


def card_of(unit, places):
    if isinstance(unit, Municipality):
        place = places.municipalities_by_id[unit.pk]
        return Card(place, contacts_of_municipality(place, places))
    place = places.districts_by_id[unit.pk]
    return Card(place, contacts_of_district(place, places))


def pages_of(change, effects, places):
    """Every page that is another one afterwards: first those of the units, then those that show the same contacts."""
    before = [part.place for part in change.changed.all()] if change.ends_its_units else []
    after = list(change.successors.all())
    own = [in_memory(unit, places) for unit in before] + [in_memory(one.place, places) for one in after]
    begun = {in_memory(one.place, places) for one in after if one.is_new}
    others = sorted(touched(effects, places) - set(own), key=lambda place: norwegian_order(place.full_name))
    return [Page(place.full_name, place.get_absolute_url(), becomes(place, begun)) for place in [*own, *others]]


def in_memory(unit, places):
    by_id = places.municipalities_by_id if isinstance(unit, Municipality) else places.districts_by_id
    return by_id[unit.pk]


def becomes(place, begun):
    if place.is_current:
        return _("begins") if place in begun else _("changes")
    targets = [target.full_name for target, _path in successors(place)]
    words = _("leads to %(places)s") if len(targets) == 1 else _("asks which: %(places)s")
    return words % {"places": ", ".join(targets)}


def touched(effects, places):
    """The places whose pages show something that changed: a contact point, a district, a number."""
    points = [effect.row.pk for effect in effects if isinstance(effect.row, ContactPoint)]
    served = Coverage.objects.filter(contact_point__in=points).values_list("municipality", flat=True)
    shown = {places.municipalities_by_id[pk] for pk in served}
    units = [effect.row for effect in effects if effect.topic == Topic.PLACE]
    shown |= {in_memory(unit, places) for unit in units}
    districts = {place.district for place in shown if getattr(place, "district", None)}
    return {place for place in shown | districts if place.is_current}
