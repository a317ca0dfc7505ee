"""Speakers and contents tied to cues by where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.tagging.linking import Piece, Role, tie
from firsthand.text.spans import Span

ROLES = {"S": Role.SPEAKER, "C": Role.CUE, "T": Role.CONTENT}


def pieces(pattern: str) -> list[Piece]:
    """Read «SC T.SCT»: a letter for each piece, a full stop where a sentence ends."""
    found: list[Piece] = []
    sentence = 0
    for at, letter in enumerate(pattern):
        if letter in ROLES:
            found.append(Piece(ROLES[letter], Span(at, at + 1), sentence, sentence, 1.0))
        sentence += letter == "."
    return found


def tied(pattern: str) -> list[tuple[list[int], list[int], list[int]]]:
    return [
        tuple([piece.span.start for piece in role] for role in (found.speaker, found.cue, found.content))
        for found in tie(pieces(pattern)).tied
    ]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("SCT", [([0], [1], [2])]),
        ("TSC", [([1], [2], [0])]),
        ("TCS", [([2], [1], [0])]),
        ("CST", [([1], [0], [2])]),
        ("TCST", [([2], [1], [0, 3])]),
        ("TCS.T", [([2], [1], [0, 4])]),
        ("SCT.SCT", [([0], [1], [2]), ([4], [5], [6])]),
        ("SCT.TSC", [([0], [1], [2]), ([5], [6], [4])]),
        ("SCTCT", [([0], [1], [2]), ([0], [3], [4])]),
        ("TSC.TSC", [([1], [2], [0]), ([5], [6], [4])]),
        ("CT", [([], [0], [1])]),
        ("CT.SCT", [([], [0], [1]), ([3], [4], [5])]),
        ("SCCT", [([0], [1, 2], [3])]),
        ("SSCT", [([0, 1], [2], [3])]),
        ("TCSSCT", [([2], [1], [0]), ([3], [4], [5])]),
    ],
)
def test_what_stands_together_belongs_together(pattern: str, expected: list) -> None:
    assert tied(pattern) == expected


def test_a_speaker_of_another_sentence_does_not_speak() -> None:
    assert tied("SCT.CT") == [([0], [1], [2]), ([], [4], [5])]


def test_a_cue_without_content_is_told_apart() -> None:
    links = tie(pieces("SCT.SC"))
    assert len(links.tied) == 1
    assert [piece.span.start for found in links.empty for piece in (*found.speaker, *found.cue)] == [4, 5]


def test_content_without_a_cue_is_nobodys() -> None:
    assert tie(pieces("T.ST")) == ([], [])


@given(st.text(alphabet="SCT.", max_size=80))
def test_all_content_near_a_cue_is_said_once(pattern: str) -> None:
    said = [at for _, _, content in tied(pattern) for at in content]
    expected = [at for at, letter in enumerate(pattern) if letter == "T"] if "C" in pattern else []
    assert sorted(said) == expected


@given(st.text(alphabet="SCT.", max_size=80))
def test_cues_come_in_the_order_of_the_text(pattern: str) -> None:
    cues = [at for _, cue, _ in tied(pattern) for at in cue]
    assert cues == sorted(set(cues))
