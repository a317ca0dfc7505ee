"""The claim search of Google's Fact Check Tools: what fact-checkers have published on a claim. It takes a key.

Answer: ``claims`` with ``text``, ``claimant``, ``claimDate`` and ``claimReview``s with ``publisher.name``, ``url``,
``title``, ``reviewDate``, ``textualRating``.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.sources.services.answers import (
    MOST,
    Asker,
    ServiceAnswer,
    Suggestion,
    answered,
    asked_for_json,
    each,
    words,
)

NAME = "Google Fact Check Tools"
PUBLIC = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
_LONGEST = 300


def search(web: Asker, statement: str, *, key: str, language: str | None = None, base: str = PUBLIC) -> ServiceAnswer:
    """Ask who has checked a statement before; without a key nothing is sent."""
    asked = question(statement)
    if not key:
        return ServiceAnswer(NAME, asked, reason=f"{NAME} takes a key, and none is set.", blocked=True)
    return answered(NAME, asked, _reviews(web, asked, key, language, base))


def question(statement: str) -> str:
    """Write what is sent: the statement in one line, cut where it is long."""
    return " ".join(statement.split())[:_LONGEST]


def _reviews(web: Asker, asked: str, key: str, language: str | None, base: str) -> Iterator[Suggestion]:
    params = {"query": asked, "pageSize": str(MOST)}
    if language:
        params["languageCode"] = language
    # In a header, not in the address: addresses end up in logs, and in what servers say of them.
    answer = asked_for_json(web, NAME, base, params, {"X-Goog-Api-Key": key})
    for claim in each(answer, "claims"):
        for review in each(claim, "claimReview"):
            publisher = words(review, "publisher", "name") or words(review, "publisher", "site")
            rating, said = words(review, "textualRating"), words(claim, "text")
            claimant = words(claim, "claimant")
            whose = f"{publisher or 'A fact-checker'} checked «{said}»" + (f", said by {claimant}" if claimant else "")
            why = f"{whose}: {rating}" if rating else whose
            url = words(review, "url")
            title = words(review, "title") or said
            yield Suggestion(url, title, why, publisher or None, words(review, "reviewDate")[:10] or None)
