"""How people get in: the first administrator by the printed link, codes as a telephone computes them."""

import base64
import hashlib
import hmac
import re
import struct
import time

from playwright.sync_api import Page, expect

NAME = "Iara Exemplo"
EMAIL = "iara@exemplo.gov.br"
# Long enough, and in no list of known passwords.
PASSWORD = "pequi torto na varanda"

SECONDS_PER_CODE = 30


def time_code(secret: str, steps_ahead: int = 0) -> str:
    """RFC 6238 with SHA-1, six digits: what the app on a telephone shows. Each code enters once."""
    key = base64.b32decode(secret.replace(" ", ""))
    counter = int(time.time()) // SECONDS_PER_CODE + steps_ahead
    digest = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def first_access(log: str) -> str:
    """The path of the link that the program printed."""
    return re.search(r"Primeiro acesso: http://[^/]+(/\S+)", log).group(1)


def become_administrator(page: Page, link: str) -> str:
    """From the printed link to the first page, as whoever installed the program does. Returns the telephone's secret."""
    page.goto(link)
    page.get_by_label("Nome completo").fill(NAME)
    page.get_by_label("E-mail de trabalho").fill(EMAIL)
    page.get_by_label("Senha nova").fill(PASSWORD)
    page.get_by_label("A mesma senha, de novo").fill(PASSWORD)
    page.get_by_role("button", name="Criar a conta e continuar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ativar o segundo fator")
    secret = page.locator(".secret").inner_text()
    page.get_by_label("Código de seis números").fill(time_code(secret))
    page.get_by_role("button", name="Ativar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Guarde os códigos de recuperação")
    expect(page.locator(".codes-list li")).to_have_count(10)
    page.get_by_role("link", name="Já guardei").click()
    return secret


def sign_in(page: Page, password: str = PASSWORD):
    page.goto("/entrar")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Senha", exact=True).fill(password)
    page.get_by_role("button", name="Entrar", exact=True).click()
