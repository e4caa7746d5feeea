"""What becomes of the lines of a file: changes, new contact points, refusals, conflicts, and nobody else's."""

import dataclasses

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.access import access_of
from contacts.exchange import columns
from contacts.exchange.reading import FileProblem, Line, read
from contacts.exchange.resource import ContactPointResource
from contacts.exchange.services import export_contact_points, import_contact_points, preview_import
from contacts.exchange.tables import table_of
from contacts.exchange.writing import Format
from contacts.models import ContactPoint, ContentVersion, Coverage, Function, Role
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_municipality,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db

POLICE, SLT, MUNICIPAL = Function.POLICE_CONTACT, Function.SLT_COORDINATOR, Function.MUNICIPAL_CONTACT


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def district():
    return make_district("Prøve", slug="prove")


@pytest.fixture
def municipality(district):
    return make_municipality("Prøvevik", slug="provevik", number="0998", district=district)


@pytest.fixture
def elsewhere():
    return make_municipality("Annetsteds", slug="annetsteds", district=make_district("Annen", slug="annen"))


@pytest.fixture
def point(district, municipality):
    return make_contact_point(POLICE, owner=district, serves=[municipality], key="prove", phone="02800")


@pytest.fixture
def coordinator(district):
    return access_of(make_user((Role.POLICE_COORDINATOR, district), name="Kim Eksempel"))


@pytest.fixture
def editor(municipality):
    return access_of(make_user((Role.MUNICIPAL_EDITOR, municipality)))


def exported(access, form=Format.CSV, **options):
    return export_contact_points(access=access, user=None, form=form, **options)


def table(headings, *rows):
    lines = [Line(number, list(cells)) for number, cells in enumerate([headings, *rows], 1)]
    return table_of(lines)


def line_of(point, **changed):
    """The line of a contact point as it is exported now, with some cells changed."""
    point = ContactPoint.objects.get(pk=point.pk)
    known = {"key": point.key, "version": str(point.version)} | changed
    return table(list(known), list(known.values()))


def preview(access, of):
    return preview_import(table=of, access=access)


def row(access, of):
    (only,) = preview(access, of).rows
    return only


def imported(access, of, **options):
    seen = preview(access, of).digest
    return import_contact_points(table=of, access=access, seen=seen, **options)


def reasons(only):
    return " ".join(f"{column}: {reason}" for column, reason in only.problems)


# Unchanged


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_an_exported_file_changes_nothing(form, language, point, coordinator):
    make_contact_point(Function.PREVENTION_CONTACT, owner=point.owner, key="-hel", phone="", verified_on=None)
    make_assignment(point, make_person(owner=point.owner))
    with translation.override(language):
        content = exported(coordinator, form)
    assert [only.status for only in preview(coordinator, table_of(read(content))).rows] == ["unchanged"] * 2


def test_a_file_with_names_can_be_taken_in_but_the_names_are_not_read(point, coordinator):
    content = exported(coordinator, with_names=True, reason="x" * 10)
    found = table_of(read(content))
    assert found.unread == ("Holders", "Deputies")
    assert preview(coordinator, found).unchanged


HOURS = st.sampled_from(["", "Mo-Fr 08:00-15:30", "Mo-Fr 08:00-15:30; Sa 10:00-12:00"])


@settings(deadline=None, max_examples=25)
@given(
    fields=st.fixed_dictionaries(
        {
            "phone": st.sampled_from(["", "02800", "112", "116111", "23305000", "41234567"]),
            "email": st.sampled_from(["", "+a@eksempel.example", "-a@eksempel.example", "ø'a@eksempel.example"]),
            "opening_hours": HOURS,
            "verified_on": st.none() | st.dates(max_value=timezone.localdate()),
            "verification_interval": st.integers(1, 24),
            "is_published": st.booleans(),
        }
    ),
    key=st.from_regex(r"[-a-z0-9_]{1,20}", fullmatch=True),
    form=st.sampled_from(Format),
)
def test_whatever_stands_in_the_cells_comes_back_as_it_was(fields, key, form):
    place = make_municipality()
    access = access_of(make_user((Role.MUNICIPAL_EDITOR, place)))
    make_contact_point(MUNICIPAL, owner=place, key=f"{key}{place.pk}", **fields)
    found = preview(access, table_of(read(exported(access, form))))
    assert [only.status for only in found.rows] == ["unchanged"]


