"""How far a resource has come, in a word: what its tag says on the desk, and what the list there is filtered by."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class State(models.TextChoices):
    DRAFT = "utkast", gettext_lazy("draft")
    REVIEW = "til-godkjenning", gettext_lazy("in review")
    SCHEDULED = "planlagt", gettext_lazy("scheduled")
    PUBLISHED = "publisert", gettext_lazy("published")
    ARCHIVED = "arkivert", gettext_lazy("archived")


COLORS = {State.DRAFT: "warning", State.REVIEW: "info", State.SCHEDULED: "info", State.PUBLISHED: "success"}


@dataclass(frozen=True)
class Tag:
    text: str
    color: str


def tags_of(resource):
    """Of a row that the queryset `for_desk` made: what readers have, and beside it what is being made."""
    if resource.archived_on:
        return [_tag(State.ARCHIVED)]
    tags = [_tag(State.PUBLISHED)] if resource.is_out else []
    if resource.scheduled_on:
        tags.append(Tag(_("scheduled from %s") % date_format(resource.scheduled_on), "info"))
    if resource.open_status and resource.is_out:
        return [*tags, Tag(_newer(resource.open_status), COLORS[_open(resource.open_status)])]
    if resource.open_status:
        tags.append(_tag(_open(resource.open_status)))
    return tags or [_tag(State.DRAFT)]


def _open(status):
    return State.REVIEW if status == "review" else State.DRAFT


def _newer(status):
    return _("newer edition in review") if status == "review" else _("newer edition in the making")


def _tag(state):
    return Tag(str(state.label), COLORS.get(state, "neutral"))


def filtered(resources, state, today: date):
    """Rows of `for_desk` in this state. One that is published and written anew is in both."""
    match state:
        case State.DRAFT:
            return (
                resources.filter(archived_on=None, scheduled_on=None)
                .exclude(open_status="review")
                .exclude(open_status=None, is_out=True)
            )
        case State.REVIEW:
            return resources.filter(archived_on=None, open_status="review")
        case State.SCHEDULED:
            return resources.filter(archived_on=None, scheduled_on__isnull=False)
        case State.PUBLISHED:
            return resources.filter(archived_on=None, is_out=True)
        case State.ARCHIVED:
            return resources.filter(archived_on__isnull=False)
    return resources
