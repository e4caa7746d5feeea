"""Which searches are questions about SLT, and so are answered on its own page: contacts know of no schemes."""

from urllib.parse import urlencode

from django.urls import reverse

from contacts.folding import words
from slt import vocabulary


def answer_of_slt(text):
    """Where "SLT i Valle" and "Hvem koordinerer for Bykle?" are answered; empty for what names only a place."""
    said = words(text)
    if not any(word.startswith(vocabulary.SLT) or word in vocabulary.COORDINATES for word in said):
        return ""
    return f"{reverse('slt')}?{urlencode({'q': text})}"
