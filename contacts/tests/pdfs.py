"""PDF files made by hand, page by page, for tests of what is read in them."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
A_PICTURE = b"0 0 1 rg 10 10 100 100 re f"


def upload(content, name="vedlegg.pdf"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def pdf(*pages, title="Vedlegg", change=None):
    """`pages` are texts, or the drawing of a page as bytes. `change`: what else is done to the writer."""
    writer = PdfWriter()
    for page in pages:
        _add(writer, page if isinstance(page, bytes) else _written(page))
    writer.add_metadata({"/Title": title})
    if change:
        change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _written(text):
    shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 12 Tf 20 700 Td (" + shown + b") Tj ET"


def _add(writer, drawing):
    page = writer.add_blank_page(595, 842)
    contents = DecodedStreamObject()
    contents.set_data(drawing)
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in FONT.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(contents)
