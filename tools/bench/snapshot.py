"""What a tablet fetches of a centre with a thousand people, as it is served."""

import json
import uuid
from pathlib import Path

from common import DAY, Client, Row, best_of, demo_served, envelope, person

PEOPLE = 1_000
LANGUAGES = ("ara", "pes", "pus", "urd", "fra", "eng", "srp", "kmr")
# Given names of the length that they have; an alias is one of them and a number.
ALIASES = ("Amina", "Bilal", "Farida", "Hasan", "Ibrahim", "Jamila", "Khadija", "Lejla", "Mohamed", "Nasrin", "Omar", "Rania")


def fill(port: int) -> None:
    """A thousand people at Krnjača: two languages each, one in three enrolled."""
    manager = Client(port, "manager-krn")
    known = manager.snapshot()
    workshop = next(w["id"] for w in known["workshops"] if w["code"] == "KRN-SEW")
    commands = []
    for n in range(PEOPLE - len(known["people"])):
        someone = str(uuid.uuid4())
        commands.append(person(someone, known["centre"], f"{ALIASES[n % len(ALIASES)]} {n}"))
        for language, level in ((LANGUAGES[n % 8], "speaks"), (LANGUAGES[n // 8 % 8], "understands")):
            commands.append(envelope({"record_language": {"person": someone, "language": language, "level": level}}))
        if n % 3 == 0:
            commands.append(envelope({"enrol": {"enrolment": str(uuid.uuid4()), "person": someone,
                                                "workshop": workshop, "from": DAY}}))
    manager.send(commands)


def snapshot(folder: Path) -> list[Row]:
    with demo_served(folder) as port:
        fill(port)
        tablet = Client(port, "dragojla")
        fetch = lambda how: tablet.call("GET", "/api/v1/snapshot", Accept_Encoding=how)
        plain = fetch("identity")
        people = len(json.loads(plain)["people"])
        rows = []
        for how, name in (("br", "brotli"), ("gzip", "gzip")):
            sent = len(fetch(how))
            rows.append(Row(f"Snapshot, {people:,} people, {name}", f"{sent / 1000:,.1f} kB",
                            f"{len(plain) / 1000:,.1f} kB plain", f"{sent / len(plain):.2f}"))
        seconds = best_of(5, lambda: fetch("br"))
        bare = best_of(5, lambda: tablet.call("GET", "/readyz"))
        rows.append(Row(f"Snapshot, {people:,} people, until it is there", f"{seconds * 1000:,.1f} ms",
                        f"{bare * 1000:,.1f} ms /readyz", f"{seconds / bare:.0f}"))
        return rows
