"""Who there is: a user for each role, in places where the example contacts are, so that scopes can be compared."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from dateutil.relativedelta import relativedelta
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from contacts.models import Municipality, PoliceDistrict, Role, RoleGrant, User
from contacts.models.access import DISTRICT_ROLES

PASSWORD = "eksempel-passord"  # noqa: S105 (shown on a page, and good on one's own machine only)
DOMAIN = "eksempel.example"


@dataclass(frozen=True)
class ExampleUser:
    """`place` is the slug of a municipality, or for a police coordinator of a district; none is the whole country.

    `body` is the address of the council, scheme or group that the role is for, if for one only; `about` says what one
    finds there.
    """

    key: str
    name: str
    role: str
    place: str = ""
    about: str = ""
    body: str = ""

    @property
    def email(self):
        return f"{self.key}@{DOMAIN}"

    @property
    def where(self):
        if not self.place:
            return {}
        if self.role in DISTRICT_ROLES:
            return {"district": PoliceDistrict.objects.get(slug=self.place)}
        return {"municipality": Municipality.objects.get(slug=self.place)}


USERS = [
    ExampleUser(
        "politi.agder", "Pia Eksempel", Role.POLICE_COORDINATOR, "agder", _("The police contacts of a whole district.")
    ),
    ExampleUser(
        "politi.oslo", "Odd Eksempel", Role.POLICE_COORDINATOR, "oslo", _("The same in another, to compare with.")
    ),
    ExampleUser(
        "kommune.valle", "Vigdis Eksempel", Role.MUNICIPAL_EDITOR, "valle", _("The contacts of one municipality.")
    ),
    ExampleUser(
        "slt.valle",
        "Sondre Eksempel",
        Role.SLT_COORDINATOR,
        "valle",
        _("A scheme that Valle and Bykle share, in nynorsk: their police council is its steering group."),
    ),
    ExampleUser(
        "slt.baerum",
        "Ingeborg Eksempel",
        Role.SLT_COORDINATOR,
        "baerum",
        _("A scheme with a steering group of its own, groups at three levels, dialogues, and a year under way."),
    ),
    ExampleUser(
        "gruppe.baerum",
        "Guro Eksempel",
        Role.COUNCIL_MEMBER,
        "baerum",
        _("A member of one SLT group, who reads what is internal there and nowhere else."),
        "eksempel-slt-baerum-koordinering",
    ),
    ExampleUser(
        "sekretar.valle",
        "Gudrun Eksempel",
        Role.COUNCIL_SECRETARY,
        "valle",
        _("A police council of two municipalities, in nynorsk."),
    ),
    ExampleUser(
        "sekretar.baerum",
        "Ragnhild Eksempel",
        Role.COUNCIL_SECRETARY,
        "baerum",
        _("A police council with meetings in every state, a strategy and a plan."),
    ),
    ExampleUser(
        "medlem.baerum", "Mons Eksempel", Role.COUNCIL_MEMBER, "baerum", _("A member of that council, who reads only.")
    ),
    ExampleUser(
        "veiledning",
        "Gunn Eksempel",
        Role.GUIDANCE_EDITOR,
        about=_("The library of the whole country: drafts, what waits to be approved, links, what was not found."),
    ),
    ExampleUser(
        "omrade",
        "Are Eksempel",
        Role.AREA_ADMINISTRATOR,
        about=_("Contacts, councils and schemes everywhere: who is there, not what they write."),
    ),
    ExampleUser("brukere", "Bodil Eksempel", Role.USER_ADMINISTRATOR, about=_("Invites people and gives them roles.")),
    ExampleUser("revisor", "Rune Eksempel", Role.AUDITOR, about=_("Reads the log and changes nothing.")),
]

ABOUT = {example.email: example.about for example in USERS}


def is_example(user):
    return user.email.endswith(f"@{DOMAIN}")


@transaction.atomic
def load():
    """Brings every example user to what they should be. Returns how many were made."""
    password = _hashed()
    return sum(_load(example, password) for example in USERS)


def _hashed():
    """One for all: to hash or to check takes a second for each, at every start, and this password is no secret."""
    kept = User.objects.filter(email=USERS[0].email).values_list("password", flat=True).first()
    return kept if kept and check_password(PASSWORD, kept) else make_password(PASSWORD)


@transaction.atomic
def remove():
    """Whoever has changed something stays, without a way in: history must be able to say who."""
    users = User.objects.filter(email__endswith=f"@{DOMAIN}")
    RoleGrant.objects.filter(user__in=users).delete()
    Authenticator.objects.filter(user__in=users).delete()
    for user in users:
        user.is_active = False
        user.set_unusable_password()
        user.save()
    return len(users)


def _load(example, password):
    user = User.objects.filter(email=example.email).first()
    made = user is None
    user = user or User(email=example.email)
    user.name, user.is_active = example.name, True
    user.password = password
    user.save()
    _grant(user, example)
    # Anew each time: the old one cannot be read if the key of this machine has changed.
    Authenticator.objects.filter(user=user).delete()
    TOTP.activate(user, generate_totp_secret())
    return made


def _grant(user, example):
    """Anew when it ends within a month, so that a portal that is started seldom still has them."""
    soon = timezone.now() + relativedelta(months=1)
    where = example.where | {"body": example.body}
    if not user.grants.filter(role=example.role, ends_at__gt=soon, **where).exists():
        RoleGrant.objects.create(user=user, role=example.role, **where)
