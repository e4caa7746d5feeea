"""PDF files that people upload: nothing but text and pictures, readable, and checked like any other text.

A file is a PDF by its name and by its content. What could do something by itself when it is opened is refused: scripts,
programs to start, files inside the file; and what is locked, since nobody here can look into it. The text, the title
and whatever else is written in it go through the guard, and so does the name. A page without a text layer cannot be
read here: that is said, and somebody who has looked at it decides.

For a form that is a `GuardedForm`: `file = GuardedPdfField(label=…)`.
"""

import hashlib
import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from contacts.person_data.guard import check_here, refused_in

MOST_BYTES = 20 * 1024 * 1024
BEGINS_WITH = b"%PDF-"


@dataclass(frozen=True)
class Pdf:
    """What was found in a file that can be taken. `digest` tells files apart; `advice` is for whoever uploaded it."""

    digest: str
    pages: int
    unread_pages: int = 0
    held_up: tuple = ()
    advice: tuple = ()

    @property
    def needs_decision(self):
        return bool(self.held_up or self.unread_pages)

    @property
    def what_to_do(self):
        """For whoever chose it; nothing of it is kept meanwhile, so it is chosen once more."""
        pages = ngettext(
            "%(count)s page is a picture, which cannot be read here. Look at it yourself.",
            "%(count)s pages are pictures, which cannot be read here. Look at them yourself.",
            self.unread_pages,
        )
        unread = [pages % {"count": self.unread_pages}] if self.unread_pages else []
        return [*self.advice, *unread, _("Then tick the box below, and choose the same file again.")]


def check_pdf(upload):
    """Raises ValidationError, which says what to do, for what cannot be taken. The file is left at its beginning."""
    # Imported late: a process that is never sent a PDF does not carry what reads it.
    from contacts.person_data import pdf

    _check_the_outside(upload)
    content = upload.read()
    upload.seek(0)
    title, written, texts = pdf.read(content)
    held_up = _guarded([upload.name, *written], [_words_of(upload.name), title, *filter(None, texts)])
    return Pdf(
        digest=hashlib.sha256(content + upload.name.encode()).hexdigest(),
        pages=len(texts),
        unread_pages=texts.count(None),
        held_up=tuple(finding for finding, _text in held_up),
        advice=tuple(dict.fromkeys(finding.advice(text) for finding, text in held_up)),
    )


def _check_the_outside(upload):
    if not upload.name.lower().endswith(".pdf"):
        message = _("Only PDF files can be taken. Save it as PDF, and choose it again.")
        raise ValidationError(message, code="pdf_name")
    if upload.size > MOST_BYTES:
        sizes = {"size": filesizeformat(upload.size), "most": filesizeformat(MOST_BYTES)}
        message = _("The file is %(size)s; the most is %(most)s. Make its pictures smaller, or divide it.")
        raise ValidationError(message % sizes, code="pdf_size")
    if upload.read(len(BEGINS_WITH)) != BEGINS_WITH:
        message = _("This is not a PDF, whatever it is called. Save it as PDF, and choose it again.")
        raise ValidationError(message, code="pdf_content")
    upload.seek(0)


def _guarded(written, texts):
    """What is held up, with the text it stands in. Names of people stand in what is written beside the pages."""
    for text in (*written, *texts):
        if refusals := refused_in(text):
            message = _(
                "In the text, title or name of the file stands what looks like %(what)s. "
                "Take it out, save it as PDF again, and choose that one."
            )
            raise ValidationError(message % {"what": refusals[0].explanation}, code="person_data_refused")
    return [(finding, text) for text in texts for finding in check_here(text).held_up]


_BETWEEN_WORDS = re.compile(r"[_+]+")


def _words_of(name):
    """A file name as words: "elev_K.L._moete.pdf" is "elev K.L. moete"."""
    return _BETWEEN_WORDS.sub(" ", name.rpartition(".")[0])


class GuardedPdfField(forms.FileField):
    """One PDF. What may be saved is asked of its content by `check_pdf`; what it found is `upload.checked`."""

    default_error_messages = {"empty": gettext_lazy("The file is empty. Choose another one.")}
    widget = forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"})

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if isinstance(upload, UploadedFile):
            upload.checked = check_pdf(upload)
        return upload
