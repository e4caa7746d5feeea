"""What is written in a PDF, and whether it would do anything by itself. Nothing else imports pypdf."""

import io
import logging
import time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, TextStringObject

MOST_PAGES = 300
MOST_OBJECTS = 200_000
MOST_SECONDS = 20
# Keys and names that stand where something happens by itself, or is hidden.
ACTIVE = {
    *("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/RichMedia", "/XFA"),
    *("/ImportData", "/SubmitForm", "/GoToE", "/Movie", "/Sound", "/3D"),
}

# What it says of a file may repeat what is written there.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def read(content):
    """Its title; all that is written beside the pages; the text of each page, "" for one that is empty and None for one
    that shows something that is no text. Raises ValidationError, which says what to do, for what cannot be taken."""
    reader = _opened(content)
    written = _parsed(lambda: list(_strings(reader)))
    texts = _parsed(lambda: list(_texts(reader)))
    return _parsed(lambda: str((reader.metadata and reader.metadata.title) or "")), written, texts


def refusal(message, code):
    return ValidationError(message, code=f"pdf_{code}")


def _opened(content):
    reader = _parsed(lambda: PdfReader(io.BytesIO(content), strict=False))
    if reader.is_encrypted:
        raise refusal(_("The file is locked with a password. Save it without one, and choose it again."), "locked")
    pages = _parsed(lambda: len(reader.pages))
    if not pages:
        raise refusal(broken(), "broken")
    if pages > MOST_PAGES:
        message = _("The file has %(pages)s pages; the most is %(most)s. Divide it.")
        raise refusal(message % {"pages": pages, "most": MOST_PAGES}, "pages")
    return reader


def _parsed(work):
    """Files of strangers break a parser in every way there is; whichever it was, the file cannot be read."""
    try:
        return work()
    except ValidationError:
        raise
    except Exception:  # the cause might repeat what is written in the file, and would be logged with it
        raise refusal(broken(), "broken") from None


def broken():
    return _("The file cannot be read. Open it, save it as PDF again, and choose that one.")


# What is written in it beside the pages: titles, notes, fields, bookmarks. Every object is looked at, reachable or not.


def _strings(reader):
    waiting = [reader.trailer, *_objects(reader)]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, DictionaryObject):
            _refuse_what_is_active(thing)
            waiting.extend(dict.values(thing))
        elif isinstance(thing, ArrayObject):
            waiting.extend(list.__iter__(thing))
        elif isinstance(thing, TextStringObject):
            yield str(thing)
    if reader.xmp_metadata is not None:
        yield reader.xmp_metadata.stream.get_data().decode("utf-8", "ignore")


def _objects(reader):
    """References inside an object are not followed: whatever they lead to is in this list itself."""
    numbers = {(number, generation) for generation, of in reader.xref.items() for number in of}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MOST_OBJECTS:
        raise refusal(_("The file is put together of too many parts. Save it as PDF again, or divide it."), "parts")
    return [reader.get_object(IndirectObject(number, generation, reader)) for number, generation in sorted(numbers)]


def _refuse_what_is_active(thing):
    names = {*thing, *(str(value) for value in dict.values(thing) if isinstance(value, NameObject))}
    if names & ACTIVE:
        message = _("The file holds a script, another file or something that starts by itself. Save it as plain PDF.")
        raise refusal(message, "active")


def _texts(reader):
    """What takes too long is not read, and is said not to be."""
    ends = time.monotonic() + MOST_SECONDS
    for page in reader.pages:
        text = page.extract_text() if time.monotonic() < ends else ""
        yield text if text.strip() else None if _shows_something(page) else ""


def _shows_something(page):
    contents = page.get_contents()
    return contents is not None and bool(contents.get_data().strip())
