"""Two editors of the same row, in forms and on the pages of the admin."""

import re

import pytest
from crispy_forms.utils import render_crispy_form
from django.contrib import admin
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from contacts.access import access_of
from contacts.conflicts import VersionedModelForm, again_when_overtaken
from contacts.editors import Editors
from contacts.models import Assignment, ContactPoint, Function, Overtaken, Person, Role
from contacts.scoped_admin import ScopedModelAdmin
from contacts.tests.editor import Editor, hidden_fields
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
    make_user,
)
from contacts.versioned_admin import InlineFormSet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


class PointForm(VersionedModelForm):
    class Meta:
        model = ContactPoint
        fields = ["phone", "email", "opening_hours", "is_published"]


OPENED = {"phone": "12340001", "email": "", "opening_hours": "", "is_published": "on"}


@pytest.fixture
def point():
    return make_contact_point(Function.POLICE_CONTACT, phone="12340001")


def opened(point, **typed):
    """What a form sends that was opened just now."""
    return OPENED | {"seen": point.version} | typed


def newest(row):
    return type(row).objects.get(pk=row.pk)


def changed_by_somebody_else(point, **fields):
    row = newest(point)
    for name, value in fields.items():
        setattr(row, name, value)
    row._history_user = make_user(name="Kari Eksempel")
    row.save()


def form_of(point, data):
    return PointForm(data, instance=newest(point))


def test_whoever_saw_the_newest_version_saves(point):
    form = form_of(point, opened(point, phone="12340002"))
    assert form.is_valid()
    form.save()
    assert newest(point).phone == "12340002"


def test_the_second_is_told_what_changed_and_what_they_typed(point):
    data = opened(point, phone="12340002")
    changed_by_somebody_else(point, phone="12340003")
    form = form_of(point, data)
    assert not form.is_valid()
    (difference,) = form.conflict.differences
    assert (difference.label, difference.before, difference.theirs, difference.mine) == (
        "Function number",
        "12 34 00 01",
        "12 34 00 03",
        "12 34 00 02",
    )
    assert form["phone"].value() == "12340002"


def test_a_choice_is_needed_only_where_both_changed_the_field(point):
    data = opened(point, phone="12340002")
    changed_by_somebody_else(point, phone="12340003", email="post@eksempel.example")
    form = form_of(point, data)
    assert not form.is_valid()
    assert {row.name: row.needs_choice for row in form.conflict.differences} == {"phone": True, "email": False}


def test_a_field_that_only_the_other_changed_comes_back_as_they_left_it(point):
    data = opened(point, phone="12340002")
    changed_by_somebody_else(point, email="post@eksempel.example")
    form = form_of(point, data)
    assert not form.is_valid()
    assert form["email"].value() == "post@eksempel.example"
    assert "disabled" not in str(form["email"])


def test_saving_again_on_top_keeps_what_only_the_other_changed(point):
    data = opened(point, phone="12340002")
    changed_by_somebody_else(point, email="post@eksempel.example")
    form = form_of(point, data | {"newest": point.version + 1})
    assert form.is_valid(), form.errors
    form.save()
    assert (newest(point).phone, newest(point).email) == ("12340002", "post@eksempel.example")


@pytest.mark.parametrize(("choice", "phone"), [("mine", "12340002"), ("theirs", "12340003")])
def test_the_choice_decides_field_by_field(point, choice, phone):
    data = opened(point, phone="12340002", email="post@eksempel.example")
    changed_by_somebody_else(point, phone="12340003")
    form = form_of(point, data | {"newest": point.version + 1, "choice-phone": choice})
    assert form.is_valid(), form.errors
    form.save()
    assert (newest(point).phone, newest(point).email) == (phone, "post@eksempel.example")


def test_without_the_choice_nothing_is_saved(point):
    data = opened(point, phone="12340002")
    changed_by_somebody_else(point, phone="12340003")
    assert not form_of(point, data | {"newest": point.version + 1}).is_valid()


def test_a_third_change_is_told_again(point):
    data = opened(point, phone="12340002")
    changed_by_somebody_else(point, phone="12340003")
    changed_by_somebody_else(point, phone="12340004")
    form = form_of(point, data | {"newest": point.version + 1, "choice-phone": "mine"})
    assert not form.is_valid()
    assert form.conflict.differences[0].theirs == "12 34 00 04"