# Changed


def test_a_change_names_the_column_and_both_values(point, coordinator):
    assert row(coordinator, line_of(point, phone="12 34 00 01")).changes == (
        ("Function number", "02800", "12 34 00 01"),
    )


def test_what_is_imported_says_where_it_came_from_and_renews_the_pages(point, coordinator):
    stamp = ContentVersion.objects.get().content
    other = make_municipality(district=point.owner)
    imported(coordinator, line_of(point, municipalities=other.slug, phone="112"))
    assert point.history.first().origin == Coverage.history.first().origin == "import"
    assert ContentVersion.objects.get().content != stamp


def test_municipalities_are_known_by_address_or_number(point, coordinator, district):
    make_municipality(slug="naboen", district=district)
    imported(coordinator, line_of(point, municipalities="naboen; 998"))
    served = ContactPoint.objects.get(pk=point.pk).municipalities.values_list("slug", flat=True)
    assert set(served) == {"naboen", "provevik"}


@pytest.mark.parametrize("typed", ["2800", "0 28 00", "02800"])
def test_a_number_that_a_spreadsheet_has_cut_is_whole_again(typed, point, coordinator):
    assert row(coordinator, line_of(point, phone=typed)).status == "unchanged"


@pytest.mark.parametrize("typed", ["2026-01-31", "31.01.2026", "31.1.2026"])
def test_a_date_may_be_written_as_a_spreadsheet_shows_it(typed, point, coordinator):
    assert row(coordinator, line_of(point, verified_on=typed)).changes[0][2] == "2026-01-31"


@pytest.mark.parametrize(("typed", "shown"), [("nei", "No"), ("FALSE", "No"), ("USANN", "No"), ("no", "No")])
def test_yes_and_no_may_be_written_in_several_ways(typed, shown, point, coordinator):
    assert row(coordinator, line_of(point, is_published=typed)).changes == (("Published", "Yes", shown),)


def test_columns_that_are_left_out_stay_as_they_are(point, coordinator):
    imported(coordinator, line_of(point, email="felles@eksempel.example"))
    after = ContactPoint.objects.get(pk=point.pk)
    assert (after.phone, after.email, after.municipalities.count()) == ("02800", "felles@eksempel.example", 1)


# New


NEW = ["key", "version", "function", "owner", "municipalities", "email"]


def test_a_line_with_a_new_key_is_a_new_contact_point(coordinator, district, municipality):
    new = table(NEW, ["ny", "", "Politikontakt", "prove", "provevik", "ny@eksempel.example"])
    assert imported(coordinator, new)[1]
    point = ContactPoint.objects.get(key="ny")
    assert (point.owner, point.function, point.is_published, point.verification_interval) == (district, POLICE, True, 6)
    assert list(point.municipalities.all()) == [municipality]


def test_a_new_contact_point_says_everything_that_is_missing(coordinator):
    said = reasons(row(coordinator, table(["key", "version", "phone"], ["ny", "", "spør etter Kari"])))
    assert "Function: " in said
    assert "Function number: “spør etter Kari”" in said


def test_a_prevention_contact_covers_the_whole_district(coordinator, district):
    imported(coordinator, table(NEW, ["ny", "", "prevention_contact", "prove", "", ""]))
    assert ContactPoint.objects.get(key="ny").covers_whole_district


@pytest.mark.parametrize("owner", ["annetsteds", "finnes-ikke"])
def test_a_new_contact_point_has_an_owner_of_ones_own(owner, editor, elsewhere, municipality):
    said = reasons(row(editor, table(NEW, ["ny", "", MUNICIPAL, owner, "provevik", ""])))
    assert f"Owner: “{owner}” is not a place that you can choose" in said


def test_a_number_of_another_function_is_pointed_out_and_may_be_meant(point, coordinator, district, municipality):
    make_contact_point(POLICE, owner=district, serves=[municipality], phone="12340077")
    found = row(coordinator, line_of(point, phone="12340077"))
    assert (found.status, "“Police contact” of Prøve" in found.note) == ("changed", True)


