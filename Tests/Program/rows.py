"""Every row of a database as text, read without any of our own code."""

import hashlib
import sqlite3
import subprocess

FIELD, RECORD, NOTHING = "\x1f", "\x1e", "\x02"


def tables(database: str) -> dict:
    """Sorted rows by table; each row's values in the order of its columns' names."""
    found = _sqlite(database[len("sqlite:"):]) if database.startswith("sqlite:") else _postgres(database)
    return {name: rows for name, rows in found.items() if name != "schema_migration"}


def digests(found: dict) -> dict:
    return {name: hashlib.sha256(repr(rows).encode()).hexdigest() for name, rows in found.items()}


def _sqlite(path: str) -> dict:
    found = {}
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (name,) in names:
        columns = sorted(row[1] for row in connection.execute(f'PRAGMA table_info("{name}")'))
        rows = connection.execute(f'SELECT {", ".join(columns)} FROM "{name}"').fetchall()
        found[name] = sorted(tuple(NOTHING if value is None else str(value) for value in row) for row in rows)
    connection.close()
    return found


def _postgres(address: str) -> dict:
    found = {}
    query = ("SELECT table_name, string_agg(column_name, ',' ORDER BY column_name COLLATE \"C\") "
             "FROM information_schema.columns WHERE table_schema = current_schema() GROUP BY table_name ORDER BY 1")
    for name, columns in _ask(address, query):
        rows = _ask(address, f"SELECT {', '.join(f'{column}::text' for column in columns.split(','))} FROM {name}")
        found[name] = sorted(tuple(row) for row in rows)
    return found


def _ask(address: str, query: str) -> list:
    answer = subprocess.run(
        ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", f"--field-separator={FIELD}",
         f"--record-separator={RECORD}", f"--pset=null={NOTHING}", address, "--command", query],
        capture_output=True, text=True, check=True).stdout
    answer = answer.removesuffix("\n").removesuffix(RECORD)
    return [record.split(FIELD) for record in answer.split(RECORD)] if answer else []
