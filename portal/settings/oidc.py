"""Logging in with the organisation's own login (OpenID Connect), by settings alone; as many providers as are named.

    OIDC_PROVIDERS=entra,ansattporten                 what they are called in addresses: /konto/med/entra/
    OIDC_ENTRA_NAME=Eksempel kommune                  what the button says
    OIDC_ENTRA_SERVER_URL=https://login.microsoftonline.com/TENANT/v2.0
    OIDC_ENTRA_CLIENT_ID=…  OIDC_ENTRA_SECRET=…
    OIDC_ENTRA_VERIFIED_EMAIL=eksempel.kommune.no     optional: domains of which it is trusted to know the addresses,
                                                      also where it does not say that one is verified; no others
                                                      are believed then. With several providers, name them for each
    OIDC_ENTRA_SECOND_FACTOR=mfa                      optional: values of `acr` or `amr` in its answer that vouch for a
                                                      second factor; without one, ours is asked for
    OIDC_ENTRA_ACR_VALUES=…                           optional: what is asked of it, for example idporten-loa-high
    OIDC_ENTRA_LOGIN_ORIGIN=https://…                 optional: where its login page is, if not at SERVER_URL

The provider must know the address to come back to: SITE_URL/konto/med/entra/svar/
"""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

REQUIRED = ("NAME", "SERVER_URL", "CLIENT_ID", "SECRET")
KEY = re.compile(r"[a-z][a-z0-9]*")


def providers_from(env):
    """The providers as allauth wants them."""
    keys = [key.strip() for key in env.list("OIDC_PROVIDERS", default=[])]
    if wrong := [key for key in keys if not KEY.fullmatch(key)]:
        raise ImproperlyConfigured(f"OIDC_PROVIDERS={','.join(wrong)}: write small letters and digits, as in entra")
    return [_provider(env, key) for key in keys]


def origins_of(providers):
    """Where the browser is sent with what the login form holds: the CSP has to know."""
    return [provider["settings"]["login_origin"] for provider in providers]


def _provider(env, key):
    def value(name):
        return env.str(f"OIDC_{key.upper()}_{name}", default="").strip()

    if missing := [f"OIDC_{key.upper()}_{name}" for name in REQUIRED if not value(name)]:
        raise ImproperlyConfigured(f"Missing for OIDC_PROVIDERS={key}: {', '.join(missing)}")
    server = urlsplit(value("SERVER_URL"))
    return {
        "provider_id": key,
        "name": value("NAME"),
        "client_id": value("CLIENT_ID"),
        "secret": value("SECRET"),
        "settings": {
            "server_url": value("SERVER_URL"),
            "oauth_pkce_enabled": True,
            "verified_email": words(value("VERIFIED_EMAIL")),
            "second_factor": words(value("SECOND_FACTOR")),
            "auth_params": {"acr_values": value("ACR_VALUES")} if value("ACR_VALUES") else {},
            "login_origin": value("LOGIN_ORIGIN") or f"{server.scheme}://{server.netloc}",
        },
    }


def words(text):
    return [word.strip() for word in text.split(",") if word.strip()]
