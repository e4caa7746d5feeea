"""What is typed in the editor: saved, refused kindly, never lost."""

import time

import pytest
from django.urls import reverse

from contacts.tests.identity_numbers import identity_number
from guidance.models import Address, Text
from guidance.tests.factories import make_draft, make_published, make_resource

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def draft(town):
    return make_draft(make_resource(municipality=town), languages=("nb",))


@pytest.fixture
def save(desk, draft):
    """Sends the editor as it was shown, with something else typed."""
    url = reverse("edit_edition", args=[draft.resource_id])

    def send(**typed):
        texts = desk.get(url).context["texts"]
        shown = {field.html_name: field.value() or "" for form in texts for field in form}
        return desk.post(url, shown | {name.replace("_", "-", 1): value for name, value in typed.items()})

    return send


def refused(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def body_of(draft):
    return draft.texts.get(language="nb").body


def test_both_languages_are_saved_with_one_press(save, draft):
    assert save(nb_body="Ny tekst.", nn_title="På nynorsk", nn_body="Ny tekst på nynorsk.").status_code == 302
    assert body_of(draft) == "Ny tekst."
    assert draft.texts.get(language="nn").slug == "pa-nynorsk"


def test_a_language_that_is_emptied_is_gone_from_the_edition(save, draft):
    save(nn_title="På nynorsk", nn_slug="ei-adresse")
    assert save(nn_title="", nn_slug="", nn_body="", nn_summary="").status_code == 302
    assert not draft.texts.filter(language="nn").exists()
    assert not Address.objects.filter(slug="ei-adresse").exists()


def test_a_text_without_a_title_is_told(save, draft):
    assert "Write a title" in refused(save(nn_body="Bare tekst."))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("[Klikk](javascript:alert(1))", "javascript"),
        ("[Fil](data:text/html;base64,AAAA)", "data"),
        ("![Bilde](data:image/png;base64,AAAA)", "picture"),
        ("Tekst\n\n<script>alert(1)</script>", "Line 3"),
        ("Et <b>viktig</b> ord", "HTML"),
        (f"Gjelder {identity_number()}", "Take it out"),
        ("Skjult \u202e tegn", "not seen"),
    ],
    ids=["javascript", "data", "picture as data", "script", "tag", "identity number", "turned round"],
)
def test_what_is_unsafe_is_refused_with_its_line_and_stays_in_the_form(save, draft, typed, told):
    before = body_of(draft)
    page = refused(save(nb_body=typed))
    assert told in page
    assert typed.split("\n")[0].split("<")[0] in page
    assert body_of(draft) == before


@pytest.mark.parametrize("field", ["nb_title", "nb_summary"])
def test_what_cannot_be_seen_is_refused_in_a_title_too(save, draft, field):
    assert "not seen" in refused(save(**{field: "Snudd \u202e tekst"}))
    assert not draft.texts.filter(title__contains="Snudd").exists()


@pytest.mark.parametrize(
    "typed",
    ["#### Hopp", "![](bilde:1)", "[](https://example.org/)", "[her](https://example.org/)", "|a|b|\n|c|d|"],
    ids=["heading jumps", "picture without description", "link without text", "says nothing", "table"],
)
def test_what_is_only_unfinished_is_saved_and_told_before_the_review(save, desk, draft, typed):
    assert save(nb_body=typed).status_code == 302
    assert body_of(draft) == typed
    page = desk.get(reverse("edit_edition", args=[draft.resource_id])).content.decode()
    assert "Before it can be sent to review" in page
    assert 'href="#id_nb-body"' in page
    assert desk.post(reverse("submit_edition", args=[draft.resource_id]), {"seen": draft.version}).status_code == 200
    draft.refresh_from_db()
    assert draft.status == "draft"


def test_a_megabyte_is_answered_kindly_and_comes_back(save, draft):
    pasted = "En setning om samarbeid. " * 42_000
    before, began = body_of(draft), time.process_time()
    page = refused(save(nb_body=pasted, nn_title="Det andre språket"))
    assert time.process_time() - began < 10
    assert "There is room for 100" in page
    assert pasted[-200:].strip() in page
    assert "Det andre språket" in page
    assert body_of(draft) == before


