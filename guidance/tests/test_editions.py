"""An edition from draft to published, and what the database refuses."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from contacts.access import access_of
from contacts.models import Role
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from guidance import index, permissions
from guidance.models import Address, Edition, Resource, Text
from guidance.services import editions
from guidance.tests.factories import (
    make_draft,
    make_guidance_editor,
    make_published,
    make_resource,
    make_text,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]
A_DAY = datetime.timedelta(days=1)


@pytest.fixture
def editor(db):
    return make_guidance_editor()


@pytest.fixture
def another(db):
    return make_guidance_editor()


def in_review(user, resource=None):
    edition = make_draft(resource)
    editions.submit(edition=edition, user=user)
    return edition


def is_public(resource):
    return resource.pk in index.Index(index.current().places).by_id


def test_a_draft_becomes_public_when_somebody_else_approves_it(editor, another):
    edition = in_review(editor)
    assert not is_public(edition.resource)
    editions.approve(edition=edition, user=another)
    assert is_public(edition.resource)


def test_who_sent_it_to_review_may_not_approve_it(editor, another):
    edition = in_review(editor)
    assert not permissions.can_approve(access_of(editor), edition)
    assert permissions.can_approve(access_of(another), edition)
    with pytest.raises(IntegrityError), transaction.atomic():
        editions.approve(edition=edition, user=editor)


def test_what_is_approved_for_a_day_to_come_waits_for_it(editor, another):
    edition, tomorrow = in_review(editor), timezone.localdate() + A_DAY
    editions.approve(edition=edition, user=another, publish_on=tomorrow)
    assert not is_public(edition.resource)
    assert edition.is_scheduled(timezone.localdate())
    assert Edition.objects.published(tomorrow).contains(edition)


def test_no_day_that_has_been(editor, another):
    with pytest.raises(ValidationError):
        editions.approve(edition=in_review(editor), user=another, publish_on=timezone.localdate() - A_DAY)


def test_the_next_edition_begins_with_the_texts_of_the_last_and_says_what_is_new(editor):
    resource = make_published(languages=("nb", "nn")).resource
    edition = editions.begin(resource=resource, user=editor)
    assert edition.number == 2
    assert edition.texts.count() == 2
    with pytest.raises(ValidationError):
        editions.submit(edition=edition, user=editor)


def test_a_published_text_is_never_changed():
    text = make_published().texts.first()
    text.title = "Noe annet"
    with pytest.raises(ValidationError):
        text.save()


def test_an_address_is_of_one_resource_in_whatever_language():
    make_published(languages=("nn",), slug="opptatt")
    text = Text(edition=make_draft(), language="nb", title="En annen", slug="opptatt", summary="Kort.")
    with pytest.raises(ValidationError) as refusal:
        text.full_clean()
    assert "slug" in refusal.value.message_dict


def test_an_address_that_was_only_in_a_draft_is_free_again():
    edition = make_draft(slug="et-forslag")
    text = edition.texts.get()
    text.slug = "et-bedre-forslag"
    editions.keep_texts(edition=edition, texts=[text])
    assert [address.slug for address in Address.objects.filter(resource=edition.resource)] == ["et-bedre-forslag"]


def test_a_former_address_leads_to_what_it_is_called_now():
    resource = make_resource()
    make_published(resource, languages=("nb",), slug="gammelt-navn")
    make_published(resource, languages=("nb",), slug="nytt-navn")
    item, _language = index.Index(index.current().places).at("gammelt-navn")
    assert item.get_absolute_url().endswith("/nytt-navn/")


def test_superseded_by_goes_in_no_circle():
    first, second = make_resource(), make_resource()
    first.superseded_by = second
    first.save()
    second.superseded_by = first
    with pytest.raises(ValidationError):
        second.full_clean()


def test_a_title_that_is_missing_is_shown_in_the_other_language_and_says_so():
    edition = make_published(languages=("nn",))
    item = index.Index(index.current().places).by_id[edition.resource_id]
    assert item.language == "nn"
    assert item.is_stood_in_for
    assert item.missing_languages() == ["nb"]


class TestWhoKeepsWhat:
    @pytest.fixture
    def town(self):
        return make_municipality(district=make_district())

    def reached(self, role, place, body=""):
        user = make_user()
        make_grant(user, role, place, body=body)
        return set(Resource.objects.editable_by(access_of(user)).filter(is_example=False, key=""))

    def test_the_guidance_editor_keeps_everything(self, town, editor):
        national, local = make_resource(), make_resource(municipality=town)
        assert {national, local} <= set(Resource.objects.editable_by(access_of(editor)))

    @pytest.mark.parametrize("role", [Role.MUNICIPAL_EDITOR, Role.SLT_COORDINATOR])
    def test_a_municipality_keeps_its_own(self, role, town):
        make_resource()
        make_resource(municipality=make_municipality(district=make_district()))
        mine = make_resource(municipality=town)
        assert self.reached(role, town) == {mine}

    def test_a_role_for_one_scheme_keeps_no_guide_of_the_municipality(self, town):
        make_resource(municipality=town)
        assert self.reached(Role.SLT_COORDINATOR, town, body="en-ordning") == set()

    def test_a_police_district_keeps_its_own(self, town):
        district = make_district()
        make_resource(municipality=town)
        mine = make_resource(district=district)
        assert self.reached(Role.POLICE_COORDINATOR, district) == {mine}

    def test_an_auditor_reads_and_changes_nothing(self, town):
        resource = make_resource(municipality=town)
        user = make_user()
        make_grant(user, Role.AUDITOR, None)
        assert Resource.objects.visible_to(access_of(user)).contains(resource)
        assert not Resource.objects.editable_by(access_of(user)).exists()

    def test_text_and_source_are_reached_with_their_resource(self, town):
        user = make_user()
        make_grant(user, Role.MUNICIPAL_EDITOR, town)
        mine, other = make_draft(make_resource(municipality=town)), make_draft()
        assert set(Edition.objects.editable_by(access_of(user))) == {mine}
        assert not Text.objects.visible_to(access_of(user)).filter(edition=other).exists()
        assert make_text(mine, "nn") in Text.objects.editable_by(access_of(user))
