"""Sequences of different length read step by step at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class Packing(NamedTuple):
    """Sequences laid side by side, the longest first: all their first tokens, then all their second ones, and so on.

    No row is padding, so that a sequence is read the same whatever stands beside it. ``forward`` holds for each row
    the token that it stands for, ``backward`` the same for the sequences read from their ends; ``active`` holds for
    each step how many sequences reach it.
    """

    forward: NDArray[np.int64]
    backward: NDArray[np.int64]
    active: list[int]


def pack(lengths: Sequence[int]) -> Packing:
    """Lay out sequences of these lengths, each at least 1, whose tokens are numbered through."""
    sizes = np.asarray(lengths, dtype=np.int64)
    order = np.argsort(-sizes, kind="stable")
    firsts = (np.cumsum(sizes) - sizes)[order]
    sizes = sizes[order]
    active = np.searchsorted(-sizes, -np.arange(sizes[0]), side="left")
    steps = np.repeat(np.arange(sizes[0]), active)
    ranks = np.arange(len(steps)) - np.repeat(np.cumsum(active) - active, active)
    return Packing(firsts[ranks] + steps, (firsts + sizes - 1)[ranks] - steps, active.tolist())
