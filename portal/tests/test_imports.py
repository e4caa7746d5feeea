import pytest
from django.conf import settings

from portal.tests.imports import violations


def test_apps_import_each_other_only_along_the_arrows():
    assert violations(settings.BASE_DIR) == []


@pytest.mark.parametrize(
    ("app", "line", "other"),
    [
        ("contacts", "import councils.models", "councils"),
        ("contacts", "from portal.maps import outline", "portal"),
        ("councils", "def late():\n    from slt import models", "slt"),
        ("guidance", "import importlib; importlib.import_module('councils.models')", "councils"),
    ],
)
def test_a_planted_violation_is_found(tmp_path, app, line, other):
    (tmp_path / app).mkdir()
    (tmp_path / app / "planted.py").write_text(line)
    assert violations(tmp_path) == [f"{app}/planted.py imports {other}"]


def test_an_allowed_import_is_no_violation(tmp_path):
    (tmp_path / "slt").mkdir()
    (tmp_path / "slt" / "models.py").write_text("from contacts.models import Municipality\nfrom . import querysets")
    assert violations(tmp_path) == []
