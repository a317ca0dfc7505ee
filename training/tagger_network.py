"""The tagger as a network in torch: recurrent layers under a conditional random field with soft targets."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from firsthand.claims.tagging.tagger_features import ENDINGS, PLACES, SHAPES
from training.tagger_corpus import TAGS, Example
from training.tagger_layers import LAYERS, SameForAllTokens
from training.tagger_vectors import Words

TAG_COUNT = len(TAGS)
ENDING_WIDTH, SHAPE_WIDTH, PLACE_WIDTH = 16, 8, 16
_FORBIDDEN = -1e4
_PER_TOKEN = 20  # brings the loss to a scale on which the gradients are clipped


class Shape(NamedTuple):
    """The sizes of a network and what is left out at random while it learns."""

    layers: tuple[tuple[str, int], ...]
    word_width: int
    input_dropout: float
    dropout: float
    word_dropout: float


class Batch(NamedTuple):
    """Examples padded to one length: rows (B, L, 5), which tokens are real (B, L), their order from the end (B, L)."""

    rows: Tensor
    real: Tensor
    reverse: Tensor


class Targets(NamedTuple):
    """How likely each tag is for each token (L, 7), and how often a sequence moves from one tag to another (7, 7)."""

    tags: np.ndarray
    moves: np.ndarray


def padded(examples: list[Example]) -> Batch:
    """Return the examples as one batch."""
    lengths = [len(example.tags) for example in examples]
    longest = max(lengths)
    rows = np.zeros((len(examples), longest, 5), dtype=np.int64)
    real = np.zeros((len(examples), longest), dtype=bool)
    reverse = np.tile(np.arange(longest), (len(examples), 1))
    for at, (example, length) in enumerate(zip(examples, lengths, strict=True)):
        rows[at, :length] = example.rows
        real[at, :length] = True
        reverse[at, :length] = np.arange(length)[::-1]
    return Batch(torch.from_numpy(rows), torch.from_numpy(real), torch.from_numpy(reverse))


def annotated(example: Example) -> Targets:
    """Return what the annotators say as targets."""
    tags = np.eye(TAG_COUNT, dtype=np.float32)[example.tags]
    moves = np.zeros((TAG_COUNT, TAG_COUNT), dtype=np.float32)
    np.add.at(moves, (example.tags[:-1], example.tags[1:]), 1)
    return Targets(tags, moves)


class Tagger(nn.Module):
    """Tables of what words are like, recurrent layers that read them, a linear chain of tags."""

    def __init__(self, words: Words, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        vectors = words.vectors * words.units.astype(np.float32)
        self.vectors = nn.Parameter(torch.from_numpy(vectors), requires_grad=False)
        self.words = nn.Embedding(len(words.learned) + 1, shape.word_width)
        self.endings = nn.Embedding(ENDINGS, ENDING_WIDTH)
        self.shapes = nn.Embedding(SHAPES, SHAPE_WIDTH)
        self.places = nn.Embedding(PLACES, PLACE_WIDTH)
        for table in (self.words, self.endings, self.shapes, self.places):
            nn.init.normal_(table.weight, 0, 0.3)
        inputs = vectors.shape[1] + shape.word_width + ENDING_WIDTH + SHAPE_WIDTH + PLACE_WIDTH
        widths = [inputs, *(2 * width for _, width in shape.layers)]
        self.layers = nn.ModuleList(
            LAYERS[kind](before, width) for (kind, width), before in zip(shape.layers, widths, strict=False)
        )
        self.output = nn.Linear(widths[-1], TAG_COUNT)
        self.moves = nn.Parameter(torch.zeros(TAG_COUNT, TAG_COUNT))
        self.first = nn.Parameter(torch.zeros(TAG_COUNT))
        self.last = nn.Parameter(torch.zeros(TAG_COUNT))
        self.input_dropout = SameForAllTokens(shape.input_dropout)
        self.dropout = SameForAllTokens(shape.dropout)
        insides = [at for at, tag in enumerate(TAGS) if tag.startswith("I-")]
        forbidden = torch.zeros(TAG_COUNT, TAG_COUNT)
        forbidden[:, insides] = _FORBIDDEN
        for inside in insides:
            forbidden[[inside, inside - 1], inside] = 0
        self.register_buffer("forbidden", forbidden)

    def chain(self) -> tuple[Tensor, Tensor]:
        """Return the scores of moves and of first tags, those that cannot be far below all others."""
        return self.moves + self.forbidden, self.first + self.forbidden[0]

    def emissions(self, batch: Batch) -> Tensor:
        """Return the score of each tag for each token (B, L, 7)."""
        vector_rows, word_rows, ending_rows, shape_rows, place_rows = batch.rows.unbind(2)
        vectors = self.vectors[vector_rows]
        if self.training:
            chance = torch.rand(word_rows.shape)
            word_rows = torch.where(chance < 2 * self.shape.word_dropout, 0, word_rows)
            vectors = vectors * (chance >= self.shape.word_dropout).unsqueeze(2)
        tables = (self.words(word_rows), self.endings(ending_rows), self.shapes(shape_rows), self.places(place_rows))
        rows = self.input_dropout(torch.cat([vectors, *tables], 2))
        for layer in self.layers:
            rows = self.dropout(layer(rows, batch.reverse))
        return self.output(rows)

    def loss(self, batch: Batch, targets: list[Targets]) -> Tensor:
        """Return the cross-entropy between the targets' chain and this one, for each token."""
        emissions = self.emissions(batch)
        moves, first = self.chain()
        tags = torch.zeros_like(emissions)
        for at, target in enumerate(targets):
            tags[at, : len(target.tags)] = torch.from_numpy(target.tags)
        moved = torch.from_numpy(np.stack([target.moves for target in targets]))
        ends = batch.real.sum(1) - 1
        last_tags = tags[torch.arange(len(ends)), ends]
        expected = (
            (emissions * tags).sum((1, 2))
            + (moved * moves.clamp(min=-50)).sum((1, 2))  # rounded targets hold traces of moves that cannot be
            + (tags[:, 0] * first.clamp(min=-50)).sum(1)
            + (last_tags * self.last).sum(1)
        )
        return (self._log_partition(emissions, batch.real) - expected).sum() / batch.real.sum() * _PER_TOKEN

    def _log_partition(self, emissions: Tensor, real: Tensor) -> Tensor:
        return torch.logsumexp(self._forward_scores(emissions, real)[-1] + self.last, 1)

    def _forward_scores(self, emissions: Tensor, real: Tensor) -> list[Tensor]:
        moves, first = self.chain()
        scores = [first + emissions[:, 0]]
        for at in range(1, emissions.shape[1]):
            moved = torch.logsumexp(scores[-1].unsqueeze(2) + moves, 1) + emissions[:, at]
            scores.append(torch.where(real[:, at : at + 1], moved, scores[-1]))
        return scores

    @torch.no_grad()
    def expected(self, batch: Batch) -> list[Targets]:
        """Return how likely the network holds each tag and each move: the chain's marginals."""
        emissions = self.emissions(batch)
        moves, _ = self.chain()
        forward = self._forward_scores(emissions, batch.real)
        whole = torch.logsumexp(forward[-1] + self.last, 1).view(-1, 1, 1)
        backward = self.last.expand(len(emissions), TAG_COUNT)
        tags, moved = torch.zeros_like(emissions), torch.zeros(len(emissions), TAG_COUNT, TAG_COUNT)
        for at in range(emissions.shape[1] - 1, -1, -1):
            real = batch.real[:, at].view(-1, 1)
            tags[:, at] = torch.exp(forward[at] + backward - whole[:, 0]) * real
            if at:
                behind = moves + (emissions[:, at] + backward).unsqueeze(1)
                moved += torch.exp(forward[at - 1].unsqueeze(2) + behind - whole) * real.unsqueeze(2)
                backward = torch.where(real, torch.logsumexp(behind, 2), backward)
        lengths = batch.real.sum(1).tolist()
        return [Targets(tags[i, :length].numpy(), moved[i].numpy()) for i, length in enumerate(lengths)]

    @torch.no_grad()
    def tags(self, batch: Batch) -> list[list[int]]:
        """Return the best sequence of tags for each example."""
        emissions = self.emissions(batch)
        moves, first = self.chain()
        score, back = first + emissions[:, 0], []
        for at in range(1, emissions.shape[1]):
            best, before = (score.unsqueeze(2) + moves).max(1)
            real = batch.real[:, at : at + 1]
            score = torch.where(real, best + emissions[:, at], score)
            back.append(torch.where(real, before, torch.arange(TAG_COUNT)))
        tags = [(score + self.last).argmax(1)]
        for before in reversed(back):
            tags.append(before.gather(1, tags[-1].unsqueeze(1)).squeeze(1))
        sequences = torch.stack(tags[::-1], 1).tolist()
        return [sequence[:length] for sequence, length in zip(sequences, batch.real.sum(1).tolist(), strict=True)]
