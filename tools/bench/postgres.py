"""A throw-away PostgreSQL with the durability of a real one: fsync and synchronous_commit on."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from common import ROOT

BIN = Path(os.environ.get("POSTGRES_BIN", "/usr/lib/postgresql/15/bin"))
TOOL = ROOT / "tools/postgres.sh"


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """Its address, which names the database `postgres`."""
    address = subprocess.run([TOOL, "start"], check=True, stdout=subprocess.PIPE, text=True, timeout=120).stdout.strip()
    try:
        yield address
    finally:
        subprocess.run([TOOL, "stop", address], check=True, timeout=120)


def sql(address: str, text: str) -> None:
    subprocess.run([BIN / "psql", "--quiet", "--no-psqlrc", address, "--command", text], check=True,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=60)


def bare_inserts(address: str, folder: Path, transactions: int, batch: int, clients: int) -> tuple[float, list[float]]:
    """Rows into a bare table with pgbench, `batch` in a transaction by one statement, `clients` at
    once. Transactions a second, and the seconds that each took."""
    sql(address, "create database bare")
    address = address.rsplit("/", 1)[0] + "/bare"
    sql(address, "create table mark (seq bigserial primary key, id text unique, hash bytea, body text)")
    script = folder / "bare.sql"
    script.write_text(f"""insert into mark (id, hash, body)
        select gen_random_uuid()::text, sha256('x'), repeat('x', 300) from generate_series(1, {batch});\n""")
    log = folder / "pgbench"
    said = subprocess.run(
        [BIN / "pgbench", "--no-vacuum", "--client", str(clients), "--jobs", "2",
         "--transactions", str(transactions // clients), "--file", script, "--log", "--log-prefix", log, address],
        check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=300)
    rate = next(float(line.split("=")[1].split()[0]) for line in said.stdout.splitlines() if line.startswith("tps"))
    # A line for each transaction; its third word is the microseconds that it took.
    lines = [line.split() for file in folder.glob("pgbench.*") for line in file.read_text().splitlines()]
    return rate, [int(line[2]) / 1e6 for line in lines]
