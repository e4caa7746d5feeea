"""PDF files that are uploaded: what is taken, what is refused and what somebody must look at."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from contacts.person_data.files import MOST_BYTES, GuardedPdfField, check_pdf
from contacts.person_data.forms import GuardedForm
from contacts.tests.identity_numbers import identity_number
from contacts.tests.pdfs import A_PICTURE, pdf, upload

pytestmark = [pytest.mark.django_db, pytest.mark.once_on("SQLite")]


def refusal_of(content, name="vedlegg.pdf"):
    with pytest.raises(ValidationError) as caught:
        check_pdf(upload(content, name))
    return caught.value


def begins_with(kind, key):
    """What happens when the file is opened."""
    action = DictionaryObject({NameObject("/S"): NameObject(kind), NameObject(key): TextStringObject("app.alert(1)")})

    def change(writer):
        writer._root_object[NameObject("/OpenAction")] = writer._add_object(action)

    return change


def test_a_plain_pdf_is_taken_and_left_at_its_beginning():
    file = upload(pdf("Rådet vedtok planen.", b""))
    found = check_pdf(file)
    assert (found.pages, found.needs_decision) == (2, False)
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (pdf("Tekst"), "vedlegg.docx", "pdf_name"),
        (pdf("Tekst"), "vedlegg.pdf.exe", "pdf_name"),
        (b"PK\x03\x04 a workbook that was renamed", "vedlegg.pdf", "pdf_content"),
        (b"<html><script>alert(1)</script></html>", "vedlegg.pdf", "pdf_content"),
        (b"%PDF-1.7 and nothing more", "vedlegg.pdf", "pdf_broken"),
        (pdf("Tekst")[:200], "vedlegg.pdf", "pdf_broken"),
        (pdf(), "vedlegg.pdf", "pdf_broken"),
        (b"%PDF-1.7\n" + bytes(40 * 1024 * 1024), "vedlegg.pdf", "pdf_size"),
        (pdf("Tekst", change=lambda writer: writer.encrypt("hemmelig")), "vedlegg.pdf", "pdf_locked"),
        (pdf("Tekst", change=begins_with("/JavaScript", "/JS")), "vedlegg.pdf", "pdf_active"),
        (pdf("Tekst", change=lambda writer: writer.add_attachment("a.exe", b"MZ")), "vedlegg.pdf", "pdf_active"),
        (pdf("Tekst", change=begins_with("/Launch", "/F")), "vedlegg.pdf", "pdf_active"),
        (pdf(*["Side"] * 301), "vedlegg.pdf", "pdf_pages"),
    ],
    ids=[
        *("another kind", "two endings", "a renamed workbook", "a renamed page", "only the beginning", "cut off"),
        *("no page", "40 MB", "locked", "with a script", "with a file", "that starts a program", "too long"),
    ],
)
def test_what_is_no_plain_pdf_is_refused(content, name, code):
    assert refusal_of(content, name).code == code


def test_a_file_of_the_largest_size_is_looked_at():
    assert refusal_of(b"%PDF-1.7" + bytes(MOST_BYTES - 8)).code == "pdf_broken"


NUMBER = identity_number()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (pdf(f"Gjelder {NUMBER[:6]} {NUMBER[6:]}."), "vedlegg.pdf"),
        (pdf("Tekst", "", f"Side tre: {NUMBER}"), "vedlegg.pdf"),
        (pdf("Tekst", title=f"Sak {NUMBER}"), "vedlegg.pdf"),
        (pdf("Tekst", change=lambda writer: writer.add_metadata({"/Keywords": NUMBER})), "vedlegg.pdf"),
        (pdf("Tekst", change=lambda writer: writer.add_outline_item(title=NUMBER, page_number=0)), "vedlegg.pdf"),
        (pdf("Tekst"), f"{NUMBER}.pdf"),
        (pdf("Tekst"), f"{NUMBER[:6]}_{NUMBER[6:]}.pdf"),
    ],
    ids=["text", "third page", "title", "keywords", "bookmark", "name", "name with a line"],
)
def test_an_identity_number_anywhere_in_it_is_refused_and_not_repeated(content, name):
    refusal = refusal_of(content, name)
    assert refusal.code == "person_data_refused"
    assert NUMBER[6:] not in str(refusal)


class AttachmentForm(GuardedForm, forms.Form):
    file = GuardedPdfField()


def sent(content, data=None, name="vedlegg.pdf"):
    form = AttachmentForm(data or {}, {"file": upload(content, name)})
    form.is_valid()
    return form


@pytest.mark.parametrize(
    ("content", "name", "kinds"),
    [
        (pdf("En gutt på 15 år i Valle."), "vedlegg.pdf", {"young": 1}),
        (pdf("Tekst", title="Elev K.L."), "vedlegg.pdf", {"initials": 1}),
        (pdf("Tekst"), "elev_K.L._samtale.pdf", {"initials": 1}),
        (pdf("Tekst", A_PICTURE, A_PICTURE), "vedlegg.pdf", {"unread_page": 2}),
    ],
    ids=["in its text", "in its title", "in its name", "pages that are pictures"],
)
def test_what_may_point_at_somebody_or_cannot_be_read_is_decided_for_exactly_this_file(content, name, kinds):
    form = sent(content, name=name)
    decision = form.decisions["file"]
    assert "file" in form.errors
    assert dict(decision.kinds) == kinds
    ticked = {decision.name: decision.token}
    assert sent(content, ticked, name=name).is_valid()
    assert not sent(pdf("En jente på 12 år i Bykle."), ticked).is_valid()


def test_what_is_not_sent_again_stays_as_it_is():
    form = AttachmentForm({}, {}, initial={"file": "attachments/1.pdf"})
    assert form.is_valid()
