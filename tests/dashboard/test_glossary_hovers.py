"""The words of the desk are explained where they are read: on hovering, and when the keyboard comes to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.texts import glossary
from db.vocabulary import SpeakerKind
from firsthand import desk as door
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import elements, papers

Visit = Callable[..., AppTest]
# Where a term is read, by page.
READ_ON = {
    "articles": ("article",),
    "article": ("capture", "claim", "reference"),
    "claims": ("verification status", "claim", "evidence", "checker"),
    "claim": (
        *("speaker", "cue", "work state", "tier", "finding", "evidence", "search log", "comment", "review"),
        "event",
    ),
    "sources": ("source",),
    "source": ("capture", "passage", "origin"),
    "speakers": ("speaker",),
    "speaker": ("attribution finding", "substance finding"),
    "history": ("event",),
}


def explanations(app: AppTest) -> set[str]:
    """Every explanation that a page holds ready."""
    helps = {str(getattr(element.proto, "help", "")) for element in elements(app) if hasattr(element, "proto")}
    return helps | {tip for node in papers(app) for tip in _tips(node)}


def _tips(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "tip" in node:
            yield node["tip"]
        for child in node.get("children", []):
            yield from _tips(child)


@pytest.mark.parametrize("page", READ_ON)
def test_a_term_is_explained_where_it_is_read(desk: Desk, visit: Visit, page: str) -> None:
    desk.sign()
    speaker = desk.do(door.find_or_add_speaker, "Ana Petrov", SpeakerKind.PERSON)
    desk.do(door.edit_claim, desk.claim_id, desk.version(), {"speaker_id": speaker}, "Known by name")
    refs = {
        "article": f"FA-{desk.article_id:06d}",
        "claim": f"FH-{desk.claim_id:06d}",
        "source": f"FS-{desk.source_id:06d}",
    }
    refs["speaker"] = "FP-000001"

    app = visit(page, **({page: refs[page]} if page in refs else {}))

    assert not app.exception
    told = explanations(app)
    assert [term for term in READ_ON[page] if glossary.meaning(term) not in told] == []


@pytest.mark.parametrize("term", glossary.MEANINGS)
def test_a_label_that_is_a_term_means_it(term: str) -> None:
    assert glossary.of_label(term.capitalize()) == glossary.meaning(term)


def test_a_label_that_is_no_term_means_nothing() -> None:
    assert glossary.of_label("Waits") == ""
