"""Change of officer: a form, every page that will change, one press; and what is wrong is said where it is wrong."""

import datetime

import pytest
from django.utils import timezone

from contacts.models import Assignment, ContactPoint, Function, Municipality, Overtaken, Person, Role
from contacts.services.change_of_officer import change_officer
from contacts.tests.factories import make_assignment, make_contact_point, make_person, make_user
from portal.tests.document import Document

pytestmark = pytest.mark.django_db

URL = "/en/skrivebord/ny-kontaktperson/"
TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
MOST_QUERIES = 14


@pytest.fixture
def form(point):
    """What somebody fills in who gives the contact point to a new person whose name is public."""
    return {
        "points": [point.pk],
        "person": "",
        "name": "Prøve Ny",
        "work_title": "politioverbetjent",
        "direct_phone": "12 34 99 02",
        "on": str(TODAY),
        "leaving": "everybody",
        "publication": "direct",
        "publication_decided_by": "HR",
        "publication_decided_on": str(TODAY),
    }


def page_of(answer):
    assert answer.status_code == 200
    return Document(answer.content.decode())


def errors_of(answer):
    """The ids of the fields beside which something is said to be wrong."""
    return {element.attrs["id"] for element in page_of(answer).all(data_field="validation")}


def sent_by(document):
    """What the press on "save" would send."""
    fields = {}
    for element in document.all("input", type="hidden"):
        fields.setdefault(element.attrs["name"], []).append(element.attrs.get("value", ""))
    return fields | {"step": "save"}


def holders(point):
    return [(held.person.name, held.valid_to) for held in point.assignments.order_by("valid_from", "pk")]


def test_the_preview_saves_nothing_and_shows_the_card_before_and_after(coordinator, form, point, held):
    document = page_of(coordinator.post(URL, form))
    cards = [element.text for element in document.all("article", class_="contact-card")]
    assert len(cards) == 2
    assert "Prøve Ny" not in cards[0]
    assert "Prøve Ny" in cards[1]
    assert "12 34 99 02" in cards[1]
    assert holders(point) == [("Prøve Før", None)]
    assert not Person.objects.filter(name="Prøve Ny").exists()


def test_the_preview_carries_the_form_and_one_press_saves_it(coordinator, form, point, held):
    answer = coordinator.post(URL, sent_by(page_of(coordinator.post(URL, form))))
    assert answer.headers["Location"] == "/en/skrivebord/"
    assert holders(point) == [("Prøve Før", TODAY - DAY), ("Prøve Ny", None)] or holders(point)[-1] == (
        "Prøve Ny",
        None,
    )
    person = Person.objects.get(name="Prøve Ny")
    assert (person.owner, person.direct_phone) == (point.owner, "12349902")
    assert "Prøve Ny" in coordinator.get("/en/kommuner/valle/").content.decode()


def test_whoever_began_the_same_day_is_withdrawn_and_the_preview_says_so(coordinator, form, point, held):
    document = page_of(coordinator.post(URL, form))
    steps = document.one("ul", class_="preview-steps").text
    assert "Prøve Før" in steps
    coordinator.post(URL, sent_by(document))
    assert holders(point) == [("Prøve Ny", None)]


def test_every_page_is_previewed_when_several_contact_points_change(coordinator, form, point, agder):
    bykle = Municipality.objects.get(slug="bykle")
    other = make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[bykle])
    document = page_of(coordinator.post(URL, form | {"points": [point.pk, other.pk]}))
    headings = [element.text for element in document.all("h2")]
    assert [heading for heading in headings if "Valle" in heading or "Bykle" in heading] == headings[-2:]
    coordinator.post(URL, sent_by(document))
    assert Person.objects.get(name="Prøve Ny").assignments.count() == 2


def test_back_to_the_form_everything_is_still_there(coordinator, form, held):
    document = page_of(coordinator.post(URL, sent_by(page_of(coordinator.post(URL, form))) | {"step": "edit"}))
    assert document.one(id="id_name").attrs["value"] == "Prøve Ny"
    assert document.one(id="id_publication_decided_by").attrs["value"] == "HR"
    assert not document.all(data_field="validation")


def test_somebody_registered_can_be_chosen_and_a_day_ahead(coordinator, form, point, held, agder):
    new = make_person("Prøve Kjent", owner=agder)
    data = form | {"person": new.pk, "name": "", "work_title": "", "direct_phone": "", "publication": "name"}
    coordinator.post(URL, sent_by(page_of(coordinator.post(URL, data | {"on": str(TODAY + 30 * DAY)}))))
    assert holders(point) == [("Prøve Før", TODAY + 29 * DAY), ("Prøve Kjent", None)]


