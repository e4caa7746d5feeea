"""Production: refuses to start until everything it needs is set, naming all that is missing at once."""

import os

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *  # noqa: F403
from portal.settings.base import env
from portal.settings.mail import mail_server_from

REQUIRED = {
    "SECRET_KEY": "at least 50 random characters, kept secret and the same on every machine",
    "ALLOWED_HOSTS": "the host names the site answers to, separated by commas",
    "DATABASE_URL": "postgres://USER:PASSWORD@HOST:5432/NAME, or sqlite:////FOLDER/portal.sqlite3",
    "SITE_URL": "how people reach the site, for links in mails: https://forebygging.example.no",
    "EMAIL_URL": "the mail server: smtp+tls://USER:PASSWORD@HOST:587, smtp+ssl:// or smtp://",
    "DEFAULT_FROM_EMAIL": "who mails come from: Lokal forebygging <forebygging@example.no>",
}
SHORTEST_SECRET_KEY = 50


def is_set(name):
    value = os.environ.get(name, "").strip()
    return len(value) >= SHORTEST_SECRET_KEY if name == "SECRET_KEY" else bool(value)


if missing := [name for name in REQUIRED if not is_set(name)]:
    lines = [f"  {name}: {REQUIRED[name]}" for name in missing]
    raise ImproperlyConfigured("\n".join(["Missing from the environment, or too short:", *lines]))

SECRET_KEY = os.environ["SECRET_KEY"]  # not by env: that would take a key beginning with $ for another's name
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
DEBUG = False

SITE_URL = env.str("SITE_URL").strip().rstrip("/")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL").strip()
MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
globals().update(mail_server_from(os.environ["EMAIL_URL"].strip()))

# TLS usually ends in a proxy. Name its header here only if the proxy also removes it from what visitors send.
if header := env.str("PROXY_SSL_HEADER", default=""):
    SECURE_PROXY_SSL_HEADER = ("HTTP_" + header.upper().replace("-", "_"), "https")

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]  # asked by machines from inside, without TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Browsers take cookies of such a name from this very host only, and only by TLS.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"

# Attempts are counted by address as well. Behind proxies that is the address the outermost of them was called from.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)

LINKS_A_DAY = env.int("LINKS_A_DAY", default=200)

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "level": "INFO"}},
}
