#!/usr/bin/env python3
"""Compares two downloads of the reports by itself, and says where `what-changed` tells otherwise.

    python3 tools/check_changes.py BEFORE NOW WHAT_CHANGED.json

BEFORE and NOW are folders with the reports as `NAME.json`. Prints one line for each problem; exit
code 0 without a problem, 1 with one, 2 for wrong usage.
"""

import json
import sys
from pathlib import Path

# What tells the rows of a report apart, and what is no figure of theirs.
KEYS = ("session_id", "period_start", "period_end", "project_code", "site_code", "workshop_code", "product_code", "indicator_code")
NO_FIGURES = {"suppressed", "latitude", "longitude"}


def is_figure(name: str, value: object) -> bool:
    return name not in NO_FIGURES and isinstance(value, (int, float)) and not isinstance(value, bool)


def rows(file: Path) -> dict[tuple, dict]:
    found: dict[tuple, dict] = {}
    for row in json.loads(file.read_text()):
        key = tuple(row.get(name) for name in KEYS)
        if key in found:
            sys.exit(f"{file}: two rows with the key {key}")
        found[key] = row
    return found


def differences(name: str, before: Path, now: Path) -> dict[tuple, tuple]:
    """The figures that differ, each with both values; None is what is not told."""
    one, other = rows(before / f"{name}.json"), rows(now / f"{name}.json")
    numbers = {column for table in (one, other) for row in table.values() for column, value in row.items() if is_figure(column, value)}
    found = {}
    for key in one.keys() | other.keys():
        for column in numbers:
            was, is_now = (table.get(key, {}).get(column) for table in (one, other))
            # That nobody was counted and that nothing is told of a row are the same here.
            if was != is_now and (was or is_now):
                found[(name, *key, column)] = (was, is_now)
    return found


def told(file: Path) -> dict[tuple, tuple]:
    found = {}
    for row in json.loads(file.read_text()):
        of_session = row["session_id"] is not None
        item = row["item_code"]
        product = item if row["report"] == "output-production" else None
        indicator = item if row["report"] == "indicator-progress" else None
        days = (None, None) if of_session else (row["period_start"], row["period_end"])
        key = (row["report"], row["session_id"], *days, row["project_code"], row["site_code"], row["workshop_code"], product, indicator)
        found[(*key, row["figure"])] = (row["before"], row["now"], row["change"])
    return found


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    before, now, file = map(Path, sys.argv[1:])
    expected: dict[tuple, tuple] = {}
    for report in sorted(path.stem for path in now.glob("*.json")):
        expected |= differences(report, before, now)
    found = told(file)
    problems = [f"not told: {key} {values}" for key, values in expected.items() if key not in found]
    for key, (was, is_now, change) in found.items():
        wanted = expected.get(key)
        if wanted is None:
            # Zero and hidden look the same to who sees no reason.
            if was or is_now:
                problems.append(f"not so: {key} {(was, is_now)}")
        elif ((was or 0), (is_now or 0)) != ((wanted[0] or 0), (wanted[1] or 0)):
            problems.append(f"{key}: told {(was, is_now)}, found {wanted}")
        elif change is not None and round(is_now - was, 6) != change:
            problems.append(f"{key}: {is_now} less {was} is not {change}")
        elif change is None and was is not None and is_now is not None:
            problems.append(f"{key}: no change is told of {was} and {is_now}")
    if not expected:
        problems.append("nothing differs, so nothing was compared")
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
