"""Sequences laid side by side, and the best sequence of tags for each."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.tagging.encoder import GatedMemory, recur
from firsthand.claims.tagging.packing import pack
from firsthand.claims.tagging.viterbi import TagScores, best_tags

LENGTHS = st.lists(st.integers(1, 9), min_size=1, max_size=6)
SEEDS = st.integers(0, 2**32 - 1)


def numbers(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def in_turn(lengths: list[int]) -> list[slice]:
    ends = np.cumsum(lengths).tolist()
    return [slice(end - length, end) for end, length in zip(ends, lengths, strict=True)]


@given(LENGTHS)
def test_every_token_has_one_row_in_either_direction(lengths: list[int]) -> None:
    packing = pack(lengths)
    everyone = list(range(sum(lengths)))
    assert sorted(packing.forward.tolist()) == everyone
    assert sorted(packing.backward.tolist()) == everyone
    assert sum(packing.active) == len(everyone)


@given(LENGTHS)
def test_steps_go_from_the_start_of_each_sequence_and_from_its_end(lengths: list[int]) -> None:
    packing = pack(lengths)
    firsts, lasts = [0, *np.cumsum(lengths).tolist()[:-1]], [end - 1 for end in np.cumsum(lengths).tolist()]
    count = packing.active[0]
    assert sorted(packing.forward[:count].tolist()) == sorted(firsts)
    assert sorted(packing.backward[:count].tolist()) == sorted(lasts)


@given(st.integers(1, 5), SEEDS)
def test_no_other_sequence_of_tags_is_worth_more(length: int, seed: int) -> None:
    emissions = numbers(seed, length, 3)
    scores = TagScores(numbers(seed + 1, 3, 3), numbers(seed + 2, 3), numbers(seed + 3, 3))

    def worth(tags: tuple[int, ...]) -> float:
        moves = sum(scores.moves[one, other] for one, other in pairwise(tags))
        return float(emissions[range(length), tags].sum() + moves + scores.first[tags[0]] + scores.last[tags[-1]])

    best = max(worth(tags) for tags in product(range(3), repeat=length))
    found = best_tags(emissions, pack([length]), scores)
    assert worth(tuple(found.tolist())) == pytest.approx(best, abs=1e-4)


@given(LENGTHS, SEEDS)
def test_sequences_side_by_side_are_tagged_as_they_are_alone(lengths: list[int], seed: int) -> None:
    emissions = numbers(seed, sum(lengths), 4)
    scores = TagScores(numbers(seed + 1, 4, 4), numbers(seed + 2, 4), numbers(seed + 3, 4))
    together = best_tags(emissions, pack(lengths), scores)
    alone = [best_tags(emissions[place], pack([place.stop - place.start]), scores) for place in in_turn(lengths)]
    assert together.tolist() == np.concatenate(alone).tolist()


@given(LENGTHS, SEEDS)
def test_sequences_side_by_side_are_read_as_they_are_alone(lengths: list[int], seed: int) -> None:
    width = 4
    gates = numbers(seed, sum(lengths), 8 * width)
    memory = GatedMemory(numbers(seed, 2 * width, 8 * width), numbers(seed, 8 * width), numbers(seed, 2, width, 16))
    packing = pack(lengths)
    together = memory.read(recur(gates.copy(), packing), packing)
    for place in in_turn(lengths):
        packing = pack([place.stop - place.start])
        alone = memory.read(recur(gates[place].copy(), packing), packing)
        np.testing.assert_allclose(together[place], alone, atol=1e-5)
