"""A load that is killed at any moment leaves the figures whole: all of the old file or all of the new one."""

import re
import signal

from payments import Payment, payments_file

PEOPLE = 300_000
OLD, NEW = PEOPLE // 2, PEOPLE
# Kills at each progress line, and at a growing number of turns after the last one, while the figures are written.
LINES = 11
FEWEST_INTERRUPTED = 4
TURNS_AFTER_THE_LAST_LINE = [0, 20_000, 100_000, 400_000, 1_500_000, 4_000_000, 10_000_000]


def people(count: int) -> bytes:
    places = [("9191", "AGUA BOA"), ("9067", "CUIABA"), ("0139", "RIO BRANCO")]
    return payments_file([Payment(*places[person % 3], person, "600,00", "202309") for person in range(count)], "202309")


def kill_after(process, lines: int, turns: int):
    for _ in range(lines):
        if process.stderr.readline() == "":
            break
    for _ in range(turns):
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()


def families(program) -> tuple:
    return tuple(
        program.figure("pbf.families", territory, "2023-09")["value"] for territory in ("5100201", "5103403", "1200401", "BR"))


def loads_interrupted(program) -> int:
    return int(re.search(r"(\d+) cargas interrompidas", program.run("check").stdout).group(1))


def test_a_killed_load_leaves_the_figures_whole(program, tmp_path):
    old, new = tmp_path / "folha.csv", tmp_path / "folha corrigida.csv"
    old.write_bytes(people(OLD))
    new.write_bytes(people(NEW))
    assert program.run("load", old).returncode == 0
    before = families(program)
    assert before[3] == OLD
    after = tuple(value * 2 for value in before)
    interrupted = 0
    for lines, turns in [(line, 0) for line in range(LINES)] + [(LINES, turns) for turns in TURNS_AFTER_THE_LAST_LINE]:
        process = program.start("load", new)
        kill_after(process, lines, turns)
        check = program.run("check")
        assert check.returncode == 0, check.stdout
        now = families(program)
        assert now in (before, after), f"killed after {lines} lines and {turns} turns"
        interrupted += now == before
        if now == after:
            break
    assert interrupted >= FEWEST_INTERRUPTED
    # Those killed before the program had written down that it reads a file have left nothing at all.
    assert 1 <= loads_interrupted(program) <= interrupted + 1
    assert program.run("load", new).returncode == 0
    assert families(program) == after
