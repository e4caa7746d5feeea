"""A group meets by the pages that councils have. What only councils have is not there."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from contacts.access import access_of
from contacts.models import OutgoingMail, Role
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from councils import elections, year_wheel
from councils.choices import Visibility
from councils.desk.standing import standing_of
from councils.models import ActionItem, Body, Meeting, Member, StandingItem
from councils.services.meetings import call_meeting
from councils.services.members import clear_members
from councils.tests.factories import make_action_item, make_council, make_item, make_meeting, make_member, make_reader
from slt.models import Group
from slt.services.groups import found_group
from slt.tests.factories import make_group, make_keeper, make_scheme

pytestmark = pytest.mark.django_db

Status = Meeting.Status
TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def scheme():
    return make_scheme(name="SLT i Prøve")


@pytest.fixture
def group(scheme):
    return make_group(scheme, meetings_visibility="internal", items_visibility="internal")


@pytest.fixture
def coordinator(client, scheme):
    user = make_keeper(scheme)
    client.force_login(user)
    return user


def desk(route, body, *arguments):
    return reverse(route, args=[body.slug, *arguments])


OF_MEETING = {
    "body_desk": [],
    "body_meetings": [],
    "plan_meeting": [],
    "year_wheel": [],
    "add_year_wheel_task": [],
    "plan_year": [TODAY.year + 1],
    "follow_up": [],
    "new_action_item": [],
    "members": [],
    "new_member": [],
    "standing_items": [],
}
OF_COUNCILS = {
    "council_frame": [],
    "body_municipalities": [],
    "end_municipality": [1],
    "agreements": [],
    "new_agreement": [],
    "agreement": [1],
    "agreement_files": [1],
    "confirm_members": [],
    "yearly_report": [2025],
    "draft_report_anew": [2025],
    "evaluation": [2025],
    "edit_evaluation": [2025],
    "body_strategies": [],
    "new_strategy": [],
    "body_strategy": ["strategi"],
    "edit_strategy": ["strategi"],
    "adopt_strategy": ["strategi"],
    "new_version": ["strategi"],
    "change_strategy_status": ["strategi"],
    "compare_strategies": ["strategi"],
    "body_plans": [],
    "new_plan": [],
    "body_plan": ["plan"],
    "edit_plan": ["plan"],
    "progress": ["plan"],
    "new_measure": ["plan"],
    "edit_measure": ["plan", 1],
    "delete_measure": ["plan", 1],
    "knowledge": ["plan"],
    "paste_measures": ["plan"],
}


@pytest.fixture
def meetings(group):
    """One in each state, with an item that is to be done."""
    make_member(group, kind="leader", role="oppvekstsjef", valid_from=TODAY - 90 * DAY)
    made = {}
    for number, status in enumerate(Status, start=1):
        days = number if status in (Status.PLANNED, Status.CALLED) else -number
        made[status] = make_meeting(group, days=7 * days, status=status, starts_at=datetime.time(9))
        item = make_item(made[status], number=number)
        make_action_item(group, item=item)
    return made


PAGES_OF_A_MEETING = {
    "meeting_desk": [Status.PLANNED, Status.CALLED, Status.HELD, Status.PUBLISHED, Status.CANCELLED],
    "move_meeting": [Status.PLANNED, Status.CALLED, Status.PUBLISHED],
    "cancel_meeting": [Status.PLANNED, Status.CALLED],
    "call_meeting": [Status.PLANNED],
    "notice": [Status.CALLED, Status.CANCELLED],
    "notice_pdf": [Status.CALLED],
    "agenda": [Status.PLANNED, Status.CALLED],
    "add_item": [Status.PLANNED],
    "minutes": [*Status],
    "minutes_check": [Status.DRAFT],
    "minutes_approve": [Status.CHECKED],
    "minutes_publish": [Status.APPROVED],
    "minutes_read": [Status.APPROVED],
    "minutes_file": [Status.APPROVED],
    "archive_meeting": [Status.APPROVED],
    "delete_meeting": [Status.APPROVED],
}


def addresses(group, meetings):
    yield from (desk(route, group, *arguments) for route, arguments in OF_MEETING.items())
    for route, states in PAGES_OF_A_MEETING.items():
        yield from (desk(route, group, meetings[state].date) for state in states)
    item = meetings[Status.CALLED].items.get()
    for route in ("agenda_item", "item_files", "item_visibility"):
        yield desk(route, group, item.meeting.date, item.pk)
    yield desk("edit_action_item", group, group.action_items.first().pk)
    member = group.members.first()
    yield from (desk(route, group, member.pk) for route in ("edit_member", "replace_member", "end_member"))


OF_A_COUNCIL = re.compile(r"\b(?:politi)?råd(?:et|ets)?\b", re.IGNORECASE)


def main_of(answer):
    """Nothing of a file."""
    return answer.content.decode(errors="ignore").partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_page_about_meeting_opens_for_the_coordinator_and_speaks_of_no_council(
    client, coordinator, group, meetings, language
):
    with translation.override(language):
        answers = {address: client.get(address) for address in addresses(group, meetings)}
    assert {address: answer.status_code for address, answer in answers.items() if answer.status_code != 200} == {}
    found = {address: OF_A_COUNCIL.findall(main_of(answer)) for address, answer in answers.items()}
    assert {address: words for address, words in found.items() if words} == {}


@pytest.mark.parametrize("route", OF_COUNCILS)
def test_what_only_councils_have_is_not_there_for_a_group(client, coordinator, group, route):
    """405: the page takes nothing of the kind, of whatever body."""
    address = desk(route, group, *OF_COUNCILS[route])
    answers = {client.get(address).status_code, client.post(address).status_code}
    assert 404 in answers
    assert answers <= {404, 405}


def test_every_page_of_the_desk_is_known_as_one_of_meeting_or_of_councils_alone():
    """A new page says which it is: here, and by its door."""
    from councils.desk import urls

    def names(patterns):
        for pattern in patterns:
            yield from names(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern.name]

    others = {"body_list", "new_council", "attachment_desk", "measures_file", "take_standard_year_wheel"}
    others |= {"year_wheel_task", "standing_item", "delete_standing_item", "agenda_item", "item_files"}
    others |= {"item_visibility", "edit_action_item", "edit_member", "replace_member", "end_member"}
    others |= {"minutes_autosave"}
    assert set(names(urls.urlpatterns)) == {*OF_MEETING, *PAGES_OF_A_MEETING, *OF_COUNCILS, *others}


def test_no_page_leads_to_what_only_councils_have(client, coordinator, group, meetings):
    missing = [desk(route, group, *arguments) for route, arguments in OF_COUNCILS.items() if not arguments]
    for address in addresses(group, meetings):
        links = re.findall(r'href="([^"?#]+)', client.get(address).content.decode(errors="ignore"))
        assert not set(missing) & set(links), address
        assert not [link for link in links if "/egenvurdering/" in link or "/arsrapport/" in link], address


def test_a_secretary_of_the_councils_of_the_municipality_finds_no_group(client, group, meetings):
    user = make_user((Role.COUNCIL_SECRETARY, group.municipalities.get()))
    client.force_login(user)
    assert {client.get(address).status_code for address in addresses(group, meetings)} == {404}


def test_the_coordinator_of_another_scheme_finds_no_group(client, group, meetings):
    client.force_login(make_keeper(make_scheme()))
    assert {client.get(address).status_code for address in addresses(group, meetings)} == {404}


def test_a_coordinator_finds_no_council_and_cannot_open_their_list(client, coordinator, scheme):
    council = make_council(scheme.municipalities.get())
    assert client.get(desk("body_desk", council)).status_code == 404
    assert client.get(desk("members", council)).status_code == 404
    assert client.get(reverse("body_list")).status_code == 403
    assert client.get(reverse("new_council")).status_code == 403


# Where its pages lead.


def test_the_pages_lead_back_to_the_scheme(client, coordinator, group, scheme):
    for route in ("body_desk", "members", "body_meetings"):
        page = client.get(desk(route, group)).content.decode()
        assert f'href="/skrivebord/slt/{scheme.slug}/' in page


def test_whoever_keeps_the_group_alone_is_led_to_no_scheme(client, group, scheme):
    user = make_user()
    make_grant(user, Role.SLT_COORDINATOR, scheme.municipalities.get(), body=group.slug)
    client.force_login(user)
    for route in ("body_desk", "members", "body_meetings"):
        page = client.get(desk(route, group))
        assert page.status_code == 200
        assert f"/skrivebord/slt/{scheme.slug}/" not in page.content.decode()


def test_an_administrator_keeps_the_members_and_is_led_to_nothing_that_refuses(client, group, scheme):
    district = scheme.municipalities.get().district_memberships.get().district
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, district)))
    page = client.get(desk("members", group)).content.decode()
    assert f'href="{desk("body_desk", group)}"' not in page
    links = set(re.findall(r'href="(/skrivebord/[^"?#]*)"', page))
    assert {client.get(link).status_code for link in links} == {200}


def test_a_member_reads_and_is_offered_nothing_to_do(client, group):
    planned, called = make_meeting(group, days=20), make_meeting(group, days=10, status=Status.CALLED)
    client.force_login(make_reader(group))
    answer = client.get(desk("body_desk", group))
    assert answer.context["standing"] is None
    assert desk("meeting_desk", group, called.date) in answer.content.decode()
    assert desk("meeting_desk", group, planned.date) not in answer.content.decode()
    assert client.get(desk("plan_meeting", group)).status_code == 403


# What is to be done.


def as_read(group):
    return Body.objects.get(pk=group.pk)


def test_tasks_and_todos_of_a_group_lead_to_pages_that_it_has(client, coordinator, group, meetings):
    make_member(group, is_elected=True, valid_from=elections.latest_before(TODAY) - DAY)
    make_meeting(group, days=-400, status=Status.PUBLISHED)
    ActionItem.objects.filter(body=group).update(due=TODAY - DAY)
    standing = standing_of(as_read(group), datetime.date(TODAY.year, 12, 1))
    assert standing.todos
    for link in [*standing.tasks, *standing.todos]:
        assert client.get(link.url).status_code == 200, link.url


def test_a_group_that_has_ended_plans_nothing_and_its_minutes_are_still_to_be_finished(client, coordinator, group):
    make_meeting(group, days=5)
    make_meeting(group, days=-5, status=Status.HELD)
    assert len(standing_of(as_read(group), TODAY).todos) == 2
    group.ended_on = TODAY
    group.save()
    assert [todo.url for todo in standing_of(as_read(group), TODAY).todos] == [
        desk("minutes", group, TODAY - 5 * DAY),
    ]
    page = main_of(client.get(desk("body_desk", group)))
    assert "Ikke aktiv nå" in page
    assert desk("plan_meeting", group) not in page


def test_nobody_of_a_group_is_to_be_confirmed_after_an_election(group):
    before = elections.latest_before(TODAY) - DAY
    make_member(group, is_elected=True, valid_from=before)
    assert standing_of(as_read(group), TODAY).to_confirm == 0


def test_the_first_page_has_the_group_with_its_scheme_and_its_next_meeting(client, coordinator, group):
    meeting = make_meeting(group, days=12)
    answer = client.get("/skrivebord/")
    (mine,) = answer.context["bodies"]
    assert (mine.name, mine.above, mine.next_meeting) == (group.name, "SLT i Prøve", meeting)
    page = answer.content.decode()
    assert desk("meeting_desk", group, meeting.date) in page
    assert f'href="{reverse("body_list")}"' not in page


def test_a_member_finds_the_next_meeting_that_they_are_called_to(client, group):
    make_meeting(group, days=3)
    called = make_meeting(group, days=9, status=Status.CALLED)
    client.force_login(make_reader(group))
    assert client.get("/skrivebord/").context["bodies"][0].next_meeting == called


# Meeting as councils do.


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_year_wheel_begins_with_one_for_groups(client, coordinator, scheme, language):
    group = make_group(scheme, language=language)
    client.post(desk("take_standard_year_wheel", group))
    assert group.year_wheel.filter(is_meeting=True).count() == 4
    with translation.override(language):
        expected = [str(title) for _month, title, _is_meeting, _items in year_wheel.STANDARD[Body.Kind.GROUP]]
    assert list(group.year_wheel.values_list("title", flat=True)) == expected
    assert "Meeting" not in "".join(expected)
    answer = client.get(desk("plan_year", group, TODAY.year + 1))
    assert len(answer.context["form"].tasks) == 4


def test_what_is_new_in_a_group_is_internal_until_somebody_decides_otherwise(client, coordinator, scheme):
    group = found_group(group=Group(scheme=scheme, name="Prøvegruppa", level="executing"))
    page = client.get(desk("plan_meeting", group)).context["form"]
    assert page["visibility"].value() == Visibility.INTERNAL
    client.post(desk("standing_items", group), {"title": "Runden", "theme": "other", "visibility": "internal"})
    assert client.get(desk("standing_items", group)).context["form"]["visibility"].value() == Visibility.INTERNAL
    assert StandingItem.objects.get(body=group).visibility == Visibility.INTERNAL


def test_a_leader_is_one_of_the_members_and_nobody_is_asked_whether_they_are_elected(client, coordinator, group):
    fields = {"role": "oppvekstsjef", "kind": "leader", "agency": "municipality", "valid_from": f"{TODAY}"}
    assert "is_elected" not in client.get(desk("new_member", group)).context["form"].fields
    client.post(desk("new_member", group), fields)
    assert Member.objects.get(body=group).kind == Member.Kind.LEADER


def test_of_a_group_of_several_municipalities_each_member_is_from_one_or_all(client, scheme):
    other = make_municipality(district=make_district())
    scheme.areas.create(municipality=other)
    group = make_group(scheme)
    client.force_login(make_keeper(scheme))
    form = client.get(desk("new_member", group)).context["form"]
    assert set(form.fields["municipality"].queryset) == set(scheme.municipalities.all())
    assert "råd" not in str(form.fields["municipality"].help_text)


def test_the_notice_goes_to_the_members_and_the_coordinator_of_the_group(group, scheme):
    reader, keeper = make_reader(group), make_keeper(scheme)
    make_user((Role.COUNCIL_MEMBER, scheme.municipalities.get()))
    make_user((Role.COUNCIL_SECRETARY, scheme.municipalities.get()))
    meeting = make_meeting(group, days=20, starts_at=datetime.time(9))
    make_item(meeting)
    call_meeting(meeting=meeting, by=keeper)
    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {reader.email, keeper.email}


def test_published_minutes_of_an_internal_meeting_lead_to_no_page_of_everyone(client, coordinator, group):
    hidden = make_meeting(group, status=Status.PUBLISHED, visibility=Visibility.INTERNAL)
    shown = make_meeting(group, days=-20, status=Status.PUBLISHED)
    for meeting, is_led_to in ((hidden, False), (shown, True)):
        page = client.get(desk("minutes", group, meeting.date)).content.decode()
        assert (f'href="{meeting.get_absolute_url()}"' in page) is is_led_to


def test_names_of_members_of_groups_are_cleared_when_their_time_has_come(group):
    member = make_member(group, name="Prøve Person", valid_from=TODAY - 2000 * DAY, valid_to=TODAY - 1500 * DAY)
    clear_members(TODAY)
    assert Member.objects.get(pk=member.pk).name == ""


# The editing pages.


@pytest.mark.parametrize("model", ["meeting", "agendaitem", "member", "standingitem", "yearwheeltask", "actionitem"])
def test_the_coordinator_finds_rows_of_the_group_among_the_editing_pages(client, coordinator, group, meetings, model):
    group.standing_items.create(title="Runden")
    group.year_wheel.create(title="Møte", month=3)
    rows = {
        "meeting": group.meetings,
        "agendaitem": meetings[Status.CALLED].items,
        "member": group.members,
        "standingitem": group.standing_items,
        "yearwheeltask": group.year_wheel,
        "actionitem": group.action_items,
    }
    row = rows[model].first()
    assert client.get(reverse(f"admin:councils_{model}_changelist")).status_code == 200
    assert client.get(reverse(f"admin:councils_{model}_change", args=[row.pk])).status_code == 200
    other = {"meeting": make_meeting(), "agendaitem": make_item(), "member": make_member()}.get(model)
    if other:
        assert client.get(reverse(f"admin:councils_{model}_change", args=[other.pk])).status_code == 404


def test_a_member_is_added_on_the_editing_pages_to_a_group_of_ones_own_alone(client, coordinator, group):
    make_council(group.municipalities.get())
    choices = client.get(reverse("admin:councils_member_add")).context["adminform"].form.fields["body"].queryset
    assert list(choices) == [as_read(group)]


def test_access_of_the_coordinator_reaches_no_record_of_councils(coordinator, scheme):
    council = make_council(scheme.municipalities.get())
    make_meeting(council)
    assert not Meeting.objects.visible_to(access_of(coordinator)).filter(body=council)
