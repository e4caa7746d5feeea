"""The pages on which an organisational change is planned: who gets in, what they show, and what they refuse."""

import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from contacts import gazetteer
from contacts.models import (
    Function,
    Municipality,
    OrganisationalChange,
    PoliceDistrict,
    PostalCode,
    Role,
)
from contacts.services import organisational_change
from contacts.tests.factories import make_assignment, make_contact_point, make_person, make_user
from portal.tests.document import Document
from portal.tests.html import invalid

pytestmark = pytest.mark.django_db

LIST = "/en/skrivebord/organisasjonsendringer/"
MERGE = f"{LIST}ny/kommuner-slas-sammen/"
TRANSFER = f"{LIST}ny/kommune-flyttes/"
FILE = f"{LIST}fil/"
EVERYWHERE = (Role.AREA_ADMINISTRATOR, None)
HEADER = "old_number,old_name,new_number,new_name,change_date,kind"


def in_a_year():
    return timezone.localdate().replace(month=1, day=1) + datetime.timedelta(days=366)


@pytest.fixture
def sor_vest():
    return PoliceDistrict.objects.get(slug="sor-vest")


@pytest.fixture
def place():
    return lambda slug: Municipality.objects.get(slug=slug)


@pytest.fixture
def enter(client):
    def enter(*grants, **fields):
        client.force_login(make_user(*grants, **fields))
        return client

    return enter


@pytest.fixture
def coordinator(enter, sor_vest):
    return enter((Role.POLICE_COORDINATOR, sor_vest))


@pytest.fixture
def merger(place):
    """Bokn and Utsira into a new municipality, as typed."""
    return {
        "municipalities": [place("bokn").pk, place("utsira").pk],
        "name": "Prøveøyane",
        "number": "1199",
        "date": in_a_year().isoformat(),
    }


def text_of(answer):
    return " ".join(Document(answer.content.decode()).all("main")[0].text.split())


def planned(client, url, data):
    """The change that the form made."""
    answer = client.post(url, data)
    assert answer.status_code == 302, text_of(answer)
    return OrganisationalChange.objects.get(pk=int(answer.headers["Location"].rstrip("/").rpartition("/")[2]))


def press(client, change, what, **data):
    change.refresh_from_db()
    answer = client.post(f"{LIST}{change.pk}/{what}/", {"version": change.version, **data}, follow=True)
    change.refresh_from_db()
    return answer


# The door


@pytest.mark.parametrize("role", [Role.MUNICIPAL_EDITOR, Role.USER_ADMINISTRATOR, Role.GUIDANCE_EDITOR])
@pytest.mark.parametrize("url", [LIST, MERGE, FILE])
def test_other_roles_are_refused(enter, place, role, url):
    where = place("bokn") if role == Role.MUNICIPAL_EDITOR else None
    assert enter((role, where)).get(url).status_code == 403


@pytest.mark.parametrize("url", [LIST, MERGE, FILE])
def test_whoever_is_not_logged_in_is_asked_to(client, url):
    assert client.get(url).status_code == 302


def test_an_auditor_reads_and_plans_nothing(enter, coordinator, merger):
    change = planned(coordinator, MERGE, merger)
    auditor = enter((Role.AUDITOR, None))
    assert auditor.get(LIST).status_code == 200
    assert auditor.get(change.get_absolute_url()).status_code == 200
    assert auditor.get(MERGE).status_code == 403
    assert press(auditor, change, "planlegg").status_code == 403
    assert change.status == "draft"


def test_another_districts_change_answers_as_one_that_does_not_exist(enter, coordinator, merger):
    change = planned(coordinator, MERGE, merger)
    stranger = enter((Role.POLICE_COORDINATOR, PoliceDistrict.objects.get(slug="vest")))
    there, missing = (stranger.get(f"{LIST}{pk}/") for pk in (change.pk, 987654))
    assert there.status_code == missing.status_code == 404
    assert press(stranger, change, "angre").status_code == 404
    assert str(change) not in text_of(stranger.get(LIST))


