"""Layers in torch that read padded sequences in both directions."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def _reversed(rows: Tensor, order: Tensor) -> Tensor:
    return torch.gather(rows, 1, order.unsqueeze(2).expand(-1, -1, rows.shape[2]))


class SameForAllTokens(nn.Module):
    """Dropout that leaves out the same columns for every token of a sequence."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, rows: Tensor) -> Tensor:
        """Return the rows, while learning without some of their columns."""
        if not self.training:
            return rows
        kept = 1 - self.share
        return rows * torch.empty(rows.shape[0], 1, rows.shape[2]).bernoulli_(kept) / kept


class GatedMemory(nn.Module):
    """A bidirectional LSTM that reads from the end as it does from the start, so that padding comes last for both."""

    def __init__(self, inputs: int, width: int) -> None:
        super().__init__()
        self.forwards = nn.LSTM(inputs, width, batch_first=True)
        self.backwards = nn.LSTM(inputs, width, batch_first=True)
        for direction in (self.forwards, self.backwards):
            nn.init.orthogonal_(direction.weight_hh_l0)
            nn.init.zeros_(direction.bias_ih_l0)
            nn.init.zeros_(direction.bias_hh_l0)
            with torch.no_grad():
                direction.bias_ih_l0[width : 2 * width] = 1  # what has been read is kept at first

    def forward(self, rows: Tensor, order: Tensor) -> Tensor:
        """Return (B, L, 2H) for (B, L, I)."""
        backwards = self.backwards(_reversed(rows, order))[0]
        return torch.cat([self.forwards(rows)[0], _reversed(backwards, order)], 2)


class _Remember(torch.autograd.Function):
    """The recurrence state = new + forget * state, over the first axis, with its gradient written out."""

    @staticmethod
    def forward(context, forget: Tensor, new: Tensor) -> Tensor:  # noqa: ANN001
        states = torch.empty_like(new)
        states[0] = new[0]
        for step in range(1, len(new)):
            torch.addcmul(new[step], forget[step], states[step - 1], out=states[step])
        context.save_for_backward(forget, states)
        return states

    @staticmethod
    def backward(context, gradient: Tensor) -> tuple[Tensor, Tensor]:  # noqa: ANN001
        forget, states = context.saved_tensors
        of_new = gradient.clone()
        for step in range(len(gradient) - 2, -1, -1):
            of_new[step].addcmul_(forget[step + 1], of_new[step + 1])
        of_forget = torch.zeros_like(forget)
        torch.mul(of_new[1:], states[:-1], out=of_forget[1:])
        return of_forget, of_new


class SimpleRecurrence(nn.Module):
    """A bidirectional simple recurrent unit without peepholes: its gates depend on the input alone."""

    def __init__(self, inputs: int, width: int) -> None:
        super().__init__()
        self.width = width
        self.gates = nn.Linear(inputs, 8 * width)
        with torch.no_grad():
            self.gates.bias.zero_()
            self.gates.bias[2 * width : 4 * width] = torch.linspace(0, 3, width).repeat(2)  # short and long memories

    def forward(self, rows: Tensor, order: Tensor) -> Tensor:
        """Return (B, L, 2H) for (B, L, I)."""
        new, forget, kept, carried = self.gates(rows).chunk(4, dim=2)
        forget, kept = torch.sigmoid(forget), torch.sigmoid(kept)
        new = (1 - forget) * new
        states = _Remember.apply(self._in_reading_order(forget, order), self._in_reading_order(new, order))
        states = self._turned(states.transpose(0, 1), order)
        return kept * torch.tanh(states) + (1 - kept) * carried

    def _in_reading_order(self, rows: Tensor, order: Tensor) -> Tensor:
        return self._turned(rows, order).transpose(0, 1).contiguous()

    def _turned(self, rows: Tensor, order: Tensor) -> Tensor:
        forwards, backwards = rows.split(self.width, dim=2)
        return torch.cat([forwards, _reversed(backwards, order)], 2)


LAYERS = {"lstm": GatedMemory, "sru": SimpleRecurrence}
