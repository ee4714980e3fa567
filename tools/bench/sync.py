"""Marks a second through POST /api/v1/sync, one and twenty at a time, beside bare SQLite inserts."""

import concurrent.futures
import contextlib
import sqlite3
import time
import uuid
from pathlib import Path

from common import DAY, Client, Row, demo_served, envelope, person

MARKS = 4_000
CLIENTS = 8


def bare_inserts(folder: Path, rows: int, batch: int) -> list[float]:
    """Rows into a bare SQLite table, `batch` in a transaction, as durable as ours: WAL,
    synchronous=FULL. The second at which each transaction was done."""
    file = folder / f"bare-{batch}.db"
    file.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = full")
        database.execute("create table mark (seq integer primary key, id text unique, hash blob, body text)")
        body = "x" * 300  # about the length of an envelope
        done, begun = [], time.perf_counter()
        for first in range(0, rows, batch):
            database.execute("begin immediate")
            for n in range(first, first + batch):
                database.execute("insert into mark values (?, ?, ?, ?)", (n, f"{n:036d}", n.to_bytes(32), body))
            database.execute("commit")
            done.append(time.perf_counter() - begun)
        return done


def synced_marks(folder: Path, batch: int) -> float:
    """Envelopes a second, `batch` in a request, CLIENTS at once.

    The clients run on the same two cores, and Python is no faster than the server: the truth is
    rather higher."""
    with demo_served(folder) as port:
        first = Client(port, "dragojla")
        snapshot = first.snapshot()
        # One mark for each of many people at each of many shifts, as a day has it.
        shifts = [shift for shift in snapshot["shifts"] if shift["slot"]["day"] <= DAY]
        first.send([envelope({"reopen_shift": {"shift": shift["id"]}})
                    for shift in shifts if shift["progress"]["is"] != "open"])
        people = [str(uuid.uuid4()) for _ in range(MARKS // len(shifts) + 1)]
        first.send([person(someone, snapshot["centre"]) for someone in people])
        marks = [envelope({"mark_attendance": {"shift": shift["id"], "person": someone, "presence": "present"}})
                 for someone in people for shift in shifts][:MARKS]
        batches = [marks[some:some + batch] for some in range(0, len(marks), batch)]
        clients = [Client(port, "dragojla") for _ in range(CLIENTS)]

        def work(number: int) -> None:
            for some in batches[number::CLIENTS]:
                clients[number].send(some)

        begun = time.perf_counter()
        with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
            for done in [pool.submit(work, number) for number in range(CLIENTS)]:
                done.result()
        return len(marks) / (time.perf_counter() - begun)


def sync(folder: Path) -> list[Row]:
    rows = []
    for batch in (1, 20):
        bare, ours = MARKS / bare_inserts(folder, MARKS, batch)[-1], synced_marks(folder, batch)
        rows.append(Row(f"Marks a second, {batch} at a time, {CLIENTS} clients", f"{ours:,.0f} /s",
                        f"{bare:,.0f} /s bare SQLite inserts", f"{ours / bare:.2f}"))
    return rows