# Bad lines


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"phone": "spør etter Kari"}, "Function number: “spør etter Kari” is not a Norwegian phone number"),
        ({"email": "kari"}, "Function mailbox: "),
        ({"opening_hours": "alltid"}, "Opening hours: “alltid”"),
        ({"verified_on": "31.06.2026"}, "Last verified: “31.06.2026” is not a date"),
        ({"verified_on": "2999-01-01"}, "Last verified: A verification cannot lie in the future"),
        ({"verified_on": "2026-W01-1"}, "is not a date"),
        ({"verification_interval": "25"}, "Verification interval: "),
        ({"verification_interval": "6,5"}, "Verification interval: “6,5” is not a whole number"),
        ({"verification_interval": "99999999999999999999"}, "is not a whole number"),
        ({"verification_interval": ""}, "is not a whole number"),
        ({"is_published": "kanskje"}, "Published: “kanskje” is neither “Yes” nor “No”"),
        ({"function": "sjef"}, "Function: “sjef” is not a function"),
        ({"function": "slt_coordinator"}, "Function: What a contact point is, and whose, stays"),
        ({"owner": "atlantis"}, "Owner: What a contact point is, and whose, stays"),
        ({"municipalities": ""}, "Municipalities: Say at least one municipality"),
        ({"municipalities": "provevik, atlantis"}, "Municipalities: “atlantis”"),
        ({"phone": "=1+1"}, "Function number: The cell contains a formula"),
        ({"email": "a" * 2000}, "Function mailbox: The cell has more than 1000"),
        ({"email": "a\x07"}, "cannot be printed"),
        ({"version": "999"}, "Version: The contact point has never had this version"),
        ({"version": "x\x00"}, "Version: "),
    ],
    ids=lambda value: (
        ", ".join(f"{key}={text[:12]!r}" for key, text in value.items()) if isinstance(value, dict) else ""
    ),
)
def test_a_bad_line_names_the_column_and_the_reason(changed, reason, point, coordinator):
    found = row(coordinator, line_of(point, **({"phone": "112"} | changed)))
    assert found.line == 2
    assert reason in reasons(found)


def test_every_column_that_is_wrong_is_named(point, coordinator):
    found = row(coordinator, line_of(point, phone="x", email="y", owner="z", verified_on="w"))
    assert {column for column, _reason in found.problems} == {
        "Function number",
        "Function mailbox",
        "Owner",
        "Last verified",
    }


def test_a_key_that_stands_twice_is_refused_the_second_time(point, coordinator):
    twice = table(["key", "version"], *[[point.key, "1"]] * 2)
    first, second = preview(coordinator, twice).rows
    assert first.status == "unchanged"
    assert "also stands in line 2" in reasons(second)


def test_text_beyond_the_last_heading_is_not_lost_silently(point, coordinator):
    assert "right of the last heading" in reasons(row(coordinator, table(["key", "version"], ["prove", "1", "hm"])))


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["key"], "missing: Version"),
        (["version", "phone"], "missing: Key"),
        (["key", "version", "Ansatt"], "not known: Ansatt"),
        (["key", "Nøkkel", "version"], "twice: Key"),
        (["key", "version", "", "phone"], "not known: –"),
        (["key", "version", "x" * 100_000], "not known: x{50}[.]"),
    ],
)
def test_headings_that_do_not_fit_are_named(headings, said):
    with pytest.raises(FileProblem, match=said):
        table(headings, ["a"])


def test_headings_without_lines_are_no_file():
    with pytest.raises(FileProblem, match="no lines"):
        table(["key", "version"])


def test_no_heading_means_two_columns_in_any_language():
    names = [name for column in ContactPointResource.fields.values() for name in column.names]
    assert len(names) == len(set(names))


def test_no_word_means_two_functions_or_both_yes_and_no():
    assert set(columns.functions().values()) == set(Function.values)
    assert columns.answers()["ja"] is True
    assert columns.answers()["nei"] is False


# All or nothing


