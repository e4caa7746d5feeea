"""What comes with the portal to be read: every topic has its page, in both målformer, with sources and a review date.

Only the content that is in the repository is asked here; how a wrong file is told is in test_content_files.py.
"""

import datetime
import re
from collections import Counter

import pytest
from dateutil.relativedelta import relativedelta
from django.utils import translation

from contacts.person_data import guard
from guidance import content_files, markdown
from guidance.choices import Kind
from guidance.models import Text

pytestmark = pytest.mark.once_on("SQLite")

# The systems the project was asked for (product.md, section 2), each with the pages about it.
TOPICS = {
    "prevention contacts, in the seven districts of then": ["forebyggingskontakter"],
    "a corresponding contact in every police district": ["kontakt-i-hvert-distrikt"],
    "02800": ["ringe-02800"],
    "coordinating a concern, giving advice, leading on": ["bekymringsveien", "bekymret-skole", "bekymret-frivillig"],
    "what to see and what to say": ["tegn-til-bekymring", "samtalen", "nasjonal-veileder"],
    "police councils, and what to use them for": ["politirad", "politirad-moter"],
    "the circular of 2007 and the evaluation of 2014": ["rundskriv-politirad-2007", "evaluering-politirad-2014"],
    "SLT, and SLT in practice": ["slt", "slt-i-praksis"],
    "mobilisation and participation": ["mobilisering"],
    "local guides and action cards": ["lokal-veileder", "mal-tiltakskort"],
    "interplay with the media": ["medier"],
    "school and leisure as arenas": ["skolen-som-arena", "fritid-som-arena"],
    "material from IMDi": ["imdi", "imdi-tolk"],
    "material from Denmark": ["danmark", "dansk-senter", "dansk-kriminalpraeventivt-rad"],
    "the internet and social media": ["internett"],
    "knowledge and information flow": ["informasjonsflyt", "kunnskapsgrunnlag"],
    "secrecy, the duty to inform and the duty to avert": ["taushetsplikt", "veileder-taushetsplikt"],
}
IN_ENGLISH_TOO = {
    *("informasjonsflyt", "forebyggingskontakter", "politirad", "slt", "slt-i-praksis", "mobilisering"),
    *("lokal-veileder", "mal-tiltakskort", "internett", "taushetsplikt", "ringe-02800"),
}
# Words that one målform has and the other has not.
OF_BOKMAL = (
    "ikke hvordan jeg hva hvem hvor hvorfor hvis noen noe fra være bare mye gjøre gjør kommer veileder taushetsplikt"
    " opplysningsplikten avvergingsplikt forebygging forebygge kommunens skole skolen uker dere deres dem hun bekymring"
    " samtaler steder hjemme selv trenger virker hvilke plikten gjeldende"
)
OF_NYNORSK = (
    "ikkje korleis eg kva kven kvar kvifor nokon noko frå vere berre mykje gjere gjer kjem rettleiar teieplikt"
    " opplysningsplikta avverjingsplikt førebygging førebyggje skule skulen veker òg ein eit dykk dei"
    " samtalar stader heime treng verkar"
)


@pytest.fixture(scope="module")
def content():
    with translation.override(None):
        return content_files.read()


@pytest.fixture(scope="module")
def by_key(content):
    return {one.key: one for one in content.resources}


def texts(content, *languages):
    return [
        (f"{one.key}/{language}", one, text)
        for one in content.resources
        for language, text in one.texts.items()
        if language in languages or not languages
    ]


def whole(text):
    return "\n".join([text["title"], text["summary"], *(text[name] for name in Text.MARKDOWN)])


def test_nothing_is_wrong_with_any_file(content):
    assert [str(problem) for problem in content.problems] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_its_pages_in_both_languages(by_key, topic):
    for key in TOPICS[topic]:
        assert {"nb", "nn"} <= set(by_key[key].texts)


