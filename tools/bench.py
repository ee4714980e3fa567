#!/usr/bin/env python3
"""Measures Radionica beside something that everybody knows, on this machine, in the same run.

    python3 tools/bench.py [start] [sizes] [export] [sync]      (without a word: all four)

Seconds say little about another machine; the ratio in the last column says more. Nothing outside
this machine is asked, every loop is bounded, and all that is written goes to a temporary folder.
Settings: RADIONICA_BIN (default target/release/radionica), RADIONICA_SITE (default target/site).
"""

import contextlib
import os
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = ROOT / os.environ.get("RADIONICA_BIN", "target/release/radionica")
SITE = ROOT / os.environ.get("RADIONICA_SITE", "target/site")

# A tablet's first visit over a bad line: all that it must fetch before it works, compressed.
BUDGET = 350_000
STARTS = 7
READY_WITHIN = 30.0


class NotYet(Exception):
    """A measurement that waits for a part of the product."""


@dataclass
class Row:
    """One line of the table. Of a rate more is better, of all else less."""

    what: str
    ours: str
    other: str = ""
    ratio: str = ""


# --- Tools ------------------------------------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(folder: Path, port: int = 0) -> dict[str, str]:
    """Our own settings and nobody else's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RADIONICA_")}
    return kept | {
        "DATABASE_URL": f"sqlite://{folder}/r.db",
        "RADIONICA_CLOCK_START": "2021-05-31T16:10:00+02:00",
        "RADIONICA_LISTEN": f"127.0.0.1:{port}",
        "RADIONICA_SITE": str(SITE),
        "RUST_LOG": "warn",
    }


def radionica(folder: Path, *arguments: str) -> None:
    subprocess.run([BINARY, *arguments], cwd=folder, env=environment(folder), check=True,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=600)


@contextlib.contextmanager
def serving(command: list[str | Path], folder: Path, env: dict[str, str], address: str) -> Iterator[tuple[float, int]]:
    """Starts a server; gives the seconds until `address` answered and the process's id; ends it."""
    with (folder / "server.log").open("wb") as log:
        begun = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            while not answers(address):
                if child.poll() is not None or time.perf_counter() - begun > READY_WITHIN:
                    sys.exit(f"{command[0]} did not start:\n{(folder / 'server.log').read_text(errors='replace')[-2000:]}")
                time.sleep(0.001)
            yield time.perf_counter() - begun, child.pid
        finally:
            child.terminate()
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def resident_kb(pid: int) -> int:
    """Memory that a process really occupies, its share of the libraries included."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise RuntimeError(f"no VmRSS for process {pid}")


def best_of(times: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest run: what else the machine does can only make it slower."""
    def once() -> float:
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun
    return min(once() for _ in range(times))


# --- (a) Start and memory ---------------------------------------------------------------------------


def start(folder: Path) -> list[Row]:
    """Until /readyz answers, with the demo's database; beside Python's own file server."""
    radionica(folder, "demo")

    def measure(command: Callable[[int], list[str | Path]], page: str) -> tuple[float, int]:
        seconds, memory = [], []
        for _ in range(STARTS):
            port = free_port()
            with serving(command(port), folder, environment(folder, port), f"http://127.0.0.1:{port}{page}") as (took, pid):
                seconds.append(took)
                time.sleep(0.5)  # idle: after whatever it does at the start
                memory.append(resident_kb(pid))
        return statistics.median(seconds), int(statistics.median(memory))

    ours = measure(lambda port: [BINARY, "serve"], "/readyz")
    python = measure(lambda port: [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)], "/")
    return [
        Row("Start until ready", f"{ours[0] * 1000:,.0f} ms", f"{python[0] * 1000:,.0f} ms python -m http.server",
            f"{ours[0] / python[0]:.2f}"),
        Row("Memory, idle (RSS)", f"{ours[1] / 1024:,.1f} MiB", f"{python[1] / 1024:,.1f} MiB python -m http.server",
            f"{ours[1] / python[1]:.2f}"),
    ]


# --- (b) Sizes --------------------------------------------------------------------------------------


def sizes(_folder: Path) -> list[Row]:
    """What a browser fetches, plain and with brotli; the sum beside the budget."""
    rows, total = [], 0
    for name in ("radionica.wasm", "radionica.js", "radionica.css"):
        plain = SITE / "pkg" / name
        small = plain.with_name(f"{name}.br")
        # A tiny file may be larger when compressed, and is then sent plain.
        sent = (small if small.exists() else plain).stat().st_size
        total += sent
        rows.append(Row(f"{name}, brotli", f"{sent / 1000:,.1f} kB", f"{plain.stat().st_size / 1000:,.1f} kB plain",
                        f"{sent / plain.stat().st_size:.2f}"))
    rows.append(Row("All three, brotli", f"{total / 1000:,.1f} kB", f"{BUDGET / 1000:,.0f} kB the budget", f"{total / BUDGET:.2f}"))
    if total > BUDGET:
        rows.append(Row("OVER THE BUDGET", f"{(total - BUDGET) / 1000:,.1f} kB too much"))
    return rows


