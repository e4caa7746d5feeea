import logging
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from contacts.delivery import NoMailServer, deliver
from contacts.models import OutgoingMail
from contacts.services import outbox
from contacts.tests.mail_server import MailServer

KARI, OLA = "kari@eksempel.example", "ola@eksempel.example"


def put(key="1", **details):
    outbox.put(**{"key": key, "to": KARI, "subject": f"Mail {key}", "body": "Hei på deg, æøå"} | details)


def only_mail():
    return OutgoingMail.objects.get()


def when_the_pause_is_over():
    OutgoingMail.objects.update(next_attempt_at=timezone.now())


def seconds_to_next_attempt():
    return (only_mail().next_attempt_at - timezone.now()).total_seconds()


@pytest.fixture
def mail_server(settings):
    """Not running yet; the portal is told where it will be."""
    mail_server = MailServer()
    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    return mail_server


@pytest.fixture
def running(mail_server):
    with mail_server.running():
        yield mail_server


@pytest.mark.django_db
class TestPutting:
    def test_the_same_key_twice_is_one_mail(self):
        put()
        put(subject="Again")
        assert only_mail().subject == "Mail 1"

    def test_what_was_rolled_back_is_not_told(self):
        with transaction.atomic():
            put()
            transaction.set_rollback(True)
        assert not OutgoingMail.objects.exists()

    def test_a_line_break_in_a_subject_adds_no_header(self):
        put(subject="Hei\r\nBcc: alle@eksempel.example")
        assert only_mail().subject == "Hei Bcc: alle@eksempel.example"

    def test_not_before_its_time(self, running):
        put(not_before=timezone.now() + timedelta(hours=1))
        assert deliver() == 0

    def test_mails_of_libraries_are_put_here_too_one_for_each_recipient(self, settings):
        settings.EMAIL_BACKEND = "contacts.email_backend.OutboxBackend"
        EmailMessage("New password", "{{ not a template }}", to=[KARI], bcc=[OLA]).send()
        mails = OutgoingMail.objects.order_by("to")
        assert [(mail.to, mail.body) for mail in mails] == [
            (KARI, "{{ not a template }}"),
            (OLA, "{{ not a template }}"),
        ]

    def test_of_a_mail_in_two_forms_the_text_is_taken(self, settings):
        settings.EMAIL_BACKEND = "contacts.email_backend.OutboxBackend"
        mail = EmailMultiAlternatives("Subject", "The text", to=[KARI])
        mail.attach_alternative("<p>The text</p>", "text/html")
        mail.send()
        assert only_mail().body == "The text"

    def test_a_mail_that_is_no_plain_text_is_refused_rather_than_cut(self, settings):
        settings.EMAIL_BACKEND = "contacts.email_backend.OutboxBackend"
        with pytest.raises(ValueError, match="plain text"):
            EmailMessage("Subject", "Text", to=[KARI], attachments=[("a.txt", "a", "text/plain")]).send()


@pytest.mark.django_db
class TestDelivery:
    def test_a_mail_arrives_once_and_its_text_is_removed_here(self, running):
        put()
        assert (deliver(), deliver()) == (1, 0)
        (message,) = running.received
        assert (message["To"], message["Subject"]) == (KARI, "Mail 1")
        assert message.get_content().strip() == "Hei på deg, æøå"
        assert message["Auto-Submitted"] == "auto-generated"
        assert only_mail().sent_at
        assert only_mail().body == ""

    def test_while_the_server_is_down_nothing_is_lost_and_no_attempt_counted(self, mail_server):
        put()
        for _ in range(3):
            with pytest.raises(NoMailServer):
                deliver()
        assert only_mail().attempts == 0
        with mail_server.running():
            deliver()
        assert mail_server.subjects == ["Mail 1"]

    def test_the_command_says_that_the_server_is_down(self, mail_server):
        put()
        with pytest.raises(CommandError, match="does not answer"):
            call_command("send_mail")

    def test_a_recipient_who_is_refused_is_given_up_and_the_others_get_theirs(self, running):
        running.answers[KARI] = f"550 5.1.1 <{KARI}>: no such user"
        put("1")
        put("2", to=OLA)
        assert deliver() == 1
        refused = OutgoingMail.objects.given_up().get()
        assert (refused.to, refused.problem) == (KARI, "SMTPRecipientsRefused 550 5.1.1")
        assert running.subjects == ["Mail 2"]

    def test_a_recipient_who_cannot_be_reached_now_is_tried_again_later(self, running):
        running.answers[KARI] = "450 4.2.1 mailbox busy"
        put()
        assert (deliver(), deliver()) == (0, 0)
        assert 50 < seconds_to_next_attempt() <= 60
        running.answers.clear()
        when_the_pause_is_over()
        assert deliver() == 1

    def test_pauses_double_up_to_six_hours_and_end_after_almost_three_days(self, running):
        running.answers[KARI] = "450 4.2.1 mailbox busy"
        put()
        pauses = []
        while only_mail().given_up_at is None:
            when_the_pause_is_over()
            deliver()
            pauses.append(round(seconds_to_next_attempt() / 60))
        assert pauses[:10] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360]
        assert len(pauses) == outbox.MOST_ATTEMPTS
        assert 60 * 60 < sum(pauses[:-1]) < 3 * 24 * 60

    @pytest.mark.parametrize(("answer", "is_given_up"), [("554 5.7.1 refused", True), ("451 4.3.0 full", False)])
    def test_a_refused_text_is_final_only_if_the_server_says_so(self, answer, is_given_up, running):
        running.answer_to_text = answer
        put()
        deliver()
        assert (only_mail().given_up_at is not None) == is_given_up

    def test_a_server_that_dies_before_its_answer_gets_the_mail_again_with_the_same_id(self, running):
        running.dies_after_data = 1
        put()
        assert deliver() == 0
        when_the_pause_is_over()
        assert deliver() == 1
        first, second = running.received
        assert first["Message-ID"] == second["Message-ID"]
        assert first.as_bytes() == second.as_bytes()

    def test_a_server_that_is_too_slow_is_left_and_tried_again(self, running, settings):
        settings.EMAIL_TIMEOUT = 0.3
        running.seconds = 0.8
        put()
        assert deliver() == 0
        assert only_mail().given_up_at is None
        assert only_mail().attempts == 1

    def test_a_mail_that_cannot_be_written_does_not_keep_the_others(self, running):
        put("1", to="no\naddress")
        put("2")
        assert deliver() == 1
        assert OutgoingMail.objects.given_up().get().key == "1"

    def test_the_log_holds_no_address(self, running, caplog):
        caplog.set_level(logging.DEBUG, logger="contacts")
        running.answers[KARI] = f"550 <{KARI}> no such user"
        put("1")
        put("2", to=OLA)
        deliver()
        assert "SMTPRecipientsRefused 550" in caplog.text
        assert "eksempel.example" not in caplog.text

    def test_what_was_given_up_can_be_sent_again(self, running):
        running.answers[KARI] = "550 no such user"
        put()
        deliver()
        running.answers.clear()
        assert outbox.send_again(OutgoingMail.objects.all()) == 1
        assert deliver() == 1

    def test_a_late_sender_does_not_undo_what_another_did(self, running):
        put()
        late = outbox.take()
        when_the_pause_is_over()
        deliver()
        outbox.record_failure(late, "late", for_good=True)
        assert only_mail().sent_at
        assert only_mail().given_up_at is None

    def test_a_mail_that_kills_its_senders_is_given_up_in_the_end(self, running):
        put()
        OutgoingMail.objects.update(attempts=outbox.MOST_ATTEMPTS)
        assert deliver() == 0
        assert only_mail().given_up_at

    def test_whom_we_wrote_to_is_forgotten_after_90_days(self, running):
        put("1")
        put("2", not_before=timezone.now() + timedelta(days=200))
        deliver()
        assert outbox.clear(timezone.localdate() + timedelta(days=90)) == 0
        assert outbox.clear(timezone.localdate() + timedelta(days=91)) == 1
        assert only_mail().key == "2"


