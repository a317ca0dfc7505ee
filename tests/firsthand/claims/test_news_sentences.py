"""Which sentences of news prose are worth checking, held to a floor; the labels were written before any scoring."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from db.vocabulary import ClaimType
from tests.firsthand.claims.news import HELD_OUT, TUNING, measured, news_sentences

LEARNED_FROM = Path(__file__).parents[3] / "training" / "news_sentences.tsv"


@pytest.mark.parametrize("part", [TUNING, HELD_OUT])
def test_what_a_news_editor_would_check_is_told_from_what_not(part: str) -> None:
    found = measured(news_sentences(part))
    assert found.precision >= 0.88
    assert found.recall >= 0.85


@pytest.mark.parametrize("part", [TUNING, HELD_OUT])
def test_the_kind_of_a_statement_and_whether_sources_can_settle_it_are_told(part: str) -> None:
    found = measured(news_sentences(part))
    assert found.kinds >= 0.75
    assert found.settled >= 0.9


def test_there_are_300_sentences_in_equal_halves_about_half_of_them_worth_checking() -> None:
    rows = news_sentences()
    assert Counter(row.part for row in rows) == {TUNING: 150, HELD_OUT: 150}
    assert len({row.sentence for row in rows}) == 300
    for part in (TUNING, HELD_OUT):
        assert sum(row.worth for row in rows if row.part == part) == 79


def test_they_are_spread_over_subjects_styles_and_kinds() -> None:
    rows = news_sentences()
    assert len({row.subject for row in rows}) >= 15
    assert len({row.style for row in rows}) >= 10
    assert {row.claim_type for row in rows} == set(ClaimType)


def test_no_sentence_that_measures_was_learned_from() -> None:
    with LEARNED_FROM.open(encoding="utf-8", newline="") as file:
        learned = {row["sentence"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    assert len(learned) > 300
    assert not learned & {row.sentence for row in news_sentences()}
