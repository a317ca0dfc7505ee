"""The drafts of an article as the browser's part of the triage page draws them: each a card, and a line in the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from dashboard import addresses, labels
from dashboard.components import seen_before, triage_cuts
from dashboard.components.paper import Node, chip, element, link, paragraph, record_link, span
from dashboard.components.reading_notes import notes
from dashboard.escaping import cut_after, cut_before, shortened
from dashboard.texts import triage as texts
from db.rows import ClaimRow, ResemblanceRow, claim_ref, document_ref
from db.vocabulary import DocumentType, ResemblanceDecision, WorkState

_IN_LIST, _NAME = 110, 60
_MOST_EARLIER = 3


class Around(Protocol):
    """What stands around a draft's words; ``cut`` tells whether the paragraph goes on beyond each end."""

    @property
    def before(self) -> str: ...  # noqa: D102 - see the class
    @property
    def after(self) -> str: ...  # noqa: D102
    @property
    def cut(self) -> tuple[bool, bool]: ...  # noqa: D102


def fate(draft: ClaimRow) -> str:
    """Tell what became of a draft: ``waiting``, ``kept`` or ``away``."""
    return {WorkState.DETECTED: "waiting", WorkState.NOT_FOR_US: "away"}.get(draft.work_state, "kept")


def by_worth(drafts: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Put the drafts most worth checking first; those of equal worth in the order of the text."""
    return sorted(drafts, key=lambda draft: (-(draft.worth or 0), draft.start, draft.id))


class Earlier(NamedTuple):
    """An earlier claim that may say the same, and in words what differs."""

    row: ResemblanceRow
    differing: tuple[str, ...]


def card(draft: ClaimRow, around: Around, earlier: tuple[Earlier, ...]) -> dict[str, Any]:
    """Describe a draft; a page that is drawn anew mostly shows the same ones."""
    return _card(draft, around.before, around.after, around.cut, earlier, labels.renaming())


@lru_cache(maxsize=512)
def _card(
    draft: ClaimRow,
    before: str,
    after: str,
    cut: tuple[bool, bool],
    earlier: tuple[Earlier, ...],
    _renaming: object,
) -> dict[str, Any]:
    words = triage_cuts.words(draft.literal, draft.start, draft.reading.replaced)
    return {
        "ref": draft.ref,
        "version": draft.version,
        "fate": fate(draft),
        "early": draft.work_state in {WorkState.DETECTED, WorkState.OPEN},
        "statement": draft.statement,
        "head": _head(draft),
        "words": _words(draft, before, after, cut),
        "notes": notes(draft),
        "wordings": [
            {"statement": other.statement, "by": other.by}
            for other in draft.reading.suggested
            if other.statement != draft.statement
        ],
        "wording_numbers": [
            number for number, other in enumerate(draft.reading.suggested) if other.statement != draft.statement
        ],
        "earlier": [_earlier(*one) for one in earlier[:_MOST_EARLIER]],
        "fields": {name: _field(draft, name) for name in texts.FIELDS},
        "cut_words": [list(word) for word in words],
        "cuts": list(triage_cuts.proposals(draft.literal)),
        "length": len(draft.literal),
        "line": shortened(draft.statement or draft.literal, _IN_LIST),
        "fate_word": _fate_word(draft),
    }


def _fate_word(draft: ClaimRow) -> str:
    if draft.work_state is WorkState.NOT_FOR_US and draft.not_for_us_reason:
        return f"{labels.word(draft.work_state)}: {labels.word(draft.not_for_us_reason)}"
    return labels.word(draft.work_state)


def _field(draft: ClaimRow, name: str) -> str:
    return str(getattr(draft, name) or "")


def _head(draft: ClaimRow) -> Node:
    speaker = draft.speaker or draft.speaker_as_named
    who = None
    if speaker:
        role = f", {shortened(draft.speaker_role, _NAME)}" if draft.speaker_role else ""
        cue = f" («{shortened(draft.cue, _NAME)}»)" if draft.cue else ""
        who = element("span", span(shortened(speaker, _NAME), "strong"), span(f"{role}{cue}"), style="plain")
    when = draft.said_on or draft.said_on_text
    told = f"{when} («{draft.said_on_text}»)" if draft.said_on and draft.said_on_text else when
    return element(
        "div",
        record_link(draft.ref),
        chip(labels.status(draft.status)) if draft.work_state is not WorkState.DETECTED else None,
        span(labels.word(draft.claim_type)),
        who,
        span(shortened(told, _NAME), "plain") if told else None,
        style="tags small about",
    )


def _words(draft: ClaimRow, before: str, after: str, cut: tuple[bool, bool]) -> Node:
    ref = document_ref(DocumentType.ARTICLE, draft.article_id)
    there = addresses.href(addresses.ARTICLE, article=ref, mark=draft.ref, capture=str(draft.capture_id))
    return element(
        "div",
        paragraph(
            span(cut_before(before) if cut[0] else before, "around"),
            span(draft.literal, "exact"),
            span(cut_after(after) if cut[1] else after, "around"),
            style="literal bar",
        ),
        link(texts.IN_ARTICLE, there, "small"),
        style="in-place",
    )


def _earlier(row: ResemblanceRow, differing: tuple[str, ...]) -> dict[str, Any]:
    """Describe an earlier claim that says the same, with what the desk found and what differs."""
    decided = row.decision is not ResemblanceDecision.SUGGESTED
    return {"ref": claim_ref(row.other_id), "decided": decided, "node": seen_before.card(row, differing)}
