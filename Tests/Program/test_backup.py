"""A backup comes back, row by row, into an empty place; sealed or plain, while others write."""

import os
import re
import signal
import stat
import subprocess
import threading
import uuid

import pytest

from conftest import PROGRAM, Program, administer
from payments import MONTH, PAYMENTS, Payment, payments_file
from rows import digests, tables

PASSPHRASE = "uma frase secreta bem comprida"
# The trail goes on after a copy, and after a restoration.
GOES_ON = {"audit_entry", "audit_head"}


@pytest.fixture
def filled(program, tmp_path):
    path = tmp_path / "folha.csv"
    path.write_bytes(payments_file(PAYMENTS))
    assert program.run("load", path).returncode == 0
    return program


@pytest.fixture
def passphrase(tmp_path):
    path = tmp_path / "frase"
    path.write_text(PASSPHRASE + "\n")
    path.chmod(0o600)
    return path


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request, tmp_path):
    """Another place, without anything."""
    if request.param == "sqlite":
        yield Program(f"sqlite:{tmp_path}/outro.db")
        return
    server, name = os.environ["PRUMO_TEST_POSTGRES"].rstrip("/"), "restored_" + uuid.uuid4().hex
    administer(server, f'CREATE DATABASE "{name}" TEMPLATE template0')
    yield Program(server[: server.rindex("/")] + "/" + name)
    administer(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def without(found: dict, names: set) -> dict:
    return {name: rows for name, rows in found.items() if name not in names}


def test_what_cannot_be_backed_up_or_restored_changes_nothing(filled, tmp_path, passphrase):
    copy, sealed = tmp_path / "copia.db", tmp_path / "copia.prumo"
    short = tmp_path / "curta"
    short.write_text("curta")
    for arguments, code, said in [
        (["backup", sealed, "--passphrase-file", short], 65, "frase"),
        (["backup", sealed, "--passphrase-file", tmp_path / "nenhuma"], 64, "não existe"),
        (["restore", tmp_path / "nenhuma"], 65, "não foi encontrada"),
    ]:
        answer = filled.run(*arguments)
        assert answer.returncode == code and said in answer.stderr, answer.stderr
        assert PASSPHRASE not in answer.stderr
    assert not sealed.exists() and not list(tmp_path.glob("*.incompleto"))
    assert filled.run("backup", copy).returncode == 0
    assert filled.run("backup", sealed, "--passphrase-file", passphrase).returncode == 0
    assert filled.run("backup", sealed, "--passphrase-file", passphrase).returncode == 65
    place = Program(f"sqlite:{tmp_path}/vazio.db")
    wrong = tmp_path / "errada"
    wrong.write_text("outra frase secreta comprida")
    damaged = tmp_path / "danificada.prumo"
    content = bytearray(sealed.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    cut = tmp_path / "cortada.prumo"
    cut.write_bytes(sealed.read_bytes()[:-100])
    for arguments, said in [
        (["restore", sealed], "--passphrase-file"),
        (["restore", sealed, "--passphrase-file", wrong], "frase"),
        (["restore", damaged, "--passphrase-file", passphrase], "danificad"),
        (["restore", cut, "--passphrase-file", passphrase], "danificad"),
    ]:
        answer = place.run(*arguments)
        assert answer.returncode == 65 and said in answer.stderr, answer.stderr
    assert filled.run("restore", copy).returncode == 65
    assert not list(tmp_path.glob("prumo-copia-*"))


@pytest.mark.parametrize("is_sealed", [False, True], ids=["plain", "sealed"])
def test_every_row_comes_back(filled, empty, tmp_path, passphrase, is_sealed):
    copy = tmp_path / "copia"
    secret = ["--passphrase-file", passphrase] if is_sealed else []
    before = tables(filled.database)
    answer = filled.run("backup", copy, *secret)
    assert answer.returncode == 0, answer.stderr
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert (b"SQLite format 3" in copy.read_bytes()[:100]) != is_sealed
    answer = empty.run("restore", copy, *secret)
    assert answer.returncode == 0, answer.stderr
    after = tables(empty.database)
    assert digests(without(after, GOES_ON)) == digests(without(before, GOES_ON))
    # The trail is the same up to the copy, and then tells of the restoration.
    assert set(before["audit_entry"]) < set(after["audit_entry"])
    assert len(after["audit_entry"]) == len(before["audit_entry"]) + 1
    assert empty.run("check").returncode == 0
    assert empty.figure("pbf.families", "5100201", MONTH)["value"] == 1233
    assert not list(tmp_path.glob("prumo-copia-*")) and not list(tmp_path.glob("copia*-wal"))


def test_a_copy_made_while_others_write_is_one_moment(filled, empty, tmp_path):
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            path = tmp_path / f"folha {number}.csv"
            path.write_bytes(payments_file([Payment("9191", "AGUA BOA", person, "600,00") for person in range(number)]))
            assert filled.run("load", path).returncode == 0

    writers = [threading.Thread(target=write)]
    for writer in writers:
        writer.start()
    copies = []
    try:
        for number in range(4):
            copies.append(tmp_path / f"copia {number}.db")
            assert filled.run("backup", copies[-1]).returncode == 0
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    for copy in copies:
        found = tables(f"sqlite:{copy}")
        whole = Program(f"sqlite:{copy}").run("check")
        assert whole.returncode == 0, whole.stdout
        assert found["load"]
    last = tables(f"sqlite:{copies[-1]}")
    assert empty.run("restore", copies[-1]).returncode == 0
    restored = tables(empty.database)
    assert digests(without(restored, GOES_ON)) == digests(without(last, GOES_ON))


def test_a_killed_backup_leaves_nothing_that_the_next_does_not_remove(filled, tmp_path, passphrase):
    copy = tmp_path / "copia.prumo"
    for number in (signal.SIGTERM, signal.SIGKILL):
        process = subprocess.Popen(
            [PROGRAM, "backup", copy, "--passphrase-file", passphrase, "--database", filled.database],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"TMPDIR": str(tmp_path)})
        while process.poll() is None and not list(tmp_path.glob("prumo-copia-*/*")):
            pass
        process.send_signal(number)
        process.communicate()
        if process.returncode != 0:
            assert not copy.exists()
            assert (number == signal.SIGKILL) or not list(tmp_path.glob("prumo-copia-*"))
        copy.unlink(missing_ok=True)
    answer = subprocess.run(
        [PROGRAM, "backup", copy, "--passphrase-file", passphrase, "--database", filled.database],
        env=os.environ | {"TMPDIR": str(tmp_path)}, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert re.search(r"cifrada: .* conferidas", answer.stdout)
    assert not list(tmp_path.glob("prumo-copia-*")) and not list(tmp_path.glob("*.incompleto"))