def test_the_link_from_a_vacant_function_has_ticked_it(coordinator, point):
    document = page_of(coordinator.get(f"{URL}?point={point.pk}"))
    ticked = [element.attrs["value"] for element in document.all("input", name="points") if "checked" in element.attrs]
    assert ticked == [str(point.pk)]


def test_a_stale_contact_point_is_warned_about_unless_it_is_verified_as_well(coordinator, form, point):
    ContactPoint.objects.filter(pk=point.pk).update(verified_on=TODAY - 400 * DAY)
    assert page_of(coordinator.post(URL, form)).all("div", class_="notice")
    document = page_of(coordinator.post(URL, form | {"still_right": "on"}))
    assert not document.all("div", class_="notice")
    coordinator.post(URL, sent_by(document))
    assert ContactPoint.objects.get(pk=point.pk).verified_on == TODAY


def test_the_reason_is_in_the_history_with_who_and_from_where(coordinator, form, point, held):
    coordinator.post(URL, sent_by(page_of(coordinator.post(URL, form | {"reason": "Ny stilling"}))))
    newest = point.history.first()
    assert (newest.history_change_reason, newest.origin, newest.history_user) == (
        "Ny stilling",
        "desk",
        coordinator.user,
    )


# Two at once


def test_who_comes_second_is_told_by_whom_and_what_and_has_it_all_still_there(coordinator, form, point, held, agder):
    sent = sent_by(page_of(coordinator.post(URL, form)))
    change_officer(
        points=[ContactPoint.objects.get(pk=point.pk)], person=make_person("Prøve Rask", owner=agder), on=TODAY
    )
    document = page_of(coordinator.post(URL, sent))
    told = document.one(role="alert").text
    assert "Prøve Rask" in told
    assert "Prøve Ny" not in [name for name, _last in holders(point)]
    assert document.one("input", name="name").attrs["value"] == "Prøve Ny"
    coordinator.post(URL, sent_by(document))
    assert holders(point)[-1] == ("Prøve Ny", None)


def test_a_change_in_the_last_moment_is_told_as_well(coordinator, form, point, held, monkeypatch):
    sent = sent_by(page_of(coordinator.post(URL, form)))

    def too_late(**change):
        monkeypatch.setattr("contacts.desk.officer.change_officer", change_officer)
        raise Overtaken(point)

    monkeypatch.setattr("contacts.desk.officer.change_officer", too_late)
    assert page_of(coordinator.post(URL, sent)).one("input", name="name").attrs["value"] == "Prøve Ny"
    assert holders(point) == [("Prøve Før", None)]


@pytest.mark.parametrize("tokens", ["", "p1", "a999999999999999999v1", "x" * 9999, "p٣v١", "\0"])
def test_tokens_that_were_altered_save_nothing(coordinator, form, point, held, tokens):
    sent = sent_by(page_of(coordinator.post(URL, form)))
    assert coordinator.post(URL, sent | {"tokens": tokens}).status_code == 200
    assert holders(point) == [("Prøve Før", None)]


def test_tokens_of_what_is_elsewhere_are_told_of_as_of_what_never_was(coordinator, form, held, foreign):
    sent = sent_by(page_of(coordinator.post(URL, form)))
    gone = make_assignment(foreign.contact_point, make_person("Prøve Borte", owner=foreign.contact_point.owner))
    gone_id = gone.pk
    gone.delete()
    Assignment.objects.filter(pk=foreign.pk).update(version=2)
    for token in (f"a{foreign.pk}v1", f"p{foreign.contact_point_id}v9", f"a{gone_id}v1"):
        answer = coordinator.post(URL, sent | {"tokens": f"{sent['tokens'][0]} {token}"}).content.decode()
        assert "Prøve Fremmed" not in answer
        assert "Prøve Borte" not in answer
        assert foreign.contact_point.key not in answer


# What is wrong

