"""What stands beside the text: the claim that is open, or the form for chosen words, or the drafts that wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import addresses, labels
from dashboard.components import (
    claim_rows,
    drafts,
    queue_files,
    reader_address,
    reader_panel,
    reference_panel,
)
from dashboard.components.document_forms import TYPED, claim_form, selected_form, selected_name
from dashboard.components.document_forms import Marked as NewClaim
from dashboard.components.paper import element, link, paper, span
from dashboard.components.reader_pane import Linked, Marked
from dashboard.components.reference_rows import Pointer
from dashboard.components.work import Work
from dashboard.escaping import shortened
from dashboard.tables import claim_records
from dashboard.texts import glossary
from dashboard.texts import reader as texts
from dashboard.texts import references as of_links
from dashboard.wish import Followed, Tied, Wish
from db.rows import CaptureRow, ClaimFile, ClaimRow, SourceRow
from db.vocabulary import VerificationStatus, WorkState

_SAYS = 160  # characters of a claim that a mark tells of itself
SHOWN = 100  # claims in the list; the queue has all of them


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


class Wanted(NamedTuple):
    """What a person wants: a new claim (``form`` is where it was filled in), a draft decided, a reference tied."""

    new: NewClaim | None = None
    form: str = ""
    draft: ClaimRow | None = None
    wish: Wish | None = None
    reference: Tied | Followed | None = None


class Asked(NamedTuple):
    """What the address asks for beside the text: a claim, chosen words, a reference."""

    mark: str
    words: str
    reference: str


def beside(
    view: View, work: Work, file: ClaimFile | None, asked: Asked, find: Callable[[str], Sequence[SourceRow]]
) -> Wanted:
    """Draw what the address asks for, else the drafts; tell what is wanted. ``find`` offers sources."""
    place = reader_address.place(asked.words, len(view.text))
    pointer = reference_panel.numbered(view.pointers, asked.reference)
    wanted = Wanted()
    if pointer:
        wanted = Wanted(reference=reference_panel.panel(pointer, view.base, work, find, may_act=view.may_act))
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
    return Wanted(typed, TYPED) if typed else wanted


def _claim(file: ClaimFile, work: Work, view: View) -> Wanted:
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
            return Wanted(draft=claim, wish=drafts.ways_out(claim, work))
    return Wanted()


def _new_claim(work: Work, base: str, words: str, at: int) -> Wanted:
    """Draw the form that makes a claim of the words that were selected."""
    heading = element("h2", texts.NEW_CLAIM, style="title")
    with st.container(border=True):
        paper(
            element("div", heading, link(texts.CLOSE, base, "right small"), style="tags turning"),
            key=work.key("claim-head"),
        )
        return Wanted(selected_form(work, words, at), selected_name(at, words))


def _by_words(work: Work, ref: str) -> NewClaim | None:
    """Draw, folded up, the form that makes a claim of words that are typed or pasted."""
    folded = st.expander(texts.ADD_CLAIM, icon=":material/add:", key=f"{ref}-add", on_change="rerun")
    with folded:
        return claim_form(work) if folded.open else None


def _waiting(view: View, work: Work) -> Wanted:
    """Draw the first drafts that wait."""
    found = drafts.waiting(view.claims)
    if found:
        st.subheader(texts.drafts_heading(len(found)))
    wanted = Wanted()
    for draft in found[: drafts.SHOWN]:
        wish = drafts.decide(draft, work, view.base, may_decide=view.may_act)
        wanted = Wanted(draft=draft, wish=wish) if wish else wanted
    if len(found) > drafts.SHOWN:
        st.caption(texts.more_drafts(len(found) - drafts.SHOWN))
    return wanted


def claims_below(claims: Sequence[ClaimRow], ref: str) -> None:
    """Draw the claims that were taken on, as a list and as files."""
    taken = [claim for claim in claims if claim.work_state not in {WorkState.DETECTED, WorkState.NOT_FOR_US}]
    away = sum(claim.work_state is WorkState.NOT_FOR_US for claim in claims)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.subheader(texts.CLAIMS, help=glossary.meaning("claim"))
        count = len(taken)
        if taken:
            queue_files.files(
                f"claims-{ref}", (count, lambda: claim_records(taken)), (count, lambda: claim_records(taken))
            )
    if taken:
        paper(claim_rows.claim_list(taken[:SHOWN], with_article=False), key=f"{ref}-claims")
    else:
        st.caption(texts.NONE_TAKEN)
    with st.container(horizontal=True):
        st.page_link(
            addresses.CLAIMS, label=texts.IN_QUEUE, icon=":material/fact_check:", query_params={"article": ref}
        )
        if away:
            named = labels.word(VerificationStatus.NOT_FOR_US)
            st.page_link(
                addresses.CLAIMS,
                label=texts.turned_away(away),
                icon=":material/block:",
                query_params={"article": ref, "status": named},
            )
        st.page_link(addresses.HISTORY, label=texts.HISTORY, icon=":material/history:", query_params={"of": ref})


def taken_on(claims: Sequence[ClaimRow], capture: CaptureRow | None) -> list[ClaimRow]:
    """List the claims that stand in a capture and were taken on: those that rest on it."""
    aside = {WorkState.DETECTED, WorkState.NOT_FOR_US}
    held = [claim for claim in claims if capture and claim.capture_id == capture.id and claim.work_state not in aside]
    return held[:SHOWN]
