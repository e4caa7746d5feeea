"""Everything under /konto/. Of allauth's pages only those that somebody here needs: the others do not exist."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.apps import apps
from django.urls import include, path, re_path

from portal.login import invitations, views

urlpatterns = [
    path("", views.account, name="account"),
    path("logg-inn/", views.login, name="account_login"),
    path("logg-inn/totrinn/", mfa.authenticate, name="mfa_authenticate"),
    path("logg-ut/", account.logout, name="account_logout"),
    path("sperret/", account.account_inactive, name="account_inactive"),
    path("bekreft-deg/", account.reauthenticate, name="account_reauthenticate"),
    path("bekreft-deg/kode/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("bekreft-deg/nokkel/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passord/", account.password_change, name="account_change_password"),
    path("passord/lag/", account.password_set, name="account_set_password"),
    path("passord/glemt/", account.password_reset, name="account_reset_password"),
    path("passord/glemt/sendt/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "passord/nytt/ferdig/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^passord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-:\w]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("invitasjoner/", invitations.invitation_list, name="invitations"),
    path("invitasjoner/<int:pk>/trekk/", invitations.withdraw, name="withdraw_invitation"),
    path("invitasjon/<str:token>/", invitations.invitation, name="invitation"),
    path("totrinn/", mfa.index, name="mfa_index"),
    path("totrinn/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("totrinn/app/fjern/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("totrinn/koder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("totrinn/koder/nye/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("totrinn/koder/fil/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("totrinn/nokler/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("totrinn/nokler/ny/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("totrinn/nokler/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("totrinn/nokler/<int:pk>/fjern/", views.remove_passkey, name="mfa_remove_webauthn"),
]

if apps.is_installed("portal.example_users"):
    urlpatterns.append(path("eksempelbrukere/", include("portal.example_users.urls")))
