"""After an election: which elected members go on, who takes over from whom, and whose place has ended."""

import datetime

from django.db import transaction

from councils.models import Member

A_DAY = datetime.timedelta(days=1)


@transaction.atomic
def confirm(*, member, on):
    """They go on."""
    member.confirmed_on = on
    member.save(update_fields=["confirmed_on"])


@transaction.atomic
def end(*, member, last, on):
    """Their place has ended; nobody takes it. Whoever had not begun by then was a member for a day."""
    member.valid_to, member.confirmed_on = max(last, member.valid_from), on
    member.save(update_fields=["valid_to", "confirmed_on"])


@transaction.atomic
def succeed(*, member, first, on, name="", name_is_public=False):
    """The same place gets a new holder from a day on; the one before ends the day before."""
    end(member=member, last=first - A_DAY, on=on)
    return Member.objects.create(
        body_id=member.body_id,
        kind=member.kind,
        role=member.role,
        agency=member.agency,
        municipality_id=member.municipality_id,
        is_elected=member.is_elected,
        name=name,
        name_is_public=name_is_public,
        valid_from=max(first, member.valid_to + A_DAY),
        confirmed_on=on,
    )
