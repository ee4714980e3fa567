"""What a tablet's first visit fetches, with brotli; the sum beside the budget."""

import json
import sys
from pathlib import Path

from common import SITE, Row

# All that a tablet must fetch over a bad line before it works.
BUDGET = 350_000
CODE = (".wasm", ".js", ".css")


def code() -> list[Path]:
    """The files of the tablet's page: as the site's own list says, with the service worker."""
    listed = SITE / "site.json"
    if not listed.exists():
        return [SITE / "pkg" / f"radionica{ending}" for ending in CODE]
    names = [name for name in json.loads(listed.read_text())["files"] if name.endswith(CODE)]
    files = [SITE / name.lstrip("/") for name in names]
    # A service worker lies at the top, or it could not answer for all pages; no page names it in a list.
    return files + sorted(set(SITE.glob("*.js")) - set(files))


def sizes(_folder: Path) -> list[Row]:
    rows, total = [], 0
    for plain in code():
        if not plain.exists():
            sys.exit(f"{plain} is missing: build the site with `make build`")
        small = plain.with_name(f"{plain.name}.br")
        # A tiny file may be larger when compressed, and is then sent plain.
        sent = (small if small.exists() else plain).stat().st_size
        total += sent
        rows.append(Row(f"{plain.name}, brotli", f"{sent / 1000:,.1f} kB", f"{plain.stat().st_size / 1000:,.1f} kB plain",
                        f"{sent / plain.stat().st_size:.2f}"))
    rows.append(Row("The tablet's code, brotli", f"{total / 1000:,.1f} kB", f"{BUDGET / 1000:,.0f} kB the budget", f"{total / BUDGET:.2f}"))
    if total > BUDGET:
        rows.append(Row("OVER THE BUDGET", f"{(total - BUDGET) / 1000:,.1f} kB too much"))
    return rows
