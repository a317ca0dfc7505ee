"""The learned tagger: from tokens to the scores of their tags. docs/models.md says what it learned from."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from firsthand.claims.tagging.encoder import Floats, GatedMemory, recur
from firsthand.claims.tagging.tagger_features import Vocabulary, WordRows
from firsthand.claims.tagging.viterbi import TagScores

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from firsthand.claims.tagging.packing import Packing

_FILE = "attribution.npz"


class TaggerModel(NamedTuple):
    """Tables of what words are like, the layers that read them in their order, and the scores of the tags.

    ``vectors`` are whole numbers of ``vector_units``; ``word_gates`` brings vector, learned word, ending and shape, in
    that order, to the gates of the first layer, to which ``place_gates`` adds.
    """

    vocabulary: Vocabulary
    vectors: NDArray[np.int8]
    vector_units: Floats
    learned: Floats
    endings: Floats
    shapes: Floats
    word_gates: Floats
    place_gates: Floats
    memory: GatedMemory
    output: Floats
    output_bias: Floats
    scores: TagScores

    def emissions(self, tokens: Sequence[str], places: Sequence[int], packing: Packing) -> Floats:
        """Return the score of each tag (column) for each token (row), before the tags around it are looked at."""
        kinds: dict[str, int] = {}
        kind_of = [kinds.setdefault(token, len(kinds)) for token in tokens]
        gates = self._gates_of(list(kinds))[kind_of]
        gates += self.place_gates[list(places)]
        return self.memory.read(recur(gates, packing), packing) @ self.output + self.output_bias

    def _gates_of(self, tokens: list[str]) -> Floats:
        rows = WordRows(*np.array([self.vocabulary.rows(token) for token in tokens], dtype=np.int64).T)
        parts = (
            self.vectors[rows.vector] * self.vector_units,
            self.learned[rows.word],
            self.endings[rows.ending],
            self.shapes[rows.shape],
        )
        return np.concatenate(parts, axis=1) @ self.word_gates


@cache
def tagger_model() -> TaggerModel:
    """Return the model that comes with the package; it is read once."""
    stored = get_data("firsthand.claims.models", _FILE)
    if stored is None:
        raise FileNotFoundError(_FILE)
    with np.load(BytesIO(stored)) as arrays:
        return _built(dict(arrays))


def _built(arrays: Mapping[str, NDArray[Any]]) -> TaggerModel:
    """Return the model from its arrays, as training/tagger_file.py stores them."""
    wide = {name: array.astype(np.float32) for name, array in arrays.items() if array.dtype == np.float16}
    return TaggerModel(
        Vocabulary(_listed(arrays["vector_words"]), _listed(arrays["learned_words"])),
        arrays["vectors"],
        wide["vector_units"],
        arrays["learned"] * wide["learned_units"],
        wide["endings"],
        wide["shapes"],
        wide["word_gates"],
        wide["place_gates"],
        GatedMemory(wide["memory_inputs"], wide["memory_bias"], wide["memory_state"]),
        wide["output"],
        wide["output_bias"],
        TagScores(wide["moves"], wide["first"], wide["last"]),
    )


def _listed(stored: NDArray[np.uint8]) -> dict[str, int]:
    """Return the words of a table with their rows; row 0 stands for every other word."""
    return {word: row for row, word in enumerate(stored.tobytes().decode().split("\n"), start=1)}
