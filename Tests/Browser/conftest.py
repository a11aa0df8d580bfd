"""Starts the program on a free port with a database of its own, and opens it in Debian's Chromium."""

import os
import re
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from payments import PAYMENTS, payments_file
from ports import free_port

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("PRUMO_PROGRAM", ROOT / ".build/debug/prumo"))
CHROMIUM = os.environ.get("PRUMO_CHROMIUM", "/usr/bin/chromium")
LOCAL = ROOT / ".local"

# The first start fills the database with the territory, and the tests' program is built for debugging.
SECONDS_TO_START = 180
SECONDS_TO_READ = 60
MILLISECONDS_TO_WAIT = 20_000
expect.set_options(timeout=MILLISECONDS_TO_WAIT)


class Prumo:
    """A running program: where it serves, and how to end it."""

    def __init__(self, folder: Path):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        LOCAL.joinpath("logs").mkdir(parents=True, exist_ok=True)
        self.log = LOCAL / "logs" / "browser-tests-prumo.log"
        command = [PROGRAM, "serve", "--database", f"sqlite:{folder}/prumo.db", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=self.log.open("w"), stderr=subprocess.STDOUT, cwd=folder)
        self._wait_until_healthy()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
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
                    if answer.read().strip() == b"ok":
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.stop()
        pytest.exit(f"No answer on {self.address}/health:\n{self.log.read_text()}", returncode=1)


@pytest.fixture(scope="session")
def prumo(tmp_path_factory) -> Prumo:
    if not PROGRAM.exists():
        pytest.exit(f"{PROGRAM} is missing: bin/test builds it.", returncode=1)
    running = Prumo(tmp_path_factory.mktemp("prumo"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Browser:
    # Chromium's sandbox refuses to run as root, as in a container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def open_page(prumo, browser):
    """Opens pages of the program, and fails the test when one complains in its console (a refused script or style)."""
    contexts, complaints = [], []

    def note(message):
        # A page that answers 404 or 422 on purpose is reported by Chromium as a resource that did not load.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(f"{message.location.get('url')}: {message.text}")

    def open_it(path: str, **options) -> Page:
        context = browser.new_context(base_url=prumo.address, locale="pt-BR", **options)
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def loaded(prumo, browser, tmp_path_factory) -> str:
    """An invented payments file, loaded through the form once for all tests; the path of its report."""
    file = tmp_path_factory.mktemp("files") / "pagamentos.csv"
    file.write_bytes(payments_file(PAYMENTS))
    context = browser.new_context(base_url=prumo.address, locale="pt-BR")
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    page = context.new_page()
    page.goto("/cargas/nova")
    upload(page, file)
    page.wait_for_url(re.compile(r"/cargas/[0-9a-f-]{36}"))
    path = page.url.removeprefix(prumo.address).split("?")[0]
    wait_until_read(page)
    context.close()
    return path


def upload(page: Page, file: Path, button: str = "Conferir e gravar"):
    """Gives a file to the form as a person does."""
    page.get_by_label("Arquivo", exact=True).set_input_files(file)
    page.get_by_role("button", name=button).click()


def wait_until_read(page: Page):
    """The report is there when the file has been read; until then the page shows how far it is."""
    give_up = time.monotonic() + SECONDS_TO_READ
    while time.monotonic() < give_up:
        if page.locator("progress").count() == 0 and page.get_by_text(re.compile("linhas? lidas?")).count() > 0:
            return
        time.sleep(0.3)
        page.reload()
    raise AssertionError(f"No report after {SECONDS_TO_READ} s:\n{page.locator('main').inner_text()}")
