"""How much of what an editor would mark in whole articles is drafted, and how much else."""

from __future__ import annotations

import pytest

from firsthand.claims.drafting import DraftClaim, draft_claims
from firsthand.text.spans import Span
from tests.firsthand.claims.marked_articles import (
    COURT_REPORT,
    LOCAL_POLITICS,
    MARKED,
    SCIENCE_STORY,
    SPORTS_BUSINESS,
    MarkedArticle,
)

LEAST_RECALL = 0.85  # of the marked places of one article
LEAST_PRECISION = 0.85
LEAST_RECALL_OF_ALL = 0.92
LEAST_PRECISION_OF_ALL = 0.92


def drafts_of(article: MarkedArticle) -> list[DraftClaim]:
    return draft_claims(article.text, published=article.published, author=article.author)


def meets(place: Span, draft: DraftClaim) -> bool:
    """Whether the two share at least half of the shorter one."""
    shared = min(place.end, draft.span.end) - max(place.start, draft.span.start)
    return shared > 0 and shared >= min(place.length, draft.span.length) / 2


def found(article: MarkedArticle, drafts: list[DraftClaim]) -> int:
    """Count the wanted places, each met by a draft of its own: two claims in one draft are one."""
    free = list(drafts)
    count = 0
    for place in article.wanted:
        draft = next((one for one in free if meets(place, one)), None)
        if draft:
            free.remove(draft)
            count += 1
    return count


def wanted(article: MarkedArticle, drafts: list[DraftClaim]) -> int:
    places = article.wanted + article.allowed
    return sum(any(meets(place, draft) for place in places) for draft in drafts)


@pytest.mark.parametrize("article", MARKED.values(), ids=list(MARKED))
def test_most_of_what_an_editor_marks_is_drafted_and_little_else(article: MarkedArticle) -> None:
    drafts = drafts_of(article)
    assert found(article, drafts) >= LEAST_RECALL * len(article.wanted)
    assert wanted(article, drafts) >= LEAST_PRECISION * len(drafts)


def test_over_all_articles_the_floors_are_higher() -> None:
    drafted = [(article, drafts_of(article)) for article in MARKED.values()]
    marked = sum(len(article.wanted) for article in MARKED.values())
    assert sum(found(article, drafts) for article, drafts in drafted) >= LEAST_RECALL_OF_ALL * marked
    everything = sum(len(drafts) for _, drafts in drafted)
    assert sum(wanted(article, drafts) for article, drafts in drafted) >= LEAST_PRECISION_OF_ALL * everything


@pytest.mark.parametrize(
    ("article", "words", "speaker", "role"),
    [
        (COURT_REPORT, "three written warnings", "Aoife Brannigan", "Judge"),
        (COURT_REPORT, "test every block", "Niamh Foley", "spokeswoman"),
        (COURT_REPORT, "hiding an inspection report", "Eoin Casey", None),
        (SCIENCE_STORY, "bury about a tenth", "Ines Vidal", None),
        (LOCAL_POLITICS, "visits had fallen", "Joan Pickering", "Council leader"),
        (LOCAL_POLITICS, "40 children", "Ruth Oyelaran", None),
        (SPORTS_BUSINESS, "£80m on the stadium", "Dana Cho", "founder"),
        (SPORTS_BUSINESS, "rules had been relaxed", "Paul Amory", "chief executive"),
    ],
)
def test_the_speaker_is_named_in_full(article: MarkedArticle, words: str, speaker: str, role: str | None) -> None:
    draft = next(draft for draft in drafts_of(article) if words in draft.literal)
    assert draft.speaker == speaker
    assert role in {None, draft.speaker_role}


@pytest.mark.parametrize(
    ("article", "words", "said_on", "said_where"),
    [
        (COURT_REPORT, "emptied two of them", "2023-05", None),
        (SCIENCE_STORY, "twice as much carbon as earlier", "2025-05-13", None),
        (SCIENCE_STORY, "methane cancels out", "2022", None),
        (SCIENCE_STORY, "national carbon accounts", "2025-05", None),
        (LOCAL_POLITICS, "held £11m in reserves", None, "Harwick Town Hall"),
        (LOCAL_POLITICS, "Northshire had broken", "2021", None),
        (SPORTS_BUSINESS, "decide by the end of January", None, "Manchester"),
    ],
)
def test_when_and_where_it_was_said(
    article: MarkedArticle, words: str, said_on: str | None, said_where: str | None
) -> None:
    draft = next(draft for draft in drafts_of(article) if words in draft.literal)
    assert (draft.said_on, draft.said_where) == (said_on, said_where)
