"""A running program for tests that speak to it over the line: on a free port, with a database of its own."""

import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("PRUMO_PROGRAM", ROOT / ".build/debug/prumo"))
LOCAL = ROOT / ".local"

# The first start fills the database with the territory, and the tests' program is built for debugging.
SECONDS_TO_START = 180
SECONDS_TO_STOP = 20


class Prumo:
    """A running program: where it serves, what it says, and how to end it."""

    def __init__(self, database: str, log: str, port: int | None = None, settings: dict[str, str] | None = None):
        """`settings` are those of the environment; a `port` is chosen beforehand where others must know it."""
        if not PROGRAM.exists():
            pytest.exit(f"{PROGRAM} is missing: bin/test builds it.", returncode=1)
        self.database = database
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        LOCAL.joinpath("logs").mkdir(parents=True, exist_ok=True)
        self.log = LOCAL / "logs" / f"{log}.log"
        command = [PROGRAM, "serve", "--database", database, "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, stdout=self.log.open("w"), stderr=subprocess.STDOUT, env={**os.environ, **(settings or {})})
        self._wait_until_healthy()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _wait_until_healthy(self):
        give_up = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < give_up:
            if self.process.poll() is not None:
                pytest.exit(f"The program ended with {self.process.returncode}:\n{self.log.read_text()}", returncode=1)
            try:
                with urllib.request.urlopen(self.address + "/health", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.stop()
        pytest.exit(f"No answer on {self.address}/health:\n{self.log.read_text()}", returncode=1)


class Demonstration(Prumo):
    """A running demonstration, in which one enters as anybody of the cast. Few families, to be ready soon."""

    FAMILIES_PER_FAMILY = 200

    def __init__(self, database: str, log: str, port: int | None = None, settings: dict[str, str] | None = None):
        """`settings` are those of the environment; a `port` is chosen beforehand where others must know it."""
        command = [PROGRAM, "demo", "--families-per-family", str(self.FAMILIES_PER_FAMILY), "--database", database]
        made = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_TO_START)
        if made.returncode != 0:
            pytest.exit(f"No demonstration, {made.returncode}: {made.stderr}", returncode=1)
        self.sessions = {}
        super().__init__(database, log)

    def session(self, member: str) -> str:
        """The one session of somebody of the cast that all pages share: what enters anew is written in the trail."""
        if member not in self.sessions:
            self.sessions[member] = self.cookie(member)
        return self.sessions[member]

    def cookie(self, member: str) -> str:
        """A new session of somebody of the cast, as it stands in a `Cookie` header."""
        request = urllib.request.Request(
            self.address + "/entrar/demonstracao", data=f"pessoa={member}".encode(),
            headers={"Origin": self.address}, method="POST")
        try:
            urllib.request.build_opener(NoRedirects).open(request)
        except urllib.error.HTTPError as answer:
            assert answer.code == 303, f"{member} did not enter: {answer.code}"
            cookies = answer.headers.get_all("Set-Cookie")
            pairs = (re.match(r"[^;]+", cookie).group() for cookie in cookies)
            return "; ".join(pair for pair in pairs if not pair.endswith("="))
        raise AssertionError(f"{member} did not enter")


    def status(self, path: str, cookie: str) -> int:
        """What a page answers, redirects not followed."""
        request = urllib.request.Request(self.address + path, headers={"Cookie": cookie})
        try:
            return urllib.request.build_opener(NoRedirects).open(request).status
        except urllib.error.HTTPError as answer:
            return answer.code


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]
