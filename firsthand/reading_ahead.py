"""Reading ahead: while one article is written down the next ones are read, in as many processes as there are cores."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait

from firsthand.errors import FirsthandError, UnreadableText
from firsthand.reading import Incoming, ReadFile, attempt

Read = ReadFile | FirsthandError
Reader = Callable[[Incoming], Callable[[], Read]]
"""Takes bytes to be read, and gives back what waits for them to have been read."""

_DIED = "The process that read it ended, as it does when memory runs out. Add this file again with --jobs 1."


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def readers(jobs: int) -> Iterator[Reader]:
    """Open a number of reading processes, or read in this one where it is one; however it ends, none is left over."""
    if jobs <= 1:
        yield lambda incoming: partial(attempt, incoming)
        return
    others = set(multiprocessing.active_children())
    # Not forked: the progress bar runs in a thread of its own, and a fork would copy the locks that it holds.
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_serve)
    try:
        yield lambda incoming: partial(_answer, pool.submit(attempt, incoming))
    except BaseException:
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _answer(coming: Future[Read]) -> Read:
    try:
        return coming.result()
    except BrokenProcessPool:
        return UnreadableText(_DIED)


def _serve() -> None:
    """Leave Ctrl+C to the process that writes, and end when that one has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
