"""Fixtures for the tests of every app: reference data in the database, a real server, a real browser."""

import datetime
import os
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from urllib.error import URLError

import hypothesis
import pytest
import time_machine

from portal.tests import chromium
from portal.tests.division import BOTH, asked_on
from portal.tests.postgres import free_port
from portal.tests.summary import IN_CI

DESKTOP = {"width": 1280, "height": 900}
# How long one waits for what comes at once, unless the machine has a lot to do.
SECONDS_TO_START = 60
MILLISECONDS_TO_APPEAR = 30_000
SECONDS_OF_A_LONG_RUN = 4 * 60 * 60
BEGAN_ON = pytest.StashKey[datetime.date]()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """SQLite's test database as a file: `server` is another process and must see it."""
    from django.db import connection

    if connection.vendor == "sqlite":
        name = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Places, guidance and examples are loaded once, committed; each test then works in a transaction of its own."""
    from django.core.management import call_command

    with django_db_blocker.unblock():
        call_command("load_places")
        call_command("load_guidance")
        call_command("load_examples")
        call_command("load_example_users")
    yield
    with django_db_blocker.unblock():
        end_other_sessions()


@pytest.fixture
def _django_db_helper(request, django_db_setup, django_db_blocker):
    """Without a transaction round the test where it is marked `committed`: pytest-django's keeps one open, in which no
    other process sees what the test wrote, and SQLite is locked."""
    if request.node.get_closest_marker("committed"):
        with django_db_blocker.unblock():
            yield
    else:
        yield request.getfixturevalue("_django_db_helper")


def end_other_sessions():
    """A server that was stopped a moment ago may still be connected, and PostgreSQL drops no database in use."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True)
def language_of_no_other_test():
    """A page in English leaves English behind, as every request does; the next test begins in bokmål."""
    from django.conf import settings
    from django.utils import translation

    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def in_english():
    """For tests that look at texts, or ask for pages under /en/: the language is what it was afterwards."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def day_on_which_the_run_began(request):
    """Test modules learn what day it is when they are read, and the examples when they are loaded. When midnight passes
    during a run, the tests stay on that day; but for those that ask a server, whose clock is the machine's.
    """
    from django.utils import timezone

    days = (timezone.localdate() - request.config.stash[BEGAN_ON]).days
    if days and not {"server", "database_url"} & set(request.fixturenames):
        with time_machine.travel(timezone.now() - datetime.timedelta(days)):
            yield
    else:
        yield


@pytest.fixture
def places_read_anew():
    """What a test changed is rolled back, and no other test may meet it in memory."""
    from contacts import gazetteer

    gazetteer.check_again()
    yield
    gazetteer.check_again()


@pytest.fixture
def district():
    """A police district of no real place, as are the municipalities."""
    from contacts.tests.factories import make_district

    return make_district()


@pytest.fixture
def bokn(district):
    from contacts.tests.factories import make_municipality

    return make_municipality("Prøvebokn", district=district, slug="provebokn")


@pytest.fixture
def utsira(district):
    from contacts.tests.factories import make_municipality

    return make_municipality("Prøvesira", district=district, slug="provesira")


@pytest.fixture
def places_asked_for_once(places_read_anew, monkeypatch):
    """For tests that count queries: on a busy machine a page may take more than a second, and what does asks once more
    whether the places are still the same."""
    from contacts import gazetteer

    monkeypatch.setattr(gazetteer, "SECONDS_BETWEEN_CHECKS", SECONDS_OF_A_LONG_RUN)


@pytest.fixture(scope="session", autouse=True)
def private_files(tmp_path_factory):
    """Attachments of tests lie in a folder of their own, also those that a server's processes write."""
    from django.conf import settings

    settings.PRIVATE_FILES = tmp_path_factory.mktemp("files")
    return settings.PRIVATE_FILES


@pytest.fixture(scope="session")
def server(django_db_setup):
    """The address of the real server on the test database. It sees what is committed, not a test's own transaction.

    Tests that use it are marked `django_db`: pytest-django makes no database for others.
    """
    with serving() as address:
        yield address


