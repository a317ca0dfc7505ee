"""Which sentences are worth checking, and the reasons in words."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.checkworthiness import THRESHOLD, WORDING, check_worthiness, explain
from firsthand.claims.weighing.signs import AGAINST, SAYS_LITTLE, WORDS_OF_SIGNS, signs_in
from firsthand.claims.weighing.terms import terms_of
from firsthand.claims.weighing.worth_model import PER_UNIT, worth_model

# Words that the model knows lie side by side here, so that made-up sentences meet its weights.
SENTENCES = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*list(worth_model().terms)[::40], "?", "!", "7", "2019", "Oslo", '"', "I"])).map(
        " ".join
    ),
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Unemployment in the province fell from 9 to 6 percent in 2022.",
        "The senator voted against the school budget three times.",
        "The treaty bans ships longer than 120 metres.",
        "The council never published the report.",
        "It is the only bank in Europe that has never published its accounts.",
        "The regulator fined the bank because it had lied to customers.",
    ],
)
def test_figures_records_laws_and_denials_are_worth_checking(sentence: str) -> None:
    assert check_worthiness([sentence])[0] >= THRESHOLD


@pytest.mark.parametrize(
    "sentence",
    [
        "Thank you all.",
        "Should we not talk about it?",
        "I think you might like it.",
        "The smell of coffee hangs in the morning air.",
        "Stir the soup and keep it warm.",
        "",
    ],
)
def test_talk_scenes_and_instructions_are_not(sentence: str) -> None:
    assert check_worthiness([sentence])[0] < THRESHOLD


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It rained on 40 days.", "figure"),
        ("It cost $ 40 million.", "share"),
        ("He was the oldest of them.", "superlative"),
        ("No other club has done it.", "first_ever"),
        ("It is the only one of its kind.", "ranking"),
        ("They pay less than their neighbours.", "comparison"),
        ("Exports rose.", "change"),
        ("Nobody read it.", "negated"),
        ("The ministry knew.", "body"),
        ("They arrested him.", "deed"),
        ("Then Ola Berg left.", "named_act"),
        ("The law forbids it.", "legal"),
        ("She said so.", "attributed"),
        ("It failed because it rained.", "causal"),
        ("It closed on Monday.", "date"),
        ("It is north of here.", "place"),
        ("They should go.", "opinion"),
        ("They will go.", "prediction"),
        ("Will they go?", "question"),
        ("Add the flour.", "instruction"),
        ("Somehow it seems right.", "vague"),
        ("I remember it.", "feeling"),
    ],
)
def test_a_sign_shows_in_its_words(sentence: str, name: str) -> None:
    assert name in signs_in(sentence, terms_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It happened in 2019.", "figure"),
        ("They asked to add it.", "instruction"),
        ("A hundred indeed.", "act"),
        ("Why it fell (and how?) nobody says.", "question"),
    ],
)
def test_a_sign_does_not_show_in_what_only_looks_like_it(sentence: str, name: str) -> None:
    assert name not in signs_in(sentence, terms_of(sentence))


def test_every_sign_has_words_for_a_person_and_a_weight() -> None:
    assert set(worth_model().signs) == set(WORDS_OF_SIGNS)
    assert set(WORDS_OF_SIGNS) > AGAINST | SAYS_LITTLE
    assert all(words.startswith(("it ", "the speaker ")) for words in WORDS_OF_SIGNS.values())


def test_the_reasons_name_the_figure_the_share_and_the_time() -> None:
    worth = explain("Exports rose by 12 percent last year.")
    assert {"figure", "share", "date", "change"} <= {reason.name for reason in worth.reasons}


@given(SENTENCES)
def test_the_reasons_come_weightiest_first_and_make_the_score(sentence: str) -> None:
    worth = explain(sentence)
    weights = [abs(reason.weight) for reason in worth.reasons]
    assert weights == sorted(weights, reverse=True)
    total = worth_model().base / PER_UNIT + sum(reason.weight for reason in worth.reasons)
    assert worth.score == pytest.approx(1 / (1 + math.exp(-total)))
    assert worth.score == check_worthiness([sentence])[0]


@given(SENTENCES)
def test_no_reason_speaks_against_its_own_words(sentence: str) -> None:
    for reason in explain(sentence).reasons:
        if reason.name != WORDING:
            assert (reason.weight < 0) is (reason.name in AGAINST)


@given(st.lists(SENTENCES, max_size=5))
def test_a_sentence_has_the_same_score_alone_and_among_others_between_none_and_one(sentences: list[str]) -> None:
    scores = check_worthiness(sentences)
    assert scores == [check_worthiness([sentence])[0] for sentence in sentences]
    assert all(0 <= score <= 1 for score in scores)


def test_a_very_long_text_is_scored_by_its_beginning() -> None:
    beginning = "Exports fell by 9 percent. " * 100
    assert check_worthiness([beginning])[0] == check_worthiness([beginning + "I hope so? " * 10_000])[0]
