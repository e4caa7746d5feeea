"""Whoever coordinates one SLT scheme meets only refusals in another: at every address of the desk and of the admin, for
the scheme itself and for its groups as bodies; under its own address, and under that of one's own."""

import re
from types import SimpleNamespace

import pytest
from django.urls import reverse

from contacts.models import Role
from contacts.tests.factories import make_district, make_grant, make_municipality, make_user
from councils.models import ActionItem, Meeting, StandingItem, YearWheelTask
from councils.tests.factories import make_item, make_meeting, make_member
from portal.tests.access.addresses import addresses
from slt.tests.factories import (
    make_coordinator,
    make_dialogue,
    make_event,
    make_finding,
    make_group,
    make_keeper,
    make_measure,
    make_priority,
    make_scheme,
    make_year,
)

pytestmark = pytest.mark.django_db

REFUSED = {403, 404, 405}
SECRET = "Bare for egen ordning"
# A word that leads to no row of either scheme, where an address asks for one that is of no interest here.
ANYTHING = {"number": 1, "format": "csv"}
SENT = {"reason": "En grunn som holder", "seen": 1, "name": "Prøve", "last": "2026-01-01"}


def one_scheme(name):
    """With a row of everything that is named in an address."""
    scheme = make_scheme(make_municipality(district=make_district()), name=f"{SECRET} {name}")
    group, year = make_group(scheme, name=f"{SECRET} gruppe {name}"), make_year(scheme)
    dialogue = make_dialogue(scheme, title=f"{SECRET} dialog {name}", visibility="internal")
    meeting = make_meeting(group, status=Meeting.Status.PLANNED)
    item = make_item(meeting, title=f"{SECRET} sak {name}")
    rows = [
        *(scheme.areas.get(), make_coordinator(scheme), make_event(dialogue), make_member(group), item),
        *(make_finding(year, text=f"{SECRET} funn {name}"), make_priority(year), make_measure(year)),
        ActionItem.objects.create(body=group, item=item, what=f"{SECRET} oppgave {name}"),
        StandingItem.objects.create(body=group, title="Prøve"),
        YearWheelTask.objects.create(body=group, month=1, title="Prøve"),
    ]
    return SimpleNamespace(scheme=scheme, group=group, year=year, dialogue=dialogue, meeting=meeting, rows=rows)


@pytest.fixture
def mine():
    return one_scheme("A")


@pytest.fixture
def others():
    return one_scheme("B")


@pytest.fixture(params=["of the scheme", "of the municipality", "of a group"])
def coordinator(request, client, mine):
    town = mine.scheme.municipalities.get()
    body = {"of the scheme": mine.scheme.slug, "of the municipality": "", "of a group": mine.group.slug}
    user = make_user()
    make_grant(user, Role.SLT_COORDINATOR, town, body=body[request.param])
    client.force_login(user)


def routes(prefix):
    found = [address.route for address in addresses() if address.route.startswith(prefix)]
    assert found
    return found


def filled(route, words):
    """The address itself; None where it asks for a word that is not among these."""
    named = re.findall(r"<(?:\w+:)?(\w+)>", route)
    if not set(named) <= words.keys():
        return None
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(words[found[1]]), route)


def words_of(world, slug):
    return ANYTHING | {
        "slug": slug,
        "year": world.year.year,
        "group": world.group.slug,
        "dialogue": world.dialogue.slug,
        "date": world.meeting.date.isoformat(),
        "strategy": "finnes-ikke",
        "plan": "finnes-ikke",
    }


def asked(client, urls):
    """[(verb, address, status)] of all that was not refused."""
    answers = []
    for url in dict.fromkeys(urls):
        for verb, send in (("GET", client.get), ("POST", lambda url: client.post(url, SENT))):
            answer = send(url)
            shows = SECRET.encode() in getattr(answer, "content", b"") and " B" in answer.content.decode()
            if answer.status_code not in REFUSED or shows:
                answers.append((verb, url, answer.status_code))
    return answers


