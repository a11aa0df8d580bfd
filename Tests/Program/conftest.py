"""The program as it is installed: commands, exit codes, and what a kill leaves behind, on both engines."""

import json
import os
import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("PRUMO_PROGRAM", ROOT / ".build/debug/prumo"))
SECONDS = 180


@dataclass
class Program:
    """The program on one database."""

    database: str

    def run(self, *arguments) -> subprocess.CompletedProcess:
        return subprocess.run(
            [PROGRAM, *map(str, arguments), "--database", self.database], capture_output=True, text=True,
            timeout=SECONDS,
        )

    def start(self, *arguments) -> subprocess.Popen:
        return subprocess.Popen(
            [PROGRAM, *map(str, arguments), "--database", self.database], stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, text=True,
        )

    def figure(self, indicator: str, territory: str, period: str) -> dict:
        answer = self.run(
            "figures", "--indicator", indicator, "--territory", territory, "--period", period, "--json")
        assert answer.returncode == 0, answer.stderr
        return json.loads(answer.stdout)


@pytest.fixture(params=["sqlite", "postgres"])
def program(request, tmp_path) -> Program:
    """On a fresh database of each engine."""
    if request.param == "sqlite":
        yield Program(f"sqlite:{tmp_path}/prumo.db")
        return
    server = os.environ.get("PRUMO_TEST_POSTGRES")
    if server is None:
        pytest.fail("PRUMO_TEST_POSTGRES is not set: run bin/test, which starts PostgreSQL")
    name = "program_" + uuid.uuid4().hex
    administer(server, f'CREATE DATABASE "{name}" TEMPLATE template0')
    address = server.rstrip("/")
    yield Program(address[: address.rindex("/")] + "/" + name)
    administer(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def administer(server: str, statement: str):
    subprocess.run(["psql", "--quiet", "--no-psqlrc", server, "--command", statement], check=True, capture_output=True)
