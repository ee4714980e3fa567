"""R1 over a million shifts and R3 over two million marks, beside the SQLite shell and DuckDB.

The shell reads the same file; DuckDB reads tables of its own, which are loaded before its clock runs.
Every cell of the three must agree. Then what the formats cost, and whether memory grows with the
shifts: beside ten years stands the last of them.
"""

import csv
import itertools
import json
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import million
import queries
from common import BINARY, ROOT, Row, environment, radionica

# Where DuckDB is installed (tools/requirements.txt).
PYTHON = ROOT / ".venv/bin/python"
HERE = Path(__file__).resolve().parent
WITHIN = 900
# How often what is compared is run; the fastest counts. A workbook or a package is made once.
TIMES = 2
# A tenth of the days, with a tenth of the shifts and of the marks.
TENTH = "2020-04-01"
FORMATS = {"csv": "csv", "xlsx": "xlsx", "package": "data package"}

# What the queries read; DuckDB gets nothing else.
TABLES = {
    "shift": "seq, id, workshop, centre, day, start, minutes, progress, closed_at, withdrawn",
    "attendance": "shift, person, presence, stands",
    "headcount": "shift, sex, band, people, stands",
    "output": "shift, product, quantity, voided, rejected",
    "shift_facilitator": "shift",
    "enrolment": "person, workshop, shift, from_day, to_day",
    "person": "seq, sex, born, told_years, told_on, separation, same_as",
    "functioning": "seq, person, on_day, answers",
    "workshop": "seq, code, title_en, activity",
    "product": "seq, unit",
    "centre": "seq, code, name_en, adm1_en, adm1_code, adm2_en",
    "centre_kind": "seq, centre, from_day, kind",
    "share": "workshop, project, from_day, to_day",
    "project": "seq, code, title_en, implementer_en, funder_en, programme_en",
}


@dataclass
class Run:
    """Seconds, and the most bytes in memory."""

    seconds: float
    peak: int


def run(folder: Path, *command: str | Path, read: Path | None = None, out: Path | None = None, times: int = 1) -> Run:
    """The fastest of some runs, and the most memory of them all."""
    runs = []
    for _ in range(times):
        with (read or Path("/dev/null")).open("rb") as given, (out or Path("/dev/null")).open("wb") as taken:
            subprocess.run([sys.executable, "-I", "-S", HERE / "peak.py", str(WITHIN), folder / "peak.json", *command],
                           cwd=folder, env=environment(folder) | {"TMPDIR": str(folder)}, stdin=given, stdout=taken, check=True)
        runs.append(Run(**json.loads((folder / "peak.json").read_text())))
    return Run(min(run.seconds for run in runs), max(run.peak for run in runs))


def load_duckdb(folder: Path) -> Path:
    """The tables in a file of DuckDB's own."""
    with closing(sqlite3.connect(folder / "r.db")) as database:
        types = {table: {name: "bigint" if "int" in kind.lower() else "varchar"
                         for _, name, kind, *_ in database.execute(f"pragma table_info({table})")} for table in TABLES}
    for table, columns in TABLES.items():
        with (folder / f"{table}.csv").open("wb") as out:
            subprocess.run(["sqlite3", "-readonly", "-csv", "-header", "-nullvalue", "\\N", folder / "r.db",
                            f"select {columns} from {table}"], stdin=subprocess.DEVNULL, stdout=out, check=True, timeout=300)
    wanted = {table: {name: types[table][name] for name in columns.split(", ")} for table, columns in TABLES.items()}
    (folder / "tables.json").write_text(json.dumps(wanted))
    file = folder / "r.duckdb"
    subprocess.run([PYTHON, HERE / "duck.py", "load", file, folder], stdin=subprocess.DEVNULL, check=True, timeout=300)
    for table in TABLES:
        (folder / f"{table}.csv").unlink()
    return file


def lines(file: Path, skip: int = 0) -> Iterator[list[str]]:
    with file.open(encoding="utf-8", newline="") as text:
        yield from itertools.islice(csv.reader(text), skip, None)


