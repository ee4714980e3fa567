"""Start and memory: until /readyz answers, with the demo's database; beside Python's own file server."""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from common import BINARY, Row, environment, free_port, radionica, serving

STARTS = 7


def resident_kb(pid: int) -> int:
    """Memory that a process really occupies, its share of the libraries included."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise RuntimeError(f"no VmRSS for process {pid}")


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
