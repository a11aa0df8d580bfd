"""What people come to do, as they would tell it."""

import re

import pytest
from playwright.sync_api import expect

from conftest import upload, wait_until_read
from payments import AGUA_BOA, MONTH, PAYMENTS, WHOLE_FILE, Payment, payments_file

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
    expect(main).to_contain_text(WHOLE_FILE["parcels"])
    expect(main).to_contain_text(WHOLE_FILE["families"])
    expect(main).to_contain_text("R$ " + WHOLE_FILE["amount"], use_inner_text=True)
    expect(main).to_contain_text("novembro de 2023")


def test_a_loaded_figure_stands_on_the_page_of_the_municipality_and_explains_itself(open_page, loaded):
    page = open_page(f"/municipios/5100201?mes={MONTH}")
    main = page.locator("main")
    expect(main).to_contain_text(AGUA_BOA["families"])
    expect(main).to_contain_text(AGUA_BOA["amount"])
    page.locator(f"main a[href^='/figuras/pbf.families/5100201/{MONTH}']").first.click()
    expect(page).to_have_url(re.compile("/figuras/"))
    expect(main).to_contain_text(AGUA_BOA["families"])
    expect(main).to_contain_text("pagamentos.csv")


@WITH_AND_WITHOUT_SCRIPT
def test_the_same_file_again_says_so(open_page, loaded, tmp_path, script):
    file = tmp_path / "outro-nome.csv"
    file.write_bytes(payments_file(PAYMENTS))
    page = open_page("/cargas/nova", java_script_enabled=script)
    upload(page, file)
    expect(page.locator("main")).to_contain_text("Este arquivo já tinha sido carregado")
    expect(page.locator("main")).to_contain_text("Nada mudou")


@WITH_AND_WITHOUT_SCRIPT
def test_a_check_shows_the_report_and_changes_nothing(open_page, tmp_path, script):
    file = tmp_path / "ensaio.csv"
    file.write_bytes(payments_file([Payment("9193", "CANARANA", 77, "600,00", "202309")], month="202309"))
    page = open_page("/cargas/nova", java_script_enabled=script)
    upload(page, file, button="Só conferir, sem gravar")
    expect(page.locator("main")).to_contain_text("setembro de 2023")
    page.goto("/municipios/5102702?mes=2023-09")
    expect(page.locator("main")).not_to_contain_text("600,00")


def test_a_corrected_file_of_the_month_takes_the_place_of_the_former(open_page, tmp_path):
    def payments(reais):
        return payments_file([Payment("0107", "CRUZEIRO DO SUL", 8, reais, "202308", "AC")], month="202308")

    page = open_page("/cargas/nova")
    for name, reais in (("primeiro.csv", "600,00"), ("corrigido.csv", "741,00")):
        file = tmp_path / name
        file.write_bytes(payments(reais))
        page.goto("/cargas/nova")
        upload(page, file)
        page.wait_for_url(re.compile(r"/cargas/[0-9a-f-]{36}"))
        wait_until_read(page)
    page.goto("/figuras/pbf.amount/1200203/2023-08")
    main = page.locator("main")
    expect(main).to_contain_text("741,00")
    expect(main).to_contain_text("corrigido.csv")
    page.goto("/cargas")
    expect(main).to_contain_text("primeiro.csv")


def test_the_clock_of_a_municipality_can_be_set(open_page):
    page = open_page("/municipios/5107065", java_script_enabled=False)
    clock = page.get_by_label("O município segue o horário de")
    clock.select_option("America/Sao_Paulo")
    page.get_by_role("button", name="Guardar relógio").click()
    expect(page.locator("main")).to_contain_text("Relógio guardado")
    expect(clock).to_have_value("America/Sao_Paulo")


def test_the_ranking_sorts_by_a_link(open_page):
    page = open_page("/painel/MT?indicador=pbf.parcels&mes=2023-12", java_script_enabled=False)
    heading = page.locator("main table th[aria-sort] a", has_text="Município")
    heading.click()
    names = page.locator("main table tbody th[scope=row] a").all_inner_texts()
    assert len(names) == 141
    assert names[0] == "Acorizal" and names[-1] == "Vila Rica"


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
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.outerHTML.slice(0, 160)")
        with_focus = page.evaluate(LOOK)
        page.evaluate("window.__focused = document.activeElement; document.activeElement.blur()")
        without = page.evaluate(LOOK.replace("document.activeElement", "window.__focused"))
        page.evaluate("window.__focused.focus({ focusVisible: true })")
        assert with_focus != without, f"No visible focus on {focused}"


# What shows that something has the focus: it, or a part of it (a shape of a map), looks different.
LOOK = """JSON.stringify([document.activeElement, ...document.activeElement.querySelectorAll('*')].map(part => {
  const style = getComputedStyle(part);
  return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.stroke, style.strokeWidth, style.fill,
    style.backgroundColor, style.left].join();
}))"""


def test_a_person_asks_about_the_own_data_and_is_warned_of_a_number(open_page):
    page = open_page("/conta/dados", java_script_enabled=False)
    page.get_by_label("O que você quer").select_option("correction")
    page.get_by_label("O que você pede").fill("Meu CPF é 529.982.247-25.")
    page.get_by_role("button", name="Enviar pedido").click()
    expect(page.get_by_text("Parece haver um CPF no texto")).to_be_visible()
    expect(page.get_by_label("O que você pede")).to_have_value("Meu CPF é 529.982.247-25.")
    page.get_by_label("O que você pede").fill("O CPF de outra pessoa está no meu cadastro.")
    page.get_by_role("button", name="Enviar pedido").click()
    expect(page.get_by_text("Pedido enviado")).to_be_visible()
    page.get_by_role("button", name="Desistir do pedido").first.click()
    expect(page.get_by_text("Desistiu").first).to_be_visible()
