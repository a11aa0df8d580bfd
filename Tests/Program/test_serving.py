"""Serving: TLS of our own, what those who watch see, and the end."""

import json
import shutil
import signal
import ssl
import subprocess

import pytest

from serving import certificate, is_listening, serving, trusting

TOKEN = "senha-das-metricas"


@pytest.fixture
def database(tmp_path):
    return f"sqlite:{tmp_path}/prumo.db"


def test_pages_are_served_with_tls_of_our_own(database, tmp_path):
    pem, key = certificate(tmp_path, "primeiro")
    with serving("--database", database, PRUMO_TLS_CERTIFICATE=str(pem), PRUMO_TLS_KEY=str(key)) as server:
        assert server.scheme == "https"
        status, headers, body = server.ask("/health", context=trusting(pem))
        assert (status, body) == (200, "ok\n")
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        with pytest.raises(ssl.SSLCertVerificationError):
            server.ask("/health", context=ssl.create_default_context())
        old = trusting(pem)
        old.maximum_version = ssl.TLSVersion.TLSv1_1
        with pytest.raises((ssl.SSLError, ConnectionError)):
            server.ask("/health", context=old)


def test_a_renewed_certificate_is_read_on_hup_and_a_broken_one_is_not_taken(database, tmp_path):
    pem, key = certificate(tmp_path, "primeiro")
    next_pem, next_key = certificate(tmp_path, "segundo")
    used, used_key = tmp_path / "usado.pem", tmp_path / "usado.key"
    shutil.copy(pem, used), shutil.copy(key, used_key)
    with serving("--database", database, PRUMO_TLS_CERTIFICATE=str(used), PRUMO_TLS_KEY=str(used_key)) as server:
        used.write_text("no certificate")
        server.process.send_signal(signal.SIGHUP)
        server.await_line("o antigo continua em uso")
        assert server.ask("/health", context=trusting(pem))[0] == 200
        shutil.copy(next_pem, used), shutil.copy(next_key, used_key)
        server.process.send_signal(signal.SIGHUP)
        server.await_line("O certificado foi lido de novo")
        assert server.ask("/health", context=trusting(next_pem))[0] == 200


@pytest.mark.parametrize("broken", ["certificate", "key", "pair"])
def test_a_certificate_that_cannot_be_used_stops_the_start(database, tmp_path, broken):
    pem, key = certificate(tmp_path, "primeiro")
    if broken == "certificate":
        pem.write_text("none")
    elif broken == "key":
        key.unlink()
    else:
        key = certificate(tmp_path, "segundo")[1]
    with pytest.raises(pytest.fail.Exception, match="O certificado não pôde ser usado"):
        with serving("--database", database, PRUMO_TLS_CERTIFICATE=str(pem), PRUMO_TLS_KEY=str(key)):
            pass


def test_the_end_is_announced_and_orderly(database):
    for number in (signal.SIGTERM, signal.SIGINT):
        with serving("--database", database, PRUMO_LOG_FORMAT="json") as server:
            assert server.ask("/health")[0] == 200
            log = server.end(number)
            assert server.process.returncode == 0, log
            assert not is_listening(server.port)
            entries = [json.loads(line) for line in log.splitlines()]
            assert entries[-1]["message"] == "O programa encerrou"


def test_those_who_watch_see_requests_and_the_store(program):
    with serving("--database", program.database, PRUMO_METRICS_TOKEN=TOKEN) as server:
        server.ask("/recursos/0/nada.css")
        far = {"X-Forwarded-For": "203.0.113.9"}
        assert server.ask("/metrics", headers=far)[0] == 403
        status, _, text = server.ask("/metrics", headers=far | {"Authorization": f"Bearer {TOKEN}"})
        assert status == 200
        assert 'prumo_http_requests_total{method="GET",route="/recursos/{marca}/{nome}",status="404"} 1' in text
        assert 'prumo_store_transactions_total{kind="write",outcome="committed"}' in text
        assert 'prumo_store_wait_seconds_count{kind="read"}' in text
        checked = subprocess.run(["promtool", "check", "metrics"], input=text, text=True, capture_output=True) \
            if shutil.which("promtool") else None
        assert checked is None or "error" not in checked.stderr.lower(), checked.stderr


def test_secrets_of_the_settings_are_in_no_log(database, tmp_path):
    with serving("--database", database, PRUMO_METRICS_TOKEN=TOKEN, PRUMO_LOG_LEVEL="debug") as server:
        server.ask("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        server.ask(f"/entrar/{TOKEN}?senha={TOKEN}", headers={"Cookie": f"prumo={TOKEN}"})
        server.ask("/entrar", "POST", f"senha={TOKEN}", {"Content-Type": "application/x-www-form-urlencoded"})
        assert TOKEN not in server.end()
