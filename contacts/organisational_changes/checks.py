"""What is wrong with a planned change, in sentences that say what to do.

Asked when it is planned, scheduled and carried out: what was right when it was planned may have changed since.
"""

from collections import Counter

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.models import (
    ChangedUnit,
    ChangeKind,
    Municipality,
    MunicipalityNumber,
    OrganisationalChange,
    PoliceDistrict,
    Successor,
    UnitKind,
)
from contacts.organisational_changes import followers
from contacts.organisational_changes.transition import Transition
from contacts.querysets import not_ended_before
from contacts.snapshot_tables import slug

LONGEST_AHEAD = 10  # years
ENDING_KINDS = [ChangeKind.MERGE, ChangeKind.SPLIT]


def problems(change, access=None):
    """Everything that stands in the way. `access` is of whoever asks: what they may not see is not named."""
    return [*shape(change), *units(change), *claims(change, access), *successors(change)]


def open_questions(change):
    """The lines of which nobody has said yet who gets them."""
    transition = Transition.of(change)
    return [question for question in questions(transition) if question.key not in transition.allotted]


def questions(transition, *, optional=False):
    return [
        question
        for follower in followers()
        for question in follower.questions(transition)
        if question.is_optional == optional
    ]


def on_time(change, today):
    """A change is planned for a day to come, and not for a day that nobody can foresee."""
    if change.date <= today:
        yield _(
            "The day has passed or is today. Choose a day to come. What has happened already is loaded by whoever runs "
            "the portal, from the register."
        )
    elif change.date.year > today.year + LONGEST_AHEAD:
        yield _("The day lies more than %(years)s years ahead.") % {"years": LONGEST_AHEAD}


def shape(change):
    """How many units a change of this kind has before and after."""
    before, after = list(change.changed.all()), list(change.successors.all())
    if change.kind == ChangeKind.MERGE and len(before) < (2 if after[0].is_new else 1):
        yield _("A merger needs at least two. Choose one more, or plan a new name instead.")
    if change.kind == ChangeKind.SPLIT and len(after) < 2:
        yield _("A division needs at least two successors. Add one, or plan a new name instead.")
    ending = {part.place for part in before}
    if change.ends_its_units and any(successor.place in ending for successor in after if not successor.is_new):
        yield _("What ends cannot go on as its own successor. Let a new one begin, under the same name if you like.")
    goes_on = Counter(successor.place for successor in after if not successor.is_new)
    if any(count > 1 for count in goes_on.values()):
        yield _("The same successor is chosen twice.")


def units(change):
    """What changes, and what goes on, must be there and have no end."""
    for place in places_of(change):
        if place.valid_to:
            yield _("%(name)s ends on %(day)s.") % {"name": place, "day": date_format(place.valid_to)}
        elif place.valid_from and place.valid_from >= change.date:
            yield _("%(name)s begins on %(day)s.") % {"name": place, "day": date_format(place.valid_from)}
    for successor in change.successors.all():
        district = successor.belongs_to
        if district and district.valid_to:
            yield _("%(name)s ends on %(day)s.") % {"name": district, "day": date_format(district.valid_to)}


def places_of(change):
    """The units that are changed, and those that go on or get something, each once."""
    after = [successor.place for successor in change.successors.all() if not successor.is_new]
    return list(dict.fromkeys([*(part.place for part in change.changed.all()), *after]))


def claims(change, access):
    """A unit is part of one planned change at a time: two that were planned side by side could not both be true."""
    for other in overlapping(change):
        seen = access and OrganisationalChange.objects.visible_to(access).filter(pk=other.pk).exists()
        if seen:
            text = _("It is already part of a planned change: %(other)s on %(day)s. Undo that first, or wait for it.")
            yield text % {"other": other, "day": date_format(other.date)}
        else:
            yield _("It is already part of a planned change.")


def overlapping(change):
    """The scheduled changes of the same units; and those that make a district end to which a municipality is to come,
    whichever of the two is planned first."""
    own = places_of(change)
    coming = [successor.belongs_to for successor in change.successors.all() if successor.belongs_to]
    mine = Q(pk__in=_changing(own)) | Q(pk__in=_changing(coming, ChangedUnit), kind__in=ENDING_KINDS)
    if change.ends_its_units:
        mine |= Q(pk__in=Successor.objects.filter(belongs_to__in=_of(PoliceDistrict, own)).values("change"))
    return OrganisationalChange.objects.scheduled().filter(mine).exclude(pk=change.pk).distinct()


