"""Loading: once, again, after a change, and after somebody edited what was loaded."""

import datetime
import io
import shutil

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from contacts.recording import Origin, recording
from guidance.models import Address, Edition, Publisher, Resource
from guidance.services import editions
from guidance.tests.factories import make_guidance_editor, make_published
from guidance.tests.folders import make_content, make_folder, replace_in

pytestmark = pytest.mark.django_db
LAST_YEAR = datetime.date(2025, 6, 1)


@pytest.fixture
def content(tmp_path):
    """Beside what came with the portal, which these loads then miss and leave alone."""
    return make_content(tmp_path, "en", "to")


def load(folder, **options):
    out = io.StringIO()
    call_command("load_guidance", content_dir=folder, stdout=out, stderr=out, **options)
    return out.getvalue()


def resource(key="en"):
    return Resource.objects.get(key=key)


def numbers(key="en"):
    return [edition.number for edition in resource(key).editions.order_by("number")]


def rewrite(content, key="en"):
    (content / key / "nb.md").write_text("## Noe nytt\n\nEn ny tekst.\n")


def test_what_is_loaded_can_be_read_at_once_without_anybody_approving(content):
    load(content)
    edition = Edition.objects.current(timezone.localdate()).get(resource=resource())
    assert edition.approved_by is None
    assert edition.texts.get(language="nn").title == "Prøve en på nynorsk"
    assert [source.title for source in resource().sources.all()] == ["En kilde"]
    assert resource().name == "Prøve en"
    assert resource().publisher.name == "Prøveutgiveren"


def test_a_second_time_nothing_is_written(content, django_assert_max_num_queries):
    load(content)
    before = Resource.history.count(), Edition.history.count()
    with django_assert_max_num_queries(8):
        assert "Guidance: unchanged" in load(content)
    assert (Resource.history.count(), Edition.history.count()) == before


def test_a_dry_run_says_what_it_would_do_and_does_nothing(content):
    assert "en: new" in load(content, dry_run=True)
    assert not Resource.objects.filter(key="en").exists()


def test_one_bad_file_and_nothing_is_written(content):
    replace_in(content / "to" / "about.toml", "article", "artikkel")
    with pytest.raises(CommandError, match="nothing was written"):
        load(content)
    assert not Resource.objects.filter(key="en").exists()


def test_a_new_text_is_a_new_edition_that_says_what_is_new(content):
    load(content)
    rewrite(content)
    load(content)
    newest = resource().editions.get(number=2)
    assert newest.change_note == "Oppdatert med ny versjon av portalen"
    assert newest.texts.get(language="nb").body.startswith("## Noe nytt")
    assert numbers("to") == [1]


def test_what_is_new_stands_in_the_file(content):
    load(content)
    make_folder(content, "en", more='change_note = "Ny lov."')
    rewrite(content)
    load(content)
    assert resource().editions.get(number=2).change_note == "Ny lov."


def test_the_day_in_the_file_is_that_of_the_first_edition(content):
    make_folder(content, "en", more=f"publish_on = {LAST_YEAR}")
    load(content)
    rewrite(content)
    load(content)
    days = list(resource().editions.order_by("number").values_list("publish_on", flat=True))
    assert days == [LAST_YEAR, timezone.localdate()]


def test_what_waits_for_its_day_goes_on_waiting_when_it_is_written_anew(content):
    day = timezone.localdate() + datetime.timedelta(days=30)
    make_folder(content, "en", more=f"publish_on = {day}")
    load(content)
    rewrite(content)
    load(content)
    assert set(resource().editions.values_list("publish_on", flat=True)) == {day}


def test_a_new_fact_makes_no_edition(content):
    load(content)
    replace_in(content / "en" / "about.toml", "2027-11-30", "2028-03-01")
    replace_in(content / "en" / "about.toml", "En kilde", "En annen kilde")
    load(content)
    assert resource().review_on == datetime.date(2028, 3, 1)
    assert [source.title for source in resource().sources.all()] == ["En annen kilde"]
    assert numbers() == [1]


def test_a_new_address_keeps_the_old_one(content):
    load(content)
    replace_in(content / "en" / "about.toml", 'slug = "en"', 'slug = "en-bedre"')
    load(content)
    assert {"en", "en-bedre", "en-nn"} == set(
        Address.objects.filter(resource=resource()).values_list("slug", flat=True)
    )


def test_a_text_that_somebody_is_writing_is_left_alone(content):
    load(content)
    editions.begin(resource=resource(), user=make_guidance_editor())
    rewrite(content)
    assert "en is left alone (edited in the portal: the text)" in load(content)
    assert resource().editions.get(number=2).is_open


def test_a_text_that_somebody_has_published_is_left_alone_and_its_facts_are_not(content):
    load(content)
    writer, reviewer = make_guidance_editor(), make_guidance_editor()
    edition = editions.begin(resource=resource(), user=writer)
    edition.change_note = "Rettet."
    editions.submit(edition=edition, user=writer)
    editions.approve(edition=edition, user=reviewer)
    rewrite(content)
    replace_in(content / "en" / "about.toml", "2027-11-30", "2028-03-01")
    assert "en is left alone" in load(content)
    assert numbers() == [1, 2]
    assert resource().review_on == datetime.date(2028, 3, 1)


def test_facts_that_somebody_has_edited_are_left_alone_and_the_text_is_not(content):
    load(content)
    row = resource()
    row.owner = "En annen redaksjon"
    with recording(origin=Origin.DESK):
        row.save()
    make_folder(content, "en", more="year = 2020")
    rewrite(content)
    assert "en is left alone (edited in the portal: owner, year)" in load(content)
    assert resource().owner == "En annen redaksjon"
    assert numbers() == [1, 2]


def test_a_publisher_that_somebody_has_edited_is_left_alone(content):
    load(content)
    row = Publisher.objects.get(slug="prove")
    row.about = "Skrevet av et menneske."
    with recording(origin=Origin.ADMIN):
        row.save()
    assert "prove is left alone" in load(content)
    assert Publisher.objects.get(slug="prove").about == "Skrevet av et menneske."


def test_an_address_that_somebody_else_has_taken(content):
    make_published(languages=("nb",), slug="en")
    assert "en is left alone (the address “en” is that of another resource)" in load(content)
    assert not Resource.objects.filter(key="en").exists()
    assert Resource.objects.filter(key="to").exists()


def test_one_supersedes_another_whichever_comes_first(content):
    make_folder(content, "en", more='superseded_by = "to"')
    load(content)
    assert resource().superseded_by == resource("to")
    make_folder(content, "en")
    load(content)
    assert resource().superseded_by is None


def test_what_is_gone_from_the_files_stays_and_is_named(content):
    load(content)
    shutil.rmtree(content / "en")
    assert "en is left alone (no longer among the files" in load(content)
    assert Edition.objects.current(timezone.localdate()).filter(resource=resource()).exists()
