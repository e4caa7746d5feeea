"""Mails about an edition: to those who can approve it, and then to whoever sent it to review.

A title and a link, and nothing of the text; what a reviewer remarked is read on the desk.
"""

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from contacts.models import RoleGrant, User
from contacts.services import outbox
from guidance import scopes

SUBJECTS = {
    "review": _("To be approved: %s"),
    "returned": _("Sent back to you: %s"),
    "approved": _("Approved: %s"),
}


def approvers(edition):
    """Whoever keeps the place, but for who sent it; where there is nobody else, and for what applies in the whole
    country, the guidance editors."""
    others = _users(_of_place(edition.resource)).exclude(pk=edition.submitted_by_id)
    return others or _users(Q(role__in=scopes.EDITORS)).exclude(pk=edition.submitted_by_id)


def _of_place(resource):
    if resource.municipality_id:
        return Q(role__in=scopes.OF_MUNICIPALITIES, municipality=resource.municipality_id, body="")
    if resource.district_id:
        return Q(role="police_coordinator", district=resource.district_id)
    return Q(role__in=scopes.EDITORS)


def _users(grants):
    held = RoleGrant.objects.current(timezone.now()).filter(grants)
    return User.objects.filter(is_active=True, grants__in=held).distinct().order_by("pk")


def tell_of_review(edition):
    for user in approvers(edition):
        _tell("review", edition, user, "approve_edition")


def tell_of_return(edition):
    _tell("returned", edition, edition.submitted_by, "resource_desk")


def tell_of_approval(edition):
    _tell("approved", edition, edition.submitted_by, "resource_desk")


def _tell(what, edition, user, page):
    """Once for each time that it comes so far: the version is in the key. Nobody is told whose account is closed."""
    if user is None or not user.is_active:
        return
    with translation.override(_language_of(edition)):
        title = str(edition.resource)
        words = {"title": title, "link": settings.SITE_URL + reverse(page, args=[edition.resource_id])}
        day = date_format(edition.publish_on) if edition.publish_on else ""
        text = outbox.text_of(f"{what}.txt", app="guidance", day=day, **words)
        key = f"guidance-{what}-{edition.pk}-{edition.version}-{user.pk}"
        outbox.put(key=key, to=user.email, subject=SUBJECTS[what] % title, body=text)


def _language_of(edition):
    """In nynorsk to those who write in nynorsk alone."""
    written = edition.texts.values_list("language", flat=True)
    return "nn" if set(written) == {"nn"} else settings.LANGUAGE_CODE
