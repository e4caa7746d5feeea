"""What becomes of a strategy: a new version, adopted in a meeting, under revision, expired; and two side by side."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from contacts.comparison import compare
from contacts.slugs import free_slug
from councils.models import AgendaItem, Meeting, Objective, Strategy

Status = Strategy.Status
# What councils are for (product.md, section 2): these and no others.
HEADINGS = ("problem_understanding", "routines", "concern")
# Which status may follow which, by a press. `adopt_strategy` and `expire_due` do the rest.
NEXT = {Status.ADOPTED: {Status.REVISION, Status.EXPIRED}, Status.REVISION: {Status.ADOPTED, Status.EXPIRED}}
ONE_DAY = datetime.timedelta(days=1)
HAS_BEEN = {*Meeting.Status} - {Meeting.Status.PLANNED, Meeting.Status.CANCELLED}


@transaction.atomic
def write_strategy(*, strategy):
    """Saves a strategy, and gives a new one the address that its title makes."""
    if strategy._state.adding:
        strategy.slug = free_slug(strategy.title, Strategy.objects.filter(body=strategy.body_id), otherwise="strategi")
    strategy.full_clean()
    strategy.save()
    return strategy


@transaction.atomic
def new_version(*, of):
    """A draft with the texts and objectives of this one, which is to take its place."""
    texts = {name: getattr(of, name) for name in ("title", *HEADINGS)}
    draft = write_strategy(strategy=Strategy(body=of.body, predecessor=of, is_example=of.is_example, **texts))
    for objective in of.objectives.all():
        Objective.objects.create(strategy=draft, position=objective.position, text=objective.text)
    return draft


def adopting_items(body, today):
    """The items by which a strategy may have been adopted: of meetings that were called and have been. Newest first."""
    items = AgendaItem.objects.filter(body=body, is_withdrawn=False, meeting__date__lte=today)
    return items.filter(meeting__status__in=HAS_BEEN).select_related("meeting").order_by("-meeting__date", "position")


@transaction.atomic
def adopt_strategy(*, strategy, item, valid_from, today, valid_to=None, review_on=None):
    """It holds from this day, and the one whose place it takes until the day before."""
    if not strategy.is_draft:
        raise ValidationError(_("Only a draft can be adopted. This strategy is: %s.") % strategy.get_status_display())
    if empty := missing_texts(strategy):
        raise ValidationError(_("Write this before it is adopted: %s.") % ", ".join(empty))
    if not adopting_items(strategy.body, today).filter(pk=item.pk).exists():
        raise ValidationError({"adopted_in": _("Choose an item of a meeting of this body that has been.")})
    strategy.status, strategy.adopted_in = Status.ADOPTED, item
    strategy.valid_from, strategy.valid_to, strategy.review_on = valid_from, valid_to, review_on
    strategy.full_clean()
    strategy.save()
    _end_predecessor(strategy, today)
    return strategy


def missing_texts(strategy):
    """The headings under which nothing is written yet."""
    return [heading(name) for name in HEADINGS if not getattr(strategy, name).strip()]


def heading(name):
    return str(capfirst(Strategy._meta.get_field(name).verbose_name))


def _end_predecessor(strategy, today):
    """Its last day is moved back, never on: what had ended before stays so."""
    before, last = strategy.predecessor, strategy.valid_from - ONE_DAY
    if before is None or before.status not in NEXT or (before.valid_to and before.valid_to <= last):
        return
    if before.valid_from > last:
        message = _("It must begin after the strategy whose place it takes, which holds from %(day)s.")
        raise ValidationError({"valid_from": message % {"day": date_format(before.valid_from)}})
    before.valid_to = last
    if last < today:
        before.status = Status.EXPIRED
    before.save()


@transaction.atomic
def change_status(*, strategy, status, today):
    """Under revision, no longer so, or expired: then today is its last day, unless it ended before."""
    if status not in NEXT.get(strategy.status, ()):
        words = {"now": strategy.get_status_display(), "then": dict(Status.choices).get(status, status)}
        raise ValidationError(_("The strategy is “%(now)s” and cannot become “%(then)s”."), params=words)
    strategy.status = status
    if status == Status.EXPIRED:
        days = [day for day in (strategy.valid_to, max(today, strategy.valid_from)) if day]
        strategy.valid_to = min(days)
    strategy.save()


def expire_due(today):
    """Job of the day: what has had its last day is expired."""
    strategies = list(Strategy.objects.over(today).select_for_update())
    for strategy in strategies:
        strategy.status = Status.EXPIRED
        strategy.save()
    return len(strategies)


# Side by side


def compare_strategies(before, after):
    """Heading by heading, then the objectives: what both say, what is gone and what is new."""
    texts = [(heading(name), getattr(before, name), getattr(after, name)) for name in HEADINGS]
    texts.append((_("Objectives"), _as_lines(before), _as_lines(after)))
    return [compare(title, one, other) for title, one, other in texts]


def _as_lines(strategy):
    return "\n".join(objective.text for objective in strategy.objectives.all())
