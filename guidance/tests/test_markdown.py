"""Texts of the library, as they are read and as they are refused."""

from datetime import date
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from django.urls import path
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.tests.stopwatch import milliseconds
from guidance.markdown import LONGEST_TEXT, headings_in, links_in, plain, problems, render

urlpatterns = [
    path("veiledning/bilder/<int:pk>/", lambda request, pk: None, name="picture"),
]
PICTURE = SimpleNamespace(pk=12, width=640, height=480, credit="Prøvefotografen")
VOID = {"br", "hr", "img"}
SAFE = ("http:", "https:", "mailto:", "tel:", "/")


class Seen(HTMLParser):
    """What a browser would make of it: the elements, whether they are balanced, and the headings in their order."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.open, self.balanced = set(), [], [], True
        self.feed(html)
        self.close()
        self.balanced = self.balanced and not self.open
        self.levels = [int(tag[1]) for tag, _attributes in self.attributes if tag[0] == "h" and tag[1:].isdigit()]

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag

    def values(self, name):
        return [attributes[name] for _tag, attributes in self.attributes if name in attributes]


def shown(text, **options):
    return str(render(text, **{"language": "nb"} | options))


def messages(text, **options):
    with override("en"):
        return [str(problem) for problem in problems(text, **options)]


# What breaks such programs: their own signs, in any order.
SIGNS = [
    *("# ", "## ", "### ", "#### ", "- ", "1. ", "> ", "\n", "\n\n", "    ", "*", "**", "_", "`", "[", "]", "(", ")"),
    *("!", "|", "|a|b|\n|-|-|\n|c|d|\n", "<", ">", "&", "&#10;", "&colon;", "\\", '"', "'", "://", "//", "/", ":"),
    *("javascript:", "JaVaScRiPt&colon;", "data:text/html,", "vbscript:", "https://x.no", "mailto:", "bilde:12", "@"),
    *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<!--", "-->", "<style>"),
    *("[a](javascript:alert(1))", "[a]: javascript:alert(1)\n", "[a]", "![a](data:x)", "<javascript:alert(1)>"),
    *("ord", "å", "\x00", "]]>"),
]
TEXTS = st.lists(st.sampled_from(SIGNS) | st.text(max_size=5), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_whatever_is_typed_is_shown_safely(text):
    seen = Seen(shown(text))
    assert seen.balanced
    assert not seen.tags & {"script", "style", "svg", "iframe", "form", "input", "h1"}
    assert not [name for _tag, attributes in seen.attributes for name in attributes if name.startswith("on")]
    assert all(value.startswith(SAFE) and not value.startswith("//") for value in seen.values("href"))
    assert not seen.values("src")
    assert len(seen.values("id")) == len(set(seen.values("id")))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(2, 5))
def test_headings_never_jump_and_are_those_of_the_table_of_contents(text, level):
    seen, contents = Seen(shown(text, level=level)), headings_in(text, level)
    assert [heading.level for heading in contents] == seen.levels
    assert [heading.id for heading in contents] == seen.values("id")
    steps = zip([level - 1, *seen.levels], seen.levels, strict=False)
    assert all(level <= after <= before + 1 for before, after in steps)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_whatever_is_typed_gets_an_answer(text):
    assert all(1 <= problem.line <= text.count("\n") + text.count("\r") + 1 for problem in problems(text))
    plain(text)
    assert all(address.startswith(("http://", "https://")) for address in links_in(text))


def test_what_a_public_page_asks_of_the_worst_text_is_read_once():
    text = "## Overskrift [*_[" + "*a_[" * (LONGEST_TEXT // 4 - 10)
    for read in (headings_in, plain):
        read(text)
        assert milliseconds(lambda read=read: read(text)) < 20


def test_headings_begin_on_the_level_of_the_page():
    assert [heading.level for heading in headings_in("## En\n\n### To\n\n## Tre", 3)] == [3, 4, 3]


def test_headings_are_led_to_in_ascii_and_each_by_its_own_name():
    html = shown("## Når er det alvorlig?\n\n## Når er det alvorlig?\n\n## 你好")
    assert Seen(html).values("id") == ["del-nar-er-det-alvorlig", "del-nar-er-det-alvorlig-2", "del"]


def test_two_texts_on_a_page_share_no_id():
    assert 'id="steg-forst"' in shown("## Først", prefix="steg")


def test_a_table_is_called_as_the_heading_above_it_and_can_be_scrolled_by_keyboard():
    html = shown("## Hvem gjør hva\n\n| Hvem | Hva |\n|---|---|\n| Skolen | Ringer |")
    assert '<section class="table-scroll" tabindex="0" aria-label="Tabell 1: Hvem gjør hva">' in html
    assert html.count('<th scope="col">') == 2


@pytest.mark.parametrize(
    "url", ["https://eksempel.no/a?b=c&d=e", "http://eksempel.no", "mailto:post@eksempel.no", "tel:+4702800"]
)
def test_links_out_of_the_portal(url):
    assert Seen(shown(f"[Eksempel]({url})")).values("href") == [url]


def test_a_link_to_the_web_says_so_and_one_inside_does_not():
    assert 'rel="external"' in shown("[Eksempel](https://eksempel.no)")
    assert "rel=" not in shown("[Politiråd](/politirad/)")


def test_a_link_inside_keeps_the_language_of_the_page():
    with override("nn"):
        assert Seen(shown("[Politiråd](/politirad/?a=b#c)")).values("href") == ["/nn/politirad/?a=b#c"]
    assert Seen(shown("[Politiråd](/politirad/)")).values("href") == ["/politirad/"]


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JAVASCRIPT:alert(1)", "java&#10;script:alert(1)", "data:text/html,x", "file:///etc"),
        *("//eksempel.no", "https://bruker:ord@eksempel.no", "https://", "ftp://eksempel.no"),
        *("mailto:", "tel:abc", "bilde:12", "side.html", "#del", "http:eksempel", "https:\\\\eksempel.no"),
    ],
)
def test_what_may_not_be_led_to_is_its_text_and_is_told(url):
    text = f"Se [et eksempel]({url})."
    assert shown(text).strip() == "<p>Se et eksempel.</p>"
    assert messages(text)


@pytest.mark.urls(__name__)
class TestPictures:
    def test_a_picture_has_its_size_its_description_and_who_made_it(self):
        html = shown("Først.\n\n![En klasse i ring](bilde:12)", pictures=[PICTURE])
        picture = '<img src="/veiledning/bilder/12/" alt="En klasse i ring" width="640" height="480" loading="lazy">'
        assert f"<figure>{picture}<figcaption>Prøvefotografen</figcaption></figure>" in html

    def test_it_is_not_let_out_by_a_sign(self):
        html = shown('![" onerror="alert(1)](bilde:12)', pictures=[PICTURE])
        assert Seen(html).values("alt") == ['" onerror="alert(1)']

    @pytest.mark.parametrize("name", ["bilde:13", "https://eksempel.no/a.png", "data:image/png;base64,x", "bilde:0"])
    def test_no_other_is_fetched(self, name):
        text = f"![En klasse]({name})"
        assert shown(text, pictures=[PICTURE]).strip() == "<p>En klasse</p>"
        assert messages(text, pictures=[PICTURE])

    def test_one_of_the_resource_with_its_description_is_right(self):
        assert messages("![En klasse](bilde:12)", pictures=[PICTURE]) == []


def test_a_link_that_does_not_work_says_so():
    broken = [("https://eksempel.no/a", date(2026, 5, 3))]
    html = shown("[En](https://eksempel.no/a) og [to](https://eksempel.no/b)", broken=broken)
    assert html.count("virker ikke, sist sett 3. mai 2026") == 1


RIGHT = """Først noen ord, med *vekt* og **mer vekt**.

