"""Two police districts with a town each, everything in them twice, and a canary in every confidential field."""

import datetime
import uuid
from dataclasses import dataclass, field
from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from dateutil.relativedelta import relativedelta
from django.utils import timezone

from contacts.models import (
    Absence,
    Assignment,
    AuditEvent,
    ContactPoint,
    DailyRun,
    Function,
    Invitation,
    NationalNumber,
    OrganisationalChange,
    OutgoingMail,
    Person,
    PersonDataDecision,
    Publication,
    Role,
    User,
    VerificationRequest,
)
from contacts.models.changes import ChangeKind, UnitKind
from contacts.services.invitations import hash_of
from contacts.tests.factories import (
    make_assignment,
    make_contact_point,
    make_district,
    make_grant,
    make_municipality,
)
from contacts.verification.links import link_to
from contacts.verification.rounds import fingerprint, round_of
from portal.tests.access.canaries import Canaries
from portal.tests.access.council_world import SLUGS, make_councils
from portal.tests.access.guidance_world import make_library
from portal.tests.access.principals import LOGGED_IN
from portal.tests.access.reach import ACCOUNTS, CHANGES, DECISIONS, EVENTS, INVITATIONS, OWNED, REACH
from portal.tests.access.slt_world import SLT_SLUGS, make_schemes

FUNCTIONS = {
    "police": Function.POLICE_CONTACT,
    "municipal": Function.MUNICIPAL_CONTACT,
    "slt": Function.SLT_COORDINATOR,
}
ADDRESSES = SLUGS | SLT_SLUGS | {"": ""}
A_YEAR = relativedelta(years=1)
MISSING = SimpleNamespace(pk=987_654_321, slug="finnes-ikke", key="finnes-ikke", batch=uuid.UUID(int=2**127))


@dataclass
class World:
    """`rows["person"]["police"]`: a row of each kind by whose it is. `users`: by the key of the principal."""

    canaries: Canaries = field(default_factory=Canaries)
    places: dict = field(default_factory=dict)
    users: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)

    def keep(self, kind, whose, row):
        self.rows.setdefault(kind, {"missing": MISSING})[whose] = row
        return row


def make_world():
    world = World()
    _make_places(world)
    for principal in LOGGED_IN:
        _make_user(world, principal)
    for whose in OWNED.keys() - {"missing"}:
        _make_contacts(world, whose)
    _make_audit_events(world)
    _make_decisions(world)
    _make_changes(world)
    _make_mail(world)
    _make_links(world)
    _make_invitations(world)
    _make_passkey(world)
    make_councils(world)
    make_schemes(world)
    make_library(world)
    return world


def _make_places(world):
    here, there = make_district("Herøy"), make_district("Derøy")
    town, other_town = make_municipality("Herby", district=here), make_municipality("Derby", district=there)
    world.places = {"here": here, "there": there, "town": town, "other_town": other_town, "": None}
    for name, place in world.places.items():
        if place:
            world.keep(place._meta.model_name, name, place)
    for name in ("town", "other_town"):
        world.keep("districtmembership", name, world.places[name].district_memberships.get())
    world.keep("nationalnumber", "pst", NationalNumber.objects.get(key="pst"))


def _make_user(world, principal):
    """Read by themselves, and by those who administer or audit where they have a role."""
    readers = _readers_of(principal) | {principal.key}
    word = world.canaries.word
    address = word(f"e-mail of a user, {principal}", readers | _readers_of_mail(principal))
    user = User.objects.create_user(
        f"{address.lower()}@prove.example",  # where no example user is
        name=word(f"name of a user, {principal}", readers),
        is_active=principal.is_active,
        is_superuser=principal.is_superuser,
        is_staff=principal.is_superuser,
    )
    User.objects.filter(pk=user.pk).update(password="nobody knows")  # and none is worked out for each of them
    user.refresh_from_db()
    begin, end = (timezone.now() + datetime.timedelta(hours=hours) for hours in principal.hours)
    for role, place, body in principal.grants:
        grant = make_grant(user, role, world.places[place], body=ADDRESSES[body], begins_at=begin, ends_at=end)
        world.keep("rolegrant", f"of_{principal}", grant)
    world.users[principal.key] = world.keep("user", principal.key, user)


def _readers_of_mail(principal):
    """Who is told that the break-glass account was used stands in the list of mails."""
    return REACH["outgoingmail"]["any"].sees if principal.key in ("auditor_everywhere", "users_everywhere") else set()


