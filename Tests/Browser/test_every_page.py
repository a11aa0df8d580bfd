"""What every page owes: to people with a screen reader, a small screen, a dark room, a printer."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from payments import MONTH

SCREENSHOTS = Path(__file__).resolve().parents[2] / ".local" / "screenshots"
WIDTHS = {360: 740, 1280: 720, 1920: 1080}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}

# The manager and the councillor of the demonstration's cast.
BENTO = "00000003-ca57-4000-8000-000000000000"
DORA = "00000005-ca57-4000-8000-000000000000"

# Name for the pictures, and path. REPORT stands for the report of the file that the tests loaded. Names that begin with
# `entrar` are opened by nobody, those with `demonstracao` in the demonstration, all others by the administrator.
PAGES = {
    "painel": f"/painel/MT?indicador=pbf.families&mes={MONTH}",
    "painel-valor": f"/painel/MT?indicador=pbf.amount&mes={MONTH}",
    "painel-inicial": "/painel/MT",
    "painel-sem-dados": "/painel/SP?indicador=pbf.mean",
    "municipios": "/municipios",
    "municipio": f"/municipios/5100201?mes={MONTH}",
    "municipio-sem-dados": "/municipios/5103403",
    "figura": f"/figuras/pbf.mean/5100201/{MONTH}",
    "figura-estado": f"/figuras/pbf.families/MT/{MONTH}",
    "cargas": "/cargas",
    "carga-nova": "/cargas/nova",
    "carga": "REPORT",
    "privacidade": "/privacidade",
    "meus-dados": "/conta/dados",
    "dados-pessoais": "/administracao/privacidade",
    "trilha": "/trilha",
    "trilha-filtrada": "/trilha?tipo=trabalho",
    "trilha-vazia": "/trilha?coisa=configuracao",
    "trilha-registro": "/trilha/1",
    "busca": "/busca?q=rio+branco",
    "busca-vazia": "/busca?q=xyzxyz",
    "nao-existe": "/nada/disso",
    "conta": "/conta",
    "conta-segundo-fator": "/conta/segundo-fator",
    "conta-dados": "/conta/dados",
    "pessoas": "/pessoas",
    "pessoas-convidar": "/pessoas/convidar",
    "papeis": "/papeis",
    "trilha": "/trilha",
    "trilha-registro": "/trilha/1",
    "privacidade": "/privacidade",
    "privacidade-pedidos": "/administracao/privacidade",
    "entrar": "/entrar",
    "entrar-na-volta": "/entrar?volta=/cargas",
    "entrar-esqueci-a-senha": "/recuperar",
    "entrar-por-link-que-nao-vale": "/convite/nada",
    "entrar-nao-existe": "/nada/disso",
    "entrar-privacidade": "/privacidade",
    "demonstracao-entrar": "/entrar",
    "demonstracao-painel": "/painel/MT",
    "demonstracao-municipio": "/municipios/5100201",
    "demonstracao-cargas": "/cargas",
    "demonstracao-sem-papel": "/",
    "demonstracao-recusada": "/pessoas",
    "pessoas": "/pessoas",
    "pessoas-nenhuma": "/pessoas?q=xyzxyz",
    "pessoas-convidar-papel": "/pessoas/convidar",
    "pessoas-convidar": "/pessoas/convidar?papel=gestorMunicipal&uf=MT",
    "papeis": "/papeis",
    "demonstracao-pessoas": "/pessoas",
    "demonstracao-pessoa": f"/pessoas/{DORA}",
    "demonstracao-pessoa-de-fora": f"/pessoas/{DORA}",
    "demonstracao-pessoa-corrigir": f"/pessoas/{BENTO}/corrigir",
    "demonstracao-encerrar": f"/pessoas/{DORA}/encerrar",
    "demonstracao-dar-papel": f"/pessoas/{DORA}/papeis/novo?papel=sectorCounterpart&uf=MT",
    "demonstracao-papeis": "/papeis",
    "demonstracao-trilha": "/trilha",
}
# Of the demonstration, who opens the page; Ana opens those that are not named.
WHO = {
    "demonstracao-pessoas": "iara", "demonstracao-pessoa": "iara", "demonstracao-pessoa-de-fora": "bento",
    "demonstracao-pessoa-corrigir": "iara", "demonstracao-encerrar": "iara", "demonstracao-dar-papel": "iara",
    "demonstracao-papeis": "bento", "demonstracao-trilha": "iara",
    "demonstracao-entrar": None, "demonstracao-sem-papel": "enzo", "demonstracao-recusada": "celia",
}
EVERY_PAGE = pytest.mark.parametrize("name", PAGES)


@pytest.fixture
def path(name, loaded):
    return loaded if PAGES[name] == "REPORT" else PAGES[name]


@pytest.fixture
def open_page(open_page, name, request):
    """By whom, and where, a page of the list is opened."""
    if name.startswith("demonstracao"):
        options = {"of": request.getfixturevalue("demonstration"), "member": WHO.get(name, "ana")}
    else:
        options = {"signed_in": not name.startswith("entrar")}
    return lambda path, **more: open_page(path, **options, **more)


@EVERY_PAGE
def test_axe_finds_nothing(open_page, name, path):
    # Without motion: colours half way from light to dark are nobody's fault.
    page = open_page(path, viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"In {scheme}: {found.generate_report()}"


@EVERY_PAGE
def test_it_fits_the_screen(open_page, name, path):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page = open_page(path)
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=SCREENSHOTS / f"{name}-{width}.png", full_page=True)
        too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert too_wide <= 0, f"{too_wide} px too wide at {width} px: {widest(page)}"


@EVERY_PAGE
def test_it_can_be_printed(open_page, name, path):
    page = open_page(path)
    page.emulate_media(media="print")
    shown = [part for part in page.locator("nav, [role=search], form[action='/busca']").all() if part.is_visible()]
    assert shown == [], "What leads elsewhere has no use on paper."
    assert page.pdf(format="A4").startswith(b"%PDF")


@EVERY_PAGE
def test_it_has_one_title_in_plain_portuguese(open_page, name, path):
    page = open_page(path)
    assert page.locator("html").get_attribute("lang") == "pt-BR"
    assert page.locator("h1").count() == 1
    assert page.title().strip() != ""
    text = page.locator("body").inner_text()
    assert not re.search(r"\b(NaN|nil|null|undefined|Optional)\b|\{\{", text)


@EVERY_PAGE
def test_it_says_the_same_without_script(open_page, name, path):
    with_script = open_page(path).locator("main").inner_text()
    without = open_page(path, java_script_enabled=False).locator("main").inner_text()
    assert figures(without) == figures(with_script)


def figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d[\d.,]*", text))


def widest(page) -> str:
    return page.evaluate(
        """() => [...document.querySelectorAll('body *')]
              .filter(part => part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
              .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .slice(0, 4).map(part => part.outerHTML.split('>')[0] + '>').join('  ')"""
    )
