"""From rows of text to the bytes of a file that opens right in a Norwegian spreadsheet program."""

import csv
import io

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contacts.exchange.cells import neutralise

WIDEST = 60


class Format(models.TextChoices):
    XLSX = "xlsx", gettext_lazy("Workbook for Excel (.xlsx)")
    CSV = "csv", gettext_lazy("Text with semicolons (.csv)")

    @property
    def content_type(self):
        return CONTENT_TYPES[self]


CONTENT_TYPES = {
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV: "text/csv; charset=utf-8",
}


def write(rows, form, title=""):
    """`rows` are lists of text, the headings first. `form` is a Format, `title` what the sheet is called."""
    rows = [[neutralise(cell) for cell in row] for row in rows]
    return write_workbook(rows, title) if form == Format.XLSX else write_csv(rows)


def write_csv(rows, delimiter=";"):
    """With a byte order mark, without which Excel takes æ, ø and å for something else."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def write_workbook(rows, title=""):
    """Every cell is text, and stays text when somebody types in it: 02800 and 0301 keep their zero."""
    import openpyxl
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title or _("Contact points"))
    sheet.freeze_panes = "B2"
    for number, cells in enumerate(zip(*rows, strict=True), 1):
        sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, max(map(len, cells)) + 2)
    headings, *others = rows
    sheet.append([_text_cell(sheet, text, Font(bold=True)) for text in headings])
    for row in others:
        sheet.append([_text_cell(sheet, text) for text in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _text_cell(sheet, text, font=None):
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type, cell.number_format = "s", "@"
    if font:
        cell.font = font
    return cell
