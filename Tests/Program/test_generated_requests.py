"""Requests that nobody thought of: schemathesis makes them from the declared routes, and no answer may be a failure.

The same requests every time, until a route or a field is added.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from openapi import document, without_queries
from running import PROGRAM, Demonstration

HERE = Path(__file__).resolve().parent
SECONDS_AT_MOST = 300
REQUEST_SECONDS = 20
# Requests made of chance, for each route; those made by plan are as many as the route asks for.
BY_CHANCE = 8

# A request to one of these may begin, change or end the session that it is made with, and the others would be somebody
# else's from then on. `test_requests_that_change_sessions` tries each with a session of its own.
CHANGES_SESSIONS = re.compile(r"^/(sair|ver-como|conta/|entrar/demonstracao)")
# For whoever has not signed in.
ENTRANCES = re.compile(r"^/(entrar|primeiro-acesso|convite|recuperar)\b")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    running = Demonstration(f"sqlite:{tmp_path_factory.mktemp('generated')}/demo.db", "generated-requests-prumo")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def routes(demonstration) -> dict:
    return document(PROGRAM, demonstration.database)


@pytest.mark.parametrize("member", ["nobody", "bento", "iara"])
def test_no_request_makes_a_page_fail(demonstration, routes, tmp_path, member):
    cookie = None if member == "nobody" else demonstration.cookie(member)
    tried = selected(
        routes,
        lambda path: not CHANGES_SESSIONS.match(path) and (member == "nobody" or not ENTRANCES.match(path)))
    # By plan: each part and field at its limits, missing, of a wrong type; each method that the route does not have.
    generate(demonstration, without_queries(tried), tmp_path, cookie, ["--phases", "coverage"])
    generate(demonstration, tried, tmp_path, cookie, ["--phases", "fuzzing", "--max-examples", str(BY_CHANCE)])
    if cookie:
        # The session lived through all of it: these were a signed-in person's requests.
        assert demonstration.status("/municipios", cookie) == 200


def test_requests_that_change_sessions(demonstration, routes, tmp_path):
    tried = selected(routes, CHANGES_SESSIONS.match)
    assert tried["paths"]
    for path in tried["paths"]:
        one = selected(tried, lambda other: other == path)
        cookie = demonstration.cookie("celia")
        generate(demonstration, one, tmp_path, cookie, ["--phases", "fuzzing", "--max-examples", str(BY_CHANCE)])


def selected(routes: dict, wanted) -> dict:
    return routes | {"paths": {path: operations for path, operations in routes["paths"].items() if wanted(path)}}


def generate(demonstration, routes: dict, folder: Path, cookie: str | None, options: list):
    """Makes the requests and fails with schemathesis' own report, which says how to make the request again."""
    schema, told = folder / "openapi.json", folder / "told.ndjson"
    schema.write_text(json.dumps(routes))
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", str(schema), "--url", demonstration.address, *options,
        "--mode", "all", "--checks", "not_a_server_error,safe_headers,no_internals", "--continue-on-failure",
        "--generation-deterministic", "--request-timeout", str(REQUEST_SECONDS), "--suppress-health-check", "all",
        "--warnings", "off", "--no-color", "--report", "ndjson", "--report-ndjson-path", str(told),
        # As a browser says it of our own pages; without it every write is refused before it begins.
        "-H", f"Origin: {demonstration.address}", "-H", "Sec-Fetch-Site: same-origin",
    ]
    if cookie:
        command += ["-H", f"Cookie: {cookie}"]
    environment = os.environ | {"SCHEMATHESIS_HOOKS": "generated_checks", "PYTHONPATH": str(HERE)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=SECONDS_AT_MOST)
    assert done.returncode == 0, "\n".join(
        [*shortened(done.stdout), *shortened(done.stderr), "The program's log:", *shortened(demonstration.log.read_text())])
    assert demonstration.process.poll() is None, "the program has ended"
    assert routes_in(told) == {
        f"{method.upper()} {path}" for path, operations in routes["paths"].items() for method in operations}


def shortened(text: str) -> list:
    """The last lines, of addresses of thousands of letters the beginning."""
    return [line[:400] for line in text.splitlines()[-80:]]


def routes_in(told: Path) -> set:
    """Routes to which at least one request went."""
    found = set()
    for line in told.read_text().splitlines():
        recorder = json.loads(line).get("ScenarioFinished", {}).get("recorder", {})
        if recorder.get("cases"):
            found.add(recorder["label"])
    return found
