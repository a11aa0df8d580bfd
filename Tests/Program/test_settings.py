"""Where settings come from, which one wins, and what is said when one is wrong."""

import json
import os
import re
import stat
import subprocess

import pytest

from conftest import PROGRAM, ROOT

MANUAL = ROOT / "docs/manual/ti/configurar.md"
SECRET = "segredo-muito-bem-guardado"


def settings(*arguments, **environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PRUMO_")}
    return subprocess.run(
        [PROGRAM, "settings", *arguments], capture_output=True, text=True, env=clean | environment, timeout=60)


def values(*arguments, **environment) -> dict:
    answer = settings(*arguments, "--json", **environment)
    assert answer.returncode == 0, answer.stderr
    return {entry["name"]: (entry["value"], entry["origin"]) for entry in json.loads(answer.stdout)}


def written(tmp_path, text: str):
    path = tmp_path / "prumo.yaml"
    path.write_text(text)
    path.chmod(0o600)
    return path


@pytest.mark.parametrize(
    "text, said",
    [
        ("prot: 80", r"prot \(arquivo .*, linha 1\) não existe. O nome mais parecido é port"),
        ("host: 127.0.0.1\nnothing_like_it: 1", r"nothing_like_it \(arquivo .*, linha 2\) não existe"),
        ("port: oitenta", "port .* aceita: 0 a 65535"),
        ("port: 65536", "aceita: 0 a 65535"),
        ("port: [1, 2]", "aceita: 0 a 65535"),
        ("home: XX", "sigla de um estado"),
        ("database: oracle:x", "database .* aceita"),
        ("log_format: xml", "text, json"),
        ("upload_limit: 12 TB", "tamanho"),
        ("upload_limit: 999999", "tamanho"),
        ("upload_limit: 99999999999999999999 GB", "tamanho"),
        ("public_address: http://prumo.exemplo.gov.br", "https://"),
        ("public_address: https://prumo.exemplo.gov.br/painel", "https://"),
        ("trusted_proxies: [10.0.0.5, proxy]", "endereços ou redes"),
        ("trusted_proxies: 0.0.0.0/0", "qualquer um diria"),
        ("tls_certificate: /a.pem", "tls_certificate só vale junto com tls_key"),
        ("mail_server: smtp.exemplo.gov.br:587", "mail_server só vale junto com mail_from"),
        ("mail_server: smtp.exemplo.gov.br\nmail_from: a@b.br", "mail_server"),
        ("mail_user: prumo\nmail_password: " + SECRET, "mail_user só vale junto com mail_server"),
        ("metrics_token: curta", "pelo menos 16 letras"),
        ("metrics_token_file: /nowhere", "não existe ou que o programa não pode ler"),
        ("metrics_token: " + SECRET + "\nmetrics_token_file: /dev/null", "aparece duas vezes"),
        ("port_file: /dev/null", "não existe"),
        ("port: 1\nport: 2", "não foi entendido"),
        ("- a\n- b", "linha 1"),
        ("port: {a: 1}", "linha 1"),
        ("openid_providers: [govbr]", "lista"),
        ("openid_providers:\n  - {name: a, issuer: https://a.br, client_id: x}", "o campo label falta"),
        ("openid_providers:\n  - {name: G V, label: x, issuer: https://a.br, client_id: x}", "o campo name falta"),
        ("openid_providers:\n  - {name: a, label: x, issuer: http://a.br, client_id: x}", "o campo issuer falta"),
        ("openid_providers:\n  - {kind: govbr, client_id: x}", "o campo client_secret falta"),
        ("openid_providers:\n  - {kind: other, client_id: x}", "o campo kind falta"),
        ("openid_providers:\n  - {kind: govbr, client_id: x, client_secret_file: /nowhere}", "client_secret .* /nowhere"),
        ("openid_providers:\n  - {name: a, title: x}", "title não existe. Os campos são: kind, name, label"),
        ("installation_key: " + SECRET, "installation_key .* aceita"),
        ("mail_server: a.br:25\nmail_from: a@b.br", "mail_server só vale junto com public_address"),
        ("public_address: https://a.br\nmail_server: a.br:25\nmail_from: nobody", "mail_from"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(tmp_path, text, said):
    answer = settings("--settings", written(tmp_path, text))
    assert answer.returncode == 78, answer.stdout + answer.stderr
    assert re.search(said, answer.stderr), answer.stderr
    assert SECRET not in answer.stdout + answer.stderr


def test_a_wrong_variable_and_a_wrong_option_are_named_too(tmp_path):
    answer = settings(PRUMO_TRUSTED_PROXYS="10.0.0.1")
    assert answer.returncode == 78 and "PRUMO_TRUSTED_PROXIES" in answer.stderr
    assert settings(PRUMO_SOMETHING_ELSE="1").returncode == 0
    assert settings(PRUMO_PORT="x").returncode == 78
    assert settings(PRUMO_SETTINGS="/nowhere.yaml").returncode == 78
    for option in (["--port", "70000"], ["--home", "XX"], ["--database", "oracle:x"]):
        answer = subprocess.run([PROGRAM, "serve", *option], capture_output=True, text=True, timeout=60)
        assert answer.returncode == 64, answer.stderr


def test_the_environment_wins_over_the_file_and_the_command_line_over_both(tmp_path):
    path = written(tmp_path, "port: 1\nhost: 10.0.0.1\ndatabase: sqlite:arquivo.db")
    found = values("--settings", path, "--database", "sqlite:opcao.db", PRUMO_HOST="10.0.0.2", PRUMO_DATABASE="sqlite:x")
    assert found["port"] == ("1", f"arquivo {path}, linha 1")
    assert found["host"] == ("10.0.0.2", "variável PRUMO_HOST")
    assert found["database"] == ("sqlite:opcao.db", "opção --database")
    assert found["home"] == ("MT", "padrão")
    assert values(PRUMO_SETTINGS=str(path))["port"][0] == "1"


def test_secrets_come_from_files_and_are_never_shown(tmp_path):
    secret = tmp_path / "senha"
    secret.write_text(SECRET + "\n")
    secret.chmod(0o600)
    path = written(
        tmp_path,
        f"""
database: postgres://prumo:{SECRET}@banco/prumo?sslpassword={SECRET}
public_address: https://a.br
mail_server: smtp.exemplo.gov.br:587
mail_from: Prumo <a@b.br>
mail_user: prumo
mail_password_file: {secret}
openid_providers:
  - {{name: outro, label: Entrar, issuer: "https://a.br", client_id: x, client_secret: {SECRET}}}
""",
    )
    for arguments in ([], ["--json"]):
        answer = settings("--settings", path, *arguments, PRUMO_METRICS_TOKEN_FILE=str(secret))
        assert answer.returncode == 0, answer.stderr
        assert SECRET not in answer.stdout + answer.stderr
        assert "postgres://prumo:…@banco/prumo" in answer.stdout
    assert "Atenção" not in answer.stderr


def test_secrets_that_others_can_read_and_open_doors_are_warned_of(tmp_path):
    path = written(tmp_path, f"metrics_token: {SECRET}\nhost: 0.0.0.0")
    path.chmod(0o644)
    warnings = settings("--settings", path).stderr
    assert f"chmod 600 {path}" in warnings and "sem TLS e sem proxy" in warnings
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_new_key_is_one(tmp_path):
    key = settings("--new-key").stdout.strip()
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", key) and key != settings("--new-key").stdout.strip()
    found = values(PRUMO_INSTALLATION_KEY=key)
    assert found["installation_key"] == ("definido, não mostrado", "variável PRUMO_INSTALLATION_KEY")


def test_the_manual_has_every_setting_as_it_is():
    rows = [line for line in MANUAL.read_text().splitlines() if re.match(r"\| `[a-z_]+` \| .* \| .* \| .* \|$", line)]
    expected = [
        f"| `{entry['name']}` | {entry['allowed']} | {entry['standard'] or '–'} | "
        f"{entry['meaning']}{' **Segredo.**' if entry['secret'] else ''} |"
        for entry in json.loads(settings("--json").stdout)
    ]
    assert rows == expected
