"""What everyone sees of the library: its list, a resource, its publishers, and what is new."""

import datetime
import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts import gazetteer
from contacts.tests.factories import make_district, make_municipality
from guidance import index
from guidance.choices import Audience, Country, Kind, Theme
from guidance.models import Resource, Source
from guidance.tests.factories import make_draft, make_published, make_publisher, make_resource
from guidance.views import RESOURCES_A_PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("places_asked_for_once")]
LIST, FEED = "/veiledning/", "/veiledning/nytt.atom"
TODAY = datetime.date.today
ATOM = "{http://www.w3.org/2005/Atom}"


def answer_of(client, url):
    gazetteer.check_again()
    return client.get(url)


def text(client, url):
    answer = answer_of(client, url)
    assert answer.status_code == 200
    return answer.content.decode()


def queries(client, url):
    text(client, url)
    gazetteer.check_again()
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def named(title, resource=None, **fields):
    """Published in bokmål and nynorsk, under addresses made from a title of one word."""
    edition = make_published(resource, languages=("nb",), title=title, slug=title.lower(), **fields)
    edition.texts.create(language="nn", title=f"{title} nynorsk", slug=f"{title.lower()}-nn", summary="Ei prøve.")
    edition.resource.addresses.get_or_create(slug=f"{title.lower()}-nn", defaults={"language": "nn"})
    return edition.resource


class TestTheList:
    def test_the_front_leads_by_reader_and_by_theme_and_says_how_many(self, client):
        named("Krabbe", make_resource(themes=[Theme.MEDIA], audiences=[Audience.NAV]))
        front = text(client, LIST)
        assert '<a class="choice" href="?tema=media">' in front
        assert '<a class="choice" href="?for=nav">' in front
        assert "Krabbe" in front

    def test_filters_are_combined_and_each_can_be_taken_away(self, client):
        for title, audience in [("Krabbe", Audience.NAV), ("Hummer", Audience.HEALTH)]:
            named(title, make_resource(themes=[Theme.MEDIA], audiences=[audience], country=Country.SWEDEN))
        page = text(client, f"{LIST}?tema=media&for=nav&land=SE")
        assert "Krabbe" in page
        assert "Hummer" not in page
        assert 'class="chosen__filter" href="?tema=media&amp;land=SE"' in page
        assert 'class="chosen__filter" href="?for=nav&amp;land=SE"' in page

    @pytest.mark.parametrize("chosen", ["?vis=alle", "?land=SE"])
    def test_its_other_pages_have_the_same_chosen(self, client, chosen):
        for _number in range(RESOURCES_A_PAGE + 1):
            make_published(make_resource(country=Country.SWEDEN))
        assert f'href="{chosen}&amp;p=2"' in text(client, f"{LIST}{chosen}")

    def test_a_link_says_how_many_it_would_show_beside_what_is_chosen(self, client):
        for title, audience in [("Krabbe", Audience.NAV), ("Hummer", Audience.HEALTH), ("Reke", Audience.HEALTH)]:
            named(title, make_resource(country=Country.SWEDEN, audiences=[audience]))
        page = text(client, f"{LIST}?land=SE&for=nav")
        assert re.search(r'href="\?for=health&amp;land=SE">[^<]*\(2\)', page)

    @pytest.mark.parametrize("wrong", ["tema=atlantis", "tema=%00", "utgiver=finnes-ikke&tema=", "sprak=xx"])
    def test_what_no_filter_has_is_said_and_narrows_nothing(self, client, wrong):
        named("Krabbe")
        named("Hummer")
        page = text(client, f"{LIST}?{wrong}")
        assert "har ikke et slikt valg" in page
        assert f"{len(index.current().items)} ressurser" in page

    @pytest.mark.parametrize("number", ["99999999999999999999", "-1", "abc", "%00", "9" * 5000])
    def test_a_page_that_is_not_there_is_answered_with_one_that_is(self, client, number):
        named("Krabbe", make_resource(country=Country.SWEDEN))
        assert "Krabbe" in text(client, f"{LIST}?land=SE&p={number}")

    def test_drafts_and_what_is_withdrawn_are_nowhere(self, client):
        make_draft(title="Kanarifugl", slug="kanarifugl")
        named("Papegoye", make_resource(archived_on=timezone.localdate()))
        for url in (f"{LIST}?vis=alle", LIST, FEED, "/sitemap.xml"):
            assert not re.search("kanarifugl|papegoye", text(client, url), re.IGNORECASE)

    def test_what_waits_for_its_day_is_not_there_before_it(self, client):
        named("Krabbe", publish_on=timezone.localdate() + datetime.timedelta(days=1))
        assert answer_of(client, f"{LIST}krabbe/").status_code == 404
        assert "Krabbe" not in text(client, f"{LIST}?vis=alle")

    @pytest.mark.parametrize("url", [LIST, f"{LIST}?vis=alle&tema=media", FEED, "/veiledning/utgivere/"])
    def test_a_list_costs_the_same_for_one_and_for_a_hundred(self, client, url):
        make_published(make_resource(themes=[Theme.MEDIA]))
        before = queries(client, url)
        for _number in range(99):
            make_published(make_resource(themes=[Theme.MEDIA]))
        assert queries(client, url) == before == 1


