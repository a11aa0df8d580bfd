"""A real mail server for the tests of what the program sends, which keeps the messages it is given."""

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope

from certificates import Certificate
from ports import free_port


@dataclass
class Message:
    sender: str
    recipient: str
    content: EmailMessage


@dataclass
class Rules:
    """What the server takes, and what it has taken."""

    user: str | None
    password: str | None
    refused: set[str] = field(default_factory=set)
    messages: list[Message] = field(default_factory=list)

    async def handle_RCPT(self, server, session, envelope: Envelope, address: str, options) -> str:
        if address in self.refused:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope: Envelope) -> str:
        content = message_from_bytes(envelope.content, policy=policy.default)
        self.messages.append(Message(envelope.mail_from, envelope.rcpt_tos[0], content))
        return "250 OK"

    def authenticate(self, server, session, envelope, mechanism, data) -> AuthResult:
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == (self.user, self.password), handled=False)


class MailServer(Controller):
    """Runs until `stop`. `security` is none, startTLS or tls, as in the program's settings."""

    def __init__(self, security: str, certificate: Certificate | None, user=None, password=None):
        self.rules = Rules(user, password)
        self.security = security
        self._context = certificate.server_context() if certificate else None
        super().__init__(
            self.rules, hostname="127.0.0.1", port=free_port(),
            ssl_context=self._context if security == "tls" else None)

    @property
    def messages(self) -> list[Message]:
        return self.rules.messages

    def factory(self) -> SMTP:
        return SMTP(
            self.rules, hostname="localhost", tls_context=self._context if self.security == "startTLS" else None,
            require_starttls=self.security == "startTLS", authenticator=self.rules.authenticate,
            auth_required=self.rules.user is not None, auth_require_tls=self.security == "startTLS")


@pytest.fixture
def start_mail_server(tmp_path):
    """Starts servers, and stops them at the end. Their certificate's authority is `certificate.authority`."""
    started = []

    def start(security: str = "none", **options) -> MailServer:
        certificate = Certificate(tmp_path) if security != "none" else None
        server = MailServer(security, certificate, **options)
        server.certificate = certificate
        server.start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.stop()
