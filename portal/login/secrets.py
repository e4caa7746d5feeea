"""Secrets of second factors are encrypted where they are stored, so that a copy of the database is not enough.

With a key made from SECRET_KEY; after it was changed, the old one is needed among SECRET_KEY_FALLBACKS.
"""

from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def encrypt(text):
    return _cipher().encrypt(text.encode()).decode()


def decrypt(text):
    return _cipher().decrypt(text.encode()).decode()


def _cipher():
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(urlsafe_b64encode(sha256(f"second factor:{key}".encode()).digest())) for key in keys])
