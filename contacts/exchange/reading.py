"""From the bytes somebody uploaded to lines of text. What a file is, its content says; its name does not matter.

Nothing here knows contact points. Everything is bounded before it is read: bytes, what a workbook unpacks to, lines,
columns, and what XML may declare.
"""

import csv
import datetime
import io
import warnings
import zipfile
from typing import NamedTuple

from django.utils.translation import gettext as _

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED_BYTES = 20 * 1024 * 1024
MOST_PARTS = 200
MOST_LINES = 2000
MOST_COLUMNS = 40
LAST_ROW_OF_A_SHEET = 1_048_576

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
DELIMITERS = ";,\t"


class FileProblem(Exception):
    """The file as a whole cannot be read. The message is for whoever uploaded it, and says what to do."""


class Line(NamedTuple):
    """A line with something in it, by the number that a spreadsheet or an editor shows beside it."""

    number: int
    cells: list


def read(content):
    """The lines of a CSV file or a workbook, the heading first. Raises FileProblem."""
    if len(content) > MOST_BYTES:
        raise FileProblem(_("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // 1024**2})
    if content.startswith(OLE):
        raise FileProblem(_problem_of_old_format(content))
    lines = []
    for line in read_workbook(content) if content.startswith(ZIP) else read_csv(content):
        if len(lines) > MOST_LINES:
            raise FileProblem(_("The file has more than %(most)d lines. Divide it.") % {"most": MOST_LINES})
        if len(line.cells) > MOST_COLUMNS:
            raise FileProblem(_("The file has more than %(most)d columns.") % {"most": MOST_COLUMNS})
        lines.append(line)
    if not lines:
        raise FileProblem(_("The file is empty."))
    return lines


def _problem_of_old_format(content):
    if ENCRYPTED in content:
        return _("The file is protected by a password. Save it without one, and try again.")
    return _("This is a file of an older spreadsheet program. Save it as .xlsx or .csv, and try again.")


def _trimmed(cells):
    cells = [cell.strip(" \u00a0\r\n") for cell in cells]
    while cells and not cells[-1]:
        cells.pop()
    return cells


# CSV


def read_csv(content, delimiter=""):
    text = _decoded(content)
    delimiter, first = delimiter or _delimiter_of(text), 1
    if text[:4].lower() == "sep=":  # a line for Excel, not for us
        text, first = text.partition("\n")[2], 2
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = first - 1
    try:
        for cells in reader:
            # A cell may go over several lines; the reader counts the last of them.
            number, before = before + 1, reader.line_num + first - 1
            if cells := _trimmed(cells):
                yield Line(number, cells)
    except csv.Error as error:
        problem = _("Line %(line)d cannot be read: look for a quotation mark too many or too few, or a very long cell.")
        raise FileProblem(problem % {"line": before + 1}) from error


def _decoded(content):
    """UTF-8, what Excel calls Unicode text (UTF-16), or what Norwegian Windows writes."""
    encodings = ["utf-16"] if content.startswith(UTF_16) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise FileProblem(_("This is neither a CSV file nor a workbook (.xlsx). Export a file here, and change that."))


def _delimiter_of(text):
    """The one that stands most often in the first line; of equals the semicolon, as Norwegian spreadsheets write."""
    first = text.partition("\n")[0]
    if first[:4].lower() == "sep=" and first[4:5].strip("\r"):
        return first[4]
    return max(DELIMITERS, key=first.count)


# Workbooks


def read_workbook(content):
    """The first sheet. Whatever openpyxl stumbles over in a broken file, the file is at fault."""
    _refuse_unsafe(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles it does not know
            yield from list(_lines_of_sheet(content))
    except FileProblem:
        raise
    except Exception as error:
        raise FileProblem(_("The workbook is damaged. Save it anew as .xlsx, and try again.")) from error


def _refuse_unsafe(content):
    """Bombs by what the parts unpack to (zipfile reads no more than they declare), tricks by what XML declares."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
                raise FileProblem(_("The workbook unpacks to far more than contact points need."))
            if "xl/workbook.xml" not in archive.namelist():
                raise FileProblem(_("This is neither a CSV file nor a workbook (.xlsx). Save it as one of them."))
            if any(
                _declares_entities(archive.read(part)) for part in parts if part.filename.endswith((".xml", ".rels"))
            ):
                raise FileProblem(_("The workbook contains declarations that no spreadsheet program writes."))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise FileProblem(_("The workbook is damaged. Save it anew as .xlsx, and try again.")) from error


def _declares_entities(xml):
    """Without a document type there are no entities. In UTF-16 one could hide, and no spreadsheet program writes it."""
    return b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\x00" in xml


def _lines_of_sheet(content):
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    found = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1):
        if number > LAST_ROW_OF_A_SHEET or found > MOST_LINES + 1:
            break
        if texts := _trimmed([_text_of(cell) for cell in cells]):
            found += 1
            yield Line(number, texts)


def _text_of(cell):
    """2800.0, which is how workbooks keep whole numbers, is 2800, and a date is written as one. A formula stays one."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return "="
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
