import pytest

from guidance.choices import Kind
from guidance.models import Text
from portal.tests.test_paper import printed, text_of

pytestmark = pytest.mark.django_db


def longest(language):
    texts = Text.objects.filter(edition__resource__kind=Kind.ACTIVITY, language=language)
    return max(texts, key=lambda text: len(text.body + text.materials + text.steps + text.watch_for))


@pytest.mark.parametrize(("language", "prefix"), [("nb", ""), ("nn", "/nn")], ids=["nb", "nn"])
def test_even_the_longest_activity_is_one_sheet_with_its_last_line_and_its_publisher(page, language, prefix):
    text = longest(language)
    sheets = printed(page, f"{prefix}/veiledning/{text.slug}/")
    assert len(sheets) == 1
    words = " ".join(text_of(sheets).split())
    assert " ".join(text.watch_for.split())[-20:] in words
    assert "Lokal f" in words