class TestAResource:
    def test_the_page_is_in_its_language_under_the_address_of_that(self, client):
        named("Krabbe")
        page = text(client, f"{LIST}krabbe/")
        assert 'href="/nn/veiledning/krabbe-nn/" hreflang="nn"' in page
        assert 'href="/en/veiledning/krabbe/" hreflang="en"' in page
        assert "Krabbe nynorsk" in text(client, "/nn/veiledning/krabbe-nn/")

    @pytest.mark.parametrize(
        ("asked", "led_to"),
        [
            ("/nn/veiledning/krabbe/", "/nn/veiledning/krabbe-nn/"),
            ("/veiledning/krabbe-nn/", "/veiledning/krabbe/"),
            ("/en/veiledning/krabbe-nn/", "/en/veiledning/krabbe/"),
            ("/nn/veiledning/krabbe/utgaver/1/", "/nn/veiledning/krabbe-nn/"),
        ],
    )
    def test_the_address_of_another_language_leads_to_the_right_one(self, client, asked, led_to):
        named("Krabbe")
        answer = client.get(asked, follow=True)
        assert answer.redirect_chain[-1][0] == led_to
        assert answer.status_code == 200

    def test_a_former_address_leads_on_for_good(self, client):
        resource = named("Krabbe")
        make_published(resource, languages=("nb",), slug="strandkrabbe", change_note="Nytt navn.")
        answer = answer_of(client, f"{LIST}krabbe/")
        assert (answer.status_code, answer.url) == (301, f"{LIST}strandkrabbe/")

    def test_a_missing_translation_is_shown_in_the_other_language_and_says_so(self, client):
        make_published(languages=("nb",), title="Krabbe", slug="krabbe", body="## Om krabber")
        page = text(client, "/nn/veiledning/krabbe/")
        assert "finst ikkje på nynorsk enno" in page
        assert '<h1 lang="nb">Krabbe</h1>' in page
        assert '<article class="prose guidance-text" lang="nb">' in page
        assert '<link rel="canonical" href="http://testserver/veiledning/krabbe/">' in page

    def test_what_applies_elsewhere_says_where(self, client):
        named("Krabbe", make_resource(country=Country.DENMARK))
        assert "Gjelder i Danmark." in text(client, f"{LIST}krabbe/")

    def test_of_a_publisher_that_has_ended_it_says_who_answers_now(self, client):
        last = make_publisher(name="Havdirektoratet", slug="hav")
        middle = make_publisher(name="Fjordtilsynet", ended_on=TODAY(), successor=last)
        first = make_publisher(name="Strandvesenet", ended_on=datetime.date(2015, 12, 31), successor=middle)
        named("Krabbe", make_resource(publisher=first))
        page = text(client, f"{LIST}krabbe/")
        assert "Strandvesenet ble lagt ned 31. desember 2015." in page
        assert '<a href="/veiledning/utgivere/hav/">Havdirektoratet</a>' in page

    def test_what_is_superseded_leads_to_the_end_of_the_way(self, client):
        third = named("Reke")
        second = named("Hummer", make_resource(superseded_by=third, archived_on=timezone.localdate()))
        named("Krabbe", make_resource(superseded_by=second))
        page = text(client, f"{LIST}krabbe/")
        assert "Denne er erstattet." in page
        assert '<a href="/veiledning/reke/">Reke</a>' in page

    def test_what_is_withdrawn_is_gone_and_says_what_to_use_instead(self, client):
        named("Krabbe", make_resource(superseded_by=named("Reke"), archived_on=timezone.localdate()))
        for url in (f"{LIST}krabbe/", f"{LIST}krabbe/utgaver/1/"):
            answer = answer_of(client, url)
            assert answer.status_code == 410
            assert "public" not in answer.headers.get("Cache-Control", "")
            assert '<a href="/veiledning/reke/"' in answer.content.decode()

    def test_a_review_that_is_overdue_is_said_to_everyone(self, client):
        named("Krabbe", make_resource(review_on=timezone.localdate() - datetime.timedelta(days=1)))
        assert "skulle vært gjennomgått" in text(client, f"{LIST}krabbe/")

    def test_an_activity_shows_what_it_takes_in_the_order_of_doing_it(self, client):
        resource = make_resource(
            kind=Kind.ACTIVITY, age_from=13, age_to=16, minutes_from=45, minutes_to=45, group_to=12
        )
        named("Krabbe", resource, materials="Papir", steps="1. Fordel", watch_for="Ro")
        page = text(client, f"{LIST}krabbe/")
        for words in ("13–16 år", "45 minutter", "inntil 12 deltakere"):
            assert words in page
        assert page.index("Dette trenger du") < page.index("Slik gjør du") < page.index("Vær oppmerksom på")
        assert structured_data(page)["typicalAgeRange"] == "13-16"

    def test_what_is_kept_elsewhere_has_a_way_there(self, client):
        named("Krabbe", make_resource(kind=Kind.REPORT, url="https://rapport.example/a?b=1&c=2", year=2014))
        page = text(client, f"{LIST}krabbe/")
        assert 'class="ds-button" href="https://rapport.example/a?b=1&amp;c=2"' in page
        assert "Gå til rapporten" in page

    def test_a_long_text_has_a_table_of_contents_that_leads_into_it(self, client):
        body = "\n\n".join(f"## Del {number}\n\nTekst." for number in range(1, 6))
        named("Krabbe", body=body)
        page = text(client, f"{LIST}krabbe/")
        for target in re.findall(r'<a href="#(del-[^"]*)"', page):
            assert f'id="{target}"' in page
        assert page.count('href="#del-') == 5

    def test_search_engines_are_told_what_it_is(self, client):
        named("Krabbe", make_resource(publisher=make_publisher(name="Havdirektoratet")))
        data = structured_data(text(client, f"{LIST}krabbe/"))
        assert data["@type"] == "Article"
        assert data["publisher"]["name"] == "Havdirektoratet"
        assert data["inLanguage"] == "nb"

    def test_it_leads_on_to_what_is_near_in_theme_and_place(self, client):
        district, themes = make_district(), [Theme.MEDIA, Theme.SLT, Theme.SECRECY, Theme.YOUTH]
        place, other = (make_municipality(district=district) for _number in range(2))
        named("Krabbe", make_resource(municipality=place, themes=themes))
        for title, where in [("Reke", {"municipality": place}), ("Hummer", {"district": district})]:
            named(title, make_resource(themes=themes, **where))
        named("Kanarifugl", make_resource(municipality=other, themes=themes))
        page = text(client, f"{LIST}krabbe/")
        assert all(title in page for title in ("Reke", "Hummer"))
        assert "Kanarifugl" not in page

    def test_what_is_local_says_whose_it_is(self, client):
        place = make_municipality(district=make_district())
        named("Krabbe", make_resource(municipality=place))
        assert f'<a href="/kommuner/{place.slug}/">{place.name}</a>' in text(client, f"{LIST}krabbe/")

    @pytest.mark.parametrize(
        "word", ["finnes-ikke", "finnes-ikke/utgaver/1", "krabbe/utgaver/7", f"krabbe/utgaver/{'9' * 30}"]
    )
    def test_what_is_not_there_is_not_there(self, client, word):
        named("Krabbe")
        assert answer_of(client, f"{LIST}{word}/").status_code == 404

    def test_it_costs_the_same_however_much_belongs_to_it(self, client):
        resource = named("Krabbe", make_resource(themes=[Theme.MEDIA]))
        before = queries(client, f"{LIST}krabbe/")
        for number in range(30):
            Source.objects.create(resource=resource, title=f"Kilde {number}", url=f"https://{number}.example/")
            named(f"Reke{number}", make_resource(themes=[Theme.MEDIA]))
        assert queries(client, f"{LIST}krabbe/") == before


