"""Coming in with the organisation's own login, at a real provider on this machine."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils import timezone
from environ import Env

from contacts.models import Invitation, Role, User
from contacts.services import invitations
from contacts.tests.factories import make_district, make_municipality, make_user
from portal.settings.oidc import providers_from
from portal.tests.login.people import PASSWORD
from portal.tests.login.servers import provider_mock

pytestmark = pytest.mark.django_db

ADDRESS = "kari@eksempel.example"


class FromEnvironment(Env):
    def __init__(self, values):
        super().__init__()
        self.ENVIRON = values


@pytest.fixture(scope="session")
def provider():
    with provider_mock() as address:
        yield address


@pytest.fixture
def configured(provider, settings, nobody_is_locked_out):
    """The portal knows the provider, and takes `mfa` in its answer for a second factor."""

    def configure(**more):
        values = {
            "OIDC_PROVIDERS": "prove",
            "OIDC_PROVE_NAME": "Prøve kommune",
            "OIDC_PROVE_SERVER_URL": provider,
            "OIDC_PROVE_CLIENT_ID": "portal",
            "OIDC_PROVE_SECRET": "hemmelig",
            "OIDC_PROVE_SECOND_FACTOR": "mfa",
        }
        found = providers_from(FromEnvironment(values | more))
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": found}}
        settings.OIDC_ORIGINS = [provider]

    configure()
    return configure


@pytest.fixture
def arrive(configured, provider, visitor):
    """Somebody presses the button, logs in at the provider, and comes back with its answer."""

    def arrive(sub="kari", *, alter=lambda query: query, next="", **claims):
        requests.put(f"{provider}/users/{sub}", json=claims, timeout=60).raise_for_status()
        away = visitor.post("/konto/med/prove/", {"process": "login", "next": next} if next else {"process": "login"})
        back = requests.post(away.url, data={"sub": sub}, allow_redirects=False, timeout=60).headers["Location"]
        query = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
        return visitor.get(urlsplit(back).path, alter(query))

    return arrive


@pytest.fixture
def kari(db):
    return make_user((Role.POLICE_COORDINATOR, make_district()), email=ADDRESS)


def verified(**claims):
    return {"email": ADDRESS, "email_verified": True} | claims


def test_somebody_who_has_an_account_comes_in(arrive, visitor, kari):
    assert arrive(**verified(amr=["pwd", "mfa"])).url == "/skrivebord/"
    assert visitor.get("/skrivebord/").status_code == 200


def test_the_next_time_the_person_is_known_whatever_their_address_is(arrive, visitor, kari):
    arrive(**verified(amr=["mfa"]))
    visitor.post(reverse("account_logout"))
    assert arrive(email="kari.nytt.navn@eksempel.example", email_verified=True, amr=["mfa"]).url == "/skrivebord/"
    assert SocialAccount.objects.get().user == kari


def test_one_comes_to_where_one_was_going(arrive, kari):
    assert arrive(**verified(amr=["mfa"]), next="/skrivebord/mangler/").url == "/skrivebord/mangler/"


def test_nobody_is_led_to_another_site(arrive, kari):
    assert arrive(**verified(amr=["mfa"]), next="//evil.example/").url == "/skrivebord/"


def test_without_a_second_factor_at_the_provider_ours_is_set_up(arrive, visitor, kari):
    arrive(**verified(amr=["pwd"]))
    assert visitor.get("/skrivebord/").url == reverse("mfa_index")


def test_without_a_second_factor_at_the_provider_ours_is_asked_for(arrive, visitor, somebody):
    answer = arrive(email=somebody.user.email, email_verified=True)
    assert answer.url == reverse("mfa_authenticate")
    assert visitor.get("/skrivebord/").status_code == 302
    assert somebody.type_code(visitor).url == "/skrivebord/"


def test_words_that_vouch_for_nothing_are_not_believed(arrive, configured, visitor, kari):
    configured(OIDC_PROVE_SECOND_FACTOR="")
    arrive(**verified(amr=["mfa"], acr="mfa"))
    assert visitor.get("/skrivebord/").url == reverse("mfa_index")


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "ukjent@eksempel.example", "email_verified": True},
        {"email": ADDRESS, "email_verified": False},
        {"email": ADDRESS, "email_verified": "false"},
        {"email": ADDRESS},
        {},
    ],
    ids=["unknown", "not verified", "not verified, as a text", "does not say", "no address"],
)
def test_whoever_is_not_known_by_a_verified_address_is_told_what_to_do(arrive, visitor, kari, claims):
    answer = arrive(**claims, amr=["mfa"])
    assert answer.status_code == 403
    assert answer.context["why"] == "unknown"
    assert visitor.get("/skrivebord/").status_code == 302
    assert User.objects.filter(email=claims.get("email", "x")).count() == (claims.get("email") == ADDRESS)
    assert not SocialAccount.objects.exists()


def test_a_provider_may_be_trusted_to_know_the_addresses_of_a_domain(arrive, configured, kari):
    configured(OIDC_PROVE_VERIFIED_EMAIL="eksempel.example")
    assert arrive(email=ADDRESS, amr=["mfa"]).url == "/skrivebord/"


def test_and_not_those_of_another_domain(arrive, configured, kari):
    configured(OIDC_PROVE_VERIFIED_EMAIL="annet.example")
    assert arrive(email=ADDRESS, amr=["mfa"]).status_code == 403


def test_not_even_when_it_says_that_one_is_verified(arrive, configured, kari):
    configured(OIDC_PROVE_VERIFIED_EMAIL="annet.example")
    assert arrive(**verified(amr=["mfa"])).status_code == 403
    assert not SocialAccount.objects.exists()


@pytest.fixture
def invited():
    administrator = make_user((Role.USER_ADMINISTRATOR, district := make_district()))
    invitation = Invitation(
        name="Kari Eksempel",
        email=ADDRESS,
        role=Role.MUNICIPAL_EDITOR,
        municipality=make_municipality(district=district),
    )
    invitations.invite(invitation=invitation, by=administrator)
    return invitation


def test_an_invitation_is_accepted_by_coming_in(arrive, visitor, invited):
    assert arrive(**verified(amr=["mfa"])).url == "/skrivebord/"
    user = User.objects.get(email=ADDRESS)
    assert not user.has_usable_password()
    assert user.grants.get().municipality == invited.municipality
    assert visitor.get("/skrivebord/").status_code == 200


def test_an_invitation_that_ran_out_lets_nobody_in(arrive, invited):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert arrive(**verified(amr=["mfa"])).status_code == 403
    assert not User.objects.filter(email=ADDRESS).exists()


def test_the_break_glass_account_comes_in_by_its_own_password_only(arrive, visitor):
    User.objects.create_superuser(ADDRESS, PASSWORD)
    assert arrive(**verified(amr=["mfa"])).status_code == 403
    assert not SocialAccount.objects.exists()


def test_a_deactivated_user_does_not_come_in(arrive, visitor, kari):
    kari.is_active = False
    kari.save()
    assert arrive(**verified(amr=["mfa"])).url == reverse("account_inactive")
    assert visitor.get("/skrivebord/").status_code == 302


@pytest.mark.parametrize(
    "alter",
    [
        lambda query: query | {"state": "another"},
        lambda query: {"code": query["code"]},
        lambda query: query | {"code": "another"},
        lambda query: {"state": query["state"]},
        lambda query: query | {"error": "access_denied"},
        lambda query: query | {"error": "server_error"},
        lambda query: query | {"code": "a\x00b"},
    ],
    ids=["wrong state", "no state", "wrong code", "no code", "cancelled", "an error", "NUL"],
)
def test_an_answer_that_was_tampered_with_lets_nobody_in(arrive, visitor, kari, alter):
    answer = arrive(**verified(amr=["mfa"]), alter=alter)
    assert answer.status_code == 403
    assert visitor.get("/skrivebord/").status_code == 302


def test_the_answer_to_one_browser_lets_no_other_in(arrive, client, kari):
    """Nobody can be made to log in as somebody else by a link: the state is kept in the session that asked."""
    stolen = {}

    def steal(query):
        stolen.update(query)
        return {"state": "x"}

    arrive(**verified(amr=["mfa"]), alter=steal)
    assert client.get("/konto/med/prove/svar/", stolen).status_code == 403


def test_the_code_is_bound_to_the_session_that_asked(configured, visitor):
    away = parse_qs(urlsplit(visitor.post("/konto/med/prove/", {"process": "login"}).url).query)
    assert away["code_challenge_method"] == ["S256"]
    assert away["redirect_uri"] == ["http://testserver/konto/med/prove/svar/"]


def test_a_provider_is_left_for_only_by_pressing_the_button(configured, visitor):
    assert visitor.get("/konto/med/prove/").status_code == 405


def test_nothing_is_connected_to_the_account_of_somebody_who_is_logged_in(
    arrive, configured, provider, visitor, somebody
):
    somebody.log_in(visitor)
    visitor.post("/konto/med/prove/", {"process": "connect"})
    assert not SocialAccount.objects.exists()


def test_a_provider_that_does_not_answer_is_said_to_be_the_fault(configured, visitor):
    configured(OIDC_PROVE_SERVER_URL="http://127.0.0.1:9")
    answer = visitor.post("/konto/med/prove/", {"process": "login"})
    assert (answer.status_code, answer.context["why"]) == (403, "failed")


def test_a_provider_that_is_not_there_is_a_missing_page(configured, visitor):
    assert visitor.post("/konto/med/annen/", {"process": "login"}).status_code == 404


@pytest.mark.parametrize("language", ["", "/nn", "/en"])
def test_the_login_page_has_a_button_for_it_and_may_lead_there(configured, visitor, provider, language):
    answer = visitor.get(f"{language}/konto/logg-inn/")
    assert "Prøve kommune" in answer.content.decode()
    assert provider in re.search("form-action ([^;]*)", answer.headers["Content-Security-Policy"])[1]


def test_no_other_page_may_lead_there(configured, visitor, provider):
    for path in ("/", "/konto/passord/glemt/"):
        assert provider not in visitor.get(path).headers["Content-Security-Policy"]


def test_what_is_missing_in_the_settings_is_named():
    with pytest.raises(ImproperlyConfigured, match="OIDC_ENTRA_SERVER_URL, OIDC_ENTRA_CLIENT_ID, OIDC_ENTRA_SECRET"):
        providers_from(FromEnvironment({"OIDC_PROVIDERS": "entra", "OIDC_ENTRA_NAME": "Entra"}))


def test_a_name_that_cannot_stand_in_an_address_is_refused():
    with pytest.raises(ImproperlyConfigured, match="Entra ID"):
        providers_from(FromEnvironment({"OIDC_PROVIDERS": "Entra ID"}))


def test_there_are_no_providers_unless_they_are_named():
    assert providers_from(FromEnvironment({})) == []
