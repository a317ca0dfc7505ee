"""A worker as a process of its own, which ends with the one that started it, however that ends.

The starter holds one end of a pipe; when it is gone, so is the pipe, and the worker leaves.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.settings import Settings

LEAVES_IN = 3.0  # seconds that a worker takes at most to leave
_ENDED = 0  # its status then: what is left undone is taken up again, so nothing went wrong


def start_worker(settings: Settings) -> subprocess.Popen[bytes]:
    """Start a worker that lives as long as this process does, or until ``end_worker``."""
    # -P: a folder named «db» where the command is given must not stand in for ours.
    command = [sys.executable, "-P", "-m", "firsthand", "worker", "--with-parent"]
    environment = {**os.environ, "FIRSTHAND_HOME": str(settings.home), "FIRSTHAND_USER": settings.user}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603


def end_worker(worker: subprocess.Popen[bytes]) -> None:
    """Tell a worker that it may go, and see it off."""
    if worker.stdin is not None:
        worker.stdin.close()
    try:
        worker.wait(LEAVES_IN + 1)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()


@contextmanager
def worker_beside(settings: Settings) -> Iterator[subprocess.Popen[bytes] | None]:
    """Have a worker at work beside what this process does, unless the settings leave that to others."""
    worker = start_worker(settings) if settings.worker else None
    try:
        yield worker
    finally:
        if worker is not None:
            end_worker(worker)


def leave_with_parent(stop: threading.Event) -> None:
    """Set ``stop`` when the process that started this one is gone, and end this one where it does not stop in time."""

    def wait() -> None:
        try:
            while os.read(0, 1024):
                pass
        finally:
            end_soon(stop)

    threading.Thread(target=wait, name="with-parent", daemon=True).start()


def end_soon(stop: threading.Event, leave: Callable[[int], object] = os._exit) -> None:
    """Set ``stop``, and end this process where that does not do it in time."""
    stop.set()
    timer = threading.Timer(LEAVES_IN, leave, [_ENDED])
    timer.daemon = True
    timer.start()
