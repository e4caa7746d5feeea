"""A resource on the desk: its facts, whether it holds, taken out of use; and the lists that lead to it."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from contacts.models import Role
from contacts.tests.browsers import sent
from contacts.tests.factories import make_municipality, make_user
from guidance import index
from guidance.models import Address, CheckedLink, Edition, MissedWord, Publisher, Resource
from guidance.tests.factories import (
    make_draft,
    make_guidance_editor,
    make_published,
    make_publisher,
    make_resource,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def resource(town):
    return make_published(make_resource(municipality=town), languages=("nb",), title="Veilederen vår").resource


@pytest.fixture
def editor():
    client = Client()
    client.force_login(make_guidance_editor())
    return client


@pytest.fixture
def on_page(desk, resource):
    """Sends a page of the resource as it was shown, with something else typed."""

    def send(name, **typed):
        url = reverse(name, args=[resource.pk])
        return desk.post(url, sent(desk.get(url)) | typed)

    return send


def refused(answer):
    assert answer.status_code == 200
    return answer.content.decode()


# Facts


def test_facts_are_changed_with_a_reason_that_stays_in_the_history(on_page, resource):
    answer = on_page("resource_facts", owner="Ny enhet", themes=["concern"], reason="Omorganisert.")
    assert answer.status_code == 302
    resource.refresh_from_db()
    assert (resource.owner, resource.themes) == ("Ny enhet", ["concern"])
    assert resource.history.latest().history_change_reason == "Omorganisert."


def test_a_review_date_in_the_past_is_refused_and_what_was_typed_stays(on_page, resource):
    page = refused(on_page("resource_facts", review_on=(TODAY - DAY).isoformat(), owner="Det jeg skrev"))
    assert "This day has been" in page
    assert "Det jeg skrev" in page


def test_what_is_overdue_may_stay_so_while_something_else_is_changed(on_page, resource):
    Resource.objects.filter(pk=resource.pk).update(review_on=TODAY - DAY)
    assert on_page("resource_facts", owner="Ny enhet").status_code == 302


def test_a_circle_of_what_supersedes_what_is_refused(on_page, resource):
    newer = make_published(make_resource(superseded_by=resource)).resource
    assert "in a circle" in refused(on_page("resource_facts", superseded_by=newer.pk))


def test_only_what_is_published_is_offered_as_what_to_use_instead(desk, on_page, resource):
    published, draft = make_published().resource, make_draft().resource
    form = desk.get(reverse("resource_facts", args=[resource.pk])).context["form"]
    offered = form.fields["superseded_by"].queryset
    assert offered.contains(published)
    assert not offered.contains(draft)
    refused(on_page("resource_facts", superseded_by=draft.pk))
    refused(on_page("resource_facts", superseded_by="9" * 30))


def test_sources_are_kept_in_their_order(on_page, resource):
    resource.sources.create(title="Den første")
    typed = {
        "sources-1-title": "Den andre",
        "sources-1-url": "eksempel.example/rapport",
        "sources-2-title": "Den tredje",
    }
    assert on_page("resource_facts", **typed).status_code == 302
    assert list(resource.sources.values_list("title", flat=True)) == ["Den første", "Den andre", "Den tredje"]
    assert resource.sources.get(title="Den andre").url == "https://eksempel.example/rapport"


def test_a_source_elsewhere_than_on_the_web_is_refused(on_page, resource):
    refused(on_page("resource_facts", **{"sources-0-title": "Kilde", "sources-0-url": "javascript:alert(1)"}))
    assert not resource.sources.exists()


def test_only_activities_have_ages_and_only_references_an_address(desk, resource, town):
    def fields(kind, **more):
        row = make_published(make_resource(kind=kind, municipality=town, **more)).resource
        return set(desk.get(reverse("resource_facts", args=[row.pk])).context["form"].fields)

    assert "age_from" in fields("activity")
    assert "url" in fields("link", url="https://eksempel.example/")
    assert not {"age_from", "url"} & fields("article")


def test_two_at_once_the_second_is_told(desk, resource):
    url = reverse("resource_facts", args=[resource.pk])
    fields = sent(desk.get(url), owner="Min enhet")
    resource.owner = "Den andres enhet"
    resource.save()
    page = refused(desk.post(url, fields))
    assert "Min enhet" in page
    assert "Den andres enhet" in page


def test_what_a_municipality_writes_is_published_by_itself(desk, on_page, resource):
    assert "publisher" not in desk.get(reverse("resource_facts", args=[resource.pk])).context["form"].fields
    on_page("resource_facts", owner="Ny enhet", publisher=make_publisher().pk, reason="Omorganisert.")
    resource.refresh_from_db()
    assert (resource.owner, resource.publisher) == ("Ny enhet", None)


def test_one_that_the_library_s_editor_has_named_may_stay_and_no_other_is_chosen(on_page, editor, resource):
    named = make_publisher()
    url = reverse("resource_facts", args=[resource.pk])
    assert editor.post(url, sent(editor.get(url), publisher=named.pk, reason="Skrevet sammen.")).status_code == 302
    assert "publisher" in on_page("resource_facts", publisher=make_publisher().pk).context["form"].errors
    assert on_page("resource_facts", owner="Ny enhet").status_code == 302
    resource.refresh_from_db()
    assert (resource.owner, resource.publisher) == ("Ny enhet", named)


def test_what_a_municipality_refers_to_may_be_anybody_s(desk, town):
    row = make_published(make_resource("report", municipality=town, url="https://eksempel.example/")).resource
    url, publisher = reverse("resource_facts", args=[row.pk]), make_publisher()
    assert desk.post(url, sent(desk.get(url), publisher=publisher.pk)).status_code == 302
    row.refresh_from_db()
    assert row.publisher == publisher


# Does it hold


def test_one_press_says_that_it_holds_for_a_year_more(desk, resource):
    Resource.objects.filter(pk=resource.pk).update(review_on=TODAY - DAY)
    desk.post(reverse("resource_reviewed", args=[resource.pk]), {"seen": resource.version})
    resource.refresh_from_db()
    assert resource.reviewed_on == TODAY
    assert resource.review_on > TODAY + 300 * DAY


def test_whoever_has_not_seen_the_newest_says_nothing_of_it(desk, resource):
    day = resource.review_on
    desk.post(reverse("resource_reviewed", args=[resource.pk]), {"seen": resource.version + 1})
    resource.refresh_from_db()
    assert resource.review_on == day


def test_it_is_archived_with_a_reason_and_taken_into_use_again(on_page, resource):
    newer = make_published().resource
    assert "Say why" in refused(on_page("archive_resource", superseded_by=newer.pk))
    assert on_page("archive_resource", superseded_by=newer.pk, reason="Ny veileder.").status_code == 302
    resource.refresh_from_db()
    assert (resource.archived_on, resource.superseded_by) == (TODAY, newer)
    assert resource.pk not in index.Index(index.current().places).by_id
    assert on_page("restore_resource", reason="Trengs likevel.").status_code == 302
    resource.refresh_from_db()
    assert resource.archived_on is None


def test_only_what_to_use_instead_is_optional_where_something_is_archived(desk, resource):
    page = desk.get(reverse("archive_resource", args=[resource.pk])).content.decode()
    assert page.count("(optional)") == 1


# Begun


def test_a_municipality_is_asked_for_no_place_and_no_publisher(desk, town):
    form = desk.get(reverse("new_resource")).context["form"]
    assert not {"place", "publisher"} & form.fields.keys()
    assert form.only_place["municipality"] == town


def test_the_kinds_are_offered_in_the_language_of_the_page(desk):
    page = desk.get(reverse("new_resource")).content.decode()
    assert '<option value="local_guide">Local guide</option>' in page


def test_only_a_guidance_editor_writes_for_the_country_and_names_who_publishes_it(editor):
    url = reverse("new_resource")
    typed = sent(editor.get(url), title="For alle", kind="article", place="land", owner="Redaksjonen")
    assert "publisher" in editor.post(url, typed).context["form"].errors
    assert editor.post(url, typed | {"publisher": make_publisher().pk}).status_code == 302
    resource = Resource.objects.get(name="For alle")
    assert resource.place is None


def test_a_place_that_is_another_s_is_refused(town):
    client = Client()
    client.force_login(make_user((Role.MUNICIPAL_EDITOR, town), (Role.MUNICIPAL_EDITOR, make_municipality())))
    url, other = reverse("new_resource"), make_municipality()
    fields = sent(client.get(url), title="Hos andre", kind="article", owner="Enheten")
    for place in (f"k{other.pk}", "land", "k999999999999999999", "tull"):
        assert client.post(url, fields | {"place": place}).status_code == 200, place
    assert not Resource.objects.filter(name="Hos andre").exists()


def test_what_is_kept_elsewhere_needs_its_address(desk, town):
    url = reverse("new_resource")
    fields = sent(desk.get(url), title="En rapport", kind="report", owner="Enheten")
    assert "web address" in refused(desk.post(url, fields))
    assert desk.post(url, fields | {"url": "https://eksempel.example/"}).status_code == 302


def test_who_keeps_it_is_no_person(desk):
    url = reverse("new_resource")
    assert "name of a person" in refused(
        desk.post(url, sent(desk.get(url), title="Ny", kind="article", owner="Kari Nordmann"))
    )


# The list, and what needs doing


def rows(client, **asked):
    page = client.get(reverse("guidance_desk"), asked)
    assert page.status_code == 200
    return [resource.name for resource, *_more in page.context["rows"]]


def test_the_list_has_what_is_mine_and_is_narrowed_by_what_is_asked(desk, resource, town):
    make_published(title="En annens")
    make_draft(make_resource(municipality=town, kind="activity", themes=["youth"]), title="Et spill")
    assert rows(desk) == ["Et spill", "Veilederen vår"]
    assert rows(desk, vis="utkast") == rows(desk, type="activity") == rows(desk, tema="youth") == ["Et spill"]
    assert rows(desk, vis="publisert") == rows(desk, q="veileder") == ["Veilederen vår"]
    assert rows(desk, vis="planlagt") == rows(desk, sted="k1", q="finnes ikke") == []
    assert len(rows(desk, vis="tull", p="tull", type="\0")) == 2


def test_what_needs_doing_is_counted_and_leads_to_those_rows(desk, keeper, town):
    for name in ("A", "B"):
        edition = make_draft(make_resource(municipality=town), status="review", title=name)
        Edition.objects.filter(pk=edition.pk).update(submitted_by=keeper if name == "A" else None)
    late = make_published(make_resource(municipality=town, review_on=TODAY), title="C")
    soon = make_published(make_resource(municipality=town, review_on=TODAY + 40 * DAY), title="D")
    todos = desk.get(reverse("guidance_desk")).context["todos"]
    assert [todo.count for todo in todos] == [1, 1, 1]
    assert [rows_at(desk, todo.url) for todo in todos] == [["B"], [late.resource.name], [soon.resource.name]]


def rows_at(client, url):
    return [resource.name for resource, *_more in client.get(url.split("#")[0]).context["rows"]]


def test_what_is_for_many_is_to_be_there_in_both_languages(editor, resource):
    make_published(languages=("nb",), title="For landet")
    assert "For landet" in rows(editor, vis="uten-nynorsk")
    assert "Veilederen vår" not in rows(editor, vis="uten-nynorsk")


def test_a_list_of_many_takes_as_many_queries_as_one_of_few(desk, resource, town, django_assert_max_num_queries):
    for number in range(6):
        make_published(make_resource(municipality=town), title=f"Nummer {number}")
    with django_assert_max_num_queries(26):
        assert len(rows(desk)) == 7


# Only for the editors of the library


def test_words_in_vain_are_shown_when_several_have_searched_for_them(editor):
    MissedWord.objects.create(word="hatprat", day=TODAY, count=2)
    MissedWord.objects.create(word="hatprat", day=TODAY - DAY, count=3)
    MissedWord.objects.create(word="enkelttilfelle", day=TODAY, count=1)
    MissedWord.objects.create(word="gammelt", day=TODAY - 100 * DAY, count=9)
    page = editor.get(reverse("missed_words"))
    assert page.context["words"] == [("hatprat", 5)]


@pytest.mark.parametrize("name", ["publisher_desk", "new_publisher", "missed_words"])
def test_what_is_about_the_whole_library_is_for_its_editors(desk, editor, name):
    assert desk.get(reverse(name)).status_code == 403
    assert editor.get(reverse(name)).status_code == 200


def test_a_publisher_gets_an_address_once_and_has_no_successor_in_a_circle(editor):
    url = reverse("new_publisher")
    assert editor.post(url, sent(editor.get(url), name="Prøvedirektoratet", country="NO")).status_code == 302
    first = Publisher.objects.get(name="Prøvedirektoratet")
    assert first.slug == "provedirektoratet"
    second = make_publisher(ended_on=TODAY, successor=first)
    url = reverse("edit_publisher", args=[first.pk])
    page = refused(editor.post(url, sent(editor.get(url), ended_on=TODAY.isoformat(), successor=second.pk)))
    assert "in a circle" in page
    other = make_publisher()
    assert "Say when it ended" in refused(editor.post(url, sent(editor.get(url), successor=other.pk)))


def test_broken_links_are_not_counted_for_others_than_the_editors(desk):
    CheckedLink.objects.create(url="https://eksempel.example/", status="broken")
    assert not desk.get(reverse("guidance_desk")).context["todos"]


def test_what_another_place_calls_its_draft_is_told_nowhere_else(desk, on_page, resource):
    """Its published title is everyone's; the one that it is to have is not."""
    theirs = make_published(make_resource(municipality=make_municipality()), title="Det alle leser").resource
    make_draft(theirs, title="Det ingen skal vite", slug="et-utkast")
    assert Resource.objects.get(pk=theirs.pk).name == "Det ingen skal vite"
    on_page("resource_facts", superseded_by=theirs.pk, reason="Ny veileder.")
    pages = [desk.get(reverse(name, args=[resource.pk])) for name in ("resource_desk", "resource_facts")]
    pages.append(desk.get(reverse("admin:guidance_resource_change", args=[resource.pk])))
    for page in map(refused, pages):
        assert "Det alle leser" in page
        assert "Det ingen skal vite" not in page
    told = str(Address.objects.filter(resource=theirs, slug__startswith="prove").first().refusal())
    assert "Det ingen skal vite" not in told