@pytest.mark.parametrize("seen", ["", "0", "-1", "999", "x", "9" * 30], ids=lambda seen: seen[:3] or "none")
def test_a_version_that_was_tampered_with_only_leads_to_a_conflict(point, seen):
    form = form_of(point, opened(point, phone="12340002") | {"seen": seen})
    assert not form.is_valid()
    assert newest(point).phone == "12340001"


def test_whoever_changed_nothing_has_no_conflict_and_changes_nothing(point):
    data = opened(point)
    changed_by_somebody_else(point, phone="12340003")
    form = form_of(point, data)
    assert form.is_valid()
    form.save()
    assert newest(point).phone == "12340003"


def test_what_is_no_number_is_shown_as_it_was_typed(point):
    data = opened(point, phone="ask Kari")
    changed_by_somebody_else(point, phone="12340003")
    form = form_of(point, data)
    assert not form.is_valid()
    assert form.conflict.differences[0].mine == "ask Kari"


def test_between_reading_and_writing_the_database_decides(point):
    form = form_of(point, opened(point, phone="12340002"))
    assert form.is_valid()
    changed_by_somebody_else(point, phone="12340003")
    with pytest.raises(Overtaken):
        form.save()


def test_a_colleague_is_named_and_a_stranger_is_a_role():
    district = make_district("Prøvedalen")
    reader = make_user((Role.POLICE_COORDINATOR, district))
    colleague = make_user((Role.POLICE_COORDINATOR, district), name="Kari Eksempel")
    stranger = make_user((Role.AREA_ADMINISTRATOR, None), name="Ola Eksempel")
    editors = Editors({colleague.pk, stranger.pk}, access_of(reader))
    assert [editors.name(pk) for pk in (colleague.pk, stranger.pk, None, reader.pk)] == [
        "Kari Eksempel",
        "area administrator, the whole country",
        "The portal itself",
        "You",
    ]


# On the pages of the admin.


def without_token(answer):
    return re.sub(r"<input[^>]*csrf[^>]*>", "", answer.content.decode())


@pytest.fixture
def district():
    return make_district("Prøvedalen")


@pytest.fixture
def places(district):
    return [make_municipality(district=district) for _ in range(2)]


@pytest.fixture
def shared(district, places):
    """A contact point that two coordinators keep."""
    return make_contact_point(Function.POLICE_CONTACT, owner=district, serves=places, phone="12340001")


@pytest.fixture
def kari(district):
    return make_user((Role.POLICE_COORDINATOR, district), name="Kari Eksempel")


@pytest.fixture
def ola(district):
    return make_user((Role.POLICE_COORDINATOR, district), name="Ola Eksempel")


def test_the_second_on_a_page_is_told_by_whom_and_what_and_keeps_what_they_typed(shared, kari, ola):
    first, second = Editor(kari, shared), Editor(ola, shared)
    assert first.save(phone="12340002").status_code == 302
    answer = second.save(phone="12340003").content.decode()
    assert all(text in answer for text in ["By Kari Eksempel", "12 34 00 02", "12 34 00 03", 'value="12340003"'])
    assert newest(shared).phone == "12340002"


def test_and_saves_after_having_chosen(shared, kari, ola):
    first, second = Editor(kari, shared), Editor(ola, shared)
    first.save(phone="12340002")
    second.save(phone="12340003")
    assert second.save(phone="12340003", **{"choice-phone": "mine"}).status_code == 302
    assert newest(shared).phone == "12340003"


def test_hours_that_both_changed_day_by_day_are_not_written_over(shared, kari, ola):
    first, second = Editor(kari, shared), Editor(ola, shared)
    assert first.save(opening_hours_0="08:00", opening_hours_1="15:00").status_code == 302
    answer = second.save(opening_hours_0="09:00", opening_hours_1="16:00")
    (difference,) = answer.context["conflicts"][0].differences
    assert (difference.theirs, difference.mine, difference.needs_choice) == ("Mo 08:00-15:00", "Mo 09:00-16:00", True)
    assert 'value="09:00"' in answer.content.decode()
    second.save(opening_hours_0="09:00", opening_hours_1="16:00", **{"choice-opening_hours": "theirs"})
    assert newest(shared).opening_hours == "Mo 08:00-15:00"


