"""A draft is deleted from the desk: what goes with it, what stays, and what is refused."""

import datetime
import io

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from contacts.models import Overtaken, Role
from contacts.tests.factories import make_user
from guidance.models import Address, Edition, Picture, Resource, Source, Text
from guidance.services import discarding, editions, pictures
from guidance.tests.factories import make_draft, make_published, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def a_folder_of_its_own(settings, tmp_path):
    settings.PRIVATE_FILES = tmp_path


@pytest.fixture
def resource(town):
    return make_resource(municipality=town)


def picture_of(resource):
    drawn = io.BytesIO()
    Image.new("RGB", (4, 3)).save(drawn, "PNG")
    made = pictures.made_anew(SimpleUploadedFile("prove.png", drawn.getvalue()))
    return pictures.add(picture=Picture(resource=resource), made=made)


def files():
    return [path.name for path in settings.PRIVATE_FILES.rglob("*") if path.is_file()]


def shows(*drawn):
    return "\n\n".join(f"![Et bilde](bilde:{picture.pk})" for picture in drawn)


def page_of(resource):
    return reverse("delete_draft", args=[resource.pk])


def confirm(client, resource):
    """Opens the page, and presses."""
    page = client.get(page_of(resource))
    return client.post(page_of(resource), {"seen": page.context["edition"].version}, follow=True)


def words(answer):
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_what_nobody_has_read_goes_with_all_that_belongs_to_it(
    desk, keeper, resource, django_capture_on_commit_callbacks
):
    make_draft(resource, languages=("nb", "nn"), body=shows(picture_of(resource)), title="Aldri ferdig")
    resource.sources.create(title="En kilde")
    assert "Delete the draft" in words(desk.get(reverse("resource_desk", args=[resource.pk])))
    page = words(desk.get(page_of(resource)))
    assert all(told in page for told in ("Aldri ferdig", "The facts", "1 source", "1 picture", "all of it is deleted"))
    with django_capture_on_commit_callbacks(execute=True):
        after = confirm(desk, resource)
    assert after.redirect_chain == [(reverse("guidance_desk"), 302)]
    assert "“Aldri ferdig” is deleted" in words(after)
    assert not Resource.objects.filter(pk=resource.pk).exists()
    assert not Address.objects.filter(resource=resource.pk).exists()
    assert files() == []
    of_it = [model.history.filter(resource=resource.pk, history_type="-") for model in (Edition, Source, Picture)]
    gone = [records.get() for records in (*of_it, Resource.history.filter(id=resource.pk, history_type="-"))]
    assert {record.history_user_id for record in gone} == {keeper.pk}
    assert Text.history.filter(edition=gone[0].id, history_type="-").count() == 2


def test_of_what_is_published_the_newer_edition_goes_and_readers_keep_theirs(
    desk, resource, django_capture_on_commit_callbacks
):
    shown, new = picture_of(resource), picture_of(resource)
    make_published(resource, languages=("nb",), title="Den publiserte", slug="den-publiserte", body=shows(shown))
    make_draft(resource, title="Den nye", slug="den-nye", body=shows(shown, new))
    page = words(desk.get(page_of(resource)))
    assert "1 picture that no other text shows" in page
    assert "The facts" not in page
    with django_capture_on_commit_callbacks(execute=True):
        after = confirm(desk, resource)
    assert after.redirect_chain == [(reverse("resource_desk", args=[resource.pk]), 302)]
    assert "What was published stays as it is" in words(after)
    resource.refresh_from_db()
    assert (resource.name, resource.editions.get().number) == ("Den publiserte", 1)
    assert list(resource.addresses.values_list("slug", flat=True)) == ["den-publiserte"]
    assert list(resource.pictures.all()) == [shown]
    assert len(files()) == 1
    assert Client().get(reverse("resource", args=["den-publiserte"])).status_code == 200


def test_what_was_sent_back_is_deleted_too_and_by_another_who_keeps_it(town, resource):
    Edition.objects.filter(pk=make_draft(resource).pk).update(remark="Kilden mangler.")
    other = Client()
    other.force_login(make_user((Role.SLT_COORDINATOR, town)))
    confirm(other, resource)
    assert not Resource.objects.filter(pk=resource.pk).exists()


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"status": "review"}, "Take it back from review first"),
        ({"status": "approved", "publish_on": TODAY + datetime.timedelta(days=3)}, "Take it back first"),
        ({"status": "approved", "publish_on": TODAY}, "Archive it instead"),
    ],
    ids=["in review", "scheduled", "published"],
)
def test_nothing_else_than_a_draft_is_deleted_and_the_reason_is_told(desk, resource, state, reason):
    draft = make_draft(resource)
    Edition.objects.filter(pk=draft.pk).update(approved_at=timezone.now(), **state)
    assert reason in words(desk.get(page_of(resource)))
    assert reason in words(desk.post(page_of(resource), {"seen": draft.version}))
    assert Edition.objects.filter(pk=draft.pk).exists()
    assert "Delete the draft" not in words(desk.get(reverse("resource_desk", args=[resource.pk])))


def test_what_another_wrote_after_the_page_was_opened_is_not_deleted(desk, resource):
    draft = make_draft(resource)
    seen = desk.get(page_of(resource)).context["edition"].version
    editions.write(edition=draft, texts=list(draft.texts.all()))
    assert "Changed meanwhile" in words(desk.post(page_of(resource), {"seen": seen}, follow=True))
    assert "Changed meanwhile" in words(desk.post(page_of(resource), follow=True))
    assert Edition.objects.filter(pk=draft.pk).exists()


def test_who_reads_it_first_and_deletes_it_last_deletes_nothing(resource):
    """Two at once, where no page can tell."""
    draft = make_draft(resource)
    stale = Edition.objects.select_related("resource").get(pk=draft.pk)
    editions.submit(edition=draft, user=None)
    with pytest.raises(Overtaken):
        discarding.discard(edition=stale)
    assert Text.objects.filter(edition=draft.pk).exists()


def test_who_writes_while_it_is_deleted_is_told_and_keeps_what_they_typed(desk, resource):
    make_published(resource, languages=("nb",))
    draft = make_draft(resource)
    editor = desk.get(reverse("edit_edition", args=[resource.pk]))
    typed = {field.html_name: field.value() or "" for form in editor.context["texts"] for field in form}
    discarding.discard(edition=draft)
    page = words(desk.post(reverse("edit_edition", args=[resource.pk]), typed | {"nb-title": "Skrevet i mellomtiden"}))
    assert "no draft any more" in page
    assert "Skrevet i mellomtiden" in page


def test_whoever_writes_in_one_that_is_gone_is_overtaken(resource):
    draft = make_draft(resource)
    stale = Edition.objects.get(pk=draft.pk)
    discarding.discard(edition=draft)
    with pytest.raises(Overtaken):
        editions.write(edition=stale, texts=[])


def test_a_page_that_is_open_from_a_deleted_draft_has_not_seen_the_next(resource):
    make_published(resource)
    draft = editions.begin(resource=resource)
    for _save in range(3):
        draft.save()
    seen = draft.version
    discarding.discard(edition=draft)
    assert editions.begin(resource=resource).version > seen
