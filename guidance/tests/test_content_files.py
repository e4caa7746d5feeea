"""A file that is wrong is named with its line, in words that say what to do."""

import pytest
from django.utils import translation

from guidance import content_files
from guidance.tests.folders import make_content, make_folder, replace_in

pytestmark = pytest.mark.once_on("SQLite")


def said(folder):
    """As the command says it: in English."""
    with translation.override(None):
        return [str(problem) for problem in content_files.read(folder).problems]


@pytest.fixture
def content(tmp_path):
    return make_content(tmp_path, "en", "to")


def test_what_is_right_has_no_problems(content):
    one, two = content_files.read(content).resources
    assert said(content) == []
    assert (one.key, two.key) == ("en", "to")
    assert set(one.texts) == {"nb", "nn"}
    assert one.mark != two.mark


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'kind = "article"',
            'kind = "artikkel"',
            "en/about.toml line 1: kind: Value 'artikkel' is not a valid choice.",
        ),
        ('["slt"]', '["hva"]', "en/about.toml line 4: themes: Choose from the list."),
        ('["slt"]', '"slt"', "en/about.toml line 4: themes: Choose from the list."),
        ('owner = "Prøveredaksjonen"', "", "en/about.toml line 1: owner: This field cannot be blank."),
        ("review_on = 2027-11-30", "", "en/about.toml line 1: write review_on as a day: review_on = 2027-05-31"),
        ("2027-11-30", '"snart"', "en/about.toml line 6: review_on: “snart” value has an invalid date format."),
        ("2027-11-30", "2027-11-31", "en/about.toml line 6: this is not TOML"),
        ('"prove"', '"andre"', "en/about.toml: the publisher “andre” is not in publishers.toml"),
        ("[nb]", "colour = 1\n[nb]", "en/about.toml line 8: “colour” is not known here"),
        ("[nb]", "[nb]\nbody = 1", "en/about.toml line 9: “body” is not known here"),
        ('slug = "en"', 'slug = "en side"', "en/about.toml line 10: slug: Enter a valid “slug”"),
        ('slug = "en"', 'slug = "to"', "to/about.toml: [nb] the slug “to” is that of en"),
        ('slug = "en"', 'slug = "aktiviteter"', "[nb] the slug “aktiviteter” is that of a page of the portal"),
        ("https://kilde", "javascript:kilde", "en/about.toml line 20: url: Enter a valid URL."),
        ("[nb]", "[en]", "en/about.toml line 8: there is a [en], but no en.md"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(content, old, new, expected):
    replace_in(content / "en" / "about.toml", old, new)
    assert any(expected in line for line in said(content)), said(content)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("ages = [19, 13]", "line 7: ages: the first number is higher than the last"),
        ("ages = 13", "line 7: ages: write two numbers, for example ages = [13, 19]"),
        ("ages = [13, 500]", "line 7: ages: Ensure this value is less than or equal to 120."),
        ('superseded_by = "tre"', "superseded_by: there is no folder “tre”"),
        ('superseded_by = "en"', "superseded_by goes in a circle"),
        ('kind_of = "x"', "line 7: “kind_of” is not known here"),
    ],
)
def test_what_is_wrong_of_the_rarer_facts(content, more, expected):
    make_folder(content, "en", more=more)
    assert any(expected in line for line in said(content)), said(content)


def test_what_is_kept_elsewhere_needs_its_address(content):
    make_folder(content, "en", kind="report")
    assert said(content) == ["en/about.toml: what is kept elsewhere needs its web address (url)"]


def test_an_age_without_an_upper_limit(content):
    make_folder(content, "en", more="ages = [13]\nminutes = [45, 90]")
    fields = content_files.read(content).resources[0].fields
    assert (fields["age_from"], fields["age_to"]) == (13, None)
    assert (fields["minutes_from"], fields["minutes_to"]) == (45, 90)


def test_the_file_of_an_activity_is_divided(content):
    path = make_folder(content, "en", kind="activity")
    (path / "nb.md").write_text("Om den.\n\n# materials\n\nArk.\n\n# steps\n\n1. Del ut.\n\n# watch_for\n\nRo.\n")
    text = content_files.read(content).resources[0].texts["nb"]
    parts = [text[name] for name in ("body", "materials", "steps", "watch_for")]
    assert parts == ["Om den.", "Ark.", "1. Del ut.", "Ro."]


def test_a_part_that_no_activity_has(content):
    path = make_folder(content, "en", kind="activity")
    (path / "nb.md").write_text("Om den.\n\n# stepz\n\n1. Del ut.\n")
    expected = "en/nb.md line 3: “# stepz” is no part of an activity; those are materials, steps, watch_for"
    assert said(content) == [expected]


def test_a_link_to_another_resource_leads_to_its_address_in_the_language_of_the_text(content):
    for language in ("nb", "nn"):
        (content / "en" / f"{language}.md").write_text("Se [den andre](ressurs:to) og [den igjen](ressurs:to#slutt).")
    texts = content_files.read(content).resources[0].texts
    assert texts["nb"]["body"] == "Se [den andre](/veiledning/to/) og [den igjen](/veiledning/to/#slutt)."
    assert "](/veiledning/to-nn/)" in texts["nn"]["body"]


def test_a_link_to_a_folder_that_is_not_there(content):
    (content / "en" / "nb.md").write_text("En linje.\n\nSe [noe](ressurs:tre).\n")
    assert said(content) == ["en/nb.md line 3: ressurs:tre: there is no folder “tre”"]


def test_what_is_wrong_with_the_markdown_of_an_activity_is_told_with_the_line_of_the_file(content):
    path = make_folder(content, "en", kind="activity")
    (path / "nb.md").write_text("Om den.\n\n# steps\n\n1. Les [her](https://kilde.example/).\n")
    assert said(content) == ["en/nb.md line 5: The link text “her” says nothing alone. Write where the link leads."]


def test_a_file_without_its_language_and_a_file_that_is_no_text(content):
    (content / "en" / "en.md").write_text("## English")
    (content / "to" / "nb.md").write_bytes(b"## Hva\n\xe5")
    assert said(content) == [
        "en/about.toml line 1: there is a en.md, but no [en] with its title, slug and summary",
        "to/nb.md line 2: this is not UTF-8; save the file as UTF-8",
    ]


def test_a_folder_without_facts(content):
    (content / "tom").mkdir()
    assert said(content) == ["tom/about.toml: the file is missing"]


def test_publishers_that_follow_each_other_in_a_circle(content):
    more = '[[publishers]]\nslug = "{}"\nname = "{}"\nended_on = 2015-12-31\nsuccessor = "{}"\n'
    with (content / "publishers.toml").open("a") as file:
        file.write(more.format("a", "A", "b") + more.format("b", "B", "a"))
    assert said(content) == [f"publishers.toml: {slug}: its successors go in a circle" for slug in ("a", "b")]
