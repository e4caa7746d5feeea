from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlencode

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from contacts.desk.entries import Choice
from contacts.explanations import describe
from contacts.lookup import Answer, suggest
from contacts.public_pages import SECONDS_KEPT, before_a_number, kept_briefly, same_page_with
from councils.choices import Theme as CouncilTheme
from guidance.choices import TextLanguage, stand_in
from guidance.choices import Theme as GuidanceTheme
from portal.search import engine, missed
from portal.search.answers import MAX_LENGTH, Reply, reply
from portal.search.engine import Filters
from portal.search.models import Kind
from portal.search.query import understand
from portal.search.snippets import snippet, with_marks
from portal.slt_search import answer_of_slt

SUGGESTIONS = 8
LONGEST_SUGGESTED = 80
# What both call the same is one theme, by the library's name.
THEMES = dict(CouncilTheme.choices) | dict(GuidanceTheme.choices)


@require_safe
def search(request):
    """What names one place leads straight to it, what is asked about SLT to its page; all else is searched for."""
    response = _answer(request)
    if response.status_code < HTTPStatus.BAD_REQUEST:
        patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    return response


def _answer(request):
    text = " ".join(request.GET.get("q", "").split()) if "\x00" not in request.GET.get("q", "") else "\x00"
    if problem := problem_with(text):
        context = {"reply": Reply("", Answer("")), "problem": problem, "query": shown_again(text)}
        return render(request, "portal/search.html", context, status=HTTPStatus.BAD_REQUEST)
    if address := answer_of_slt(text):
        return redirect(address)
    filters = _filters(request.GET)
    answered = reply(text, filters=filters, page=_number(request.GET.get("p", "")))
    if answered.place:
        return redirect(address_of(answered.answer))
    if answered.is_empty and filters == Filters() and not answered.is_concern:
        missed.note(request, text)
    return render(request, "portal/search.html", {"query": text, **_context(request, answered, filters)})


def problem_with(text):
    if "\x00" in text:
        return _("The text contains a character that cannot be searched for. Type the name of a municipality or place.")
    if len(text) > MAX_LENGTH:
        return _("The text is too long. Write a few words, for example “secrecy school” or the name of a municipality.")
    return ""


def shown_again(text):
    """A long text may tell of somebody; the page does not repeat it."""
    return "" if len(text) > MAX_LENGTH or "\x00" in text else text


def address_of(answer):
    """With the typed text where the page must say why it leads there; without, where the name is today's."""
    place = answer.only.target
    return with_query(place, answer.text) if answer.reason_for(place) else place.get_absolute_url()


def with_query(place, text):
    address = place.get_absolute_url()
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'q': text})}"


def _filters(chosen):
    """What is no choice narrows nothing."""
    kind, theme, language = chosen.get("type", ""), chosen.get("tema", ""), chosen.get("sprak", "")
    return Filters(
        kind=kind if kind in Kind.values else "",
        theme=theme if theme in THEMES else "",
        language=language if language in TextLanguage.values else "",
    )


def _number(text):
    return min(int(text), engine.LAST_PAGE) if text.isdecimal() and len(text) < 4 else 1


@dataclass(frozen=True)
class Line:
    """One result. `language`: that of what is shown, where it is not the page's."""

    kind: str
    title: str
    url: str
    snippet: str
    language: str
    language_name: str
    is_example: bool


def _context(request, answered, filters):
    found = answered.found
    return {
        "reply": answered,
        "answer": answered.answer,
        "found": found,
        "lines": [line_of(document, found.query) for document in found.documents],
        "facets": [facet for facet in _facets(request, found.counts, filters) if facet["choices"]],
        "is_narrowed": filters != Filters(),
        "all_url": same_page_with(request, type="", tema="", sprak=""),
        "corrected_url": same_page_with(request, q=found.query.corrected),
        "pages": range(1, found.pages + 1),
        "before": before_a_number(request),
    }


def line_of(document, query):
    page = get_language()
    language, (title, address, text) = in_language_of_page(document)
    wanted = query.marks
    return Line(
        kind=document.get_kind_display(),
        title=with_marks(title, wanted, language),
        url=address if page == "nb" else f"/{page}{address}",
        snippet=snippet(text, wanted, language),
        language="" if language == page else language,
        language_name=TextLanguage(language).label,
        is_example=document.is_example,
    )


def in_language_of_page(document):
    """Its text in the language of the page, or in the first that there is: (language, (title, address, text))."""
    language = stand_in({code: code for code in document.texts})
    return language, document.texts[language]


def _facets(request, counts, filters):
    labels = {
        "type": (_("By kind"), "kind", Kind.choices, filters.kind),
        "tema": (_("By theme"), "theme", THEMES.items(), filters.theme),
        "sprak": (_("By language"), "language", TextLanguage.choices, filters.language),
    }
    for name, (label, facet, choices, chosen) in labels.items():
        shown = [
            Choice(title, counts[facet][value], same_page_with(request, **{name: value}), value == chosen)
            for value, title in choices
            if counts[facet][value]
        ]
        # One choice is none, unless it was chosen and can be taken back.
        yield {"label": label, "choices": shown if len(shown) > 1 or chosen else [], "is_chosen": bool(chosen)}


@require_safe
@kept_briefly
def suggestions(request):
    """For the search field, as somebody types: [{"value": what to search for, "label": what it is}].

    Names of places first; below them titles of what is public.
    """
    text = request.GET.get("q", "")
    if problem_with(text):
        return JsonResponse({"suggestions": []})
    found = [{"value": match.phrase, "label": describe(match)} for match in suggest(text)]
    if len(text.strip()) > 2 and len(found) < SUGGESTIONS:
        found += _titles(text)[: SUGGESTIONS - len(found)]
    return JsonResponse({"suggestions": found})


def _titles(text):
    query = understand(text)
    if not query or query.unknown:
        return []
    found = engine.search(query, language=get_language()).documents
    titles = ((in_language_of_page(document)[1][0], document) for document in found)
    return [
        {"value": title, "label": document.get_kind_display()}
        for title, document in titles
        if len(title) <= LONGEST_SUGGESTED
    ]
