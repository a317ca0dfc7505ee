"""Reading foreign bytes where they can do no harm: in a child process with limits of memory and time.

A page of a megabyte can take a parser twenty seconds or a gigabyte. The child is started once and answers job after
job; what exceeds a limit ends its reader and not the program that asked, which is told why in words.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import firsthand
from firsthand.sources.parsed import CRASHED, Parsed, parsed
from firsthand.sources.parser_frames import Frame, packed, unpacked
from firsthand.text.decoding import MAX_BYTES

__all__ = ["MEMORY", "SECONDS", "Parsed", "Parser", "shared_parser"]

MEMORY = 1024  # megabytes
SECONDS = 8.0
_GRACE = 1.0  # seconds; the child ends itself at the limit, and is ended where it does not
_START = 60.0  # seconds
_LONGEST_ANSWER = 200 << 20
_ALARM = 14  # SIGALRM, which Windows has no name for

_TOO_LONG = "Reading this file took longer than {} seconds and was stopped; open it, copy its text and paste it."
_TOO_BIG = "Reading this file took more than {} MB of memory and was stopped; open it, copy its text and paste it."
_LARGE = f"The file is larger than {MAX_BYTES // 1024**2} MB, more than can be read; save only its text and add that."


class Parser:
    """One child process that reads, for any number of threads, one job at a time; started by the first of them.

    ``memory`` is in megabytes, ``seconds`` are those of the clock; both are for one job. The memory is held to by the
    kernel, where it has such limits (Linux does); the time everywhere.
    """

    def __init__(self, *, memory: int = MEMORY, seconds: float = SECONDS) -> None:
        """Set the limits; nothing is started."""
        self.peak = 0
        self._memory = memory
        self._seconds = seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def start(self) -> None:
        """Start the child ahead, without waiting until it is ready."""
        with self._lock:
            self._started()

    def close(self) -> None:
        """End the child; the next job starts another one."""
        with self._lock:
            self._end()

    def parse(
        self,
        data: bytes,
        media_type: str | None,
        url: str | None,
        file_name: str | None = None,
        *,
        article: bool = False,
    ) -> Parsed:
        """Read a source, or as an ``article`` what is taken in as one; never raises for what the bytes do.

        ``url`` is where they came from: links are resolved against it.
        """
        if len(data) > MAX_BYTES:
            return Parsed(text=None, reason=_LARGE)
        kind = "article" if article else "source"
        job = Frame({"kind": kind, "media_type": media_type, "url": url, "file_name": file_name}, data)
        with self._lock:
            answered = self._answer(packed(job))
        return _stopped(answered) if isinstance(answered, str) else parsed(answered)

    def _answer(self, job: bytes) -> Frame | str:
        """Return the child's answer, or why there is none."""
        try:
            child = self._started()
            self._wait_until_ready(child)
            answered = self._exchange(child, job)
        except (OSError, ValueError):
            answered = None
        if answered is None:
            self._end()
            self._started()  # so that the next job need not wait for it
            return CRASHED
        self.peak = max(self.peak, int(answered.head.get("peak") or 0))
        if "died" in answered.head:
            return self._why(answered.head["died"])
        return _TOO_BIG.format(self._memory) if answered.head.get("out_of_memory") else answered

    def _exchange(self, child: subprocess.Popen[bytes], job: bytes) -> Frame | None:
        with _ended_after(child, self._seconds + _GRACE) as ended:
            answered = None
            with contextlib.suppress(BrokenPipeError):
                _pipe(child.stdin).write(job)
                _pipe(child.stdin).flush()
                answered = unpacked(_pipe(child.stdout).read, _LONGEST_ANSWER)
        return Frame({"died": -_ALARM}, b"") if answered is None and ended.is_set() else answered

    def _why(self, code: object) -> str:
        if code == -_ALARM:
            return _TOO_LONG.format(f"{self._seconds:g}")
        return CRASHED

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._owner != os.getpid() or self._child.poll() is not None:
            self._end()
            self._child, self._owner = _start(self._memory, self._seconds), os.getpid()
        return self._child

    def _wait_until_ready(self, child: subprocess.Popen[bytes]) -> None:
        if not self._ready:
            with _ended_after(child, _START):
                self._ready = unpacked(_pipe(child.stdout).read, _LONGEST_ANSWER) is not None

    def _end(self) -> None:
        child, self._child, self._ready = self._child, None, False
        if child is None:
            return
        if self._owner == os.getpid():  # a copy of this process leaves the child to the one that started it
            _kill(child)
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


@cache
def shared_parser() -> Parser:
    """Return the parser that this process shares, for what comes by hand; it ends with the process."""
    parser = Parser()
    atexit.register(parser.close)
    return parser


def _stopped(why: str) -> Parsed:
    return Parsed(text=None, reason=why, out_of_limits=True)


def _start(memory: int, seconds: float) -> subprocess.Popen[bytes]:
    """Start the child with nothing of this process but its code: neither settings nor keys are in its environment."""
    root = str(Path(firsthand.__file__).parents[1])
    kept = {name: value for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if (value := os.environ.get(name))}
    environment: Mapping[str, str] = {**kept, "PYTHONPATH": root, "MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-P", "-m", "firsthand.sources.parser_process", str(memory), str(seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )


@contextlib.contextmanager
def _ended_after(child: subprocess.Popen[bytes], seconds: float) -> Iterator[threading.Event]:
    """End the child where it takes longer; the event tells that it did."""
    ended = threading.Event()

    def end() -> None:
        ended.set()
        _kill(child)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield ended
    finally:
        timer.cancel()


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child and its reader, which are a group of their own."""
    kill_group: Callable[[int, int], None] | None = getattr(os, "killpg", None)
    with contextlib.suppress(OSError):
        if kill_group is not None and child.poll() is None:
            kill_group(child.pid, 9)
    with contextlib.suppress(OSError):
        child.kill()
    child.wait()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("The child has no pipe.")
    return pipe
