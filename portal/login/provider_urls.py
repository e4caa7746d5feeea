"""Without a language in front: providers know one address to come back to."""

from django.urls import path

from portal.login import providers

urlpatterns = [
    path("<slug:provider_id>/", providers.login, name="openid_connect_login"),
    path("<slug:provider_id>/svar/", providers.callback, name="openid_connect_callback"),
]
