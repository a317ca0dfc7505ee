"""The evidence on a claim: compact cards, and the forms of the piece that somebody wants to change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from dashboard import labels
from dashboard.components.dossier import unfolding
from dashboard.components.evidence_card import card, withdrawn
from dashboard.components.evidence_compared import Around, Compared, NumberResult, Piece
from dashboard.components.evidence_judging import Judgement, change_form, withdraw_form
from dashboard.components.opened import EVIDENCE, FIND, Opened, of_piece
from dashboard.components.paper import Node, element, explained, link, paragraph, span
from dashboard.components.work import Work
from dashboard.components.workbench import bench
from dashboard.outcome import evidence_key
from dashboard.texts import evidence as texts
from dashboard.texts import finding as finding_texts
from dashboard.wish import Act, Judged, TakenBack
from db.rows import ClaimFile, EvidenceRow

_MANY = 3  # pieces; more of them are drawn tighter


class Alignment(Protocol):
    """How a quotation stands to a passage."""

    @property
    def pieces(self) -> Sequence[Piece]: ...  # noqa: D102 - see the class


class Comparison(Protocol):
    """How a claim stands to a passage."""

    @property
    def alignment(self) -> Alignment | None: ...  # noqa: D102 - see the class
    @property
    def numbers(self) -> Sequence[NumberResult]: ...  # noqa: D102
    @property
    def cautions(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def translated(self) -> bool: ...  # noqa: D102
    @property
    def absent(self) -> Sequence[str]: ...  # noqa: D102


Compare = Callable[[ClaimFile, EvidenceRow], Comparison]


def live(file: ClaimFile) -> list[EvidenceRow]:
    """List the evidence that counts."""
    return [piece for piece in file.evidence if piece.withdrawn_at is None]


def evidence(
    file: ClaimFile,
    compare: Compare,
    around: Callable[[EvidenceRow], Around],
    opened: Opened,
    *,
    may_change: bool,
    may_add: bool,
) -> Node:
    """Describe every piece of evidence, those withdrawn folded below."""
    pieces = live(file)
    gone = [piece for piece in file.evidence if piece.withdrawn_at is not None]
    cards = [
        card(
            piece,
            _compared(compare(file, piece), piece, around),
            change=opened.href(of_piece(piece.id)) if may_change else None,
        )
        for piece in pieces
    ]
    folded = None
    if gone:
        title = texts.withdrawn_count(len(gone))
        folded = unfolding(f"{file.claim.ref}-gone", title, *(withdrawn(piece) for piece in gone))
    return element(
        "div",
        element(
            "div",
            element("h2", explained(texts.heading(len(pieces)), "evidence"), style="section"),
            element("div", *_ways_in(opened, any_yet=bool(pieces)), style="tags small") if may_add else None,
            style="section-head",
        ),
        element("ol", *cards, style="pieces tight" if len(pieces) > _MANY else "pieces")
        if cards
        else paragraph(span(texts.NONE_YET, "muted small")),
        folded,
        style="evidence",
    )


def _ways_in(opened: Opened, *, any_yet: bool) -> list[Node]:
    """Offer the ways to more evidence that are not open yet; without any, the one to sources opens by itself."""
    ways = [(EVIDENCE, texts.ADD_TITLE)]
    if any_yet or EVIDENCE in opened:
        ways.insert(0, (FIND, finding_texts.TITLE))
    return [link(name, opened.href(form)) for form, name in ways if form not in opened]


def _compared(comparison: Comparison, piece: EvidenceRow, around: Callable[[EvidenceRow], Around]) -> Compared:
    pieces = comparison.alignment.pieces if comparison.alignment and piece.grade else ()
    cautions = comparison.cautions if piece.grade else ()
    return Compared(pieces, comparison.numbers, cautions, around(piece), comparison.translated, comparison.absent)


def changes(file: ClaimFile, work: Work, opened: Opened) -> Act | None:
    """Draw the forms of the pieces that somebody wants to change; tells what they want to happen to one of them."""
    act = None
    for piece in live(file):
        seen = work.saw(evidence_key(piece.id), piece.version)
        form = of_piece(piece.id)
        if form not in opened:
            continue
        with bench(form, texts.change_title(piece.source_title), work, opened):
            judgement = change_form(work, piece)
            why = withdraw_form(work, piece)
        if judgement:
            deed = Judged(piece.id, seen, judgement.aspect, judgement.stance or piece.stance, *judgement[2:])
            act = Act(deed, f"change-{piece.id}", form, judged(piece, judgement))
        elif why is not None:
            act = Act(TakenBack(piece.id, seen, why), f"withdraw-{piece.id}", form, {texts.WHY_WITHDRAW: why})
    return act


def judged(piece: EvidenceRow, judgement: Judgement) -> dict[str, str]:
    """Tell what was entered, by label, in case it cannot be saved."""
    return {
        texts.EVIDENCE_FROM: piece.source_title,
        texts.DOES: labels.word(judgement.stance) if judgement.stance else "",
        texts.SPEAKS_TO: labels.word(judgement.aspect),
        texts.TIER: labels.word(judgement.tier),
        texts.NOTE: judgement.note,
    }
