"""The secretary's pages that come once a year: the report, the self-evaluation, the members after an election."""

import datetime

import pytest
from django.conf import settings
from django.utils import timezone, translation

from councils.models import Answer, Member, Question, SelfEvaluation, YearlyReport
from councils.tests.factories import make_council, make_meeting, make_member, make_reader, make_secretary

pytestmark = pytest.mark.django_db

YEAR = timezone.localdate().year


@pytest.fixture(autouse=True)
def _language_of_the_last_page():
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def body():
    return make_council()


@pytest.fixture
def secretary(client, body):
    client.force_login(make_secretary(body))
    return client


@pytest.fixture
def member(client, body):
    client.force_login(make_reader(body))
    return client


def page(body, path):
    return f"/en/skrivebord/organ/{body.slug}/{path}"


def report_page(body, rest=""):
    return page(body, f"arsrapport/{YEAR - 1}/{rest}")


# The yearly report.


def test_the_report_is_drafted_before_anything_is_stored(secretary, body):
    answer = secretary.get(report_page(body))
    assert "# Møter" in answer.context["form"]["text_nb"].value()
    assert not YearlyReport.objects.exists()


def test_the_report_is_saved_as_it_was_edited(secretary, body):
    answer = secretary.post(report_page(body), {"text_nb": "# Egen\n\nTekst", "text_nn": "Nynorsk"})
    assert answer.status_code == 302
    report = YearlyReport.objects.get(body=body, year=YEAR - 1)
    assert (report.text_nb, report.text_nn, report.status) == ("# Egen\n\nTekst", "Nynorsk", "draft")


def test_a_year_to_come_has_no_report(secretary, body):
    assert secretary.get(page(body, f"arsrapport/{YEAR + 1}/")).status_code == 404


def test_whoever_publishes_with_an_empty_text_is_told_and_nothing_is_published(secretary, body):
    answer = secretary.post(report_page(body), {"text_nb": "Tekst", "text_nn": "", "publish": "x"})
    assert answer.status_code == 200
    assert answer.context["form"]["text_nb"].value() == "Tekst"
    assert not YearlyReport.objects.filter(status="published").exists()


def test_a_report_is_published_and_taken_back_with_a_reason(secretary, body):
    secretary.post(report_page(body), {"text_nb": "Tekst", "text_nn": "Tekst", "publish": "x"})
    report = YearlyReport.objects.get(status="published")
    assert b"Everyone can read it" in secretary.get(report_page(body)).content
    assert secretary.post(report_page(body), {"take_back": "x"}).status_code == 200
    secretary.post(report_page(body), {"take_back": "x", "reason": "Feil tall"})
    report.refresh_from_db()
    assert report.status == "draft"


def test_whoever_was_editing_when_it_was_published_loses_nothing_they_typed(secretary, body):
    YearlyReport.objects.create(body=body, year=YEAR - 1, text_nb="A", text_nn="B", status="published")
    answer = secretary.post(report_page(body), {"text_nb": "Mitt", "text_nn": "Mitt", "seen": "1"})
    assert answer.context["form"]["text_nb"].value() == "Mitt"
    assert YearlyReport.objects.get().text_nb == "A"


def test_two_who_edit_at_once_are_told_of_each_other(secretary, body):
    report = YearlyReport.objects.create(body=body, year=YEAR - 1, text_nb="A", text_nn="B")
    report.text_nb = "Andres"
    report.save()
    answer = secretary.post(report_page(body), {"text_nb": "Mitt", "text_nn": "B", "seen": "1"})
    assert answer.context["form"].conflict
    assert YearlyReport.objects.get().text_nb == "Andres"


def test_drafting_anew_replaces_what_is_ticked_and_nothing_else(secretary, body):
    report = YearlyReport.objects.create(
        body=body, year=YEAR - 1, text_nb="# Møter\n\nMitt\n\n# Eget\n\nMitt", text_nn="# Møte\n\nMitt"
    )
    make_meeting(body, date=datetime.date(YEAR - 1, 3, 12), status="held", place="Rådhuset")
    shown = secretary.get(report_page(body, "nytt-utkast/"))
    assert b"nb:M" in shown.content
    secretary.post(report_page(body, "nytt-utkast/"), {"seen": report.version, "take": ["nb:Møter"]})
    report.refresh_from_db()
    assert "Rådhuset" in report.text_nb
    assert "# Eget\n\nMitt" in report.text_nb
    assert report.text_nn == "# Møte\n\nMitt"


def test_nothing_is_drafted_anew_over_what_somebody_else_just_wrote(secretary, body):
    report = YearlyReport.objects.create(body=body, year=YEAR - 1, text_nb="# Møter\n\nMitt", text_nn="B")
    report.text_nn = "Andres"
    report.save()
    answer = secretary.post(report_page(body, "nytt-utkast/"), {"seen": "1", "take": ["nb:Møter"]})
    assert answer.status_code == 200
    assert YearlyReport.objects.get().text_nb == "# Møter\n\nMitt"


# The self-evaluation.


def evaluation_page(body, rest=""):
    return page(body, f"egenvurdering/{YEAR}/{rest}")


