"""What is the same everywhere."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

from portal.settings.databases import database_from
from portal.settings.login import *  # noqa: F403
from portal.settings.oidc import origins_of, providers_from

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parents[2]

# Everything a running site writes lies here: the embedded database, the key, collected static files.
DATA_DIR = Path(env.str("DATA_DIR", default="") or BASE_DIR / ".data").resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

# Attachments: served by a view that asks who asks, and by nothing else.
PRIVATE_FILES = Path(env.str("PRIVATE_FILES", default="") or DATA_DIR / "files").resolve()

INSTALLED_APPS = [
    "portal",
    "contacts",
    "councils",
    "slt",
    "guidance",
    "whitenoise.runserver_nostatic",
    "portal.apps.StaticFiles",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "portal.apps.Admin",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "crispy_forms",
    "csp",
    "import_export",
    "simple_history",
]

# Public pages are the same for everyone: they touch no session, no user, no message and no CSRF token, and so set no
# cookie and vary on none, although the machinery for those who log in is in place. A test looks at every page.
MIDDLEWARE = [
    "portal.middleware.PathLanguageMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "portal.middleware.PublicCacheMiddleware",
    "portal.middleware.NotAllowedMiddleware",
    "portal.middleware.IdentityNumberMiddleware",
    "portal.middleware.DatabaseDownMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "portal.login.middleware.SessionLimitsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.middleware.AccessMiddleware",
    "portal.middleware.RecordingMiddleware",
    "portal.login.middleware.LoginMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.site",
            ],
        },
    },
]
CRISPY_TEMPLATE_PACK = CRISPY_ALLOWED_TEMPLATE_PACKS = "designsystemet"

DATABASE_URL = env.str("DATABASE_URL", default="").strip()
DATABASES = {"default": database_from(DATABASE_URL, otherwise=DATA_DIR / "portal.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "contacts.User"

OIDC_PROVIDERS = providers_from(env)
OIDC_ORIGINS = origins_of(OIDC_PROVIDERS)
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": OIDC_PROVIDERS}}

# Minutes with forty items and everything in them; what is longer is answered in words (portal/errors.py).
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
FORMAT_MODULE_PATH = "portal.formats"
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

# Whatever sends mail puts it into the outbox; `send_mail` takes it from there with MAIL_TRANSPORT (see dev and prod).
EMAIL_BACKEND = "contacts.email_backend.OutboxBackend"
EMAIL_TIMEOUT = 20

# How many of the library's links the daily job checks; none unless production says so (`manage.py check_links` does).
LINKS_A_DAY = 0

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]

# Everything comes from the site itself. data: is for the small icons inside the design system's stylesheet.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
UNUSED_BROWSER_FEATURES = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "sync-xhr",
    "usb",
    "xr-spatial-tracking",
]
PERMISSIONS_POLICY = {feature: [] for feature in UNUSED_BROWSER_FEATURES}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
