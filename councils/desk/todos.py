"""What needs doing in bodies, by body: so many queries, however many bodies."""

from collections import Counter

from django.urls import reverse
from django.utils.translation import ngettext

from contacts.desk.entries import Todo
from councils import elections
from councils.models import ActionItem, Member, Strategy


def todos(body, today):
    return todos_of([body], today)[body.pk]


def todos_of(bodies, today):
    """{id of a body: its todos, the most urgent first}; of a body in which nothing needs doing, an empty list."""
    every = {body.pk: [] for body in bodies}
    by_id = {body.pk: body for body in bodies}
    for source in SOURCES:
        for pk, found in source(by_id, today):
            every[pk] += [todo for todo in found if todo.count]
    return every


def _members(bodies, today):
    election = elections.latest_before(today)
    waiting = Counter(Member.objects.filter(body__in=bodies).to_confirm(election, today).values_list("body", flat=True))
    for pk, count in waiting.items():
        yield pk, [Todo(count, _to_confirm(count), reverse("confirm_members", args=[bodies[pk].slug]))]


def _to_confirm(count):
    return ngettext(
        "elected member to confirm after the election", "elected members to confirm after the election", count
    )


def _strategies(bodies, today):
    """Adopted strategies whose day of review has come: to be put under revision, or given a new day."""
    waiting = Counter(Strategy.objects.filter(body__in=bodies).to_be_reviewed(today).values_list("body", flat=True))
    for pk, count in waiting.items():
        yield pk, [Todo(count, _to_review(count), reverse("body_strategies", args=[bodies[pk].slug]))]


def _to_review(count):
    return ngettext("strategy is to be reviewed", "strategies are to be reviewed", count)


def _action_items(bodies, today):
    waiting = Counter(ActionItem.objects.filter(body__in=bodies).overdue(today).values_list("body", flat=True))
    for pk, count in waiting.items():
        url = f"{reverse('follow_up', args=[bodies[pk].slug])}?vis=forfalt"
        yield pk, [Todo(count, _overdue(count), url, "danger")]


def _overdue(count):
    return ngettext("action item is overdue", "action items are overdue", count)


SOURCES = (_members, _strategies, _action_items)


def my_action_items(access):
    """What is open in the bodies that somebody keeps or is a member of, the most urgent first."""
    return ActionItem.objects.readable_by(access).open().for_list()
