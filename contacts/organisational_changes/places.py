"""The places themselves, as decision 4 has it: merged and split units end, all others go on under the same identity."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from contacts.models import (
    ChangeKind,
    DistrictMembership,
    Municipality,
    MunicipalityNumber,
    MunicipalitySuccession,
    PlaceName,
    PoliceDistrict,
    PoliceDistrictSuccession,
    UnitKind,
)
from contacts.models.places import SuccessionKind
from contacts.organisational_changes.transition import CannotCarryOut, Effect, Topic
from contacts.snapshot_tables import slug

KIND_OF_SUCCESSION = {
    ChangeKind.MERGE: SuccessionKind.MERGED,
    ChangeKind.SPLIT: SuccessionKind.SPLIT,
    ChangeKind.RENAME: SuccessionKind.RENAMED,
    ChangeKind.RENUMBER: SuccessionKind.RENUMBERED,
    ChangeKind.TRANSFER: SuccessionKind.TRANSFERRED,
}
SLUG_LENGTH = 50


def change_places(change, transition):
    """Ends, begins and alters the units, and records what became of which. Yields the effects."""
    order = MunicipalityOrder if change.unit == UnitKind.MUNICIPALITY else DistrictOrder
    return list(order(change, transition).run())


def address_for(model, name, *otherwise):
    """The first address that nobody has: addresses are given once, so a namesake of before keeps its own."""
    taken = set(model.objects.values_list("slug", flat=True))
    plain = slug(name)
    for ending in ("", *(f"-{slug(text)}" for text in otherwise), *(f"-{count}" for count in range(2, 1000))):
        address = plain[: SLUG_LENGTH - len(ending)].rstrip("-") + ending
        if address not in taken:
            return address
    raise CannotCarryOut(_("There is no free address for the name %(name)s.") % {"name": name})


class Order:
    """One run. What ends is written first, so that its number is free for what begins."""

    def __init__(self, change, transition):
        self.change, self.transition = change, transition
        self.date, self.last_day = transition.date, transition.last_day

    def run(self):
        for unit in self.transition.ended:
            yield self.end(unit)
        for successor in self.transition.successors:
            yield from self.begin(successor) if successor.is_new else self.go_on(successor)
        self.record()

    def save(self, row, **values):
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        return row

    def close(self, row):
        """Its last day is the day before the change."""
        if row.valid_from and row.valid_from > self.last_day:
            message = _("“%(row)s” begins on %(day)s, after the change. Correct that first.")
            raise CannotCarryOut(message % {"row": row, "day": date_format(row.valid_from)})
        return self.save(row, valid_to=self.last_day)

    def end(self, unit):
        self.close(unit)
        return Effect(
            Topic.PLACE, unit.name, _("exists"), _("ends on %(day)s") % {"day": date_format(self.last_day)}, unit
        )

    def begins(self, successor, unit):
        successor.municipality, successor.district = (unit, None) if isinstance(unit, Municipality) else (None, unit)
        successor.save()
        after = _("begins on %(day)s") % {"day": date_format(self.date)}
        return Effect(Topic.PLACE, unit.name, "–", after, unit)

    def rename(self, unit, successor, **place):
        if successor.name and successor.name != unit.name:
            yield Effect(Topic.PLACE, _("Name"), unit.name, successor.name, unit)
            PlaceName.objects.update_or_create(
                **place, language="nb", name=unit.name, defaults={"valid_to": self.last_day}
            )
            # A name that is taken back is no name of before.
            PlaceName.objects.filter(**place, language="nb", name=successor.name).delete()
            self.save(unit, name=successor.name)
        for language, name in successor.names.items():
            self.name_in(language, name, place)

    def name_in(self, language, name, place):
        """Its name in another language; the one before is a name it had."""
        for older in PlaceName.objects.filter(**place, language=language, valid_to=None).exclude(name=name):
            older.valid_to = self.last_day
            older.save()
        PlaceName.objects.update_or_create(**place, language=language, name=name, defaults={"valid_to": None})

    def record(self):
        kind = KIND_OF_SUCCESSION[self.change.kind]
        for successor in self.transition.successors:
            for predecessor in self.transition.ended or [successor.place]:
                self.successions.objects.get_or_create(
                    predecessor=predecessor, successor=successor.place, kind=kind, date=self.date
                )


class MunicipalityOrder(Order):
    successions = MunicipalitySuccession

    def run(self):
        yield from super().run()
        self.transition.moved = [successor.municipality for successor in self.transition.successors]

    def end(self, unit):
        for row in [*unit.numbers.filter(valid_to=None), *unit.district_memberships.filter(valid_to=None)]:
            self.close(row)
        return super().end(unit)

    def begin(self, successor):
        first = self.transition.ended[0]
        municipality = self.save(
            Municipality(
                name=successor.name,
                slug=address_for(Municipality, successor.name, successor.county.name, successor.number),
                county=successor.county,
                organisation_number=successor.organisation_number,
                latitude=first.latitude,
                longitude=first.longitude,
                valid_from=self.date,
            )
        )
        self.number(municipality, successor.number)
        self.join(municipality, successor.belongs_to)
        for language, name in successor.names.items():
            self.name_in(language, name, {"municipality": municipality})
        yield self.begins(successor, municipality)

    def go_on(self, successor):
        municipality = successor.municipality
        yield from self.rename(municipality, successor, municipality=municipality)
        yield from self.renumber(municipality, successor.number)
        yield from self.move_to_county(municipality, successor.county)
        yield from self.move_to_district(municipality, successor.belongs_to)

    def number(self, municipality, number):
        self.save(MunicipalityNumber(municipality=municipality, number=number, valid_from=self.date))

    def join(self, municipality, district):
        self.save(DistrictMembership(municipality=municipality, district=district, valid_from=self.date))

    def renumber(self, municipality, number):
        old = municipality.numbers.filter(valid_to=None).first()
        if number and old and number != old.number:
            self.close(old)
            self.number(municipality, number)
            yield Effect(Topic.PLACE, _("Municipality number"), old.number, number, municipality)

    def move_to_county(self, municipality, county):
        if county and county != municipality.county:
            yield Effect(Topic.PLACE, _("County"), municipality.county.name, county.name, municipality)
            self.save(municipality, county=county)

    def move_to_district(self, municipality, district):
        membership = municipality.district_memberships.filter(valid_to=None).select_related("district").first()
        if district and (membership is None or membership.district != district):
            before = membership.district.name if membership else "–"
            if membership:
                self.close(membership)
            self.join(municipality, district)
            yield Effect(Topic.PLACE, _("Police district"), before, district.name, municipality)


class DistrictOrder(Order):
    successions = PoliceDistrictSuccession

    def run(self):
        yield from super().run()
        for unit in self.transition.ended:
            yield from self.hand_over(unit)

    def begin(self, successor):
        district = self.save(
            PoliceDistrict(
                name=successor.name,
                slug=address_for(PoliceDistrict, successor.name, str(self.date.year)),
                headquarters=successor.headquarters,
                valid_from=self.date,
            )
        )
        for language, name in successor.names.items():
            self.name_in(language, name, {"district": district})
        yield self.begins(successor, district)

    def go_on(self, successor):
        yield from self.rename(successor.district, successor, district=successor.district)

    def hand_over(self, unit):
        """Its municipalities belong to a successor from the day on."""
        for membership in unit.memberships.filter(valid_to=None).select_related("municipality"):
            heir = self.transition.heirs_of(membership.municipality)[0]
            self.close(membership)
            self.save(DistrictMembership(municipality=membership.municipality, district=heir, valid_from=self.date))
            self.transition.moved.append(membership.municipality)
            yield Effect(Topic.PLACE, membership.municipality.name, unit.name, heir.name, membership.municipality)
