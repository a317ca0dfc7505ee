"""PolNeAR as JSON lines (tokens, offsets, labels of each paragraph) brought to the tagger's own tokens."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from firsthand.claims.tagging.tagger_features import Vocabulary, normal_form, place_rows
from firsthand.claims.tagging.tagger_tokens import TaggerToken, tagger_tokens
from firsthand.text.spans import Span

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_SURFACE = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}


class Paragraph(NamedTuple):
    """A paragraph of the corpus: its text, the tagger's tokens of it, and the tag (place in ``TAGS``) of each."""

    text: str
    tokens: list[TaggerToken]
    tags: list[int]


class Example(NamedTuple):
    """A paragraph as the network reads it: rows of the tables for each token (five columns), and its tags."""

    rows: np.ndarray
    tags: np.ndarray


def read_corpus(path: Path) -> list[Paragraph]:
    """Return the paragraphs of one file of the corpus."""
    with path.open(encoding="utf-8") as lines:
        return [_paragraph(json.loads(line)) for line in lines]


def _paragraph(item: dict[str, list]) -> Paragraph:
    base = item["offsets"][0][0]
    offsets = [(start - base, end - base) for start, end in item["offsets"]]
    letters = [" "] * offsets[-1][1]
    label_at = ["O"] * len(letters)
    for token, label, (start, end) in zip(item["tokens"], item["labels"], offsets, strict=True):
        letters[start:end] = _SURFACE.get(token, token)[: end - start].ljust(end - start)
        label_at[start] = label
        label_at[start + 1 : end] = [label.replace("B-", "I-")] * (end - start - 1)
    text = "".join(letters)
    tokens = tagger_tokens(text, Span(0, len(text)))
    tags = [TAGS.index(label_at[token.start]) for token in tokens]
    for at, tag in enumerate(tags):
        if TAGS[tag].startswith("I-") and (at == 0 or tags[at - 1] not in {tag, tag - 1}):
            tags[at] = tag - 1
    return Paragraph(text, tokens, tags)


def count_words(paragraphs: list[Paragraph]) -> Counter[str]:
    """Return how often each word, in the form the vocabulary knows it by, is in the paragraphs."""
    return Counter(normal_form(token.text) for paragraph in paragraphs for token in paragraph.tokens)


def example(paragraph: Paragraph, vocabulary: Vocabulary) -> Example:
    """Return what the network reads of a paragraph."""
    places = place_rows(paragraph.tokens)
    rows = [(*vocabulary.rows(token.text), place) for token, place in zip(paragraph.tokens, places, strict=True)]
    return Example(np.array(rows, dtype=np.int64), np.array(paragraph.tags, dtype=np.int64))


def spans_of(tags: list[int]) -> set[tuple[str, int, int]]:
    """Return the spans in a sequence of tags: role, first token, token after the last."""
    spans: set[tuple[str, int, int]] = set()
    start = 0
    for at, tag in enumerate(tags):
        role = TAGS[tag][2:]
        if TAGS[tag].startswith("B-"):
            start = at
        if role and (at + 1 == len(tags) or TAGS[tags[at + 1]] != f"I-{role}"):
            spans.add((role, start, at + 1))
    return spans


def f1_by_role(guessed: list[list[int]], examples: list[Example]) -> dict[str, float]:
    """Return the F1 of exact spans for each role, in percent."""
    counts: Counter[tuple[str, str]] = Counter()
    for tags, given in zip(guessed, examples, strict=True):
        mine, gold = spans_of(tags), spans_of(given.tags.tolist())
        counts.update(("mine", role) for role, _, _ in mine)
        counts.update(("gold", role) for role, _, _ in gold)
        counts.update(("both", role) for role, _, _ in mine & gold)
    return {
        role: 200 * counts["both", role] / max(counts["mine", role] + counts["gold", role], 1)
        for role in ("source", "cue", "content")
    }
