"""What each command answers, and with which exit code."""

import json

import pytest

from payments import AGUA_BOA as EXPECTED
from payments import MONTH, PAYMENTS, Payment, nis, payments_file

AGUA_BOA = "5100201"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "folha de novembro.csv"
    path.write_bytes(payments_file(PAYMENTS))
    return path


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["figures"], 64),
        (["figures", "--indicator", "pbf.families", "--territory", "XX", "--period", "2023-11"], 64),
        (["figures", "--indicator", "pbf.nothing", "--territory", "MT", "--period", "2023-11"], 64),
        (["figures", "--indicator", "pbf.families", "--territory", "MT", "--period", "2023"], 64),
        (["load"], 64),
        (["load", "/nowhere/to/be/found.csv"], 74),
        (["load", "/tmp"], 74),
        (["load", "/dev/null"], 74),
        (["restore", "/nowhere/to/be/found.db"], 65),
        (["nonsense"], 64),
    ],
)
def test_a_command_that_cannot_be_done_says_so_with_its_code(program, arguments, code):
    answer = program.run(*arguments)
    assert answer.returncode == code, answer.stderr
    assert answer.stderr.strip() != ""


@pytest.mark.parametrize(
    "content",
    [b"", b"a;b;c\n1;2;3\n", b"PK\x03\x04 cut", payments_file([]), payments_file(PAYMENTS)[:40]],
    ids=["empty", "other", "cut-zip", "header-only", "cut-header"],
)
def test_a_bad_file_is_refused_with_65_and_changes_nothing(program, tmp_path, content):
    path = tmp_path / "arquivo.csv"
    path.write_bytes(content)
    answer = program.run("load", path)
    assert answer.returncode == 65, answer.stderr
    assert program.figure("pbf.families", "BR", MONTH)["value"] is None
    assert program.run("check").returncode == 0


def test_a_wrong_database_address_is_a_wrong_use(program):
    program.database = "oracle:x"
    assert program.run("check").returncode == 64


def test_a_check_prints_the_trails_head_and_compares_with_one_noted_before(program, file):
    assert program.run("load", file).returncode == 0
    printed = program.run("check").stdout
    head = printed.split("ponta da trilha de auditoria: ")[1].split()[0]
    number, digits = head.split(":")
    assert int(number) > 0 and len(digits) == 64
    assert program.run("check", "--trail-head", head).returncode == 0
    assert program.run("check", "--trail-head", "nonsense").returncode == 64
    other = program.run("check", "--trail-head", f"{number}:{'0' * 64}")
    assert other.returncode == 65
    assert f"FORA DE PRUMO: Trilha de auditoria: o registro {number}" in other.stdout


def test_a_file_goes_from_the_disk_to_the_figures(program, file):
    answer = program.run("load", file, "--json")
    assert answer.returncode == 0, answer.stderr
    load = json.loads(answer.stdout)["loads"][0]
    assert load["outcome"] == "committed"
    figure = program.figure("pbf.families", AGUA_BOA, MONTH)
    assert list(figure)[:8] == [
        "indicator", "territory", "period", "value", "numerator", "denominator", "unit", "coverage"]
    assert figure["value"] == 1233
    assert figure["coverage"] == {"reported": 1, "expected": 1}
    assert figure["load"]["id"] == load["id"]
    assert figure["load"]["file"] == "folha de novembro.csv"
    assert figure["load"]["sha256"] == load["report"]["sha256"]
    assert program.figure("pbf.parcels", "510020", MONTH)["value"] == 1234
    assert program.figure("pbf.families", "MT", MONTH)["value"] == 1235
    assert program.figure("pbf.families", "BR", MONTH)["coverage"] == {"reported": 2, "expected": 5570}
    words = program.run("figures", "--indicator", "pbf.amount", "--territory", AGUA_BOA, "--period", MONTH).stdout
    assert EXPECTED["amount"] in words
    amount = program.run(
        "figures", "--indicator", "pbf.amount", "--territory", AGUA_BOA, "--period", MONTH, "--json").stdout
    assert '"value":740700.50,' in amount


def test_a_dry_run_writes_nothing_and_the_same_file_twice_changes_nothing(program, file):
    checked = json.loads(program.run("load", file, "--dry-run", "--json").stdout)["loads"][0]
    assert checked["outcome"] == "checked"
    assert program.figure("pbf.families", AGUA_BOA, MONTH)["value"] is None
    first = json.loads(program.run("load", file, "--json").stdout)["loads"][0]
    again = json.loads(program.run("load", file, "--json").stdout)["loads"][0]
    assert (again["outcome"], again["id"]) == ("sameFile", first["id"])


def test_a_figure_explains_itself(program, file):
    program.run("load", file)
    answer = program.run(
        "explain", "--indicator", "pbf.mean", "--territory", AGUA_BOA, "--period", MONTH, "--json")
    explanation = json.loads(answer.stdout)
    assert [part["element"] for part in explanation["parts"]] == ["pbf.amount", "pbf.families"]
    assert explanation["parts"][0]["loads"][0]["rowsRead"] == len(PAYMENTS)
    words = program.run("explain", "--indicator", "pbf.mean", "--territory", AGUA_BOA, "--period", MONTH).stdout
    assert "Valor pago ÷ Famílias que receberam" in words


def test_csv_has_a_portuguese_header_and_a_decimal_comma(program, file):
    program.run("load", file)
    answer = program.run(
        "figures", "--indicator", "pbf.amount", "--territory", AGUA_BOA, "--period", MONTH, "--csv").stdout
    header, row = answer.splitlines()
    assert header.startswith("indicador;territorio;periodo;valor;")
    assert ";740700,50;" in row


def test_nothing_personal_is_printed_or_kept(program, tmp_path):
    # Rows that slipped by one column: the name stands where the value or the code should.
    slipped = [Payment("9191", "AGUA BOA", 7, "PESSOA INVENTADA 7"), Payment("PESSOA INVENTADA 8", "X", 8, "600,00")]
    path = tmp_path / "folha.csv"
    path.write_bytes(payments_file(PAYMENTS + slipped))
    answer = program.run("load", path)
    told = answer.stdout + answer.stderr
    for file in tmp_path.glob("prumo.db*"):
        told += file.read_bytes().decode("latin-1")
    assert "INVENTADA" not in told
    assert "111.222" not in told
    for person in (1, 7, 8, 9_000):
        assert nis(person) not in told


def test_a_backup_comes_back_into_an_empty_place_only(program, file, tmp_path):
    program.run("load", file)
    copy = tmp_path / "copia.db"
    assert program.run("backup", copy).returncode == 0
    assert program.run("backup", copy).returncode == 65
    assert program.run("restore", copy).returncode == 65
    program.database = f"sqlite:{tmp_path}/outro.db"
    assert program.run("restore", copy).returncode == 0
    assert program.figure("pbf.families", AGUA_BOA, MONTH)["value"] == 1233
