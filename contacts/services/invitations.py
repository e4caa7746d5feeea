"""An account is given, not taken: somebody who may grant a role invites, and the role is there when it is accepted.

The rule is asked twice, when the invitation is sent and when it is accepted: whoever invited must still be allowed to.
"""

import hashlib
import secrets

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from contacts.access import access_of
from contacts.models import AuditEvent, Invitation, User
from contacts.permissions import can_grant
from contacts.services import outbox
from contacts.services.role_grants import grant_role


class NotAccepted(Exception):
    """The invitation is no longer good: used, withdrawn or too old, or whoever sent it may not grant the role now."""


@transaction.atomic
def invite(*, invitation, by):
    """Saves it, and sends the link. Whether the role may be granted, `may_invite` has said."""
    token = secrets.token_urlsafe(32)
    invitation.email = invitation.email.lower()
    invitation.invited_by, invitation.token_hash = by, hash_of(token)
    invitation.save()
    _record(invitation, by)
    outbox.put(
        key=f"invitation-{invitation.pk}",
        to=invitation.email,
        subject=_("%(name)s invites you to Local prevention") % {"name": by.name or by.email},
        body=_body(invitation, token),
    )
    return token


def may_invite(access, invitation):
    """Somebody to a role that one may grant them; an account that was closed is opened by other means."""
    user = user_of(invitation)
    if user and not (user.is_active and not user.is_superuser):
        return False
    return can_grant(access, invitation.as_grant(user))


def user_of(invitation):
    return User.objects.filter(email__iexact=invitation.email).first()


def find(token):
    """The invitation of a link, also one that is no longer open; None for a link that was never sent."""
    return (
        Invitation.objects.filter(token_hash=hash_of(token))
        .select_related("district", "municipality", "invited_by")
        .first()
    )


def withdraw(*, invitation):
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])


@transaction.atomic
def accept(*, invitation, name="", password=None):
    """The role is granted to whoever has the address; an account is made if there is none. Returns the user.

    Of two who press at once, one is refused.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    inviter = invitation.invited_by
    if not invitation.is_open or not inviter or not may_invite(access_of(inviter), invitation):
        raise NotAccepted
    user = user_of(invitation) or User.objects.create_user(invitation.email, password, name=name or invitation.name)
    grant_role(grant=invitation.as_grant(user), by=inviter)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    return user


def hash_of(token):
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _record(invitation, by):
    AuditEvent.objects.create(
        kind=AuditEvent.Kind.INVITED,
        user=by,
        district=invitation.district,
        municipality=invitation.municipality,
        details=f"{invitation.role} #{invitation.pk}",
    )


def _body(invitation, token):
    link = settings.SITE_URL + reverse("invitation", args=[token])
    return outbox.text_of("invitation.txt", invitation=invitation, link=link)
