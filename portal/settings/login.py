"""Logging in: what allauth does, and what it does not. Why, in decisions 12 and 13."""

MINUTE = 60

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Sessions are rows, and end on the server whatever the cookie says: see portal/login/sessions.py.
SESSION_IDLE_SECONDS = 30 * MINUTE
SESSION_COOKIE_AGE = SESSION_LONGEST_SECONDS = 8 * 60 * MINUTE
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None
# A page from before a new login: what was typed there is not lost.
CSRF_FAILURE_VIEW = "portal.login.kept.csrf_failure"

# In the session, not in a cookie: gone with it, so that the next one at the same machine does not read them.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

ACCOUNT_ADAPTER = "portal.login.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# An address is proved before there is an account: by the invitation that was sent to it.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# The same answer whether or not there is such an account.
ACCOUNT_PREVENT_ENUMERATION = True
PASSWORD_RESET_TIMEOUT = 24 * 60 * MINUTE
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 15 * MINUTE
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * MINUTE
ACCOUNT_FORMS = {
    "login": "portal.login.forms.LoginForm",
    "reset_password": "portal.login.forms.ResetPasswordForm",
    "reset_password_from_key": "portal.login.forms.ResetPasswordKeyForm",
    "change_password": "portal.login.forms.ChangePasswordForm",
    "set_password": "portal.login.forms.SetPasswordForm",
    "reauthenticate": "portal.login.forms.ReauthenticateForm",
}

# Counted in the database, so by all processes together: see portal/login/limits.py. `key` is the account.
LOCKED_MINUTES = 10
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": f"30/{LOCKED_MINUTES}m/ip,5/{LOCKED_MINUTES}m/key",
    "reset_password": f"20/{LOCKED_MINUTES}m/ip,5/{LOCKED_MINUTES}m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portal_limit",
        # Never thrown out to make room, or a flood of strangers' attempts would clear the counts.
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

MFA_ADAPTER = "portal.login.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Lokal forebygging"
# One step of thirty seconds to either side; a code is good once only (portal/login/forms.py).
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_USER_VERIFICATION = "preferred"
MFA_FORMS = {
    "authenticate": "portal.login.forms.AuthenticateForm",
    "reauthenticate": "portal.login.forms.ReauthenticateWithCodeForm",
    "activate_totp": "portal.login.forms.ActivateTOTPForm",
    "add_webauthn": "portal.login.forms.AddPasskeyForm",
    "edit_webauthn": "portal.login.forms.EditPasskeyForm",
}
# The account can be reached only with an address that was proved.
MFA_ALLOW_UNVERIFIED_EMAIL = True

# Providers are named in the environment: see settings/oidc.py. Whom they let in: portal/login/providers.py.
SOCIALACCOUNT_ADAPTER = "portal.login.providers.ProviderAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
