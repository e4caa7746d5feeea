"""Each test is asked on a database that there is, and by a rule that still fits something."""

from pathlib import Path

from portal.tests.division import BOTH, DIVISION, POSTGRESQL, SQLITE, asked_on

ROOT = Path(__file__).parents[2]


def test_the_table_names_no_path_that_is_gone():
    assert [path for path in DIVISION if not (ROOT / path).exists()] == []


def test_every_test_of_this_run_is_asked_somewhere(request):
    assert {asked_on(item) for item in request.session.items} <= {BOTH, SQLITE, POSTGRESQL}


def test_what_needs_no_database_is_asked_once(request):
    assert asked_on(request.node) != BOTH
