"""Whom words stand for, on passages of our own making: what is tied is right, what is unsure is left."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from firsthand.claims.attribution import find_attributions
from firsthand.claims.cast import read_cast
from firsthand.text.spans import Span

_MARKED = re.compile(r"\{([^{}=]+)=([^{}]*)\}")
_LEAST_PRECISION = 0.95
_LEAST_RECALL = 0.9
_FEWEST = 120


class Case(NamedTuple):
    text: str
    span: Span
    expected: str | None


def cases() -> list[Case]:
    lines = (Path(__file__).parent / "cast_cases.txt").read_text(encoding="utf-8").splitlines()
    return [case for line in lines if line and not line.startswith("#") for case in read_case(line)]


def read_case(line: str) -> list[Case]:
    text, spans, at = "", [], 0
    line = line.replace(" // ", "\n\n")
    for marked in _MARKED.finditer(line):
        text += line[at : marked.start()]
        spans.append((Span(len(text), len(text) + len(marked[1])), marked[2] or None))
        text += marked[1]
        at = marked.end()
    text += line[at:]
    return [Case(text, span, expected) for span, expected in spans]


def answer(case: Case) -> str | None:
    member = read_cast(case.text, find_attributions(case.text)).who(case.span)
    return member.name if member else None


def test_nearly_all_that_is_tied_is_right_and_most_that_can_be_tied_is() -> None:
    made = cases()
    answers = [(case, answer(case)) for case in made]
    tied = [(case, found) for case, found in answers if found is not None]
    right = sum(case.expected is not None and found == case.expected for case, found in tied)
    to_tie = sum(case.expected is not None for case in made)
    precision, recall = right / len(tied), right / to_tie
    wrong = [
        f"{case.span.of(case.text)!r} in {case.text!r}: {found!r}, not {case.expected!r}"
        for case, found in answers
        if found != case.expected
    ]
    print(f"{len(made)} cases: precision {precision:.3f}, recall {recall:.3f}", *wrong, sep="\n")
    assert len(made) >= _FEWEST
    assert precision >= _LEAST_PRECISION
    assert recall >= _LEAST_RECALL
