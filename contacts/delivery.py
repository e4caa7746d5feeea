"""From the outbox to the mail server: one mail after the other, each outcome recorded at once."""

import logging
import re
import smtplib
from contextlib import closing
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from contacts.services import outbox

logger = logging.getLogger(__name__)


class NoMailServer(Exception):
    """It does not answer, or does not let us in. No mail was taken, so none has lost an attempt."""


def deliver(stop=lambda: False):
    """Sends what is ready, until `stop()`. Returns how many mails left."""
    sent = 0
    with closing(get_connection(settings.MAIL_TRANSPORT)) as connection:
        while outbox.is_any_ready() and not stop():
            _open(connection)
            if mail := outbox.take():
                sent += _send(mail, connection)
    return sent


def _open(connection):
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        raise NoMailServer(in_short(error)) from error


def _send(mail, connection):
    """Nothing that happens to one mail keeps the others from leaving."""
    if mail.attempts > outbox.MOST_ATTEMPTS:  # whoever took it died each time
        outbox.record_failure(mail, "no outcome", for_good=True)
        return False
    try:
        connection.send_messages([_message(mail)])
    except Exception as error:
        outbox.record_failure(mail, in_short(error), for_good=is_final(error))
        logger.warning("Mail %s was not sent at attempt %s: %s", mail.message_id, mail.attempts, in_short(error))
        connection.close()  # it may be in the middle of a conversation
        return False
    outbox.record_sent(mail)
    logger.info("Mail %s was sent", mail.message_id)
    return True


def _message(mail):
    """The same to the letter at every attempt."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    headers = {
        "Message-ID": f"<{mail.message_id}@{domain}>",
        "Date": format_datetime(mail.created_at),
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(mail.subject, mail.body, to=[mail.to], headers=headers)


def is_final(error):
    """True when the same mail would be refused again: by its recipient or content, or because it cannot be written."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return not isinstance(error, (smtplib.SMTPException, OSError))


def in_short(error):
    """ "SMTPRecipientsRefused 550 5.1.1": without the answer's words, which often hold the recipient's address."""
    code, text = getattr(error, "smtp_code", ""), getattr(error, "smtp_error", "")
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
    detail = re.search(
        r"\b[245]\.\d{1,3}\.\d{1,3}\b", text.decode(errors="replace") if isinstance(text, bytes) else text
    )
    return " ".join(str(part) for part in [type(error).__name__, code, detail and detail[0]] if part)
