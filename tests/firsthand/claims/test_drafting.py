"""What is drafted from an article, and what is left alone."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import ClaimType
from firsthand.claims.drafting import DraftClaim, draft_claims
from firsthand.claims.quotations import quotations
from tests.firsthand.claims.articles import COURT, HEALTH, SPORT
from tests.firsthand.claims.marked_articles import COURT_REPORT, LOCAL_POLITICS, SCIENCE_STORY, SPORTS_BUSINESS

ARTICLES = (HEALTH, SPORT, COURT, *(a.text for a in (COURT_REPORT, LOCAL_POLITICS, SCIENCE_STORY, SPORTS_BUSINESS)))
SHUFFLED = st.lists(st.sampled_from(" ".join(ARTICLES).split(" ")), max_size=80).map(" ".join)
PUBLISHED = st.sampled_from([None, "2024", "2024-06", "2024-06-12", "soon"])
DATE_WORDS = re.compile(
    r"\d+|(?:January|February|March|April|May|June|July|August|September|October|November|December)", re.IGNORECASE
)


def the_one(drafts: list[DraftClaim], words: str) -> DraftClaim:
    return next(draft for draft in drafts if words in draft.literal)


def test_a_quotation_is_drafted_with_speaker_cue_and_words() -> None:
    draft = the_one(draft_claims(HEALTH), "We are seeing")
    assert (draft.claim_type, draft.speaker, draft.cue) == (ClaimType.QUOTE, "Lena Hartwig", "said")
    assert draft.quoted_words is not None
    assert draft.quoted_words.startswith("We are seeing the consequences")
    assert "Lena Hartwig" in draft.reason


def test_a_speaker_has_the_fullest_name_and_the_words_that_stand_there() -> None:
    draft = the_one(draft_claims(LOCAL_POLITICS.text), "told the meeting")
    assert (draft.speaker, draft.speaker_as_written, draft.said_where) == (
        "Samir Haddad",
        "Haddad",
        "Harwick Town Hall",
    )
    assert draft.statement.startswith("Samir Haddad told the meeting")


def test_two_statements_in_a_sentence_are_two_drafts() -> None:
    drafts = [draft for draft in draft_claims(HEALTH) if draft.speaker == "Tom Reilly"]
    assert [draft.cue for draft in drafts] == ["accused", "told"]


def test_two_clauses_are_two_drafts_and_the_second_has_its_subject() -> None:
    text = "The court fined the builder Garrity Homes £2m and banned its directors for five years."
    first, second = draft_claims(text)
    assert first.literal == "The court fined the builder Garrity Homes £2m"
    assert second.literal == "banned its directors for five years."
    assert second.statement.startswith("The court banned")
    assert (second.replaced[0].words, second.replaced[0].stands_for) == ("", "The court")


def test_when_it_was_said_is_resolved_against_the_day_of_publication() -> None:
    draft = the_one(draft_claims(COURT, published="2024-06-12"), "ruled on Thursday")
    assert (draft.said_on_text, draft.said_on) == ("Thursday", "2024-06-06")
    assert the_one(draft_claims(COURT), "ruled on Thursday").said_on is None


@pytest.mark.parametrize(
    ("text", "speaker", "said_on"),
    [
        ("Reyle, who took office in January, said 1,200 soldiers had been sent to the border.", "Reyle", None),
        ("The mayor, elected in January, said on Sunday that 12 roads had been shut.", "The mayor", "2024-12-08"),
        ("The mayor, whose term ends in February, said 12 roads had been shut.", "The mayor", None),
        ("A survey published on Monday said 12 roads had been shut.", "A survey published on Monday", "2024-12-09"),
    ],
)
def test_what_is_told_of_a_speaker_is_no_name_and_no_date_of_saying(text: str, speaker: str, said_on: str) -> None:
    (draft,) = draft_claims(text, published="2024-12-11")
    assert (draft.speaker, draft.said_on) == (speaker, said_on)


def test_a_forecast_with_a_figure_is_kept() -> None:
    opening = "The firm was founded by two brothers. It makes machines in the north of the country.\n\n"
    told = draft_claims(f"{opening}The company plans to hire 2,500 people there by 2027.")
    assert [draft.claim_type for draft in told][-1:] == [ClaimType.PREDICTION]


def test_figures_come_as_data_with_their_places() -> None:
    draft = the_one(draft_claims(SPORTS_BUSINESS.text), "$14bn")
    (figure,) = draft.figures
    assert (figure.words, figure.unit, int(figure.value)) == ("$14bn", "USD", 14 * 10**9)
    assert figure.span.of(SPORTS_BUSINESS.text) == "$14bn"


def test_a_figure_in_the_articles_own_voice_is_a_statistic() -> None:
    draft = the_one(draft_claims(HEALTH), "both doses")
    assert (draft.claim_type, draft.speaker, draft.checkable) == (ClaimType.STATISTIC, None, True)
    assert draft.reason.startswith("It ")


def test_what_was_said_by_nobody_named_has_a_cue_and_no_speaker() -> None:
    draft = the_one(draft_claims(COURT), "It was reported")
    assert (draft.speaker, draft.cue) == (None, "was reported")


def test_a_prediction_is_marked_and_an_opinion_alone_is_the_authors() -> None:
    draft = the_one(draft_claims(HEALTH, author="Nora Lindqvist"), "may have to close")
    assert (draft.claim_type, draft.checkable, draft.speaker) == (ClaimType.PREDICTION, False, None)


def test_a_connective_is_left_out_of_the_statement_and_kept_in_the_literal_words() -> None:
    draft = the_one(draft_claims(COURT), "study the judgment")
    assert draft.literal.startswith("However, the mayor")
    assert draft.statement.startswith("The mayor")


def test_a_headline_that_sums_up_is_tied_to_the_fuller_sentence() -> None:
    drafts = draft_claims(COURT_REPORT.text)
    draft = the_one(drafts, "A judge in Dunmore")
    places = [place.of(COURT_REPORT.text)[:14] for place in draft.repeated_at]
    assert places == ["Builder jailed", "Colm Garrity r"]
    assert not any(other.literal.startswith(("Builder jailed", "Colm Garrity received")) for other in drafts)


def test_a_headline_that_says_more_is_a_draft() -> None:
    text = "Rovers sell striker Tom Ferreira for £30m\n\nThe weather in Eastvale was fine all week."
    assert draft_claims(text)[0].literal == "Rovers sell striker Tom Ferreira for £30m"


def test_the_headline_of_another_story_is_a_draft() -> None:
    draft = the_one(draft_claims(HEALTH), "Hospital Trust Cancels 300 Operations")
    assert "another story" in draft.reason


def test_a_caption_counts_and_a_subhead_without_a_verb_does_not() -> None:
    literals = [draft.literal for draft in draft_claims(SCIENCE_STORY.text)]
    assert any("meadow has doubled since 2019" in literal for literal in literals)
    assert not any(literal.startswith("What the figures") for literal in literals)


@pytest.mark.parametrize(
    "words",
    [
        *("Leave a comment", "Share this", "Read more", "nothing", "By Carla", "end of an era", "declined to comment"),
        *("Few seats", "Science is sometimes", "Time will tell", "What happens now", "60,000 euros", "Sign up"),
    ],
)
def test_what_frames_the_article_or_says_nothing_is_no_claim(words: str) -> None:
    assert not any(words in draft.literal for article in ARTICLES for draft in draft_claims(article))


def test_an_empty_text_has_no_claims() -> None:
    assert draft_claims("") == []


@given(st.one_of(SHUFFLED, st.text()), PUBLISHED)
@settings(deadline=None)
def test_drafts_are_the_articles_words_in_order_without_duplicates(text: str, published: str | None) -> None:
    drafts = draft_claims(text, published=published, author="A. Writer")
    assert drafts == draft_claims(text, published=published, author="A. Writer")
    assert all(draft.literal == draft.span.of(text) != "" for draft in drafts)
    assert all(one.span <= other.span for one, other in pairwise(drafts))
    assert len({(draft.span, draft.statement) for draft in drafts}) == len(drafts)
    for draft in drafts:
        assert draft.checkable == draft.claim_type.checkable
        assert draft.reason.endswith(".")
        assert 0 <= draft.score <= 1
        assert all(draft.span.contains(figure.span) for figure in draft.figures)
        assert all(figure.span.of(text) == figure.words for figure in draft.figures)
        assert all(part.span.of(text) == part.words for part in draft.replaced)
        assert all(place != draft.span and place.of(text) for place in draft.repeated_at)


def words_of(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W_]+", text)}


@given(SHUFFLED, PUBLISHED)
@settings(deadline=None)
def test_a_statement_holds_nothing_but_the_articles_words_and_resolved_dates(text: str, published: str | None) -> None:
    for draft in draft_claims(text, published=published):
        put_in = " ".join(part.stands_for for part in draft.replaced)
        assert words_of(DATE_WORDS.sub("", put_in)) <= words_of(text) | {"s"}
        assert words_of(draft.statement) <= words_of(f"{draft.literal} {put_in} {draft.speaker} {draft.cue}")


@given(SHUFFLED)
@settings(deadline=None)
def test_words_inside_quotation_marks_are_never_altered(text: str) -> None:
    for draft in draft_claims(text, published="2024-06-12"):
        for quotation in quotations(text, draft.span):
            if draft.span.contains(quotation.span):
                assert " ".join(quotation.inner.of(text).split()).lower() in draft.statement.lower()


@pytest.mark.parametrize(
    "line", ["Summary: what we know so far", "File photo: the mayor of Brenn at the opening in May"]
)
def test_a_label_before_a_colon_speaks_nowhere(line: str) -> None:
    drafts = draft_claims(f"Bridge opens in Brenn after two years\n\nIt cost £3 million, the mayor said.\n\n{line}")
    assert not {draft.speaker for draft in drafts} & {"Summary", "File photo"}


def test_whoever_owns_the_head_of_the_speakers_phrase_did_not_speak() -> None:
    text = "Tom Barlow scored twice. Barlow's manager, Nick Sims, said the contract was worth £1.2 million."
    assert the_one(draft_claims(text), "1.2 million").speaker == "Nick Sims"