@pytest.fixture
def sender(database_url, mail_server):
    """Starts another process, on the database of this test."""

    def start(*arguments):
        environment = os.environ | {"DATABASE_URL": database_url, "EMAIL_URL": mail_server.url}
        command = [sys.executable, "manage.py", "send_mail", *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, env=environment, text=True, **pipes)

    return start


def wait_until(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


@pytest.mark.usefixtures("really_written")
class TestSenders:
    def test_three_at_once_send_each_mail_once(self, running, sender):
        for number in range(60):
            put(str(number))
        running.seconds = 0.05  # long enough for all three to have begun
        senders = [sender() for _ in range(3)]
        outputs = [process.communicate(timeout=60) for process in senders]
        assert [process.returncode for process in senders] == [0, 0, 0], outputs
        assert sorted(running.subjects) == sorted(f"Mail {number}" for number in range(60))
        shares = [int(output.split()[0]) for output, _error in outputs]
        assert sum(shares) == 60
        assert max(shares) < 60

    def test_a_sender_that_is_killed_loses_nothing(self, running, sender):
        """The mail it was sending comes back after a while, with the same id; the others are not sent twice."""
        for number in range(5):
            put(str(number))
        running.seconds = 0.5
        killed = sender()
        wait_until(lambda: len(running.received) == 3)
        killed.kill()
        killed.communicate()
        running.seconds = 0
        deliver()
        assert len(running.received) == 5
        when_the_pause_is_over()
        deliver()
        assert sorted(set(running.subjects)) == [f"Mail {number}" for number in range(5)]
        assert len(running.received) == 6
        assert len({message["Message-ID"] for message in running.received}) == 5
        assert not OutgoingMail.objects.waiting().exists()

    def test_a_sender_that_is_asked_to_stop_ends_its_mail_first(self, running, sender):
        running.seconds = 1
        put("1")
        put("2")
        process = sender("--loop")
        wait_until(lambda: running.received)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        assert process.returncode == 0
        assert running.subjects == ["Mail 1"]
        assert OutgoingMail.objects.waiting().get().key == "2"

    def test_in_a_loop_it_waits_for_the_server_to_come_back(self, mail_server, sender):
        put()
        process = sender("--loop", "--every", "0.2")
        try:
            time.sleep(1.5)
            with mail_server.running():
                wait_until(lambda: mail_server.received)
        finally:
            process.terminate()
            process.communicate(timeout=60)
        assert mail_server.subjects == ["Mail 1"]

    def test_it_stops_with_the_server_it_was_started_beside(self, running, database_url):
        """The parent here is a shell that ends at once."""
        script = f"{sys.executable} manage.py send_mail --loop --every 0.2 --parent $$ & echo $!; sleep 2"
        environment = os.environ | {"DATABASE_URL": database_url, "EMAIL_URL": running.url}
        shell = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=True)
        wait_until(lambda: not os.path.exists(f"/proc/{shell.stdout.strip()}"))
