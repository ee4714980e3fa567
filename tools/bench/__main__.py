#!/usr/bin/env python3
"""Measures Radionica beside something that everybody knows, on this machine, in the same run.

    python3 tools/bench [start] [sizes] [export] [reports] [sync] [tablets] [snapshot] [dashboards] [pages]
                                                                  (without a word: all)

Seconds say little about another machine; the ratio in the last column says more. Nothing outside
this machine is asked, every loop is bounded, and all that is written goes to a temporary folder.
Settings: RADIONICA_BIN (default target/release/radionica), RADIONICA_SITE (default target/site),
POSTGRES_BIN (default /usr/lib/postgresql/15/bin).
"""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from common import ROOT, Row
from dashboards import dashboards
from export import export
from pages import pages
from reports import reports
from sizes import sizes
from snapshot import snapshot
from start import start
from sync import sync
from tablets import tablets

PARTS: dict[str, Callable[[Path], Iterable[Row]]] = {
    "start": start, "sizes": sizes, "export": export, "reports": reports, "sync": sync, "tablets": tablets,
    "snapshot": snapshot, "dashboards": dashboards, "pages": pages,
}


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
    failed = []
    for word in wanted:
        print(f"Measuring: {word}", file=sys.stderr, flush=True)
        # Below target/: /tmp is in memory on some machines, and writes there cost nothing.
        (ROOT / "target").mkdir(exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="bench-", dir=ROOT / "target"))
        rows: list[Row] = []
        try:
            for row in PARTS[word](folder):
                rows.append(row)
        except (OSError, sqlite3.Error, subprocess.SubprocessError, SystemExit) as error:
            failed.append(word)
            print(f"{word} could not be measured: {error}", file=sys.stderr, flush=True)
        finally:
            # At once: what was measured in half an hour must not be lost with what fails after it.
            if rows:
                show(rows)
            shutil.rmtree(folder, ignore_errors=True)
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
