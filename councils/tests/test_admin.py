"""The editing pages of councils: each list and row opens for whoever keeps it, and nothing goes round the desk."""

import datetime

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from contacts.models import Role
from contacts.tests.factories import make_district, make_municipality, make_user
from councils.models import (
    ActionItem,
    AgendaItem,
    Agreement,
    Attachment,
    Council,
    LegalBasis,
    Meeting,
    Member,
    MinutesVersion,
    Plan,
    SelfEvaluation,
    StandingItem,
    Strategy,
    YearlyReport,
    YearWheelTask,
)
from councils.tests.factories import make_council, make_item, make_meeting, make_member, make_reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

FRAME = [Council, Member]
RECORDS = [
    *(Agreement, StandingItem, YearWheelTask, Meeting, AgendaItem, MinutesVersion, Attachment, ActionItem),
    *(Strategy, Plan, YearlyReport, SelfEvaluation),
]
TODAY = timezone.localdate()


@pytest.fixture
def baerum():
    """The example that has a row of every kind."""
    council = Council.objects.get(slug="eksempel-baerum")
    YearlyReport.objects.get_or_create(body=council, year=2025)
    SelfEvaluation.objects.get_or_create(body=council, year=2025)
    return council


@pytest.fixture
def secretary(client, baerum):
    user = make_user((Role.COUNCIL_SECRETARY, baerum.municipalities.get()))
    client.force_login(user)
    return user


def url(model, page, *arguments):
    return reverse(f"admin:councils_{model._meta.model_name}_{page}", args=arguments)


def hidden(response, name="seen"):
    return response.context["adminform"].form.initial[name]


@pytest.mark.parametrize("model", [*FRAME, *RECORDS, LegalBasis], ids=lambda model: model.__name__)
def test_the_secretary_reads_list_row_and_history(client, secretary, model):
    row = model.objects.visible_to(access(secretary)).first()
    assert client.get(url(model, "changelist")).status_code == 200
    assert client.get(url(model, "change", row.pk)).status_code == 200
    history = client.get(url(model, "history", row.pk)).status_code
    assert history == (200 if hasattr(model, "history") else 403)


def access(user):
    from contacts.access import access_of

    return access_of(user)


@pytest.mark.parametrize("model", [*FRAME, *RECORDS], ids=lambda model: model.__name__)
def test_the_row_of_another_body_is_not_there(client, secretary, model):
    other = Council.objects.get(slug="eksempel-valle-og-bykle")
    path = {Agreement: "council", MinutesVersion: "meeting__body"}.get(model, "body")
    rows = model.objects.filter(pk=other.pk) if model is Council else model.objects.filter(**{path: other})
    for row in rows[:1]:
        assert client.get(url(model, "change", row.pk)).status_code == 404


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_records_are_not_for_whoever_only_administers(client, baerum, model):
    district = baerum.municipalities.get().district_memberships.get(valid_to=None).district
    for role in (Role.AREA_ADMINISTRATOR, Role.POLICE_COORDINATOR, Role.AUDITOR):
        client.force_login(make_user((role, district)))
        assert client.get(url(model, "changelist")).status_code == 403


@pytest.mark.parametrize("model", FRAME, ids=lambda model: model.__name__)
def test_the_frame_is(client, baerum, model):
    district = baerum.municipalities.get().district_memberships.get(valid_to=None).district
    for role in (Role.AREA_ADMINISTRATOR, Role.POLICE_COORDINATOR, Role.AUDITOR):
        client.force_login(make_user((role, district)))
        assert client.get(url(model, "changelist")).status_code == 200


def test_a_member_has_nothing_to_do_here(client, baerum):
    client.force_login(make_reader(baerum))
    assert client.get(url(Council, "changelist")).status_code == 403


def test_every_model_stands_in_a_group_of_the_first_page(client, secretary):
    text = client.get("/en/admin/").content.decode()
    for model in (*FRAME, *RECORDS):
        assert url(model, "changelist") in text
    assert {type(one).group for model, one in admin.site._registry.items() if model._meta.app_label == "councils"} == {
        "councils",
        "records",
    }


def everything(response):
    """What the form of the page would send as it stands, its inlines too."""
    sent = {}
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value not in (None, False):
                sent[bound.html_name] = value.isoformat() if isinstance(value, datetime.date) else value
    return sent


def test_a_council_is_saved_with_its_members(client, secretary, baerum):
    sent = everything(client.get(url(Council, "change", baerum.pk)))
    response = client.post(url(Council, "change", baerum.pk), sent | {"secretariat": "Et annet kontor"})
    assert response.status_code == 302
    assert Council.objects.get(pk=baerum.pk).secretariat == "Et annet kontor"


