"""Ways from the pages of other apps to the library, which they know nothing of. From memory, never a query."""

from django import template

from guidance import index

register = template.Library()


@register.simple_tag
def in_library(key):
    """What came with the portal under this key, if it is published: `{% in_library "slt-i-praksis" as resource %}`."""
    return index.current().by_key.get(key)