def _readers_of(principal):
    """Rows of the table stand for all of their kind: who has a role here, who has one elsewhere."""
    is_here = any(place in ("here", "town") for _role, place, _body in principal.grants)
    return ACCOUNTS["police" if is_here else "police_there"].sees


def _make_contacts(world, whose):
    """A published function, one that is not, one nobody has verified; and people whose names are nobody's business."""
    published = world.keep("contactpoint", whose, _point(world, whose))
    draft = world.keep("draft", whose, _secret_point(world, whose))
    stale = _point(world, whose, verified_on=timezone.localdate() - A_YEAR)
    today, tomorrow = timezone.localdate(), timezone.localdate() + relativedelta(days=1)
    holder = _person(world, whose, "held by function only")
    world.keep("person", whose, holder)
    held = world.keep("assignment", whose, make_assignment(published, holder, share=50))
    world.keep("absence", whose, Absence.objects.create(assignment=held, valid_from=tomorrow, valid_to=tomorrow))
    _named(published, _person(world, whose, "never published", never_publish=True))
    _named(published, _person(world, whose, "ended"), valid_from=today - A_YEAR, valid_to=today - relativedelta(days=1))
    _named(published, _person(world, whose, "begins tomorrow"), valid_from=tomorrow)
    _named(stale, _person(world, whose, "not verified in time"))
    _named(draft, _person(world, whose, "holds an unpublished function"))
    make_assignment(published, _person(world, whose, "deputy by function only"), role=Assignment.Role.DEPUTY)
    _person(world, whose, "holds nothing")


def _named(point, person, **fields):
    decision = {"publication_decided_on": timezone.localdate(), "publication_decided_by": "HR"}
    make_assignment(point, person, publication=Publication.NAME_AND_DIRECT, **decision | fields)


def _point(world, whose, **fields):
    function = FUNCTIONS[whose.removesuffix("_there")]
    town = world.places["other_town" if whose.endswith("_there") else "town"]
    owner = town
    if function == Function.POLICE_CONTACT:
        owner = world.places["there" if whose.endswith("_there") else "here"]
    return make_contact_point(function, owner=owner, serves=[town], **fields)


def _secret_point(world, whose):
    readers = OWNED[whose].sees
    point = _point(
        world,
        whose,
        is_published=False,
        phone=world.canaries.number(f"function number, {whose}: unpublished", readers),
        email=world.canaries.mail(f"function mailbox, {whose}: unpublished", readers),
    )
    point.phone = world.canaries.number(f"new function number, {whose}: unpublished", readers)
    point._change_reason = world.canaries.word(f"reason, {whose}: unpublished function", readers)
    point.save()
    return point


def _person(world, whose, what, **fields):
    """Once under another name, which only the history knows."""
    readers, canaries = _readers_of_person(whose, what), world.canaries
    owner = _point_owner(world, whose)
    person = Person.objects.create(
        owner=owner,
        name=canaries.word(f"former name, {whose}: {what}", readers),
        work_title=canaries.word(f"work title, {whose}: {what}", readers),
        direct_phone=canaries.number(f"direct number, {whose}: {what}", readers),
        work_email=canaries.mail(f"work e-mail, {whose}: {what}", readers),
        **fields,
    )
    person.name = canaries.word(f"name, {whose}: {what}", readers)
    person._change_reason = canaries.word(f"reason, {whose}: {what}", readers)
    person.save()
    return person


# An SLT coordinator reaches people of their town who hold no other function: also those who hold nothing.
HOLD_NOTHING = {"municipal": {"slt", "slt_of_scheme"}, "municipal_there": {"slt_of_another"}}


def _readers_of_person(whose, what):
    return OWNED[whose].sees | (HOLD_NOTHING.get(whose, set()) if what == "holds nothing" else set())


def _point_owner(world, whose):
    if whose.startswith("police"):
        return world.places["there" if whose.endswith("_there") else "here"]
    return world.places["other_town" if whose.endswith("_there") else "town"]


def _make_audit_events(world):
    places = {"here": "district", "town": "municipality", "there": "district", "other_town": "municipality"}
    for place, where in places.items():
        _audit_event(world, place, **{where: world.places[place]})
    _audit_event(world, "country")


def _audit_event(world, place, **where):
    readers = EVENTS["there" if place == "other_town" else place].sees
    event = AuditEvent.objects.create(
        kind=AuditEvent.Kind.NAMES_EXPORTED,
        reason=world.canaries.word(f"reason of what happened in {place}", readers),
        details=world.canaries.word(f"details of what happened in {place}", readers),
        **where,
    )
    world.keep("auditevent", place, event)


