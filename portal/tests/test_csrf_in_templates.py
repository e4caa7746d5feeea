"""A component that is included `only` knows nothing of the page, so it is handed the token that its form needs."""

import re
from pathlib import Path

from django.conf import settings

TEMPLATES = Path(settings.BASE_DIR) / "templates"
INCLUDE = re.compile(r'{% include "(?P<name>[^"]+)"(?P<rest>[^%]*)%}')


def test_every_component_with_a_form_is_handed_the_token():
    texts = {str(path.relative_to(TEMPLATES)): path.read_text() for path in TEMPLATES.rglob("*.html")}
    with_a_form = {name for name, text in texts.items() if "{% csrf_token %}" in text}
    assert [
        (page, found["name"])
        for page, text in texts.items()
        for found in INCLUDE.finditer(text)
        if found["name"] in with_a_form and " only" in found["rest"] and "csrf_token=" not in found["rest"]
    ] == []
