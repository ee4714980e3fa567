#!/usr/bin/env python3
"""Checks an exported CSV file with other people's readers: Python's csv module and libhxl.

    .venv/bin/python tools/check_csv.py [--profile csv] FILE TAG…
    .venv/bin/python tools/check_csv.py --profile csv-excel FILE

A TAG is an expected hashtag, '#output+contacts+num'; one argument may hold several, separated by
'|'. The order of attributes does not matter, as it does not to libhxl. A file for Excel is for
people and has no hashtags. Prints one line for each problem; exit code 0 without a problem, 1 with
one, 2 for wrong usage.

Why each of these is checked:
- lines end in CRLF, and every line has equally many fields (RFC 4180);
- the byte order mark stands in csv-excel, for Excel, and not in csv, for programs;
- every expected column is tagged: hxlvalidate skips a misspelt tag and is content;
- no text begins with a sign that a spreadsheet would take for a formula.
"""

import argparse
import csv
import io
import logging
import re
import subprocess
import sys
from pathlib import Path

import hxl
import structlog
from hxl.model import Column

DELIMITER = {"csv": ",", "csv-excel": ";"}
BOM = "\ufeff"
NUMBER = re.compile(r"-\d+([.,]\d+)?")


def column(tag: str) -> tuple[str, frozenset[str]] | None:
    """A hashtag as libhxl reads it, or None where it reads none."""
    parsed = Column.parse(tag)
    return (parsed.tag, frozenset(parsed.attributes)) if parsed else None


def line_ends(text: str) -> list[str]:
    """Every line that does not end in CRLF. A line break inside quotes is text, not a line's end."""
    problems, quoted, line = [], False, 1
    for at, sign in enumerate(text):
        if sign == '"':
            quoted = not quoted
        elif sign == "\n":
            if not quoted and text[at - 1 : at] != "\r":
                problems.append(f"line {line}: ends in LF, not in CRLF")
            line += 1
        elif sign == "\r" and not quoted and text[at + 1 : at + 2] != "\n":
            problems.append(f"line {line}: a CR without LF")
    if quoted:
        problems.append("the last quotation mark is not closed")
    if not text.endswith("\r\n"):
        problems.append("the last line does not end in CRLF")
    return problems


def check(path: Path, profile: str, expected: list[str]) -> list[str]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return [f"byte {fault.start}: not UTF-8"]
    problems = []
    if text.startswith(BOM) != (profile == "csv-excel"):
        problems.append("a byte order mark, which csv must not have" if profile == "csv"
                        else "no byte order mark, without which Excel garbles č and ć")
    text = text.removeprefix(BOM)
    problems += line_ends(text)

    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITER[profile], strict=True))
    needed = 2 if expected else 1
    if len(rows) < needed:
        return problems + [f"{len(rows)} line(s): at least {needed} are needed for header and hashtags"]
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            problems.append(f"record {number}: {len(row)} fields, the header has {len(rows[0])}")
        for cell in row:
            if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) and not NUMBER.fullmatch(cell):
                problems.append(f"record {number}: a spreadsheet takes this for a formula: {cell[:40]!r}")
    for name, count in sorted((name, rows[0].count(name)) for name in set(rows[0])):
        if count > 1 or not name:
            problems.append(f"header: {count} columns are called {name!r}")
    if not expected:
        return problems

    # What an outside reader sees. Not our own reading of record 2: libhxl decides what a tag is.
    try:
        with hxl.data(str(path), hxl.InputOptions(allow_local=True)) as source:
            found = {(c.tag, frozenset(c.attributes)) for c in source.columns if c.tag}
    except hxl.HXLException as fault:
        return problems + [f"libhxl cannot read it: {fault}"]
    for tag in expected:
        wanted = column(tag)
        if wanted is None:
            problems.append(f"{tag} is no hashtag (wrong in the call of this check)")
        elif wanted not in found:
            problems.append(f"no column is tagged {tag}")

    validate = Path(sys.executable).with_name("hxlvalidate")
    ran = subprocess.run([validate, path], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300)
    if ran.returncode != 0:
        said = [line.strip() for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]
        problems.append(f"hxlvalidate: exit code {ran.returncode}: {' / '.join(said)[:2000]}")
    return problems


def main() -> int:
    usage = argparse.ArgumentParser(description="Checks an exported CSV file with other people's readers.")
    usage.add_argument("--profile", choices=DELIMITER, default="csv")
    usage.add_argument("file", type=Path)
    usage.add_argument("tags", nargs="*", metavar="TAG", help="an expected hashtag, or several separated by |")
    given = usage.parse_args()
    # libhxl logs what it skips, twice; what matters of it becomes a problem of ours.
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    expected = [tag.strip() for text in given.tags for tag in text.split("|") if tag.strip()]
    if bool(expected) != (given.profile == "csv"):
        usage.error("csv needs at least one TAG, csv-excel takes none")
    try:
        problems = check(given.file, given.profile, expected)
    except (OSError, csv.Error) as fault:
        problems = [str(fault)]
    for problem in problems:
        print(f"{given.file}: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
