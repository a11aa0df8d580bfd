"""What people do with their own account, by letter and by form."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from accounts import become_administrator, first_access, time_code
from conftest import new_context
from mail_server import MailServer
from running import Prumo, free_port

WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
# Long enough, and in no list of known passwords.
FIRST, SECOND = "três canoas na várzea", "jatobá verde no quintal"
# The program looks at its outbox every few seconds.
SECONDS_TO_DELIVER = 60


@pytest.fixture(scope="module")
def mailing(tmp_path_factory):
    """The program with a mail server; what it sent stands in `mailing.letters`."""
    server = MailServer("none", None)
    server.start()
    port = free_port()
    running = Prumo(
        f"sqlite:{tmp_path_factory.mktemp('mailing')}/prumo.db", "browser-tests-mailing", port=port,
        settings={
            "PRUMO_PUBLIC_ADDRESS": f"http://127.0.0.1:{port}", "PRUMO_MAIL_SERVER": f"127.0.0.1:{server.port}",
            "PRUMO_MAIL_SECURITY": "none", "PRUMO_MAIL_FROM": "Prumo <nao-responda@exemplo.gov.br>"})
    running.letters = server.messages
    yield running
    running.stop()
    server.stop()


@pytest.fixture(scope="module")
def iara(mailing, browser) -> dict:
    """The first administrator's browser."""
    context = new_context(browser, mailing)
    become_administrator(context.new_page(), first_access(mailing.log.read_text()))
    state = context.storage_state()
    context.close()
    return state


def letter(mailing, recipient: str, subject: str) -> str:
    """The text of the newest letter about it, when it has come."""
    give_up = time.monotonic() + SECONDS_TO_DELIVER
    while time.monotonic() < give_up:
        for message in reversed(mailing.letters):
            if message.recipient == recipient and message.content["Subject"] == subject:
                return message.content.get_content()
        time.sleep(0.2)
    raise AssertionError(f"No letter “{subject}” to {recipient}: {[m.content['Subject'] for m in mailing.letters]}")


def path_in(text: str, mailing) -> str:
    return re.search(re.escape(mailing.address) + r"(/\S+)", text).group(1)


def invite_by_mail(page: Page, name: str, email: str):
    page.goto("/pessoas/convidar?papel=gestorMunicipal&uf=MT")
    page.get_by_label("Nome completo").fill(name)
    page.get_by_label("E-mail de trabalho").fill(email)
    page.get_by_label("Lugar", exact=True).select_option("Água Boa")
    page.get_by_role("button", name="Convidar", exact=True).click()
    expect(page.locator(".notice")).to_be_visible()


def choose(page: Page, password: str, button: str):
    page.get_by_label("Senha nova").fill(password)
    page.get_by_label("A mesma senha, de novo").fill(password)
    page.get_by_role("button", name=button).click()


def enter(page: Page, email: str, password: str):
    page.goto("/entrar")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Senha", exact=True).fill(password)
    page.get_by_role("button", name="Entrar", exact=True).click()


def member(open_page, mailing, iara, name: str, script: bool = True) -> tuple[Page, str]:
    """Somebody new, invited by letter and signed in."""
    email = name.split()[0].lower() + "@exemplo.gov.br"
    invite_by_mail(open_page("/pessoas", of=mailing, storage_state=iara), name, email)
    text = letter(mailing, email, "Convite para o Prumo")
    assert f"Olá, {name}." in text
    page = open_page(path_in(text, mailing), of=mailing, java_script_enabled=script)
    choose(page, FIRST, "Aceitar o convite e entrar")
    expect(page).to_have_url(re.compile(r"/municipios/5100201$"))
    return page, email


