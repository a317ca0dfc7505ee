"""How sources stand to one another as a picture: those that go back to one origin look like one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import streamlit as st

from dashboard import addresses, labels
from dashboard.components.graph_layout import Picture, laid_out
from dashboard.components.graph_lines import BOX, HEIGHT
from dashboard.components.graph_rows import Link, connected
from dashboard.components.paper import asset
from dashboard.texts import sources as texts
from db.rows import Network, SourceRow

_CSS = asset("paper.css") + asset("graph.css")
_JS = "\n".join([asset("drawing.js"), asset("graph.js")])
_COLUMNS = (1, 2, 3, 5)  # boxes in a row; the browser takes the widest picture that fits


def graph(network: Network, here: int, *, key: str) -> None:
    """Draw a network around the source ``here``. Every box is a link to its source."""
    draw = st.components.v2.component("firsthand_graph", css=_CSS, js=_JS)
    draw(data=picture(network, here), key=key)


def picture(network: Network, here: int) -> dict[str, Any]:
    """Describe the picture for the browser: the boxes' words once, and their places for several widths."""
    drawn = {source.id for source in network.sources}
    links = _links(network, drawn)
    return {
        "name": description(network),
        "origin": texts.ONE_ORIGIN,
        "nodes": {str(source.id): _node(source, here) for source in network.sources},
        "words": [labels.word(relation.kind) for relation in network.relations],
        "pictures": [_written(found) for found in _pictures(tuple(source.id for source in network.sources), links)],
        "box": [BOX, HEIGHT],
    }


def _links(network: Network, drawn: set[int]) -> tuple[Link, ...]:
    return tuple(
        Link(relation.source_id, relation.other_id, relation.kind.same_origin)
        for relation in network.relations
        if relation.source_id in drawn and relation.other_id in drawn
    )


@lru_cache(maxsize=128)
def _pictures(nodes: tuple[int, ...], links: tuple[Link, ...]) -> tuple[Picture, ...]:
    return tuple(laid_out(nodes, links, columns) for columns in _COLUMNS)


def _node(source: SourceRow, here: int) -> dict[str, Any]:
    about = " · ".join(known for known in (source.publisher, source.published) if known)
    return {
        "title": source.title,
        "about": about or labels.word(source.kind),
        "href": addresses.of_record(source.ref),
        "here": source.id == here,
        "described": source.title_is_description,
    }


def _written(found: Picture) -> dict[str, Any]:
    return {
        "width": found.width,
        "height": found.height,
        "boxes": [list(box) for box in found.boxes],
        "lines": [[line.link, [list(point) for point in line.points], list(line.label)] for line in found.lines],
        "frames": [list(frame) for frame in found.frames],
    }


def description(network: Network) -> str:
    """Put the picture into words."""
    drawn = {source.id for source in network.sources}
    binding = [link for link in _links(network, drawn) if link.binds]
    groups = [group for group in connected([source.id for source in network.sources], binding) if group[1:]]
    sentences = "; ".join(
        texts.related(relation.source_title, labels.word(relation.kind), relation.other_title)
        for relation in network.relations
    )
    return texts.network_alt(len(network.sources), len(groups), sentences)
