"""Servers on this machine that answer as badly as those elsewhere, and an asker that is let in to them alone."""

import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from guidance.links.asking import Asker


class Handler(BaseHTTPRequestHandler):
    """Answers by path. Keeps what was asked."""

    def do_HEAD(self):
        self.server.asked.append((self.command, self.path, self.headers["Host"], self.headers["User-Agent"]))
        name, _slash, rest = self.path.lstrip("/").partition("/")
        getattr(self, name.partition("?")[0].replace("-", "_"), self.plain)(rest)

    do_GET = do_HEAD  # noqa: N815 (its name is given)

    def answer(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def plain(self, rest):
        self.answer(200)

    def status(self, rest):
        self.answer(int(rest))

    def later(self, rest):
        """429 or 503, and when to come back."""
        self.answer(int(rest), Retry_After="864000")

    def no_head(self, rest):
        self.answer(405 if self.command == "HEAD" else 200)

    def closing(self, rest):
        """Hangs up on whoever asks for the head, or on everyone."""
        if self.command == "HEAD" or rest == "always":
            self.close_connection = True
        else:
            self.answer(200)

    def permanent(self, rest):
        self.answer(301, Location=f"/{rest}")

    def temporary(self, rest):
        self.answer(302, Location=f"/{rest}")

    def round(self, rest):
        self.answer(302, Location="/round")

    def away(self, rest):
        self.answer(302, Location=self.server.leads_to)

    def letters(self, rest):
        self.send_response_only(301)
        self.flush_headers()
        self.wfile.write("Location: /blåbær og mer#her\r\n\r\n".encode())

    def slow(self, rest):
        time.sleep(60)

    def drops(self, rest):
        """A letter now and then, for ever."""
        with suppress(OSError):
            for _number in range(600):
                self.wfile.write(b"H")
                time.sleep(0.1)

    def huge(self, rest):
        """More than anybody wants, if anybody reads it."""
        self.answer(200)
        with suppress(OSError):
            while self.command == "GET":
                self.wfile.write(b"x" * 65_536)
                self.server.sent += 1

    def many_headers(self, rest):
        self.send_response_only(200)
        self.flush_headers()
        with suppress(OSError):
            for number in range(10_000):
                self.wfile.write(f"X-{number}: {'x' * 100}\r\n".encode())

    def nonsense(self, rest):
        self.wfile.write(b"\x00\xff what\r\n\r\n")

    def log_message(self, *arguments):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked, self.sent, self.leads_to = [], 0, ""
        self.url = f"http://127.0.0.1:{self.server_port}"

    def paths(self):
        return [(method, path) for method, path, *_others in self.asked]


@contextmanager
def serving():
    server = Server()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class LocalAsker(Asker):
    """As the real one, but this one machine is let in, on the ports of these servers."""

    def __init__(self, *servers, **options):
        super().__init__(**{"agent": "Test/1 (+https://eksempel.example)"} | options)
        self.ports = {server.server_port for server in servers} | {80, 443}

    def is_public(self, address):
        return address == "127.0.0.1" or super().is_public(address)
