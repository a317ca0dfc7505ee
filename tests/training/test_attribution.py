"""The corpus as the tagger learns from it."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.claims.tagging.tagger_features import Vocabulary
from training.tagger_corpus import TAGS, Example, Paragraph, count_words, example, f1_by_role, read_corpus, spans_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def paragraph(tmp_path: Path) -> Paragraph:
    """A made-up paragraph in the corpus's own form: brackets and marks by name, a negation cut in two."""
    words = ["``", "It", "leaks", ",", "''", "Ruiz", "-LRB-", "36", "-RRB-", "did", "n't", "say", "."]
    surface = '"It leaks," Ruiz (36) didn\'t say.'
    at, offsets = 0, []
    for word in words:
        written = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(word, word)
        start = surface.index(written, at)
        at = start + len(written)
        offsets.append((start + 70, at + 70))
    labels = ["B-content"] + ["I-content"] * 4 + ["B-source"] + ["I-source"] * 3 + ["B-cue", "I-cue", "I-cue", "O"]
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps({"id": "a", "tokens": words, "offsets": offsets, "labels": labels}) + "\n", "utf-8")
    return read_corpus(path)[0]


def test_a_paragraph_is_brought_back_to_the_text_it_was(paragraph: Paragraph) -> None:
    assert paragraph.text == '"It leaks," Ruiz (36) didn\'t say.'


def test_each_token_of_the_tagger_has_the_label_of_its_first_letter(paragraph: Paragraph) -> None:
    told = [(token.text, TAGS[tag]) for token, tag in zip(paragraph.tokens, paragraph.tags, strict=True)]
    assert told[4:] == [
        ('"', "I-content"),
        ("Ruiz", "B-source"),
        ("(", "I-source"),
        ("36", "I-source"),
        (")", "I-source"),
        ("didn't", "B-cue"),
        ("say", "I-cue"),
        (".", "O"),
    ]


def test_spans_are_counted_whole(paragraph: Paragraph) -> None:
    learned = example(paragraph, Vocabulary({}, {}))
    nearly = [*paragraph.tags[:-2], 0, 0]
    assert spans_of(paragraph.tags) == {("content", 0, 5), ("source", 5, 9), ("cue", 9, 11)}
    assert f1_by_role([nearly], [learned]) == {"source": 100, "cue": 0, "content": 100}


def test_a_network_reads_five_numbers_a_token(paragraph: Paragraph) -> None:
    learned: Example = example(paragraph, Vocabulary({"leaks": 7}, {"ruiz": 3}))
    assert learned.rows.shape == (len(paragraph.tokens), 5)
    assert learned.rows[2, 0] == 7
    assert learned.rows[5, 1] == 3


def test_words_are_counted_in_the_form_they_are_looked_up_by(paragraph: Paragraph) -> None:
    counted = count_words([paragraph, paragraph])
    assert counted["ruiz"] == 2
    assert counted["00"] == 2


@pytest.mark.skipif(importlib.util.find_spec("torch") is not None, reason="torch is here")
def test_without_torch_it_says_what_is_missing() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "training.attribution", "data", "vectors"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 1
    assert "needs torch" in ran.stderr
