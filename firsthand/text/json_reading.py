"""JSON as strangers write it, read so that every string in it can be stored."""

from __future__ import annotations

import json
import re
from typing import Any

_ESCAPED = re.compile(
    r"\\\\|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}"
    r"|(?P<drop>\\u(?:[dD][89a-fA-F][\da-fA-F]{2}|00(?:0[0-8bBcCeEfF]|1[\da-fA-F])))"
)


def load_json(text: str) -> Any:  # noqa: ANN401 - JSON
    """Load JSON without escapes that stand for no character: half of a surrogate pair, NUL and its like.

    Raises ``ValueError``, and ``RecursionError`` for what is nested too deep.
    """
    return json.loads(_ESCAPED.sub(lambda found: "" if found["drop"] else found.group(), text), strict=False)


def load_pairs(text: str) -> Any:  # noqa: ANN401 - JSON
    """Load JSON as ``load_json`` does, with numbers as they are written and objects as lists of names and values.

    So nothing is lost: neither the noughts of «1.10» nor what a name says that stands there twice. Raises as it does.
    """
    cleaned = _ESCAPED.sub(lambda found: "" if found["drop"] else found.group(), text)
    return json.loads(cleaned, strict=False, object_pairs_hook=Pairs, parse_int=str, parse_float=str)


class Pairs(tuple[tuple[str, Any], ...]):
    """An object's names and values, in order."""

    __slots__ = ()