# --- (c) The session log of 100,000 shifts ----------------------------------------------------------

EXPORT_SHIFTS = 100_000
EXPORT_FROM, EXPORT_TO = "2011-06-01", "2021-05-31"

# What the report says, column by column, so that both write the same bytes of data.
# To be written when the tables exist; then raise no more NotYet below.
EXPORT_SQL = ""


def fill_export(folder: Path) -> None:
    """Puts EXPORT_SHIFTS shifts into the folder's database, through the one door for changes."""
    raise NotYet("no way yet to make 100,000 shifts")


def export(folder: Path) -> list[Row]:
    """`radionica report session-log` beside the SQLite shell, on the same file."""
    if not EXPORT_SQL:
        raise NotYet("EXPORT_SQL and fill_export wait for the tables")
    fill_export(folder)
    ours, theirs = folder / "ours.csv", folder / "theirs.csv"

    def shell() -> None:
        with theirs.open("wb") as out:
            subprocess.run(["sqlite3", "-readonly", "-csv", "-header", str(folder / "r.db"), EXPORT_SQL],
                           stdout=out, stdin=subprocess.DEVNULL, check=True, timeout=600)

    our_time = best_of(3, lambda: radionica(folder, "report", "session-log", "--from", EXPORT_FROM, "--to", EXPORT_TO,
                                            "--format", "csv", "-o", str(ours)))
    shell_time = best_of(3, shell)
    # Fast and wrong is not fast. One line more in ours: the hashtags.
    lines = [file.read_bytes().count(b"\n") for file in (ours, theirs)]
    if lines != [EXPORT_SHIFTS + 2, EXPORT_SHIFTS + 1]:
        sys.exit(f"the exports differ in length: {lines}, expected {EXPORT_SHIFTS} shifts")
    return [Row(f"Session log, {EXPORT_SHIFTS:,} shifts, CSV", f"{our_time:,.2f} s", f"{shell_time:,.2f} s sqlite3 -csv",
                f"{our_time / shell_time:.2f}")]


# --- (d) Envelopes per second -----------------------------------------------------------------------

SYNC_MARKS = 4_000
SYNC_CLIENTS = 8


def bare_inserts(folder: Path, batch: int) -> float:
    """Rows a second into a bare SQLite table, as durable as ours: WAL, synchronous=FULL."""
    file = folder / f"bare-{batch}.db"
    database = sqlite3.connect(file, isolation_level=None)
    try:
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = full")
        database.execute("create table mark (seq integer primary key, id text unique, hash blob, body text)")
        body = "x" * 300  # about the length of an envelope
        begun = time.perf_counter()
        for first in range(0, SYNC_MARKS, batch):
            database.execute("begin immediate")
            for n in range(first, first + batch):
                database.execute("insert into mark values (?, ?, ?, ?)", (n, f"{n:036d}", n.to_bytes(32), body))
            database.execute("commit")
        return SYNC_MARKS / (time.perf_counter() - begun)
    finally:
        database.close()


def synced_marks(folder: Path, batch: int) -> float:
    """Envelopes a second through POST /api/v1/sync, `batch` in a request, SYNC_CLIENTS at once.

    Count only what was acknowledged as applied: an envelope that is refused costs less."""
    raise NotYet("waits for POST /api/v1/sync")


def sync(folder: Path) -> list[Row]:
    rows = []
    for batch in (1, 20):
        bare = bare_inserts(folder, batch)
        name, other = f"Marks a second, {batch} at a time", f"{bare:,.0f} /s bare SQLite inserts"
        try:
            ours = synced_marks(folder, batch)
            rows.append(Row(name, f"{ours:,.0f} /s", other, f"{ours / bare:.2f}"))
        except NotYet as reason:
            rows.append(Row(name, f"not measured: {reason}", other))
    return rows


# --- The table --------------------------------------------------------------------------------------

PARTS: dict[str, Callable[[Path], list[Row]]] = {"start": start, "sizes": sizes, "export": export, "sync": sync}


def show(rows: list[Row]) -> None:
    table = [("", "Radionica", "beside", "ratio")] + [(r.what, r.ours, r.other, r.ratio) for r in rows]
    widths = [max(len(line[i]) for line in table) for i in range(4)]
    for number, (what, ours, other, ratio) in enumerate(table):
        print(f"{what:<{widths[0]}}  {ours:>{widths[1]}}  {other:<{widths[2]}}  {ratio:>{widths[3]}}".rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))


def main() -> None:
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [word for word in wanted if word not in PARTS]
    if unknown:
        print(f"unknown: {' '.join(unknown)}; one of {' '.join(PARTS)}", file=sys.stderr)
        sys.exit(2)
    rows = []
    for word in wanted:
        print(f"Measuring: {word}", file=sys.stderr, flush=True)
        # Below target/: /tmp is in memory on some machines, and writes there cost nothing.
        (ROOT / "target").mkdir(exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="bench-", dir=ROOT / "target"))
        try:
            rows += PARTS[word](folder)
        except NotYet as reason:
            rows.append(Row(word, f"not measured: {reason}"))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    show(rows)


if __name__ == "__main__":
    main()
