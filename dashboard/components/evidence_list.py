"""The evidence on a claim, each piece with the forms that change it or take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import streamlit as st

from dashboard import labels
from dashboard.components.evidence_card import NumberResult, Piece, card, withdrawn
from dashboard.components.evidence_forms import Judgement, change_form, withdraw_form
from dashboard.components.paper import paper
from dashboard.components.work import Work
from dashboard.outcome import evidence_key
from db.rows import ClaimFile, ClaimRow, EvidenceRow


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
    def warnings(self) -> Sequence[str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to happen to a piece of evidence: another judgement, or its withdrawal with a reason."""

    piece: EvidenceRow
    form: str
    judgement: Judgement | None = None
    why: str = ""

    def entered(self) -> dict[str, str]:
        """Tell what was entered, by label, in case it cannot be saved."""
        if self.judgement is None:
            return {"Reason for withdrawing it": self.why}
        stance = labels.word(self.judgement.stance) if self.judgement.stance else ""
        return {
            "Evidence from": self.piece.source_title,
            "What the passage does": stance,
            "What it speaks to": labels.word(self.judgement.aspect),
            "Tier": labels.word(self.judgement.tier),
            "Note": self.judgement.note,
        }


def evidence(
    file: ClaimFile, work: Work, compare: Callable[[ClaimRow, str], Comparison], *, may_change: bool
) -> Wanted | None:
    """Draw every piece of evidence; tells what the person wants to happen to one of them."""
    live = [piece for piece in file.evidence if piece.withdrawn_at is None]
    gone = [piece for piece in file.evidence if piece.withdrawn_at is not None]
    wanted = None
    for piece in live:
        work.saw(evidence_key(piece.id), piece.version)
        with st.container(border=True):
            compared = compare(file.claim, piece.exact)
            pieces = compared.alignment.pieces if compared.alignment and piece.grade else ()
            paper(card(piece, pieces, compared.numbers), key=work.key(f"piece-{piece.id}", "card"))
            if may_change:
                wanted = _forms(piece, work) or wanted
    if not live:
        st.caption("No evidence has been put forward yet. Log where you searched, or add what you found.")
    if gone:
        with st.expander(f"Withdrawn evidence: {len(gone)}", icon=":material/undo:"):
            paper(*(withdrawn(piece) for piece in gone), key=work.key("gone", "list"))
    return wanted


def _forms(piece: EvidenceRow, work: Work) -> Wanted | None:
    folded = st.expander(
        "Change or withdraw it",
        icon=":material/edit:",
        key=work.key(f"piece-{piece.id}", "forms"),
        on_change="rerun",  # a claim may have many pieces: their forms are only drawn where somebody unfolds them
    )
    if not folded.open:
        return None
    with folded:
        judgement = change_form(work, piece)
        why = withdraw_form(work, piece)
    if judgement:
        return Wanted(piece, f"change-{piece.id}", judgement=judgement)
    return Wanted(piece, f"withdraw-{piece.id}", why=why) if why is not None else None
