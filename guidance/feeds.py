"""What is new in the library, as Atom: one feed in each language."""

import datetime
import re
import uuid

from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from contacts.public_pages import kept_briefly
from guidance import index

ENTRIES = 30
# Ids are made from this and the number of the resource: they stay, whatever it is called and wherever the portal moves.
IDS = uuid.UUID("6f0d2d3c-6f0f-4f0b-9a53-0d9e6c9b5a41")
# XML has no way of writing these, and whoever pasted one into a title shall not stop the feed.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class InItsLanguage(Atom1Feed):
    """An entry says which language it is in: a missing one is stood in for by another."""

    def item_attributes(self, item):
        return super().item_attributes(item) | {"xml:lang": item["language"]}


class NewGuidance(Feed):
    """Without Last-Modified: what an editor takes back must not live on as "not modified" in somebody's copy."""

    feed_type = InItsLanguage
    title = _("New guidance from Local prevention")
    subtitle = _("What is new in the library, and what has been written anew.")
    author_name = _("Local prevention")
    link = reverse_lazy("guidance")

    def __call__(self, request, *args, **kwargs):
        answer = super().__call__(request, *args, **kwargs)
        del answer["Last-Modified"]
        return answer

    def feed_guid(self):
        return _id("library")

    def items(self):
        return index.current().newest(ENTRIES)

    def item_title(self, item):
        return _UNSEEN.sub("", item.title)

    def item_description(self, item):
        """From the second edition on, what is new in it comes first. Readers of feeds take it for HTML."""
        return escape(_UNSEEN.sub("", " ".join(filter(None, [item.what_is_new, item.summary]))))

    def item_guid(self, item):
        return _id(item.id)

    def item_author_name(self, item):
        return _UNSEEN.sub("", item.publisher_name)

    def item_categories(self, item):
        return [str(item.kind_label)]

    def item_pubdate(self, item):
        return _midnight(item.first_published_on)

    def item_updateddate(self, item):
        return _midnight(item.published_on)

    def item_extra_kwargs(self, item):
        return {"language": item.language}


def _id(name):
    """The same resource in another language is another entry."""
    return uuid.uuid5(IDS, f"{name}/{get_language()}").urn


def _midnight(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


new_guidance = require_safe(kept_briefly(NewGuidance()))
