"""The rows of given claims, with the names of people, the article's title, flags and evidence beside each."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from db.models import Claim, ClaimFlag, Document, Evidence, Speaker, User
from db.rows import ClaimRow, Reading

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.vocabulary import Flag

_assignee, _checker, _editor, _signer = (
    aliased(User, name=name) for name in ("assignee", "checker", "editor", "signer")
)

# Told by name: these are not columns of the claim itself.
_BESIDE = {"article_title", "speaker", "assignee", "checker", "last_editor", "signed_by", "flags", "evidence"}
_PLAIN = tuple(field.name for field in dataclasses.fields(ClaimRow) if field.name not in _BESIDE)

_ROWS = (
    select(
        *(getattr(Claim, name) for name in _PLAIN),
        Document.title.label("article_title"),
        Speaker.name.label("speaker"),
        _assignee.name.label("assignee"),
        _checker.name.label("checker"),
        _editor.name.label("last_editor"),
        _signer.name.label("signed_by"),
        select(func.count())
        .where(Evidence.claim_id == Claim.id, Evidence.withdrawn_at.is_(None))
        .correlate(Claim)
        .scalar_subquery()
        .label("evidence"),
    )
    .select_from(Claim)
    .outerjoin(Document, Document.id == Claim.article_id)
    .outerjoin(Speaker, Speaker.id == Claim.speaker_id)
    .outerjoin(_assignee, _assignee.id == Claim.assignee_id)
    .outerjoin(_checker, _checker.id == Claim.checker_id)
    .outerjoin(_editor, _editor.id == Claim.last_editor_id)
    .outerjoin(_signer, _signer.id == Claim.signed_by_id)
)


def of_ids(session: Session, ids: Sequence[int]) -> tuple[ClaimRow, ...]:
    """Fetch claims in the order of their ids as given; one that does not exist is left out."""
    if not ids:
        return ()
    flags: defaultdict[int, set[Flag]] = defaultdict(set)
    for claim_id, flag in session.execute(
        select(ClaimFlag.claim_id, ClaimFlag.flag).where(ClaimFlag.claim_id.in_(ids))
    ):
        flags[claim_id].add(flag)
    rows = {
        row["id"]: ClaimRow(**{**row, "reading": Reading.of(row["reading"])}, flags=frozenset(flags[row["id"]]))
        for row in session.execute(_ROWS.where(Claim.id.in_(ids))).mappings()
    }
    return tuple(rows[claim_id] for claim_id in ids if claim_id in rows)
