"""What goes over the line, beside what a browser shows."""

import gzip
import urllib.request

import pytest


@pytest.fixture
def ask(prumo, administrator):
    return lambda path, encoding: answer_of(prumo, administrator, path, encoding)


def answer_of(prumo, administrator, path: str, encoding: str):
    headers = {"Accept-Encoding": encoding, "Cookie": administrator.cookie}
    request = urllib.request.Request(prumo.address + path, headers=headers)
    with urllib.request.urlopen(request) as answer:
        return answer.headers, answer.read()


@pytest.mark.parametrize("encoding", ["identity", "gzip;q=0", "br"])
def test_who_does_not_take_gzip_gets_plain_text(ask, encoding):
    headers, body = ask("/painel/MT", encoding)
    assert headers["Content-Encoding"] is None
    assert body.startswith(b"<!doctype html>") or body.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("path", ["/painel/MT", "/painel/MT.csv", "/municipios?uf=MT"])
def test_text_is_compressed_for_those_who_take_it(ask, path):
    _, plain = ask(path, "identity")
    headers, body = ask(path, "gzip, deflate, br")
    assert headers["Content-Encoding"] == "gzip"
    assert int(headers["Content-Length"]) == len(body)
    assert gzip.decompress(body) == plain
    assert len(body) < len(plain) / 2
