"""Pictures of a resource: read, made anew, kept outside the web root, and taken away with their row.

What somebody uploads is never stored. It is decoded, turned upright, made smaller, and written as WebP: whatever else
was in the file, where and with what it was taken included, stays behind.
"""

import io
import re
import uuid
import warnings
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from contacts.private_files import PrivateStorage
from guidance.models import Edition, Text

FORMATS = ("PNG", "JPEG", "WEBP")
LARGEST_FILE = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
WIDEST, HIGHEST = 1600, 2400
MOST_PICTURES = 40
CONTENT_TYPE = "image/webp"
_USED = re.compile(r"\(bilde:([1-9][0-9]{0,9})\)")


@dataclass(frozen=True)
class Made:
    """A picture as it is stored."""

    content: bytes
    width: int
    height: int


def made_anew(upload):
    if upload.size > LARGEST_FILE:
        raise ValidationError(_("The file is too large. Make the picture smaller: at most 8 MB."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _drawn(upload)
    except ValidationError:
        raise
    except Exception:  # whatever the decoder stumbles over: it is no picture that can be shown
        raise ValidationError(_("This is no picture that can be read. Choose a PNG, JPEG or WebP file.")) from None


def _drawn(upload):
    with Image.open(upload, formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValidationError(_("The picture has too many pixels. Make it smaller first."))
        is_drawing = picture.format == "PNG"
        upright = ImageOps.exif_transpose(picture)
        plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        plain.thumbnail((WIDEST, HIGHEST))
        clean = Image.new(plain.mode, plain.size)
        clean.paste(plain)
    out = io.BytesIO()
    clean.save(out, "WEBP", lossless=is_drawing, quality=85)
    return Made(out.getvalue(), clean.width, clean.height)


def add(*, picture, made):
    """The row and its file. Called inside no transaction that may fail afterwards: then the file would be left."""
    if picture.resource.pictures.count() >= MOST_PICTURES:
        raise ValidationError(_("There are too many pictures here. Delete those that no text uses first."))
    storage = PrivateStorage()
    picture.file = storage.save(f"pictures/{uuid.uuid4()}.webp", ContentFile(made.content))
    picture.width, picture.height = made.width, made.height
    try:
        with transaction.atomic():
            picture.save()
    except BaseException:
        storage.delete(picture.file)
        raise
    return picture


def used_in(texts):
    """The numbers of the pictures that any of these texts shows."""
    return {int(number) for text in texts for name in Text.MARKDOWN for number in _USED.findall(getattr(text, name))}


def remove(*, picture):
    """One that no text shows, of whatever edition: what was published is never changed."""
    if picture.pk in used_in(Text.objects.filter(edition__resource=picture.resource_id)):
        raise ValidationError(_("A text shows this picture. Take it out of the text first."))
    picture.delete()


def forget_file(sender, instance, **kwargs):
    """For the signal `post_delete`."""
    transaction.on_commit(lambda: PrivateStorage().delete(instance.file))


def shown_to_all(on):
    """{(resource, picture)} that a text which everyone may read shows, in an edition of today or a former one."""
    any_picture = Q(*((f"{name}__contains", "(bilde:") for name in Text.MARKDOWN), _connector=Q.OR)
    texts = Text.objects.filter(
        any_picture, edition__in=Edition.objects.published(on), edition__resource__archived_on__isnull=True
    )
    texts = texts.select_related("edition")
    return {(text.edition.resource_id, number) for text in texts for number in used_in([text])}