def test_hours_that_only_the_other_changed_come_back_as_they_left_them(shared, kari, ola):
    first, second = Editor(kari, shared), Editor(ola, shared)
    first.save(opening_hours_0="08:00", opening_hours_1="15:00")
    answer = second.save(phone="12340002").content.decode()
    assert 'value="08:00"' in answer
    assert second.save(phone="12340002", opening_hours_0="08:00", opening_hours_1="15:00").status_code == 302
    assert (newest(shared).phone, newest(shared).opening_hours) == ("12340002", "Mo 08:00-15:00")


def test_one_overtaken_inline_holds_back_the_whole_page(shared, kari, ola):
    assignment = make_assignment(shared)
    first, second = Editor(kari, shared), Editor(ola, shared)
    assert first.save(**{"assignments-0-share": "40"}).status_code == 302
    answer = second.save(**{"assignments-0-share": "60", "phone": "12340002"})
    assert answer.status_code == 200
    assert [difference.theirs for difference in answer.context["conflicts"][0].differences] == ["40"]
    assert (newest(assignment).share, newest(shared).phone) == (40, "12340001")


def test_rows_that_nobody_touched_do_not_stand_in_the_way(shared, kari, ola):
    assignment = make_assignment(shared)
    first, second = Editor(kari, shared), Editor(ola, shared)
    first.save(**{"assignments-0-share": "40"})
    assert second.save(phone="12340002").status_code == 302
    assert (newest(assignment).share, newest(shared).phone) == (40, "12340002")


def test_a_page_of_which_only_an_inline_was_changed_leaves_its_own_history_alone(shared, kari):
    make_assignment(shared)
    Editor(kari, shared).save(**{"assignments-0-share": "40"})
    assert shared.history.count() == 1


def test_a_row_of_the_page_that_was_deleted_meanwhile_is_told(shared, kari, ola):
    assignment = make_assignment(shared)
    second = Editor(ola, shared)
    assignment._history_user = kari
    assignment.delete()
    answer = second.save(**{"assignments-0-share": "60"})
    assert (answer.status_code, answer.context["conflicts"][0].by) == (200, "Kari Eksempel")
    assert second.save(phone="12340002").status_code == 302
    assert (newest(shared).phone, Assignment.objects.filter(contact_point=shared).count()) == ("12340002", 0)


def test_beside_a_row_that_is_gone_the_others_keep_the_versions_that_were_seen(shared, kari, ola):
    gone, stays = make_assignment(shared), make_assignment(shared)
    second = Editor(ola, shared)
    gone.delete()
    second.save(**{"assignments-0-share": "60"})
    assert 'name="assignments-1-seen" value="1"' in second.page.content.decode()
    assert second.save(**{"assignments-1-share": "40"}).status_code == 302
    assert newest(stays).share == 40


def test_a_page_whose_row_is_gone_shows_what_was_typed(shared, ola):
    second = Editor(ola, shared)
    shared.delete()
    answer = second.save(phone="12 34 00 99")
    assert answer.status_code == 404
    assert "12 34 00 99" in answer.content.decode()


def test_a_row_that_left_the_scope_answers_as_one_that_is_gone(shared, ola):
    second = Editor(ola, shared)
    shared.owner = make_district()
    shared.save()
    left = second.save(phone="12 34 00 99")
    shared.delete()
    gone = second.client.post(second.url, second.sent)
    assert left.status_code == gone.status_code
    assert without_token(left) == without_token(gone)


# In lists.


def chosen(*rows, action="make_unpublished", **sent):
    """What a list sends when these rows are ticked."""
    return {"action": action, "index": "0", "_selected_action": [row.pk for row in rows]} | sent


@pytest.fixture
def with_an_action(monkeypatch):
    """An action like those that other classes have."""

    def make_unpublished(model_admin, request, queryset):
        for row in queryset:
            row.is_published = False
            row.save()

    model_admin = admin.site.get_model_admin(ContactPoint)
    monkeypatch.setattr(type(model_admin), "actions", [make_unpublished])


