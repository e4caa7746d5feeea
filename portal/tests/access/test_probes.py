"""What the matrix does not ask cell by cell."""

import pytest

from portal.tests.access.guidance_probes import GUIDANCE_PROBES
from portal.tests.access.matrix import Matrix
from portal.tests.access.probes import PROBES
from portal.tests.access.slt_probes import SLT_PROBES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("probe", [*PROBES, *SLT_PROBES, *GUIDANCE_PROBES], ids=lambda probe: probe.__name__)
def test_nobody_gets_round_the_scope_by(world, probe):
    assert probe(Matrix(world)) == []
