"""What the administrators of the whole country have to know of the portal itself: that mails leave and jobs run."""

from django.urls import reverse
from django.utils.translation import ngettext

from contacts import daily
from contacts.desk.entries import Todo
from contacts.models import OutgoingMail, Role


def todos(access):
    if not access.is_everywhere(Role.AREA_ADMINISTRATOR):
        return []
    given_up, late = OutgoingMail.objects.given_up().count(), len(daily.late_jobs())
    mails = f"{reverse('admin:contacts_outgoingmail_changelist')}?state=given_up"
    jobs = reverse("admin:contacts_dailyrun_changelist")
    every = [Todo(given_up, _given_up(given_up), mails, "danger"), Todo(late, _late(late), jobs, "danger")]
    return [todo for todo in every if todo.count]


def _given_up(count):
    return ngettext("mail could not be delivered", "mails could not be delivered", count)


def _late(count):
    return ngettext(
        "daily job has failed, or has not run for two days",
        "daily jobs have failed, or have not run for two days",
        count,
    )
