"""Founding a scheme, what it is, and its municipalities: for coordinators and area administrators."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Role
from contacts.tests.factories import make_district, make_municipality, make_user
from councils.tests.factories import make_council
from slt.desk.frame_forms import NewSchemeForm
from slt.models import Scheme, SchemeMunicipality
from slt.tests.factories import make_group, make_keeper, make_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

LIST, NEW = "/en/skrivebord/slt/", "/en/skrivebord/slt/ny/"
TODAY = timezone.localdate()
A_DAY = datetime.timedelta(days=1)
# Synthetic: nobody has it.
IDENTITY_NUMBER = "018180 00282"


@pytest.fixture
def town(district):
    return make_municipality("Prøvedal", district=district)


@pytest.fixture
def scheme(town):
    return make_scheme(town, name="SLT i Prøvedal", status_since=TODAY - 10 * A_DAY)


@pytest.fixture
def coordinator(client, town):
    """Of the whole municipality."""
    user = make_user((Role.SLT_COORDINATOR, town))
    client.force_login(user)
    return user


@pytest.fixture
def found(client, coordinator, town):
    def send(**fields):
        sent = {"municipality": town.pk, "name": "SLT i Prøvedal", "status": "active"}
        return client.post(NEW, sent | {"status_since": TODAY.isoformat()} | fields)

    return send


@pytest.fixture
def save(client, coordinator, scheme):
    def send(**fields):
        return client.post(page("scheme_frame", scheme), frame_of(scheme) | fields)

    return send


def page(name, scheme, *more):
    return reverse(name, args=[scheme.slug, *more])


def frame_of(scheme):
    """As the form shows it."""
    names = ("name", "status", "status_note", "host_unit", "language", "about")
    empty = dict.fromkeys(["age_from", "age_to", "steering_council", "established"], "")
    levels = {f"has_{level}": "on" for level in scheme.levels}
    own = {name: getattr(scheme, name) for name in names}
    return own | empty | levels | {"status_since": scheme.status_since.isoformat(), "seen": scheme.version}


def errors(answer):
    return {name: " ".join(texts) for name, texts in answer.context["form"].errors.items()}


# The list


def test_the_list_holds_those_that_somebody_keeps(client, coordinator, scheme):
    Scheme.objects.filter(pk=scheme.pk).update(age_from=12, age_to=23)
    other = make_scheme()
    text = client.get(LIST).content.decode()
    assert scheme.name in text
    assert "Ages 12–23" in text
    assert other.name not in text


def test_whoever_keeps_one_group_only_is_told_where_it_is(client, scheme, town):
    user = make_user()
    user.grants.create(role=Role.SLT_COORDINATOR, municipality=town, body=make_group(scheme).slug)
    client.force_login(user)
    assert "one group only" in client.get(LIST).content.decode()


def test_ten_schemes_are_listed_in_as_many_queries_as_one(
    client, coordinator, scheme, town, django_assert_max_num_queries
):
    client.get(LIST)
    for _each in range(9):
        make_scheme(town, status="ended")
    with django_assert_max_num_queries(12):
        client.get(LIST)


# Founding


def test_a_scheme_is_founded_with_an_address_of_its_own(found, town):
    answer = found(age_from="12", age_to="23")
    scheme = Scheme.objects.get(slug="slt-i-provedal")
    assert answer.url == page("scheme_frame", scheme)
    assert (scheme.age_from, scheme.age_to, [*scheme.municipalities.all()]) == (12, 23, [town])


def test_a_second_active_scheme_is_refused_with_the_other_named_and_the_way_out(found, scheme):
    answer = found(name="Enda en")
    told = errors(answer)["municipality"]
    assert scheme.name in told
    assert answer.content.decode().count(f">{scheme.name}</a>") == 1, "a link in the link of the summary"
    assert "Let it leave that one first" in told
    assert not Scheme.objects.filter(name="Enda en").exists()


def test_one_that_was_founded_while_the_form_was_checked_is_told_as_well(found, scheme, monkeypatch):
    monkeypatch.setattr(NewSchemeForm, "municipalities_of", lambda form: [])
    assert scheme.name in errors(found(name="Enda en"))["__all__"]
    assert not Scheme.objects.filter(name="Enda en").exists()


def test_a_planned_one_is_founded_beside_an_active_one(found, scheme):
    assert found(name="Enda en", status="planned").status_code == 302


def test_a_municipality_of_others_is_no_choice(found):
    other = make_municipality(district=make_district())
    assert "municipality" in errors(found(municipality=other.pk))
    assert not SchemeMunicipality.objects.filter(municipality=other).exists()


def test_whoever_keeps_one_scheme_only_founds_none(client, scheme):
    client.force_login(make_keeper(scheme))
    assert client.get(NEW).status_code == 403


# What it is


def test_the_frame_is_saved_and_says_how_the_ages_are_read(client, save, scheme):
    assert save(age_to="17", established="1999", host_unit="Oppvekst").status_code == 302
    scheme.refresh_from_db()
    assert (scheme.age_from, scheme.age_to, scheme.established, scheme.host_unit) == (None, 17, 1999, "Oppvekst")
    assert "up to and including age 17 (under 18)" in client.get(page("scheme_frame", scheme)).content.decode()


def test_ages_from_23_to_12_are_refused_where_they_were_typed(save, scheme):
    answer = save(age_from="23", age_to="12")
    assert "Write the lower one first" in errors(answer)["age_from"]
    assert 'value="23"' in answer.content.decode()


def test_its_police_council_becomes_the_steering_group(save, scheme, town):
    council = make_council(town)
    assert save(steering_council=council.pk).status_code == 302
    scheme.refresh_from_db()
    assert scheme.steering_council == council


def test_the_council_of_another_municipality_is_refused_in_words_and_never_offered(client, save, scheme):
    council = make_council()
    assert "none of the scheme’s municipalities" in errors(save(steering_council=council.pk))["steering_council"]
    assert council.name not in client.get(page("scheme_frame", scheme)).content.decode()


def test_a_level_is_not_taken_from_under_a_group(save, scheme):
    group = make_group(scheme, level="executing")
    answer = save(has_executing="")
    assert group.name in errors(answer)["has_executing"]


def test_a_scheme_has_a_level(save):
    assert "at least one" in errors(save(has_steering="", has_coordinating="", has_executing=""))["has_steering"]


def test_becoming_active_beside_another_is_explained_at_the_status(client, coordinator, scheme, town):
    paused = make_scheme(town, status="paused")
    answer = client.post(page("scheme_frame", paused), frame_of(paused) | {"status": "active"})
    assert scheme.name in errors(answer)["status"]
    assert Scheme.objects.get(pk=paused.pk).status == "paused"


def test_two_who_save_at_once_do_not_overwrite_each_other(client, coordinator, scheme):
    mine = frame_of(scheme) | {"host_unit": "Min"}
    scheme.host_unit = "Deres"
    scheme.save()
    assert "Changed while you were editing" in client.post(page("scheme_frame", scheme), mine).content.decode()
    assert Scheme.objects.get(pk=scheme.pk).host_unit == "Deres"


def test_an_identity_number_is_refused(save, scheme):
    assert "about" in errors(save(about=f"Om {IDENTITY_NUMBER}"))
    assert Scheme.objects.get(pk=scheme.pk).about == ""


# Who comes in

PAGES = ["scheme_frame", "scheme_municipalities"]


@pytest.mark.parametrize("name", PAGES)
def test_another_scheme_answers_as_one_that_is_not_there(client, coordinator, name):
    for slug in (make_scheme().slug, "finnes-ikke"):
        assert client.get(reverse(name, args=[slug])).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_the_area_administrator_reaches_the_frame_and_sees_no_links_beyond_it(client, district, scheme, name):
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, district)))
    answer = client.get(page(name, scheme))
    assert answer.status_code == 200
    assert page("scheme_frame", scheme) in answer.content.decode()
    assert f"/{scheme.slug}/arbeidsar/" not in answer.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_the_police_and_the_secretary_of_the_council_do_not(client, district, town, scheme, name):
    for role, place in ((Role.POLICE_COORDINATOR, district), (Role.COUNCIL_SECRETARY, town)):
        client.force_login(make_user((role, place)))
        assert client.get(page(name, scheme)).status_code == 403


# Municipalities


@pytest.fixture
def neighbour(district):
    return make_municipality("Prøvenes", district=district)


def test_a_neighbour_joins_with_the_groups_and_leaves_again(client, district, scheme, neighbour):
    group = make_group(scheme)
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, district)))
    sent = {"municipality": neighbour.pk, "first": TODAY.isoformat()}
    assert client.post(page("scheme_municipalities", scheme), sent).status_code == 302
    assert neighbour in group.municipalities.all()
    area = scheme.areas.get(municipality=neighbour)
    ended = {"last": TODAY.isoformat(), "seen": area.version}
    assert client.post(page("end_scheme_municipality", scheme, area.pk), ended).status_code == 302
    assert scheme.areas.get(municipality=neighbour).valid_to == TODAY


def test_a_municipality_in_another_active_scheme_is_refused_with_that_named(client, district, scheme, neighbour):
    other = make_scheme(neighbour)
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, district)))
    sent = {"municipality": neighbour.pk, "first": TODAY.isoformat()}
    answer = client.post(page("scheme_municipalities", scheme), sent)
    assert f'<a href="{other.get_absolute_url()}">{other.name}</a>' in answer.content.decode()
    assert not scheme.areas.filter(municipality=neighbour).exists()


def test_a_scheme_is_of_at_least_one_municipality(client, coordinator, scheme):
    area = scheme.areas.get()
    ended = {"last": TODAY.isoformat(), "seen": area.version}
    answer = client.post(page("end_scheme_municipality", scheme, area.pk), ended)
    assert "only municipality" in errors(answer)["__all__"]


def test_whoever_takes_their_own_municipality_out_is_led_on(client, coordinator, scheme, neighbour):
    SchemeMunicipality.objects.create(scheme=scheme, municipality=neighbour)
    area = scheme.areas.get(municipality=scheme.municipalities.get(name="Prøvedal"))
    sent = {"last": (TODAY - A_DAY).isoformat(), "seen": area.version}
    answer = client.post(page("end_scheme_municipality", scheme, area.pk), sent, follow=True)
    assert answer.redirect_chain[-1][0] == LIST
    assert answer.status_code == 200


def test_a_coordinator_adds_no_municipality_of_others(client, coordinator, scheme, neighbour):
    sent = {"municipality": neighbour.pk, "first": TODAY.isoformat()}
    assert "municipality" in errors(client.post(page("scheme_municipalities", scheme), sent))
