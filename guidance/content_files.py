"""What comes with the portal to be read, as files: folder -> rows, every problem named with its file and line.

Pure: asks the fields of the models what they take, and no database. `content/publishers.toml` says who publishes;
each folder beside it is one resource: `about.toml` for what stays, `nb.md`, `nn.md` and `en.md` for what it says. A
language without a file is not translated. `loading.py` makes rows of it. How to write one: content/README.md.
"""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError

from guidance.choices import Kind, TextLanguage
from guidance.content_checks import Problem, cross_check
from guidance.models import Edition, Publisher, Resource, Source, Text

CONTENT = Path(__file__).resolve().parent / "content"
OF_PUBLISHER = ("slug", "name", "name_nn", "name_en", "country", "url", "about", "about_nn", "ended_on")
OF_RESOURCE = ("kind", "owner", "country", "themes", "arenas", "levels", "audiences", "url", "year", "languages")
DAYS = ("reviewed_on", "review_on")
OF_SOURCE = ("title", "publisher", "year", "url", "note")
OF_TEXT = ("title", "slug", "summary")
# Written as one pair, `ages = [13, 19]`; a pair of one, `ages = [13]`, has no upper limit.
PAIRS = {
    "ages": ("age_from", "age_to"),
    "minutes": ("minutes_from", "minutes_to"),
    "group": ("group_from", "group_to"),
}
OF_EDITION = ("change_note", "publish_on")
NEEDED_DAYS = "write {0} as a day: {0} = 2027-05-31"


class ResourceFile(NamedTuple):
    """A folder as it was read. `mark` is of exactly these files; `fields` are of Resource, `texts` by language."""

    key: str
    mark: str
    publisher: str
    superseded_by: str
    fields: dict
    sources: list
    texts: dict
    change_note: str
    publish_on: object


class Content(NamedTuple):
    """`publishers` by address: their fields, with the address of a successor."""

    publishers: dict
    resources: list
    problems: list


def read(folder=CONTENT):
    folder, problems = Path(folder), []
    publishers = _publishers(folder, problems)
    folders = sorted(path.parent for path in folder.glob("*/about.toml"))
    resources = [one for one in (_resource(path, problems) for path in folders) if one]
    problems += [Problem(f"{path.name}/about.toml", 0, "the file is missing") for path in _without_about(folder)]
    problems += cross_check(publishers, resources)
    return Content(publishers, resources, sorted(problems))


def _without_about(folder):
    return [path for path in folder.iterdir() if path.is_dir() and not (path / "about.toml").exists()]


def _publishers(folder, problems):
    table = _Toml(folder / "publishers.toml", "publishers.toml", problems)
    found = {}
    for row in table.rows("publishers"):
        fields = row.cleaned(Publisher, OF_PUBLISHER)
        fields["successor"] = row.taken("successor", "")
        row.refuse_others()
        found[fields.get("slug", "")] = fields
    table.refuse_others()
    return found


def _resource(path, problems):
    about = _Toml(path / "about.toml", f"{path.name}/about.toml", problems)
    if not about.values:
        return None
    fields = about.cleaned(Resource, OF_RESOURCE)
    fields |= {name: about.day(name) for name in DAYS}
    for name, ends in PAIRS.items():
        fields |= about.pair(name, ends)
    sources = [_source(row) for row in about.rows("sources")]
    texts = {language: text for language in TextLanguage.values if (text := _text(path, language, about, fields))}
    edition = about.cleaned(Edition, OF_EDITION)
    publisher, superseded_by = about.taken("publisher", ""), about.taken("superseded_by", "")
    about.refuse_others()
    return ResourceFile(path.name, _mark(path), publisher, superseded_by, fields, sources, texts, **edition)


def _source(row):
    fields = row.cleaned(Source, OF_SOURCE)
    row.refuse_others()
    return fields


def _text(path, language, about, facts):
    """What stands in about.toml about a language, and its file beside it: either both or none."""
    file = path / f"{language}.md"
    row = about.table(language)
    if row is None:
        if file.exists():
            about.problem("", f"there is a {file.name}, but no [{language}] with its title, slug and summary")
        return None
    fields = row.cleaned(Text, OF_TEXT)
    row.refuse_others()
    if not file.exists():
        about.problem("", f"there is a [{language}], but no {file.name}", table=language)
        return None
    return fields | _divided(file, about, facts.get("kind") == Kind.ACTIVITY)


