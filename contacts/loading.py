"""Stores places: adds what is missing, and changes what a file that has changed says differently.

The database may know better than an unchanged file, because someone corrected it by hand, and newer things than a
changed one, because someone recorded a merger that no file covers yet. Neither is undone. Nothing that other rows
could refer to is ever deleted, and an address never changes.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q

from contacts.identities import HISTORY, Places
from contacts.models import (
    ContentVersion,
    County,
    DistrictMembership,
    Municipality,
    MunicipalityNumber,
    MunicipalitySuccession,
    NationalNumber,
    PlaceName,
    PoliceDistrict,
    PoliceDistrictSuccession,
    PostalCode,
    Snapshot,
)
from contacts.national_numbers import NATIONAL
from contacts.snapshot_tables import slug
from contacts.snapshots import Snapshots

# The languages of which municipality_names.csv is the complete list.
MINORITY_LANGUAGES = ["se", "smj", "sma", "fkv"]
ONE_DAY = datetime.timedelta(days=1)


class Count(NamedTuple):
    """What happened to one kind of row, and how many there are now; those of before are counted apart."""

    kind: str
    current: int
    former: int
    created: int
    changed: int
    removed: int

    @property
    def touched(self):
        return self.created + self.changed + self.removed


@dataclass
class Changes:
    """The rows of one kind that are to be written."""

    model: type
    created: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    fields: set = field(default_factory=set)
    removed: list = field(default_factory=list)

    def put(self, existing, update=True, keep_if_blank=(), **wanted):
        """The row as wanted: a new one, or the existing one with what differs (when it may be updated)."""
        if existing is None:
            self.created.append(self.model(**wanted))
            return self.created[-1]
        wanted = {name: value for name, value in wanted.items() if value or name not in keep_if_blank}
        differing = {name: value for name, value in wanted.items() if getattr(existing, name) != value}
        if update and differing:
            self._change(existing, differing)
        return existing

    def _change(self, row, values):
        for name, value in values.items():
            setattr(row, name, value)
        self.changed.append(row)
        self.fields |= values.keys()

    def write(self):
        # What goes or ends is written first, so that its number is free for what begins.
        self.model.objects.filter(pk__in=[row.pk for row in self.removed]).delete()
        if self.changed:
            self.model.objects.bulk_update(self.changed, self.fields, batch_size=500)
        self.model.objects.bulk_create(self.created, batch_size=1000)
        return self._count()

    def _count(self):
        is_dated = any(field.name == "valid_to" for field in self.model._meta.fields)
        former = self.model.objects.filter(valid_to__isnull=False).count() if is_dated else 0
        kind = str(self.model._meta.verbose_name_plural)
        current = self.model.objects.count() - former
        return Count(kind, current, former, len(self.created), len(self.changed), len(self.removed))


def store(snapshots: Snapshots, places: Places):
    """Writes the places; call it in a transaction. Returns a `Count` a kind. Renews the content version once."""
    counts = list(Loader(snapshots, places).run())
    if any(count.touched for count in counts):
        ContentVersion.objects.renew(places=True)
    return counts


class Loader:
    """One run. Every step yields what it wrote and leaves the rows that later steps refer to."""

    def __init__(self, snapshots, places):
        self.snapshots, self.places = snapshots, places
        self.sources = {row.file: row for row in snapshots.rows("sources.csv")}
        loaded = dict(Snapshot.objects.values_list("file", "sha256"))
        self.changed_files = {name for name in self.sources if loaded.get(name) != snapshots.files[name].sha256}

    def changed(self, *files):
        return bool(self.changed_files & {*files})

    def as_of(self, file):
        return self.sources[file].as_of

    def run(self):
        yield self.national_numbers()
        yield self.counties()
        yield self.districts()
        yield self.district_successions()
        yield self.municipalities()
        yield self.numbers()
        yield self.names()
        yield self.memberships()
        yield self.successions()
        yield self.postal_codes()
        yield self.files()

    def national_numbers(self):
        changes = Changes(NationalNumber)
        present = NationalNumber.objects.in_bulk()
        for key, number in NATIONAL.items():
            wanted = {"key": key, "phone": number.phone, "verified_on": number.verified_on}
            changes.put(present.get(key), update=False, **wanted)
        return changes.write()

    def counties(self):
        changes, update = Changes(County), self.changed("counties.csv")
        by_number = {county.number: county for county in County.objects.all()}
        wanted_numbers = {row.number for row in self.places.counties}
        # A county under a new number is still the county of that name, if no county has its old number any more.
        renumbered = {county.slug: county for county in by_number.values() if county.number not in wanted_numbers}
        self.county = {}
        for row in self.places.counties:
            existing = by_number.get(row.number) or renumbered.get(slug(row.name))
            address = existing.slug if existing else slug(row.name)
            self.county[row.number] = changes.put(existing, update, number=row.number, name=row.name, slug=address)
        return changes.write()

    def districts(self):
        changes = Changes(PoliceDistrict)
        update = self.changed("police_districts.csv", "police_district_history.csv")
        present = list(PoliceDistrict.objects.all())
        by_code = {district.code: district for district in present if district.code}
        by_slug = {district.slug: district for district in present}
        self.district, self.district_by_code = {}, {}
        day = self.as_of("police_districts.csv")
        self.renamed_here = self._changed_after(PoliceDistrictSuccession, day)
        for wanted in self.places.districts:
            existing = by_code.get(wanted.code) or by_slug.get(wanted.slug)
            keeps_its_name = existing and existing.pk in self.renamed_here
            district = changes.put(
                existing,
                update,
                code=wanted.code,
                name=existing.name if keeps_its_name else wanted.name,
                slug=existing.slug if existing else wanted.slug,
                headquarters=wanted.headquarters,
                valid_from=wanted.valid_from,
                valid_to=self._last_day(existing, wanted.valid_to, day),
            )
            self.district[wanted.slug] = district
            self.district_by_code[wanted.code] = district
        return changes.write()

    def district_successions(self):
        wanted = {
            (self.district[edge.predecessor.slug].pk, self.district[edge.successor.slug].pk, "merged", edge.date)
            for edge in self.places.district_edges
        }
        return self._edges(PoliceDistrictSuccession, wanted, "police_district_history.csv")

    def municipalities(self):
        changes, taken = Changes(Municipality), set(Municipality.objects.values_list("slug", flat=True))
        update = self.changed("municipalities.csv", HISTORY)
        self.municipality = {}
        self.changed_here = self._changed_after(MunicipalitySuccession, self.as_of(HISTORY))
        for unit, existing in self._recognised():
            self.municipality[id(unit)] = changes.put(
                existing, update, ["county", "organisation_number"], **self._municipality(unit, existing, taken)
            )
        return changes.write()

    def _municipality(self, unit, existing, taken):
        facts = unit.facts
        address = existing.slug if existing else unit.slug if unit.slug not in taken else f"{unit.slug}-{unit.number}"
        wanted = {
            "name": unit.name,
            "slug": address,
            "county": self.county[facts.county_number] if facts else None,
            "organisation_number": facts.organisation_number if facts else "",
            "valid_from": unit.valid_from,
            "valid_to": self._last_day(existing, unit.valid_to),
        }
        if existing and existing.pk in self.changed_here:
            wanted |= {"name": existing.name, "county": existing.county}
        return wanted | ({"latitude": facts.latitude, "longitude": facts.longitude} if facts else {})

    def _changed_after(self, model, day):
        """The ids of those that got a name or a county, or began, after the files' day: the files cannot know it."""
        return set(model.objects.filter(date__gt=day).values_list("successor", flat=True))

    def _last_day(self, existing, wanted, day=None):
        """An end that lies after the files' day was recorded here, and the files cannot know it."""
        known = existing.valid_to if existing else None
        return known if known and not wanted and known >= (day or self.as_of(HISTORY)) else wanted

    def _recognised(self):
        """Each unit with the municipality that it already is here, found by its numbers, never by its name."""
        self.eras, exact, loose = defaultdict(list), defaultdict(set), defaultdict(set)
        for era in MunicipalityNumber.objects.select_related("municipality__county"):
            self.eras[era.municipality_id].append(era)
            exact[era.number, era.valid_from].add(era.municipality)
            loose[era.number].add(era.municipality)
        found, claimed = {}, set()
        self._claim(found, claimed, lambda era: exact[era.number, era.valid_from])
        self._claim(found, claimed, lambda era: loose[era.number])
        return [(unit, found.get(id(unit))) for unit in self.places.municipalities]

    def _claim(self, found, claimed, candidates):
        """Those of today first, and each by its newest number that leads to one municipality nobody else is."""
        for unit in sorted(self.places.municipalities, key=lambda unit: unit.facts is None):
            if id(unit) not in found:
                free = (candidates(era) - claimed for era in reversed(unit.eras))
                if one := next((municipalities for municipalities in free if len(municipalities) == 1), None):
                    found[id(unit)] = one.pop()
                    claimed.add(found[id(unit)])

    def numbers(self):
        changes = Changes(MunicipalityNumber)
        for unit in self.places.municipalities:
            self._numbers(changes, unit, self.municipality[id(unit)])
        return changes.write()

    def _numbers(self, changes, unit, municipality):
        update = self.changed("municipalities.csv", HISTORY)
        present = {era.number: era for era in self.eras[municipality.pk]}
        for era in unit.eras:
            existing = present.pop(era.number, None)
            last_day = self._last_day(existing, era.valid_to)
            wanted = {"municipality": municipality, "number": era.number, "valid_from": era.valid_from}
            changes.put(existing, update, **wanted, valid_to=last_day)
        if update:
            day = self.as_of(HISTORY)
            changes.removed += [era for era in present.values() if not era.valid_from or era.valid_from <= day]

    def names(self):
        changes = Changes(PlaceName)
        wanted = set(self._names())
        present = {
            (row.municipality_id, row.district_id, row.language, row.name, row.valid_to): row
            for row in PlaceName.objects.all()
        }
        gone = {key for key in present.keys() - wanted if self._speaks_for(*key)}
        changes.removed = [present[key] for key in gone]
        # A name that ended here is there already, with its last day.
        known = {key[:4] for key in present.keys() - gone}
        for key in sorted(wanted - present.keys(), key=str):
            municipality, district, language, name, last_day = key
            if key[:4] not in known:
                place = {"municipality_id": municipality, "district_id": district}
                changes.put(None, **place, language=language, name=name, valid_to=last_day)
        return changes.write()

    def _names(self):
        """The names beside the main ones: (municipality, district, language, name, last day)."""
        for unit in self.places.municipalities:
            municipality = self.municipality[id(unit)].pk
            yield from ((municipality, None, language, name, None) for language, name in unit.names)
            yield from ((municipality, None, "nb", name, last_day) for name, last_day in unit.old_names)
        for district in self.places.districts:
            if district.name_nn:
                yield None, self.district[district.slug].pk, "nn", district.name_nn, None

    def _speaks_for(self, municipality, district, language, name, last_day):
        if district:
            return language == "nn" and self.changed("police_districts.csv") and district not in self.renamed_here
        if last_day:
            return self.changed(HISTORY) and last_day < self.as_of(HISTORY)
        if municipality in self.changed_here:
            return False
        return language in MINORITY_LANGUAGES and self.changed("municipality_names.csv", HISTORY)

    def memberships(self):
        changes, as_of = Changes(DistrictMembership), self.as_of("municipalities.csv")
        still_open = Q(valid_to__isnull=True) | Q(valid_to__gte=as_of)
        present = defaultdict(list)
        for membership in DistrictMembership.objects.filter(still_open):
            present[membership.municipality_id].append(membership)
        known = set(DistrictMembership.objects.values_list("municipality_id", flat=True))
        for unit in self.places.municipalities:
            municipality = self.municipality[id(unit)]
            self._membership(changes, unit, municipality, present[municipality.pk], municipality.pk not in known)
        return changes.write()

    def _membership(self, changes, unit, municipality, present, is_first):
        """The first is open at both ends. A move is dated by the files' day, unless a newer one is recorded here."""
        as_of = self.as_of("municipalities.csv")
        if not unit.facts:
            for membership in present:
                changes.put(membership, valid_to=unit.valid_to)
            return
        district = self.district_by_code[unit.facts.police_district]
        if not present:
            first_day = None if is_first else as_of
            changes.put(None, municipality=municipality, district=district, valid_from=first_day)
        elif self._has_moved(present[0], district):
            changes.put(present[0], valid_to=as_of - ONE_DAY)
            changes.put(None, municipality=municipality, district=district, valid_from=as_of)

    def _has_moved(self, membership, district):
        is_open = membership.valid_to is None
        is_older = membership.valid_from is None or membership.valid_from < self.as_of("municipalities.csv")
        return self.changed("municipalities.csv") and is_open and is_older and membership.district_id != district.pk

    def successions(self):
        wanted = {
            (self.municipality[id(edge.predecessor)].pk, self.municipality[id(edge.successor)].pk, edge.kind, edge.date)
            for edge in self.places.edges
        }
        return self._edges(MunicipalitySuccession, wanted, HISTORY)

    def _edges(self, model, wanted, file):
        """A changed file is the whole truth until its day; later edges were recorded here and stay."""
        changes = Changes(model)
        present = {(edge.predecessor_id, edge.successor_id, edge.kind, edge.date): edge for edge in model.objects.all()}
        for predecessor, successor, kind, date in sorted(wanted - present.keys(), key=lambda key: (key[3], key[:3])):
            changes.put(None, predecessor_id=predecessor, successor_id=successor, kind=kind, date=date)
        if self.changed(file):
            gone = [present[key] for key in present.keys() - wanted]
            changes.removed = [edge for edge in gone if edge.date <= self.as_of(file)]
        return changes.write()

    def postal_codes(self):
        changes, update = Changes(PostalCode), self.changed("postal_codes.csv")
        present = PostalCode.objects.in_bulk()
        holder = {unit.number: self.municipality[id(unit)].pk for unit in self.places.municipalities if unit.facts}
        heirs = self._heirs()
        for row in self.places.postal_codes:
            municipality = holder[row.municipality_number]
            existing = present.pop(row.code, None)
            if municipality in heirs:
                known = existing.municipality_id if existing else None
                municipality = known if known in heirs[municipality] else min(heirs[municipality])
            changes.put(existing, update, code=row.code, place=row.place, municipality_id=municipality)
        changes.removed = [*present.values()] if update else []
        return changes.write()

    def _heirs(self):
        """Of the municipalities that ended after the files' day, those of today that they became, by their ids."""
        edges = defaultdict(set)
        for edge in MunicipalitySuccession.objects.filter(date__gt=self.as_of("postal_codes.csv")):
            if edge.predecessor_id != edge.successor_id:
                edges[edge.predecessor_id].add(edge.successor_id)

        def last(municipality):
            return set().union(*map(last, edges[municipality])) if municipality in edges else {municipality}

        return {municipality: last(municipality) for municipality in list(edges)}

    def files(self):
        changes, present = Changes(Snapshot), {row.file: row for row in Snapshot.objects.all()}
        for source in self.sources.values():
            file = self.snapshots.files[source.file]
            changes.put(
                present.get(source.file),
                file=source.file,
                source=source.source,
                licence=source.licence,
                as_of=source.as_of,
                sha256=file.sha256,
                rows=file.size,
            )
        return changes.write()
