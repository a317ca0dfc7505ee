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
