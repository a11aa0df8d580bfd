"""What people come to do, as they would tell it."""

import re

import pytest
from playwright.sync_api import expect

from conftest import upload, wait_until_read
from payments import AMOUNT, FAMILIES, MONTH, PARCELS

WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@WITH_AND_WITHOUT_SCRIPT
def test_the_first_page_is_the_panel_of_mato_grosso(open_page, script):
    page = open_page("/", java_script_enabled=script)
    expect(page).to_have_url(re.compile(r"/painel/MT"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mato Grosso")
    expect(page.locator("main")).to_contain_text("141")


def test_the_panel_lists_every_municipality_of_the_month(open_page):
    page = open_page("/painel/MT?indicador=pbf.parcels&mes=2023-12")
    links = page.locator("main table a[href^='/municipios/51']")
    places = {link.get_attribute("href").split("?")[0] for link in links.all()}
    assert len(places) == 141


@pytest.mark.parametrize("words", ["agua boa", "ÁGUA BOA", "5100201", "510020"])
@WITH_AND_WITHOUT_SCRIPT
def test_search_finds_agua_boa(open_page, words, script):
    page = open_page("/painel/MT", java_script_enabled=script)
    page.get_by_role("searchbox").first.fill(words)
    page.get_by_role("searchbox").first.press("Enter")
    if not re.search(r"/municipios/5100201", page.url):
        page.locator("main a[href^='/municipios/5100201']").first.click()
    expect(page).to_have_url(re.compile(r"/municipios/5100201"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Água Boa")


def test_a_search_that_finds_nothing_says_what_to_do(open_page):
    page = open_page("/busca?q=xyzxyz")
    expect(page.locator("main")).to_contain_text("xyzxyz")
    expect(page.locator("main")).to_contain_text(re.compile("nenhum|nada|não", re.IGNORECASE))


def test_a_load_reports_what_was_read(open_page, loaded):
    page = open_page(loaded)
    main = page.locator("main")
    expect(main).to_contain_text("pagamentos.csv")
    expect(main).to_contain_text(PARCELS)
    expect(main).to_contain_text(AMOUNT)
    expect(main).to_contain_text(re.compile("novembro|nov", re.IGNORECASE))


def test_a_loaded_figure_stands_on_the_page_of_the_municipality_and_explains_itself(open_page, loaded):
    page = open_page(f"/municipios/5100201?mes={MONTH}")
    main = page.locator("main")
    expect(main).to_contain_text(FAMILIES)
    expect(main).to_contain_text(AMOUNT)
    page.locator(f"main a[href^='/figuras/pbf.families/5100201/{MONTH}']").first.click()
    expect(main).to_contain_text(FAMILIES)
    expect(main).to_contain_text("pagamentos.csv")
    expect(main).to_contain_text(re.compile(r"[0-9a-f]{12}"))


@WITH_AND_WITHOUT_SCRIPT
def test_the_same_file_again_says_so(open_page, loaded, tmp_path, script):
    from payments import PAYMENTS, payments_file

    file = tmp_path / "outro-nome.csv"
    file.write_bytes(payments_file(PAYMENTS))
    page = open_page("/cargas/nova", java_script_enabled=script)
    upload(page, file)
    expect(page.locator("main")).to_contain_text(re.compile("já foi carregado", re.IGNORECASE))


@pytest.mark.parametrize(
    "name, content",
    [
        ("foto.csv", b"\x89PNG\r\n\x1a\n" + bytes(2_000)),
        ("vazio.csv", b""),
        ("outro.csv", "nome;idade\r\nfulano;30\r\n".encode("latin-1")),
    ],
)
@WITH_AND_WITHOUT_SCRIPT
def test_a_file_of_another_kind_is_refused_in_plain_words(open_page, tmp_path, name, content, script):
    file = tmp_path / name
    file.write_bytes(content)
    page = open_page("/cargas/nova", java_script_enabled=script)
    upload(page, file)
    main = page.locator("main")
    expect(main).to_contain_text(re.compile("vazio|não (é|foi|tem|parece|reconhec)", re.IGNORECASE))
    assert not re.search(r"\b(error|nil|optional|exception)\b", main.inner_text(), re.IGNORECASE)


def test_a_page_that_does_not_exist_leads_back(open_page):
    page = open_page("/nada/disso")
    expect(page.locator("main")).to_contain_text(re.compile("não", re.IGNORECASE))
    expect(page.locator("a[href^='/painel'], a[href='/']").first).to_be_visible()


def test_a_person_with_a_keyboard_skips_to_the_content(open_page):
    page = open_page("/painel/MT")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text(re.compile("conteúdo", re.IGNORECASE))
    expect(skip).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_person_with_a_keyboard_sees_where_the_focus_is(open_page):
    page = open_page("/painel/MT")
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const style = getComputedStyle(document.activeElement);
              const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
              return { what: document.activeElement.outerHTML.slice(0, 120), outlined: outlined || style.boxShadow !== 'none' };
            }"""
        )
        assert seen["outlined"], f"No visible focus on {seen['what']}"