@contextmanager
def serving(*options, **settings):
    """Granian with these options and settings, on the test database."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--log-level", "warning"]
    with running([*command, *options, "portal.wsgi:application"], environment_of_a_server() | settings) as process:
        address = f"http://127.0.0.1:{port}"
        wait_until_alive(f"{address}/livez", process)
        yield address


def environment_of_a_server():
    """With the database and the files of the tests."""
    from django.conf import settings

    return os.environ | {
        "DATABASE_URL": test_database_url(),
        "PRIVATE_FILES": str(settings.PRIVATE_FILES),
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
    }


def test_database_url():
    from django.db import connection

    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)


@pytest.fixture(scope="session")
def database_url(django_db_setup):
    """For another process that works on the test database."""
    return test_database_url()


@contextmanager
def running(command, environment):
    process = subprocess.Popen(command, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=SECONDS_TO_START)


def wait_until_alive(address, process):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 (our own address)
            return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"The server did not answer at {address}")


@pytest.fixture(scope="session")
def browser():
    """Chromium, driven by Playwright. Without it the test is skipped, and fails in CI."""
    if not chromium.path():
        (pytest.fail if IN_CI else pytest.skip)(f"Chromium is MISSING: {chromium.HOW_TO_GET_IT}")
    from playwright.sync_api import expect, sync_playwright

    # Playwright keeps an event loop running in this thread, and Django takes that for a view written as async.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    expect.set_options(timeout=MILLISECONDS_TO_APPEAR)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def force_login_shows_a_second_factor(monkeypatch):
    """`client.force_login(user)` is somebody who has come all the way in, as by the login page."""
    from django.test import Client

    from portal.tests.coming_in import come_all_the_way_in

    monkeypatch.setattr(Client, "force_login", lambda client, user, backend=None: come_all_the_way_in(client, user))


@pytest.fixture
def new_page(browser, server):
    """Opens pages, each in a context of its own: `new_page(java_script_enabled=False, viewport=...)`."""
    contexts = []

    def open_page(**options):
        contexts.append(browser.new_context(**{"base_url": server, "locale": "nb-NO", "viewport": DESKTOP} | options))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def example_cookies(django_db_setup, django_db_blocker):
    """{e-mail: cookie} of sessions in which each example user has come all the way in, seen by the real server."""
    from django.conf import settings
    from django.test import Client

    from contacts.models import User
    from portal.login import sessions
    from portal.tests.coming_in import come_all_the_way_in

    def cookie(user):
        session = come_all_the_way_in(Client(), user)
        session[sessions.BEGAN] = session[sessions.SEEN] = time.time() + SECONDS_OF_A_LONG_RUN
        session.save()
        return {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key}

    with django_db_blocker.unblock():
        return {user.email: cookie(user) for user in User.objects.filter(email__endswith="@eksempel.example")}


@pytest.fixture
def page_of(new_page, server, example_cookies):
    """A page of a browser in which an example user is logged in: `page_of("politi.agder@eksempel.example")`."""

    def open_page(email, **options):
        page = new_page(**options)
        page.context.add_cookies([example_cookies[email] | {"url": server}])
        return page

    return open_page


@pytest.fixture
def page(new_page, request):
    """A fresh page. Other options of the context by indirect parametrisation:
    `@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)`."""
    return new_page(**getattr(request, "param", {}))


@pytest.fixture
def no_queries_in_loops():
    """Any relation followed row by row fails the test, naming the relation."""
    from zeal import zeal_context
    from zeal.constants import initialize_app_registry
    from zeal.patch import patch

    initialize_app_registry()
    patch()
    with zeal_context():
        yield


# The same generated cases at every run, so that a change is judged by itself; HYPOTHESIS_PROFILE=explore looks further.
# No case has a deadline: how long one takes depends on what else the machine does.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", derandomize=False, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_configure(config):
    config.addinivalue_line("markers", "committed: what the test writes is seen by others, and it takes it away itself")
    config.addinivalue_line("markers", "once_on(database): the same on every database, so asked on one when both run")


def pytest_sessionstart(session):
    from django.utils import timezone

    session.config.stash[BEGAN_ON] = timezone.localdate()


def pytest_collection_modifyitems(config, items):
    """`python -m portal.tests` runs on both databases, and says for which this run is; by itself pytest runs all."""
    database = os.environ.get("TESTS_FOR")
    elsewhere = [item for item in items if database and asked_on(item) not in (database, BOTH)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in set(elsewhere)]


def pytest_terminal_summary(terminalreporter):
    """How much the walks of access/ have asked, and what was wrong."""
    from portal.tests.access.tally import TALLY

    for line in TALLY.lines():
        terminalreporter.write_line(line)