class TestEditions:
    @pytest.fixture
    def resource(self):
        resource = named("Krabbe", body="Den gamle teksten.")
        make_published(
            resource,
            languages=("nb", "nn"),
            title="Krabbe",
            change_note="Ny lov.",
            body="Den nye teksten.",
            slug="krabbe",
        )
        return resource

    def test_the_page_tells_what_was_new_and_leads_to_what_was(self, client, resource):
        page = text(client, f"{LIST}krabbe/")
        assert "Ny lov." in page
        assert "Den nye teksten." in page
        assert 'href="/veiledning/krabbe/utgaver/1/"' in page

    def test_an_older_edition_is_read_marked_and_left_out_by_search_engines(self, client, resource):
        page = text(client, f"{LIST}krabbe/utgaver/1/")
        assert "Den gamle teksten." in page
        assert "Den er erstattet." in page
        assert '<meta name="robots" content="noindex">' in page

    def test_what_has_changed_since_is_marked(self, client, resource):
        page = text(client, f"{LIST}krabbe/utgaver/1/?endret=ja")
        assert re.search(r"<del>.*gamle.*</del>", page)
        assert re.search(r"<ins>.*nye.*</ins>", page)

    def test_the_one_that_holds_is_the_resource(self, client, resource):
        answer = answer_of(client, f"{LIST}krabbe/utgaver/2/")
        assert (answer.status_code, answer.url) == (302, f"{LIST}krabbe/")

    def test_a_draft_is_no_edition_of_anyone(self, client, resource):
        make_draft(resource, body="Kanarifugl")
        assert answer_of(client, f"{LIST}krabbe/utgaver/3/").status_code == 404
        assert "Kanarifugl" not in text(client, f"{LIST}krabbe/")


