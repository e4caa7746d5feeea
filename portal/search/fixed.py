"""Pages that stand in the code and not in the database: pages.toml says what they are called and what they answer."""

import tomllib
from pathlib import Path

from portal.search.drafts import Draft, address
from portal.search.models import Kind

DATA = tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))


def pages(ids=None):
    for key, page in DATA.items():
        to = address(page["route"], *page.get("arguments", [])) + page.get("fragment", "")
        texts = {language: (page[language][0], to, page[language][1]) for language in ("nb", "nn", "en")}
        yield Draft(
            owner=f"page:{key}",
            family=f"page:{key}",
            key=f"page:{key}",
            kind=Kind(page.get("kind", Kind.PAGE)),
            texts=texts,
            also=page.get("also", ""),
            weight=page.get("weight", 1.0),
        )
