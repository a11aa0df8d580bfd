"""The program while it serves."""

import http.client
import os
import queue
import re
import signal
import socket
import ssl
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from conftest import PROGRAM

SECONDS = 60


@dataclass
class Serving:
    process: subprocess.Popen
    scheme: str
    port: int
    reader: threading.Thread
    # The log, line by line; read all the time, so that the program never waits for us.
    lines: queue.Queue

    def ask(self, path: str, method="GET", body=None, headers=None, context=None) -> tuple:
        if self.scheme == "https":
            line = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=SECONDS, context=context)
        else:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        line.request(method, path, body=body, headers=headers or {})
        answer = line.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()

    def await_line(self, words: str):
        while words not in self.lines.get(timeout=SECONDS):
            pass

    def end(self, number=signal.SIGTERM) -> str:
        """Ends it and returns the rest of its log."""
        self.process.send_signal(number)
        self.process.wait(timeout=SECONDS)
        self.reader.join(timeout=SECONDS)
        return "".join(iter(lambda: self.lines.get() if not self.lines.empty() else None, None))


@contextmanager
def serving(*arguments, **environment):
    """Starts `prumo serve` on a free port; ends with the block."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PRUMO_")}
    process = subprocess.Popen(
        [PROGRAM, "serve", "--port", "0", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env=clean | environment)
    lines = queue.Queue()
    reader = threading.Thread(target=lambda: [lines.put(line) for line in process.stderr], daemon=True)
    reader.start()
    try:
        first = process.stdout.readline()
        found = re.search(r"(https?)://.*:(\d+)", first)
        if found is None:
            reader.join(timeout=SECONDS)
            pytest.fail(first + "".join(iter(lambda: lines.get() if not lines.empty() else None, None)))
        yield Serving(process, found.group(1), int(found.group(2)), reader, lines)
    finally:
        process.kill()
        process.wait(timeout=SECONDS)
        reader.join(timeout=SECONDS)
        process.stdout.close()
        process.stderr.close()


def certificate(folder, name: str) -> tuple:
    """A certificate for 127.0.0.1 that signs itself, and its key."""
    paths = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1", "-out", paths[0], "-keyout", paths[1]],
        check=True, capture_output=True)
    return paths


def trusting(path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(path))


def is_listening(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=SECONDS).close()
        return True
    except ConnectionRefusedError:
        return False
