"""What was recorded here and what the files say: neither undoes the other, and nothing is left behind."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command

from contacts.models import (
    ChangeKind,
    DistrictMembership,
    Municipality,
    MunicipalityNumber,
    PlaceName,
    PoliceDistrict,
    PostalCode,
    Role,
)
from contacts.organisational_changes.catching_up import catch_up, stranded
from contacts.services import organisational_change
from contacts.tests.changes import DAY, TODAY, carry_out, divide, goes_on, merge, new, plan, schedule, split
from contacts.tests.factories import make_contact_point, make_district, make_municipality, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_read_anew")]


def place(slug):
    return Municipality.objects.get(slug=slug)


def load(folder):
    out = StringIO()
    call_command("load_places", "--data-dir", folder.path, stdout=out, stderr=out)
    return out.getvalue()


@pytest.fixture
def newer_files(folder):
    """Every file has changed in some line that says nothing of what was recorded here."""
    changed = {
        "municipalities.csv": "0301,Oslo,03,p01,59.9724,10.7757,958935420",
        "postal_codes.csv": "0010,OSLO,0301",
        "police_districts.csv": "p01,Oslo,oslo,Oslo,",
        "municipality_names.csv": "1826,sma,Aarborte",
    }
    for file, line in changed.items():
        folder.replace(file, line, None)
        folder.add(file, line)
    folder.add("municipality_history.csv", "1133,Hjelmeland,1133,Hjelmeland - Jelsa,2024-01-01,renamed")
    return folder


@pytest.fixture(params=["the same files", "newer files"])
def files(request, folder):
    return request.getfixturevalue("newer_files") if request.param == "newer files" else folder


def test_a_merger_recorded_here_is_not_undone(files):
    bokn, utsira = place("bokn"), place("utsira")
    carry_out(merge(bokn, utsira, into=new("Prøveøyane", "1199", names={"se": "Sullot"})))
    load(files)
    merged = place("proveoyane")
    assert place("bokn").valid_to == place("utsira").valid_to == datetime.date(2026, 12, 31)
    assert PostalCode.objects.get(code="5547").municipality == merged
    assert MunicipalityNumber.objects.get(number="1199").municipality == merged
    assert DistrictMembership.objects.get(municipality=merged).district.slug == "sor-vest"
    assert PlaceName.objects.filter(municipality=merged, name="Sullot", valid_to=None).exists()
    assert not DistrictMembership.objects.filter(municipality__in=[bokn, utsira], valid_to=None).exists()


def test_a_division_recorded_here_is_not_undone(files):
    utsira = place("utsira")
    change = split(utsira, new("Nordsira", "1198"), new("Sørsira", "1199"))
    carry_out(divide(change, {PostalCode.objects.get(code="5547"): [1]}))
    load(files)
    assert PostalCode.objects.get(code="5547").municipality == place("sorsira")


def test_a_name_and_a_number_recorded_here_are_not_undone(files):
    fauske = place("fauske")
    renamed = goes_on(fauske, name="Fauskeidet", names={"smj": "Fuosskoeg"})
    carry_out(plan(ChangeKind.RENAME, [fauske], renamed))
    carry_out(plan(ChangeKind.RENUMBER, [place("bokn")], goes_on(place("bokn"), number="1199")))
    load(files)
    fauske.refresh_from_db()
    assert fauske.name == "Fauskeidet"
    names = set(fauske.names.values_list("language", "name", "valid_to"))
    last_day = datetime.date(2026, 12, 31)
    assert names == {("nb", "Fauske", last_day), ("smj", "Fuossko", last_day), ("smj", "Fuosskoeg", None)}
    assert MunicipalityNumber.objects.get(municipality__slug="bokn", valid_to=None).number == "1199"


def test_a_move_recorded_here_is_not_undone(files):
    bokn, vest = place("bokn"), PoliceDistrict.objects.get(slug="vest")
    carry_out(plan(ChangeKind.TRANSFER, [bokn], goes_on(bokn, belongs_to=vest)))
    load(files)
    assert DistrictMembership.objects.get(municipality=bokn, valid_to=None).district == vest


def test_districts_merged_and_renamed_here_stay_so(files):
    ost, oslo, sor_ost = (PoliceDistrict.objects.get(slug=slug) for slug in ("ost", "oslo", "sor-ost"))
    carry_out(merge(ost, oslo, into=new("Hovedstaden", "")))
    carry_out(plan(ChangeKind.RENAME, [sor_ost], goes_on(sor_ost, name="Viken sør", names={"nn": "Viken sør"})))
    load(files)
    ost.refresh_from_db()
    sor_ost.refresh_from_db()
    assert ost.valid_to == datetime.date(2026, 12, 31)
    assert sor_ost.name == "Viken sør"
    assert [name.name for name in sor_ost.names.filter(valid_to=None)] == ["Viken sør"]
    assert DistrictMembership.objects.get(municipality__slug="oslo", valid_to=None).district.slug == "hovedstaden"


def test_a_file_that_knows_of_the_merger_finds_it_as_it_was_recorded(folder):
    """The register tells of it afterwards: the same municipality, at the same address."""
    bokn, utsira = place("bokn"), place("utsira")
    carry_out(merge(bokn, utsira, into=new("Prøveøyane", "1199")))
    merged = place("proveoyane")
    for number in ("1145", "1151"):
        folder.replace(
            "municipalities.csv", next(x for x in folder.lines("municipalities.csv") if x.startswith(number)), None
        )
    codes = [line.replace(",1145", ",1199").replace(",1151", ",1199") for line in folder.lines("postal_codes.csv")]
    folder.write("postal_codes.csv", codes)
    folder.add("municipalities.csv", "1199,Prøveøyane,11,p06,59.3069,4.8868,")
    for number, name in (("1145", "Bokn"), ("1151", "Utsira")):
        folder.add("municipality_history.csv", f"{number},{name},1199,Prøveøyane,2027-01-01,merged")
    sources = [line.replace(",2026-01-01,", ",2027-02-01,") for line in folder.lines("sources.csv")]
    folder.write("sources.csv", sources)
    folder.draw_all()
    before = Municipality.objects.count()
    load(folder)
    assert Municipality.objects.count() == before
    assert MunicipalityNumber.objects.get(number="1199").municipality == merged
    assert place("utsira").successions.get().successor == merged


# Mergers that only a file knew of


def end(municipality, *heirs, kind="merged"):
    last_day = TODAY - datetime.timedelta(days=1)
    Municipality.objects.filter(pk=municipality.pk).update(valid_to=last_day)
    municipality.numbers.update(valid_to=last_day)
    municipality.district_memberships.update(valid_to=last_day)
    for heir in heirs:
        municipality.successions.create(successor=heir, kind=kind, date=TODAY)


def test_what_belonged_to_a_municipality_that_a_file_ended_follows_it():
    district = make_district()
    old, heir = make_municipality(district=district), make_municipality(district=district)
    point, user = make_contact_point(owner=old), make_user((Role.MUNICIPAL_EDITOR, old))
    end(old, heir)
    assert [left.unit for left in stranded(TODAY)] == [old]
    assert catch_up(TODAY) == 3
    point.refresh_from_db()
    assert (point.owner, list(point.municipalities.all())) == (heir, [heir])
    assert user.grants.filter(municipality=heir).exists()
    assert (stranded(TODAY), catch_up(TODAY)) == ([], 0)


def test_it_follows_through_several_mergers():
    first, second, third = (make_municipality(district=make_district()) for _number in range(3))
    point = make_contact_point(owner=first)
    end(first, second)
    end(second, third)
    catch_up(TODAY)
    point.refresh_from_db()
    assert point.owner == third


def test_what_belonged_to_a_divided_municipality_waits_for_somebody_to_decide():
    district = make_district()
    old, *heirs = (make_municipality(district=district) for _number in range(3))
    point = make_contact_point(owner=old)
    end(old, *heirs, kind="split")
    assert catch_up(TODAY) == 0
    (left,) = stranded(TODAY)
    assert (left.unit, left.heirs) == (old, heirs)
    point.refresh_from_db()
    assert point.owner == old


# One after the other


def test_changes_on_the_days_after_each_other_are_applied_in_their_order():
    district = make_district()
    places = [make_municipality(district=district) for _number in range(4)]
    schedule(merge(*places[:2], into=new("Prøveen", "9901"), date=DAY))
    schedule(merge(*places[2:], into=new("Prøveto", "9902"), date=DAY + datetime.timedelta(days=1)))
    late = DAY + datetime.timedelta(days=7)
    assert organisational_change.apply_due(DAY - datetime.timedelta(days=1)) == 0
    assert organisational_change.apply_due(late) == 2
    assert organisational_change.apply_due(late) == 0
    assert place("proveen").valid_from == DAY
    assert place("proveto").valid_from == DAY + datetime.timedelta(days=1)


def test_what_a_change_made_can_be_changed_again():
    district = make_district()
    places = [make_municipality(district=district) for _number in range(3)]
    point = make_contact_point(owner=places[0])
    carry_out(merge(*places[:2], into=new("Prøveen", "9901")))
    later = DAY + datetime.timedelta(days=1)
    carry_out(merge(place("proveen"), places[2], into=new("Prøveto", "9902"), date=later, today=DAY), today=later)
    point.refresh_from_db()
    assert point.owner.slug == "proveto"
