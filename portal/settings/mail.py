"""One connection string in, Django's settings for the mail server out."""

from contextlib import suppress

import environ
from django.core.exceptions import ImproperlyConfigured

EXAMPLE = "smtp+tls://USER:PASSWORD@HOST:587, smtp+ssl://USER:PASSWORD@HOST:465 or smtp://HOST:25"
PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}


def mail_server_from(url):
    """`+tls` begins in the clear and insists on STARTTLS, `+ssl` is encrypted from the start."""
    scheme = url.partition(":")[0]
    with suppress(ValueError):  # such as a port that is no number
        found = environ.Env.email_url_config(url) if scheme in PORTS else {}
        if found.get("EMAIL_HOST"):
            return {
                "EMAIL_HOST": found["EMAIL_HOST"],
                "EMAIL_PORT": found["EMAIL_PORT"] or PORTS[scheme],
                "EMAIL_HOST_USER": found["EMAIL_HOST_USER"] or "",
                "EMAIL_HOST_PASSWORD": found["EMAIL_HOST_PASSWORD"] or "",
                "EMAIL_USE_TLS": scheme == "smtp+tls",
                "EMAIL_USE_SSL": scheme == "smtp+ssl",
            }
    raise ImproperlyConfigured(f"EMAIL_URL is not understood. Write it like {EXAMPLE}")
