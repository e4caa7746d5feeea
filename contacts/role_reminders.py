"""The daily job that tells in time of roles that end: whoever has one once, and once a week whoever can grant it."""

import datetime
from collections import defaultdict

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contacts.keepers import Keepers
from contacts.models import Role, RoleGrant
from contacts.models.access import DISTRICT_ROLES, MUNICIPAL_ROLES
from contacts.services import outbox

TOLD_BEFORE = datetime.timedelta(days=30)


def remind(today):
    """Returns how many mails it wrote."""
    keepers, by_administrator, written = Keepers(today), defaultdict(list), 0
    with translation.override(settings.LANGUAGE_CODE):
        for grant in ending(today):
            written += _tell_user(grant)
            for address in _who_can_grant(grant, keepers):
                by_administrator[address].append(grant)
        return written + sum(_tell_administrator(to, grants, today) for to, grants in by_administrator.items())


def ending(today):
    """The roles that end soon, unless the same was granted again for longer."""
    end = timezone.make_aware(datetime.datetime.combine(today + TOLD_BEFORE, datetime.time.max))
    current = RoleGrant.objects.current(timezone.now()).filter(user__is_active=True)
    grants = (
        current.filter(ends_at__lte=end).select_related("user", "district", "municipality").order_by("ends_at", "pk")
    )
    longest = {
        _what(grant): grant.ends_at
        for grant in RoleGrant.objects.filter(ends_at__gt=timezone.now()).order_by("ends_at")
    }
    return [grant for grant in grants if longest[_what(grant)] == grant.ends_at]


def _what(grant):
    return (grant.user_id, grant.role, grant.district_id, grant.municipality_id)


def _who_can_grant(grant, keepers):
    """Those of the district for the roles in it, those of the whole country for the others: see scopes.py."""
    if grant.role in (*DISTRICT_ROLES, *MUNICIPAL_ROLES):
        place = {"district_id": grant.district_id, "municipality_id": grant.municipality_id}
        return keepers.administrators(Role.USER_ADMINISTRATOR, **place)
    return set(keepers.of_district(Role.USER_ADMINISTRATOR, None)) - {grant.user.email}


def _tell_user(grant):
    return outbox.put(
        key=f"role-ends-{grant.pk}-{grant.ends_at:%Y-%m-%d}",
        to=grant.user.email,
        subject=_("Your role ends soon"),
        body=outbox.text_of("role_ends.txt", grant=grant),
    )


def _tell_administrator(to, grants, today):
    """The week is in the key: a run on any day of it will do, and a second one writes nothing."""
    year, week, _day = today.isocalendar()
    subject = ngettext("%(count)s role ends soon", "%(count)s roles end soon", len(grants)) % {"count": len(grants)}
    body = outbox.text_of("roles_end.txt", grants=grants)
    return outbox.put(key=f"roles-end-{year}-{week}-{to}"[:200], to=to, subject=subject, body=body)
