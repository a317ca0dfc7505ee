"""Workers that can be killed: a process that has loaded everything, and forks a worker whenever it is told to.

Run as a module with the home, the record's address and the loopback names; each line on its standard input starts a
worker and is answered with its process's number. It ends, as its workers do, when its input does.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from db.session import Database
from firsthand.jobs import steps, work, workflows  # noqa: F401 - loaded before the first fork
from firsthand.jobs.child import leave_with_parent
from tests.firsthand.jobs.working import settings_of
from tests.firsthand.sources.loopback import loopback_web

ROOT = Path(__file__).parents[3]


class Lives:
    """Starts workers one after the other, or several beside one another."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def begin(self) -> int:
        """Start a worker; tells its process's number."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("begin\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def end(self, pid: int) -> None:
        """Kill a worker."""
        os.kill(pid, signal.SIGKILL)


@contextmanager
def lives(database: Database, hosts: Mapping[str, tuple[str, int]]) -> Iterator[Lives]:
    url = database.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.firsthand.jobs.lives", str(database.folder), url, json.dumps(hosts)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Lives(process)
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(30)


def live(folder: Path, url: str, hosts: Mapping[str, tuple[str, int]]) -> None:
    """Be a worker."""
    database = Database(url, folder)
    stop = threading.Event()
    leave_with_parent(stop)
    work(database, settings_of(database), web=loopback_web(hosts), stop=stop)
    os._exit(0)


def main() -> None:
    folder, url, hosts = Path(sys.argv[1]), sys.argv[2], {k: tuple(v) for k, v in json.loads(sys.argv[3]).items()}
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    held, lifeline = os.pipe()
    while sys.stdin.buffer.raw.readline():  # type: ignore[attr-defined]
        pid = os.fork()
        if pid == 0:
            os.close(lifeline)
            os.dup2(held, 0)  # which ends when the forking process does
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            live(folder, url, hosts)
        print(pid, flush=True)


if __name__ == "__main__":
    main()
