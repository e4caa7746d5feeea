import errno
import os
import socket
import subprocess
import sys

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import OperationalError, connections
from django.utils import timezone

from contacts.daily import run_all
from portal.settings.databases import EXAMPLE


class Command(BaseCommand):
    help = "Brings the database up to date and serves the portal. Reads HOST, PORT and EXAMPLES from the environment."
    requires_system_checks = ()

    def handle(self, **options):
        host = os.environ.get("HOST") or "127.0.0.1"
        port = port_from(os.environ.get("PORT") or "8000")
        refuse_if_taken(host, port)
        self.stdout.write("Preparing the database …")
        try:
            prepare_database(examples=os.environ.get("EXAMPLES", "yes") != "no")
        except OperationalError as error:
            raise CommandError(not_answering(error)) from error
        self.stdout.write(f"\nThe portal is at {settings.SITE_URL}   (Ctrl-C stops it)")
        self.stdout.write(f"{where_mail_goes()}\n")
        self.stdout.flush()
        start_the_sender()
        become_the_server(host, port)


def port_from(text):
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise CommandError(f"PORT={text} is no port. Write a number up to 65535, for example make run PORT=8001")
    return int(text)


def refuse_if_taken(host, port):
    """Said at once, rather than after the database has been prepared."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
            listener.listen(1)
    except (OSError, UnicodeError) as error:
        raise CommandError(not_free(host, port, error)) from error


def not_free(host, port, error):
    """Another port is advised only where another port would help."""
    if isinstance(error, (socket.gaierror, UnicodeError)) or error.errno == errno.EADDRNOTAVAIL:
        return f"HOST={host} is no address of this machine. Write for example make run HOST=127.0.0.1"
    another = port + 1 if 1024 <= port < 65535 else 8000
    return f"Cannot listen on {host}:{port} ({error.strerror}). Another one: make run PORT={another}"


def not_answering(error):
    """In one line: PostgreSQL puts its own advice in more."""
    reason = str(error).partition("\n")[0]
    if settings.DATABASE_URL:
        return f"The database of DATABASE_URL does not answer ({reason}). Write it like {EXAMPLE}"
    return f"The database in DATA_DIR={settings.DATA_DIR} does not answer ({reason}). Write a folder of your own"


def prepare_database(*, examples):
    call_command("migrate", verbosity=0)
    call_command("load_places")
    call_command("load_guidance")
    remove = [] if examples else ["--remove"]
    call_command("load_examples", *remove)
    if apps.is_installed("portal.example_users"):
        call_command("load_example_users", *remove)
    call_command("rebuild_search")
    run_all(timezone.localdate())  # in production by cron, once a day
    connections.close_all()


def where_mail_goes():
    if settings.MAIL_TRANSPORT.endswith("filebased.EmailBackend"):
        return f"Mail is not sent but written to {settings.EMAIL_FILE_PATH}"
    return f"Mail is sent by {settings.EMAIL_HOST}"


def start_the_sender():
    """Beside the server, and stops with it."""
    arguments = ["manage.py", "send_mail", "--loop", "--parent", str(os.getpid())]
    subprocess.Popen([sys.executable, *arguments], cwd=settings.BASE_DIR)  # noqa: S603 (our own program)


def become_the_server(host, port, *, workers=2):
    """In place of this process, so that signals reach the server itself."""
    arguments = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers)]
    arguments += ["--blocking-threads", "1", "--no-ws", "--log-level", "warning", "portal.wsgi:application"]
    os.execv(sys.executable, [sys.executable, "-m", "granian", *arguments])  # noqa: S606 (no shell is the point)
