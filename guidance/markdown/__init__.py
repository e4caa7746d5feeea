"""The texts of the library: written in Markdown, read as safe HTML.

What may stand in one: headings from `##`, paragraphs, lists, quotations, tables with a row of headings, emphasis, links
to the web, to mail, to phone numbers and to pages of the portal, and pictures of the resource as `bilde:12`. Everything
else is shown as the text that it is. Knows no rows of the database.
"""

from guidance.markdown.addresses import LONGEST_TEXT
from guidance.markdown.problems import Problem, problems, unseen
from guidance.markdown.reading import headings_in, links_in, plain
from guidance.markdown.rendering import broken_words, render

__all__ = [
    "LONGEST_TEXT",
    "Problem",
    "broken_words",
    "headings_in",
    "links_in",
    "plain",
    "problems",
    "render",
    "unseen",
]
