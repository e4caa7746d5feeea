"""Files: what is on the disk is what has a row, and an exempt item has none."""

import hashlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import TestCase

from contacts.tests.factories import make_user
from councils.models import Agreement, Attachment
from councils.services.attachments import attach, remove
from councils.tests.factories import make_council, make_exempt_item, make_item

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 example"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path
    return lambda: [path for path in Path(tmp_path).rglob("*") if path.is_file()]


def attached(item=None, **details):
    upload = SimpleUploadedFile("Navnet på en fil.pdf", PDF)
    return attach(**{"item": item, "upload": upload, "title": "Vedlegg", "by": make_user()} | details)


def committed():
    return TestCase.captureOnCommitCallbacks(execute=True)


def test_a_file_lies_under_a_name_that_tells_nothing(files):
    attachment = attached(make_item())
    (path,) = files()
    assert path.name == f"{attachment.key}.pdf"
    assert path.read_bytes() == PDF
    assert (attachment.size, attachment.sha256) == (len(PDF), hashlib.sha256(PDF).hexdigest())


def test_an_item_knows_whether_it_has_files(files):
    item = make_item()
    one, two = attached(item), attached(item)
    for attachment, there in ((one, True), (two, False)):
        with committed():
            remove(attachment=attachment)
        item.refresh_from_db()
        assert item.has_files is there
    assert files() == []


def test_the_file_stays_until_the_row_is_gone_for_good(files):
    attachment = attached(make_item())
    with committed(), transaction.atomic():
        remove(attachment=attachment)
        transaction.set_rollback(True)
    assert len(files()) == 1
    assert Attachment.objects.filter(key=attachment.key).exists()


def test_an_exempt_item_gets_no_file(files):
    with pytest.raises(ValidationError):
        attached(make_exempt_item())
    assert files() == []


def test_an_item_that_was_made_exempt_meanwhile_gets_no_file(files):
    """The row in memory does not know yet."""
    item = make_exempt_item()
    item.visibility = "public"
    with pytest.raises(ValidationError):
        attached(item)
    assert files() == []


def test_of_an_upload_that_fails_nothing_is_left(files, monkeypatch):
    def fail(*args, **options):
        raise DatabaseError

    monkeypatch.setattr("councils.models.files.AgendaItem.objects.filter", fail)
    item = make_item()
    with pytest.raises(DatabaseError):
        attached(item)
    assert files() == []
    assert not Attachment.objects.filter(item=item.pk).exists()


def test_a_file_goes_with_its_item(files):
    item = make_item()
    attached(item)
    with committed():
        type(item).objects.get(pk=item.pk).delete()
    assert files() == []


def test_an_agreement_has_its_file(files):
    agreement = Agreement.objects.create(council=make_council(), parties="Prøvevik kommune og Prøve politidistrikt")
    attachment = attached(agreement=agreement)
    assert attachment.body_id == agreement.council_id
    with committed():
        remove(attachment=attachment)
    assert files() == []
