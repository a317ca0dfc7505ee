"""What pages show of the watch. A look that found nothing new leaves no event, so it is never answered from memory."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.data.passages import Found, places
from dashboard.data.record import ask, captured_text, database
from dashboard.data.side_by_side import PassageDifference, passage
from db.queries import observations, watches
from db.rows import AnchorRow, ObservationRow, WatchRow
from db.vocabulary import AnchorHealth

LOOKS = 12
"""As many looks as a page lists."""
MOVED = 3
"""As many documents as the board names."""


class Look(NamedTuple):
    """A look at a document; ``before`` is the capture to hold its own against, if another text came."""

    row: ObservationRow
    before: int | None


class DocumentWatch(NamedTuple):
    """When a document was and will be looked at, and the newest looks."""

    watch: WatchRow | None
    looks: tuple[Look, ...]


class AnchorShown(NamedTuple):
    """A place that is gone or in doubt: where it is now as far as one can tell, for a person to judge.

    ``ref`` and ``title`` are the document's, ``version`` is the piece of evidence's (0 for a claim's own words),
    ``places`` are those where its words stand now, if in several; ``words`` are what to look for in the newer capture.
    """

    anchor: AnchorRow
    ref: str
    title: str
    version: int
    difference: PassageDifference | None
    places: tuple[Found, ...]
    words: str

    @property
    def open(self) -> bool:
        """Whether nobody has kept what was captured yet."""
        return self.anchor.settled_at is None


def of_document(document_id: int, limit: int = LOOKS) -> DocumentWatch:
    """Tell when a document was and will be looked at, with the newest looks."""
    with database().read() as session:
        rows = observations.of_document(session, document_id, limit)
        before = observations.texts_before(session, document_id, [row.capture_id for row in rows if row.capture_id])
        return DocumentWatch(
            watches.get(session, document_id), tuple(Look(row, before.get(row.capture_id or 0)) for row in rows)
        )


def anchors_of_claim(claim_id: int) -> tuple[AnchorShown, ...]:
    """List a claim's places that are gone or in doubt on the newest capture, those that nobody has settled first."""
    with database().read() as session:
        rows = [
            row
            for row in observations.anchors_of_claim(session, claim_id)
            if row.health in {AnchorHealth.LOST, AnchorHealth.AMBIGUOUS}
        ]
        about = observations.about_anchors(session, [row.id for row in rows])
    shown = [_shown(row, *about[row.id]) for row in rows]
    return tuple(sorted(shown, key=lambda one: not one.open))


def _shown(row: AnchorRow, ref: str, title: str, version: int) -> AnchorShown:
    difference = None
    if row.was_capture_id is not None and row.capture_id is not None and row.was_start is not None:
        difference = passage(row.was_capture_id, row.capture_id, row.was_start, row.was_end or row.was_start)
    doubtful = row.health is AnchorHealth.AMBIGUOUS and row.capture_id is not None
    several = places(row.capture_id or 0, row.exact) if doubtful else ()
    return AnchorShown(row, ref, title, version, difference, several, _words_now(row, difference))


def _words_now(row: AnchorRow, difference: PassageDifference | None) -> str:
    """Suggest the words to look for: the passage's own where they stand somewhere, else the paragraph in its place."""
    if row.capture_id is not None and (difference is None or places(row.capture_id, row.exact)):
        return row.exact
    return "".join(piece.words for piece in difference.after).strip() if difference else ""


def places_in(capture_id: int, words: str) -> tuple[Found, ...]:
    """Find words in a captured text, in the order of the text."""
    return places(capture_id, words) if captured_text(capture_id) else ()


def moved(desk_id: int | None, limit: int = MOVED) -> observations.Moved:
    """Count the claims whose sources or articles moved under them, and name the newest documents that did."""
    return ask(observations.moved_claims, desk_id, limit)
