"""A real identity provider for the tests of sign-in: started on a free port, with invented people."""

import json
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest

from ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SERVER = Path(__file__).with_name("identity_server.py")
MOST_STEPS = 12


@dataclass(frozen=True)
class Identity:
    """Somebody as the provider knows them. The subject stands where gov.br has the CPF."""

    subject: str
    name: str
    email: str | None
    password: str


ANA = Identity("ana.estado", "Ana", "ana@exemplo.gov.br", "azulejo-ponte-17")
CELIA = Identity("celia.campo", "Célia", "celia@exemplo.gov.br", "varanda-milho-42")
NOBODY = Identity("sem.correio", "Sem Correio", None, "janela-trilho-88")


class IdentityProvider:
    """Runs until `stop`. `backs` are the addresses of Prumo that it may send people back to."""

    client_id = "prumo"
    client_secret = "segredo do programa & de teste: 100%"

    def __init__(self, backs: list[str], people=(ANA, CELIA, NOBODY)):
        self.port = free_port()
        self.issuer = f"http://127.0.0.1:{self.port}"
        self.people = list(people)
        logs = ROOT / ".local/logs"
        logs.mkdir(parents=True, exist_ok=True)
        self.log = logs / f"identity-provider-{self.port}.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
        self.process.stdin.write(json.dumps({
            "port": self.port, "people": [asdict(person) for person in self.people],
            "client": {"id": self.client_id, "secret": self.client_secret, "backs": backs}}))
        self.process.stdin.close()
        if self.process.stdout.readline().strip() != "listening":
            self.stop()
            raise AssertionError(f"The identity provider did not start:\n{self.log.read_text()}")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def sign_in(self, address: str, person: Identity) -> str:
        """Goes where Prumo sends people, signs in there as a browser does, and gives the address that leads back."""
        with httpx.Client() as browser:
            answer = browser.get(address)
            for _ in range(MOST_STEPS):
                if answer.is_redirect:
                    address = urljoin(str(answer.url), answer.headers["location"])
                    if not address.startswith(self.issuer + "/"):
                        return address
                    answer = browser.get(address)
                    continue
                assert answer.status_code == 200, answer.text
                fields = {"csrf_token": re.search(r'name="csrf_token"[^>]*value="([^"]+)"', answer.text).group(1)}
                if 'name="password"' in answer.text:
                    fields["password"] = person.password
                else:
                    fields["login"] = person.subject
                answer = browser.post(answer.url, data=fields)
        raise AssertionError(f"The provider did not send {person.subject} back: {answer.url}")


@pytest.fixture
def start_identity_provider():
    """Starts providers, and stops them at the end."""
    started = []

    def start(*backs: str, **options) -> IdentityProvider:
        started.append(IdentityProvider(list(backs), **options))
        return started[-1]

    yield start
    for provider in started:
        provider.stop()
