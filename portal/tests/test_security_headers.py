"""What every answer tells the browser to refuse."""

import pytest

from portal.tests.pages import OTHER_ADDRESSES, PAGES, each

pytestmark = pytest.mark.django_db

WANTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
SAFE_SOURCES = {"'self'", "'none'", "data:"}


def policy(answer):
    parts = [part.split() for part in answer.headers["Content-Security-Policy"].split(";")]
    return {name: set(sources) for name, *sources in parts}


def faults(answer):
    directives = policy(answer)
    unsafe = [name for name, sources in directives.items() if not sources <= SAFE_SOURCES]
    missing = [name for name, value in WANTED.items() if answer.headers.get(name) != value]
    return unsafe + missing


@each(PAGES)
def test_a_page_takes_nothing_from_elsewhere_and_is_framed_by_nobody(answers, target):
    assert faults(answers[target]) == []
    assert policy(answers[target])["default-src"] == policy(answers[target])["frame-ancestors"] == {"'none'"}


@each(PAGES)
def test_scripts_and_styles_come_from_the_site_alone(answers, target):
    directives = policy(answers[target])
    assert directives["script-src"] == directives["style-src"] == {"'self'"}


@each(PAGES)
def test_a_page_uses_no_camera_microphone_or_position(answers, target):
    permissions = answers[target].headers["Permissions-Policy"]
    assert all(f"{feature}=()" in permissions for feature in ("camera", "microphone", "geolocation"))


@each(OTHER_ADDRESSES)
def test_what_is_no_page_is_protected_as_well(client, target):
    assert faults(client.get(target.url)) == []


@each(PAGES)
def test_nothing_in_the_page_itself_needs_an_exception(documents, target):
    """A handler, a style or a script written into the page would be refused by the browser."""
    inline = [
        e.tag for e in documents[target].elements if any(name == "style" or name.startswith("on") for name in e.attrs)
    ]
    scripts = [
        e
        for e in documents[target].all("script")
        if "src" not in e.attrs and e.attrs.get("type") != "application/ld+json"
    ]
    assert inline + scripts + documents[target].all("style") == []
