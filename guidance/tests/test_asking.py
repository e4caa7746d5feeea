"""One address is asked: what comes back, and what is never asked."""

import socketserver
import ssl
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from guidance.links import public_addresses
from guidance.links.asking import Answer, Asker, Outcome, judged, seconds_of
from guidance.tests.web_server import LocalAsker, serving

WORKS, FAILED, UNREACHABLE, LEFT_ALONE = Outcome.WORKS, Outcome.FAILED, Outcome.UNREACHABLE, Outcome.LEFT_ALONE


@pytest.fixture(scope="module")
def the_server():
    with serving() as server:
        yield server


@pytest.fixture
def server(the_server):
    the_server.asked.clear()
    return the_server


@pytest.fixture
def ask(server):
    asker = LocalAsker(server, pause=0, seconds=60)
    return lambda path: asker.ask(server.url + path)


def test_a_page_that_is_there_is_asked_for_its_head_alone(ask, server):
    assert ask("/side?a=b&c=å") == Answer(WORKS, "200")
    assert server.paths() == [("HEAD", "/side?a=b&c=%C3%A5")]


def test_it_says_who_asks(ask, server):
    ask("/")
    assert "+https://eksempel.example" in server.asked[0][3]


@pytest.mark.parametrize("path", ["/no-head", "/closing"])
def test_where_the_head_is_refused_the_page_is_asked_for(ask, server, path):
    assert ask(path).outcome == WORKS
    assert server.paths() == [("HEAD", path), ("GET", path)]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(404, FAILED), (410, FAILED), (500, FAILED), (403, LEFT_ALONE), (429, LEFT_ALONE), (401, LEFT_ALONE)],
)
def test_what_a_status_means(ask, status, outcome):
    assert ask(f"/status/{status}") == Answer(outcome, str(status))


@pytest.mark.parametrize("status", [429, 503])
def test_who_says_when_to_come_back_is_left_alone_until_then(ask, status):
    assert ask(f"/later/{status}") == Answer(LEFT_ALONE, str(status), retry_after=864_000)


def test_who_has_had_enough_is_not_asked_a_second_time(ask, server):
    ask("/later/429")
    assert len(server.asked) == 1


def test_what_moved_for_good_is_told_and_what_moved_for_now_is_not(ask, server):
    assert ask("/permanent/ny") == Answer(WORKS, "200", moved_to=server.url + "/ny")
    assert ask("/temporary/ny") == Answer(WORKS, "200")
    assert ask("/permanent/temporary/ny").moved_to == server.url + "/temporary/ny"
    assert ask("/temporary/permanent/ny").moved_to == ""


def test_what_moved_and_is_gone_is_gone(ask):
    assert ask("/permanent/status/404").outcome == FAILED


def test_a_redirect_in_letters_of_our_own(ask, server):
    assert ask("/letters").moved_to == server.url + "/blåbær og mer"
    assert server.paths()[-1] == ("HEAD", "/bl%C3%A5b%C3%A6r%20og%20mer")


def test_redirects_are_followed_five_times(ask, server):
    assert ask("/temporary" * 5 + "/").outcome == WORKS
    server.asked.clear()
    assert ask("/round") == Answer(FAILED, "too-many-redirects")
    assert len(server.asked) == 6


@pytest.mark.parametrize("path", ["/slow", "/drops"])
def test_who_does_not_answer_is_waited_for_a_moment_only(server, path):
    """They would take a minute."""
    asker, begin = LocalAsker(server, pause=0, seconds=0.5), time.monotonic()
    assert asker.ask(server.url + path).outcome in (UNREACHABLE, FAILED)
    assert time.monotonic() - begin < 30


def test_who_hangs_up_on_everyone_does_not_answer(ask):
    assert ask("/closing/always") == Answer(UNREACHABLE, "no-answer")


def test_nothing_of_a_huge_page_is_read(ask, server):
    assert ask("/huge").outcome == WORKS
    assert server.sent < 100


@pytest.mark.parametrize("path", ["/many-headers", "/nonsense"])
def test_who_answers_nonsense_does_not_work(ask, path):
    assert ask(path).outcome == FAILED


def test_nobody_is_there():
    with serving() as server:
        url = server.url
    assert LocalAsker(server, pause=0).ask(url).outcome == UNREACHABLE


def test_the_same_host_is_asked_again_only_after_a_pause(server):
    waited = []
    asker = LocalAsker(server, pause=7, sleep=waited.append)
    asker.ask(server.url + "/permanent/ny")
    asker.ask(server.url)
    assert [round(seconds) for seconds in waited] == [7, 7]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("120", 120), ("999999999999", 2_592_000), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("nå", 0), (None, 0), ("²", 0)],
)
def test_when_to_come_back(text, seconds):
    assert seconds_of(text) == seconds


def test_who_is_down_and_does_not_say_for_how_long_has_failed():
    assert judged(503, 0).outcome == FAILED


