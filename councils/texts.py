"""Texts that people write or paste, and how they are shown: paragraphs, lists and tables, and never any HTML of theirs.

What is pasted from Word into a text box is plain already: its tables come as lines with tabs between the cells, its
lists with a bullet and a tab. `normalise` takes away what is only seen as a fault later; `as_html` shows the rest:

    Status                       <p>Status</p>
    – Ny avtale                  <ul><li>Ny avtale</li></ul>
    Tiltak<tab>Ansvar            <table> with a row of headings
    Natteravner<tab>SLT
"""

import re
from itertools import groupby

from django import forms
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

LONGEST = 100_000
# More cells in a row than this are no table: every row would be filled up to as many.
WIDEST = 50

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphens, marks of no width and of direction, control characters.
UNSEEN = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Word's second level is an "o"; with a space after it, it could be a word.
BULLET = re.compile(r"^[ \t]*(?:[·•▪◦‣⁃●○■□➢✓\uf0a7\uf0b7\uf0d8*–—-][ \t]+|o\t+)", re.MULTILINE)
NUMBER = re.compile(r"^[ \t]*(\d{1,3}[.)])\t+", re.MULTILINE)
# Both look at each character once, however many stand in a row.
ONLY_TABS = re.compile(r"^ *\t[ \t]*(?:\n|$)", re.MULTILINE)
LINE_END_SPACES = re.compile(r"(?<! ) +$", re.MULTILINE)
GAPS = re.compile(r"\n{3,}")

LISTED, NUMBERED = re.compile(r"– +"), re.compile(r"(\d{1,3})[.)] +")
NUMERIC = re.compile(r"[\d\s.,%–-]*")


def normalise(text):
    """Doing it again changes nothing."""
    text = UNSEEN.sub("", SPACES.sub(" ", LINE_ENDS.sub("\n", text)))
    text = ONLY_TABS.sub("", text)
    text = NUMBER.sub(r"\1 ", BULLET.sub("– ", text))
    return GAPS.sub("\n\n", LINE_END_SPACES.sub("", text)).strip("\n ")


class WrittenField(forms.CharField):
    """A box for a text, typed or pasted."""

    widget = forms.Textarea

    def __init__(self, *, max_length=LONGEST, required=False, rows=5, **options):
        super().__init__(max_length=max_length, required=required, **options)
        self.widget.attrs["rows"] = rows

    def to_python(self, value):
        return normalise(super().to_python(value))


def as_html(text):
    """Safe HTML of a text; "" of an empty one."""
    kinds = groupby(normalise(text).split("\n"), key=_kind)
    return mark_safe("".join(SHOWN[kind](list(lines)) for kind, lines in kinds))  # noqa: S308 (each escapes its lines)


def _kind(line):
    if not line:
        return "gap"
    if "\t" in line:
        return "table"
    if LISTED.match(line):
        return "list"
    return "numbers" if NUMBERED.match(line) else "paragraph"


def _gap(lines):
    return ""


def _paragraph(lines):
    return f"<p>{'<br>'.join(map(escape, lines))}</p>"


def _list(lines):
    return f"<ul>{_points(lines, LISTED)}</ul>"


def _numbers(lines):
    """A line that begins with a date or a number that nothing follows is no list."""
    found = [int(NUMBERED.match(line)[1]) for line in lines]
    if len(lines) == 1 or found != list(range(found[0], found[0] + len(found))):
        return _paragraph(lines)
    start = f' start="{found[0]}"' if found[0] != 1 else ""
    return f"<ol{start}>{_points(lines, NUMBERED)}</ol>"


def _points(lines, mark):
    return "".join(f"<li>{escape(mark.sub('', line, count=1))}</li>" for line in lines)


def _table(lines):
    """A single line with tabs is text. Wide tables are scrolled by themselves, also with the keyboard."""
    width = max(line.count("\t") for line in lines) + 1
    if len(lines) == 1 or width > WIDEST:
        return _paragraph([" ".join(line.split()) for line in lines])
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
    rows = [row + [""] * (width - len(row)) for row in rows]
    head = _head(rows.pop(0)) if _names_columns(rows[0]) else ""
    body = "".join(_row(cells, "<td>", "</td>") for cells in rows)
    label = escape(_("Table"))
    table = f"<table>{head}<tbody>{body}</tbody></table>"
    return f'<div class="written__table" role="region" aria-label="{label}" tabindex="0">{table}</div>'


def _names_columns(cells):
    return all(cells) and not any(NUMERIC.fullmatch(cell) for cell in cells)


def _head(cells):
    return f"<thead>{_row(cells, '<th scope=col>', '</th>')}</thead>"


def _row(cells, start, end):
    return f"<tr>{''.join(f'{start}{escape(cell)}{end}' for cell in cells)}</tr>"


SHOWN = {"gap": _gap, "paragraph": _paragraph, "list": _list, "numbers": _numbers, "table": _table}
