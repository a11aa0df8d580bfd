"""How an administrator lets people in, looks after their accounts and lets them go."""

import re

import pytest
from playwright.sync_api import expect

WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
# Long enough, and in no list of known passwords.
PASSWORD = "três canoas na várzea"


def invite(page, name: str, email: str, role: str, place: str) -> str:
    """From the list of people to the link that is handed over, as a person does. Returns the link."""
    page.goto("/pessoas")
    page.get_by_role("link", name="Convidar pessoa").click()
    page.get_by_label("Estado em que vai trabalhar").select_option("Mato Grosso")
    page.get_by_role("radio", name=re.compile(f"^{role}")).check()
    page.get_by_role("button", name="Continuar").click()
    page.get_by_label("Nome completo").fill(name)
    page.get_by_label("E-mail de trabalho").fill(email)
    page.get_by_label("Lugar", exact=True).select_option(place)
    page.get_by_role("button", name="Convidar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Convite pronto para entregar")
    return page.get_by_label("Link de uso único").input_value()


@WITH_AND_WITHOUT_SCRIPT
def test_an_invited_gestora_comes_in_sees_her_municipality_and_leaves_for_good(open_page, prumo, administrator, script):
    name = f"Fábia Exemplo {'com' if script else 'sem'} script"
    email = f"fabia{int(script)}@exemplo.gov.br"
    page = open_page("/pessoas", java_script_enabled=script)
    link = invite(page, name, email, "Gestor municipal", "Água Boa")
    assert link.startswith(prumo.address + "/convite/")
    assert link in page.get_by_label("Mensagem pronta para enviar").input_value()

    hers = open_page(link.removeprefix(prumo.address), signed_in=False, java_script_enabled=script)
    hers.get_by_label("Senha nova").fill(PASSWORD)
    hers.get_by_label("A mesma senha, de novo").fill(PASSWORD)
    hers.get_by_role("button", name="Aceitar o convite e entrar").click()
    hers.goto("/")
    expect(hers).to_have_url(re.compile(r"/municipios/5100201$"))
    hers.goto("/pessoas")
    expect(hers.locator("main")).to_contain_text(email)
    expect(hers.locator("main")).not_to_contain_text("iara@exemplo.gov.br")
    expect(hers.get_by_role("link", name="Convidar pessoa")).to_have_count(0)

    page.goto("/pessoas?q=" + email)
    page.get_by_role("link", name=name).click()
    expect(page.locator("main")).to_contain_text("Convite aceito")
    page.get_by_role("link", name="Encerrar conta").click()
    page.get_by_label("Motivo").fill("saiu do cargo")
    page.get_by_role("button", name="Encerrar conta").click()
    expect(page.locator(".notice")).to_contain_text("Conta encerrada")
    expect(page.locator("main")).to_contain_text("motivo: saiu do cargo")

    hers.goto("/municipios/5100201")
    expect(hers).to_have_url(re.compile("/entrar"))


def test_what_was_typed_is_kept_and_the_field_says_what_is_wrong(open_page):
    page = open_page("/pessoas/convidar?papel=gestorMunicipal&uf=MT", java_script_enabled=False)
    page.get_by_label("Nome completo").fill("Gil Exemplo")
    page.get_by_label("E-mail de trabalho").fill("gil@exemplo.gov.br")
    page.get_by_role("button", name="Convidar", exact=True).click()
    expect(page.get_by_label("Nome completo")).to_have_value("Gil Exemplo")
    expect(page.get_by_label("E-mail de trabalho")).to_have_value("gil@exemplo.gov.br")
    expect(page.get_by_label("Lugar", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".field-error")).to_contain_text("Escolha o lugar")


def test_an_administrator_sees_as_another_and_comes_back(open_page, demonstration):
    page = open_page("/pessoas?q=bento", of=demonstration, member="iara")
    page.get_by_role("link", name="Bento Exemplo").click()
    page.get_by_role("button", name="Ver como Bento Exemplo").click()
    expect(page.locator(".strip-viewing")).to_contain_text("Você está vendo como Bento Exemplo")
    expect(page).to_have_url(re.compile(r"/municipios/5100201$"))
    page.goto("/pessoas")
    expect(page.locator("main")).not_to_contain_text("ana@exemplo.gov.br")
    page.get_by_role("button", name="Voltar a ser você").click()
    expect(page.locator(".strip-viewing")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Programa visto como esta pessoa")


def test_a_role_is_given_and_taken_away(open_page, demonstration):
    page = open_page("/pessoas?q=celia", of=demonstration, member="iara")
    page.get_by_role("link", name="Célia Exemplo").click()
    page.get_by_role("link", name="Dar um papel").click()
    page.get_by_role("radio", name=re.compile("^Ponto focal de setor")).check()
    page.get_by_role("button", name="Continuar").click()
    page.get_by_label("Setor", exact=True).select_option("Saúde")
    page.get_by_label("Lugar", exact=True).select_option("Água Boa")
    page.get_by_role("button", name="Dar o papel").click()
    row = page.locator("table tr", has_text="Ponto focal de setor, Saúde")
    expect(row).to_contain_text("Água Boa (MT)")
    row.get_by_role("link", name=re.compile("Retirar")).click()
    page.get_by_role("button", name="Retirar papel").click()
    expect(page.locator(".notice")).to_contain_text("Papel retirado")
    expect(row).to_have_count(0)
