"""What a resource is called on the desk: by its title in the language of the page, or another that says so."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from guidance.links.leading import keep_in_step
from guidance.models import CheckedLink, Resource
from guidance.tests.factories import make_draft, make_guidance_editor, make_published, make_resource, make_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

NB, NN = "Når du er urolig", "Når du er uroa"


@pytest.fixture
def both(town):
    """In both written forms, and written anew."""
    return in_both(make_resource(municipality=town))


@pytest.fixture
def only_bokmal(town):
    return make_draft(make_resource(municipality=town), title="Bare på bokmål").resource


def in_both(resource, nb=NB, nn=NN, make=make_draft, **fields):
    edition = make(resource, languages=(), **fields)
    for language, title in (("nb", nb), ("nn", nn)):
        make_text(edition, language, title=title, slug=f"{language}-{resource.pk}")
    Resource.objects.filter(pk=resource.pk).update(name=nb)
    return resource


def page_in(language, client, name, *args, **asked):
    with translation.override(language):
        url = reverse(name, args=args)
    answer = client.get(url, asked)
    assert answer.status_code == 200, url
    return " ".join(answer.content.decode().split())


def test_the_list_names_each_in_the_language_of_the_page_where_it_is_written_in_it(desk, both, only_bokmal):
    nynorsk, bokmal = (page_in(language, desk, "guidance_desk") for language in ("nn", "nb"))
    assert f">{NN}</a>" in nynorsk
    assert NB not in nynorsk
    assert ' lang="nb">Bare på bokmål</a>' in nynorsk
    assert f">{NB}</a>" in bokmal
    assert not re.search(r'lang="nb">Bare på', bokmal)
    assert f' lang="nb">{NB}</a>' in page_in("en", desk, "guidance_desk")


def test_a_title_is_found_in_the_language_of_the_page_and_in_bokmal(desk, both, only_bokmal):
    for words in ("uroa", "urolig"):
        page = page_in("nn", desk, "guidance_desk", q=words)
        assert NN in page
        assert "Bare på bokmål" not in page


def test_it_is_called_what_its_newest_text_is_called(desk, town):
    resource = in_both(make_resource(municipality=town), make=make_published)
    make_draft(resource, languages=("nn",), title="Nytt namn")
    assert "Nytt namn" in page_in("nn", desk, "guidance_desk")
    assert ' lang="nn">Nytt namn</a>' in page_in("nb", desk, "guidance_desk")


PAGES = [
    *("resource_desk", "resource_facts", "edit_edition", "submit_edition", "archive_resource", "restore_resource"),
    *("resource_pictures", "delete_draft"),
]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_one_names_it_in_the_language_of_the_page(desk, both, only_bokmal, name):
    page = page_in("nn", desk, name, both.pk)
    assert NN in re.search("<title>(.*?)</title>", page)[1]
    assert NN in re.search('<nav class="ds-breadcrumbs".*?</nav>', page)[0]
    assert NB not in re.search('<nav class="ds-breadcrumbs".*?</nav>.*?</h1>', page)[0]
    other = page_in("nn", desk, name, only_bokmal.pk)
    assert '<span lang="nb">Bare på bokmål</span>' in re.search('<div class="page-heading".*?</h1>', other)[0]


@pytest.mark.parametrize("name", ["approve_edition", "send_back_edition"])
def test_the_reviewer_s_page_too(desk, both, name):
    both.editions.update(status="review")
    assert NN in re.search('<div class="page-heading".*?</h1>', page_in("nn", desk, name, both.pk))[0]


def test_what_readers_should_use_instead_is_named_so_too(desk, both):
    newer = in_both(make_resource(), "Den nye", "Den nyaste", make=make_published)
    bokmal = make_published(languages=("nb",), title="Den andre").resource
    form = page_in("nn", desk, "resource_facts", both.pk)
    assert f'<option value="{newer.pk}">Den nyaste</option>' in form
    assert f'<option value="{bokmal.pk}" lang="nb">Den andre</option>' in form
    for chosen, shown in ((newer, "Den nyaste"), (bokmal, '<span lang="nb">Den andre</span>')):
        Resource.objects.filter(pk=both.pk).update(superseded_by=chosen)
        assert shown in page_in("nn", desk, "resource_desk", both.pk)


@pytest.fixture
def editor():
    client = Client()
    client.force_login(make_guidance_editor())
    return client


def lead_to(url, *titles):
    for title in titles:
        in_both(make_resource("link", url=url), f"{title} nb", f"{title} nn", make=make_published)
    keep_in_step(timezone.localdate())
    CheckedLink.objects.filter(url=url).update(status="broken")


def test_links_that_do_not_work_stand_in_what_is_named_so(editor):
    lead_to("https://eksempel.example/", "Lenke")
    make_published(make_resource("link", url="https://eksempel.example/"), languages=("nb",), title="Bare nb")
    page = page_in("nn", editor, "guidance_links")
    assert ">Lenke nn</a>" in page
    assert ' lang="nb">Bare nb</a>' in page
    assert "Lenke nb" not in page


@pytest.mark.parametrize("name", ["guidance_desk", "guidance_links"])
def test_titles_cost_no_query_each(editor, name):
    def cost():
        page_in("nn", editor, name)
        with CaptureQueriesContext(connection) as queries:
            page_in("nn", editor, name)
        return len(queries)

    lead_to("https://eksempel.example/", "A")
    few = cost()
    lead_to("https://eksempel.example/", *"BCDEF")
    assert cost() == few
