"""Every address, as everybody, by every verb: against the table in pages.py."""

from collections import defaultdict

import pytest

from portal.tests.access.addresses import addresses
from portal.tests.access.matrix import Matrix
from portal.tests.access.pages import PAGES

pytestmark = pytest.mark.django_db


def test_every_address_of_the_site_is_in_the_table():
    assert sorted({address.name for address in addresses()} - {page.name for page in PAGES}) == []


def test_the_table_names_no_address_that_is_gone():
    assert sorted({page.name for page in PAGES} - {address.name for address in addresses()}) == []


# Pages about the same kind of row are walked in the same world.
GROUPS = defaultdict(list)
for page in PAGES:
    GROUPS[page.kind or page.door].append(page)


@pytest.mark.once_on("PostgreSQL")  # minutes; the other database has the canaries
@pytest.mark.parametrize("kind", GROUPS)
def test_everybody_gets_the_answer_of_the_table(world, kind):
    matrix = Matrix(world)
    wrong = [line for page in GROUPS[kind] for line in matrix.counted(page)]
    assert not wrong, "\n".join(wrong)