class TestPublishers:
    def test_they_stand_under_their_country_and_those_without_anything_are_left_out(self, client):
        named("Krabbe", make_resource(publisher=make_publisher(name="Kystrådet", country=Country.DENMARK)))
        make_publisher(name="Havdirektoratet")
        page = text(client, f"{LIST}utgivere/")
        assert page.index("Danmark") < page.index("Kystrådet")
        assert "Havdirektoratet" not in page

    def test_one_shows_what_it_published_and_whom_it_took_over_from(self, client):
        now = make_publisher(name="Havdirektoratet", slug="hav")
        make_publisher(name="Strandvesenet", ended_on=TODAY(), successor=now)
        named("Krabbe", make_resource(publisher=now))
        page = text(client, f"{LIST}utgivere/hav/")
        assert "Krabbe" in page
        assert "Strandvesenet" in page
        assert answer_of(client, f"{LIST}utgivere/finnes-ikke/").status_code == 404


class TestTheFeed:
    def test_it_is_valid_and_its_ids_stay_whatever_a_resource_is_called(self, client):
        resource = named("Krabbe")
        before = entries(client)
        make_published(resource, languages=("nb",), title="Strandkrabbe", change_note="Nytt navn.")
        after = entries(client)
        assert before[0].find(f"{ATOM}id").text == after[0].find(f"{ATOM}id").text
        assert after[0].find(f"{ATOM}title").text == "Strandkrabbe"
        assert "Nytt navn." in after[0].find(f"{ATOM}summary").text
        assert {"id", "title", "updated", "link", "author"} <= {child.tag.removeprefix(ATOM) for child in after[0]}

    def test_each_language_has_its_own(self, client):
        named("Krabbe")
        assert entries(client, "/nn/veiledning/nytt.atom")[0].find(f"{ATOM}title").text == "Krabbe nynorsk"
        newest = entries(client, "/en/veiledning/nytt.atom")[0]
        assert newest.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "nb"

    def test_what_xml_cannot_say_does_not_stop_it(self, client):
        named("Krabbe")
        Resource.objects.get(addresses__slug="krabbe").editions.get().texts.filter(language="nb").update(
            summary="En\x0b."
        )
        assert entries(client)

    def test_the_list_leads_to_it(self, client):
        assert '<link rel="alternate" type="application/atom+xml" href="/veiledning/nytt.atom"' in text(client, LIST)


def entries(client, url=FEED):
    answer = answer_of(client, url)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.content)  # noqa: S314 (our own)
    return feed.findall(f"{ATOM}entry")


def structured_data(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