## En del

- Ring [politiet](tel:02800), eller skriv til [post@eksempel.no](mailto:post@eksempel.no).
- Les [rundskrivet om politiråd](https://eksempel.no/rundskriv), 2 < 3 & 4 > 3.
- Se [politirådene](/politirad/?tema=rus#liste).

### Under den

| Hvem | Hva |
|---|---|
| Skolen | |

## En annen del

> Et sitat.

### Under den

1. Først
2. Så
"""


def test_a_good_text_has_no_problems():
    assert messages(RIGHT) == []


WRONG = {
    "raw HTML": ("Ord.\n\n<div>\nhei\n</div>", "Line 3: “<div>” is HTML"),
    "HTML in a line": ("Ord\nog <b>mer</b>", "Line 2: “<b>” is HTML"),
    "a script as a link": ("[Trykk](javascript:alert(1))", "Line 1: No link may begin with “javascript:”"),
    "data as a link": ("a\nb\n[Bilde](data:text/html,x)", "Line 3: No link may begin with “data:”"),
    "another scheme": ("[Fil](ftp://eksempel.no)", "Line 1: No link may begin with “ftp:”"),
    "half an address": ("[Politiet](www.politiet.no)", "Line 1: “www.politiet.no” leads nowhere"),
    "no page": ("[Råd](/politirod/)", "Line 1: “/politirod/” is no page of the portal"),
    "a page in one language": ("[Råd](/nn/politirad/)", "“/nn/politirad/” is no page of the portal"),
    "a link without text": ("[](https://eksempel.no)", "has no text"),
    "here": ("Les mer [her](https://eksempel.no).", "Line 1: The link text “her” says nothing"),
    "read more": ("[Les mer …](https://eksempel.no)", "says nothing"),
    "in nynorsk": ("[Les meir](https://eksempel.no)", "says nothing"),
    "in English": ("[Click here](https://eksempel.no)", "says nothing"),
    "an address as text": ("[eksempel.no/side](https://eksempel.no/side)", "is only an address"),
    "a bare address": ("<https://eksempel.no>", "is only an address"),
    "a heading jumps": ("## En\n\n#### To", "Line 3: The heading “To” jumps over a level. Write ### instead of ####."),
    "the first jumps": ("### En", "Write ## instead of ###."),
    "the title once more": ("# Tittel", "Line 1: One # is for the title"),
    "an empty heading": ("##\n\nord", "Line 1: This heading is empty"),
    "headings alike": ("## En\n\n## To\n\n## en", "Line 5: Two headings are called “en”"),
    "a table without headings": ("| a | b |\n| c | d |", "Line 1: This is a table without a row of headings"),
    "a column without heading": ("ord\n\n| a | |\n|---|---|\n| b | c |", "Line 3: A column of the table"),
    "a picture without description": ("ord\n\n![](bilde:12)", "Line 3: The picture has no description"),
    "an unknown picture": ("![En klasse](bilde:13)", "Line 1: This resource has no picture bilde:13"),
    "a picture from elsewhere": ("![En klasse](https://eksempel.no/a.png)", "is not of this resource"),
    "a picture among words": ("ord\n![En klasse](bilde:12)", "Line 2: A picture stands by itself"),
    "NUL": ("ord\nmer\x00", "Line 2: There is a character here that is not seen (U+0000)"),
    "text that runs backwards": ("ord \u202e gnag", "U+202E"),
    "too long an address": (f"[Langt](https://eksempel.no/{'a' * 500})", "may have 500 characters"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_line(text, message):
    assert any(message in told for told in messages(text, pictures=[PICTURE])), messages(text, pictures=[PICTURE])


def test_problems_are_told_in_the_language_of_the_user():
    for language, word in [("nb", "overskriften"), ("nn", "overskrifta")]:
        with override(language):
            assert word in str(problems("### En")[0]).lower()


def test_a_megabyte_is_refused_at_once():
    [told] = messages("ord [en](https://eksempel.no) " * 35_000)
    assert "There is room for 100,000" in told
    assert milliseconds(lambda: shown("<b> " * 250_000)) < 500


@pytest.mark.parametrize("sign", ["![", "*a **b ", "[a][", "- a\n"])
def test_the_worst_that_can_be_typed_takes_longer_only_as_it_is_longer(sign):
    """A quarter of what there is room for, in at most two seconds."""
    length = LONGEST_TEXT // 4
    assert milliseconds(lambda: problems((sign * length)[:length])) < 2_000


def test_words_for_the_search():
    text = "## Trygg på Ås\n\nSe *råd* om [uro](https://eksempel.no).\n\n| Hvem | Hva |\n|---|---|\n| Skolen | Ringer |"
    assert plain(text).split("\n") == ["Trygg på Ås", "Se råd om uro.", "Hvem", "Hva", "Skolen", "Ringer"]


def test_links_for_the_link_check():
    text = "[En](https://eksempel.no/å) [to](https://eksempel.no/å) [tre](/bekymret/) [fire](javascript:x)"
    assert links_in(text) == ("https://eksempel.no/%C3%A5",)


def test_the_number_of_a_section_is_not_parted_from_its_sign():
    assert "straffeloven §\N{NO-BREAK SPACE}196" in render("Se straffeloven § 196.", language="nb")
