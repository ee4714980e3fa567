#!/usr/bin/env python3
"""Checks a data package, and a workbook of the same rows, with other people's readers.

    .venv/bin/python tools/check_package.py PACKAGE.zip [WORKBOOK.xlsx]

The package is judged by Frictionless (`frictionless validate`), by the W3C's rules for CSV on the web
(the package csvw) and by libhxl (`hxlvalidate`) with the schema below; the workbook is opened by
LibreOffice, and what it shows is compared with the package cell by cell. Prints one line for each
problem; exit code 0 without a problem, 1 with one.
"""

import csv
import json
import logging
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from csvw import CSVW
from frictionless import Package, system

# What our tags may hold, beyond what HXL itself demands.
HXL_SCHEMA = """#valid_tag,#valid_datatype,#valid_value+min,#valid_severity,#description
#reached,number,0,error,people are whole numbers and never negative
#affected,number,0,error,occupancy is a number
#output+contacts,number,0,error,contacts are a number
#date,date,,error,days are days
#indicator+pct,number,0,error,a share is no less than nothing
"""

problems = []


def say(problem):
    problems.append(problem)


def frictionless(folder):
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    for error in report.flatten(["title", "rowNumber", "fieldName", "message"]):
        say(f"frictionless: {error}")


def on_the_web(folder, table):
    found = CSVW(str(folder / f"{table}.csv-metadata.json"), validate=True)
    if not found.is_valid:
        say(f"csvw: {table} does not fit its metadata")


def hxl(folder, table):
    schema = folder / "hxl-schema.csv"
    schema.write_text(HXL_SCHEMA, encoding="utf-8")
    program = Path(sys.executable).parent / "hxlvalidate"
    told = subprocess.run(
        [program, "-s", schema, folder / f"{table}.csv"], capture_output=True, text=True, check=False
    )
    if told.returncode:
        say(f"hxlvalidate: {told.stdout[-2000:]}{told.stderr[-500:]}")


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def workbook(path, folder, table, fields):
    """What LibreOffice shows of the first sheet, as CSV, beside the rows of the package."""
    out = folder / "office"
    told = subprocess.run(
        [
            shutil.which("soffice") or "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
            "--outdir",
            out,
            path,
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    made = sorted(out.glob("*.csv")) if out.is_dir() else []
    if told.returncode or not made:
        return say(f"LibreOffice does not open it: {told.stdout}{told.stderr}")
    shown, sealed = rows_of(made[0])[1:], rows_of(folder / f"{table}.csv")[2:]
    if len(shown) != len(sealed):
        return say(f"LibreOffice shows {len(shown)} rows, the package has {len(sealed)}")
    compared = 0
    for number, (one, other) in enumerate(zip(shown, sealed, strict=True), 1):
        for field, seen, told in zip(fields, one, other, strict=True):
            # Words of the vocabulary are words in a workbook, and codes in a package.
            if field["type"] == "string":
                if bool(seen) != bool(told):
                    say(f"row {number}, {field['name']}: {seen!r} beside {told!r}")
                continue
            same = seen == told or (seen and told and number_of(seen) == number_of(told))
            compared += 1
            if not same:
                say(f"row {number}, {field['name']}: {seen!r} beside {told!r}")
    print(f"LibreOffice: {compared} cells agree" if not problems else "LibreOffice disagrees")


def number_of(text):
    try:
        return float(text)
    except ValueError:
        return None


def main():
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with zipfile.ZipFile(sys.argv[1]) as package:
            package.extractall(folder)
        described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        frictionless(folder)
        for resource in described["resources"]:
            table = resource["name"]
            on_the_web(folder, table)
            hxl(folder, table)
            if len(sys.argv) > 2:
                workbook(Path(sys.argv[2]), folder, table, resource["schema"]["fields"])
    for problem in problems[:40]:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
