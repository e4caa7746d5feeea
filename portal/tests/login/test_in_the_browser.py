"""Logging in as a person does it: by keyboard, without scripts, on a phone, in bokmål and nynorsk.

Only those that change nothing are marked `django_db`: the transaction of a test would keep the server from writing.
"""

import re

import pytest
import requests
from playwright.sync_api import expect

from portal.tests import browsing
from portal.tests.login.servers import provider_mock
from portal.tests.plugin import serving

LANGUAGES = ["", "/nn", "/en"]
COORDINATOR = "politi.agder@eksempel.example"
ADMINISTRATOR = "brukere@eksempel.example"
NO_SCRIPTS = {"java_script_enabled": False}
PHONE = {"viewport": {"width": 360, "height": 740}}

OPEN_PAGES = [
    "/konto/logg-inn/",
    "/konto/logg-inn/?ended=idle&next=/skrivebord/",
    "/konto/passord/glemt/",
    "/konto/passord/glemt/sendt/",
    "/konto/passord/nytt/x-y/",
    "/konto/sperret/",
    "/konto/invitasjon/finnes-ikke/",
    "/konto/eksempelbrukere/",
]
OWN_PAGES = [
    "/konto/",
    "/konto/logg-ut/",
    "/konto/passord/",
    "/konto/totrinn/",
    "/konto/totrinn/app/fjern/",
    "/konto/totrinn/koder/nye/",
    "/konto/totrinn/nokler/",
    "/konto/totrinn/nokler/ny/",
    "/konto/bekreft-deg/",
    "/konto/bekreft-deg/kode/",
]


def faults(page, url):
    visit = browsing.visit(page, url)
    unavailable = [visit.status] if visit.status >= 500 else []
    return unavailable + visit.violations + visit.complaints + [width for width in visit.wider.values() if width]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", OPEN_PAGES)
def test_a_page_on_the_way_in_is_accessible_and_quiet(page, path, language):
    assert faults(page, language + path) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", OWN_PAGES)
def test_a_page_of_ones_own_account_is_accessible_and_quiet(page_of, path, language):
    assert faults(page_of(COORDINATOR), language + path) == []


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_invitations_is_accessible_and_quiet(page_of, language):
    assert faults(page_of(ADMINISTRATOR), f"{language}/konto/invitasjoner/") == []


def choose_example(page, language, name):
    page.goto(f"{language}/konto/logg-inn/")
    page.locator(f"main a[href='{language}/konto/eksempelbrukere/']").click()
    page.get_by_role("button", name=name).click()
    return page.locator(".notice .code").inner_text()


def is_at_the_desk(page, language, name):
    expect(page).to_have_url(re.compile(f"{language}/skrivebord/$"))
    expect(page.locator(".user-bar")).to_contain_text(name)


@pytest.mark.parametrize(
    ("page", "language", "name"),
    [({}, "", "Gunn Eksempel"), (NO_SCRIPTS, "/nn", "Are Eksempel"), (PHONE, "/en", "Rune Eksempel")],
    ids=["desktop", "without scripts", "phone"],
    indirect=["page"],
)
def test_a_newcomer_is_inside_in_four_presses(page, language, name):
    code = choose_example(page, language, name)
    page.locator("[name=code]").fill(code)
    page.locator("main form .ds-button[type=submit]").first.click()
    is_at_the_desk(page, language, name)


@pytest.mark.parametrize("page", [NO_SCRIPTS], ids=["without scripts"], indirect=True)
def test_logging_in_takes_no_mouse_and_no_script(page):
    page.goto("/konto/eksempelbrukere/")
    code = page.locator("tr", has_text="medlem.baerum").locator(".code").inner_text()
    page.goto("/konto/logg-inn/")
    page.locator("[name=login]").focus()
    page.keyboard.type("medlem.baerum@eksempel.example")
    page.keyboard.press("Tab")
    page.keyboard.type("eksempel-passord")
    page.keyboard.press("Enter")
    page.locator("[name=code]").focus()
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    is_at_the_desk(page, "", "Mons Eksempel")