def agree(ours: Path, others: dict[str, Path]) -> int:
    """Ends the measurement unless every cell is the same: fast and wrong is not fast. Gives the rows."""
    heads = next(lines(ours))
    number = 0
    # Two lines more in ours: the labels and the hashtags.
    for number, (row, *rest) in enumerate(itertools.zip_longest(lines(ours, 2), *map(lines, others.values())), 1):
        for name, other in zip(others, rest):
            if row != other:
                if row is None or other is None:
                    sys.exit(f"{ours.name} and {name} differ in length at row {number:,}")
                pairs = itertools.zip_longest(heads, row, other)
                head, one, two = next(pair for pair in pairs if pair[1] != pair[2])
                sys.exit(f"{ours.name} and {name} differ in row {number:,}, {head}: {one!r} and {two!r}")
    return number


def same_rows(name: str, whole: Path, made: Path) -> None:
    """Ends the measurement unless a workbook or a package holds the rows of the CSV file."""
    with zipfile.ZipFile(made) as archive, whole.open("rb") as rows:
        wanted = itertools.islice(rows, 2, None)
        if made.suffix == ".package":
            member = next(one for one in archive.namelist() if one.endswith(".csv"))
            with archive.open(member) as table:
                holds = all(one == two for one, two in itertools.zip_longest(wanted, itertools.islice(table, 2, None)))
        else:
            # The head is a row as well. A tag that is cut in two is put together again.
            found, end = 0, b""
            with archive.open("xl/worksheets/sheet1.xml") as sheet:
                while piece := sheet.read(1 << 20):
                    found += (end + piece).count(b"<row ")
                    end = piece[-4:]
            holds = found == sum(1 for _ in wanted) + 1
    if not holds:
        sys.exit(f"{name}: {made.name} holds other rows than {whole.name}")


def megabytes(size: float) -> str:
    return f"{size / 1e6:,.0f} MB"


def compared(folder: Path, duckdb: Path, name: str, title: str, count: int, unit: str) -> Iterator[Row]:
    """One report: beside both databases, then in each format."""
    question = queries.QUESTIONS[name](million.FROM, million.TO)
    script, statement = folder / "shell.sql", folder / "duckdb.sql"
    script.write_text(question.for_shell())
    statement.write_text(question.for_duckdb())

    def ours(kind: str, first: str, times: int = 1) -> tuple[Path, Run]:
        file = folder / f"{first}.{kind}"
        made = run(folder, BINARY, "report", name, "--from", first, "--to", million.TO, "--format", kind, "-o", file, times=times)
        return file, made

    whole, csv_run = ours("csv", million.FROM, TIMES)
    theirs = {"sqlite3": folder / "sqlite3.csv", "DuckDB": folder / "duckdb.csv"}
    beside = {
        "sqlite3": run(folder, "sqlite3", "-readonly", "-csv", folder / "r.db", read=script, out=theirs["sqlite3"], times=TIMES),
        "DuckDB": run(folder, PYTHON, HERE / "duck.py", "write", duckdb, statement, theirs["DuckDB"], times=TIMES),
    }
    written = agree(whole, theirs)
    for who, other in beside.items():
        yield Row(f"{title}, {count:,} {unit}, {written:,} rows, csv", f"{csv_run.seconds:,.2f} s", f"{other.seconds:,.2f} s {who}",
                  f"{csv_run.seconds / other.seconds:.2f}")
        yield Row("  peak memory then", megabytes(csv_run.peak), f"{megabytes(other.peak)} {who}", f"{csv_run.peak / other.peak:.2f}")
        theirs[who].unlink()
    for kind, label in FORMATS.items():
        file, long = (whole, csv_run) if kind == "csv" else ours(kind, million.FROM)
        if kind != "csv":
            same_rows(title, whole, file)
            file.unlink()
            yield Row(f"{title}, {label}", f"{long.seconds:,.2f} s", f"{csv_run.seconds:,.2f} s csv",
                      f"{long.seconds / csv_run.seconds:.2f}")
        rate, peaks = count / long.seconds, (long.peak, ours(kind, TENTH)[1].peak)
        yield Row(f"  {label}, {unit} a second", f"{rate:,.0f}/s")
        yield Row(f"  {label}, peak memory", megabytes(peaks[0]), f"{megabytes(peaks[1])} a tenth of the days",
                  f"{peaks[0] / peaks[1]:.2f}")


def reports(folder: Path) -> Iterator[Row]:
    radionica(folder, "demo", "--weeks", "1", "--centres", "20")
    million.fill(folder / "r.db")
    duckdb = load_duckdb(folder)
    yield from compared(folder, duckdb, "session-log", "R1", million.SHIFTS, "shifts")
    yield from compared(folder, duckdb, "people-by-sex-and-age", "R3", million.MARKS, "marks")
