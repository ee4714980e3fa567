"""Lighthouse's score of performance, as a phone opens the tablet's page and the dashboard."""

import json
import statistics
import subprocess
from pathlib import Path

from common import ROOT, Client, Row, demo_served

TIMES = 5
GOAL = 95


def pages(folder: Path) -> list[Row]:
    rows = []
    with demo_served(folder) as port:
        for login, page in (("dragojla", "/tablet"), ("manager-krn", "/centres/KRN")):
            said = subprocess.run(
                ["node", ROOT / "tools/lighthouse.mjs", f"http://127.0.0.1:{port}{page}", Client(port, login).cookie, str(TIMES), "performance"],
                check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, timeout=600)
            scores = json.loads(said.stdout)["scores"]["performance"]
            median = statistics.median(scores)
            rows.append(Row(f"Lighthouse, performance of {page}, median of {TIMES}", f"{median:.0f}",
                            f"{GOAL} wished for; {min(scores)} to {max(scores)}", f"{median / GOAL:.2f}"))
    return rows
