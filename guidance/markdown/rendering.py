"""From tokens to HTML that is safe, accessible, and in the order of the page around it."""

from functools import lru_cache

import nh3
from django.conf import settings
from django.template.defaultfilters import date as formatted
from django.urls import reverse, translate_url
from django.utils.html import escape, format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from guidance.markdown.addresses import LONGEST_TEXT, is_inside, is_outside, picture_id
from guidance.markdown.parsing import PREFIX, SHOWN, outline, parse, text_of

# The second line: whatever the first let through, nothing else leaves this module.
CLEANER = nh3.Cleaner(
    tags={
        *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br", "strong", "em", "code", "a"),
        *("section", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "img", "span"),
    },
    attributes={
        **{heading: {"id"} for heading in ("h2", "h3", "h4", "h5", "h6")},
        "a": {"href", "rel"},
        "ol": {"start"},
        "section": {"tabindex", "aria-label", "class"},
        "table": {"class"},
        "th": {"scope"},
        "img": {"src", "alt", "width", "height", "loading"},
        "span": {"class"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


def address_of_picture(pk):
    return reverse("picture", args=[pk])


def render(text, *, language, level=2, pictures=(), picture_at=address_of_picture, broken=(), prefix=PREFIX):
    """Safe HTML, its first heading on `level`.

    `language` is that of the text: the words that are added to it are in it too. `pictures` are those of the resource,
    and `picture_at(pk)` is where the file of one is.
    `broken` are the links that do not work, with the day on which they last did (links/showing.py). Two texts on one
    page need two `prefix`es, so that no id stands twice.
    """
    shown = tuple(
        (picture.pk, picture_at(picture.pk), picture.width, picture.height, picture.credit) for picture in pictures
    )
    return _render(text, language, level, shown, tuple(broken), prefix, get_language())


@lru_cache(maxsize=256)
def _render(text, language, level, pictures, broken, prefix, page_language):
    if len(text) > LONGEST_TEXT:
        return linebreaks(text, autoescape=True)
    tokens = parse(text)
    around = {
        "headings": outline(tokens, level, prefix),
        "pictures": {pk: rest for pk, *rest in pictures},
        "broken": dict(broken),
        "page_language": page_language,
    }
    with override(language):
        around["tables"] = _names_of_tables(tokens)
        html = SHOWN.renderer.render(tokens, SHOWN.options, around)
    # The number of a section stays with its sign.
    return mark_safe(CLEANER.clean(html).replace("§ ", "§\N{NO-BREAK SPACE}"))  # noqa: S308


def _names_of_tables(tokens):
    """{place of the token: name}: a table is called as the heading above it."""
    names, heading = {}, ""
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = text_of(tokens[place + 1])
        elif token.type == "table_open":
            number = len(names) + 1
            names[place] = _("Table %(number)s: %(heading)s") if heading else _("Table %(number)s")
            names[place] %= {"number": number, "heading": heading}
    return names


def _heading_open(renderer, tokens, place, options, env):
    heading = env["headings"][place]
    return format_html('<h{} id="{}">', heading.level, heading.id)


def _heading_close(renderer, tokens, place, options, env):
    return f"</h{env['headings'][place - 2].level}>\n"


def _table_open(renderer, tokens, place, options, env):
    start = '<section class="table-scroll" tabindex="0" aria-label="{}"><table class="ds-table">'
    return format_html(start, env["tables"][place])


def _table_close(renderer, tokens, place, options, env):
    return "</table></section>\n"


def _th_open(renderer, tokens, place, options, env):
    return '<th scope="col">'


def _td_open(renderer, tokens, place, options, env):
    return "<td>"


def _link_open(renderer, tokens, place, options, env):
    url = tokens[place].attrs["href"]
    if is_inside(url):
        url = _in_language(url, env["page_language"])
    rel = mark_safe(' rel="external"') if is_outside(url) else ""
    return format_html('<a href="{}"{}>', url, rel)


def _in_language(url, language):
    """A page of the portal as readers of this language find it: texts name it without a language."""
    with override(settings.LANGUAGE_CODE):
        return translate_url(url, language or settings.LANGUAGE_CODE)


def _link_close(renderer, tokens, place, options, env):
    """A reader who cannot get there is told so before trying."""
    url = next(token for token in reversed(tokens[:place]) if token.type == "link_open").attrs["href"]
    if url not in env["broken"]:
        return "</a>"
    return format_html('</a> <span class="outer-link__broken">({})</span>', broken_words(env["broken"][url]))


def broken_words(worked_on):
    if worked_on is None:
        return _("does not work")
    return _("does not work, last seen %(day)s") % {"day": formatted(worked_on, "DATE_FORMAT")}


def _image(renderer, tokens, place, options, env):
    """A picture of the resource, or its description alone."""
    token = tokens[place]
    facts = env["pictures"].get(picture_id(token.attrs["src"]))
    description = text_of(token)
    if facts is None:
        return escape(description)
    src, width, height, _credit = facts
    tag = '<img src="{}" alt="{}" width="{}" height="{}" loading="lazy">'
    return format_html(tag, src, description, width, height)


def _picture_alone(inline, env):
    """The facts of the one picture that is all there is in a paragraph, or None."""
    children = inline.children or []
    if len(children) == 1 and children[0].type == "image":
        return env["pictures"].get(picture_id(children[0].attrs["src"]))
    return None


def _paragraph_open(renderer, tokens, place, options, env):
    if _picture_alone(tokens[place + 1], env):
        return "<figure>"
    return renderer.renderToken(tokens, place, options, env)


def _paragraph_close(renderer, tokens, place, options, env):
    facts = _picture_alone(tokens[place - 1], env)
    if facts is None:
        return renderer.renderToken(tokens, place, options, env)
    *_rest, credit = facts
    return (format_html("<figcaption>{}</figcaption>", credit) if credit else "") + "</figure>\n"


for _rule in (
    *(_heading_open, _heading_close, _table_open, _table_close, _th_open, _td_open),
    *(_link_open, _link_close, _image, _paragraph_open, _paragraph_close),
):
    SHOWN.add_render_rule(_rule.__name__.removeprefix("_"), _rule)