WRONG = [
    pytest.param({"points": []}, "id_points_error", id="no contact point"),
    pytest.param({"points": ["x"]}, "id_points_error", id="a contact point that is none"),
    pytest.param({"points": ["9" * 40]}, "id_points_error", id="a huge id"),
    pytest.param({"name": ""}, "id_name_error", id="nobody"),
    pytest.param({"name": "a\0b"}, "id_name_error", id="a NUL"),
    pytest.param({"name": "x" * 100_000}, "id_name_error", id="a huge name"),
    pytest.param({"person": "kari"}, "id_person_error", id="a person that is none"),
    pytest.param({"direct_phone": "spør etter Kari"}, "id_direct_phone_error", id="a number in words"),
    pytest.param({"work_email": "kari"}, "id_work_email_error", id="an address that is none"),
    pytest.param({"on": "31.02.2027"}, "id_on_error", id="a day that is none"),
    pytest.param({"on": "9999-12-31"}, "id_on_error", id="a day far ahead"),
    pytest.param({"on": "1899-01-01"}, "id_on_error", id="a day far back"),
    pytest.param({"share": "0"}, "id_share_error", id="no share"),
    pytest.param({"share": "101"}, "id_share_error", id="more than all"),
    pytest.param({"publication_decided_by": ""}, "id_publication_decided_by_error", id="nobody decided"),
    pytest.param({"publication_decided_on": ""}, "id_publication_decided_on_error", id="decided on no day"),
    pytest.param(
        {"publication_decided_on": str(TODAY + DAY)}, "id_publication_decided_on_error", id="decided tomorrow"
    ),
    pytest.param({"direct_phone": ""}, "id_publication_error", id="a number to show, and none there"),
    pytest.param({"publication": "everything"}, "id_publication_error", id="an unknown publication"),
    pytest.param({"leaving": "987654"}, "id_leaving_error", id="somebody unknown stops"),
    pytest.param({"reason": "x" * 201}, "id_reason_error", id="a long reason"),
]


@pytest.mark.parametrize("step", ["", "save"], ids=["preview", "save"])
@pytest.mark.parametrize(("change", "where"), WRONG)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_saved(coordinator, form, held, change, where, step):
    answer = coordinator.post(URL, form | change | {"step": step})
    assert where in errors_of(answer)
    assert Assignment.objects.get(pk=held.pk).valid_to is None


def test_somebody_cannot_be_both_chosen_and_written(coordinator, form, held):
    assert "id_person_error" in errors_of(coordinator.post(URL, form | {"person": held.person_id}))


def test_the_same_name_and_title_twice_is_taken_for_the_same_person(coordinator, form, agder):
    make_person("prøve ny", owner=agder, work_title="Politioverbetjent")
    assert "id_person_error" in errors_of(coordinator.post(URL, form))


def test_only_somebody_who_holds_it_can_stop(coordinator, form, held, agder):
    elsewhere = make_assignment(make_contact_point(Function.POLICE_CONTACT, owner=agder))
    assert "id_leaving_error" in errors_of(coordinator.post(URL, form | {"leaving": elsewhere.person_id}))


def test_twice_sixty_per_cent_is_refused_beside_the_share(coordinator, form, point, agder):
    other = make_contact_point(Function.POLICE_CONTACT, owner=agder)
    answer = coordinator.post(URL, form | {"points": [point.pk, other.pk], "share": "60"})
    assert errors_of(answer) == {"id_share_error"}
    assert "120" in answer.content.decode()


def test_contact_points_of_two_units_are_not_changed_together(client, form, point, foreign):
    client.force_login(make_user((Role.AREA_ADMINISTRATOR, None)))
    assert "id_points_error" in errors_of(client.post(URL, form | {"points": [point.pk, foreign.contact_point_id]}))


def test_the_form_asks_no_more_of_the_database_however_much_is_mine(
    coordinator, agder, valle, django_assert_max_num_queries
):
    for _number in range(20):
        make_assignment(make_contact_point(Function.POLICE_CONTACT, owner=agder, serves=[valle]))
    coordinator.get(URL)
    with django_assert_max_num_queries(MOST_QUERIES):
        coordinator.get(URL)


# A change that lies ahead


@pytest.fixture
def planned(point, held, agder):
    new = make_person("Prøve Planlagt", owner=agder)
    return change_officer(points=[point], person=new, on=TODAY + 30 * DAY)[0]


def called_off(client, pk, seen):
    return client.post(f"{URL}{pk}/avlys/", {"seen": seen})


def test_a_planned_change_is_called_off_from_the_desk(coordinator, point, planned):
    form = page_of(coordinator.get("/en/skrivebord/")).one("form", action=f"{URL}{planned.pk}/avlys/")
    assert form.attrs["method"] == "post"
    assert called_off(coordinator, planned.pk, planned.version).status_code == 302
    assert holders(point) == [("Prøve Før", None)]


@pytest.mark.parametrize("seen", ["", "0", "x", "9" * 40, "\0"])
def test_a_version_that_was_altered_calls_nothing_off(coordinator, point, planned, seen):
    assert called_off(coordinator, planned.pk, seen).status_code == 302
    assert len(holders(point)) == 2


def test_what_is_elsewhere_or_nowhere_is_not_called_off(coordinator, foreign):
    assert [called_off(coordinator, pk, 1).status_code for pk in (foreign.pk, 10**9, 10**30)] == [404] * 3
    assert Assignment.objects.filter(pk=foreign.pk).exists()


def test_what_has_begun_is_not_called_off(coordinator, held):
    called_off(coordinator, held.pk, held.version)
    assert Assignment.objects.get(pk=held.pk).valid_to is None