def test_questions_are_answered_and_those_without_an_answer_are_not_stored(secretary, body):
    answer = secretary.post(
        evaluation_page(body, "rediger/"),
        {"understanding-score": "4", "routines-comment": "Vet ikke", "improve": "Møtes oftere"},
    )
    assert answer.status_code == 302
    evaluation = SelfEvaluation.objects.get(body=body, year=YEAR)
    answers = {row.question: (row.score, row.comment) for row in evaluation.answers.all()}
    assert answers == {"understanding": (4, ""), "routines": (None, "Vet ikke")}


def test_a_score_is_from_one_to_five(secretary, body):
    answer = secretary.post(evaluation_page(body, "rediger/"), {"understanding-score": "6", "improve": "Mitt"})
    assert answer.status_code == 200
    assert answer.context["form"]["improve"].value() == "Mitt"
    assert not SelfEvaluation.objects.exists()


@pytest.fixture
def evaluated(body):
    for year, score in ((YEAR - 1, 2), (YEAR, 4)):
        evaluation = SelfEvaluation.objects.create(body=body, year=year, improve="Møtes oftere")
        Answer.objects.create(evaluation=evaluation, question=Question.UNDERSTANDING, score=score, comment="Fordi")
    return evaluation


def test_the_members_see_this_year_beside_the_last_and_change_nothing(member, body, evaluated):
    answer = member.get(evaluation_page(body))
    first = answer.context["compared"][0]
    assert (first.score, first.before, first.change) == (4, 2, "up")
    assert b"rediger" not in answer.content
    assert member.get(evaluation_page(body, "rediger/")).status_code == 403


def test_an_answer_that_is_changed_is_the_same_answer(secretary, body, evaluated):
    row = evaluated.answers.get()
    secretary.post(
        evaluation_page(body, "rediger/"),
        {
            "seen": evaluated.version,
            "improve": "Møtes oftere",
            "understanding-score": "5",
            "understanding-comment": "Fordi",
            "understanding-seen": row.version,
        },
    )
    row.refresh_from_db()
    assert row.score == 5


# After an election.


@pytest.fixture
def elected(body):
    long_ago = datetime.date(2020, 1, 1)
    return [make_member(body, is_elected=True, valid_from=long_ago, role=role) for role in ("ordfører", "varaordfører")]


def test_members_go_on_are_followed_or_end_with_one_save(secretary, body, elected):
    mayor, deputy = elected
    answer = secretary.post(
        page(body, "medlemmer/bekreft/"),
        {
            "first": timezone.localdate().isoformat(),
            f"m{mayor.pk}-seen": mayor.version,
            f"m{mayor.pk}-choice": "new_holder",
            f"m{mayor.pk}-new_name": "Kari Eksempel",
            f"m{deputy.pk}-seen": deputy.version,
            f"m{deputy.pk}-choice": "goes_on",
        },
    )
    assert answer.headers["Location"] == page(body, "")
    current = {(row.role, row.name) for row in Member.objects.filter(body=body).current(timezone.localdate())}
    assert current == {("ordfører", "Kari Eksempel"), ("varaordfører", "")}


def test_a_name_without_a_choice_is_asked_about_and_stays(secretary, body, elected):
    answer = secretary.post(
        page(body, "medlemmer/bekreft/"),
        {
            "first": timezone.localdate().isoformat(),
            f"m{elected[0].pk}-seen": elected[0].version,
            f"m{elected[0].pk}-new_name": "Kari Eksempel",
        },
    )
    assert answer.status_code == 200
    assert answer.context["rows"][0]["new_name"].value() == "Kari Eksempel"
    assert Member.objects.filter(body=body).count() == 2


def test_nobody_settles_a_member_that_was_changed_meanwhile(secretary, body, elected):
    seen = elected[0].version
    elected[0].role = "byrådsleder"
    elected[0].save()
    answer = secretary.post(
        page(body, "medlemmer/bekreft/"),
        {
            "first": timezone.localdate().isoformat(),
            f"m{elected[0].pk}-seen": seen,
            f"m{elected[0].pk}-choice": "ended",
        },
    )
    assert answer.context["rows"][0].conflict
    assert Member.objects.get(pk=elected[0].pk).valid_to is None


def test_the_desk_says_how_many_are_to_be_confirmed(secretary, body, elected):
    todos = secretary.get(page(body, "")).context["todos"]
    assert (2, page(body, "medlemmer/bekreft/")) in [(todo.count, todo.url) for todo in todos]


IDENTITY_NUMBER = "02013299997"


@pytest.mark.parametrize("field", ["text_nb", "text_nn"])
def test_an_identity_number_in_a_report_is_refused(secretary, body, field):
    answer = secretary.post(report_page(body), {"text_nb": "A", "text_nn": "B", field: f"Om {IDENTITY_NUMBER}"})
    assert answer.context["form"].errors[field]
    assert not YearlyReport.objects.exists()


def test_an_identity_number_in_the_name_of_a_new_holder_is_refused(secretary, body, elected):
    answer = secretary.post(
        page(body, "medlemmer/bekreft/"),
        {
            "first": timezone.localdate().isoformat(),
            f"m{elected[0].pk}-seen": elected[0].version,
            f"m{elected[0].pk}-choice": "new_holder",
            f"m{elected[0].pk}-new_name": IDENTITY_NUMBER,
        },
    )
    assert "new_name" in answer.context["rows"][0].errors
    assert Member.objects.filter(body=body).count() == 2
