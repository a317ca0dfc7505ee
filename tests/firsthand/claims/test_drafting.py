"""What is drafted from an article, and what is left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import ClaimType
from firsthand.claims.drafting import DraftClaim, draft_claims
from tests.firsthand.claims.articles import COURT, HEALTH, SPORT

SHUFFLED = st.lists(st.sampled_from((HEALTH + SPORT + COURT).split(" ")), max_size=80).map(" ".join)


def the_one(drafts: list[DraftClaim], words: str) -> DraftClaim:
    return next(draft for draft in drafts if words in draft.literal)


def test_a_quotation_is_drafted_with_speaker_cue_and_words() -> None:
    draft = the_one(draft_claims(HEALTH), "We are seeing")
    assert (draft.claim_type, draft.speaker, draft.cue) == (ClaimType.QUOTE, "Dr. Lena Hartwig", "said")
    assert draft.quoted_words is not None
    assert draft.quoted_words.startswith("We are seeing the consequences")
    assert "Dr. Lena Hartwig" in draft.reason


def test_two_statements_in_a_sentence_are_two_drafts() -> None:
    drafts = [
        draft for draft in draft_claims(HEALTH) if draft.speaker == "Tom Reilly, a spokesman for the group Free Choice"
    ]
    assert [draft.cue for draft in drafts] == ["accused", "told"]


def test_when_it_was_said_is_resolved_against_the_day_of_publication() -> None:
    draft = the_one(draft_claims(COURT, published="2024-06-12"), "ruled on Thursday")
    assert (draft.said_on_text, draft.said_on) == ("Thursday", "2024-06-06")
    assert the_one(draft_claims(COURT), "ruled on Thursday").said_on is None


def test_a_figure_in_the_articles_own_voice_is_a_statistic() -> None:
    draft = the_one(draft_claims(HEALTH), "both doses")
    assert (draft.claim_type, draft.speaker, draft.checkable) == (ClaimType.STATISTIC, None, True)
    assert "figure" in draft.reason


def test_what_was_said_by_nobody_named_has_a_cue_and_no_speaker() -> None:
    draft = the_one(draft_claims(COURT), "It was reported")
    assert (draft.speaker, draft.cue) == (None, "was reported")


def test_a_prediction_is_marked_and_is_the_authors() -> None:
    draft = the_one(draft_claims(HEALTH, author="Nora Lindqvist"), "may have to close")
    assert (draft.claim_type, draft.checkable, draft.speaker) == (ClaimType.PREDICTION, False, "Nora Lindqvist")


def test_a_connective_is_left_out_of_the_statement_and_kept_in_the_literal_words() -> None:
    draft = the_one(draft_claims(COURT), "study the judgment")
    assert draft.literal.startswith("However, the mayor")
    assert draft.statement.startswith("The mayor")


@pytest.mark.parametrize("words", ["Measles cases double", "Hospital Trust Cancels 300 Operations"])
def test_headlines_count(words: str) -> None:
    assert the_one(draft_claims(HEALTH), words).literal.startswith(words)


@pytest.mark.parametrize(
    "words", ["Leave a comment", "Share this", "Read more", "nothing", "By Carla", "end of an era"]
)
def test_what_frames_the_article_is_no_claim(words: str) -> None:
    assert not any(words in draft.literal for draft in draft_claims(HEALTH) + draft_claims(SPORT))


def test_an_empty_text_has_no_claims() -> None:
    assert draft_claims("") == []


@given(st.one_of(SHUFFLED, st.text()), st.sampled_from([None, "2024", "2024-06", "2024-06-12", "soon"]))
@settings(deadline=None)
def test_drafts_are_the_articles_words_in_order_without_duplicates(text: str, published: str | None) -> None:
    drafts = draft_claims(text, published=published, author="A. Writer")
    assert drafts == draft_claims(text, published=published, author="A. Writer")
    assert all(draft.literal == draft.span.of(text) != "" for draft in drafts)
    assert all(one.span <= other.span for one, other in pairwise(drafts))
    assert len({(draft.span, draft.statement) for draft in drafts}) == len(drafts)
    for draft in drafts:
        assert draft.checkable == draft.claim_type.checkable
        assert draft.statement.casefold() in " ".join(draft.literal.split()).casefold()
        assert draft.reason.endswith(".")
        assert 0 <= draft.score <= 1