def test_the_main_ones_are_there_in_english_too(by_key):
    assert {key for key, one in by_key.items() if "en" in one.texts} >= IN_ENGLISH_TOO


def test_everything_is_written_in_both_languages_by_hand(content):
    """Idiomatic, not word for word: no paragraph of some length stands in both."""
    for one in content.resources:
        assert {"nb", "nn"} <= set(one.texts), one.key
        same = {*_lines(one.texts["nb"])} & {*_lines(one.texts["nn"])}
        assert not same, (one.key, same)


def _lines(text):
    return [line for line in text["body"].splitlines() if len(line) > 90 and not line.startswith("|")]


def test_nynorsk_is_nynorsk_and_bokmal_is_bokmal(content):
    foreign, found = {"nb": {*OF_NYNORSK.split()}, "nn": {*OF_BOKMAL.split()}}, {}
    for name, _one, text in texts(content, "nb", "nn"):
        # Titles of others, in italics, and addresses stand as they are.
        plain = re.sub(r"\*[^*]+\*|\]\([^)]*\)", " ", whole(text).replace("**", ""))
        if wrong := set(re.findall(r"\w+", plain.lower())) & foreign[name[-2:]]:
            found[name] = wrong
    assert found == {}


def test_what_stands_on_the_pages_of_both_languages_is_right_in_both(content):
    """A note and an owner are written once."""
    for one in content.resources:
        shared = " ".join([one.fields["owner"], *(source["note"] for source in one.sources)])
        assert not {*re.findall(r"\w+", shared.lower())} & {*OF_BOKMAL.split(), *OF_NYNORSK.split()}, one.key


def test_articles_are_worth_reading_and_not_too_long(content):
    """About as long as somebody reads at work; what only refers may be short."""
    for name, one, text in texts(content, "nb", "nn"):
        count = len(whole(text).split())
        least, most = (250, 950) if one.fields["kind"] == Kind.ARTICLE else (60, 950)
        assert least <= count <= most, (name, count)


def test_every_article_has_headings_to_find_the_way_by(content):
    for name, one, text in texts(content):
        if one.fields["kind"] == Kind.ARTICLE:
            assert len(markdown.headings_in(text["body"])) >= 3, name


def test_each_has_sources_an_owner_and_a_review_to_come(content):
    for one in content.resources:
        reviewed, review = one.fields["reviewed_on"], one.fields["review_on"]
        assert one.sources, one.key
        assert one.fields["owner"], one.key
        assert reviewed < review <= reviewed + relativedelta(months=18), one.key


def test_what_is_about_the_law_is_reviewed_within_a_year(content):
    for one in content.resources:
        if "secrecy" in one.fields["themes"]:
            assert one.fields["review_on"] <= one.fields["reviewed_on"] + datetime.timedelta(days=366), one.key


def test_what_applies_in_denmark_says_so_first(content):
    danish = [one for one in content.resources if one.fields["country"] == "DK"]
    assert len(danish) >= 2
    for one in danish:
        assert one.texts["nb"]["summary"].startswith("Gjelder i Danmark.")
        assert one.texts["nn"]["summary"].startswith("Gjeld i Danmark.")


def test_no_address_and_no_title_stands_twice(content):
    for name in ("slug", "title"):
        owners = Counter(value for one in content.resources for value in {text[name] for text in one.texts.values()})
        assert [value for value, count in owners.items() if count > 1] == []


def test_no_person_is_named_or_described(content):
    found = {
        name: [finding.words(whole(text)) for finding in guard.check(whole(text))]
        for name, _one, text in texts(content)
        if guard.check(whole(text))
    }
    assert found == {}


def test_what_has_ended_leads_on(by_key, content):
    ended = {slug for slug, fields in content.publishers.items() if fields["ended_on"]}
    of_ended = [one for one in content.resources if one.publisher in ended]
    assert of_ended
    assert all(content.publishers[slug]["successor"] for slug in ended)
    assert all(one.superseded_by in by_key for one in of_ended)
