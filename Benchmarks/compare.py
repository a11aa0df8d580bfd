"""Runs the payments job in all engines in turn and compares answers, speed and memory. Started by bin/bench load."""
import argparse
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RELEASE = os.path.join(HERE, "..", ".build", "release")
PROGRAM = os.path.join(RELEASE, "prumo-bench")
PRUMO = os.path.join(RELEASE, "prumo")
MUNICIPALITIES = os.path.join(HERE, "..", "Catalogue", "territory", "municipalities.csv")


def arguments():
    parser = argparse.ArgumentParser(prog="bin/bench load")
    parser.add_argument("rows", nargs="?", type=lambda text: int(float(text)), default=3_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="keep the generated file")
    return parser.parse_args()


def run(command):
    """Seconds of wall clock, peak resident bytes and CPU seconds of one command."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if child.returncode != 0:
        sys.exit(f"failed with {child.returncode}: {shlex.join(command)}")
    return seconds, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime


def engines(file, places, folder):
    out = {name: os.path.join(folder, name + ".txt") for name in ("reader", "DuckDB", "Polars")}
    python = lambda script, name: [sys.executable, os.path.join(HERE, script), file, places, out[name]]
    commands = {
        "prumo load": [PRUMO, "load", file, "--json", "--database", "sqlite:" + os.path.join(folder, "used.db")],
        "reader": [PROGRAM, "read", file, "--municipalities", places, "--threads", "2", "--out", out["reader"]],
        "DuckDB": python("peer_duckdb.py", "DuckDB"),
        "Polars": python("peer_polars.py", "Polars"),
        "plain read": [PROGRAM, "plain", file],
    }
    return commands, out


def fresh_database(folder):
    """Before each turn, not in its time: a database with the territory in it and no payments yet."""
    empty, used = os.path.join(folder, "empty.db"), os.path.join(folder, "used.db")
    if not os.path.exists(empty):
        figure(empty)
    for leftover in ("", "-wal", "-shm"):
        if os.path.exists(used + leftover):
            os.remove(used + leftover)
    shutil.copyfile(empty, used)
    return used


def measure(commands, rounds, folder):
    runs = {name: [] for name in commands}
    for number in range(rounds + 1):  # the first round warms the page cache and is not counted
        for name, command in commands.items():
            database = fresh_database(folder) if name == "prumo load" else None
            result = run(command)
            if database:
                committed = figure(database)
            if number:
                runs[name].append(result)
            if sys.stderr.isatty():
                print(f"\rround {number}/{rounds}: {name:<12}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr)
    return runs, committed


def figure(database):
    """Families and reais of the country, as the program tells them from its database afterwards."""
    def ask(indicator):
        command = [PRUMO, "figures", "--indicator", indicator, "--territory", "BR", "--period", "2023-12", "--json"]
        answer = subprocess.run(command + ["--database", "sqlite:" + database], check=True, capture_output=True, text=True)
        return json.loads(answer.stdout, parse_float=str)["value"]
    return ask("pbf.families"), ask("pbf.amount")


def check(out, committed):
    answers = {name: open(path).read() for name, path in out.items() if os.path.exists(path)}
    for name, answer in answers.items():
        if answer != answers["reader"]:
            theirs, ours = answer.splitlines(), answers["reader"].splitlines()
            pairs = [pair for pair in zip(ours, theirs) if pair[0] != pair[1]][:5]
            sys.exit(f"{name} answers otherwise than the reader: {pairs}")
    lines = answers["reader"].splitlines()
    cents = sum(int(line.split(";")[4]) for line in lines if line.startswith("M;"))
    families = next(int(line.split(";")[1]) for line in lines if line.startswith("C;"))
    if committed != (families, f"{cents // 100}.{cents % 100:02}"):
        sys.exit(f"the figures in the database are others: {committed}, {families}, {cents}")
    print(f"all agree: {sum(line.startswith('M;') for line in lines)} municipalities, R$ {cents // 100}.{cents % 100:02}")


def report(runs, rows, size):
    print(f"{rows} rows, {size / 1e9:.2f} GB, two threads, medians of {len(runs['reader'])} rounds in turn\n")
    ours = "prumo load"
    median = {name: [statistics.median(values) for values in zip(*results)] for name, results in runs.items()}
    best = {name: min(result[0] for result in results) for name, results in runs.items()}
    print("| engine | seconds | best | M rows/s | GB/s | CPU s | peak MiB | time, of ours | memory, of ours |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, (seconds, memory, cpu) in median.items():
        print(f"| {name} | {seconds:.2f} | {best[name]:.2f} | {rows / seconds / 1e6:.1f} | {size / seconds / 1e9:.2f} "
              f"| {cpu:.2f} | {memory / 2**20:.0f} | {seconds / median[ours][0]:.1f} | {memory / median[ours][1]:.1f} |")
    print()
    for name, goal in (("DuckDB", 5), ("Polars", 3)):
        speed = median[name][0] / median[ours][0]
        share = median[ours][1] / median[name][1]
        print(f"{name}: {speed:.1f} times its speed (goal {goal}: {'met' if speed >= goal else 'NOT met'}), "
              f"{share:.2f} of its memory (goal 0.25: {'met' if share < 0.25 else 'NOT met'})")


def main():
    options = arguments()
    folder = os.environ.get("PRUMO_BENCH_FOLDER") or os.path.join(tempfile.gettempdir(), "prumo-bench")
    os.makedirs(folder, exist_ok=True)
    folder = tempfile.mkdtemp(dir=folder)
    try:
        file = os.path.join(folder, "payments.csv")
        places = file + ".municipalities"  # the generator writes where it pays
        command = [PROGRAM, "generate", file, str(options.rows), "--seed", str(options.seed)]
        command += ["--municipalities", MUNICIPALITIES]
        print(f"making {options.rows} rows", file=sys.stderr)
        subprocess.run(command, check=True)
        commands, out = engines(file, places, folder)
        runs, committed = measure(commands, options.rounds, folder)
        check(out, committed)
        report(runs, options.rows, os.path.getsize(file))
        if options.keep:
            print(f"kept: {file}")
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