@pytest.mark.usefixtures("coordinator")
def test_under_the_address_of_another_scheme_every_page_of_its_desk_is_refused(client, others):
    words = words_of(others, others.scheme.slug)
    urls = [
        filled(route, words | {"pk": row.pk})
        for route in routes("skrivebord/slt/<slug:slug>")
        for row in others.rows[: 2 if "<int:pk>" in route else 1]
    ]
    assert len(urls) > 40
    assert asked(client, urls) == []


@pytest.mark.usefixtures("coordinator")
def test_under_the_address_of_a_group_of_another_scheme_every_page_of_a_body_is_refused(client, others):
    words = words_of(others, others.group.slug)
    urls = [
        filled(route, words | {"pk": row.pk})
        for route in routes("skrivebord/organ/<slug:slug>")
        for row in others.rows[: 2 if "<int:pk>" in route else 1]
    ]
    assert len([url for url in urls if url]) > 40
    assert asked(client, filter(None, urls)) == []


def test_under_ones_own_address_no_row_of_another_scheme_is_found(client, mine, others):
    """The rows of others have numbers that no row of one's own has."""
    client.force_login(make_keeper(mine.scheme))
    own = {(type(row), row.pk) for row in mine.rows}
    foreign = [row for row in others.rows if not any((kind, row.pk) in own for kind, _pk in own)]
    assert len(foreign) > 5
    words = words_of(mine, mine.scheme.slug)
    urls = [
        filled(route, words | {"pk": row.pk, "dialogue": others.dialogue.slug, "group": others.group.slug})
        for route in routes("skrivebord/slt/<slug:slug>")
        for row in foreign
        if "<int:pk>" in route or "<slug:dialogue>" in route or "<slug:group>" in route
    ]
    assert asked(client, urls) == []


@pytest.mark.usefixtures("coordinator")
def test_every_page_of_the_admin_about_a_row_of_another_scheme_is_refused(client, others):
    rows = [others.scheme, others.year, others.dialogue, others.group, *others.rows]
    urls = []
    for row in rows:
        name = f"{row._meta.app_label}_{row._meta.model_name}"
        if (row._meta.app_label, row._meta.model_name) in IN_ADMIN:
            urls += [reverse(f"admin:{name}_{page}", args=[row.pk]) for page in ("change", "history", "delete")]
    assert len(urls) > 20
    assert asked(client, urls) == []


IN_ADMIN = {
    *(("slt", kind) for kind in ("scheme", "coordinator", "group", "cycleyear", "finding", "priority", "measure")),
    ("slt", "dialogueprocess"),
    *(("councils", kind) for kind in ("member", "meeting", "agendaitem", "actionitem", "standingitem")),
    ("councils", "yearwheeltask"),
}


@pytest.mark.usefixtures("coordinator")
@pytest.mark.parametrize("address", ["/skrivebord/", "/skrivebord/slt/", "/skrivebord/mangler/", "/admin/"])
def test_no_first_page_or_list_names_what_is_of_another_scheme(client, mine, others, address):
    lists = (
        [reverse(f"admin:{app}_{kind}_changelist") for app, kind in sorted(IN_ADMIN)] if address == "/admin/" else []
    )
    for url in (address, *lists):
        answer = client.get(url)
        assert answer.status_code in {200, 403}, url
        assert f"{SECRET} B" not in answer.content.decode(), url
        assert f"{SECRET} funn B" not in answer.content.decode(), url
        assert f"{SECRET} gruppe B" not in answer.content.decode(), url


def test_in_ones_own_scheme_the_same_pages_open(client, mine):
    """Or else everything above would be refused for another reason."""
    client.force_login(make_keeper(mine.scheme))
    for name, args in {
        "scheme_desk": [mine.scheme.slug],
        "scheme_frame": [mine.scheme.slug],
        "cycle_desk": [mine.scheme.slug, mine.year.year],
        "edit_dialogue": [mine.scheme.slug, mine.dialogue.slug],
        "edit_group": [mine.scheme.slug, mine.group.slug],
        "body_desk": [mine.group.slug],
        "admin:slt_scheme_change": [mine.scheme.pk],
    }.items():
        assert client.get(reverse(name, args=args)).status_code == 200, name
