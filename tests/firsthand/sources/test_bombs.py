"""Answers made to fill the memory or never to end: each is over in time, and a process of its own hardly grows."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.firsthand.sources.wire import Line, answer, path_of, wire

SECONDS = 1.5  # what a fetch may take here
MARGIN = 8.0  # of a machine on which everything else is busy too; half a second on one of one's own
MEGABYTES = 32
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
GIGABYTE = 1024**3
BLOCK = bytes(1024 * 1024)

Bomb = Callable[[Line], None]


def gzip_of(block: bytes, times: int) -> Iterator[bytes]:
    """Pack one block again and again, while it is sent."""
    packing = zlib.compressobj(9, zlib.DEFLATED, 31)
    for _ in range(times):
        yield packing.compress(block)
    yield packing.flush()


def packed_gigabyte(line: Line) -> None:
    line.sendall(HEAD + b"Content-Encoding: gzip\r\n\r\n")
    for piece in gzip_of(BLOCK, GIGABYTE // len(BLOCK)):
        line.sendall(piece)


def packed_just_below_the_ratio(line: Line) -> None:
    line.sendall(HEAD + b"Content-Encoding: gzip\r\n\r\n")
    noise = random.Random(2026).randbytes(8 * 1024)
    for piece in gzip_of(noise + bytes(1024 * 1024 - len(noise)), 1024):
        line.sendall(piece)


def packed_twice(line: Line) -> None:
    line.sendall(HEAD + b"Content-Encoding: gzip, gzip\r\n\r\n")
    line.sendall(zlib.compress(b"".join(gzip_of(BLOCK, 100))))


def packed_in_ten_thousand_members(line: Line) -> None:
    line.sendall(HEAD + b"Content-Encoding: gzip\r\n\r\n")
    line.sendall(b"".join(gzip_of(b"", 1)) * 10_000)
    endless_of(b"".join(gzip_of(b"", 1)) * 1000)(line)


def endless_of(piece: bytes, head: bytes = b"") -> Bomb:
    def send(line: Line) -> None:
        line.sendall(head)
        while True:
            line.sendall(piece)

    return send


def dripping(head: bytes, drop: bytes, every: float = 0.1) -> Bomb:
    def send(line: Line) -> None:
        line.sendall(head)
        until = time.monotonic() + SECONDS + 2 * MARGIN
        while time.monotonic() < until:
            line.sendall(drop)
            time.sleep(every)

    return send


def never(line: Line) -> None:
    line.recv(1)


def onward(line: Line) -> None:
    time.sleep(SECONDS / 4)
    line.sendall(answer(b"", "Location: /redirects-that-take-their-time", status="302 Found"))


def lying(line: Line) -> None:
    line.sendall(HEAD + b"Content-Length: 99999999999999\r\n\r\n")
    endless_of(BLOCK)(line)


_CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
BOMBS: dict[str, Bomb] = {
    "/a-gigabyte-packed": packed_gigabyte,
    "/a-gigabyte-packed-just-below-the-ratio": packed_just_below_the_ratio,
    "/packed-twice": packed_twice,
    "/packed-in-endless-members": packed_in_ten_thousand_members,
    "/a-body-without-end": endless_of(BLOCK, HEAD + b"\r\n"),
    "/tls-a-body-without-end": endless_of(BLOCK, HEAD + b"\r\n"),
    "/chunks-without-end": endless_of(b"10000\r\n" + bytes(65536) + b"\r\n", _CHUNKED),
    "/chunks-of-a-byte-without-end": endless_of(b"1\r\nx\r\n" * 10_000, _CHUNKED),
    "/a-chunk-size-without-end": endless_of(b"0" * 65536, _CHUNKED),
    "/a-chunk-extension-without-end": endless_of(b"x" * 65536, _CHUNKED + b"1;"),
    "/trailers-without-end": endless_of(b"X-More: 1\r\n" * 1000, _CHUNKED + b"0\r\n"),
    "/a-length-that-lies": lying,
    "/headers-without-end": endless_of(b"X-More: 1\r\n" * 1000, HEAD),
    "/one-header-without-end": endless_of(b"x" * 65536, HEAD + b"X-Long: "),
    "/a-first-line-without-end": endless_of(b"x" * 65536, b"HTTP/1.1 200 "),
    "/interim-answers-without-end": endless_of(b"HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n" * 1000),
    "/nothing-at-all": never,
    "/tls-nothing-at-all": never,
    "/a-first-line-in-drops": dripping(b"", b"H", 0.2),
    "/headers-in-drops": dripping(HEAD, b"X-Drop: 1\r\n"),
    "/a-body-in-drops": dripping(HEAD + b"\r\n", b"."),
    "/tls-a-body-in-drops": dripping(HEAD + b"\r\n", b"."),
    "/chunks-in-drops": dripping(_CHUNKED, b"1\r\n.\r\n"),
    "/packed-in-drops-of-nothing": dripping(
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + b"".join(gzip_of(b"", 1))[:10], b"\x00\x00\x00\xff\xff"
    ),
    "/redirects-that-take-their-time": onward,
    "/a-refusal-with-a-bomb": endless_of(BLOCK, b"HTTP/1.1 403 Forbidden\r\n\r\n"),
}


def speak(line: Line, head: bytes) -> None:
    path = path_of(head)
    if path in BOMBS:
        BOMBS[path](line)
    else:
        line.sendall(answer(b"<html>harmless</html>"))


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, Any]]:
    if not Path("/proc/self/clear_refs").exists():
        pytest.skip("NO MEMORY MEASURED: this system does not tell a process's most memory (/proc/self/clear_refs)")
    with wire(speak) as plain, wire(speak, tls=True) as secure:
        child = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.firsthand.sources.bombed",
                plain.address[0],
                str(plain.address[1]),
                str(secure.address[1]),
                str(SECONDS),
                *BOMBS,
            ],
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=False,
        )
    assert child.returncode == 0, child.stderr
    return {line["path"]: line for line in map(json.loads, child.stdout.splitlines())}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_over_in_time_and_takes_little_memory(measured: dict[str, dict[str, Any]], bomb: str) -> None:
    said = measured[bomb]
    assert not said["kept"]
    assert said["outcome"] in {"unreachable", "failed", "partial", "refused"}
    assert said["reason"]
    assert said["megabytes"] <= MEGABYTES
    assert said["seconds"] <= SECONDS + MARGIN
