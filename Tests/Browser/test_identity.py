"""Coming in by an identity provider: a real one, with people of its own."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from accounts import become_administrator, first_access
from conftest import new_context
from identity_provider import ANA, CELIA, Identity, IdentityProvider
from running import Prumo, free_port

LABEL = "Entrar com a conta do Estado"
BACK = "/entrar/provedor/estado/retorno"


@pytest.fixture(scope="module")
def linked(tmp_path_factory):
    """The program with a provider, and its provider."""
    port = free_port()
    provider = IdentityProvider([f"http://127.0.0.1:{port}{BACK}"])
    entry = {
        "name": "estado", "label": LABEL, "issuer": provider.issuer, "client_id": provider.client_id,
        "client_secret": provider.client_secret}
    running = Prumo(
        f"sqlite:{tmp_path_factory.mktemp('identity')}/prumo.db", "browser-tests-identity", port=port,
        settings={"PRUMO_OPENID_PROVIDERS": json.dumps([entry])})
    running.provider = provider
    yield running
    running.stop()
    provider.stop()


@pytest.fixture(scope="module")
def iara(linked, browser):
    """The first administrator: her browser's state, and the secret of her telephone."""
    context = new_context(browser, linked)
    secret = become_administrator(context.new_page(), first_access(linked.log.read_text()))
    state = context.storage_state()
    context.close()
    return state, secret


def show_identity(page: Page, person: Identity):
    """At the provider: name, then password."""
    page.locator("input[name=login]").fill(person.subject)
    page.locator("input[name=login]").press("Enter")
    page.locator("input[name=password]").fill(person.password)
    page.locator("input[name=password]").press("Enter")


def test_who_is_linked_with_no_account_is_told_what_to_do(open_page, linked, iara):
    # The provider knows an address that has an account here: that is no reason to open it.
    page = open_page("/entrar", of=linked)
    page.get_by_role("link", name=LABEL).click()
    show_identity(page, ANA)
    expect(page.locator(".notice")).to_contain_text("Esta identidade ainda não está ligada a uma conta")
    expect(page.get_by_label("Senha", exact=True)).to_be_visible()
    page.goto("/conta")
    expect(page).to_have_url(re.compile("/entrar"))


def test_an_answer_is_good_only_in_the_browser_that_asked(open_page, linked, iara):
    page = open_page("/entrar", of=linked)
    # As if somebody had led her into the middle of their own sign-in.
    page.goto(f"{BACK}?code=achado&state=inventado")
    expect(page.locator(".notice")).to_contain_text("Esta entrada não foi começada aqui")
    target = page.request.get("/entrar/provedor/estado", max_redirects=0)
    back = linked.provider.sign_in(target.headers["location"], CELIA)
    other = open_page("/entrar", of=linked)
    other.goto(back)
    expect(other.locator(".notice")).to_contain_text("Esta entrada não foi começada aqui")


def test_a_provider_that_is_down_leaves_the_password(open_page, tmp_path):
    entry = {
        "name": "estado", "label": LABEL, "issuer": f"http://127.0.0.1:{free_port()}", "client_id": "prumo",
        "client_secret": "segredo"}
    running = Prumo(
        f"sqlite:{tmp_path}/prumo.db", "browser-tests-identity-down",
        settings={"PRUMO_OPENID_PROVIDERS": json.dumps([entry])})
    try:
        page = open_page("/entrar?volta=/cargas", of=running)
        page.get_by_role("link", name=LABEL).click()
        expect(page.locator(".notice")).to_contain_text("O provedor de identidade não respondeu")
        expect(page.get_by_label("Senha", exact=True)).to_be_visible()
    finally:
        running.stop()
