"""What goes through the pipe between a program and its reader: frames of plain data and bytes, never code."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from typing import Any, NamedTuple

_LENGTHS = struct.Struct(">II")
_NOT_STORABLE = re.compile("[\0\ud800-\udfff]")


class Frame(NamedTuple):
    """Two lengths on the wire, then a JSON object, then bytes."""

    head: dict[str, Any]
    body: bytes


def packed(frame: Frame) -> bytes:
    """Write a frame down."""
    head = json.dumps(frame.head).encode()
    return _LENGTHS.pack(len(head), len(frame.body)) + head + frame.body


def unpacked(read: Callable[[int], bytes], longest: int = 1 << 30) -> Frame | None:
    """Read the next frame; None where the pipe has ended. Raises ``ValueError`` for what is no frame."""
    lengths = read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_length, body_length = _LENGTHS.unpack(lengths)
    if head_length + body_length > longest:
        raise ValueError(f"A frame of {head_length + body_length:,} bytes is longer than any answer.")
    whole = read(head_length + body_length)
    if len(whole) < head_length + body_length:
        return None
    head = json.loads(whole[:head_length])
    if not isinstance(head, dict):
        raise ValueError("A frame's head is no object.")  # noqa: TRY004 - one kind of error for what is no frame
    return Frame(head, whole[head_length:])


def storable(text: str) -> str:
    """Return the text without what no database keeps, half characters and NUL, each replaced where it stands."""
    return text if text.isascii() and "\0" not in text else _NOT_STORABLE.sub("\ufffd", text)