def _make_decisions(world):
    """What somebody of the place let through, which the person-data guard had held up."""
    for place, whose in {"here": "police", "there": "police_there"}.items():
        decision = PersonDataDecision.objects.create(
            user=world.users[whose],
            form=world.canaries.word(f"form in which something was decided {place}", DECISIONS[place].sees),
            field="note",
            kinds="young: 1",
        )
        world.keep("persondatadecision", place, decision)


def _make_changes(world):
    """A town that gets another name here, one there, and one that moves from one district to the other."""
    for where, districts in {"here": ["here"], "there": ["there"], "both": ["here", "there"]}.items():
        change = OrganisationalChange.objects.create(
            kind=ChangeKind.TRANSFER if where == "both" else ChangeKind.RENAME,
            unit=UnitKind.MUNICIPALITY,
            date=timezone.localdate() + A_YEAR,
            note=world.canaries.word(f"note on a change that concerns {where}", CHANGES[where].sees),
            batch=uuid.UUID(int=2**127 + len(world.rows.get("change", [""]))),
        )
        town = world.places["other_town" if where == "there" else "town"]
        change.changed.create(municipality=town)
        new = {"belongs_to": world.places["there"]} if where == "both" else {"name": "Nyby"}
        change.successors.create(is_new=False, municipality=town, **new)
        change.districts.set([world.places[district] for district in districts])
        world.keep("change", where, change)


def _make_mail(world):
    """The text of a mail may hold a secret link: nobody reads it here."""
    readers = REACH["outgoingmail"]["any"].sees
    mail = OutgoingMail.objects.create(
        key="prove",
        to=world.canaries.mail("recipient of a mail", readers),
        subject=world.canaries.word("subject of a mail", readers),
        body=world.canaries.word("text of a mail", ()),
    )
    world.keep("outgoingmail", "any", mail)
    world.keep("dailyrun", "any", DailyRun.objects.create(job="prove"))


def _make_links(world):
    """What a mail asks about: a function held by somebody who may be named, and by somebody who never may."""
    point = _point(world, "police")
    _named(point, Person.objects.create(name="Ola Eksempel", owner=point.owner))
    _named(point, _person(world, "police", "named in no mail", never_publish=True))
    fresh, used = (_link(world, point, address) for address in ("fresh", "used"))
    VerificationRequest.objects.filter(to=used.to).update(used_at=timezone.now())
    world.keep("link", "fresh", SimpleNamespace(token=fresh.token))
    world.keep("link", "used", SimpleNamespace(token=used.token))
    world.keep("link", "altered", SimpleNamespace(token=f"{fresh.token[:-1]}{'A' if fresh.token[-1] != 'A' else 'B'}"))


def _link(world, point, address):
    point = ContactPoint.objects.with_holders(timezone.localdate()).get(pk=point.pk)
    request = VerificationRequest.objects.create(
        contact_point=point,
        round=round_of(point),
        step=VerificationRequest.Step.OWNER,
        recipient=VerificationRequest.Recipient.EDITOR,
        to=world.canaries.mail(f"recipient of the {address} link", ()),
        seen=fingerprint(point),
    )
    return SimpleNamespace(to=request.to, token=link_to(request).rstrip("/").rpartition("/")[2])


def _make_passkey(world):
    """Of somebody else: whose own they are, the tests of logging in have."""
    another = User.objects.create_user("annen@prove.example")
    data = {"name": "Prøve", "credential": {}}
    passkey = Authenticator.objects.create(user=another, type=Authenticator.Type.WEBAUTHN, data=data)
    world.keep("passkey", "another", passkey)


def _make_invitations(world):
    """One to each district, and one to nobody in particular whose link somebody has: good, used, or altered."""
    for where in ("here", "there"):
        readers = INVITATIONS[where].sees
        _invitation(
            world.places[where],
            where,
            name=world.canaries.word(f"name of who is invited {where}", readers),
            email=world.canaries.mail(f"e-mail of who is invited {where}", readers),
        )
        world.keep("invitation", where, Invitation.objects.get(district=world.places[where]))
    for token in ("fresh", "used"):
        _invitation(None, token, name="Ola Eksempel", email=f"{token}@prove.example", role=Role.GUIDANCE_EDITOR)
        world.keep("invited", token, SimpleNamespace(token=token))
    Invitation.objects.filter(email="used@prove.example").update(accepted_at=timezone.now())
    world.keep("invited", "altered", SimpleNamespace(token="altered"))


def _invitation(district, token, role=Role.POLICE_COORDINATOR, **fields):
    Invitation.objects.create(role=role, district=district, token_hash=hash_of(token), **fields)
