"""The names of members go when their time has come; the place, and from when to when it was held, stays."""

from django.db import transaction
from django.db.models import Q

from contacts.services.clearing import PEOPLE_KEPT_FOR, forget_reasons_naming, names_of
from councils.models import Member

# Of other apps: each says, of a body, in which histories somebody may have written who its members were.
HISTORIES_OF_BODIES = []


def clear_members(today):
    """For the daily job. How many there were."""
    due = list(members_due(today).select_for_update())
    for member in due:
        clear_member(member=member, today=today)
    return len(due)


def members_due(today):
    """Those with a name, now or in their history, whose last day was long enough ago. A successor is another row."""
    ended = Member.objects.filter(valid_to__lt=today - PEOPLE_KEPT_FOR, cleared_on=None)
    named = Member.history.exclude(name="").order_by().values("id")
    return ended.filter(~Q(name="") | Q(pk__in=named)).order_by("pk")


@transaction.atomic
def clear_member(*, member, today):
    """It cannot be had back: every row of the history is cleared too, and reasons that name the person, also at the
    others of the body: who took over was often written there."""
    names = names_of(member)
    member.name, member.name_is_public, member.cleared_on = "", False, today
    member.save()
    member.history.update(name="", name_is_public=False)
    beside = [history for histories_of in HISTORIES_OF_BODIES for history in histories_of(member.body_id)]
    for history in [Member.history.filter(body=member.body_id), *beside]:
        forget_reasons_naming(names, history)
