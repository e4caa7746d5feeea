"""The pages of strategies, plans and follow-up as a browser sees them, on the example council: nothing is saved."""

import pytest
from django.urls import reverse
from django.utils import translation

from councils.models import Body
from portal.tests import browsing

pytestmark = pytest.mark.django_db

SECRETARY = "sekretar.valle@eksempel.example"
WRITING = ["new_strategy", "edit_strategy", "new_plan", "edit_plan", "progress", "new_measure", "knowledge"]
WRITING += ["paste_measures", "new_action_item"]
READING = ["body_strategies", "body_strategy", "compare_strategies", "body_plans", "body_plan", "follow_up"]


def address(name, language="nb"):
    body = Body.objects.get(slug="eksempel-valle-og-bykle")
    row = None
    if "strateg" in name and name not in ("body_strategies", "new_strategy"):
        row = body.strategies.exclude(status="draft").first()
    elif name in ("body_plan", "edit_plan", "progress", "new_measure", "knowledge", "paste_measures"):
        row = body.plans.exclude(status="draft").first()
    with translation.override(language):
        return reverse(name, args=[body.slug, row.slug] if row else [body.slug])


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("name", [*WRITING, *READING])
def test_the_secretarys_pages_are_accessible_and_whole_on_every_screen(page_of, name, language):
    assert browsing.visit(page_of(SECRETARY), address(name, language), colours=language == "nb").faults == []