@pytest.mark.usefixtures("with_an_action")
class TestActions:
    url = "/en/admin/contacts/contactpoint/"

    @pytest.fixture
    def client_of_ola(self, ola):
        client = Client()
        client.force_login(ola)
        return client

    def test_rows_carry_the_version_that_was_seen(self, client_of_ola, shared):
        page = client_of_ola.get(self.url).content.decode()
        assert f'name="seen-{shared.pk}" value="{shared.version}"' in page

    def test_rows_as_they_were_seen_are_changed(self, client_of_ola, shared):
        client_of_ola.post(self.url, chosen(shared, **{f"seen-{shared.pk}": shared.version}))
        assert not newest(shared).is_published

    def test_one_row_changed_meanwhile_holds_back_all_and_is_named(self, client_of_ola, shared, district, kari):
        other = make_contact_point(Function.POLICE_CONTACT, owner=district)
        seen = {f"seen-{row.pk}": row.version for row in (shared, other)}
        row = newest(shared)
        row.phone, row._history_user = "12340002", kari
        row.save()
        answer = client_of_ola.post(self.url, chosen(shared, other, **seen), follow=True).content.decode()
        assert shared.key in answer
        assert "Kari Eksempel" in answer
        assert newest(shared).is_published
        assert newest(other).is_published

    def test_a_row_of_which_no_version_was_seen_is_not_touched(self, client_of_ola, shared):
        client_of_ola.post(self.url, chosen(shared))
        client_of_ola.post(self.url, chosen(shared, select_across="1"))
        assert newest(shared).is_published


@pytest.fixture
def edited_in_the_list(monkeypatch):
    model_admin = type(admin.site.get_model_admin(Person))
    monkeypatch.setattr(model_admin, "list_display", ["name", "work_title"])
    monkeypatch.setattr(model_admin, "list_editable", ["work_title"])


@pytest.mark.usefixtures("edited_in_the_list")
def test_a_row_overtaken_in_a_list_is_not_written_and_neither_are_the_others(district, kari, ola):
    people = [make_person(name, owner=district) for name in ("Per Eksempel", "Pål Eksempel")]
    client, url = Client(), "/en/admin/contacts/person/"
    client.force_login(ola)
    sent = hidden_fields(client.get(url)) | {"form-0-work_title": "A", "form-1-work_title": "B", "_save": ""}
    row = newest(people[0])
    row.work_title, row._history_user = "C", kari
    row.save()
    answer = client.post(url, sent)
    assert answer.status_code == 200
    assert "Kari Eksempel" in answer.content.decode()
    assert [newest(person).work_title for person in people] == ["C", ""]


def test_every_editing_form_of_the_admin_carries_the_version():
    scoped = [one for one in admin.site._registry.values() if isinstance(one, ScopedModelAdmin)]
    assert scoped
    for model_admin in scoped:
        for one in [model_admin, *model_admin.inlines]:
            assert issubclass(one.form, VersionedModelForm), one
        assert all(issubclass(inline.formset, InlineFormSet) for inline in model_admin.inlines)


def test_pages_with_the_form_pack_show_the_version_and_the_conflict(point):
    fresh = render_crispy_form(PointForm(instance=point))
    assert f'name="seen" value="{point.version}"' in fresh
    data = opened(point, phone="12340002")
    changed_by_somebody_else(point, phone="12340003")
    form = form_of(point, data)
    assert not form.is_valid()
    told = render_crispy_form(form)
    assert all(text in told for text in ['name="newest"', "12 34 00 03", 'value="12340002"', 'name="choice-phone"'])


def test_two_who_change_the_same_user(district):
    administrator = make_user((Role.USER_ADMINISTRATOR, None))
    user = make_user(name="Per Eksempel")
    editor = Editor(administrator, user)
    user.name = "Pål Eksempel"
    user.save()
    answer = editor.save(name="Per Olav Eksempel")
    assert answer.status_code == 200
    assert "Pål Eksempel" in answer.content.decode()
    assert newest(user).name == "Pål Eksempel"


def test_logging_in_overtakes_nobody_and_is_no_change(district):
    user = make_user(name="Per Eksempel")
    editor = Editor(make_user((Role.USER_ADMINISTRATOR, None)), user)
    user.last_login = timezone.now()
    user.save(update_fields=["last_login"])
    assert user.history.count() == 1
    assert editor.save(name="Pål Eksempel").status_code == 302


def test_what_no_check_finds_is_told_and_is_no_error(rf):
    @again_when_overtaken
    def view(request):
        raise IntegrityError

    assert view(rf.post("/en/admin/")).status_code == 409
