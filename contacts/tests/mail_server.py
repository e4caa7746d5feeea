"""A real mail server on this machine, which can be told to misbehave in the ways that mail servers do."""

import asyncio
import socket
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@dataclass
class MailServer:
    """`received`: the messages, in their order. `answers`: what it says to a recipient instead of taking the mail."""

    port: int = field(default_factory=free_port)
    received: list = field(default_factory=list)
    answers: dict = field(default_factory=dict)
    answer_to_text: str = "250 OK"
    seconds: float = 0
    dies_after_data: int = 0

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def subjects(self):
        return [message["Subject"] for message in self.received]

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 (aiosmtpd's name)
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        if self.dies_after_data:
            self.dies_after_data -= 1
            server.transport.abort()
        await asyncio.sleep(self.seconds)
        return self.answer_to_text

    @contextmanager
    def running(self):
        controller = Controller(self, hostname="127.0.0.1", port=self.port)
        controller.start()
        try:
            yield self
        finally:
            controller.stop()
