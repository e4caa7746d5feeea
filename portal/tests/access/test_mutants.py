"""Whoever takes out a single check of access makes the suite fail: tried, for each of them."""

import pytest

from portal.tests.access.council_mutants import COUNCIL_MUTANTS
from portal.tests.access.guidance_mutants import GUIDANCE_MUTANTS
from portal.tests.access.matrix import Matrix
from portal.tests.access.mutants import MUTANTS
from portal.tests.access.slt_mutants import SLT_MUTANTS
from portal.tests.access.tally import TALLY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("mutant", [*MUTANTS, *COUNCIL_MUTANTS, *SLT_MUTANTS, *GUIDANCE_MUTANTS], ids=str)
def test_the_suite_notices_that_a_check_is_gone(world, mutant, monkeypatch):
    monkeypatch.setattr(mutant.target, mutant.replacement)
    TALLY.mutants += 1
    assert mutant.notices(Matrix(world))
    TALLY.killed += 1
