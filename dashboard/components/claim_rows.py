"""Claims in a list: each says enough to choose it by."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard import labels
from dashboard.components.paper import Node, chip, element, moment, record_link, span, tag
from dashboard.escaping import shortened
from dashboard.texts import claims as texts
from db.rows import ClaimRelationRow, ClaimRow, claim_ref, document_ref
from db.vocabulary import DocumentType, Flag


def said(claim: ClaimRow) -> str:
    """Put a claim in words: its statement, or its literal words while nobody has written one."""
    return claim.statement or claim.literal


def flags(carried: Iterable[Flag]) -> list[Node]:
    """Describe flags as small outlined words, in the vocabulary's order."""
    held = frozenset(carried)
    return [tag(labels.word(flag), labels.meaning(flag)) for flag in Flag if flag in held]


def _about(claim: ClaimRow, *, with_article: bool) -> Node:
    parts: list[Node] = [span(labels.word(claim.claim_type))]
    speaker = claim.speaker or claim.speaker_as_named
    if speaker:
        parts.append(span(texts.spoken_by(speaker)))
    if with_article:
        ref = document_ref(DocumentType.ARTICLE, claim.article_id)
        parts.append(record_link(ref, shortened(claim.article_title, 60), style=""))
    parts.append(span(texts.pieces(claim.evidence) if claim.evidence else texts.NO_EVIDENCE))
    if claim.assignee:
        parts.append(span(texts.with_person(claim.assignee)))
    parts.append(element("span", texts.SINCE, " ", moment(claim.state_since)))
    return element("div", *parts, *flags(claim.flags), style="about tags")


def claim_list(claims: Iterable[ClaimRow], *, with_article: bool = True, narrow: bool = False) -> Node:
    """Describe claims as a list, one below the other."""
    items = [
        element(
            "li",
            record_link(claim.ref),
            element("span", chip(labels.status(claim.status))),
            record_link(claim.ref, shortened(said(claim), 280), style="said plain"),
            _about(claim, with_article=with_article),
        )
        for claim in claims
    ]
    return element("ol", *items, style="rows narrow" if narrow else "rows")


def _relation(row: ClaimRelationRow) -> str:
    word = labels.word(row.kind)
    return texts.relation_to(word) if row.outgoing else texts.relation_from(word)


def relations(rows: Iterable[ClaimRelationRow]) -> Node:
    """Describe how a claim stands to others, read from this one."""
    items = [
        element(
            "li",
            span(_relation(row), "muted"),
            record_link(claim_ref(row.other_id), f"{claim_ref(row.other_id)}  {shortened(row.other_statement, 200)}"),
            element("div", span(row.note, "plain"), style="about") if row.note else None,
        )
        for row in rows
    ]
    return element("ol", *items, style="rows narrow")
