import logging
import os
import signal
import threading

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, connections

from contacts.delivery import NoMailServer, deliver

logger = logging.getLogger(__name__)

LONGEST_PAUSE = 300


class Command(BaseCommand):
    help = "Sends the mail that waits in the outbox: what is ready now, or with --loop whatever comes."

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="go on until stopped; SIGTERM lets it end its mail")
        parser.add_argument("--every", type=float, default=5, metavar="SECONDS", help="with --loop: how often to look")
        parser.add_argument("--parent", type=int, metavar="PID", help="with --loop: stop when this parent process does")

    def handle(self, *, loop, every, parent, **options):
        if loop:
            run_until(stop_signal(), every, parent)
            return
        try:
            self.stdout.write(f"{deliver()} mails sent.")
        except NoMailServer as error:
            raise CommandError(f"The mail server does not answer ({error}); nothing is lost.") from error


def stop_signal():
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def run_until(stop, every, parent):
    """A mail server or database that is down is waited for, a little longer each time."""
    pause = every
    while not stop.is_set() and parent in (None, os.getppid()):
        try:
            deliver(stop.is_set)
            pause = every
        except (NoMailServer, OperationalError, InterfaceError) as error:
            pause = min(pause * 2, LONGEST_PAUSE)
            logger.warning("No mail can be sent now, next try in %s seconds: %s", pause, type(error).__name__)
        connections.close_all()
        stop.wait(pause)
