"""The default: starts with nothing configured, on one's own machine."""

from contextlib import suppress

from django.core.management.utils import get_random_secret_key

from portal.settings.base import *  # noqa: F403
from portal.settings.base import DATA_DIR, INSTALLED_APPS, TEMPLATES, env
from portal.settings.mail import mail_server_from


def secret_key_in(folder):
    """The key of this machine, made the first time it is asked for."""
    path = folder / "secret_key"
    with suppress(FileExistsError), path.open("x") as file:
        path.chmod(0o600)
        file.write(get_random_secret_key())
    return path.read_text()


def address(host, port):
    host = "localhost" if host in EVERY_ADDRESS else host
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


EVERY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104 (recognised, not bound)
SECRET_KEY = secret_key_in(DATA_DIR)

# Off, so that one sees the portal's own error pages; DEBUG=yes for Django's.
DEBUG = env.bool("DEBUG", default=False)

ALLOWED_HOSTS = ["localhost", ".localhost", "127.0.0.1", "[::1]", *env.list("ALLOWED_HOSTS", default=[])]
if host := env.str("HOST", default=""):
    # On every address of the machine, and so under every name it has.
    ALLOWED_HOSTS.append("*" if host in EVERY_ADDRESS else host)

# How others reach it, for links in mails. Mails are written to files, unless EMAIL_URL names a server.
SITE_URL = address(host or "127.0.0.1", env.str("PORT", default="") or "8000")
DEFAULT_FROM_EMAIL = "Lokal forebygging <portal@eksempel.example>"
MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
if url := env.str("EMAIL_URL", default="").strip():
    MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    globals().update(mail_server_from(url))

# Static files straight from the folders, seen as soon as they are saved.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Invented users with a page that shows how they log in. Only here: in production neither the app nor the page exists.
INSTALLED_APPS = [*INSTALLED_APPS, "portal.example_users"]
TEMPLATES[0]["OPTIONS"]["context_processors"].append("portal.example_users.context.example_users")
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
