"""Seen before: which earlier claims of the record may say what a new one says. A person confirms or dismisses it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db.models import Claim, Resemblance
from db.queries import similar
from db.vocabulary import ResemblanceDecision
from firsthand.claims.comparing.likeness import THRESHOLD, rerank
from firsthand.claims.matching import search_terms

MOST = 5  # suggestions a claim; whoever has read five does not read a sixth


def suggest(session: Session, claims: Sequence[Claim]) -> int:
    """Write down for new claims which earlier ones may say the same, at most ``MOST`` each; tells how many in all.

    What was suggested before stays as it is, whatever a person made of it. The claims have to be flushed.
    """
    rows: list[dict[str, object]] = []
    there = _there(session, [claim.id for claim in claims])
    for article_id, of_article in itertools.groupby(claims, key=lambda claim: claim.article_id):
        new = [claim for claim in of_article if claim.statement.strip()]
        asked = [search_terms(claim.statement) for claim in new]
        for claim, found in zip(new, similar.candidates(session, asked, article_id=article_id), strict=True):
            rows += [row for row in _rows(claim, found) if frozenset((claim.id, row["other_id"])) not in there]
    if rows:
        session.execute(insert(Resemblance), rows)
    return len(rows)


def _rows(claim: Claim, candidates: Iterable[similar.Candidate]) -> list[dict[str, object]]:
    return [
        {
            "claim_id": claim.id,
            "other_id": alike.key,
            "score": round(alike.score * 1000),
            "decision": ResemblanceDecision.SUGGESTED,
        }
        for alike in rerank(claim.statement, candidates)[:MOST]
        if alike.score >= THRESHOLD and alike.key != claim.id
    ]


def _there(session: Session, ids: Sequence[int]) -> set[frozenset[int]]:
    """List the pairs that were suggested before, from either end."""
    ends = select(Resemblance.claim_id, Resemblance.other_id)
    asked = ends.where(Resemblance.claim_id.in_(ids) | Resemblance.other_id.in_(ids))
    return {frozenset(pair) for pair in session.execute(asked)}