def test_an_address_that_another_resource_has_in_the_other_language_is_told(save, draft):
    make_published(languages=("nn",), slug="opptatt", title="Den andre")
    page = refused(save(nb_slug="opptatt", nb_body="Det jeg skrev."))
    assert "Den andre" in page
    assert "Det jeg skrev." in page


def test_an_address_of_a_page_of_the_portal_is_refused(save):
    assert "taken by a page" in refused(save(nb_slug="aktiviteter"))


def test_a_title_that_another_has_gets_an_address_of_its_own(save, draft):
    make_published(slug="vald-i-naere-relasjonar", languages=("nn",))
    save(nn_title="Vald i nære relasjonar")
    assert draft.texts.get(language="nn").slug == "vald-i-naere-relasjonar-2"


def test_two_at_once_the_second_is_told_and_loses_nothing(desk, draft):
    url = reverse("edit_edition", args=[draft.resource_id])
    texts = desk.get(url).context["texts"]
    fields = {field.html_name: field.value() or "" for form in texts for field in form}
    row = draft.texts.get()
    row.body = "Den andres tekst."
    row.save()
    page = refused(desk.post(url, fields | {"nb-body": "Min tekst.", "nn-title": "Min nynorsk"}))
    assert "Den andres tekst." in page
    assert "Min tekst." in page
    assert "Min nynorsk" in page
    assert body_of(draft) == "Den andres tekst."


def test_two_write_in_a_language_each_and_both_are_kept(desk, draft):
    url = reverse("edit_edition", args=[draft.resource_id])
    texts = desk.get(url).context["texts"]
    fields = {field.html_name: field.value() or "" for form in texts for field in form}
    row = draft.texts.get()
    row.body = "Den andres tekst."
    row.save()
    assert desk.post(url, fields | {"nn-title": "Min nynorsk"}).status_code == 302
    assert body_of(draft) == "Den andres tekst."
    assert draft.texts.filter(language="nn", title="Min nynorsk").exists()


@pytest.mark.parametrize(
    "ordinary",
    [
        "Ring 02800. PST: 23 30 50 00. Alarmtelefonen: 116 111. Ved fare: 112.",
        "En ungdom som trekker seg unna venner, trenger voksne som spør.",
        "Taushetsplikten står i forvaltningsloven § 13, avvergingsplikten i straffeloven § 196.",
        "Rundskrivet er fra 2007, og evalueringen fra 2014. Se sak 17/26.",
        "Del gruppen i tre. Hver gruppe får fem kort og tjue minutter.",
    ],
)
def test_ordinary_guidance_is_saved_unasked(save, draft, ordinary):
    assert save(nb_body=ordinary).status_code == 302
    assert body_of(draft) == ordinary


def test_a_name_in_an_example_is_asked_about_and_can_be_let_through(save, draft):
    typed = "Kari Nordmann (15) i 9. klasse sier at hun er redd."
    answer = save(nb_body=typed)
    assert typed in refused(answer)
    assert "HTML" in refused(save(nb_body=f"{typed} <b>"))
    decided = answer.context["texts"].forms[0].decisions["body"]
    assert save(nb_body=typed, **{decided.name.replace("-", "_", 1): decided.token}).status_code == 302
    assert body_of(draft) == typed


def test_an_activity_has_fields_of_its_own(desk, town):
    draft = make_draft(make_resource(kind="activity", municipality=town))
    form = desk.get(reverse("edit_edition", args=[draft.resource_id])).context["texts"].forms[0]
    assert set(Text.MARKDOWN) <= set(form.fields)


def test_a_language_that_comes_back_has_the_address_that_readers_know(desk, town, save, draft):
    """Without one, no page that lists it could be shown."""
    resource = make_published(draft.resource, languages=("nb", "nn")).resource
    known = Text.objects.get(edition__resource=resource, edition__status="approved", language="nn").slug
    assert save(nn_title="Attende på nynorsk", nn_summary="Kort.", nn_body="Tekst.").status_code == 302
    assert draft.texts.get(language="nn").slug == known