@WITH_AND_WITHOUT_SCRIPT
def test_who_forgot_the_password_gets_a_letter_and_chooses_another(open_page, mailing, iara, script):
    page, email = member(open_page, mailing, iara, f"Hugo{int(script)} Exemplo", script)
    other = open_page("/recuperar", of=mailing, java_script_enabled=script)
    answers = []
    for typed in ("ninguem@exemplo.gov.br", email):
        other.goto("/entrar")
        other.get_by_role("link", name="Esqueci a senha").click()
        other.get_by_label("E-mail da sua conta").fill(typed)
        other.get_by_role("button", name="Pedir o link").click()
        answers.append(other.locator("main").inner_text())
    assert answers[0] == answers[1]
    other.goto(path_in(letter(mailing, email, "Nova senha no Prumo"), mailing))
    choose(other, "senha1234567", "Guardar a senha")
    expect(other.locator(".field-error")).not_to_have_count(0)
    choose(other, SECOND, "Guardar a senha")
    expect(other.locator(".notice")).to_contain_text("Senha trocada")
    # Whoever sat at the other computer is out, and the old password is none any more.
    page.goto("/conta")
    expect(page).to_have_url(re.compile("/entrar"))
    enter(other, email, FIRST)
    expect(other.locator(".notice")).to_contain_text("E-mail ou senha não conferem")
    enter(other, email, SECOND)
    expect(other).to_have_url(re.compile(r"/municipios/5100201$"))
    assert "acaba de mudar" in letter(mailing, email, "Sua senha no Prumo mudou")
    assert not any(message.recipient == "ninguem@exemplo.gov.br" for message in mailing.letters)


@WITH_AND_WITHOUT_SCRIPT
def test_one_looks_after_the_own_account_and_leaves_everywhere(open_page, mailing, iara, script):
    page, email = member(open_page, mailing, iara, f"Inês{int(script)} Exemplo", script)
    other = open_page("/entrar", of=mailing, java_script_enabled=script)
    enter(other, email, FIRST)
    expect(other).to_have_url(re.compile(r"/municipios/5100201$"))

    page.goto("/conta")
    expect(page.locator("main")).to_contain_text("Gestor municipal")
    expect(page.locator("main")).to_contain_text("Água Boa (MT)")
    page.get_by_label("Nome completo").fill("Inês de Exemplo")
    page.get_by_role("button", name="Guardar nome").click()
    expect(page.locator(".notice")).to_contain_text("Nome guardado")

    page.locator("summary", has_text="Trocar a senha").click()
    page.get_by_label("Senha de hoje", exact=True).fill("não é esta, não")
    choose(page, SECOND, "Trocar senha")
    expect(page.locator(".notice")).to_contain_text("A senha atual não confere")
    page.get_by_label("Senha de hoje", exact=True).fill(FIRST)
    choose(page, SECOND, "Trocar senha")
    expect(page.locator(".notice")).to_contain_text("Senha trocada")
    other.goto("/conta")
    expect(other).to_have_url(re.compile("/entrar"))

    enter(other, email, SECOND)
    page.goto("/conta")
    expect(page.get_by_role("button", name="Encerrar")).to_have_count(1)
    page.get_by_role("button", name="Sair de todos os aparelhos").click()
    expect(page.locator(".notice")).to_contain_text("Você saiu de todos os aparelhos")
    for left in (page, other):
        left.goto("/conta")
        expect(left).to_have_url(re.compile("/entrar"))


def test_a_second_factor_is_set_used_on_paper_and_taken_away(open_page, mailing, iara):
    page, email = member(open_page, mailing, iara, "Joel Exemplo", script=False)
    page.goto("/conta")
    page.get_by_role("link", name="Ativar o segundo fator").click()
    expect(page.locator("svg.qr-code")).to_be_visible()
    secret = page.locator(".secret").inner_text()
    page.get_by_label("Código de seis números").fill("000000")
    page.get_by_role("button", name="Ativar").click()
    expect(page.locator(".field-error")).to_contain_text("O código não confere")
    expect(page.locator(".secret")).to_have_text(secret)
    page.get_by_label("Código de seis números").fill(time_code(secret))
    page.get_by_role("button", name="Ativar").click()
    codes = page.locator(".codes-list li").all_inner_texts()
    assert len(codes) == 10
    page.get_by_role("link", name="Já guardei").click()
    expect(page).to_have_url(re.compile(r"/municipios/5100201$"))

    other = open_page("/entrar", of=mailing)
    enter(other, email, FIRST)
    other.get_by_text("Estou sem o celular").click()
    other.get_by_label("Código de recuperação").fill(codes[0].lower().replace("-", " "))
    other.get_by_role("button", name="Entrar com este código").click()
    expect(other).to_have_url(re.compile(r"/municipios/5100201$"))
    other.goto("/conta/segundo-fator")
    expect(other.locator("main")).to_contain_text("Restam 9")
    other.get_by_label("Código do celular").last.fill(codes[1])
    other.get_by_role("button", name="Desativar").click()
    expect(other.locator(".notice")).to_contain_text("Segundo fator desativado")
    # The other browser is out.
    page.goto("/conta")
    expect(page).to_have_url(re.compile("/entrar"))
