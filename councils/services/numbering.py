"""Case numbers: counted per body and year, without gaps, however many are given out at once.

Whoever gives out numbers locks the counter of the body's year until its transaction has ended; if that is undone, so is
the counting. (On SQLite a transaction writes alone from its beginning.) That a number, once given, is never changed is
held by the database: see triggers.py.
"""

from django.db import transaction

from councils.models import AgendaItem, CaseCounter


@transaction.atomic
def give_numbers(items):
    """The next case numbers for items of one meeting, in this order. One that has its number keeps it."""
    waiting = [item for item in items if not item.case_number]
    if not waiting:
        return
    meeting = waiting[0].meeting
    counter = locked_counter(meeting.body_id, meeting.date.year)
    for item in waiting:
        counter.last += 1
        item.case_year, item.case_number = counter.year, counter.last
        item.save(update_fields=["case_year", "case_number"])
    counter.save(update_fields=["last"])


def locked_counter(body_id, year):
    CaseCounter.objects.get_or_create(body_id=body_id, year=year)
    return CaseCounter.objects.select_for_update().get(body_id=body_id, year=year)


def next_numbers(meeting, count):
    """Those that the items of a meeting would get now, as they are written: for a preview."""
    counter = CaseCounter.objects.filter(body=meeting.body_id, year=meeting.date.year).first()
    first = counter.last + 1 if counter else 1
    return [as_written(number, meeting.date.year) for number in range(first, first + count)]


def as_written(number, year):
    """17 of 2026 is "17/26"."""
    return AgendaItem(case_number=number, case_year=year).number
