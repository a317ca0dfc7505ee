"""What stands beside the text: the claim that is open, or the form for chosen words, or the drafts that wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import addresses, labels
from dashboard.components import (
    claim_rows,
    drafts,
    outcomes,
    reader_address,
    reader_panel,
    reference_panel,
)
from dashboard.components.document_forms import claim_form, selected_form
from dashboard.components.paper import element, link, paper, span
from dashboard.components.reader_pane import Linked, Marked
from dashboard.components.reference_rows import Pointer
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.outcome import Outcome
from dashboard.texts import reader as texts
from dashboard.texts import references as of_links
from dashboard.wish import Wish
from dashboard.wish.reader import Decided, NewClaim, Wanted
from db.rows import CaptureRow, ClaimFile, ClaimRow, SourceRow
from db.vocabulary import WorkState

_SAYS = 160  # characters of a claim that a mark tells of itself


def marks_of(claims: Sequence[ClaimRow], capture_id: int) -> tuple[Marked, ...]:
    """List the marks of a capture's text in reading order; what was turned away is not marked."""
    return tuple(
        Marked(claim.start, claim.end, claim.ref, labels.status(claim.status), shortened(claim_rows.said(claim), _SAYS))
        for claim in sorted(claims, key=lambda claim: (claim.start, -claim.end, claim.id))
        if claim.capture_id == capture_id and claim.work_state is not WorkState.NOT_FOR_US
    )


def links_of(pointers: Sequence[Pointer]) -> tuple[Linked, ...]:
    """List the places of references in the text, as far as they are known."""
    return tuple(
        Linked(row.start, row.end, row.place + 1, of_links.link_to(host or row.href))
        for row, host, _ in pointers
        if row.start is not None and row.end is not None
    )


class View(NamedTuple):
    """What is on view of an article: a capture's text, its marks, the address without one, and what a person may do."""

    ref: str
    claims: Sequence[ClaimRow]
    capture: CaptureRow | None
    text: str
    marks: Sequence[Marked]
    base: str
    may_act: bool
    pointers: Sequence[Pointer] = ()


def settle(outcome: Outcome, wanted: Wanted, work: Work) -> None:
    """Show what came of it; a claim that was made of chosen words is the one that is open from then on."""
    if isinstance(wanted.deed, NewClaim) and outcome.done:
        st.query_params.pop(reader_address.WORDS, None)
        st.query_params[reader_address.MARK] = outcome.ref or ""
    outcomes.settle(outcome, work, wanted.form, wanted.entered)


class Asked(NamedTuple):
    """What the address asks for beside the text: a claim, chosen words, a reference."""

    mark: str
    words: str
    reference: str

    @classmethod
    def read(cls) -> Asked:
        """Read it from the page's address."""
        parts = (reader_address.MARK, reader_address.WORDS, reader_address.REFERENCE)
        return cls(*(addresses.asked_for(st.query_params, part) for part in parts))


def beside(
    view: View, work: Work, file: ClaimFile | None, asked: Asked, find: Callable[[str], Sequence[SourceRow]]
) -> Wanted | None:
    """Draw what the address asks for, else the drafts; tell what is wanted. ``find`` offers sources."""
    place = reader_address.place(asked.words, len(view.text))
    pointer = reference_panel.numbered(view.pointers, asked.reference)
    wanted = None
    if pointer:
        tie = reference_panel.panel(pointer, view.base, work, find, may_act=view.may_act)
        wanted = Wanted(tie, tie.form) if tie else None
    elif file:
        wanted = _claim(file, work, view)
    elif place and view.may_act:
        wanted = _new_claim(work, view.base, view.text[slice(*place)], place[0])
    else:
        if asked.mark:
            st.text(texts.not_here(asked.mark[:40]))
        if asked.reference:
            st.text(of_links.not_here(asked.reference[:40]))
        st.caption(texts.HINT)
        wanted = _waiting(view, work)
    typed = _by_words(work, view.ref) if view.capture and view.may_act else None
    return typed or wanted


def _claim(file: ClaimFile, work: Work, view: View) -> Wanted | None:
    """Draw the claim that is open; a draft is decided there."""
    claim = file.claim
    elsewhere = view.capture is None or claim.capture_id != view.capture.id
    there = addresses.href(addresses.ARTICLE, article=view.ref, mark=claim.ref, capture=str(claim.capture_id))
    note = element("div", span(f"{texts.ELSEWHERE} "), link(texts.SHOW_THAT, there))
    with st.container(border=True):
        paper(
            reader_panel.turning(view.base, [mark.ref for mark in view.marks], claim.ref),
            *reader_panel.glance(file),
            *([note] if elsewhere else []),
            key=f"{claim.ref}-glance",
        )
        if claim.work_state is WorkState.DETECTED and view.may_act:
            return _decided(claim, drafts.ways_out(claim, work), work)
    return None


def _decided(draft: ClaimRow, wish: Wish | None, work: Work) -> Wanted | None:
    if wish is None:
        return None
    deed = Decided(draft.id, work.saw(draft.ref, draft.version), wish)
    return Wanted(deed, drafts.form_of(draft), wish.entered())


def _new_claim(work: Work, base: str, words: str, at: int) -> Wanted | None:
    """Draw the form that makes a claim of the words that were selected."""
    heading = element("h2", texts.NEW_CLAIM, style="title")
    with st.container(border=True):
        paper(
            element("div", heading, link(texts.CLOSE, base, "right small"), style="tags turning"),
            key=work.key("claim-head"),
        )
        return selected_form(work, words, at)


def _by_words(work: Work, ref: str) -> Wanted | None:
    """Draw, folded up, the form that makes a claim of words that are typed or pasted."""
    folded = st.expander(texts.ADD_CLAIM, icon=":material/add:", key=f"{ref}-add", on_change="rerun")
    with folded:
        return claim_form(work) if folded.open else None


def _waiting(view: View, work: Work) -> Wanted | None:
    """Draw the first drafts that wait."""
    found = drafts.waiting(view.claims)
    if found:
        st.subheader(texts.drafts_heading(len(found)))
    wanted = None
    for draft in found[: drafts.SHOWN]:
        wish = drafts.decide(draft, work, view.base, may_decide=view.may_act)
        wanted = _decided(draft, wish, work) or wanted
    if len(found) > drafts.SHOWN:
        st.caption(texts.more_drafts(len(found) - drafts.SHOWN))
    return wanted
