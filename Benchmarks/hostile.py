"""How fast pages are for one person while others attack the program. Started by bin/bench hostile.

One person opens pages, one after the other, all the time. Attackers, each kind alone and then all together, have addresses
of their own (127.0.1.1 and on): as on the internet, they are not the person. All of it runs on this one machine, so that
the attackers' own work is taken from the program too.
"""
import argparse
import asyncio
import collections
import http.client
import multiprocessing
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..")
PRUMO = os.path.join(ROOT, ".build", "release", "prumo")

PAGES = ["/painel/MT", "/municipios/5100201", "/figuras/pbf.families/MT/2024-08", "/cargas"]
SECONDS_TO_START = 60

ADDRESSES = [f"127.0.1.{number}" for number in range(1, 21)]
SIGN_INS_PER_SECOND = 100
SIGN_INS_AT_ONCE = 40
SLOW_CONNECTIONS = 600
SECONDS_BETWEEN_SLOW_BYTES = 1
BODIES_PER_SECOND = 100
BODIES_AT_ONCE = 40
BODY_BYTES = 64 << 20
PIECE = b"x" * (64 << 10)
SECONDS_TO_GIVE_UP = 30


def arguments():
    parser = argparse.ArgumentParser(prog="bin/bench hostile")
    parser.add_argument("--seconds", type=int, default=15, help="for each of the phases")
    parser.add_argument("--engine", choices=["sqlite", "postgres"], action="append", help="both without it")
    return parser.parse_args()


# The attackers. Each notes how its requests ended, by status; "closed" is a connection that the program ended.

async def attack(kind, port, until, notes):
    attackers = {"sign-ins": wrong_sign_ins, "slow clients": slow_clients, "bodies": oversized_bodies}
    await attackers[kind](port, until, notes)


async def wrong_sign_ins(port, until, notes):
    chance = random.Random(51)

    async def once():
        # Some try one account from everywhere, others any account.
        email = "ana@exemplo.gov.br" if chance.random() < 0.5 else f"pessoa{chance.randrange(10_000)}@exemplo.gov.br"
        body = urllib.parse.urlencode({"email": email, "senha": f"palpite {chance.randrange(10**9)}"}).encode()
        reader, writer = await connect(port, chance)
        writer.write(head(port, "/entrar", len(body)) + body)
        return await status(reader, writer)

    await paced(once, SIGN_INS_PER_SECOND, SIGN_INS_AT_ONCE, until, notes)


async def oversized_bodies(port, until, notes):
    chance = random.Random(52)

    async def once():
        path, length = chance.choice([("/entrar", BODY_BYTES), ("/cargas", BODY_BYTES), ("/entrar", None)])
        reader, writer = await connect(port, chance)
        writer.write(head(port, path, length))
        answer = asyncio.ensure_future(status(reader, writer))
        try:
            sent = 0
            while not answer.done() and sent < BODY_BYTES and time.monotonic() < until:
                writer.write(PIECE if length else b"%x\r\n%s\r\n" % (len(PIECE), PIECE))
                await writer.drain()
                sent += len(PIECE)
        except OSError:
            pass
        return await answer

    await paced(once, BODIES_PER_SECOND, BODIES_AT_ONCE, until, notes)


async def slow_clients(port, until, notes):
    chance = random.Random(53)

    async def one():
        while time.monotonic() < until:
            try:
                reader, writer = await connect(port, chance)
                writer.write(f"GET /entrar HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Slow: ".encode())
                ended = asyncio.ensure_future(status(reader, writer))
                while not ended.done() and time.monotonic() < until:
                    writer.write(b"a")
                    await asyncio.wait([ended], timeout=SECONDS_BETWEEN_SLOW_BYTES)
                if ended.done():
                    notes[ended.result()] += 1
                else:
                    notes["held to the end"] += 1
                    ended.cancel()
            except OSError:
                notes["refused"] += 1
            await asyncio.sleep(SECONDS_BETWEEN_SLOW_BYTES)

    await asyncio.gather(*(one() for _ in range(SLOW_CONNECTIONS)))


async def paced(once, per_second, at_once, until, notes):
    """So many requests a second, whatever becomes of them, but no more than `at_once` under way."""
    places = asyncio.Semaphore(at_once)
    tasks = set()

    async def noted():
        async with places:
            try:
                notes[await asyncio.wait_for(once(), SECONDS_TO_GIVE_UP)] += 1
            except asyncio.TimeoutError:
                notes["no answer"] += 1
            except OSError:
                notes["closed"] += 1

    while time.monotonic() < until:
        if len(tasks) < at_once:
            task = asyncio.ensure_future(noted())
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        await asyncio.sleep(1 / per_second)
    for task in tasks:
        task.cancel()


