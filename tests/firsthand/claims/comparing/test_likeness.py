"""How far two statements make the same claim, and what makes two claims of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.comparing.differences import DifferenceKind
from firsthand.claims.comparing.likeness import THRESHOLD, compare, rerank
from firsthand.claims.comparing.stated import take_apart

K = DifferenceKind
# Pairs made up for this: the same claim in other words, and other claims in nearly the same words.
PAIRS = Path(__file__).with_name("resembling.tsv")
PRECISION, RECALL = 0.95, 0.85
EARLIER = "Norvia closed its last coal mine in 2018."


class Pair(NamedTuple):
    """Two statements, whether they make the same claim, and in what way they differ or not."""

    same: bool
    kind: str
    one: str
    other: str

    @property
    def suggested(self) -> bool:
        return score(self.one, self.other) >= THRESHOLD


def pairs() -> list[Pair]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [Pair(label == "same", *rest) for label, *rest in (line.split("\t") for line in lines)]


def score(one: str, other: str) -> float:
    return compare(take_apart(one), take_apart(other))[0]


def differing(one: str, other: str) -> list[tuple[DifferenceKind, str, str]]:
    return [tuple(found) for found in compare(take_apart(one), take_apart(other))[1]]


def test_what_is_suggested_is_mostly_the_same_claim_and_most_of_what_is_the_same_is_suggested() -> None:
    labelled = pairs()
    assert min(sum(pair.same for pair in labelled), sum(not pair.same for pair in labelled)) >= 80
    suggested = [pair for pair in labelled if pair.suggested]
    right = sum(pair.same for pair in suggested)
    assert right / len(suggested) >= PRECISION, [pair for pair in suggested if not pair.same]
    assert right / sum(pair.same for pair in labelled) >= RECALL


HARD = ("other_number", "other_year", "other_date", "other_speaker", "other_place", "negated", "opposite", "swapped")


@pytest.mark.parametrize("kind", HARD)
def test_nothing_of_the_hard_kinds_is_suggested(kind: str) -> None:
    hard = [pair for pair in pairs() if pair.kind == kind]
    assert hard
    assert [pair for pair in hard if pair.suggested] == []


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        ("Norvia closed its last 4 coal mines in 2018.", None),
        ("Norvia closed its last coal mine in 2008.", (K.DATE, "2018", "2008")),
        ("Norvia never closed its last coal mine in 2018.", (K.NEGATION, "", "never")),
        ("Norvia opened its last coal mine in 2018.", (K.OPPOSITE, "closed", "opened")),
        ("Norvia may have closed its last coal mine in 2018.", (K.MODAL, "", "may")),
    ],
)
def test_what_differs_is_told_in_the_words_of_both(
    other: str, difference: tuple[DifferenceKind, str, str] | None
) -> None:
    assert differing(EARLIER, other) == ([difference] if difference else [])


def test_a_figure_is_the_same_however_it_is_written() -> None:
    assert differing("It cost 3.5 million euros.", "It cost €3,500,000.") == []
    assert differing("Half of them voted.", "50 per cent of them voted.") == []
    [(kind, here, there)] = differing("It cost 3.5 million euros.", "It cost €5.3 million.")
    assert (kind, here[:3], there[:4]) == (K.FIGURE, "3.5", "€5.3")


def test_other_names_on_both_sides_differ_and_a_fuller_name_does_not() -> None:
    one, other = "On Monday Anna Keller resigned.", "On Monday Peter Maurer resigned."
    assert differing(one, other) == [(K.NAME, "Anna, Keller", "Peter, Maurer")]
    assert differing(one, "On Monday Keller resigned.") == []


def test_names_that_changed_places_make_another_claim_unless_the_sentence_is_turned_round() -> None:
    one = "Petrov accused Keller of taking bribes."
    assert differing(one, "Keller accused Petrov of taking bribes.")[0][0] is K.ROLES
    assert differing(one, "Keller was accused by Petrov of taking bribes.") == []


def test_all_and_some_are_not_the_same() -> None:
    assert differing("All ballots were counted.", "Some ballots were counted.") == [(K.QUANTITY, "All", "Some")]


def test_the_most_alike_comes_first_and_equals_keep_their_order() -> None:
    candidates = [(1, "Coal is mined in Norvia."), (2, EARLIER), (3, EARLIER), (4, "Norvia closed a mine.")]
    assert [alike.key for alike in rerank("In 2018 Norvia closed its last coal mine.", candidates)][:2] == [2, 3]


def test_nothing_is_like_nothing() -> None:
    assert rerank("", [(1, ""), (2, "A mine.")]) == [(1, 0.0, ()), (2, 0.0, ())]


WORDS = st.sampled_from(
    [
        *("not", "AND", '"', "NEAR(", "*", "🙂", "n't", "e\u0301", "予算", "may", "—"),
        *("Norvia", "3.5", "million", "%", "2018"),
    ]
)
TEXTS = st.text() | st.lists(WORDS, max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_any_two_texts_are_compared_and_both_ways_alike(one: str, other: str) -> None:
    here, there = compare(take_apart(one), take_apart(other)), compare(take_apart(other), take_apart(one))
    assert 0 <= here[0] <= 1
    assert {found.kind for found in here[1]} == {found.kind for found in there[1]}
    assert here[0] == pytest.approx(there[0])


@given(TEXTS)
def test_nothing_differs_between_a_text_and_itself(text: str) -> None:
    score, found = compare(take_apart(text), take_apart(text))
    assert found == ()
    assert score in {0.0, 1.0}
