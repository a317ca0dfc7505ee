"""The claims of an article that were taken on: below its text as a list and files, and those of one capture."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import addresses, labels
from dashboard.components import claim_rows, queue_files
from dashboard.components.paper import paper
from dashboard.tables import claim_records
from dashboard.texts import glossary
from dashboard.texts import reader as texts
from db.rows import CaptureRow, ClaimRow
from db.vocabulary import VerificationStatus, WorkState

SHOWN = 100  # claims in the list; the queue has all of them


def below(claims: Sequence[ClaimRow], ref: str) -> None:
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
    return [claim for claim in claims if capture and claim.capture_id == capture.id and claim.work_state not in aside]
