"""A worker talks to nobody but its database and the sites that jobs ask for (bar 17)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
WATCHED = """
import json, sys, threading, time
from pathlib import Path
reached = []
def audit(event, given):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        reached.append([event, repr(given[1] if event != "socket.getaddrinfo" else given[0])])
sys.addaudithook(audit)
from firsthand.jobs import Jobs, work
from firsthand.settings import load_settings
from firsthand.workspace import open_record
settings = load_settings({"FIRSTHAND_HOME": sys.argv[1]})
database = open_record(settings)
stop, started = threading.Event(), threading.Event()
worker = threading.Thread(target=work, args=(database, settings), kwargs={"stop": stop, "started": started})
worker.start()
assert started.wait(120)
time.sleep(5)
jobs = Jobs(settings)
jobs.watch(None, [1])
time.sleep(3)
stop.set()
worker.join()
jobs.close()
print(json.dumps(reached))
"""


def test_a_worker_that_starts_with_its_schedule_on_reaches_for_nothing(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == []
