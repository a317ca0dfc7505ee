"""The learned tagger as it comes with the package."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import firsthand.claims.models
from firsthand.claims.tagging.packing import pack
from firsthand.claims.tagging.tagger_features import place_rows
from firsthand.claims.tagging.tagger_model import tagger_model
from firsthand.claims.tagging.tagger_tokens import tagger_tokens
from firsthand.claims.tagging.viterbi import best_tags
from firsthand.text.spans import Span

# What the network as it was learned, in torch and unrounded, makes of sentences of our own.
REFERENCE = json.loads(Path(__file__).with_name("tagger_reference.json").read_text(encoding="utf-8"))
MODELS = Path(firsthand.claims.models.__file__).parent


@pytest.mark.parametrize("expected", REFERENCE, ids=[item["text"] for item in REFERENCE])
def test_the_stored_model_reads_as_the_learned_network_did(expected: dict) -> None:
    text = expected["text"]
    tokens = tagger_tokens(text, Span(0, len(text)))
    packing = pack([len(tokens)])
    emissions = tagger_model().emissions([token.text for token in tokens], place_rows(tokens), packing)
    np.testing.assert_allclose(emissions, expected["emissions"], atol=0.15)  # stored in bytes and half precision
    assert best_tags(emissions, packing, tagger_model().scores).tolist() == expected["tags"]


def test_the_models_are_small() -> None:
    assert sum(path.stat().st_size for path in MODELS.iterdir() if path.is_file()) < 5_000_000


def test_the_model_is_read_once() -> None:
    assert tagger_model() is tagger_model()


def test_the_model_holds_words_and_no_sentences() -> None:
    with np.load(MODELS / "attribution.npz") as arrays:
        listed = [arrays[name].tobytes().decode() for name in ("vector_words", "learned_words")]
    words = [word for table in listed for word in table.split("\n")]
    assert not [word for word in words if not word or " " in word]
    assert [len(set(table.split("\n"))) for table in listed] == [table.count("\n") + 1 for table in listed]


def test_importing_the_reader_does_not_read_the_model() -> None:
    code = (
        "import firsthand.claims.attribution, firsthand.claims.tagging.tagger_model as m;"
        " print(m.tagger_model.cache_info())"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "currsize=0" in found.stdout