def test_a_coordinator_is_offered_the_own_districts_municipalities(coordinator, place):
    page = coordinator.get(MERGE).content.decode()
    assert f'value="{place("bokn").pk}"' in page
    assert f'value="{place("bergen").pk}"' not in page


def test_a_municipality_of_another_district_is_refused_even_when_its_id_is_sent(coordinator, place, merger):
    answer = coordinator.post(MERGE, merger | {"municipalities": [place("bokn").pk, place("bergen").pk]})
    assert answer.status_code == 200
    assert not OrganisationalChange.objects.exists()


def test_only_the_whole_country_changes_police_districts(coordinator, enter):
    url = f"{LIST}ny/politidistrikter-slas-sammen/"
    assert coordinator.get(url).status_code == 403
    assert enter(EVERYWHERE).get(url).status_code == 200


def test_a_coordinator_cannot_move_a_municipality_out_of_the_district(coordinator, place):
    vest = PoliceDistrict.objects.get(slug="vest")
    data = {"municipality": place("bokn").pk, "district": vest.pk, "date": in_a_year().isoformat()}
    assert coordinator.post(TRANSFER, data).status_code == 200
    assert not OrganisationalChange.objects.exists()


def test_an_administrator_of_both_districts_can(enter, place, sor_vest):
    vest = PoliceDistrict.objects.get(slug="vest")
    client = enter((Role.AREA_ADMINISTRATOR, sor_vest), (Role.AREA_ADMINISTRATOR, vest))
    data = {"municipality": place("bokn").pk, "district": vest.pk, "date": in_a_year().isoformat()}
    assert planned(client, TRANSFER, data).kind == "transfer"


def test_an_administrator_of_one_of_them_cannot(enter, place, sor_vest):
    client = enter((Role.AREA_ADMINISTRATOR, sor_vest))
    data = {
        "municipality": place("bokn").pk,
        "district": PoliceDistrict.objects.get(slug="vest").pk,
        "date": in_a_year().isoformat(),
    }
    assert client.post(TRANSFER, data).status_code == 200
    assert not OrganisationalChange.objects.exists()


@pytest.mark.parametrize(
    "url",
    [
        LIST,
        FILE,
        *(
            f"{LIST}ny/{what}/"
            for what in (
                "kommuner-slas-sammen",
                "kommune-deles",
                "kommune-far-nytt-navn",
                "kommune-far-nytt-nummer",
                "kommune-flyttes",
                "politidistrikter-slas-sammen",
                "politidistrikt-deles",
                "politidistrikt-far-nytt-navn",
            )
        ),
    ],
)
def test_every_page_is_valid_and_has_one_heading(enter, url):
    answer = enter(EVERYWHERE).get(url)
    assert answer.status_code == 200
    assert not invalid({url: answer.content.decode()})
    assert len(Document(answer.content.decode()).all("h1")) == 1


def test_an_unknown_kind_of_change_does_not_exist(coordinator):
    assert coordinator.get(f"{LIST}ny/kommune-forsvinner/").status_code == 404


# Planning


def test_a_merger_shows_what_changes_before_it_is_scheduled(coordinator, merger, place, sor_vest):
    point = make_contact_point(owner=place("bokn"), phone="51234567")
    make_assignment(point, make_person("Bokn Eksempel", owner=place("bokn")))
    make_user((Role.MUNICIPAL_EDITOR, place("bokn")), email="bokn@eksempel.example")
    change = planned(coordinator, MERGE, merger)
    shown = text_of(coordinator.get(change.get_absolute_url()))
    assert "/en/kommuner/proveoyane/" in shown
    assert "leads to Prøveøyane" in shown
    assert point.key in shown
    assert "municipal editor".capitalize() in shown
    assert "51 23 45 67" in shown
    assert "5547" not in shown
    assert Municipality.objects.get(slug="bokn").valid_to is None
    assert not Municipality.objects.filter(slug="proveoyane").exists()


