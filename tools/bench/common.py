"""What every measurement needs: a server of one's own, somebody who asks it, and a line of the table."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BINARY = ROOT / os.environ.get("RADIONICA_BIN", "target/release/radionica")
SITE = ROOT / os.environ.get("RADIONICA_SITE", "target/site")

DAY = "2021-05-31"
DEMO_PASSWORD = "demo-radionica-2021"
READY_WITHIN = 30.0


@dataclass
class Row:
    """One line of the table. Of a rate more is better, of all else less."""

    what: str
    ours: str
    other: str = ""
    ratio: str = ""


# --- The server -------------------------------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(folder: Path, port: int = 0, database: str = "") -> dict[str, str]:
    """Our own settings and nobody else's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RADIONICA_")}
    return kept | {
        "DATABASE_URL": database or f"sqlite://{folder}/r.db",
        "RADIONICA_CLOCK_START": f"{DAY}T16:10:00+02:00",
        "RADIONICA_LISTEN": f"127.0.0.1:{port}",
        "RADIONICA_SITE": str(SITE),
        "RADIONICA_LOG": "warn",
    }


def radionica(folder: Path, *arguments: str, database: str = "", within: int = 600) -> None:
    subprocess.run([BINARY, *arguments], cwd=folder, env=environment(folder, database=database), check=True,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=within)


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


@contextlib.contextmanager
def demo_served(folder: Path, database: str = "") -> Iterator[int]:
    """The server with a fresh demo; its port. A PostgreSQL named in `database` must be empty."""
    if not database:
        for file in folder.glob("r.db*"):
            file.unlink()
    radionica(folder, "demo", database=database)
    port = free_port()
    with serving([BINARY, "serve"], folder, environment(folder, port, database), f"http://127.0.0.1:{port}/readyz"):
        yield port


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


# --- Somebody who asks it ---------------------------------------------------------------------------


class Client:
    """Somebody signed in on a connection of their own."""

    def __init__(self, port: int, login: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.connection.request("POST", "/session", f"login={login}&password={DEMO_PASSWORD}",
                                {"Content-Type": "application/x-www-form-urlencoded"})
        answer = self.connection.getresponse()
        answer.read()
        self.cookie = next(value.split(";")[0] for name, value in answer.getheaders()
                           if name.lower() == "set-cookie" and value.startswith("radionica_session="))

    def headers(self) -> dict[str, str]:
        return {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.connection.port}"}

    def call(self, method: str, path: str, body: bytes | None = None, **more: str) -> bytes:
        headers = self.headers() | {name.replace("_", "-"): value for name, value in more.items()}
        if body is not None:
            headers["Content-Type"] = "application/json"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            sys.exit(f"{method} {path} answered {answer.status}: {content[:300]!r}")
        return content

    def snapshot(self) -> dict:
        return json.loads(self.call("GET", "/api/v1/snapshot"))

    def send(self, items: list[dict]) -> None:
        """Sends envelopes; only those that were applied count: a refused one costs less."""
        for some in range(0, len(items), 400):
            body = json.dumps({"envelopes": items[some:some + 400]}).encode()
            outcomes = json.loads(self.call("POST", "/api/v1/sync", body))["outcomes"]
            if any(outcome["outcome"] != "applied" for outcome in outcomes):
                sys.exit(f"an envelope was not applied: {next(o for o in outcomes if o['outcome'] != 'applied')}")


def envelope(command: dict, identity: dict | None = None) -> dict:
    item = {"envelope": {"v": 1, "id": str(uuid.uuid4()), "at": f"{DAY}T14:10:00Z", "offset": 0,
                         "device": "00000000-0000-0000-0000-0000000000be", "command": command}}
    return item if identity is None else item | {"identity": identity}


def person(someone: str, centre: str, alias: str | None = None) -> dict:
    identity = None if alias is None else {"person": {"alias": alias}}
    return envelope({"register_person": {"person": someone, "centre": centre, "sex": "female"}}, identity)


# --- Figures ----------------------------------------------------------------------------------------


def best_of(times: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest run: what else the machine does can only make it slower."""
    def once() -> float:
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun
    return min(once() for _ in range(times))


def percentile(values: list[float], part: float) -> float:
    """The value that `part` of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
