import os
import re
import socket
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError

from portal.management.commands.serve import not_free, port_from, refuse_if_taken
from portal.settings.databases import database_from
from portal.settings.mail import mail_server_from
from portal.tests.postgres import free_port

PRODUCTION = {
    "SECRET_KEY": "$a1b2c3d4e5-" * 5,
    "ALLOWED_HOSTS": "portal.example.org",
    "DATABASE_URL": "postgres://portal:secret@db.example.org/portal",
    "SITE_URL": "https://portal.example.org",
    "EMAIL_URL": "smtp+tls://portal:secret@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "Portal <portal@example.org>",
}


def manage(*arguments, settings, **environment):
    """A fresh process that knows only these settings."""
    command = [sys.executable, "-W", "error", "manage.py", *arguments]
    environment |= {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": settings}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def data(tmp_path):
    return str(tmp_path / "data")


def test_production_names_everything_that_is_missing_at_once(data):
    answer = manage("check", settings="portal.settings.prod", DATA_DIR=data)
    assert answer.returncode != 0
    assert "ImproperlyConfigured" in answer.stderr
    assert all(f"  {name}: " in answer.stderr for name in PRODUCTION)


@pytest.mark.parametrize("name", PRODUCTION)
def test_production_refuses_to_start_without(name, data):
    answer = manage("check", settings="portal.settings.prod", DATA_DIR=data, **(PRODUCTION | {name: " "}))
    assert answer.returncode != 0
    assert [other for other in PRODUCTION if f"  {other}: " in answer.stderr] == [name]


def test_production_refuses_a_short_secret_key(data):
    answer = manage("check", settings="portal.settings.prod", DATA_DIR=data, **(PRODUCTION | {"SECRET_KEY": "short"}))
    assert "  SECRET_KEY: at least 50" in answer.stderr


def test_production_passes_the_deployment_check_without_a_warning(data):
    level = ("--deploy", "--fail-level", "WARNING")
    answer = manage("check", *level, settings="portal.settings.prod", DATA_DIR=data, **PRODUCTION)
    assert answer.returncode == 0, answer.stderr


def test_static_files_can_be_collected_for_production(data):
    answer = manage("collectstatic", "--no-input", settings="portal.settings.prod", DATA_DIR=data, **PRODUCTION)
    assert answer.returncode == 0, answer.stderr


def test_development_starts_with_nothing_configured(data):
    answer = manage("check", settings="portal.settings.dev", DATA_DIR=data)
    assert answer.returncode == 0, answer.stderr


def test_development_keeps_the_key_it_made(data):
    ask = "from django.conf import settings; print(settings.SECRET_KEY)"
    first, second = (
        manage("shell", "--no-imports", "-c", ask, settings="portal.settings.dev", DATA_DIR=data) for _ in range(2)
    )
    assert first.stdout == second.stdout
    assert len(first.stdout.strip()) == 50


@pytest.mark.django_db
def test_the_connection_has_the_settings_that_keep_writes_safe():
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys")
            assert cursor.fetchone() == (1,)
            assert connection.transaction_mode == "IMMEDIATE"
        else:
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("30s",)
            assert connection.settings_dict["CONN_HEALTH_CHECKS"]


@pytest.mark.parametrize("folder", ["c++ d#1", "med mellomrom", "hva?"])
def test_the_embedded_database_lies_in_the_folder_whatever_its_name(tmp_path, folder):
    path = tmp_path / folder / "portal.sqlite3"
    assert database_from("", otherwise=path)["NAME"] == path


@pytest.mark.parametrize("url", ["nonsense", "mysql://u:p@h/n", "postgres://u:p@h:port/n"])
def test_an_address_that_is_no_database_is_named_with_the_way_to_write_it(url):
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL.*postgres://"):
        database_from(url, otherwise=None)


@pytest.mark.parametrize("url", ["nonsense", "imap://u:p@h", "smtp://", "smtp://h:port"])
def test_an_address_that_is_no_mail_server_is_named_with_the_way_to_write_it(url):
    with pytest.raises(ImproperlyConfigured, match=r"EMAIL_URL.*smtp\+tls://"):
        mail_server_from(url)


@pytest.mark.parametrize(
    ("url", "port", "begins_in_the_clear", "is_encrypted"),
    [
        ("smtp://mail.example.org", 25, False, False),
        ("smtp+tls://u:p%40ss@mail.example.org", 587, True, False),
        ("smtp+ssl://u:p@mail.example.org:1465", 1465, False, True),
    ],
)
def test_the_address_of_a_mail_server_says_how_it_is_reached(url, port, begins_in_the_clear, is_encrypted):
    server = mail_server_from(url)
    assert (server["EMAIL_HOST"], server["EMAIL_PORT"]) == ("mail.example.org", port)
    assert (server["EMAIL_USE_TLS"], server["EMAIL_USE_SSL"]) == (begins_in_the_clear, is_encrypted)


@pytest.mark.parametrize("port", ["abc", "99999", "0", "-1", "80 80"])
def test_a_port_that_is_none_is_named_with_the_way_to_write_it(port):
    with pytest.raises(CommandError, match="PORT"):
        port_from(port)


@pytest.mark.parametrize("host", ["nosuch.invalid", "192.0.2.1", "a..b"])
def test_a_host_that_is_not_here_is_named_and_no_other_port_advised(host):
    with pytest.raises(CommandError, match=f"HOST={re.escape(host)}") as refusal:
        refuse_if_taken(host, 8000)
    assert "PORT" not in str(refusal.value)


def test_a_port_that_is_taken_comes_with_another_that_exists():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=r"make run PORT=\d+$"):
            refuse_if_taken("127.0.0.1", port)
    assert not_free("127.0.0.1", 65535, OSError(98, "in use")).endswith("PORT=8000")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "99999"),
        ("HOST", "nosuch.invalid"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "mysql://portal:secret@127.0.0.1/portal"),
        ("DATABASE_URL", "postgres://portal:secret@127.0.0.1:port/portal"),
        ("DATABASE_URL", "postgres://portal:secret@127.0.0.1:1/portal"),
    ],
)
def test_the_portal_says_in_one_line_which_setting_is_wrong(setting, value, data):
    environment = {"PORT": str(free_port()), setting: value}
    answer = manage("serve", settings="portal.settings.dev", DATA_DIR=data, **environment)
    assert answer.returncode != 0
    assert len(answer.stderr.splitlines()) == 1, answer.stderr
    assert setting in answer.stderr
    assert "secret" not in answer.stderr


@pytest.mark.parametrize(("host", "allows_all"), [("0.0.0.0", True), ("::", True), ("example.org", False)])  # noqa: S104
def test_on_every_address_the_portal_answers_to_every_name(host, allows_all, data):
    ask = "from django.conf import settings; print(settings.ALLOWED_HOSTS)"
    answer = manage("shell", "--no-imports", "-c", ask, settings="portal.settings.dev", DATA_DIR=data, HOST=host)
    assert ("'*'" in answer.stdout, f"'{host}'" in answer.stdout) == (allows_all, not allows_all)
