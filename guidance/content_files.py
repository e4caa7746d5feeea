"""What comes with the portal to be read, as files: folder -> rows, every problem named with its file and line.

Pure: asks the fields of the models what they take, and no database. `content/publishers.toml` says who publishes;
each folder beside it is one resource: `about.toml` for what stays, `nb.md`, `nn.md` and `en.md` for what it says. A
language without a file is not translated. `[text](ressurs:slt)` leads to the resource of the folder `slt`, at its
address in the language of the text. `loading.py` makes rows of it. How to write one: content/README.md.
"""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError

from contacts.snapshot_tables import Problem
from guidance import markdown
from guidance.choices import Kind, TextLanguage
from guidance.content_checks import cross_check
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
LINK = re.compile(r"\]\(ressurs:([^)#\s]*)")


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


def read(folder=CONTENT, *, unchanged=()):
    """`unchanged`: marks of folders whose Markdown was looked through before, which takes its time."""
    folder, problems = Path(folder), []
    publishers = _publishers(folder, problems)
    paths = sorted(path.parent for path in folder.glob("*/about.toml"))
    abouts = {path: _Toml(path / "about.toml", f"{path.name}/about.toml", problems) for path in paths}
    addresses = {path.name: about.addresses() for path, about in abouts.items()}
    resources = [_resource(path, about, addresses, unchanged) for path, about in abouts.items() if about.values]
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


def _resource(path, about, addresses, unchanged):
    mark, files = _mark(path), _Files(path, addresses, about.problems)
    fields = about.cleaned(Resource, OF_RESOURCE)
    fields |= {name: about.day(name) for name in DAYS}
    for name, ends in PAIRS.items():
        fields |= about.pair(name, ends)
    sources = [_source(row) for row in about.rows("sources")]
    files.is_divided, files.is_looked_through = fields["kind"] == Kind.ACTIVITY, mark not in unchanged
    texts = {language: text for language in TextLanguage.values if (text := _text(files, language, about))}
    edition = about.cleaned(Edition, OF_EDITION)
    publisher, superseded_by = about.taken("publisher", ""), about.taken("superseded_by", "")
    about.refuse_others()
    return ResourceFile(path.name, mark, publisher, superseded_by, fields, sources, texts, **edition)


def _source(row):
    fields = row.cleaned(Source, OF_SOURCE)
    row.refuse_others()
    return fields


def _text(files, language, about):
    """What stands in about.toml about a language, and its file beside it: either both or none."""
    row, exists = about.table(language), files.has(language)
    if exists and row is None:
        about.problem("", f"there is a {language}.md, but no [{language}] with its title, slug and summary")
    if row is None:
        return None
    fields = row.cleaned(Text, OF_TEXT)
    row.refuse_others()
    if not exists:
        about.problem("", f"there is a [{language}], but no {language}.md", table=language)
        return None
    return fields | files.read(language)


class _Files:
    """The Markdown of a folder. Only an activity `is_divided`, into the fields of Text."""

    is_divided = is_looked_through = True

    def __init__(self, path, addresses, problems):
        self.path, self.addresses, self.problems = path, addresses, problems

    def has(self, language):
        return (self.path / f"{language}.md").exists()

    def read(self, language):
        file = self.path / f"{language}.md"
        name = f"{self.path.name}/{file.name}"
        lines = _read_text(file, name, self.problems).splitlines()
        lines = [self._led(line, language, name, number) for number, line in enumerate(lines, start=1)]
        parts = self._parts(lines, name)
        if self.is_looked_through:
            for begins, part in parts.values():
                found = markdown.problems("\n".join(part))
                self.problems += [Problem(name, begins + problem.line, problem.message) for problem in found]
        return {name: "\n".join(parts.get(name, (0, []))[1]).strip() for name in Text.MARKDOWN}

    def _led(self, line, language, name, number):
        """With the links to other resources of the content at their addresses; a former one keeps leading there."""

        def address(found):
            known = self.addresses.get(found[1])
            if not known:
                self.problems.append(Problem(name, number, f"ressurs:{found[1]}: there is no folder “{found[1]}”"))
                return "](/"
            return f"](/veiledning/{known.get(language) or next(iter(known.values()))}/"

        return LINK.sub(address, line)

    def _parts(self, lines, name):
        """{field: (the line before it, its lines)}; a line `# materials` begins that field."""
        parts = {"body": (0, [])}
        here = parts["body"][1]
        for number, line in enumerate(lines, start=1):
            heading = re.fullmatch(r"# *(\w+) *", line)
            if heading and self.is_divided:
                here = parts.setdefault(heading[1], (number, []))[1]
            else:
                here.append(line)
        for part in parts.keys() - {*Text.MARKDOWN}:
            reason = f"“# {part}” is no part of an activity; those are {', '.join(Text.MARKDOWN[1:])}"
            self.problems.append(Problem(name, parts[part][0], reason))
        return parts


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

    def addresses(self):
        """{language: slug}, of whatever can be read of it."""
        texts = {language: self.values.get(language) for language in TextLanguage.values}
        return {
            language: str(text["slug"]) for language, text in texts.items() if isinstance(text, dict) and "slug" in text
        }

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
