"""Requests that nobody thought of: schemathesis makes them from the declared routes, and no answer may be a failure.

Made by a fixed seed: the same requests every time, until a route or a field is added.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from openapi import document
from running import PROGRAM, Demonstration

HERE = Path(__file__).resolve().parent
SEED = "51"
SECONDS_AT_MOST = 300
REQUEST_SECONDS = 20

# Nobody sees few pages, so that these are tried harder; Iara sees all of them.
EXAMPLES = {"nobody": 12, "bento": 6, "iara": 12}

# A request to one of these may end the session that it is made with, and the others would be nobody's from then on.
# `test_requests_that_end_sessions` tries them, with sessions of their own.
ENDS_SESSIONS = re.compile(r"^/(sair|entrar|ver-como|conta/(sair|sessoes|senha|segundo-fator))")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    running = Demonstration(f"sqlite:{tmp_path_factory.mktemp('generated')}/demo.db", "generated-requests-prumo")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def routes(demonstration) -> dict:
    return document(PROGRAM, demonstration.database)


@pytest.mark.parametrize("member", EXAMPLES)
def test_no_request_makes_a_page_fail(demonstration, routes, tmp_path, member):
    paths = routes["paths"]
    if member != "nobody":
        paths = {path: operations for path, operations in paths.items() if not ENDS_SESSIONS.match(path)}
    report = run(demonstration, {**routes, "paths": paths}, tmp_path, member, EXAMPLES[member])
    assert len(report["tested"]) == sum(len(operations) for operations in paths.values())
    if member != "nobody":
        # The session lived through all of it: these were a signed-in person's requests.
        assert still_signed_in(demonstration, report["cookie"])


def test_requests_that_end_sessions(demonstration, routes, tmp_path):
    for path, operations in routes["paths"].items():
        if ENDS_SESSIONS.match(path):
            run(demonstration, {**routes, "paths": {path: operations}}, tmp_path, "celia", 4)


def run(demonstration, routes: dict, folder: Path, member: str, examples: int) -> dict:
    schema = folder / "openapi.json"
    schema.write_text(json.dumps(routes))
    told = folder / "told.ndjson"
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", str(schema), "--url", demonstration.address,
        "--phases", "coverage,fuzzing" if member == "iara" else "fuzzing", "--mode", "all",
        "--checks", "not_a_server_error,safe_headers,no_internals", "--continue-on-failure",
        "--max-examples", str(examples), "--seed", SEED, "--generation-deterministic",
        "--request-timeout", str(REQUEST_SECONDS), "--suppress-health-check", "all", "--warnings", "off", "--no-color",
        "--report", "ndjson", "--report-ndjson-path", str(told),
        # As a browser says it of our own pages; without it every write is refused before it begins.
        "-H", f"Origin: {demonstration.address}", "-H", "Sec-Fetch-Site: same-origin",
    ]
    cookie = None if member == "nobody" else demonstration.cookie(member)
    if cookie:
        command += ["-H", f"Cookie: {cookie}"]
    environment = os.environ | {"SCHEMATHESIS_HOOKS": "generated_checks", "PYTHONPATH": str(HERE)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=SECONDS_AT_MOST)
    assert done.returncode == 0, f"{done.stdout[-8000:]}\n{done.stderr[-2000:]}\n{demonstration.log.read_text()[-2000:]}"
    assert demonstration.process.poll() is None, "the program has ended"
    return {"cookie": cookie, "tested": tested(told), "words": done.stdout}
