"""What must be mended in the texts of an edition before somebody else reads them; on which line of which field."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from guidance import markdown
from guidance.models import Text


@dataclass(frozen=True)
class Remark:
    language: str
    field: str
    message: str

    @property
    def control(self):
        """The id of the field in the editor."""
        return f"id_{self.language}-{self.field}"

    def __str__(self):
        label = capfirst(Text._meta.get_field(self.field).verbose_name)
        language = capfirst(Text(language=self.language).get_language_display())
        return _("%(language)s, %(field)s: %(message)s") % {
            "language": language,
            "field": label,
            "message": self.message,
        }


def remarks_on(edition):
    pictures = list(edition.resource.pictures.all())
    return [remark for text in edition.texts.all() for remark in _of_text(text, edition.resource, pictures)]


def problems_of(edition):
    """For checks.py, as sentences."""
    return [str(remark) for remark in remarks_on(edition)]


def _of_text(text, resource, pictures):
    if not text.summary.strip():
        yield Remark(text.language, "summary", _("Write a sentence or two: lists and searches show it."))
    needed = "steps" if resource.is_activity else "body"
    if not getattr(text, needed).strip() and not resource.is_reference:
        yield Remark(text.language, needed, _("There is nothing here yet."))
    for name in Text.MARKDOWN:
        for problem in markdown.problems(getattr(text, name), pictures=pictures):
            yield Remark(text.language, name, str(problem))
