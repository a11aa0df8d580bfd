"""Several nodes on one PostgreSQL: sign in on one, work on another, and kill one in the middle of it."""

import http.client
import os
import re
import subprocess
import threading
import uuid
from contextlib import ExitStack

import pytest

from conftest import PROGRAM, Program, administer
from payments import payments_file, PAYMENTS
from rows import tables
from serving import serving

MUNICIPALITIES = 60
WRITERS = 4


@pytest.fixture
def database():
    """A demonstration, in which one enters as anybody of the cast."""
    server, name = os.environ["PRUMO_TEST_POSTGRES"].rstrip("/"), "nodes_" + uuid.uuid4().hex
    administer(server, f'CREATE DATABASE "{name}" TEMPLATE template0')
    address = server[: server.rindex("/")] + "/" + name
    subprocess.run(
        [PROGRAM, "demo", "--families-per-family", "500", "--database", address], check=True, capture_output=True)
    yield address
    administer(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def enter(node, member: str) -> dict:
    """The headers of somebody who signed in on a node."""
    origin = f"http://127.0.0.1:{node.port}"
    line = http.client.HTTPConnection("127.0.0.1", node.port)
    line.request("POST", "/entrar/demonstracao", f"pessoa={member}", {"Origin": origin})
    answer = line.getresponse()
    assert answer.status == 303
    cookies = [re.match(r"[^;]+", cookie).group() for cookie in answer.headers.get_all("Set-Cookie")]
    return {"Cookie": "; ".join(cookie for cookie in cookies if not cookie.endswith("="))}


def write(node, path: str, form: str, person: dict):
    """The status, or None when the node went away before it answered: then nobody knows."""
    try:
        return node.ask(path, "POST", form, person | {"Origin": f"http://127.0.0.1:{node.port}"})[0]
    except (http.client.HTTPException, OSError):
        return None


def clocks(database: str) -> dict:
    """How often the trail says that a municipality's clock was chosen, by municipality."""
    answer = subprocess.run(
        ["psql", "--no-psqlrc", "-At", database, "-c",
         "SELECT thing_id, count(*) FROM audit_entry WHERE thing_kind = 'municipality' GROUP BY thing_id ORDER BY 1"],
        capture_output=True, text=True, check=True).stdout
    return {code: int(count) for code, count in (line.split("|") for line in answer.splitlines())}


def municipalities(node, person: dict) -> list:
    body = node.ask("/municipios?uf=MT", headers=person)[2]
    codes = sorted(set(re.findall(r"/municipios/(51\d{5})", body)))
    assert len(codes) >= MUNICIPALITIES
    return codes[:MUNICIPALITIES]


def test_a_session_of_one_node_is_one_of_all(database):
    with ExitStack() as stack:
        first, second = (stack.enter_context(serving("--database", database)) for _ in range(2))
        ana = enter(first, "ana")
        assert second.ask("/municipios?uf=MT", headers=ana)[0] == 200
        assert write(second, "/sair", "", ana) == 303
        assert first.ask("/municipios?uf=MT", headers=ana)[0] == 303


def test_nothing_is_lost_or_done_twice_when_a_node_dies_in_the_middle(database):
    with ExitStack() as stack:
        first, second = (stack.enter_context(serving("--database", database)) for _ in range(2))
        ana = enter(first, "ana")
        codes = municipalities(second, ana)
        zones = re.findall(
            r'<option value="(America/[A-Za-z_]+)"( selected)?>', second.ask(f"/municipios/{codes[0]}", headers=ana)[2])
        other = next(zone for zone, is_chosen in zones if not is_chosen)
        before = clocks(database)
        todo, done, started = list(codes), {}, threading.Semaphore(0)
        lock = threading.Lock()

        def work(number: int):
            while True:
                with lock:
                    if not todo:
                        return
                    code = todo.pop()
                node = first if number % 2 == 0 else second
                status = write(node, f"/municipios/{code}/relogio", f"fuso={other}", ana)
                with lock:
                    done[code] = status
                started.release()

        workers = [threading.Thread(target=work, args=(number,)) for number in range(WRITERS)]
        for worker in workers:
            worker.start()
        for _ in range(MUNICIPALITIES // 4):
            started.acquire()
        first.process.kill()
        for worker in workers:
            worker.join()
        after = clocks(database)
        assert set(done.values()) <= {303, None}
        assert 303 in done.values() and None in done.values()
        for code, status in done.items():
            times = after.get(code, 0) - before.get(code, 0)
            assert times == 1 if status == 303 else times in (0, 1), f"{code}: {status}, {times} times"
        # What nobody knows can be asked again, on the node that lives.
        for code in (code for code, status in done.items() if status is None):
            assert write(second, f"/municipios/{code}/relogio", f"fuso={other}", ana) == 303
            assert other in re.search(
                r'<option value="([^"]+)" selected>', second.ask(f"/municipios/{code}", headers=ana)[2]
                .split('id="fuso"')[1]).group(1)
        assert Program(database).run("check").returncode == 0


def test_a_file_whose_node_dies_is_marked_once_and_can_be_sent_to_another(database, tmp_path):
    content = payments_file(PAYMENTS)
    form = (b'--limite\r\nContent-Disposition: form-data; name="arquivo"; filename="folha.csv"\r\n'
            b"Content-Type: text/csv\r\n\r\n" + content + b"\r\n--limite--\r\n")
    with ExitStack() as stack:
        first, second = (stack.enter_context(serving("--database", database)) for _ in range(2))
        ana = enter(first, "ana")
        line = http.client.HTTPConnection("127.0.0.1", first.port)
        line.putrequest("POST", "/cargas")
        for name, value in (ana | {
            "Origin": f"http://127.0.0.1:{first.port}", "Content-Type": "multipart/form-data; boundary=limite",
            "Content-Length": str(len(form)),
        }).items():
            line.putheader(name, value)
        line.endheaders(form[: len(form) // 2])
        while "folha.csv" not in second.ask("/cargas", headers=ana)[2]:
            pass
        first.process.kill()
        first.process.wait()
        # Whoever comes next finds the reading without a reader; two come at once.
        for _ in range(2):
            stack.enter_context(serving("--database", database))
        sent = second.ask(
            "/cargas", "POST", form,
            ana | {"Origin": f"http://127.0.0.1:{second.port}", "Content-Type": "multipart/form-data; boundary=limite"})
        assert sent[0] == 303, sent[2]
        found = tables(database)
        states = subprocess.run(
            ["psql", "--no-psqlrc", "-At", database, "-c",
             "SELECT l.state, (SELECT count(*) FROM audit_entry a WHERE a.thing_id = l.id) FROM load l "
             "WHERE l.file_name = 'folha.csv' ORDER BY 1"], capture_output=True, text=True, check=True).stdout.split()
        assert states == ["committed|1", "interrupted|1"]
        assert found["load"]
        assert Program(database).run("check").returncode == 0


def test_the_work_of_the_day_is_done_by_one_node(database):
    with ExitStack() as stack:
        nodes = [stack.enter_context(serving("--database", database)) for _ in range(3)]
        ana = enter(nodes[0], "ana")
        assert all(node.ask("/municipios?uf=MT", headers=ana)[0] == 200 for node in nodes)
        for node in nodes:
            node.end()
        assert len(tables(database)["retention_run"]) == 1
