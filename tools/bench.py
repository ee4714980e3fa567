#!/usr/bin/env python3
"""Measures Radionica beside something that everybody knows, on this machine, in the same run.

    python3 tools/bench.py [start] [sizes] [export] [sync]      (without a word: all four)

Seconds say little about another machine; the ratio in the last column says more. Nothing outside
this machine is asked, every loop is bounded, and all that is written goes to a temporary folder.
Settings: RADIONICA_BIN (default target/release/radionica), RADIONICA_SITE (default target/site).
"""

import concurrent.futures
import contextlib
import csv
import http.client
import json
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
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = ROOT / os.environ.get("RADIONICA_BIN", "target/release/radionica")
SITE = ROOT / os.environ.get("RADIONICA_SITE", "target/site")

# A tablet's first visit over a bad line: all that it must fetch before it works, compressed.
BUDGET = 350_000
DEMO_PASSWORD = "demo-radionica-2021"
STARTS = 7
READY_WITHIN = 30.0


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
EXPORT_FROM, EXPORT_TO = "2011-06-01", "2021-04-30"

# The same columns from the same rows: what somebody would type who has only the file and the shell.
EXPORT_SQL = f"""
with held as (select * from shift where day between '{EXPORT_FROM}' and '{EXPORT_TO}'),
present as (
    select a.shift, a.person, s.workshop, s.day from held s join attendance a on a.shift = s.seq
    where a.stands = 1 and a.presence = 'present' and s.progress = 'closed'),
aged as (
    select p.seq as person, p.sex, case when p.born is not null then cast(substr(f.day, 1, 4) as integer) - p.born
        else p.told_years + cast(substr(f.day, 1, 4) as integer) - cast(substr(p.told_on, 1, 4) as integer)
             - (substr(f.day, 6) < substr(p.told_on, 6)) end as age
    from (select person, min(day) as day from present group by person) f join person p on p.seq = f.person),
counted as (
    select m.shift, count(*) as contacts, sum(g.sex = 'female') as f, sum(g.sex = 'male') as m,
        sum(g.sex = 'other') as i, sum(g.sex = 'not_disclosed') as u, sum(g.age < 18) as children,
        sum(g.age >= 18) as adults, sum(g.age is null) as unknown,
        sum(not exists (select 1 from enrolment e where e.person = m.person and e.workshop = m.workshop
            and (e.shift is null or e.shift = m.shift) and e.from_day <= m.day
            and (e.to_day is null or e.to_day >= m.day))) as walkins
    from present m join aged g on g.person = m.person group by m.shift)
select s.id, s.day, s.start, time(s.start, '+' || s.minutes || ' minutes'), s.minutes, s.progress, 'SRB',
    c.adm1_en, c.adm1_code, c.adm2_en, c.name_en, c.code,
    (select kind from centre_kind k where k.centre = c.seq and k.from_day <= s.day
     order by k.from_day desc limit 1),
    p.implementer_en, p.funder_en, p.programme_en, p.title_en, p.code, w.title_en, w.code, w.activity,
    (select count(*) from shift_facilitator x where x.shift = s.seq),
    (select count(distinct e.person) from enrolment e where e.workshop = s.workshop
        and (e.shift is null or e.shift = s.seq) and e.from_day <= s.day
        and (e.to_day is null or e.to_day >= s.day)),
    n.contacts, n.f, n.m, n.i, n.u, n.children, n.adults, n.unknown, n.walkins,
    (select count(*) from attendance a where a.shift = s.seq and a.stands = 1 and a.presence = 'absent'
        and exists (select 1 from enrolment e where e.person = a.person and e.workshop = s.workshop
            and (e.shift is null or e.shift = s.seq) and e.from_day <= s.day
            and (e.to_day is null or e.to_day >= s.day))),
    (select sum(o.quantity) from output o join product d on d.seq = o.product
     where o.shift = s.seq and o.voided is null and d.unit = 'piece'),
    date(s.closed_at), 0
from held s join workshop w on w.seq = s.workshop left join centre c on c.seq = s.centre
left join share h on h.workshop = s.workshop and h.from_day <= s.day and coalesce(h.to_day, s.day) >= s.day
left join project p on p.seq = h.project left join counted n on n.shift = s.seq
order by s.day, s.start, s.seq
"""


def fill_export(folder: Path) -> int:
    """Puts EXPORT_SHIFTS shifts beside the story, through the one door; gives the shifts in all."""
    radionica(folder, "demo", "--shifts", str(EXPORT_SHIFTS))
    with contextlib.closing(sqlite3.connect(folder / "r.db")) as database:
        database.execute("analyze")  # the shell's query planner may know what ours does not need
        database.execute("pragma wal_checkpoint(truncate)")
        (shifts,) = database.execute("select count(*) from shift where day between ? and ?",
                                     (EXPORT_FROM, EXPORT_TO)).fetchone()
    return shifts