@pytest.fixture
def half_good(point, municipality, district):
    other = make_contact_point(POLICE, owner=district, serves=[municipality], key="annen")
    return table(["key", "version", "phone"], [point.key, "1", "112"], [other.key, "1", "nei"])


def test_one_bad_line_keeps_all_out(half_good, coordinator, point):
    found, is_done = imported(coordinator, half_good)
    assert (len(found.bad), is_done) == (1, False)
    assert ContactPoint.objects.get(pk=point.pk).phone == "02800"


def test_bad_lines_are_left_out_when_somebody_says_so(half_good, coordinator, point):
    assert imported(coordinator, half_good, skip_bad=True)[1]
    assert ContactPoint.objects.get(pk=point.pk).phone == "112"


def test_nothing_of_a_bad_line_is_written(point, elsewhere):
    """The contact point itself could be saved; what it would serve belongs to another district."""
    administrator = access_of(make_user((Role.AREA_ADMINISTRATOR, None)))
    lines = line_of(point, phone="112", municipalities="annetsteds")
    assert "does not belong to the police district" in reasons(row(administrator, lines))
    imported(administrator, lines, skip_bad=True)
    assert ContactPoint.objects.get(pk=point.pk).phone == "02800"


def test_a_preview_writes_nothing(point, coordinator):
    stamp, records = ContentVersion.objects.get().content, ContactPoint.history.count()
    preview(coordinator, line_of(point, phone="112"))
    assert ContactPoint.objects.get(pk=point.pk).phone == "02800"
    assert (ContentVersion.objects.get().content, ContactPoint.history.count()) == (stamp, records)


# Two editors


def change(point, user=None, **fields):
    point = ContactPoint.objects.get(pk=point.pk)
    for name, value in fields.items():
        setattr(point, name, value)
    point._history_user = user
    point.save()


def test_a_row_that_changed_after_the_export_is_not_overwritten(point, coordinator, district):
    lines = line_of(point, phone="112")
    change(point, make_user((Role.POLICE_COORDINATOR, district), name="Ola Eksempel"), phone="12340009")
    said = reasons(row(coordinator, lines))
    assert "Ola Eksempel" in said
    assert "Function number: “02800” → “12 34 00 09”" in said


def test_a_row_that_changed_after_the_preview_is_not_overwritten(point, coordinator):
    lines = line_of(point, phone="112")
    seen = preview(coordinator, lines).digest
    change(point, phone="12340009")
    found, is_done = import_contact_points(table=lines, access=coordinator, seen=seen)
    assert (len(found.bad), is_done) == (1, False)
    assert ContactPoint.objects.get(pk=point.pk).phone == "12340009"


def test_the_same_import_twice_is_done_once(point, coordinator):
    lines = line_of(point, phone="112")
    seen = preview(coordinator, lines).digest
    assert [import_contact_points(table=lines, access=coordinator, seen=seen)[1] for _time in range(2)] == [True, False]
    assert ContactPoint.objects.get(pk=point.pk).version == 2


def test_a_contact_point_that_exists_is_changed_only_with_its_version(point, coordinator):
    assert "already" in reasons(row(coordinator, line_of(point, version="", phone="112")))


# Whose


def test_only_what_somebody_sees_is_exported(point, editor, municipality, elsewhere):
    make_contact_point(MUNICIPAL, owner=municipality, key="min")
    make_contact_point(MUNICIPAL, owner=elsewhere, key="din")
    content = exported(editor).decode()
    assert "min;" in content
    assert "din;" not in content
    assert "prove;" not in content


@pytest.mark.parametrize("version", ["1", ""])
def test_a_key_of_another_is_answered_as_one_that_does_not_exist(version, point, editor):
    """Without a version it is a new contact point, of which a taken key is said, and no more."""
    answers = []
    for key in (point.key, "finnes-ikke"):
        found = row(editor, table(["key", "version", "phone"], [key, version, "112"]))
        answers.append([problem for problem in found.problems if "already exists" not in problem[1]])
    assert answers[0] == answers[1]