def _divided(file, about, is_activity):
    """The file as the fields of Text: a line `# materials` begins that field. Only an activity is divided."""
    parts, name, begins = {"body": []}, "body", {"body": 0}
    for number, line in enumerate(_decoded(file, about).splitlines(), start=1):
        heading = re.fullmatch(r"# *(\w+) *", line)
        if heading and is_activity:
            name = heading[1]
            begins.setdefault(name, number)
            parts.setdefault(name, [])
        else:
            parts[name].append(line)
    for name in parts.keys() - {*Text.MARKDOWN}:
        reason = f"“# {name}” is no part of an activity; those are {', '.join(Text.MARKDOWN[1:])}"
        about.problems.append(Problem(f"{file.parent.name}/{file.name}", begins[name], reason))
    return {name: "\n".join(parts.get(name, [])).strip() for name in Text.MARKDOWN}


def _decoded(file, about):
    return _read_text(file, f"{file.parent.name}/{file.name}", about.problems)


def _read_text(path, name, problems):
    try:
        return path.read_bytes().decode()
    except OSError as error:
        problems.append(Problem(name, 0, f"the file cannot be read: {error.strerror}"))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, line, "this is not UTF-8; save the file as UTF-8"))
    return ""


def _mark(path):
    files = [path / "about.toml", *sorted(path.glob("*.md"))]
    whole = b"".join(f"{file.name}\0".encode() + file.read_bytes() + b"\0" for file in files)
    return hashlib.sha256(whole).hexdigest()


class _Table:
    """A table of a TOML file, whose values are taken one after the other; what is left over is a problem."""

    def __init__(self, file, values, header=""):
        self.file, self.values, self.header = file, dict(values), header

    def problem(self, key, reason, table=None):
        line = self.file.line_of(key, self.header if table is None else table)
        self.file.problems.append(Problem(self.file.name, line, reason))

    def taken(self, name, default=None):
        return self.values.pop(name, default)

    def cleaned(self, model, names):
        """As the fields of a model take them; a missing one has the field's default."""
        return {name: self._cleaned(model._meta.get_field(name), name) for name in names}

    def _cleaned(self, field, key, *, given=None):
        value = self.taken(key, field.get_default()) if given is None else given
        try:
            value = field.clean(value, None)
        except ValidationError as error:
            self.problem(key, f"{key}: {' '.join(error.messages)}")
            return value
        choices = getattr(field, "of", None)
        return [choice for choice in choices.values if choice in value] if choices else value

    def day(self, name):
        if name not in self.values:
            self.problem("", NEEDED_DAYS.format(name))
            return None
        return self._cleaned(Resource._meta.get_field(name), name)

    def pair(self, name, ends):
        """`[13, 19]` as two fields."""
        value = self.taken(name, [])
        if not isinstance(value, list) or len(value) > 2 or not all(type(one) is int for one in value):
            self.problem(name, f"{name}: write two numbers, for example {name} = [13, 19]")
            value = []
        if value != sorted(value):
            self.problem(name, f"{name}: the first number is higher than the last")
        given = dict(zip(ends, value, strict=False))
        cleaned = {end: self._cleaned(Resource._meta.get_field(end), name, given=one) for end, one in given.items()}
        return dict.fromkeys(ends) | cleaned

    def refuse_others(self):
        for key in self.values:
            self.problem(key, f"“{key}” is not known here")


class _Toml(_Table):
    """A whole file. Tables in it are asked for by name and are taken, too."""

    def __init__(self, path, name, problems):
        self.name, self.problems = name, problems
        self.lines = _read_text(path, name, problems).splitlines()
        try:
            values = tomllib.loads("\n".join(self.lines))
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            problems.append(Problem(name, int(found[1]) if found else len(self.lines), f"this is not TOML: {error}"))
            values = {}
        super().__init__(self, values)

    def table(self, name):
        values = self.taken(name)
        return None if values is None else _Table(self, values if isinstance(values, dict) else {}, name)

    def rows(self, name):
        """Those of `[[name]]`, each knowing its place."""
        values = self.taken(name, [])
        return [_Table(self, row, f"{name} {place}") for place, row in enumerate(values, start=1)]

    def line_of(self, key, header):
        """Where a key of a table stands; the table's own line when it has no such key; else the first."""
        here, found, counts = "", 1, {}
        for number, line in enumerate(self.lines, start=1):
            if begun := re.fullmatch(r"\s*(\[\[?)([\w-]+)\]\]?\s*", line):
                here = begun[2]
                if begun[1] == "[[":
                    counts[here] = counts.get(here, 0) + 1
                    here = f"{here} {counts[here]}"
                found = number if here == header else found
            elif key and here == header and re.match(rf"\s*{re.escape(key)}\s*=", line):
                return number
        return found
