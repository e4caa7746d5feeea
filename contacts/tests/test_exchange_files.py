"""Files as they come from spreadsheet programs, from careless hands and from bad ones."""

import datetime
import io
import zipfile
from contextlib import suppress

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.exchange import cells, reading
from contacts.exchange.reading import FileProblem, read
from contacts.exchange.writing import Format, write, write_csv, write_workbook

DANGEROUS = [
    "=1+1",
    "+47 12 34 00 01",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'=1",
    "''=1",
]
PRINTABLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zs", "Zl", "Zp"]), min_size=1, max_size=20)
TABLES = st.lists(st.lists(PRINTABLE, min_size=3, max_size=3), min_size=1, max_size=5)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def rows_of(content):
    return [[cells.restore(cell) for cell in line.cells] for line in read(content)]


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content, name, text):
    """The workbook with one of its parts replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_spreadsheet_calculates_what_was_written(text):
    assert cells.neutralise(text).startswith("'")
    assert cells.restore(cells.neutralise(text)) == text


@pytest.mark.parametrize("text", ["", "'", "'Kari", "12340001", "1=1", "a@b.example"])
def test_what_is_no_formula_is_written_as_it_is(text):
    assert cells.neutralise(text) == text == cells.restore(text)


@given(st.text(alphabet="'=+-@\t\r\nab", max_size=6))
def test_neutralising_is_undone_exactly(text):
    assert cells.restore(cells.neutralise(text)) == text


@settings(deadline=None, max_examples=40)
@given(TABLES)
def test_what_is_written_is_read_again(rows):
    for form in Format:
        assert rows_of(write(rows, form)) == rows


@settings(deadline=None, max_examples=40)
@given(TABLES)
def test_every_separator_is_understood(rows):
    headed = [["key", "version", "phone"], *rows]
    for delimiter in ";,\t":
        neutral = [[cells.neutralise(cell) for cell in row] for row in headed]
        assert rows_of(write_csv(neutral, delimiter)) == headed


@pytest.mark.parametrize("form", Format)
def test_a_zero_in_front_is_kept(form):
    assert rows_of(write([["a", "b"], ["02800", "0301"]], form))[1] == ["02800", "0301"]


def test_a_workbook_keeps_text_as_text_when_somebody_types_in_it():
    sheet = openpyxl.load_workbook(io.BytesIO(write_workbook([["a"], ["02800"], ["'=1"]]))).active
    assert [(cell.data_type, cell.number_format) for (cell,) in sheet.rows] == [("s", "@")] * 3


def test_a_norwegian_excel_sees_that_it_is_utf_8():
    assert write([["Bærum"]], Format.CSV).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_norwegian_letters_are_read_as_they_are_saved(encoding):
    assert rows_of("navn;sted\nBærum;Tromsø\n".encode(encoding))[1] == ["Bærum", "Tromsø"]


def test_a_line_has_the_number_that_is_shown_beside_it():
    content = b'key;phone\r\n\r\n;;\r\na;"1\r\n2"\r\nb;3\r\n'
    assert [line.number for line in read(content)] == [1, 4, 6]


def test_a_line_for_excel_is_passed_over_and_counted():
    assert [(line.number, line.cells) for line in read(b"sep=,\r\na,b\r\n")] == [(2, ["a", "b"])]


def test_numbers_of_a_workbook_are_text_again():
    row = [2800, 2800.0, 6.5, True, datetime.datetime(2026, 1, 31), None, "x"]
    assert rows_of(workbook(row)) == [["2800", "2800", "6.5", "True", "2026-01-31", "", "x"]]


def test_a_formula_in_a_workbook_is_seen_as_one():
    (cell,) = read(workbook(["=1+1"]))[0].cells
    with pytest.raises(ValidationError, match="formula"):
        cells.read(cell)


def test_empty_lines_of_a_workbook_count():
    assert [line.number for line in read(workbook(["a"], [None], ["b"]))] == [1, 3]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param("a" * 1_000_000, "more than 1000", id="1 MB"),
        pytest.param("a\x00", "printed", id="NUL"),
        pytest.param("\ud800", "printed", id="lone surrogate"),
        pytest.param("=A1", "formula", id="formula"),
    ],
)
def test_a_cell_that_nobody_writes_is_refused(raw, reason):
    with pytest.raises(ValidationError, match=reason):
        cells.read(raw)


OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b"\xef\xbb\xbf\r\n;;\r\n", "empty", id="only separators"),
        pytest.param(b"a" * (reading.MOST_BYTES + 1), "larger than 2 MB", id="too large"),
        pytest.param(b"a\n" * (reading.MOST_LINES + 2), "more than 2000 lines", id="too many lines"),
        pytest.param(b";".join([b"a"] * 41), "more than 40 columns", id="too many columns"),
        pytest.param(b'a;b\n1;2\n"a;b\nc;d', "Line 3", id="a quotation mark too many"),
        pytest.param(b'a;b\n1;"' + b"x" * 200_000 + b'"', "Line 2", id="a cell as long as a file"),
        pytest.param(b"a;b\x00", "neither a CSV", id="NUL"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "neither a CSV", id="picture"),
        pytest.param(OLD_EXCEL, "older spreadsheet", id="old Excel"),
        pytest.param(OLD_EXCEL + "EncryptedPackage".encode("utf-16-le"), "password", id="password"),
        pytest.param(b"PK\x03\x04 and then nothing", "damaged", id="broken workbook"),
        pytest.param(workbook(["a"])[:-200], "damaged", id="cut off workbook"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, reason):
    with pytest.raises(FileProblem, match=reason):
        read(content)


def test_another_kind_of_zip_is_no_workbook():
    with pytest.raises(FileProblem, match="neither a CSV"):
        read(zipped({"content.xml": "<a/>"}))


def zipped(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def test_a_bomb_is_not_unpacked():
    bomb = with_part(workbook(["a"]), "xl/media/bomb.xml", b"0" * (reading.MOST_UNPACKED_BYTES + 1))
    assert len(bomb) < 100_000
    with pytest.raises(FileProblem, match="unpacks"):
        read(bomb)


def test_many_small_parts_are_a_bomb_as_well():
    with pytest.raises(FileProblem, match="unpacks"):
        read(zipped({"xl/workbook.xml": "<a/>"} | {f"{number}.xml": "" for number in range(reading.MOST_PARTS)}))


SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet/>',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet/>',
        "<!DOCTYPE worksheet><worksheet/>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><worksheet/>'.encode("utf-16"),
    ],
    ids=["external entity", "entities of entities", "document type", "in UTF-16"],
)
def test_what_xml_may_declare_is_refused(xml):
    with pytest.raises(FileProblem, match="declarations"):
        read(with_part(workbook(["a"]), SHEET, xml))


def sheet(*rows):
    return f"<worksheet {MAIN}><sheetData>{''.join(rows)}</sheetData></worksheet>"


def test_a_row_far_away_is_found_where_it_stands():
    far = sheet('<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1000000"><c r="A1000000"><v>2</v></c></row>')
    assert [line.number for line in read(with_part(workbook(["a"]), SHEET, far))] == [1, 1_000_000]


@pytest.mark.parametrize(
    "xml",
    [
        sheet('<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>'),
        sheet('<row r="x"><c r="A1"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
        sheet('<row r="1"><c r="A1"><v>&#xD800;</v></c></row>'),
        sheet('<row r="1"><c r="A1"><v>' + "9" * 5000 + "</v></c></row>"),
        "<worksheet",
        "",
    ],
    ids=["beyond the sheet", "no number", "no such text", "lone surrogate", "huge number", "cut off", "nothing"],
)
def test_a_broken_sheet_is_an_answer_and_no_error(xml):
    with pytest.raises(FileProblem):
        read(with_part(workbook(["a"]), SHEET, xml))


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_lines_or_a_problem(content):
    for start in (b"", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0"):
        with suppress(FileProblem):
            assert read(start + content)
