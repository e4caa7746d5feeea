"""The outbox: a mail is first a row, written in the same transaction as what it tells about.

So it exists exactly when that does. A sender (`manage.py send_mail`) takes the rows one by one, and however often it is
stopped, restarted or run beside another, each mail leaves once. Only when a mail server took a mail and died before it
said so is the mail sent a second time, with the same Message-ID.
"""

import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from contacts.models import OutgoingMail

# A sender that has not come back with an outcome by then has died; longer than any conversation (see EMAIL_TIMEOUT).
TIME_TO_SEND = datetime.timedelta(minutes=15)
FIRST_PAUSE = datetime.timedelta(minutes=1)
LONGEST_PAUSE = datetime.timedelta(hours=6)
# With these pauses, given up after a little less than three days.
MOST_ATTEMPTS = 20
KEPT_FOR = datetime.timedelta(days=90)


def put(*, key, to, subject, body, not_before=None):
    """Mail to one recipient, plain text. `key` says what it is about: a second mail with the same key is not written.

    Returns whether it was. For example `put(key=f"invitation-{invitation.pk}", to=invitation.email, …)`.
    """
    details = {"to": to, "subject": _one_line(subject), "body": body, "next_attempt_at": not_before or timezone.now()}
    _mail, is_new = OutgoingMail.objects.get_or_create(key=key, defaults=details)
    return is_new


def text_of(template, *, app="contacts", **context):
    """The body of a mail, from `templates/<app>/mail/`; every one may lead to the desk."""
    context["desk"] = settings.SITE_URL + reverse("desk")
    return render_to_string(f"{app}/mail/{template}", context).strip() + "\n"


def _one_line(subject):
    longest = OutgoingMail._meta.get_field("subject").max_length
    return " ".join(subject.split())[:longest]


def is_any_ready():
    return OutgoingMail.objects.ready(timezone.now()).exists()


@transaction.atomic
def take():
    """The next mail that is ready, for whoever sends it now; None when there is none.

    No other sender takes it before `TIME_TO_SEND` has passed. On PostgreSQL a row that another looks at is skipped; on
    SQLite one transaction writes at a time.
    """
    now = timezone.now()
    ready = OutgoingMail.objects.ready(now).order_by("next_attempt_at", "pk")
    mail = ready.select_for_update(skip_locked=True).first()
    if mail:
        mail.attempts += 1
        mail.next_attempt_at = now + TIME_TO_SEND
        mail.save(update_fields=["attempts", "next_attempt_at"])
    return mail


def record_sent(mail):
    """The text is removed: it may hold a link with which somebody could log in or confirm."""
    OutgoingMail.objects.filter(pk=mail.pk).update(sent_at=timezone.now(), given_up_at=None, body="", problem="")


def record_failure(mail, problem, *, for_good=False):
    """Tried again after a pause that doubles each time; never again `for_good` or after `MOST_ATTEMPTS`."""
    now = timezone.now()
    outcome = {"problem": problem[: OutgoingMail._meta.get_field("problem").max_length]}
    if for_good or mail.attempts >= MOST_ATTEMPTS:
        outcome["given_up_at"] = now
    else:
        outcome["next_attempt_at"] = now + min(FIRST_PAUSE * 2 ** (mail.attempts - 1), LONGEST_PAUSE)
    # Not if another sender has taken it meanwhile: then that one's outcome counts.
    OutgoingMail.objects.waiting().filter(pk=mail.pk, attempts=mail.attempts).update(**outcome)


def send_again(mails):
    """Mails that were given up, from the beginning. Returns how many."""
    return mails.given_up().update(given_up_at=None, attempts=0, next_attempt_at=timezone.now())


def clear(today):
    """Forgets whom we wrote to, when its time has come. Returns how many mails."""
    return OutgoingMail.objects.done_before(today - KEPT_FOR).delete()[0]
