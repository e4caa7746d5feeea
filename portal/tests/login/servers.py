"""Other processes that logging in talks to."""

import os
import sys
from contextlib import contextmanager

from portal.tests.plugin import running, wait_until_alive
from portal.tests.postgres import free_port


@contextmanager
def provider_mock():
    """An OpenID Connect provider. A process of its own, since our warnings are errors and it has some."""
    address = f"http://localhost:{(port := free_port())}"
    quietly = os.environ | {"PYTHONWARNINGS": "ignore"}
    with running([sys.executable, "-m", "oidc_provider_mock", "--port", str(port)], quietly) as process:
        wait_until_alive(f"{address}/.well-known/openid-configuration", process)
        yield address
