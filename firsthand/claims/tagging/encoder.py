"""Recurrent layers that read several sequences at once, each in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from firsthand.claims.tagging.packing import Packing

Floats = NDArray[np.float32]


class GatedMemory(NamedTuple):
    """A bidirectional long short-term memory (Hochreiter and Schmidhuber, 1997) of width H.

    ``inputs`` (I, 8H) and ``bias`` (8H) hold four gates of the forward and then of the backward direction, ``state``
    (2, H, 4H) what the state before adds to them; input, forget and output gates come before the candidate, and are
    halved so that their logistic function is a hyperbolic tangent.
    """

    inputs: Floats
    bias: Floats
    state: Floats

    def read(self, rows: Floats, packing: Packing) -> Floats:
        """Return (N, 2H) for (N, I): what each token comes to between its neighbours."""
        width = self.state.shape[1]
        gates = np.empty((2, len(rows), 4 * width), dtype=np.float32)
        np.matmul(rows[packing.forward], self.inputs[:, : 4 * width], out=gates[0])
        np.matmul(rows[packing.backward], self.inputs[:, 4 * width :], out=gates[1])
        gates += self.bias.reshape(2, 1, 4 * width)
        read = np.empty((2, len(rows), width), dtype=np.float32)
        hidden = memory = np.zeros((2, packing.active[0], width), dtype=np.float32)
        at = 0
        for active in packing.active:
            now = np.matmul(hidden[:, :active], self.state)
            now += gates[:, at : at + active]
            np.tanh(now, out=now)
            opened = now[:, :, : 3 * width]
            opened *= 0.5
            opened += 0.5
            memory = memory[:, :active] * opened[:, :, width : 2 * width]
            memory += opened[:, :, :width] * now[:, :, 3 * width :]
            hidden = np.tanh(memory)
            hidden *= opened[:, :, 2 * width :]
            read[:, at : at + active] = hidden
            at += active
        return _back_in_place(read[0], read[1], packing)


def recur(gates: Floats, packing: Packing) -> Floats:
    """Return (N, 2H) for the gates (N, 8H) of a bidirectional simple recurrence; the gates are used up.

    The gates do not wait for the state (after Lei et al., 2018). The columns are, 2H each: the candidate, the forget
    gate, the gate between what was read and the input (both halved as in ``GatedMemory``), and the input itself.
    """
    both = gates.shape[1] // 4
    opened = gates[:, both : 3 * both]
    np.tanh(opened, out=opened)
    opened *= 0.5
    opened += 0.5
    candidates, forget, kept = gates[:, :both], opened[:, :both], opened[:, both:]
    candidates -= candidates * forget
    states = _side_by_side(candidates, packing)
    _remember(states, _side_by_side(forget, packing), packing.active)
    read = _back_in_place(states[:, : both // 2], states[:, both // 2 :], packing)
    np.tanh(read, out=read)
    carried = gates[:, 3 * both :]
    read -= carried
    read *= kept
    read += carried
    return read


def _side_by_side(rows: Floats, packing: Packing) -> Floats:
    """Return packed rows: of the left half in reading order, of the right half from the end."""
    width = rows.shape[1] // 2
    return np.concatenate((rows[packing.forward, :width], rows[packing.backward, width:]), axis=1)


def _back_in_place(forwards: Floats, backwards: Floats, packing: Packing) -> Floats:
    """Return the rows of both directions beside each other, in the order of the tokens."""
    width = forwards.shape[1]
    placed = np.empty((len(forwards), 2 * width), dtype=np.float32)
    placed[packing.forward, :width] = forwards
    placed[packing.backward, width:] = backwards
    return placed


def _remember(states: Floats, forget: Floats, active: list[int]) -> None:
    """Add to each step's row what is kept of the one before, in place."""
    before, at = states[: active[0]], active[0]
    for count in active[1:]:
        now = states[at : at + count]
        now += forget[at : at + count] * before[:count]
        before = now
        at += count