def _of(model, places):
    return [place for place in places if isinstance(place, model)]


def _changing(places, *models):
    """The changes in which these places are a part, as ids."""
    parts = Q(municipality__in=_of(Municipality, places)) | Q(district__in=_of(PoliceDistrict, places))
    return {
        pk
        for model in models or (ChangedUnit, Successor)
        for pk in model.objects.filter(parts).values_list("change", flat=True)
    }


def successors(change):
    for successor in change.successors.all():
        if change.unit == UnitKind.MUNICIPALITY:
            yield from municipality(change, successor)
        if successor.name:
            yield from name(change, successor)
    yield from repeated(change)
    yield from changes_nothing(change)


def municipality(change, successor):
    if successor.is_new and not (successor.number and successor.county and successor.belongs_to):
        yield _("%(name)s needs a number, a county and a police district.") % {"name": successor}
    county = successor.county or (successor.municipality and successor.municipality.county)
    if successor.number and county and successor.number[:2] != county.number:
        text = _("The number %(number)s does not begin with %(county)s, the number of the county %(name)s.")
        yield text % {"number": successor.number, "county": county.number, "name": county.name}
    if successor.number and (holder := holder_of(successor.number, change, successor)):
        text = _("The number %(number)s belongs to %(name)s.")
        yield text % {"number": successor.number, "name": holder}


def holder_of(number, change, successor):
    """Who has, or is planned to have, the number on the day, beside those that give it up with this change."""
    ending = [part.municipality_id for part in change.changed.all()] if change.ends_its_units else []
    held = MunicipalityNumber.objects.filter(not_ended_before(change.date), number=number)
    held = held.exclude(municipality__in=[*ending, successor.municipality_id])
    planned = Successor.objects.filter(change__status="scheduled", number=number).exclude(change=change.pk)
    return next((row.municipality.name for row in held.select_related("municipality")), None) or planned.first()


def name(change, successor):
    if not slug(successor.name):
        yield _("“%(name)s” is not a name.") % {"name": successor.name}
    if namesake(change, successor):
        text = _("There is another one called %(name)s. Choose another name.")
        yield text % {"name": successor.name}


def namesake(change, successor):
    """Two municipalities may share a name, but not in one county; two police districts may not."""
    ending = [part.place.pk for part in change.changed.all()] if change.ends_its_units else []
    others = {"name__iexact": successor.name, "valid_to": None}
    if change.unit == UnitKind.DISTRICT:
        return PoliceDistrict.objects.filter(**others).exclude(pk__in=[*ending, successor.district_id]).exists()
    county = successor.county or (successor.municipality and successor.municipality.county)
    same = Municipality.objects.filter(**others, county=county)
    return same.exclude(pk__in=[*ending, successor.municipality_id]).exists()


def repeated(change):
    for values in (
        [successor.number for successor in change.successors.all()],
        [successor.name_then.casefold() for successor in change.successors.all()],
    ):
        if any(count > 1 for value, count in Counter(values).items() if value):
            yield _("Two successors have the same name or number.")


def changes_nothing(change):
    if change.ends_its_units:
        return
    for successor in change.successors.all():
        if not any(differs(successor, field) for field in ("name", "number", "county", "belongs_to", "names")):
            yield _("This is how it is already. Write what is to be new.")


def differs(successor, field):
    wanted, place = getattr(successor, field), successor.place
    if not wanted:
        return False
    match field:
        case "number":
            return not place.numbers.filter(valid_to=None, number=wanted).exists()
        case "belongs_to":
            return not place.district_memberships.filter(valid_to=None, district=wanted).exists()
        case "names":
            have = set(place.names.filter(valid_to=None).values_list("language", "name"))
            return not have.issuperset(wanted.items())
    return getattr(place, field) != wanted


def unanswered(change):
    """Nothing is given to anyone by guess: before a division is scheduled, each line has been looked at."""
    if count := len(open_questions(change)):
        text = ngettext(
            "Of %(count)s line it is not said who gets it.", "Of %(count)s lines it is not said who gets them.", count
        )
        yield text % {"count": count}
