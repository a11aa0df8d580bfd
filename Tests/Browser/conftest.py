"""Starts the program on a free port with a database of its own, and opens it in Debian's Chromium.

Tests speak to a fresh real database as its first administrator, who came in by the link that the program printed. What
is about the demonstration, or about people of other roles, speaks to a demonstration and enters as one of its cast.
"""

import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from accounts import become_administrator, first_access
from payments import PAYMENTS, payments_file
from running import Demonstration, Prumo

CHROMIUM = os.environ.get("PRUMO_CHROMIUM", "/usr/bin/chromium")

SECONDS_TO_READ = 60
MILLISECONDS_TO_WAIT = 20_000
expect.set_options(timeout=MILLISECONDS_TO_WAIT)


@dataclass
class Administrator:
    """The first administrator, signed in with the second factor."""

    # Cookies of the browser, as Playwright keeps them.
    state: dict
    # Of the app on the telephone.
    secret: str

    @property
    def cookie(self) -> str:
        """As it stands in a `Cookie` header."""
        return "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.state["cookies"])


@pytest.fixture(scope="session")
def prumo(tmp_path_factory) -> Prumo:
    running = Prumo(f"sqlite:{tmp_path_factory.mktemp('prumo')}/prumo.db", "browser-tests-prumo")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory) -> Demonstration:
    running = Demonstration(f"sqlite:{tmp_path_factory.mktemp('demo')}/demo.db", "browser-tests-demonstration")
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


@pytest.fixture(scope="session")
def administrator(prumo, browser) -> Administrator:
    context = new_context(browser, prumo)
    secret = become_administrator(context.new_page(), first_access(prumo.log.read_text()))
    state = context.storage_state()
    context.close()
    return Administrator(state, secret)


@pytest.fixture
def open_page(prumo, administrator, browser):
    """Opens pages of the program, and fails the test when one complains in its console (a refused script or style).

    As the administrator, or with `signed_in=False` as nobody; of the demonstration as a `member` of its cast, or nobody.
    """
    contexts, complaints = [], []

    def note(message):
        # A page that answers 404 or 422 on purpose is reported by Chromium as a resource that did not load.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(f"{message.location.get('url')}: {message.text}")

    def open_it(path: str, signed_in: bool = True, of: Prumo = prumo, member: str | None = None, **options) -> Page:
        if signed_in and of is prumo:
            options["storage_state"] = administrator.state
        context = new_context(browser, of, **options)
        contexts.append(context)
        if member:
            pairs = [cookie.split("=", 1) for cookie in of.session(member).split("; ")]
            context.add_cookies([{"name": name, "value": value, "url": of.address} for name, value in pairs])
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert complaints == []


def new_context(browser: Browser, prumo: Prumo, **options):
    context = browser.new_context(base_url=prumo.address, locale="pt-BR", **options)
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    return context


@pytest.fixture(scope="session")
def loaded(prumo, administrator, browser, tmp_path_factory) -> str:
    """An invented payments file, loaded through the form once for all tests; the path of its report."""
    file = tmp_path_factory.mktemp("files") / "pagamentos.csv"
    file.write_bytes(payments_file(PAYMENTS))
    context = new_context(browser, prumo, storage_state=administrator.state)
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
