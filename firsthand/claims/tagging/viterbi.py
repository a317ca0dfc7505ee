"""The best sequence of tags for each of several sequences at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from firsthand.claims.tagging.packing import Packing


class TagScores(NamedTuple):
    """What a sequence of tags is worth besides its tokens: from (row) one to another, at the start, at the end."""

    moves: NDArray[np.float32]
    first: NDArray[np.float32]
    last: NDArray[np.float32]


def best_tags(emissions: NDArray[np.float32], packing: Packing, scores: TagScores) -> NDArray[np.int64]:
    """Return the tag of each token; ``emissions`` has a row for each token and a column for each tag."""
    rows = emissions[packing.forward]
    count = packing.active[0]
    back = np.zeros(rows.shape, dtype=np.int64)
    score = scores.first + rows[:count]
    at = count
    for active in packing.active[1:]:
        options = score[:active, :, None] + scores.moves
        back[at : at + active] = options.argmax(axis=1)
        score[:active] = options.max(axis=1) + rows[at : at + active]
        at += active
    state = (score + scores.last).argmax(axis=1)
    tags = np.empty(len(rows), dtype=np.int64)
    for active in reversed(packing.active):
        at -= active
        tags[packing.forward[at : at + active]] = state[:active]
        state[:active] = back[np.arange(at, at + active), state[:active]]
    return tags
