import gettext
import io

import pytest
from babel.messages.mofile import write_mo
from django.conf import settings

from portal.management.commands import messages

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy
_("Search")
ngettext("%(count)s place", "%(count)s places", count)
pgettext_lazy("of a door", "Open")
"""

# What Python's tokenizer would refuse: falling indentation, a no-break space, an apostrophe, æ.
TEMPLATE = """
        {% load i18n %}
    <p title="it's">Håp\u00a0og tro {% translate "Call us" %}</p>
      {# Translators: don't shorten #}
  {% blocktranslate count n=places|length trimmed %}
      {{ n }} office
  {% plural %}
      {{ n }} offices
  {% endblocktranslate %}
 {% include "card.html" with title=_("Who to call") %} {% translate "May" context "month" %}
"""


@pytest.fixture
def found(tmp_path):
    (tmp_path / "app" / "templates").mkdir(parents=True)
    (tmp_path / "app" / "views.py").write_text(PYTHON, encoding="utf-8")
    (tmp_path / "app" / "templates" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    return messages.collect(tmp_path)


@pytest.fixture
def catalogue(found):
    return messages.update(messages.parse("", "nn"), found)


def translated(catalogue):
    for message in catalogue:
        if message.id and not isinstance(message.id, str):
            message.string = ("éin: " + message.id[0], "fleire: " + message.id[1])
        elif message.id:
            message.string = "nn: " + message.id
    return catalogue


def test_texts_are_found_in_python_and_templates(found):
    assert set(messages.by_key(found)) == {
        (None, "Search"),
        (None, ("%(count)s place", "%(count)s places")),
        ("of a door", "Open"),
        (None, "Call us"),
        (None, ("%(n)s office", "%(n)s offices")),
        (None, "Who to call"),
        ("month", "May"),
    }


def test_what_is_untranslated_is_named(catalogue, found):
    assert len(messages.problems(catalogue, found)) == 7
    assert "untranslated: 'May' (month)" in messages.problems(catalogue, found)


def test_a_complete_catalogue_has_no_problems_and_survives_writing_and_updating(catalogue, found):
    text = messages.as_text(translated(catalogue))
    again = messages.update(messages.parse(text, "nn"), found)
    assert messages.problems(again, found) == []
    assert messages.as_text(again) == text


def test_a_fuzzy_text_is_named(catalogue, found):
    translated(catalogue).get("Search").flags.add("fuzzy")
    assert messages.problems(catalogue, found) == ["fuzzy: 'Search'"]


def test_a_lost_placeholder_is_named(catalogue, found):
    translated(catalogue).get("%(n)s office").string = ("kontor", "%(count)s kontor")
    (problem,) = messages.problems(catalogue, found)
    assert problem.endswith("'%(n)s office'")


def test_new_and_vanished_texts_are_named_and_updating_settles_both(catalogue, found):
    translated(catalogue).add("Gone", "Borte")
    catalogue.delete("Search")
    assert messages.problems(catalogue, found) == ["missing: 'Search'", "obsolete: 'Gone'"]
    assert messages.problems(messages.update(catalogue, found), found) == ["untranslated: 'Search'"]


def test_a_compiled_catalogue_translates(catalogue):
    file = io.BytesIO()
    write_mo(file, translated(catalogue))
    file.seek(0)
    translations = gettext.GNUTranslations(file)
    assert translations.gettext("Search") == "nn: Search"
    assert translations.ngettext("%(n)s office", "%(n)s offices", 2) == "fleire: %(n)s offices"
    assert translations.pgettext("month", "May") == "nn: May"


def test_every_source_file_of_the_site_can_be_read():
    assert len(messages.collect(settings.BASE_DIR)) > 0
