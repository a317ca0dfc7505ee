"""How a source stands to others: a picture, and a list that tells the same to everybody, with the notes."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import labels
from dashboard.components.graph import graph
from dashboard.components.paper import Node, element, paper, record_link, span
from dashboard.texts import sources as texts
from db.rows import Network, SourceRelationRow, SourceRow, document_ref
from db.vocabulary import DocumentType

_SMALL = 4  # sources; a picture of more takes the whole width


def relations(network: Network, source: SourceRow, most: int) -> DeltaGenerator:
    """Draw the picture and the list; tell the column in which a form may follow."""
    small = len(network.sources) <= _SMALL
    above = st.container()
    left, right = st.columns([3, 2], gap="large")
    if not network.relations:
        left.caption(texts.NO_RELATIONS)
        return right
    with left if small else above:
        graph(network, source.id, key=f"{source.ref}-graph")
        if len(network.sources) >= most:
            st.caption(texts.network_cut(most))
    with right if small else left:
        paper(relation_list(network.relations, source.id), key=f"{source.ref}-relations")
    return right


def relation_list(relations: Iterable[SourceRelationRow], here: int) -> Node:
    """Describe relations as sentences, those of the source ``here`` first."""
    sorted_here = sorted(relations, key=lambda row: (here not in {row.source_id, row.other_id}, row.id))
    return element("ol", *(_relation(row, here) for row in sorted_here), style="rows narrow")


def _relation(row: SourceRelationRow, here: int) -> Node:
    return element(
        "li",
        element(
            "div",
            _end(row.source_id, row.source_title, here),
            span(f" {labels.word(row.kind)} ", "muted"),
            _end(row.other_id, row.other_title, here),
            style="said",
        ),
        element("div", span(row.note, "plain"), style="about") if row.note else None,
    )


def _end(number: int, title: str, here: int) -> Node:
    if number == here:
        return span(texts.THIS_ONE, "strong")
    return record_link(document_ref(DocumentType.SOURCE, number), title, style="plain")
