import pytest
from django.core.cache import cache
from django.test import Client

from portal.tests.login.people import Somebody


@pytest.fixture(autouse=True)
def passwords_are_checked_fast(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


@pytest.fixture
def nobody_is_locked_out(db):
    """Attempts that other tests made against the real server are counted in the same table."""
    cache.clear()


@pytest.fixture
def visitor(nobody_is_locked_out):
    """A browser that nobody is logged in with."""
    return Client()


@pytest.fixture
def somebody(nobody_is_locked_out):
    """Who has an account with a password and an authenticator app, and a role."""
    return Somebody.with_a_role()