def test_names_of_people_outside_the_area_are_counted_and_not_told(coordinator, merger, place):
    make_assignment(make_contact_point(owner=place("bokn")), make_person("Bokn Eksempel", owner=place("bokn")))
    make_user((Role.MUNICIPAL_EDITOR, place("bokn")), email="bokn@eksempel.example")
    shown = text_of(coordinator.get(planned(coordinator, MERGE, merger).get_absolute_url()))
    assert "Bokn Eksempel" not in shown
    assert "bokn@eksempel.example" not in shown


def test_names_of_people_in_the_area_are_told(enter, merger, place):
    make_assignment(make_contact_point(owner=place("bokn")), make_person("Bokn Eksempel", owner=place("bokn")))
    client = enter(EVERYWHERE)
    assert "Bokn Eksempel" in text_of(client.get(planned(client, MERGE, merger).get_absolute_url()))


def test_it_is_scheduled_and_undone(coordinator, merger):
    change = planned(coordinator, MERGE, merger)
    press(coordinator, change, "planlegg")
    assert change.status == "scheduled"
    press(coordinator, change, "angre")
    assert change.status == "undone"
    assert organisational_change.apply_due(in_a_year()) == 0


def test_pressing_on_an_old_page_changes_nothing(coordinator, merger):
    change = planned(coordinator, MERGE, merger)
    coordinator.post(f"{LIST}{change.pk}/planlegg/", {"version": change.version + 1})
    change.refresh_from_db()
    assert change.status == "draft"


@pytest.mark.parametrize("version", ["", "x", "99999999999999999999"])
def test_a_press_without_a_version_changes_nothing(coordinator, merger, version):
    change = planned(coordinator, MERGE, merger)
    assert coordinator.post(f"{LIST}{change.pk}/planlegg/", {"version": version}).status_code == 302
    change.refresh_from_db()
    assert change.status == "draft"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"number": "119"}, "four digits"),
        ({"number": "7799"}, "No county has the number 77"),
        ({"number": "1149"}, "belongs to Karmøy"),
        ({"name": "Karmøy"}, "another one called Karmøy"),
        ({"name": ""}, "needs this"),
        ({"name": "---"}, "not a name"),
        ({"date": "2020-01-01"}, "has passed"),
        ({"date": "2150-01-01"}, "years ahead"),
        ({"date": "soon"}, "valid date"),
        ({"municipalities": []}, "required"),
    ],
    ids=lambda value: str(value),
)
def test_what_is_wrong_is_said_and_nothing_is_planned(coordinator, merger, wrong, why):
    answer = coordinator.post(MERGE, merger | wrong)
    assert why in text_of(answer)
    assert not OrganisationalChange.objects.exists()


def test_a_merger_of_one_is_refused(coordinator, merger, place):
    answer = coordinator.post(MERGE, merger | {"municipalities": [place("bokn").pk]})
    assert "at least two" in text_of(answer)


def test_a_second_plan_for_the_same_municipality_names_the_first(coordinator, merger):
    press(coordinator, planned(coordinator, MERGE, merger), "planlegg")
    answer = coordinator.post(MERGE, merger | {"name": "Annetnavn", "number": "1198"})
    assert "Bokn, Utsira → Prøveøyane" in text_of(answer)


def test_a_division_asks_who_gets_what(coordinator, place):
    karmoy = place("karmoy")
    point = make_contact_point(owner=karmoy)
    data = {
        "unit_that_ends": karmoy.pk,
        "name_1": "Prøvenes",
        "number_1": "1197",
        "name_2": "Karmøy",
        "number_2": "1198",
        "date": in_a_year().isoformat(),
    }
    change = planned(coordinator, f"{LIST}ny/kommune-deles/", data)
    page = coordinator.get(change.get_absolute_url())
    assert "it is not said who gets" in text_of(page)
    fields = page.context["form"].initial | {
        name: field.initial for name, field in page.context["form"].fields.items() if field.initial is not None
    }
    answer = coordinator.post(f"{LIST}{change.pk}/fordeling/", fields, follow=True)
    assert "stands in the way" not in text_of(answer)
    press(coordinator, change, "planlegg")
    assert change.status == "scheduled"
    assert organisational_change.apply_due(in_a_year()) == 1
    point.refresh_from_db()
    assert point.owner.name == "Karmøy"
    assert point.owner != karmoy
    assert not PostalCode.objects.filter(municipality=karmoy).exists()


