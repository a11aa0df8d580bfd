"""How people come in and leave, by password and telephone."""

import re

import pytest
from playwright.sync_api import expect

from accounts import EMAIL, NAME, PASSWORD, first_access, sign_in, time_code

WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


def test_the_link_of_the_first_administrator_serves_once(open_page, prumo, administrator):
    page = open_page(first_access(prumo.log.read_text()), signed_in=False)
    expect(page.get_by_label("Senha nova")).to_have_count(0)
    expect(page.locator("main")).to_contain_text(re.compile("já foi usado|não vale|expirou", re.IGNORECASE))


@WITH_AND_WITHOUT_SCRIPT
def test_a_wrong_password_is_refused_without_saying_whether_the_account_exists(open_page, administrator, script):
    page = open_page("/entrar", signed_in=False, java_script_enabled=script)
    answers = []
    for email in (EMAIL, "ninguem@exemplo.gov.br"):
        page.goto("/entrar")
        page.get_by_label("E-mail").fill(email)
        page.get_by_label("Senha", exact=True).fill("alguma outra senha qualquer")
        page.get_by_role("button", name="Entrar", exact=True).click()
        expect(page.get_by_label("E-mail")).to_have_value(email)
        expect(page.get_by_label("Senha", exact=True)).to_have_value("")
        answers.append(page.locator("main").inner_text())
    assert answers[0] == answers[1]


def test_a_password_alone_does_not_open_the_door(open_page, administrator):
    page = open_page("/entrar", signed_in=False)
    sign_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Código de segurança")
    page.goto("/cargas")
    expect(page).to_have_url(re.compile("/entrar"))
    sign_in(page)
    page.get_by_label("Código", exact=True).fill("000000")
    page.get_by_role("button", name="Entrar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Código de segurança")
    expect(page.locator(".field-error, .notice")).not_to_have_count(0)


def test_whoever_asked_for_a_page_gets_it_after_password_and_code_and_leaves(open_page, administrator):
    page = open_page("/cargas", signed_in=False, java_script_enabled=False)
    expect(page).to_have_url(re.compile(r"/entrar\?volta="))
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Senha", exact=True).fill("outra que não é esta")
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.get_by_label("Senha", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Entrar", exact=True).click()
    # The code of now has been used to set the telephone up, and each enters once: the next one is good as well.
    page.get_by_label("Código", exact=True).fill(time_code(administrator.secret, steps_ahead=1))
    page.get_by_role("button", name="Entrar", exact=True).click()
    expect(page).to_have_url(re.compile(r"/cargas$"))
    page.locator("summary", has_text=NAME).click()
    page.get_by_role("button", name="Sair").click()
    expect(page).to_have_url(re.compile("/entrar"))
    page.goto("/cargas")
    expect(page).to_have_url(re.compile("/entrar"))