def totals(file: Path, column: int, skip: int) -> int:
    """The sum of a column: two exports that agree in it and in their length counted alike."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return sum(int(row[column] or 0) for row in list(csv.reader(lines))[skip:])


def export(folder: Path) -> list[Row]:
    """`radionica report session-log` beside the SQLite shell, on the same file."""
    shifts = fill_export(folder)
    ours, theirs = folder / "ours.csv", folder / "theirs.csv"

    def shell() -> None:
        with theirs.open("wb") as out:
            subprocess.run(["sqlite3", "-readonly", "-csv", str(folder / "r.db"), EXPORT_SQL],
                           stdout=out, stdin=subprocess.DEVNULL, check=True, timeout=600)

    our_time = best_of(3, lambda: radionica(folder, "report", "session-log", "--from", EXPORT_FROM, "--to", EXPORT_TO,
                                            "--format", "csv", "-o", str(ours)))
    shell_time = best_of(3, shell)
    # Fast and wrong is not fast. Two lines more in ours: the labels and the hashtags.
    lines = [file.read_bytes().count(b"\n") for file in (ours, theirs)]
    if lines != [shifts + 2, shifts]:
        sys.exit(f"the exports differ in length: {lines}, expected {shifts} shifts")
    for column, name in ((22, "registered"), (26, "other sex"), (28, "children"), (31, "walk-ins"), (32, "no-shows"), (33, "pieces")):
        sums = totals(ours, column, 2), totals(theirs, column, 0)
        if sums[0] != sums[1]:
            sys.exit(f"the exports differ in {name}: {sums}")
    return [Row(f"Session log, {shifts:,} shifts, CSV", f"{our_time:,.2f} s", f"{shell_time:,.2f} s sqlite3 -csv",
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


def call(connection: http.client.HTTPConnection, method: str, path: str, cookie: str, body: bytes | None = None) -> bytes:
    headers = {"Cookie": cookie, "Origin": f"http://{connection.host}:{connection.port}"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != 200:
        sys.exit(f"{method} {path} answered {answer.status}: {content[:300]!r}")
    return content


def envelope(command: dict) -> dict:
    return {"envelope": {"v": 1, "id": str(uuid.uuid4()), "at": "2021-05-31T14:10:00Z", "offset": 0,
                         "device": "00000000-0000-0000-0000-0000000000be", "command": command}}


def sent(connection: http.client.HTTPConnection, cookie: str, envelopes: list[dict]) -> None:
    """Sends envelopes; only those that were applied count: a refused one costs less."""
    body = json.dumps({"envelopes": envelopes}).encode()
    outcomes = json.loads(call(connection, "POST", "/api/v1/sync", cookie, body))["outcomes"]
    if any(outcome["outcome"] != "applied" for outcome in outcomes):
        sys.exit(f"an envelope was not applied: {outcomes[0]}")


def synced_marks(folder: Path, batch: int) -> float:
    """Envelopes a second through POST /api/v1/sync, `batch` in a request, SYNC_CLIENTS at once.

    The clients run on the same two cores, and Python is no faster than the server: the truth is
    rather higher."""
    for file in folder.glob("r.db*"):
        file.unlink()
    radionica(folder, "demo")
    port = free_port()
    with serving([BINARY, "serve"], folder, environment(folder, port), f"http://127.0.0.1:{port}/readyz"):
        connect = lambda: http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        first = connect()
        first.request("POST", "/session", f"login=dragojla&password={DEMO_PASSWORD}",
                      {"Content-Type": "application/x-www-form-urlencoded"})
        answer = first.getresponse()
        answer.read()
        cookie = next(value.split(";")[0] for name, value in answer.getheaders()
                      if name.lower() == "set-cookie" and value.startswith("radionica_session="))
        snapshot = json.loads(call(first, "GET", "/api/v1/snapshot", cookie))
        # One mark for each of many people at each of many shifts, as a day has it.
        shifts = [shift for shift in snapshot["shifts"] if shift["slot"]["day"] <= "2021-05-31"]
        sent(first, cookie, [envelope({"reopen_shift": {"shift": shift["id"]}})
                             for shift in shifts if shift["progress"]["is"] != "open"])
        people = [str(uuid.uuid4()) for _ in range(SYNC_MARKS // len(shifts) + 1)]
        for some in range(0, len(people), 100):
            sent(first, cookie, [envelope({"register_person": {"person": person, "centre": snapshot["centre"], "sex": "female"}})
                                 for person in people[some:some + 100]])
        marks = [envelope({"mark_attendance": {"shift": shift["id"], "person": person, "presence": "present"}})
                 for person in people for shift in shifts][:SYNC_MARKS]
        batches = [marks[some:some + batch] for some in range(0, len(marks), batch)]

        def client(number: int) -> None:
            connection = connect()
            for some in batches[number::SYNC_CLIENTS]:
                sent(connection, cookie, some)
            connection.close()

        begun = time.perf_counter()
        with concurrent.futures.ThreadPoolExecutor(SYNC_CLIENTS) as clients:
            for done in [clients.submit(client, number) for number in range(SYNC_CLIENTS)]:
                done.result()
        return len(marks) / (time.perf_counter() - begun)


def sync(folder: Path) -> list[Row]:
    rows = []
    for batch in (1, 20):
        bare, ours = bare_inserts(folder, batch), synced_marks(folder, batch)
        rows.append(Row(f"Marks a second, {batch} at a time, {SYNC_CLIENTS} clients", f"{ours:,.0f} /s",
                        f"{bare:,.0f} /s bare SQLite inserts", f"{ours / bare:.2f}"))
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
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    show(rows)


if __name__ == "__main__":
    main()
