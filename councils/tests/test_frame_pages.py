"""Founding a council, what it is, its municipalities and members: for secretaries, the police and administrators."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from contacts.models import Municipality, Role
from contacts.tests.factories import make_district, make_municipality, make_user
from councils.desk.frame_forms import NewCouncilForm
from councils.models import Agreement, BodyMunicipality, Council, Member, StandingItem
from councils.tests.factories import make_council, make_member, make_reader, make_secretary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
A_DAY = datetime.timedelta(days=1)
# Synthetic: nobody has it.
IDENTITY_NUMBER = "018180 00282"


@pytest.fixture
def municipality(district):
    return make_municipality("Prøvedal", district=district)


@pytest.fixture
def council(municipality):
    return make_council(municipality, name="Politirådet i Prøvedal")


@pytest.fixture
def secretary(client, municipality):
    """Of the whole municipality."""
    user = make_user((Role.COUNCIL_SECRETARY, municipality))
    client.force_login(user)
    return user


@pytest.fixture
def found(client, secretary, municipality):
    def send(**fields):
        sent = {
            "municipality": municipality.pk,
            "name": "Politirådet i Prøvedal",
            "form": "municipal",
            "status": "active",
            "status_since": TODAY.isoformat(),
        }
        return client.post("/en/skrivebord/organ/nytt/", sent | fields)

    return send


def page(name, body, *more):
    return reverse(name, args=[body.slug, *more])


def frame_of(council, **fields):
    """As the form shows it."""
    names = ("name", "form", "city_district", "status", "status_note", "minimum_meetings", "language")
    visibility = ("meetings_visibility", "items_visibility")
    own = {name: getattr(council, name) for name in (*names, *visibility)}
    return own | {"status_since": council.status_since.isoformat(), "seen": council.version} | fields


# Founding


def test_a_council_is_founded_with_an_address_of_its_own(found, municipality):
    response = found()
    council = Council.objects.get(slug="politiradet-i-provedal")
    assert response.url == f"/en/skrivebord/organ/{council.slug}/rammer/"
    assert [*council.municipalities.all()] == [municipality]


def test_a_namesake_gets_another_address(found):
    make_council(name="x", slug="politiradet-i-provedal")
    assert "politiradet-i-provedal-2" in found().url


def test_that_the_police_have_invited_is_said_also_where_a_council_was_before(found, council):
    Council.objects.get(pk=council.pk).delete()
    assert found(status="invited").status_code == 302


def test_a_second_active_council_is_refused_with_the_other_named_and_the_way_out(found, council):
    text = found().content.decode()
    assert council.name in text
    assert "Join it" in text
    assert Council.objects.filter(name="Politirådet i Prøvedal").count() == 1


def test_one_that_was_founded_while_the_form_was_checked_is_told_as_well(found, council, monkeypatch):
    monkeypatch.setattr(NewCouncilForm, "municipalities_of", lambda form: [])
    text = found().content.decode()
    assert f">{council.name}</a>" in text
    assert Council.objects.filter(name="Politirådet i Prøvedal").count() == 1


def test_beside_an_active_council_another_may_be_of_another_form_or_not_active(found, council):
    assert found(form="inter_municipal").status_code == 302
    assert found(status="considered").status_code == 302


def test_for_a_municipality_that_was_merged_away_the_successor_is_named(found):
    moss = Municipality.objects.filter(valid_to__isnull=False, successions__kind="merged").first()
    heir = founding_heirs(moss)[0]
    text = found(municipality=moss.pk).content.decode()
    assert heir.name in text
    assert not BodyMunicipality.objects.filter(municipality=moss).exists()


def founding_heirs(municipality):
    from councils.founding import heirs_of

    return heirs_of(municipality)


def test_a_municipality_of_others_is_no_choice(found):
    other = make_municipality(district=make_district())
    assert found(municipality=other.pk).status_code == 200
    assert not BodyMunicipality.objects.filter(municipality=other).exists()


def test_whoever_keeps_one_council_only_founds_none(client, council):
    client.force_login(make_secretary(council))
    assert client.get("/skrivebord/organ/nytt/").status_code == 403


def test_the_police_coordinator_founds_one_in_the_district(client, district, municipality):
    client.force_login(make_user((Role.POLICE_COORDINATOR, district)))
    text = client.get("/skrivebord/organ/nytt/").content.decode()
    assert municipality.name in text


def test_the_database_refuses_what_no_form_asked(council, municipality):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_council(municipality)


# The frame


def test_the_frame_is_saved(client, secretary, council):
    response = client.post(page("council_frame", council), frame_of(council, secretariat="Oppvekst", status="dormant"))
    council.refresh_from_db()
    assert (response.status_code, council.secretariat, council.status) == (302, "Oppvekst", "dormant")
    assert council.areas.get().active_as == ""


def test_becoming_active_beside_another_is_explained_at_the_status(client, secretary, council, municipality):
    dormant = make_council(municipality, status="dormant")
    text = client.post(page("council_frame", dormant), frame_of(dormant, status="active")).content.decode()
    assert council.name in text
    assert Council.objects.get(pk=dormant.pk).status == "dormant"


def test_two_who_save_at_once_do_not_overwrite_each_other(client, secretary, council):
    mine = frame_of(council, secretariat="Min")
    council.secretariat = "Deres"
    council.save()
    assert client.post(page("council_frame", council), mine).status_code == 200
    assert Council.objects.get(pk=council.pk).secretariat == "Deres"


def test_an_identity_number_in_the_purpose_is_refused(client, secretary, council):
    response = client.post(page("council_frame", council), frame_of(council, purpose=f"Om {IDENTITY_NUMBER}"))
    assert "purpose" in response.context["form"].errors
    assert Council.objects.get(pk=council.pk).purpose == ""


@pytest.mark.parametrize("name", ["council_frame", "body_municipalities", "members", "new_member"])
def test_the_police_and_the_area_administrator_reach_the_frame(client, district, council, name):
    for role in (Role.POLICE_COORDINATOR, Role.AREA_ADMINISTRATOR):
        client.force_login(make_user((role, district)))
        assert client.get(page(name, council)).status_code == 200


@pytest.mark.parametrize("name", ["agreements", "new_agreement", "standing_items", "body_desk"])
def test_but_not_the_records(client, district, council, name):
    for role in (Role.POLICE_COORDINATOR, Role.AREA_ADMINISTRATOR):
        client.force_login(make_user((role, district)))
        assert client.get(page(name, council)).status_code == 403


@pytest.mark.parametrize("name", ["council_frame", "body_municipalities", "members", "agreements", "standing_items"])
def test_another_body_answers_as_one_that_is_not_there(client, secretary, name):
    for slug in (make_council().slug, "finnes-ikke"):
        assert client.get(reverse(name, args=[slug])).status_code == 404


def test_a_member_changes_nothing_of_the_frame(client, council):
    client.force_login(make_reader(council))
    assert client.get(page("council_frame", council)).status_code == 403


def test_the_list_holds_those_of_the_area(client, secretary, council):
    other = make_council(name="Et annet råd")
    text = client.get("/skrivebord/organ/").content.decode()
    assert council.name in text
    assert other.name not in text


# Municipalities


def test_a_neighbour_joins_and_leaves(client, district, council):
    client.force_login(make_user((Role.POLICE_COORDINATOR, district)))
    neighbour = make_municipality("Prøvenes", district=district)
    sent = {"municipality": neighbour.pk, "first": TODAY.isoformat()}
    assert client.post(page("body_municipalities", council), sent).status_code == 302
    area = council.areas.get(municipality=neighbour)
    ended = {"last": TODAY.isoformat(), "seen": area.version}
    assert client.post(page("end_municipality", council, area.pk), ended).status_code == 302
    area.refresh_from_db()
    assert area.valid_to == TODAY


def test_a_council_is_of_at_least_one_municipality(client, secretary, council):
    area = council.areas.get()
    ended = {"last": TODAY.isoformat(), "seen": area.version}
    assert "only municipality" in client.post(page("end_municipality", council, area.pk), ended).content.decode()
    assert council.areas.get().valid_to is None


# Members


@pytest.fixture
def mayor(council):
    return make_member(council, role="ordfører", kind="leader", valid_from=TODAY - A_DAY * 400)


def place(**fields):
    return {"role": "rådmann", "kind": "member", "agency": "municipality", "valid_from": TODAY.isoformat()} | fields


def test_a_member_is_added_with_the_role_alone(client, secretary, council):
    assert client.post(page("new_member", council), place()).status_code == 302
    assert Member.objects.get(body=council).role == "rådmann"


def test_a_name_is_published_only_where_there_is_one(client, secretary, council):
    assert "no name" in client.post(page("new_member", council), place(name_is_public="on")).content.decode()
    assert not Member.objects.filter(body=council).exists()


def test_an_end_before_the_start_is_refused_at_the_field(client, secretary, council):
    response = client.post(page("new_member", council), place(valid_to=(TODAY - A_DAY).isoformat()))
    assert "valid_to" in response.context["form"].errors


def test_a_second_leader_is_refused(client, secretary, council, mayor):
    assert "already a leader" in client.post(page("new_member", council), place(kind="leader")).content.decode()


def test_somebody_new_begins_and_the_one_before_ends_the_day_before(client, secretary, council, mayor):
    sent = {"first": TODAY.isoformat(), "name": "Ny Eksempel", "seen": mayor.version}
    assert client.post(page("replace_member", council, mayor.pk), sent).status_code == 302
    mayor.refresh_from_db()
    new = Member.objects.get(body=council, valid_to=None)
    assert (mayor.valid_to, new.valid_from, new.kind, new.public_name) == (TODAY - A_DAY, TODAY, "leader", "")


def test_a_member_ends_and_stays_in_the_list_of_those_who_were(client, secretary, council, mayor):
    last = TODAY - A_DAY
    client.post(page("end_member", council, mayor.pk), {"last": last.isoformat(), "seen": mayor.version})
    response = client.get(page("members", council))
    assert (response.context["present"], response.context["past"]) == ([], [mayor])
    assert client.get(page("edit_member", council, mayor.pk)).status_code == 404


def test_whoever_acts_on_what_another_changed_is_told(client, secretary, council, mayor):
    sent = {"first": TODAY.isoformat(), "seen": mayor.version}
    mayor.role = "varaordfører"
    mayor.save()
    assert "Changed meanwhile" in client.post(page("replace_member", council, mayor.pk), sent).content.decode()
    assert Member.objects.filter(body=council).count() == 1


def test_a_member_of_another_body_is_not_there(client, secretary, council):
    assert client.get(page("edit_member", council, make_member().pk)).status_code == 404


# What the secretary keeps beside the meetings


def test_an_agreement_is_saved(client, secretary, council):
    sent = {"parties": "Prøvedal og politiet", "status": "signed", "is_public": "on"}
    assert client.post(page("new_agreement", council), sent).status_code == 302
    agreement = Agreement.objects.get(council=council)
    assert client.get(page("agreement", council, agreement.pk)).status_code == 200


def test_a_standing_item_is_added_changed_and_taken_away(client, secretary, council):
    sent = {"title": "Situasjonen", "theme": "safety", "visibility": "public"}
    client.post(page("standing_items", council), sent)
    item = StandingItem.objects.get(body=council)
    changed = sent | {"title": "Situasjonen nå", "position": 1, "seen": item.version}
    client.post(page("standing_item", council, item.pk), changed)
    assert StandingItem.objects.get(pk=item.pk).title == "Situasjonen nå"
    client.post(page("delete_standing_item", council, item.pk))
    assert not StandingItem.objects.filter(pk=item.pk).exists()
