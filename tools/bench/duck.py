"""DuckDB beside Radionica, in a process of its own: what it takes and what it needs is its alone.

    python duck.py load FILE FOLDER       makes a database of the CSV files of a folder
    python duck.py write FILE QUERY OUT   writes what the query in a file gives, as CSV

Its reader of SQLite's files would have to be fetched from the net, so the rows come as CSV.
"""

import json
import sys
from pathlib import Path

import duckdb


def load(file: str, folder: str) -> None:
    """`tables.json` tells the columns of each table with their types."""
    with duckdb.connect(file) as database:
        for table, columns in json.loads(Path(folder, "tables.json").read_text()).items():
            rows = database.read_csv(f"{folder}/{table}.csv", header=True, columns=columns, na_values="\\N", quotechar='"')
            rows.create(table)


def write(file: str, query: str, out: str) -> None:
    with duckdb.connect(file, read_only=True) as database:
        database.execute(f"copy ({Path(query).read_text()}) to '{out}' (format csv, header false)")


if __name__ == "__main__":
    {"load": load, "write": write}[sys.argv[1]](*sys.argv[2:])
