"""Pictures: read and made anew, shown to readers with the text that shows them, deleted when none does."""

import io

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from contacts.models import Role
from contacts.tests.factories import make_municipality, make_user
from guidance.models import Picture
from guidance.services import pictures
from guidance.tests.factories import make_draft, make_published, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture(autouse=True)
def a_folder_of_its_own(settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path


def drawn(kind="PNG", size=(40, 30), **options):
    out = io.BytesIO()
    Image.new("RGB", size, "#334455").save(out, kind, **options)
    return out.getvalue()


def upload(content, name="IMG_0001 Kari.jpg"):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def resource(town):
    return make_draft(make_resource(municipality=town)).resource


@pytest.fixture
def add(desk, resource):
    url = reverse("resource_pictures", args=[resource.pk])
    return lambda content: desk.post(url, {"file": upload(content), "credit": "Tegnet for prøven"})


def files():
    return [path.name for path in settings.PRIVATE_FILES.rglob("*") if path.is_file()]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_made_anew_and_its_line_is_shown(add, desk, resource, kind):
    assert add(drawn(kind)).status_code == 302
    picture = resource.pictures.get()
    assert (picture.width, picture.height) == (40, 30)
    page = desk.get(reverse("resource_pictures", args=[resource.pk])).content.decode()
    assert f"](bilde:{picture.pk})" in page
    assert "Kari" not in "".join(files())


def test_where_and_with_what_it_was_taken_stays_behind(add, resource):
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Kameramerket", 6
    assert add(drawn("JPEG", exif=exif)).status_code == 302
    picture = resource.pictures.get()
    assert (picture.width, picture.height) == (30, 40)
    stored = (settings.PRIVATE_FILES / picture.file).read_bytes()
    assert b"Kameramerket" not in stored
    assert b"EXIF" not in stored


def test_a_large_one_is_made_smaller(add, resource):
    assert add(drawn(size=(3200, 400))).status_code == 302
    assert resource.pictures.get().width == pictures.WIDEST


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", drawn("GIF"), drawn()[:60], drawn("BMP")],
    ids=["empty", "svg", "pdf", "gif", "cut off", "bmp"],
)
def test_what_is_no_such_picture_is_refused_and_leaves_no_file(add, resource, content):
    assert add(content).status_code == 200
    assert not resource.pictures.exists()
    assert files() == []


def test_one_with_too_many_pixels_is_refused_before_it_is_drawn(add, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)
    assert "too many pixels" in add(drawn()).content.decode()


def test_readers_see_it_when_a_published_text_shows_it_and_not_before(desk, town):
    resource = make_resource(municipality=town)
    picture = pictures.add(picture=Picture(resource=resource), made=pictures.made_anew(upload(drawn())))
    public, mine = reverse("picture", args=[picture.pk]), reverse("desk_picture", args=[resource.pk, picture.pk])
    make_draft(resource, body=f"![Et bilde](bilde:{picture.pk})")
    assert Client().get(public).status_code == 404
    assert desk.get(mine).status_code == 200
    preview = desk.get(reverse("preview_edition", args=[resource.pk, "nb"])).content.decode()
    assert f'veiledning/{resource.pk}/bilder/{picture.pk}/"' in preview
    resource.editions.update(status="approved", publish_on="2026-01-01", approved_at="2026-01-01T00:00Z")
    answer = Client().get(public)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert not answer.cookies
    resource.archived_on = "2026-01-02"
    resource.save()
    assert Client().get(public).status_code == 404


def test_one_that_a_text_shows_is_not_deleted_and_another_goes_with_its_file(
    desk, town, django_capture_on_commit_callbacks
):
    resource = make_resource(municipality=town)
    used, unused = [
        pictures.add(picture=Picture(resource=resource), made=pictures.made_anew(upload(drawn()))) for _ in range(2)
    ]
    make_published(resource, languages=("nb",), body=f"![Et bilde](bilde:{used.pk})")
    url = reverse("resource_pictures", args=[resource.pk])
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(url, {"remove": used.pk})
        desk.post(url, {"remove": unused.pk})
    assert list(resource.pictures.all()) == [used]
    assert len(files()) == 1


def test_another_s_picture_is_not_there(resource):
    picture = pictures.add(picture=Picture(resource=resource), made=pictures.made_anew(upload(drawn())))
    stranger = Client()
    stranger.force_login(make_user((Role.MUNICIPAL_EDITOR, make_municipality())))
    assert stranger.get(reverse("desk_picture", args=[resource.pk, picture.pk])).status_code == 404
    stranger.post(reverse("resource_pictures", args=[resource.pk]), {"remove": picture.pk})
    assert resource.pictures.exists()
