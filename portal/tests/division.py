"""On which database a test runs when both run.

On both runs whatever is about queries, constraints, services, transactions and who reaches which rows: the tests of the
apps. On one runs what the database cannot change:

- a test that needs none (on SQLite);
- the tests of `portal/`, most of which are about how pages look and lead on. Every page is answered on both all the
  same: the matrix asks for all of them on one database, the canaries on the other. A browser shows what came of either.
  A test of `portal/` that is about the database itself has a line in the table;
- what is named in the table below, or marked `once_on`.

Which of the two it is says only where there is time: both sides shall take about as long.
"""

BOTH, SQLITE, POSTGRESQL = "both", "SQLite", "PostgreSQL"

# Of the paths that fit, the longest counts.
DIVISION = {
    "": BOTH,
    # How the admin answers; what it may show is asked of the querysets.
    "contacts/tests/test_admin_doors.py": POSTGRESQL,
    "contacts/tests/test_admin_pages.py": POSTGRESQL,
    # Places are looked up in memory.
    "contacts/tests/test_lookup.py": SQLITE,
    "contacts/tests/test_gazetteer.py": SQLITE,
    # What comes with the portal is loaded on both before the first test.
    "contacts/tests/test_load_examples.py": SQLITE,
    "councils/tests/test_examples.py": SQLITE,
    "slt/tests/test_examples.py": SQLITE,
    # Histories at random: for hundreds of queries each, the stricter database.
    "contacts/tests/test_changes_at_random.py": POSTGRESQL,
    "councils/tests/test_admin.py": POSTGRESQL,
    "councils/tests/test_paste.py": SQLITE,
    "slt/tests/test_admin.py": POSTGRESQL,
    "slt/tests/test_questions.py": SQLITE,
    "portal/tests": SQLITE,
    "portal/tests/access": BOTH,
    "portal/tests/access/test_canaries.py": POSTGRESQL,
    # Tens of thousands of requests, each twice as fast there.
    "portal/tests/access/test_matrix.py": SQLITE,
    "portal/tests/access/test_mutants.py": SQLITE,
    "portal/tests/councils": POSTGRESQL,
    "portal/tests/desk": POSTGRESQL,
    "portal/tests/guidance": POSTGRESQL,
    "portal/tests/login": BOTH,
    "portal/tests/login/test_break_glass.py": SQLITE,
    "portal/tests/login/test_example_users.py": SQLITE,
    "portal/tests/login/test_in_the_browser.py": POSTGRESQL,
    "portal/tests/login/test_providers.py": SQLITE,
    # Each database has a full text of its own.
    "portal/tests/search": BOTH,
    "portal/tests/slt": POSTGRESQL,
    "portal/tests/test_addresses_at_once.py": BOTH,
    "portal/tests/test_bad_input.py": BOTH,
    "portal/tests/test_editors_browser.py": POSTGRESQL,
    # Several servers beside one database.
    "portal/tests/test_hiding.py": POSTGRESQL,
    "portal/tests/test_journeys.py": POSTGRESQL,
    "portal/tests/test_meeting_browser.py": POSTGRESQL,
    "portal/tests/test_odd_rows.py": BOTH,
    "portal/tests/test_operation.py": BOTH,
    "portal/tests/test_paper.py": POSTGRESQL,
    "portal/tests/test_person_data.py": BOTH,
    "portal/tests/test_queries.py": BOTH,
    "portal/tests/test_race.py": BOTH,
    "portal/tests/test_settings.py": BOTH,
}


def asked_on(item):
    """SQLite, PostgreSQL or both."""
    if marker := item.get_closest_marker("once_on"):
        return marker.args[0]
    path = item.path.relative_to(item.config.rootpath).as_posix()
    place = DIVISION[max((part for part in DIVISION if path.startswith(part)), key=len)]
    return SQLITE if needs_no_database(item) else place


def needs_no_database(item):
    return not (item.get_closest_marker("django_db") or "django_db_setup" in item.fixturenames)
