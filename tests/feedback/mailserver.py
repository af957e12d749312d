"""A mail server of this machine, to be talked to in SMTP, that can be told to misbehave."""

import email
import email.policy
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

from tests.ports import free_port


class Post:
    """What the server was given, and how it is to answer. An answer that is None is the usual one."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.conversations = 0
        self.to_recipient: str | None = None
        self.to_text: str | None = None
        #: "before" or "after" the text counts as taken, the connection breaks instead of an answer.
        self.breaks = ""
        #: Called while a text is being taken.
        self.meanwhile: Callable[[], None] = lambda: None
        self.port = 0

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        self.conversations += 1
        if self.to_recipient:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.to_text:
            return self.to_text
        if self.breaks == "before":
            server.transport.abort()
            return "451 gone"
        await server.loop.run_in_executor(None, self.meanwhile)
        self.taken.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        self.recipients += envelope.rcpt_tos
        if self.breaks == "after":
            server.transport.abort()
            return "451 gone"
        return "250 taken"


@contextmanager
def running(settings: Any) -> Iterator[Post]:
    """The server, and the site's mail going to it."""
    post = Post()
    post.port = free_port()
    controller = Controller(post, hostname="127.0.0.1", port=post.port)
    controller.start()
    use(settings, post.port)
    try:
        yield post
    finally:
        controller.stop()


def use(settings: Any, port: int) -> None:
    """Have the site send its mail to this port."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 10


class Gate:
    """Lets a test do something while another thread is in the middle of its conversation."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def wait(self) -> None:
        self.reached.set()
        assert self.opened.wait(30)
