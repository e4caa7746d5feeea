"""An account is given by whoever may grant the role, and only for as long as they may."""

from datetime import timedelta

import pytest
from django.utils import timezone

from contacts.access import access_of
from contacts.models import AuditEvent, Invitation, OutgoingMail, Role, RoleGrant, User
from contacts.services import invitations
from contacts.services.role_grants import end_role
from contacts.tests.factories import make_district, make_municipality, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "ny@eksempel.example"


@pytest.fixture
def administrator(district):
    return make_user((Role.USER_ADMINISTRATOR, district), name="Bodil Eksempel")


def invitation_to(place, role=Role.MUNICIPAL_EDITOR, email=ADDRESS):
    where = {} if place is None else {"district" if role == Role.POLICE_COORDINATOR else "municipality": place}
    return Invitation(name="Ny Eksempel", email=email, role=role, **where)


@pytest.fixture
def sent(administrator, district):
    """An invitation to be editor of a municipality of the district, and the secret of its link."""
    invitation = invitation_to(make_municipality(district=district))
    token = invitations.invite(invitation=invitation, by=administrator)
    return invitation, token


def test_the_link_is_sent_and_only_its_hash_is_kept(sent):
    invitation, token = sent
    mail = OutgoingMail.objects.get(key=f"invitation-{invitation.pk}")
    assert mail.to == ADDRESS
    assert token in mail.body
    assert token not in str(Invitation.objects.filter(pk=invitation.pk).values().get())


def test_the_log_says_who_invited_and_not_whom(sent, administrator):
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.INVITED)
    assert event.user == administrator
    assert "Eksempel" not in event.details
    assert ADDRESS not in event.details


def test_accepting_makes_the_account_and_grants_the_role(sent, administrator):
    invitation, _token = sent
    user = invitations.accept(invitation=invitation, name="Ny Eksempel", password="et-godt-passord-42")
    grant = user.grants.get()
    assert (grant.role, grant.municipality, grant.granted_by) == (invitation.role, invitation.place, administrator)
    assert user.check_password("et-godt-passord-42")
    assert AuditEvent.objects.filter(kind=AuditEvent.Kind.ROLE_GRANTED, user=administrator).exists()


def test_somebody_who_has_an_account_gets_the_role_and_no_second_account(sent):
    invitation, _token = sent
    before = make_user(email=ADDRESS.upper(), name="Slik var det")
    assert invitations.accept(invitation=invitation) == before
    before.refresh_from_db()
    assert before.name == "Slik var det"
    assert before.grants.count() == 1


def refused(invitation):
    with pytest.raises(invitations.NotAccepted):
        invitations.accept(invitation=invitation, password="et-godt-passord-42")
    return not User.objects.filter(email=ADDRESS).exists() and not RoleGrant.objects.filter(
        role=invitation.role, municipality=invitation.municipality
    )


def test_it_is_good_once(sent):
    invitation, _token = sent
    invitations.accept(invitation=invitation, password="et-godt-passord-42")
    with pytest.raises(invitations.NotAccepted):
        invitations.accept(invitation=invitation, password="et-annet-passord-42")
    assert User.objects.get(email=ADDRESS).grants.count() == 1


def test_it_is_good_for_a_week(sent):
    invitation, _token = sent
    invitation.expires_at = timezone.now() - timedelta(seconds=1)
    invitation.save()
    assert refused(invitation)


def test_it_is_not_good_when_the_role_would_have_ended(sent):
    invitation, token = sent
    Invitation.objects.update(role_ends_at=timezone.now() - timedelta(minutes=1))
    assert not invitations.find(token).is_open
    assert not Invitation.objects.open(timezone.now()).exists()
    with pytest.raises(invitations.NotAccepted):
        invitations.accept(invitation=invitation)
    assert not User.objects.filter(email=ADDRESS).exists()


def test_it_is_not_good_when_it_was_withdrawn(sent):
    invitation, _token = sent
    invitations.withdraw(invitation=invitation)
    assert refused(invitation)


def test_it_is_not_good_when_whoever_invited_may_no_longer_grant(sent, administrator):
    invitation, _token = sent
    end_role(grant=administrator.grants.get(), by=None)
    assert refused(invitation)


def test_it_is_not_good_when_whoever_invited_is_deactivated(sent, administrator):
    invitation, _token = sent
    administrator.is_active = False
    administrator.save()
    assert refused(invitation)


def test_it_opens_no_account_that_was_closed(sent):
    invitation, _token = sent
    closed = make_user(email=ADDRESS, is_active=False)
    with pytest.raises(invitations.NotAccepted):
        invitations.accept(invitation=invitation)
    assert not closed.grants.exists()


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.MUNICIPAL_EDITOR, True),
        (Role.SLT_COORDINATOR, True),
        (Role.GUIDANCE_EDITOR, False),
        (Role.USER_ADMINISTRATOR, False),
        (Role.AREA_ADMINISTRATOR, False),
    ],
)
def test_the_user_administrator_of_a_district_invites_to_its_roles_only(administrator, district, role, allowed):
    place = make_municipality(district=district) if allowed else None
    assert invitations.may_invite(access_of(administrator), invitation_to(place, role)) == allowed


def test_nobody_invites_to_another_district(administrator):
    foreign = invitation_to(make_municipality(district=make_district()))
    assert not invitations.may_invite(access_of(administrator), foreign)
    assert not invitations.may_invite(access_of(administrator), invitation_to(make_district(), Role.POLICE_COORDINATOR))


def test_nobody_invites_themselves(administrator, district):
    own = invitation_to(make_municipality(district=district), email=administrator.email.upper())
    assert not invitations.may_invite(access_of(administrator), own)


def test_nobody_invites_the_break_glass_account(administrator, district):
    User.objects.create_superuser(ADDRESS)
    assert not invitations.may_invite(access_of(administrator), invitation_to(make_municipality(district=district)))


@pytest.mark.parametrize("token", ["", "x", "æøå", "\0", "\ud800", "a" * 10_000])
def test_a_link_that_was_never_sent_leads_nowhere(sent, token):
    assert invitations.find(token) is None


def test_an_altered_link_leads_nowhere(sent):
    invitation, token = sent
    assert invitations.find(token) == invitation
    assert invitations.find(token[:-1]) is None
    assert invitations.find(f"{token}x") is None


def test_only_those_of_ones_own_area_are_seen_and_withdrawn(sent, administrator):
    invitation, _token = sent
    neighbour = access_of(make_user((Role.USER_ADMINISTRATOR, make_district())))
    auditor = access_of(make_user((Role.AUDITOR, None)))
    assert invitation in Invitation.objects.visible_to(access_of(administrator))
    assert invitation not in Invitation.objects.visible_to(neighbour)
    assert invitation not in Invitation.objects.editable_by(neighbour)
    assert invitation in Invitation.objects.visible_to(auditor)
    assert invitation not in Invitation.objects.editable_by(auditor)
