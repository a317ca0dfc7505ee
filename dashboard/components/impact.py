"""What rests on a source, or on one capture: the claims, a file of them, and all that are signed opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from dashboard import labels
from dashboard.components import claim_rows, queue_files, source_uses
from dashboard.components.paper import Node, chip, element, paper, record_link, span
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.tables import claim_records
from dashboard.texts import captures as of_captures
from dashboard.texts import sources as texts
from dashboard.wish.captures import Reopened, Wanted
from db.rows import CaptureRow, ClaimRow, SourceRow, SourceUse, claim_ref
from db.vocabulary import VerificationStatus

FORM = "recheck"
_DRAWN = 100  # claims, or pieces of evidence; a file has all of them


class Signed(NamedTuple):
    """A signed claim that may be opened again; ``version`` is the one that was read."""

    claim_id: int
    version: int
    status: VerificationStatus
    statement: str


class Resting(NamedTuple):
    """What rests on a document or a capture: ``listed`` describes as much of it as is drawn, of ``total`` in the file.

    ``cut`` says that there may be more, which were not read.
    """

    listed: Node
    drawn: int
    total: int
    records: Callable[[], Sequence[Mapping[str, object]]]
    signed: Sequence[Signed]
    cut: bool = False


def of_uses(
    source: SourceRow,
    uses: Sequence[SourceUse],
    captures: Sequence[CaptureRow],
    most: int,
    signed: Sequence[SourceUse] | None = None,
) -> Resting | None:
    """Describe the pieces of evidence that rest on a source, of which ``most`` are read; None where nothing does.

    ``signed`` are those of signed claims, where there are more of them than these.
    """
    if not uses:
        return None
    shown = uses[:_DRAWN]
    listed = source_uses.use_list(source, shown, captures)
    records = partial(source_uses.use_records, uses)
    return Resting(listed, len(shown), len(uses), records, _signed_of(signed or uses), cut=len(uses) >= most)


def of_claims(claims: Sequence[ClaimRow]) -> Resting | None:
    """Describe the claims whose words stand in an article's capture; None where there are none."""
    signed = [
        Signed(claim.id, claim.version, claim.status, claim_rows.said(claim))
        for claim in claims
        if claim.work_state.signed
    ]
    listed = claim_rows.claim_list(claims[:_DRAWN], with_article=False)
    drawn = min(_DRAWN, len(claims))
    return Resting(listed, drawn, len(claims), partial(claim_records, claims), signed) if claims else None


def _signed_of(uses: Sequence[SourceUse]) -> list[Signed]:
    """List the signed claims among those that rest on a source, each once."""
    signed = {use.claim_id: use for use in uses if use.work_state.signed}
    return [Signed(number, use.claim_version, use.status, use.statement) for number, use in signed.items()]


def draw(resting: Resting, work: Work, name: str, *, may_reopen: bool) -> Wanted | None:
    """Draw the list with its file, and offer to open the signed claims again; ``name`` tells several lists apart."""
    paper(resting.listed, key=work.key(name, "list"))
    if resting.total > resting.drawn:
        st.caption(texts.more_uses(resting.drawn, resting.total))
    if resting.cut:
        st.caption(texts.only_newest(resting.total))
    rows = (resting.total, resting.records)
    queue_files.files(f"{work.record}-{name}", rows, rows)
    return _reopen(work, name, resting.signed) if may_reopen and resting.signed else None


def of_capture(
    capture: CaptureRow, read: Callable[[], Resting | None], work: Work, *, may_reopen: bool
) -> Wanted | None:
    """Draw what rests on one of several captures, in a fold: it is read only where somebody unfolds it."""
    name = f"{FORM}-{capture.id}"
    title = texts.resting_on_capture(f"{capture.taken_at:%Y-%m-%d %H:%M}", capture.id)
    asked = name in st.query_params.get_all("do")
    fold = st.expander(
        title, icon=":material/fact_check:", expanded=asked, key=work.key(name, "claims"), on_change="rerun"
    )
    if not fold.open:
        return None
    with fold:
        resting = read()
        if resting is None:
            st.caption(of_captures.NO_IMPACT)
            return None
        return draw(resting, work, name, may_reopen=may_reopen)


def _reopen(work: Work, form: str, signed: Sequence[Signed]) -> Wanted | None:
    """Offer to open signed claims again; the form is drawn only while somebody wants it (a fold holds no fold)."""
    asked = form in st.query_params.get_all("do")
    wanted = st.toggle(texts.recheck(len(signed)), asked, key=work.key(form, "wanted"))
    return _form(work, form, signed) if wanted else None


def _form(work: Work, form: str, signed: Sequence[Signed]) -> Wanted | None:
    """Draw the form: which claims these are, and one reason for all."""
    preview = [
        element("p", span(texts.RECHECK_GOES)),
        element("ol", *(_signed(one) for one in signed), style="rows narrow"),
    ]
    paper(*preview, key=work.key(form, "preview"))
    with st.form(work.key(form), border=False):
        why = st.text_area(texts.RECHECK_WHY, placeholder=texts.RECHECK_WHY_HINT, height=80, key=work.key(form, "why"))
        sent = st.form_submit_button(texts.RECHECK_SEND, icon=":material/notifications_active:", type="primary")
    seen = tuple((one.claim_id, work.saw(claim_ref(one.claim_id), one.version)) for one in signed)
    return Wanted(Reopened(seen, why or ""), form, {texts.RECHECK_WHY: why or ""}) if sent else None


def _signed(one: Signed) -> Node:
    ref = claim_ref(one.claim_id)
    return element(
        "li",
        record_link(ref),
        element("span", chip(labels.status(one.status))),
        span(shortened(one.statement, 200), "said plain"),
    )
