"""A PDF is for everyone: also for whoever listens to it, and in every language that is written here."""

import io
import re

import pytest
from django.utils import translation
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from councils.pdf import DESIGN, SHOWN, make_pdf

PAGE = """<!doctype html><html lang="nn"><head><title>Møte  i
Prøverådet</title></head><body>{}</body></html>"""


def pdf(body, language="nn"):
    with translation.override("en"):
        html = PAGE.format(body).replace('lang="nn"', f'lang="{language}"', 1)
        return PdfReader(io.BytesIO(make_pdf(html, base="https://portal.example/")))


def text(body):
    return " ".join(sheet.extract_text() for sheet in pdf(body).pages)


def tags(document):
    """The names of the elements of the structure, as a screen reader meets them."""

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            return [name for child in node for name in walk(child)]
        if not hasattr(node, "get"):
            return []
        own = [str(node["/S"])] if "/S" in node else []
        return own + (walk(node["/K"]) if "/K" in node else [])

    return walk(document.trailer["/Root"]["/StructTreeRoot"])


def fonts(document):
    found = [font.get_object() for sheet in document.pages for font in sheet["/Resources"]["/Font"].values()]
    return [descendant.get_object() for font in found for descendant in font["/DescendantFonts"]]


def test_it_is_tagged_and_says_so():
    root = pdf("<h1>Sak</h1><p>Tekst</p>").trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_it_says_in_which_language_it_is(language):
    assert pdf("<p>Tekst</p>", language).trailer["/Root"]["/Lang"] == language


def test_its_title_is_that_of_the_page_and_is_shown_instead_of_the_name_of_the_file():
    document = pdf("<p>Tekst</p>")
    assert document.metadata.title == "Møte i Prøverådet"
    assert document.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_sami_and_norwegian_letters_are_there_and_can_be_copied():
    assert "Kárášjohka đ ŋ ŧ č ž Ærlig Øy Å" in text("<p>Kárášjohka đ ŋ ŧ č ž Ærlig Øy Å</p>")


def test_its_fonts_are_within():
    found = fonts(pdf("<h1>Sak</h1><p>Tekst <em>og</em> <strong>mer</strong></p>"))
    assert found
    assert all("/FontFile2" in font["/FontDescriptor"] or "/FontFile3" in font["/FontDescriptor"] for font in found)


def test_headings_lists_and_tables_are_what_they_are():
    table = "<table><thead><tr><th>Rolle</th></tr></thead><tbody><tr><td>Leiar</td></tr></tbody></table>"
    found = tags(
        pdf(f"<h1>Sak</h1><h2>Kva</h2><p>Tekst</p><ul><li>ein</li></ul><dl><dt>Dag</dt><dd>I dag</dd></dl>{table}")
    )
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/THead", "/TH", "/TBody", "/TD"} <= set(found)


def test_no_level_of_headings_is_left_out():
    assert [tag for tag in tags(pdf("<h1>Ein</h1><h4>To</h4><h2>Tre</h2>")) if tag.startswith("/H")] == [
        "/H1",
        "/H2",
        "/H2",
    ]


def test_each_sheet_has_its_number():
    assert "Page 2 of 2" in text("<h1>Sak</h1>" + "<p>Tekst</p>" * 60)


def test_a_link_leads_to_the_portal_from_wherever_the_file_is():
    (sheet,) = pdf('<p><a href="/politirad/">lenkje</a> <a href="#sak">her</a></p>').pages
    assert [note.get_object()["/A"]["/URI"] for note in sheet["/Annots"]] == ["https://portal.example/politirad/"]


def test_what_is_only_for_the_screen_is_left_out():
    assert "aldri" not in text(
        '<nav>aldri</nav><div class="small no-print"><p>aldri</p></div><script>aldri</script><p>alltid</p>'
    )


@pytest.mark.parametrize(
    "typed",
    [
        '#read("/etc/hostname")',
        "#let x = 1",
        "*ikkje* _noko_ $x$",
        "`kode` ```rå```",
        "\\ @ref <merke>",
        "= Overskrift",
    ],
)
def test_what_people_type_is_shown_and_never_run(typed):
    assert typed in text(f"<p>{escape(typed)}</p>")


def test_html_that_is_not_closed_is_read_to_its_end():
    assert "slutt" in text("<ul><li>ein<li>to</ul><p>slutt")


def test_facts_in_a_line_are_kept_apart():
    assert "Ein · To · Tre" in text(
        '<p class="facts-line"><span>Ein</span> <span lang="nb">To</span> <span>Tre</span></p>'
    )


def test_a_sign_without_a_shape_in_the_fonts_becomes_a_square():
    assert "ja □ nei ✓" in text("<p>ja 😀 nei ✓\x07</p>")


@given(st.text(max_size=60))
def test_whatever_is_typed_a_file_is_made(typed):
    assert pdf(f"<h1>{escape(typed)}</h1><p>{escape(typed)}</p><table><tr><td>{escape(typed)}</td></tr></table>").pages


@pytest.mark.parametrize("letters", SHOWN, ids=ascii)
def test_every_letter_that_is_let_through_has_a_shape(letters):
    shown = re.compile(f"[{letters}]")
    assert pdf(f"<p>{escape(' '.join(filter(shown.match, map(chr, range(0x3000)))))}</p>").pages


@pytest.mark.parametrize(
    "html",
    ["<table></table>", "<ul></ul>", "<h2></h2>", "<dl></dl>", "<dl><dt>a</dt></dl>", "<p></p>", "<a href='/'></a>"],
)
def test_what_is_empty_makes_no_trouble(html):
    assert pdf(f"<h1>Sak</h1>{html}").pages


def test_the_design_reads_nothing_but_what_it_is_given():
    code = DESIGN.read_text(encoding="utf-8")
    assert code.count("#let source = json(bytes(sys.inputs.document))") == 1
    assert not [word for word in ("import", "include", "read(", "image(", "eval(", "plugin(") if word in code]