async def connect(port, chance):
    return await asyncio.open_connection("127.0.0.1", port, local_addr=(chance.choice(ADDRESSES), 0))


def head(port, path, length):
    size = f"Content-Length: {length}" if length is not None else "Transfer-Encoding: chunked"
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nConnection: close\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\n{size}\r\n\r\n").encode()


async def status(reader, writer):
    try:
        line = await reader.readline()
        return line.split()[1].decode() if line.startswith(b"HTTP/") else "closed"
    except OSError:
        return "closed"
    finally:
        writer.close()


def attacker(kind, port, until, queue):
    notes = collections.Counter()
    asyncio.run(attack(kind, port, until, notes))
    queue.put((kind, dict(notes)))


# The person.

def open_pages(port, cookie, until):
    """Milliseconds of each page, and how many failed. As a browser does: one connection, made anew when it was closed."""
    times, failed, number = [], 0, 0
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_GIVE_UP)
    while time.monotonic() < until:
        started = time.monotonic()
        try:
            connection.request("GET", PAGES[number % len(PAGES)], headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            failed += answer.status != 200
        except (OSError, http.client.HTTPException):
            failed += 1
            connection.close()
        times.append((time.monotonic() - started) * 1_000)
        number += 1
    return times, failed


def percentile(times, part):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


# The program.

class Program:
    def __init__(self, database, folder):
        self.database, self.port = database, free_port()
        subprocess.run([PRUMO, "demo", "--families-per-family", "10", "--database", database], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.log = open(os.path.join(folder, "serve.log"), "w+")
        self.process = subprocess.Popen(
            [PRUMO, "serve", "--port", str(self.port), "--database", database], stdout=self.log, stderr=self.log)
        give_up = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < give_up:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", "/health")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        sys.exit("The program did not start:\n" + open(self.log.name).read())

    def cookie(self, member):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request(
            "POST", "/entrar/demonstracao", f"pessoa={member}", {"Origin": f"http://127.0.0.1:{self.port}"})
        answer = connection.getresponse()
        assert answer.status == 303, answer.status
        return "; ".join(re.match("[^;]+", value).group() for value in answer.headers.get_all("Set-Cookie"))

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def peak_mebibytes(self):
        with open(f"/proc/{self.process.pid}/status") as told:
            return int(re.search(r"VmHWM:\s+(\d+)", told.read()).group(1)) // 1_024


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


PHASES = [
    ("quiet", []), ("wrong sign-ins", ["sign-ins"]), ("slow clients", ["slow clients"]),
    ("oversized bodies", ["bodies"]), ("all three", ["sign-ins", "slow clients", "bodies"]), ("quiet again", []),
]


def measure(engine, database, seconds, folder):
    program = Program(database, folder)
    try:
        cookie = program.cookie("ana")
        open_pages(program.port, cookie, time.monotonic() + 3)  # warms up, not counted
        for name, kinds in PHASES:
            until, queue = time.monotonic() + seconds, multiprocessing.Queue()
            attackers = [multiprocessing.Process(target=attacker, args=(kind, program.port, until, queue)) for kind in kinds]
            for process in attackers:
                process.start()
            times, failed = open_pages(program.port, cookie, until)
            notes = [queue.get(timeout=SECONDS_TO_GIVE_UP + 10) for _ in attackers]
            for process in attackers:
                process.join()
            row(engine, name, times, failed, program.peak_mebibytes(), notes)
            assert program.process.poll() is None, "the program has ended"
    finally:
        program.stop()


def row(engine, name, times, failed, mebibytes, notes):
    told = "; ".join(
        f"{kind}: " + ", ".join(f"{count} × {end}" for end, count in sorted(ends.items())) for kind, ends in sorted(notes))
    cells = [engine, name, len(times), *(f"{percentile(times, part):.0f}" for part in (0.5, 0.95, 0.99)),
             f"{max(times):.0f}", failed, mebibytes, told]
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def main():
    given = arguments()
    print("| engine | while | pages | p50 ms | p95 ms | p99 ms | worst ms | failed | peak MiB | how the attackers' requests ended |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="prumo-hostile-") as folder:
        for engine in given.engine or ["sqlite", "postgres"]:
            database = f"sqlite:{folder}/demo.db" if engine == "sqlite" else os.environ["PRUMO_BENCH_POSTGRES"]
            measure(engine, database, given.seconds, folder)


if __name__ == "__main__":
    main()
