"""Translations without GNU gettext: collects texts into .po files, checks them, compiles them to .mo."""

import io
import os
import re
from copy import deepcopy
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils.translation.template import templatize

LOCALES = ["nb", "nn"]
SINGULAR, PLURAL, CONTEXT, CONTEXT_PLURAL = None, (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    "_": SINGULAR,
    "gettext": SINGULAR,
    "gettext_lazy": SINGULAR,
    "gettext_noop": SINGULAR,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": CONTEXT,
    "pgettext_lazy": CONTEXT,
    "npgettext": CONTEXT_PLURAL,
    "npgettext_lazy": CONTEXT_PLURAL,
}
NOT_OURS = {"node_modules", "static", "tests", "migrations"}
STRING_OR_COMMENT = re.compile(r"""(#[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""")

# Fixed, so that a run without new texts changes nothing: no dates, no tool versions.
HEADER = """\
msgid ""
msgstr ""
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


class Command(BaseCommand):
    help = "Collects texts for translation. --check: is anything untranslated? --compile: make the .mo files."
    requires_system_checks = ()

    def add_arguments(self, parser):
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--check", action="store_true")
        only.add_argument("--compile", action="store_true")

    def handle(self, *, check, **options):
        if options["compile"]:
            return compile_catalogues()
        found = collect(settings.BASE_DIR)
        if check:
            return self.report(found)
        for locale in LOCALES:
            catalogue = update(read(locale), found)
            catalogue_path(locale).parent.mkdir(parents=True, exist_ok=True)
            catalogue_path(locale).write_text(as_text(catalogue), encoding="utf-8")
            self.stdout.write(f"{locale}: {len(catalogue)} texts, {len(problems(catalogue, found))} to translate")

    def report(self, found):
        lines = [f"{locale}: {line}" for locale in LOCALES for line in problems(read(locale), found)]
        if lines:
            raise CommandError("\n".join([*lines, "Run make messages, translate, and check again."]))


def catalogue_path(locale):
    return settings.LOCALE_PATHS[0] / locale / "LC_MESSAGES" / "django.po"


def read(locale):
    path = catalogue_path(locale)
    return parse(path.read_text(encoding="utf-8") if path.exists() else "", locale)


def compile_catalogues():
    for locale in LOCALES:
        with catalogue_path(locale).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(locale))


def parse(text, locale):
    return read_po(io.StringIO(text or HEADER.format(locale=locale)), locale=locale, abort_invalid=True)


def as_text(catalogue):
    file = io.BytesIO()
    write_po(file, catalogue, width=0, omit_header=True, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return HEADER.format(locale=catalogue.locale) + file.getvalue().decode().lstrip("\n")


def collect(folder):
    """Every text for translation in the Python files and templates below the folder, with the files it stands in."""
    catalogue = Catalog()
    for path in sources(folder):
        name = path.relative_to(folder).as_posix()
        for text, context, comments in texts_in(path.read_text(encoding="utf-8"), is_python=path.suffix == ".py"):
            catalogue.add(text, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalogue


def sources(folder):
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in NOT_OURS and not name.startswith("."))
        in_templates = "templates" in Path(parent).relative_to(folder).parts
        for path in (Path(parent, name) for name in sorted(files)):
            if path.suffix == ".py" or (in_templates and path.suffix in {".html", ".txt"}):
                yield path


def texts_in(source, *, is_python):
    code = source if is_python else calls_in_template(source)
    for _, text, comments, context in extract("python", io.BytesIO(code.encode()), KEYWORDS, ["Translators:"]):
        yield text, context, comments


def calls_in_template(source):
    """Django turns a template into calls of gettext among letters X; here without what Python's tokenizer refuses
    outside strings and comments: indentation, no-break spaces."""
    parts = STRING_OR_COMMENT.split(templatize(source))
    parts[::2] = [re.sub(r"[^\S\n]+", " ", part) for part in parts[::2]]
    return re.sub(r"^[ ]+", "", "".join(parts), flags=re.MULTILINE)


def update(catalogue, found):
    """The catalogue with exactly the texts found; translations stay, and what is gone is dropped."""
    catalogue.update(deepcopy(found), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def problems(catalogue, found):
    """A line for each text that is missing, obsolete, untranslated, fuzzy, or whose placeholders differ."""
    ours, needed = by_key(catalogue), by_key(found)
    lines = [f"missing: {shown(key)}" for key in needed.keys() - ours.keys()]
    lines += [f"obsolete: {shown(key)}" for key in ours.keys() - needed.keys()]
    lines += [f"{fault}: {shown(key)}" for key in ours.keys() & needed.keys() if (fault := fault_of(ours[key]))]
    return sorted(lines)


def by_key(catalogue):
    return {(message.context, message.id): message for message in catalogue if message.id}


def shown(key):
    context, text = key
    text = text if isinstance(text, str) else text[0]
    return f"{text!r} ({context})" if context else repr(text)


def fault_of(message):
    translations = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    if not all(translations):
        return "untranslated"
    if message.fuzzy:
        return "fuzzy"
    return "; ".join(str(error) for error in message.check())
