"""Runs a command and tells how long it took and the most memory that it had.

    python3 -I -S peak.py SECONDS REPORT COMMAND…

In a process of its own, since a process that Linux starts inherits the peak of whoever started it: under
one that has read a large file every command would seem as large. This one is smaller than any of them.
"""

import json
import os
import signal
import subprocess
import sys
import time

within, report, *command = sys.argv[1:]
begun = time.perf_counter()
child = subprocess.Popen(command)
signal.signal(signal.SIGALRM, lambda *_: child.kill())
signal.alarm(int(within))
_, status, usage = os.wait4(child.pid, 0)
with open(report, "w", encoding="utf-8") as out:
    json.dump({"seconds": time.perf_counter() - begun, "peak": usage.ru_maxrss << 10}, out)
sys.exit(os.waitstatus_to_exitcode(status) & 0xFF)
