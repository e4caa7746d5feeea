"""Pictures: read and made anew, shown to readers with the text that shows them, deleted when none does."""

import datetime
import io

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from contacts import gazetteer
from contacts.models import Role
from contacts.tests.factories import make_municipality, make_user
from guidance.models import Picture
from guidance.services import pictures
from guidance.tests.factories import make_draft, make_published, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english", "places_asked_for_once")]


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
    assert as_reader(public).status_code == 404
    assert desk.get(mine).status_code == 200
    preview = desk.get(reverse("preview_edition", args=[resource.pk, "nb"])).content.decode()
    assert f'veiledning/{resource.pk}/bilder/{picture.pk}/"' in preview
    publish(resource)
    answer = as_reader(public)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert not answer.cookies
    resource.archived_on = "2026-01-02"
    resource.save()
    assert as_reader(public).status_code == 404


def as_reader(url):
    """What the process remembers of a moment ago is asked anew."""
    gazetteer.check_again()
    return Client().get(url)


def publish(resource):
    edition = resource.editions.get()
    edition.status, edition.publish_on, edition.approved_at = "approved", "2026-01-01", "2026-01-01T00:00Z"
    edition.save()


def picture_of(resource):
    return pictures.add(picture=Picture(resource=resource), made=pictures.made_anew(upload(drawn())))


def shown_in(resource, picture, **fields):
    return make_published(resource, languages=("nb",), body=f"![Et bilde](bilde:{picture.pk})", **fields)


def test_one_in_a_former_edition_stays_public_and_one_of_another_resource_s_draft_never_is(town):
    resource, other = make_resource(municipality=town), make_resource(municipality=town)
    former, drafted, unused = picture_of(resource), picture_of(other), picture_of(resource)
    shown_in(resource, former)
    make_draft(other, body=f"![Et bilde](bilde:{drafted.pk})")
    shown_in(resource, drafted, change_note="Nytt bilde.")
    asked = [as_reader(reverse("picture", args=[picture.pk])).status_code for picture in (former, drafted, unused)]
    assert asked == [200, 404, 404]


def test_a_picture_that_waits_for_its_day_is_not_public(town):
    resource = make_resource(municipality=town)
    picture = picture_of(resource)
    shown_in(resource, picture, publish_on=timezone.localdate() + datetime.timedelta(days=1))
    assert as_reader(reverse("picture", args=[picture.pk])).status_code == 404


def test_what_a_picture_costs_does_not_grow_with_the_texts(town):
    resource = make_resource(municipality=town)
    picture = picture_of(resource)
    shown_in(resource, picture)

    def cost():
        """Of the first after something was published, and of the next: how many queries, and those that read texts."""
        costs = []
        for _time in range(2):
            with CaptureQueriesContext(connection) as queries:
                assert as_reader(reverse("picture", args=[picture.pk])).status_code == 200
            costs.append((len(queries), [query for query in queries if "guidance_text" in query["sql"]]))
        return costs

    cost()
    shown_in(resource, picture, change_note="Rettet.")
    first, next_one = cost()
    for _edition in range(5):
        shown_in(resource, picture, change_note="Rettet.")
        shown_in(make_resource(municipality=town), picture)
    first_of_many, next_of_many = cost()
    assert first_of_many[0] == first[0]
    assert next_of_many == next_one
    assert next_one[1] == []


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
