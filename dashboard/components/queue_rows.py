"""The rows of the queue: each claim says enough to decide whether to open it, in groups where they are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from dashboard import labels
from dashboard.components import claim_rows
from dashboard.components.paper import Node, chip, element, link, record_link, span
from dashboard.components.queue_address import Asked
from dashboard.escaping import shortened
from dashboard.texts import claims as texts
from db.rows import ClaimRow, document_ref, speaker_ref
from db.vocabulary import DocumentType, WorkState

_LONGEST_STATEMENT, _LONGEST_TITLE, _LONGEST_NAME = 1200, 48, 60
_AT_REST = frozenset({WorkState.SIGNED_OFF, WorkState.PUBLISHED, WorkState.NOT_FOR_US, WorkState.WITHDRAWN})


class Group(NamedTuple):
    """Claims under a head; ``narrowed`` is the address of these alone, empty where there is none."""

    name: str
    head: Node | None
    claims: tuple[ClaimRow, ...]
    narrowed: str = ""


def groups(claims: Iterable[ClaimRow], asked: Asked) -> list[Group]:
    """Put claims into the groups that are asked for, in the order in which they come; one nameless group for none."""
    by_kind: dict[object, list[ClaimRow]] = {}
    for claim in claims:
        by_kind.setdefault(_kind(claim, asked.group), []).append(claim)
    return [_group(asked, tuple(rows)) for rows in by_kind.values()]


def _kind(claim: ClaimRow, group: str) -> object:
    return {"article": claim.article_id, "speaker": claim.speaker_id, "state": claim.status}.get(group)


def _group(asked: Asked, claims: tuple[ClaimRow, ...]) -> Group:
    first = claims[0]
    if asked.group == "state":
        word = labels.word(first.status)
        return Group(word, chip(labels.status(first.status)), claims, asked.with_only("status", word).address)
    ungrouped = asked.with_only("group")
    if asked.group == "article":
        ref, title = document_ref(DocumentType.ARTICLE, first.article_id), shortened(first.article_title, 100)
        return Group(title, record_link(ref, title, style="plain"), claims, ungrouped.with_only("article", ref).address)
    if asked.group == "speaker" and first.speaker_id is not None:
        ref, name = speaker_ref(first.speaker_id), shortened(first.speaker or "", 100)
        return Group(name, record_link(ref, name, style="plain"), claims, ungrouped.with_only("speaker", ref).address)
    if asked.group == "speaker":
        return Group(texts.NO_SPEAKER, span(texts.NO_SPEAKER), claims)
    return Group("", None, claims)


def drawn(group: Group, now: dt.datetime, under: str) -> dict[str, Any]:
    """Describe a group for the browser's part: its head, and of each row the cells and what its keys act on.

    What the head says, ``under`` which kind of groups the claims stand, its rows need not say again.
    """
    count = len(group.claims)
    head = None
    if group.head is not None:
        count_on_view = span(texts.on_view(count), "muted small")
        only = link(texts.ONLY_THESE, group.narrowed, "small") if group.narrowed else None
        head = element("span", span("", "strong") if not group.name else group.head, count_on_view, only, style="head")
    return {
        "name": texts.group(group.name, count) if group.name else "",
        "head": head,
        "rows": [_row(claim, (now - claim.state_since).days, under, labels.renaming()) for claim in group.claims],
    }


@lru_cache(maxsize=1024)
def _row(claim: ClaimRow, days: int, under: str, _renaming: object) -> dict[str, Any]:
    """Describe a row; a page that is drawn anew mostly shows the same ones."""
    return {
        "ref": claim.ref,
        "version": claim.version,
        "select": texts.select(claim.ref),
        "cells": [
            element("span", chip(labels.status(claim.status)), style="status"),
            _said(claim),
            element("span", *_evidence(claim), style="evidence"),
            span(shortened(claim.assignee, 40) if claim.assignee else texts.NOBODY, _muted(claim.assignee, "with")),
            _waits(claim, days),
            _about(claim, under),
        ],
    }


def _muted(value: object, style: str) -> str:
    return style if value else f"{style} muted"


def _said(claim: ClaimRow) -> Node:
    return record_link(claim.ref, shortened(claim_rows.said(claim), _LONGEST_STATEMENT), style="said plain")


def _about(claim: ClaimRow, under: str) -> Node:
    speaker = claim.speaker or claim.speaker_as_named
    when = claim.said_on or ""
    spoken: Node | None = span(texts.said_on(when)) if when else None
    if speaker and under != "speaker":
        spoken = span(texts.said_by(shortened(speaker, _LONGEST_NAME), when))
    article = document_ref(DocumentType.ARTICLE, claim.article_id)
    title = shortened(claim.article_title, _LONGEST_TITLE)
    return element(
        "span",
        span(claim.ref, "ref"),
        spoken,
        None if under == "article" else record_link(article, title, style="article"),
        span(labels.word(claim.claim_type)),
        *claim_rows.flags(claim.flags),
        style="about",
    )


def _evidence(claim: ClaimRow) -> list[Node]:
    if not claim.evidence:
        return [span(texts.NO_EVIDENCE, "muted")]
    tier = claim.best_tier
    return [
        span(texts.evidence(claim.evidence)),
        *([span(labels.word(tier), "muted small", tip=labels.meaning(tier))] if tier else []),
    ]


def _waits(claim: ClaimRow, days: int) -> Node:
    if claim.work_state in _AT_REST:
        return span("", "waits")
    exact = claim.state_since.astimezone(dt.UTC).isoformat(timespec="seconds")
    return element(
        "time", texts.waits(days), style="waits", title=texts.in_status_since(labels.word(claim.status), exact)
    )
