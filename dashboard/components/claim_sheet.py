"""What a claim's page shows of a claim: its head with the way to the first hand, and its words with the evidence."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.components import claim_head, evidence_list, path_layout, path_picture
from dashboard.components.claim_work import Rights
from dashboard.components.dossier import dossier, unfolding
from dashboard.components.evidence_compared import Around
from dashboard.components.evidence_list import Compare
from dashboard.components.opened import Opened
from dashboard.components.paper import Node
from dashboard.components.reading_notes import notes
from dashboard.texts import claim as texts
from db.rows import ClaimFile, ClaimRow, EvidenceRow, Network


def source_ids(file: ClaimFile) -> tuple[int, ...]:
    """List the sources that count on a claim, each once."""
    return tuple(dict.fromkeys(piece.source_id for piece in evidence_list.live(file)))


def head(file: ClaimFile, network: Network) -> None:
    """Draw the statement, where it stands, and the way to the first hand."""
    ways = path_layout.ways(file, network)
    dossier(
        claim_head.head(file.claim),
        claim_head.standing(file.claim),
        path_picture.picture(file.claim, ways),
        key=f"{file.claim.ref}-head",
    )


def backing(
    file: ClaimFile, compare: Compare, around: Callable[[EvidenceRow], Around], opened: Opened, may: Rights
) -> None:
    """Draw the literal words in their context, who said them, and every piece of evidence."""
    dossier(
        claim_head.words_in_context(file),
        claim_head.particulars(file),
        evidence_list.evidence(file, compare, around, opened, may_change=may.checks, may_add=may.adds),
        _reading(file.claim),
        key=f"{file.claim.ref}-backing",
    )


def _reading(claim: ClaimRow) -> Node | None:
    """Describe what the machine read in the words, folded: it is help for whoever doubts the statement."""
    read = notes(claim)
    return unfolding(f"{claim.ref}-reading", texts.READ_BY_MACHINE, read) if read is not None else None
