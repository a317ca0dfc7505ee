"""What was learned about check-worthiness, as it ships: a weight for each sign and for each term.

``training/checkworthiness.py`` writes the file; weights are whole hundredths of log-odds, so that sums are exact
and a sentence has the same score in whatever order its terms are added.
"""

from __future__ import annotations

import json
import pkgutil
from functools import cache
from typing import NamedTuple

MODEL = "checkworthiness.json"
BETWEEN = "|"
PER_UNIT = 100


class WorthModel(NamedTuple):
    """Weights in hundredths of log-odds; above zero speaks for checking. ``base`` is where every sentence starts."""

    base: int
    signs: dict[str, int]
    terms: dict[str, int]


def parse(written: str) -> WorthModel:
    """Read a model from its file's text, where the terms stand by their weight."""
    kept = json.loads(written)
    terms = {term: int(weight) for weight, listed in kept["terms"].items() for term in listed.split(BETWEEN)}
    return WorthModel(kept["base"], kept["signs"], terms)


@cache
def worth_model() -> WorthModel:
    """Return the model that ships with the package; it is read at the first call."""
    written = pkgutil.get_data("firsthand.claims", f"models/{MODEL}")
    return parse((written or b"").decode())
