"""A hundred tablets that come back into the Wi-Fi at once, each with a shift's worth of marks.

Beside them the same number of rows in bare SQLite and bare PostgreSQL, as many in a transaction as
there are marks in a request, at the same durability. One row for each mark: ours writes a row of
the journal, one of the attendance, and a chain of hashes over them.
"""

import asyncio
import json
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import postgres
from common import DAY, Client, Row, demo_served, envelope, percentile, person
from sync import bare_inserts

TABLETS = 100
MARKS = 20
# How often all come at once; a single time is over before it is measured.
TIMES = 10
# Connections of pgbench: PostgreSQL as it comes lets a hundred in, and some are its own.
CONNECTIONS = 50


@dataclass
class Burst:
    """What was measured over all times."""

    seconds: float = 0.0
    # Of them the seconds that the load generator itself was at work.
    own: float = 0.0
    each: list[float] = field(default_factory=list)

    def rate(self) -> float:
        """Marks a second."""
        return len(self.each) * MARKS / self.seconds


class Tablet(asyncio.Protocol):
    """A connection that is kept open, with as little Python as possible between a request and its
    answer."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.waiting: asyncio.Future | None = None

    def ask(self, request: bytes) -> asyncio.Future:
        self.answer, self.length = b"", -1
        self.waiting = asyncio.get_running_loop().create_future()
        self.asked = time.perf_counter()
        self.transport.write(request)
        return self.waiting

    def data_received(self, data: bytes) -> None:
        self.answer += data
        if self.length < 0 and (end := self.answer.find(b"\r\n\r\n")) >= 0:
            head = self.answer[:end].lower()
            self.length = end + 4 + int(head.split(b"content-length:")[1].split(b"\r\n")[0])
        if len(self.answer) == self.length:
            self.took = time.perf_counter() - self.asked
            self.waiting.set_result(None)

    def connection_lost(self, fault: Exception | None) -> None:
        if self.waiting and not self.waiting.done():
            self.waiting.set_exception(fault or ConnectionError("the server hung up"))


async def come_back(port: int, times: list[list[bytes]], expected: bytes) -> Burst:
    """Sends the requests of each time at once, a connection each; the next time when all are answered."""
    loop = asyncio.get_running_loop()
    made = [await loop.create_connection(Tablet, "127.0.0.1", port) for _ in range(TABLETS)]
    tablets = [tablet for _, tablet in made]
    burst = Burst()
    for requests in times:
        begun, at_work = time.perf_counter(), time.process_time()
        await asyncio.gather(*(tablet.ask(request) for tablet, request in zip(tablets, requests)))
        burst.seconds += time.perf_counter() - begun
        burst.own += time.process_time() - at_work
        burst.each += [tablet.took for tablet in tablets]
        for tablet in tablets:
            if expected not in tablet.answer.split(b"\r\n")[0]:
                sys.exit(f"a tablet was answered {tablet.answer[:300]!r}")
            if b'"outcomes"' in tablet.answer and tablet.answer.count(b'"applied"') != MARKS:
                sys.exit(f"a mark was not applied: {tablet.answer[-500:]!r}")
    for transport, _ in made:
        transport.close()
    return burst


class Centre:
    """A facilitator's centre with shifts and people of our own."""

    def __init__(self, port: int, facilitator: str, manager: str, workshop: str) -> None:
        self.client = Client(port, facilitator)
        boss = Client(port, manager)
        known = boss.snapshot()
        workshop_id = next(w["id"] for w in known["workshops"] if w["code"] == workshop)
        self.shifts = [str(uuid.uuid4()) for _ in range(TABLETS // 2)]
        self.people = [str(uuid.uuid4()) for _ in range(MARKS * TIMES)]
        boss.send([envelope({"plan_shift": {"shift": shift, "workshop": workshop_id, "day": DAY, "start": "10:00", "minutes": 120}})
                   for shift in self.shifts])
        boss.send([person(someone, known["centre"]) for someone in self.people])

    def request(self, shift: str, time_: int, headers: dict[str, str]) -> bytes:
        """A shift's marks, as the tablet sends them."""
        some = self.people[time_ * MARKS:(time_ + 1) * MARKS]
        items = [envelope({"mark_attendance": {"shift": shift, "person": someone, "presence": "present"}}) for someone in some]
        body = json.dumps({"envelopes": items}).encode()
        lines = [f"{name}: {value}" for name, value in headers.items()]
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}", "", ""]
        return "\r\n".join(["POST /api/v1/sync HTTP/1.1", *lines]).encode() + body


def measure(folder: Path, database: str = "") -> tuple[Burst, Burst]:
    """Ours, and the load generator against an address that answers at once."""
    with demo_served(folder, database) as port:
        centres = [Centre(port, "dragojla", "manager-krn", "KRN-SEW"), Centre(port, "f-obr", "manager-obr", "OBR-WOOD")]

        def requests(signed_in: bool) -> list[list[bytes]]:
            host = {"Host": f"127.0.0.1:{port}"}
            return [[c.request(shift, time_, host | (c.client.headers() if signed_in else {}))
                     for c in centres for shift in c.shifts] for time_ in range(TIMES)]

        # Nobody's request is read to its end and refused: the most that this load generator can do.
        alone = asyncio.run(come_back(port, requests(False), b" 401 "))
        ours = asyncio.run(come_back(port, requests(True), b" 200 "))
        return ours, alone


def tablets(folder: Path) -> list[Row]:
    rows = []
    ours, alone = measure(folder)
    done = bare_inserts(folder, TABLETS * MARKS * TIMES, MARKS)
    # A single writer: the last of a hundred that come at once waits for all others.
    begins = [0.0, *done[TABLETS - 1::TABLETS]]
    bare = Burst(done[-1], 0.0, [at - begins[n // TABLETS] for n, at in enumerate(done)])
    rows += compared("SQLite", ours, bare.rate(), bare.each)
    rows.append(generator(ours, alone))
    with postgres.cluster() as address:
        rate, each = postgres.bare_inserts(address, folder, TABLETS * TIMES, MARKS, CONNECTIONS)
        ours, alone = measure(folder, address)
        rows += compared("PostgreSQL", ours, rate * MARKS, each)
        rows.append(generator(ours, alone))
    return rows


def compared(engine: str, ours: Burst, rate: float, each: list[float]) -> list[Row]:
    rows = [Row(f"{TABLETS} tablets of {MARKS} marks at once, {engine}", f"{ours.rate():,.0f} /s",
                f"{rate:,.0f} /s bare {engine}", f"{ours.rate() / rate:.2f}")]
    for part, name in ((0.5, "half of the requests"), (0.99, "99 of 100 requests")):
        mine, theirs = percentile(ours.each, part), percentile(each, part)
        rows.append(Row(f"  {name} within", f"{mine * 1000:,.1f} ms", f"{theirs * 1000:,.1f} ms bare {engine}",
                        f"{mine / theirs:.2f}"))
    return rows


def generator(ours: Burst, alone: Burst) -> Row:
    """Shows that the server was what limited the load."""
    return Row("  the load generator alone", f"{alone.rate():,.0f} /s",
               f"{ours.own / ours.seconds:.0%} of a core while measuring", f"{alone.rate() / ours.rate():.1f}")