@pytest.mark.parametrize("changed", [{"owner": "annetsteds"}, {"municipalities": "annetsteds"}, {"owner": "annen"}])
def test_a_place_of_another_is_answered_as_one_that_does_not_exist(changed, municipality, elsewhere, editor):
    mine = make_contact_point(MUNICIPAL, owner=municipality, key="min")
    real = row(editor, line_of(mine, **changed))
    unreal = row(editor, line_of(mine, **dict.fromkeys(changed, "finnes-ikke")))
    assert [reason.replace("finnes-ikke", *changed.values()) for _column, reason in unreal.problems] == [
        reason for _column, reason in real.problems
    ]


def test_what_serves_a_neighbour_already_goes_on_doing_so(municipality, elsewhere, editor):
    shared = make_contact_point(SLT, owner=municipality, serves=[municipality, elsewhere], key="delt")
    found = row(editor, line_of(shared, municipalities="annetsteds, provevik", phone="112"))
    assert found.changes == (("Function number", "", "112"),)


def test_an_slt_coordinator_changes_the_slt_function_and_adds_nothing(municipality):
    access = access_of(make_user((Role.SLT_COORDINATOR, municipality)))
    mine = make_contact_point(SLT, owner=municipality, key="min")
    other = make_contact_point(MUNICIPAL, owner=municipality, key="annen")
    assert row(access, line_of(mine, phone="112")).status == "changed"
    assert "no contact point" in reasons(row(access, line_of(other, phone="112")))
    assert "cannot add" in reasons(row(access, table(NEW, ["ny", "", SLT, "provevik", "", ""])))
    assert "stays" in reasons(row(access, line_of(mine, function=MUNICIPAL)))


def test_an_auditor_takes_out_but_not_in(point, district):
    access = access_of(make_user((Role.AUDITOR, district)))
    assert "prove;" in exported(access).decode()
    assert "not change it" in reasons(row(access, line_of(point, phone="112")))


def test_a_role_that_ended_meanwhile_imports_nothing(point, coordinator):
    lines = line_of(point, phone="112")
    seen = preview(coordinator, lines).digest
    nobody = dataclasses.replace(coordinator, grants=())
    assert not import_contact_points(table=lines, access=nobody, seen=seen)[1]
    assert not access_of(AnonymousUser())


# Names


def test_a_hidden_person_is_in_no_file(point, coordinator, district):
    make_assignment(point, make_person("Skjult Eksempel", owner=district, never_publish=True, work_title="leder"))
    make_assignment(point, make_person("Kari Eksempel", owner=district), share=50)
    content = exported(coordinator, with_names=True, reason="x" * 10).decode()
    assert "Skjult" not in content
    assert "name withheld" in content
    assert "Kari Eksempel, 50 %" in content


def test_without_names_nobody_is_named(point, coordinator, district):
    make_assignment(point, make_person("Kari Eksempel", owner=district))
    assert "Kari" not in exported(coordinator).decode()


# How much it costs


@pytest.fixture
def many(district, municipality):
    def many(count):
        for _number in range(count):
            make_contact_point(POLICE, owner=district, serves=[municipality])

    return many


def queries_of(act, assert_queries):
    with assert_queries as asked:
        act()
    return len([query for query in asked.captured_queries if "SAVEPOINT" not in query["sql"]])


def test_as_many_queries_for_200_lines_as_for_ten(many, coordinator, django_assert_max_num_queries):
    counts = []
    for more in (10, 190):
        many(more)
        content = exported(coordinator)
        counts.append(
            [
                queries_of(lambda: exported(coordinator), django_assert_max_num_queries(10)),
                queries_of(
                    lambda content=content: preview(coordinator, table_of(read(content))),
                    django_assert_max_num_queries(1000),
                ),
            ]
        )
    assert counts[0] == counts[1]


def test_a_changed_line_costs_the_same_however_many_there_are(many, coordinator, django_assert_max_num_queries):
    costs = []
    for more in (10, 190):
        many(more)
        content = exported(coordinator).replace(b";6;", b";7;")
        lines = table_of(read(content))
        asked = queries_of(lambda lines=lines: preview(coordinator, lines), django_assert_max_num_queries(6000))
        costs.append(asked / len(lines.lines))
    assert costs[1] <= costs[0] <= 20
