"""Presentation only, never a query."""

from django import template
from django.utils.html import format_html

from councils import texts

register = template.Library()


@register.filter
def prose(text):
    """`{{ item.discussion|prose }}`: what somebody wrote, as paragraphs, lists and tables; nothing of an empty text."""
    html = texts.as_html(text or "")
    return format_html('<div class="written">{}</div>', html) if html else ""