def test_what_is_wrong_gets_the_focus(page):
    page.goto("/konto/logg-inn/")
    page.locator("[name=login]").fill("ingen@eksempel.example")
    page.locator("[name=password]").fill("feil")
    page.keyboard.press("Enter")
    expect(page.locator(".ds-error-summary")).to_be_focused()


@pytest.fixture
def with_a_passkey(page_of, server):
    """A browser with an authenticator built in. Passkeys belong to a name: they do not work at a bare number."""
    at_a_name = server.replace("127.0.0.1", "localhost")
    page = page_of("slt.valle@eksempel.example", base_url=at_a_name)
    page.context.add_cookies([{**page.context.cookies()[0], "domain": "localhost"}])
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True}
    kind |= {"hasResidentKey": True, "automaticPresenceSimulation": True}
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": kind})
    return page


def test_a_passkey_is_added_used_and_removed(with_a_passkey):
    page = with_a_passkey
    page.goto("/en/konto/totrinn/nokler/ny/")
    page.locator("#add-passkey").click()
    expect(page).not_to_have_url(re.compile("/nokler/ny/"))
    page.context.clear_cookies()
    choose_example(page, "/en", "Sondre Eksempel")
    page.locator("#passkey").click()
    is_at_the_desk(page, "/en", "Sondre Eksempel")
    page.goto("/en/konto/totrinn/nokler/")
    page.locator("main a[href$='/fjern/']").click()
    page.locator("main form .ds-button[type=submit]").click()
    page.goto("/en/konto/totrinn/nokler/")
    expect(page.locator("main a[href$='/fjern/']")).to_have_count(0)


@pytest.fixture(scope="module")
def provider():
    with provider_mock() as address:
        yield address


@pytest.fixture(scope="module")
def server_with_provider(server, provider):
    """A second server process on the same database, which knows a provider."""
    with serving(
        OIDC_PROVIDERS="prove",
        OIDC_PROVE_NAME="Prøve kommune",
        OIDC_PROVE_SERVER_URL=provider,
        OIDC_PROVE_CLIENT_ID="portal",
        OIDC_PROVE_SECRET="hemmelig",
        OIDC_PROVE_SECOND_FACTOR="mfa",
    ) as address:
        yield address


@pytest.mark.parametrize(
    ("email", "arrives_at"),
    [("politi.oslo@eksempel.example", "/skrivebord/"), ("ukjent@eksempel.example", "/konto/med/prove/svar/")],
    ids=["known", "unknown"],
)
def test_the_organisations_own_login(new_page, server_with_provider, provider, email, arrives_at):
    claims = {"email": email, "email_verified": True, "amr": ["pwd", "mfa"]}
    sub = email.partition("@")[0]
    requests.put(f"{provider}/users/{sub}", json=claims, timeout=60).raise_for_status()
    visit, page = browsing.Visit(), new_page(base_url=server_with_provider)
    visit.listen(page)
    page.goto("/konto/logg-inn/?next=/skrivebord/")
    page.get_by_role("button", name="Prøve kommune").click()
    page.wait_for_url(f"{provider}/**")
    page.locator("input[name=sub]").fill(sub)
    page.locator("input[name=sub]").press("Enter")
    page.wait_for_url(f"{server_with_provider}{arrives_at}**")
    assert not [complaint for complaint in visit.complaints if "Content Security Policy" in complaint]
    assert browsing.violations(page, "arrived") == []


def test_two_servers_count_together(server, server_with_provider):
    """Guesses at one process are guesses at all of them."""
    answers = [guess(server) for _ in range(5)]
    assert len(set(answers)) == 1
    assert guess(server_with_provider) != answers[0]


def guess(server):
    """What the login page says to a wrong password."""
    with requests.Session() as browser:
        page = browser.get(f"{server}/en/konto/logg-inn/", timeout=60).text
        token = re.search('name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        form = {"login": "ti.forsok@eksempel.example", "password": "feil", "csrfmiddlewaretoken": token}
        answer = browser.post(f"{server}/en/konto/logg-inn/", data=form, timeout=60)
        return re.search("<ul class=.ds-list.>(.*?)</ul>", answer.text, re.DOTALL)[1].strip()
