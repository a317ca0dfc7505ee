"""Sentences that state several things."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.claims.choosing.splitting import split_sentence
from firsthand.text.spans import Span

PIECES = (
    *("and", "but", "while", "as", ";", ",", "(", ")", "“", "”", "the bank", "It", "rose", "5", "cut", "was", "which"),
    *("in May", "rates", "per cent", "to", "that", "if", "fell", "."),
)


def parts(text: str) -> list[tuple[str, str | None]]:
    found = split_sentence(text, Span(0, len(text)))
    return [(part.span.of(text), part.subject.of(text) if part.subject else None) for part in found]


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        (
            "Exports rose by 5 per cent in May, and the government cut its forecast in June.",
            "Exports rose by 5 per cent in May",
            "the government cut its forecast in June.",
        ),
        (
            "The firm employs 300 people; its rival closed two plants last year.",
            "The firm employs 300 people",
            "its rival closed two plants last year.",
        ),
        (
            "Sales fell 5 per cent while profits rose 3 per cent.",
            "Sales fell 5 per cent",
            "profits rose 3 per cent.",
        ),
        (
            "Prices rose 5 per cent as the bank cut rates to 2 per cent.",
            "Prices rose 5 per cent",
            "the bank cut rates to 2 per cent.",
        ),
        (
            "The bridge opened in 1932, but in 1970 the city closed it.",
            "The bridge opened in 1932",
            "in 1970 the city closed it.",
        ),
    ],
)
def test_two_clauses_with_their_own_subject_and_verb_are_two_parts(sentence: str, first: str, second: str) -> None:
    assert parts(sentence) == [(first, None), (second, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenue rose 21 per cent to 5.8 billion euros, compared with the 5.6 billion expected by analysts.",
        "Sales fell 5 per cent to 40 million, followed by 30 million in May.",
        "Traffic rose by 5 per cent between 2003 and 2025, as new roads to 12 towns were opened.",
    ],
)
def test_what_only_adds_to_a_statement_is_no_part(sentence: str) -> None:
    assert not any(part.startswith(("compared", "followed", "2025")) for part, _ in parts(sentence))


def test_the_second_of_two_verbs_with_figures_shares_the_subject() -> None:
    sentence = "The court fined the firm £2m and banned its directors for five years."
    assert parts(sentence) == [
        ("The court fined the firm £2m", None),
        ("banned its directors for five years.", "The court"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor, the council and the police met on Sunday.",
        "The firm, which bought the plant in 2019, and the bank agreed to talk.",
        "Rates rose as the central bank met.",
        "The council will sell three schools and open a library.",
        "If it rains, the match is off.",
        "The plant, built in 1970, closed in 2010.",
        "She said “the roof leaked, and the tenants moved out in May” to the court.",
        "He bought bread and butter.",
        "The union is growing but weak.",
    ],
)
def test_what_is_one_statement_stays_whole(sentence: str) -> None:
    assert parts(sentence) == [(sentence, None)]


def test_nothing_is_cut_that_is_to_stay_whole() -> None:
    sentence = "Sales fell 5 per cent, and profits rose 3 per cent."
    assert len(split_sentence(sentence, Span(0, len(sentence)), [Span(0, len(sentence))])) == 1


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=50).map(" ".join)))
@settings(deadline=None)
def test_parts_lie_in_the_sentence_in_order_and_apart(text: str) -> None:
    end = 0
    for part in split_sentence(text, Span(0, len(text))):
        assert end <= part.span.start <= part.span.end <= len(text)
        end = part.span.end
        assert part.subject is None or part.subject.of(text).strip()
