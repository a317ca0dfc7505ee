"""What rests on a source: its passages in use, the claims that they carry, and the re-check of all that are signed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import addresses, labels
from dashboard.components.evidence_card import stance
from dashboard.components.paper import Node, chip, element, link, paper, record_link, span, tag
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.texts import sources as texts
from db.rows import CaptureRow, SourceRow, SourceUse, claim_ref, document_ref
from db.vocabulary import DocumentType

_FORM = "recheck"


class Recheck(NamedTuple):
    """A wish that claims be checked anew: which, in the versions that the person saw, and why."""

    claims: tuple[tuple[int, int], ...]
    why: str


def use_list(source: SourceRow, uses: Sequence[SourceUse], captures: Sequence[CaptureRow]) -> Node:
    """Describe the claims that rest on a source, and the words of it that they rest on."""
    readable = {capture.id for capture in captures if capture.characters}
    by_claim: dict[int, list[SourceUse]] = {}
    for use in uses:
        by_claim.setdefault(use.claim_id, []).append(use)
    return element("ol", *(_claim(source, held, readable) for held in by_claim.values()), style="rows narrow")


def _claim(source: SourceRow, uses: Sequence[SourceUse], readable: Collection[int]) -> Node:
    first = uses[0]
    ref = claim_ref(first.claim_id)
    article = document_ref(DocumentType.ARTICLE, first.article_id)
    return element(
        "li",
        record_link(ref),
        element("span", chip(labels.status(first.status))),
        record_link(ref, shortened(first.statement, 300) or texts.NO_STATEMENT, style="said plain"),
        *(_passage(source, use, readable) for use in uses),
        element("div", record_link(article, shortened(first.article_title, 90), style=""), style="about"),
    )


def _passage(source: SourceRow, use: SourceUse, readable: Collection[int]) -> Node:
    """Describe one piece of evidence: what it does, how first-hand it is, where it stands and in which words."""
    parts: list[Node] = [
        chip(stance(use.stance)),
        tag(labels.word(use.tier), labels.meaning(use.tier)),
        span(use.locator or texts.NO_PLACE),
    ]
    if use.capture_id in readable:
        address = addresses.href(addresses.SOURCE, source=source.ref, passage=str(use.evidence_id))
        parts.append(link(texts.IN_THE_TEXT, address))
    words = span(f"«{shortened(use.exact, 400)}»")
    judged = element("div", *parts, style="tags small muted")
    return element("div", element("div", words, style="literal"), judged, style="line bar")


def recheck_form(work: Work, uses: Sequence[SourceUse]) -> Recheck | None:
    """Draw the form that asks for a re-check of all signed claims: which they are, and one reason for all."""
    signed = {use.claim_id: use for use in uses}
    preview = [
        element("p", span(texts.RECHECK_GOES)),
        element("ol", *(_signed(use) for use in signed.values()), style="rows narrow"),
    ]
    paper(*preview, key=work.key(_FORM, "preview"))
    with st.form(work.key(_FORM), border=False):
        why = st.text_area(texts.RECHECK_WHY, placeholder=texts.RECHECK_WHY_HINT, height=80, key=work.key(_FORM, "why"))
        sent = st.form_submit_button(texts.RECHECK_SEND, icon=":material/notifications_active:", type="primary")
    seen = tuple((number, work.saw(claim_ref(number), use.claim_version)) for number, use in signed.items())
    return Recheck(seen, why or "") if sent else None


def _signed(use: SourceUse) -> Node:
    ref = claim_ref(use.claim_id)
    return element(
        "li",
        record_link(ref),
        element("span", chip(labels.status(use.status))),
        span(shortened(use.statement, 200), "said plain"),
    )
