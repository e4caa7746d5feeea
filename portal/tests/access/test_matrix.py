"""Every address, as everybody, by every verb: against the table in pages.py."""

from collections import defaultdict

import pytest

from portal.tests.access.addresses import addresses
from portal.tests.access.matrix import Matrix, askers, is_asked, is_turned_away, missing_first
from portal.tests.access.oracle import VERBS
from portal.tests.access.pages import PAGES
from portal.tests.access.principals import PRINCIPALS

pytestmark = pytest.mark.django_db


def test_every_address_of_the_site_is_in_the_table():
    assert sorted({address.name for address in addresses()} - {page.name for page in PAGES}) == []


def test_the_table_names_no_address_that_is_gone():
    assert sorted({page.name for page in PAGES} - {address.name for address in addresses()}) == []


LEAST = 20_000


def cells(verb):
    return [
        (page, principal, whose)
        for page in PAGES
        for principal in PRINCIPALS
        for whose in missing_first(page.rows)
        if is_asked(page, principal, whose, verb)
    ]


def test_there_are_enough_of_them():
    assert sum(len(cells(verb)) for verb in VERBS) >= LEAST


@pytest.mark.parametrize("verb", ["GET", "POST"])
def test_everybody_is_asked_of_what_is_theirs_of_what_is_not_and_of_what_does_not_exist(verb):
    """In every relation on every page, and of every row of others on some page of its kind."""
    relations, rows = set(), set()
    for page, principal, whose in cells(verb):
        relations.add((page, principal, whose == "missing", page.relation(principal, whose) if page.kind else ""))
        rows.add((page.kind, principal, whose))
    for page in PAGES:
        for principal in askers(page, verb):
            if is_turned_away(page, principal):
                continue
            for whose in missing_first(page.rows):
                relation = page.relation(principal, whose) if page.kind else ""
                assert (page, principal, whose == "missing", relation) in relations
                assert (page.kind, principal, whose) in rows
    assert {(page, principal) for page, principal, *_rest in relations} == {
        (page, principal) for page in PAGES for principal in askers(page, verb)
    }


# Pages about the same kind of row are walked in the same world.
GROUPS = defaultdict(list)
for page in PAGES:
    GROUPS[page.kind or page.door].append(page)


@pytest.mark.parametrize("kind", GROUPS)
def test_everybody_gets_the_answer_of_the_table(world, kind):
    matrix = Matrix(world)
    wrong = [line for page in GROUPS[kind] for line in matrix.counted(page)]
    assert not wrong, "\n".join(wrong)
