"""The child process that reads foreign bytes: it answers one job after the other, within limits of memory and time.

A job and its answer are frames: two lengths, a JSON object, bytes. The process that was started only waits and starts
readers, each a copy of itself with everything loaded; a reader that a limit has ended is replaced within milliseconds.
What reads has no business with the network, with files or with other programs, and is refused all of them.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn

from firsthand.sources.parser_frames import Frame, packed, unpacked

_SPENT = 3  # exit status of a reader that has to be replaced and has answered
_PIECE = 1 << 20
_START = 60.0  # seconds
_HEAVY = 400 << 20  # bytes; a reader that once took more gives them back by making room for a new one
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "ctypes.")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


def main() -> None:
    """Serve jobs from standard input until it ends; ``argv`` holds the limits, megabytes and seconds."""
    memory, seconds = int(sys.argv[1]) << 20, float(sys.argv[2])
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever a library prints goes nowhere near the answers
    _load_the_readers()
    _write(answers, Frame({"ready": True}, b""))
    if not hasattr(os, "fork"):
        _work(answers, memory, seconds)
    while True:
        reader = os.fork()
        if not reader:
            _limit(memory)
            _work(answers, memory, seconds)
        _, status = os.waitpid(reader, 0)
        code = os.waitstatus_to_exitcode(status)
        if code == 0:
            return
        if code != _SPENT:
            _write(answers, Frame({"died": code}, b""))


def _work(answers: int, memory: int, seconds: float) -> NoReturn:
    """Answer jobs; the process ends with standard input, by a limit, or because it has become heavy."""
    from firsthand.sources.parser_answers import answer  # noqa: PLC0415 - loaded by now

    sys.addaudithook(_refuse)
    while True:
        job = unpacked(_from_standard_input)
        if job is None:
            os._exit(0)
        _set_alarm(seconds)
        reply = answer(job, seconds)
        _set_alarm(0)
        peak = _peak()
        _write(answers, Frame({**reply.head, "peak": peak}, reply.body))
        if hasattr(os, "fork") and (peak > min(_HEAVY, memory) or reply.head.get("out_of_memory")):
            os._exit(_SPENT)


def _load_the_readers() -> None:
    """Import all that reading needs before the limits are set, and read a page, which loads what is loaded late."""
    from firsthand.sources.parser_answers import answer  # noqa: PLC0415 - in the child only
    from firsthand.text import docx_files, pdf  # noqa: F401, PLC0415

    page = b"<html lang='en'><head><title>Page</title></head><body><h1>Page</h1><p>It has words.</p></body></html>"
    for kind in ("source", "article"):
        answer(Frame({"kind": kind, "media_type": "text/html"}, page), _START)


def _limit(memory: int) -> None:
    """Set what the kernel holds a reader to: memory, no file written, no file of its memory left behind."""
    import resource  # noqa: PLC0415 - not on Windows, where only the parent's patience limits

    for kind, wanted in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (most, most))


def _set_alarm(seconds: float) -> None:
    """Let the kernel end the process after so much time, by the clock; nothing that reads can put that off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _peak() -> int:
    """Tell the most memory that the process has held, in bytes; 0 where the system does not say."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _refuse(event: str, details: tuple[object, ...]) -> None:
    """Refuse what reading never needs: connections, other programs, files to be written."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"Reading a file needs no {event}.")
    if event == "open" and len(details) > 2 and isinstance(details[2], int) and details[2] & _WRITES:  # noqa: PLR2004
        raise PermissionError("Reading a file writes none.")


def _from_standard_input(size: int) -> bytes:
    pieces = []
    while size > 0:
        piece = os.read(0, min(size, _PIECE))
        if not piece:
            break
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _write(descriptor: int, frame: Frame) -> None:
    left = memoryview(packed(frame))
    try:
        while left:
            left = left[os.write(descriptor, left[:_PIECE]) :]
    except BrokenPipeError:  # whoever asked is gone
        os._exit(0)


if __name__ == "__main__":
    main()
