"""The glossary: every word has a meaning, and every meaning is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import glossary_entries
from dashboard.texts import glossary
from tests.dashboard.drawn import paper_text, words_of

Visit = Callable[..., AppTest]
BINDING = [
    *("article", "claim", "attribution", "speaker", "cue", "quote", "source", "reference", "capture", "passage"),
    *("evidence", "stance", "tier", "finding", "work state", "flag", "review", "event", "verification status"),
]


@pytest.mark.parametrize("term", [*BINDING, "attribution finding", "substance finding", "sign-off", "first hand"])
def test_every_term_of_the_desk_is_explained(term: str) -> None:
    assert glossary.meaning(term).endswith(".")


def test_no_term_is_explained_twice() -> None:
    assert sum(len(terms) for _, terms in glossary.GROUPS) == len(glossary.MEANINGS)


def test_every_entry_says_what_it_means() -> None:
    assert [entry for group in glossary_entries.groups("") for entry in group.entries if not entry.meaning] == []


@pytest.mark.usefixtures("record")
def test_the_page_shows_every_word_on_an_empty_desk(visit: Visit) -> None:
    app = visit("glossary")

    assert not app.exception
    assert all(term in paper_text(app) for term in BINDING)
    assert "needs a source" in paper_text(app)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("search", "shown", "hidden"),
    [
        ("stands on its own", "claim", "cue"),
        ("TIERS", "tertiary", "needs a source"),
        ("conflicting", "sources conflict", "tertiary"),
        ("quote match grade", "words differ", "tertiary"),
    ],
)
def test_a_search_in_the_address_finds_words_by_name_meaning_group_and_code(
    visit: Visit, search: str, shown: str, hidden: str
) -> None:
    app = visit("glossary", q=search)

    assert shown in paper_text(app)
    assert hidden not in paper_text(app)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("search", ["no such word at all", "<script>alert(1)</script>", ":red[x]"])
def test_a_search_that_finds_nothing_offers_all_words(visit: Visit, search: str) -> None:
    app = visit("glossary", q=search)

    assert not app.exception
    assert "No word fits" in words_of(app)
    app.button(key="glossary-over").click().run()
    assert "claim" in paper_text(app)