def test_a_division_with_a_foreign_successor_is_refused(coordinator, merger, place):
    make_contact_point(owner=place("bokn"))
    make_contact_point(owner=place("utsira"))
    change = planned(coordinator, MERGE, merger)
    form = coordinator.get(change.get_absolute_url()).context["form"]
    assert form is not None
    answer = coordinator.post(f"{LIST}{change.pk}/fordeling/", {"version": "x"})
    assert answer.status_code == 200


def test_whoever_divides_after_somebody_else_is_told_and_loses_nothing_chosen(coordinator, merger, place):
    points = [make_contact_point(owner=place(slug)) for slug in ("bokn", "utsira")]
    change = planned(coordinator, MERGE, merger)
    seen = change.version
    press(coordinator, change, "fordeling", **{f"contacts-contactpoint-{point.pk}": "on" for point in points})
    chosen = {"version": seen, f"contacts-contactpoint-{points[0].pk}": "on"}
    answer = coordinator.post(f"{LIST}{change.pk}/fordeling/", chosen)
    assert "Somebody changed this" in text_of(answer)
    assert not change.allotments.exists()
    form = answer.context["form"]
    assert form["version"].value() == change.version
    assert not form[f"contacts-contactpoint-{points[1].pk}"].value()
    press(coordinator, change, "fordeling", **chosen | {"version": change.version})
    assert change.allotments.get().key == str(points[1].pk)


# Afterwards, for those who read


@pytest.fixture
def after_the_merger(coordinator, merger):
    """The day has come: Bokn and Utsira are Prøveøyane."""
    press(coordinator, planned(coordinator, MERGE, merger), "planlegg")
    with time_machine.travel(datetime.datetime.combine(in_a_year(), datetime.time(12)), tick=False):
        assert organisational_change.apply_due(in_a_year()) == 1
        gazetteer.check_again()
        yield Client()
    gazetteer.check_again()


def test_the_old_address_leads_to_the_new_page_which_says_why(after_the_merger):
    answer = after_the_merger.get("/en/kommuner/bokn/", follow=True)
    assert answer.redirect_chain[0][0].startswith("/en/kommuner/proveoyane/")
    assert "Bokn became part of Prøveøyane" in text_of(answer)


@pytest.mark.parametrize("typed", ["Utsira", "1151 Utsira", "1199", "5547", "prøveøyane"])
def test_the_old_and_the_new_name_number_and_postal_code_lead_to_it(after_the_merger, typed):
    answer = after_the_merger.get("/en/sok/", {"q": typed}, follow=True)
    assert answer.redirect_chain[-1][0].startswith("/en/kommuner/proveoyane/")


def test_the_map_shows_it_in_the_outlines_of_those_it_came_from(after_the_merger):
    for url in ("/en/kommuner/kart/", "/en/politidistrikter/sor-vest/"):
        page = after_the_merger.get(url)
        assert page.status_code == 200
        drawn = [place.slug for place, *_path in page.context["drawing"]["shapes"]]
        assert drawn.count("proveoyane") == 2
        assert not invalid({url: page.content.decode()})


def test_every_page_about_places_still_answers(after_the_merger):
    for url in ("/en/", "/en/kommuner/", "/en/politidistrikter/", "/en/om/", "/sitemap.xml", "/readyz"):
        assert after_the_merger.get(url).status_code == 200


# From a file


def upload(client, *lines, header=HEADER):
    file = SimpleUploadedFile("changes.csv", "\n".join([header, *lines, ""]).encode())
    return client.post(FILE, {"file": file})


