"""Sources of the desk whose text is the same as another one's, or nearly: each a sign of one origin."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from db.models import Document
from db.queries import origins
from db.queries.origins import Alike
from db.vocabulary import SourceRelationKind
from firsthand.flags import is_after
from firsthand.origins import Sign
from firsthand.origins.copies import Shared, copied, in_words, rare_runs, shared

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def near_copies(session: Session, source_id: int, text: str) -> tuple[Sign, ...]:
    """Find the sources that share most of their words with a source's text: the later one reprints the earlier one.

    Where the dates do not tell which is later, the text with less of its own is taken for the copy, else the one that
    came to the desk later.
    """
    if not text.strip():
        return ()
    document = session.get(Document, source_id)
    published = document.published if document else None
    sha256 = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    found = []
    for other in origins.alike(session, source_id, sha256, rare_runs(text)):
        compared = shared(text, other.text)
        later = _is_later(other, published, compared, source_id)
        share = compared.of_other if later else compared.of_text
        if copied(share, compared.words):
            why = f"{in_words(share)} of its words stand in the other one, in long runs."
            found.append(Sign(SourceRelationKind.REPRINTS, None, None, why, other.source_id, turned=later))
    return tuple(found)


def _is_later(other: Alike, published: str | None, compared: Shared, source_id: int) -> bool:
    """Whether the other text is the later one: by the dates, else the one with less of its own, else the newer here."""
    if is_after(other.published, published) or is_after(published, other.published):
        return is_after(other.published, published)
    if compared.of_text != compared.of_other:
        return compared.of_other > compared.of_text
    return other.source_id > source_id