def test_the_second_active_council_is_refused_with_the_other_named(client, secretary, baerum):
    other = make_council(baerum.municipalities.get(), status="dormant", name="Det andre rådet")
    sent = everything(client.get(url(Council, "change", other.pk)))
    response = client.post(url(Council, "change", other.pk), sent | {"status": "active"})
    assert baerum.name in response.content.decode()
    assert Council.objects.get(pk=other.pk).status == "dormant"


def test_two_who_save_the_same_council_do_not_overwrite_each_other(client, secretary, baerum):
    sent = everything(client.get(url(Council, "change", baerum.pk)))
    Council.objects.get(pk=baerum.pk).save()
    changed = Council.objects.get(pk=baerum.pk)
    changed.secretariat = "Deres"
    changed.save()
    response = client.post(url(Council, "change", baerum.pk), sent | {"secretariat": "Mitt"})
    assert response.status_code == 200
    assert Council.objects.get(pk=baerum.pk).secretariat == "Deres"


def test_the_history_of_a_council_tells_of_its_members(client, secretary, baerum):
    member = make_member(baerum, role="prøverolle for historien")
    text = client.get(url(Council, "history", baerum.pk)).content.decode()
    assert member.role in text


def test_of_an_item_only_the_theme_is_changed_whatever_is_sent(client, secretary, baerum):
    item = AgendaItem.objects.filter(body=baerum, visibility="internal").first()
    sent = everything(client.get(url(AgendaItem, "change", item.pk)))
    forged = {"theme": "hate", "visibility": "public", "title": "Byttet", "case_number": 1, "conclusion": "Byttet"}
    assert client.post(url(AgendaItem, "change", item.pk), sent | forged).status_code == 302
    now = AgendaItem.objects.get(pk=item.pk)
    assert (now.theme, now.visibility, now.title, now.case_number) == ("hate", "internal", item.title, item.case_number)


@pytest.mark.parametrize("model", [Meeting, Strategy, MinutesVersion, Attachment, YearlyReport])
def test_what_a_service_does_is_only_read_here(client, secretary, model):
    row = model.objects.visible_to(access(secretary)).first()
    assert client.post(url(model, "change", row.pk), {"status": "published"}).status_code == 403
    assert client.get(url(model, "add")).status_code == 403


def test_a_new_member_is_of_a_body_that_one_keeps(client, secretary, baerum):
    other = Council.objects.get(slug="eksempel-valle-og-bykle")
    fields = {"role": "ny rolle", "kind": "member", "agency": "municipality", "valid_from": TODAY.isoformat()}
    assert client.post(url(Member, "add"), fields | {"body": other.pk}).status_code == 200
    assert not Member.objects.filter(role="ny rolle").exists()
    assert client.post(url(Member, "add"), fields | {"body": baerum.pk}).status_code == 302


def test_a_second_leader_is_told_at_the_field(client, secretary, baerum):
    fields = {"role": "ny leder", "kind": "leader", "agency": "municipality", "valid_from": TODAY.isoformat()}
    response = client.post(url(Member, "add"), fields | {"body": baerum.pk})
    assert "kind" in response.context["adminform"].form.errors


def test_legal_bases_are_edited_by_whoever_administers_the_country(client, secretary):
    basis = LegalBasis.objects.first()
    assert client.post(url(LegalBasis, "change", basis.pk), {"code": "x"}).status_code == 403
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, None)))
    sent = everything(client.get(url(LegalBasis, "change", basis.pk)))
    assert client.post(url(LegalBasis, "change", basis.pk), sent | {"text_nb": "Ny tekst"}).status_code == 302
    assert LegalBasis.objects.get(pk=basis.pk).text_nb == "Ny tekst"


def test_a_list_takes_as_many_queries_for_one_council_as_for_many(client, django_assert_max_num_queries):
    district = make_district()
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, district)))
    for _number in range(6):
        make_council(make_municipality(district=district))
    with django_assert_max_num_queries(12):
        client.get(url(Council, "changelist"))


def test_no_other_key_than_the_primary_one_leads_to_a_council(client, secretary, baerum):
    ContentType.objects.clear_cache()
    for key in ("slug", "name", "id"):
        assert client.get(url(Council, "changelist"), {"_to_field": key}).status_code == 400


def test_an_item_of_ones_own_meeting_is_shown_with_a_way_to_the_desk(client, secretary, baerum):
    item = make_item(make_meeting(baerum, days=-33))
    text = client.get(url(AgendaItem, "change", item.pk)).content.decode()
    assert reverse("meeting_desk", args=[baerum.slug, item.meeting.date]) in text