def test_changes_are_planned_from_a_file_and_scheduled_all_at_once(coordinator):
    day = in_a_year().isoformat()
    answer = upload(
        coordinator,
        f"1145,Bokn,1199,Prøveøyane,{day},merged",
        f"1151,Utsira,1199,Prøveøyane,{day},merged",
        f"1149,Karmøy,1149,Kormt,{day},renamed",
    )
    assert answer.status_code == 302, text_of(answer)
    page = coordinator.get(answer.headers["Location"])
    assert not invalid({FILE: page.content.decode()})
    assert OrganisationalChange.objects.count() == 2
    coordinator.post(answer.headers["Location"])
    assert set(OrganisationalChange.objects.values_list("status", flat=True)) == {"scheduled"}
    assert organisational_change.apply_due(in_a_year()) == 2
    assert Municipality.objects.get(slug="karmoy").name == "Kormt"


def test_each_bad_line_is_named_and_nothing_is_planned(coordinator):
    day = in_a_year().isoformat()
    answer = upload(
        coordinator,
        f"1145,Bokn,1199,Prøveøyane,{day},merged",
        f"9999,Ingensteds,1199,Prøveøyane,{day},merged",
        f"1149,Karmsund,1149,Kormt,{day},renamed",
        "1106,Haugesund,1106,Hauge,snart,renamed",
    )
    shown = text_of(answer)
    assert "Line 3: No municipality of today has the number 9999" in shown
    assert "Line 4: 1149 is called Karmøy, not Karmsund" in shown
    assert "Line 5: change_date" in shown
    assert not OrganisationalChange.objects.exists()


def test_one_change_that_cannot_be_planned_stops_the_whole_file(coordinator):
    day = in_a_year().isoformat()
    answer = upload(coordinator, f"1149,Karmøy,1149,Kormt,{day},renamed", f"1145,Bokn,1149,Bokn,{day},renumbered")
    assert "Line 3: The number 1149 belongs to Karmøy" in text_of(answer)
    assert not OrganisationalChange.objects.exists()


def test_a_file_that_reaches_beyond_the_area_is_refused(coordinator):
    answer = upload(coordinator, f"4601,Bergen,4601,Bjørgvin,{in_a_year()},renamed")
    assert "beyond your area" in text_of(answer)
    assert not OrganisationalChange.objects.exists()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"a,b\n1,2\n", "columns"),
        (f"{HEADER}\n".encode(), "no rows"),
        (f"{HEADER}\n1145,Bokn\n".encode(), "Line 2"),
        (f'{HEADER}\n"1145,Bokn\n'.encode(), "CSV"),
        (f"{HEADER}\n1145,B\x00kn,1,2,3,4\n".encode(), "text file"),
        (HEADER.encode() + b"\n" + b"x" * 1_000_001, "too large"),
    ],
    ids=["empty", "not text", "other columns", "no rows", "too few values", "broken quotes", "NUL", "too large"],
)
def test_a_file_that_is_none_is_refused_in_one_line(coordinator, content, why):
    answer = coordinator.post(FILE, {"file": SimpleUploadedFile("changes.csv", content)})
    assert answer.status_code == 200
    assert why in text_of(answer)


def test_a_file_from_a_norwegian_spreadsheet_is_read(coordinator):
    line = f"1149;Karmøy;1149;Kormt;{in_a_year()};renamed"
    assert upload(coordinator, line, header=HEADER.replace(",", ";")).status_code == 302


def test_a_municipality_in_two_events_of_one_file_is_refused(coordinator):
    day = in_a_year().isoformat()
    answer = upload(coordinator, f"1149,Karmøy,1149,Kormt,{day},renamed", f"1149,Karmøy,1196,Karmøy,{day},renumbered")
    assert "Line 3: Karmøy is already changed in line 2" in text_of(answer)


def test_the_police_contact_that_stays_behind_is_shown_as_such(enter, place, sor_vest):
    make_contact_point(Function.POLICE_CONTACT, owner=sor_vest, serves=[place("bokn"), place("utsira")])
    client = enter(EVERYWHERE)
    data = {
        "municipality": place("bokn").pk,
        "district": PoliceDistrict.objects.get(slug="vest").pk,
        "date": in_a_year().isoformat(),
    }
    shown = text_of(client.get(planned(client, TRANSFER, data).get_absolute_url()))
    assert "Bokn, Utsira Utsira" in shown
