"""What somebody sees who tries Prumo out."""

import re

import pytest
from playwright.sync_api import expect

WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
CAST = ["Iara", "Ana", "Bento", "Célia", "Dora", "Enzo", "Acácio"]


def test_a_real_program_offers_no_cast_and_no_strip(open_page):
    page = open_page("/entrar", signed_in=False)
    expect(page.get_by_text("Experimente como")).to_have_count(0)
    expect(page.locator(".strip-demonstration")).to_have_count(0)


@WITH_AND_WITHOUT_SCRIPT
def test_one_button_enters_as_ana_and_leads_back(open_page, demonstration, script):
    page = open_page("/municipios/5100201", of=demonstration, java_script_enabled=script)
    expect(page).to_have_url(re.compile(r"/entrar\?volta="))
    for name in CAST:
        expect(page.get_by_role("button", name=f"{name} Exemplo")).to_be_visible()
    page.get_by_role("button", name="Ana Exemplo").click()
    expect(page).to_have_url(re.compile(r"/municipios/5100201$"))
    expect(page.locator("summary", has_text="Ana Exemplo")).to_be_visible()


@pytest.mark.parametrize("member, state", [("ana", "Mato Grosso"), ("acacio", "Acre")])
def test_each_coordinator_has_thirteen_months_to_look_at(open_page, demonstration, member, state):
    page = open_page("/", of=demonstration, member=member)
    expect(page.get_by_role("heading", level=1)).to_contain_text(state)
    months = page.get_by_label("Mês").locator("option").all_inner_texts()
    assert len([month for month in months if "2024" in month or "2025" in month]) == 13


def test_who_has_no_role_is_told_so(open_page, demonstration):
    page = open_page("/", of=demonstration, member="enzo")
    expect(page.locator("main")).to_contain_text(re.compile("papel", re.IGNORECASE))
    expect(page.locator("nav[aria-label='Seções']")).to_have_count(0)


@pytest.mark.parametrize("path", ["/painel/MT", "/municipios", "/cargas", "/busca?q=agua", "/nada/disso", "/conta"])
def test_every_page_says_what_it_is(open_page, demonstration, path):
    page = open_page(path, of=demonstration, member="ana")
    expect(page.locator(".strip-demonstration")).to_contain_text("Demonstração")


def test_a_file_says_in_its_name_what_it_is(open_page, demonstration):
    page = open_page("/painel/MT", of=demonstration, member="ana")
    with page.expect_download() as download:
        page.locator("a[href^='/painel/MT.csv']").first.click()
    assert download.value.suggested_filename.startswith("demonstracao-prumo-MT-")
