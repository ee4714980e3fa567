"""The manager's morning page with fifty readers at once, over a month of data and over ten years.

Beside ten years stand the last six weeks of the same, on the same engine, in the same run: years that
pile up must not slow a dashboard down. Then the journal, the memory under this load, and how long it takes from a tablet's
mark until an open dashboard hears of it.
"""

import asyncio
import contextlib
import datetime
import json
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import postgres
from common import BINARY, DAY, Client, Row, best_of, envelope, environment, free_port, percentile, radionica, serving

READERS = 50
# How often each of them asks; the first answers are not counted.
ASKS = 12
WARM = 2
YEARS, CENTRES, WEEKS = 10, 20, 6
HEARINGS = 20


@dataclass
class Load:
    """Seconds of each answer, and the memory of the server after all of them."""

    seconds: list[float]
    rss: int


async def ask(port: int, path: str, cookie: str, asks: int) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n".encode()
    took = []
    for _ in range(asks):
        begun = time.perf_counter()
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if not head.startswith(b"http/1.1 200"):
            sys.exit(f"{path} answered {head[:60]!r}")
        if b"content-length:" in head:
            await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
        else:
            while size := int(await reader.readline(), 16):
                await reader.readexactly(size + 2)
            await reader.readline()
        took.append(time.perf_counter() - begun)
    writer.close()
    return took


async def readers(port: int, path: str, cookie: str) -> list[float]:
    each = await asyncio.gather(*(ask(port, path, cookie, ASKS) for _ in range(READERS)))
    return [seconds for one in each for seconds in one[WARM:]]


def memory(process: int) -> int:
    """Resident memory in bytes."""
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) << 10


@contextlib.contextmanager
def served(folder: Path, database: str, settings: dict[str, str] | None = None) -> Iterator[tuple[int, int]]:
    port = free_port()
    address = f"http://127.0.0.1:{port}/readyz"
    with serving([BINARY, "serve"], folder, environment(folder, port, database) | (settings or {}), address) as (_, process):
        yield port, process


def by_day() -> dict[str, str]:
    """By night a server checks the journal when it starts, for minutes where it is long."""
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    return {"RADIONICA_CLOCK_START": f"{tomorrow}T12:00:00+01:00"}


def loaded(folder: Path, database: str, path: str) -> Load:
    with served(folder, database, by_day()) as (port, process):
        cookie = Client(port, "manager-krn").cookie
        seconds = asyncio.run(readers(port, path, cookie))
        return Load(seconds, memory(process))


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1e3:,.1f} ms"


def compared(what: str, long: list[float], short: list[float], rows: list[Row]) -> None:
    for name, part in (("p50", 0.5), ("p99", 0.99)):
        ours, other = percentile(long, part), percentile(short, part)
        rows.append(Row(f"{what}, {name}", milliseconds(ours), f"{milliseconds(other)} six weeks", f"{ours / other:.2f}"))


def hearing(folder: Path) -> float:
    """Seconds from a tablet's request until an open dashboard hears of it, the middle of some."""
    with served(folder, "") as (port, _):
        tablet = Client(port, "dragojla")
        snapshot = tablet.snapshot()
        workshop = next(one for one in snapshot["workshops"] if one["products"])
        product = workshop["products"][0]["id"]
        closed = next(shift["id"] for shift in snapshot["shifts"] if shift["slot"]["day"] == DAY
                      and shift["workshop"] == workshop["id"] and shift["progress"]["is"] == "closed")
        heard: list[float] = []
        for _ in range(HEARINGS):
            manager = Client(port, "manager-krn")
            seen = json.loads(manager.call("GET", f"/api/fn/dashboard?code=KRN&day={DAY}"))["head"]
            manager.connection.request("GET", f"/api/v1/centres/KRN/live?day={DAY}&seen={seen}", headers=manager.headers())
            # From here on it listens.
            stream = manager.connection.getresponse()
            made = {"output": str(uuid.uuid4()), "shift": closed, "product": product, "quantity": 1}
            begun = time.perf_counter()
            tablet.send([envelope({"record_output": made})])
            while not stream.readline().startswith(b"data:"):
                pass
            heard.append(time.perf_counter() - begun)
            manager.connection.close()
        return percentile(heard, 0.5)


def dashboards(folder: Path) -> list[Row]:
    rows: list[Row] = []
    month, years = folder / "month", folder / "years"
    month.mkdir()
    years.mkdir()
    radionica(month, "demo", "--weeks", str(WEEKS), "--centres", str(CENTRES))
    begun = time.perf_counter()
    radionica(years, "demo", "--years", str(YEARS), "--centres", str(CENTRES), within=3_000)
    filled = time.perf_counter() - begun
    with postgres.cluster() as address:
        base = address.rsplit("/", 1)[0]
        for name in ("month", "years"):
            postgres.sql(address, f"create database {name}")
        radionica(month, "demo", "--weeks", str(WEEKS), "--centres", str(CENTRES), database=f"{base}/month")
        radionica(years, "demo", "--years", str(YEARS), "--centres", str(CENTRES), database=f"{base}/years", within=3_000)
        for name in ("month", "years"):
            # As autovacuum leaves it within minutes: else it would do so while pages are measured.
            postgres.sql(f"{base}/{name}", "vacuum analyze")
        for engine, of in (("SQLite", lambda name: ""), ("PostgreSQL", lambda name: f"{base}/{name}")):
            for what, path in (("A day in April", "/centres/KRN?day=2021-04-28"), ("Trends of a month", "/trends?centre=KRN&step=week&from=2021-04-01&to=2021-04-30")):
                long, short = loaded(years, of("years"), path), loaded(month, of("month"), path)
                compared(f"{what}, {YEARS} years, {READERS} readers, {engine}", long.seconds, short.seconds, rows)
                rows.append(Row("  memory of the server then", f"{long.rss / 1e6:,.0f} MB", f"{short.rss / 1e6:,.0f} MB six weeks", f"{long.rss / short.rss:.2f}"))
    with served(years, "") as (port, _):
        coordinator = Client(port, "coordinator")
        count = json.loads(coordinator.call("GET", "/api/fn/journal?asked[before]=2000000000"))["rows"][0]["seq"]
        rows.append(Row(f"Filling {YEARS} years, {CENTRES} centres through the door", f"{count / filled:,.0f} entries/s", f"{count:,} entries"))
        for what, query in (("newest", ""), ("of a centre and kind", "centre=SID&kind=record_output"), ("of 2015", "from=2015-01-01&to=2015-12-31"), ("of a rare kind", "kind=create_project")):
            seconds = best_of(5, lambda query=query: coordinator.call("GET", f"/journal?{query}"))
            rows.append(Row(f"A page of the journal, {what}", milliseconds(seconds)))
    rows.append(Row("From a tablet's mark to the open dashboard, median", milliseconds(hearing(month))))
    return rows
