"""Asks whether there is a page at an address, as politely and as warily as a stranger should.

Every address comes from what somebody typed, and every redirect from a stranger's server. So before each request the
name is looked up once, all that it stands for must be public (public_addresses.py), and the connection goes to what was
looked up: a name that means something else a moment later is not asked again. No proxy, no cookie, no body is read.
"""

import http.client
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from urllib.parse import quote, urljoin, urlsplit

from guidance.links import public_addresses
from guidance.markdown.addresses import is_outside

MOST_REDIRECTS = 5
MOST_ADDRESSES = 3
REDIRECTS, PERMANENT = {301, 302, 303, 307, 308}, {301, 308}
# They are there, and would rather not be asked by a machine.
UNWILLING = {401, 403, 405, 406, 407, 418, 429, 451, 501, 999}
LONGEST_WAIT = 30 * 24 * 60 * 60
LANGUAGES = "nb, nn;q=0.9, no;q=0.8, en;q=0.5"


class Outcome(Enum):
    """`UNREACHABLE`: no answer at all, for which the network on this side may be to blame as well."""

    WORKS = auto()
    FAILED = auto()
    UNREACHABLE = auto()
    LEFT_ALONE = auto()


@dataclass(frozen=True)
class Answer:
    """`said` is a status as "404", or a word of links/words.py. `moved_to`: where it is for good, if all said so."""

    outcome: Outcome
    said: str
    moved_to: str = ""
    retry_after: int = 0


class Closed(Exception):
    """An address that must not be asked."""


class Asker:
    """Asks one request at a time, and the same host again only after a pause. The methods without a verb may be put
    otherwise in tests, which have no machine but their own."""

    def __init__(self, *, agent, pause=2.0, seconds=15.0, sleep=time.sleep):
        self.agent, self.pause, self.seconds, self.sleep = agent, pause, seconds, sleep
        self.last_asked = {}

    is_public = staticmethod(public_addresses.is_public)
    addresses_of = staticmethod(public_addresses.addresses_of)
    ports = frozenset({80, 443})
    context = None

    def ask(self, url):
        moved_to, is_permanent = "", True
        for _step in range(MOST_REDIRECTS + 1):
            answer, leads_to = self._try(url)
            if leads_to is None:
                return Answer(answer.outcome, answer.said, moved_to, answer.retry_after)
            url = leads_to
            is_permanent = is_permanent and int(answer.said) in PERMANENT
            moved_to = url if is_permanent else moved_to
        return Answer(Outcome.FAILED, "too-many-redirects")

    def _try(self, url):
        """(what it answered, where it leads on to or None). The head of a page is enough, where it is given."""
        try:
            try:
                status, headers = self._request("HEAD", url)
            except (ConnectionResetError, BrokenPipeError, http.client.HTTPException):
                status = 0
            if not status or (status >= 400 and status != 429):
                status, headers = self._request("GET", url)
        except Closed as closed:
            return Answer(Outcome.LEFT_ALONE, str(closed)), None
        except (OSError, http.client.HTTPException, ValueError) as error:
            return in_short(error), None
        if status in REDIRECTS and (location := headers.get("Location")):
            return Answer(Outcome.WORKS, str(status)), destination(url, location)
        return judged(status, seconds_of(headers.get("Retry-After"))), None

    def _request(self, method, url):
        """(status, headers)."""
        parts, host, port = self._checked(url)
        self._wait_for(host)
        target = quote(parts.path or "/", safe="/%:=&?~+!$,;'@()*[]")
        if parts.query:
            target += "?" + quote(parts.query, safe="/%:=&?~+!$,;'@()*[]")
        connection = self._connect(parts.scheme, host, port)
        guard = threading.Timer(self.seconds, cut, [connection.sock])
        guard.daemon = True
        guard.start()
        try:
            if parts.scheme == "https":
                connection.sock.do_handshake()
            headers = {"User-Agent": self.agent, "Accept": "*/*", "Accept-Language": LANGUAGES, "Connection": "close"}
            connection.request(method, target, headers=headers)
            response = connection.getresponse()
            return response.status, response.headers
        finally:
            guard.cancel()
            connection.close()

    def _checked(self, url):
        """An address that got into a row before it was refused, or to which a stranger sends us on, is refused here."""
        if not is_outside(url):
            raise Closed("another-scheme")
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        if port not in self.ports:
            raise Closed("another-port")
        return parts, parts.hostname.encode("idna").decode(), port

    def _wait_for(self, host):
        pause = self.last_asked.get(host, -self.pause) + self.pause - time.monotonic()
        if pause > 0:
            self.sleep(pause)
        self.last_asked[host] = time.monotonic()

    def _connect(self, scheme, host, port):
        """To one of the addresses that the name has now, if all of them are public."""
        addresses = self.addresses_of(host, port)
        if not addresses or not all(map(self.is_public, addresses)):
            raise Closed("not-public")
        last = len(addresses[:MOST_ADDRESSES]) - 1
        for number, address in enumerate(addresses[:MOST_ADDRESSES]):
            try:
                plain = socket.create_connection((address, port), self.seconds / 2)
                break
            except OSError:
                if number == last:
                    raise
        connection = http.client.HTTPConnection(host, port)
        connection.auto_open, connection.default_port = 0, 443 if scheme == "https" else 80
        connection.sock = self._secured(plain, host) if scheme == "https" else plain
        connection.sock.settimeout(self.seconds)
        return connection

    def _secured(self, plain, host):
        """Not greeted yet: that counts among what an answer may take, since it may come drop by drop as well."""
        context = self.context or ssl.create_default_context()
        try:
            return context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
        except BaseException:
            plain.close()
            raise


def cut(connection):
    """Ends an answer that comes drop by drop. Past SSLSocket's own, which forgets its state while it is read from."""
    with suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


def judged(status, retry_after):
    said = str(status)
    if 200 <= status < 400:
        return Answer(Outcome.WORKS, said)
    if status in UNWILLING or (status == 503 and retry_after):
        return Answer(Outcome.LEFT_ALONE, said, retry_after=retry_after)
    return Answer(Outcome.FAILED, said)


def in_short(error):
    """What went wrong before there was an answer."""
    match error:
        case ssl.SSLCertVerificationError():
            return Answer(Outcome.FAILED, "certificate")
        case ssl.SSLError():
            return Answer(Outcome.FAILED, "not-secure")
        case socket.gaierror():
            return Answer(Outcome.UNREACHABLE, "no-such-name")
        case TimeoutError():
            return Answer(Outcome.UNREACHABLE, "too-slow")
        case UnicodeError() | ValueError():
            return Answer(Outcome.FAILED, "no-address")
        case http.client.HTTPException() if not isinstance(error, http.client.RemoteDisconnected):
            return Answer(Outcome.FAILED, "not-understood")
    return Answer(Outcome.UNREACHABLE, "no-answer")


def destination(url, location):
    """Where a redirect leads, without the place on the page. Names of files come as the bytes that they are."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode()
    try:
        return urljoin(url, location.strip()).split("#")[0]
    except ValueError:
        return location


def seconds_of(retry_after):
    """Of the header, which names seconds or a moment; 0 if it is not there or says nothing that can be understood."""
    text = (retry_after or "").strip()
    if text.isdecimal():
        return min(int(text[:9]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return 0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0, min(int((moment - datetime.now(UTC)).total_seconds()), LONGEST_WAIT))