class TestWhatIsNeverAsked:
    @pytest.mark.parametrize(
        "address",
        [
            *("127.0.0.1", "127.1.2.3", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
            *("100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "198.18.0.1", "192.0.2.1"),
            *("224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
            *("::1", "::", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1", "fe80::1", "fe80::1%eth0", "fc00::1"),
            *("fd00:ec2::254", "fec0::1", "ff02::1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1"),
            *("5f00::1", "3fff::1", "", "localhost", "2130706433"),
        ],
    )
    def test_an_address_that_is_not_everyones(self, address):
        assert not public_addresses.is_public(address)

    @pytest.mark.parametrize("address", ["8.8.8.8", "193.156.1.1", "2606:4700:4700::1111", "2a02:c0::1"])
    def test_others_are(self, address):
        assert public_addresses.is_public(address)

    @pytest.mark.parametrize(
        "host", ["127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0"]
    )
    def test_this_machine_however_it_is_written(self, server, host):
        real = Asker(agent="x", pause=0, seconds=1)
        real.ports = {server.server_port}
        answer = real.ask(f"http://{host}:{server.server_port}/")
        assert answer.outcome in (LEFT_ALONE, UNREACHABLE)
        assert server.asked == []

    @pytest.mark.parametrize("addresses", [["10.0.0.1"], ["8.8.8.8", "169.254.169.254"], ["::1", "8.8.8.8"], []])
    def test_a_name_of_which_any_address_is_closed(self, server, addresses):
        real = Asker(agent="x", pause=0, seconds=1)
        real.addresses_of = lambda host, port: addresses
        assert real.ask("http://eksempel.example/") == Answer(LEFT_ALONE, "not-public")

    def test_a_name_that_means_something_else_a_moment_later(self, server):
        """It is looked up once a request, and what was looked at is what is connected to."""
        looked_up = []

        def addresses_of(host, port):
            looked_up.append(host)
            return ["127.0.0.1"] if len(looked_up) == 1 else ["10.0.0.1"]

        asker = LocalAsker(server, pause=0)
        asker.addresses_of = addresses_of
        assert asker.ask(f"http://eksempel.example:{server.server_port}/").outcome == WORKS
        assert looked_up == ["eksempel.example"]
        assert server.asked[0][2] == f"eksempel.example:{server.server_port}"
        assert asker.ask(f"http://eksempel.example:{server.server_port}/") == Answer(LEFT_ALONE, "not-public")

    @pytest.mark.parametrize(
        ("leads_to", "said"),
        [
            ("http://10.0.0.1/", "not-public"),
            ("http://[::1]/", "not-public"),
            ("http://169.254.169.254/latest/meta-data/", "not-public"),
            ("http://127.0.0.1:6379/", "another-port"),
            ("https://bruker:ord@eksempel.example/", "another-scheme"),
            ("file:///etc/passwd", "another-scheme"),
            ("ftp://eksempel.example/", "another-scheme"),
            ("javascript:alert(1)", "another-scheme"),
            ("http://[", "another-scheme"),
            ("//10.0.0.1/", "not-public"),
        ],
    )
    def test_where_a_redirect_leads(self, ask, server, leads_to, said):
        server.leads_to = leads_to
        assert ask("/away") == Answer(LEFT_ALONE, said)
        assert len(server.asked) == 1

    @pytest.mark.parametrize(
        "url", ["ftp://eksempel.example", "file:///etc/passwd", "gopher://x", "http://a:b@eksempel.example", "//x", ""]
    )
    def test_another_scheme(self, url):
        assert Asker(agent="x").ask(url) == Answer(LEFT_ALONE, "another-scheme")

    @pytest.mark.parametrize("port", [22, 25, 3306, 5432, 6379, 8080])
    def test_another_port(self, port):
        assert Asker(agent="x").ask(f"http://eksempel.example:{port}/") == Answer(LEFT_ALONE, "another-port")

    def test_no_proxy_of_the_environment(self, ask, monkeypatch):
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://10.0.0.1:3128")
        assert ask("/").outcome == WORKS

    @pytest.mark.parametrize("host", ["a" * 70 + ".example", "..", "eksempel..example", "\ud800.example"])
    def test_no_host_at_all(self, host):
        assert Asker(agent="x", pause=0).ask(f"http://{host}/").outcome in (FAILED, LEFT_ALONE, UNREACHABLE)


@pytest.fixture(scope="module")
def secure(tmp_path_factory):
    certificate = make_certificate(tmp_path_factory.mktemp("tls") / "certificate.pem", "eksempel.example")
    with serving() as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        yield server, certificate


class Dripping(socketserver.BaseRequestHandler):
    """Greets in the way of TLS, a byte at a time."""

    def handle(self):
        with suppress(OSError):
            self.request.sendall(b"\x16\x03\x03\x3f\x00")
            for _byte in range(300):
                self.request.sendall(b"\0")
                time.sleep(0.1)


def test_who_never_ends_to_greet_is_waited_for_a_moment_only():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Dripping) as server:
        server.daemon_threads, server.block_on_close = True, False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        asker = Asker(agent="Prøve", pause=0, seconds=1)
        asker.is_public, asker.ports = lambda address: True, {server.server_address[1]}
        began = time.monotonic()
        assert asker.ask(f"https://127.0.0.1:{server.server_address[1]}/").outcome in (FAILED, UNREACHABLE)
        assert time.monotonic() - began < 10
        server.shutdown()


class TestCertificates:
    def ask(self, secure, host, *, trusted):
        server, certificate = secure
        asker = LocalAsker(server, pause=0, seconds=60)
        asker.addresses_of = lambda host, port: ["127.0.0.1"]
        asker.context = ssl.create_default_context(cafile=certificate if trusted else None)
        return asker.ask(f"https://{host}:{server.server_port}/")

    def test_one_that_is_trusted_and_of_this_name(self, secure):
        assert self.ask(secure, "eksempel.example", trusted=True) == Answer(WORKS, "200")

    def test_one_of_another_name(self, secure):
        assert self.ask(secure, "annet.example", trusted=True) == Answer(FAILED, "certificate")

    def test_one_that_nobody_vouches_for(self, secure):
        assert self.ask(secure, "eksempel.example", trusted=False) == Answer(FAILED, "certificate")


def make_certificate(path, name):
    """Signed by itself, with its key in the same file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, *private)
    path.write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    return path
