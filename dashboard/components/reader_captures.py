"""Which other captures of an article have claims marked in them: a mark stays in the text that it was made in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard import addresses
from dashboard.components.paper import Node, element, link, moment
from dashboard.components.reader_address import CAPTURE
from dashboard.texts import reader as texts
from db.rows import CaptureRow, ClaimRow


def elsewhere(
    article: str, claims: Sequence[ClaimRow], captures: Sequence[CaptureRow], on_view: CaptureRow | None
) -> list[Node]:
    """Describe which other captures have claims marked in them: a mark stays in the text that it was made in."""
    found = Counter(claim.capture_id for claim in claims)
    return [
        node
        for capture in captures
        if found[capture.id] and capture != on_view
        for node in (
            element("span", texts.marked_in(found[capture.id]), moment(capture.taken_at)),
            link(texts.SHOW_THAT, addresses.href(addresses.ARTICLE, article=article, **{CAPTURE: str(capture.id)})),
        )
    ]
