from __future__ import annotations

from typing import Any

from dashboard import data
from dashboard.components.evidence_card import card, quote_difference
from dashboard.components.evidence_list import Wanted
from firsthand.evidence.comparison import compare
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import words

QUOTE = "the state closed 14 bridges last year"


def _tagged(node: Any, tag: str) -> list[str]:
    if isinstance(node, str):
        return []
    own = [words(node)] if node["tag"] == tag else []
    return own + [found for child in node.get("children", []) for found in _tagged(child, tag)]


def test_every_word_that_differs_is_marked_on_its_own_side() -> None:
    alignment = compare(QUOTE, QUOTE, "the state closed 12 bridges last year").alignment
    assert alignment is not None

    shown = quote_difference(alignment.pieces)

    assert (_tagged(shown, "del"), _tagged(shown, "ins")) == (["14"], ["12"])
    assert QUOTE in words(shown)


def test_a_card_shows_the_exact_words_the_tier_and_how_figures_compare(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence(note="Counts by calendar year.")
    file = data.claim_file(desk.claim_id)
    assert file is not None
    piece = file.evidence[0]
    compared = data.comparison(file.claim, piece.exact)

    shown = words(card(piece, compared.alignment.pieces if compared.alignment else (), compared.numbers))

    for expected in (
        piece.exact,
        "refutes",
        "primary",
        "Report",
        "figures differ",
        "Counts by calendar year.",
        "paragraph 2",
    ):
        assert expected in shown


def test_a_source_that_is_not_captured_says_so_in_words(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence(capture_id=None)
    file = data.claim_file(desk.claim_id)
    assert file is not None

    assert "typed by a person; the source is not captured" in words(card(file.evidence[0]))


def test_what_could_not_be_saved_of_a_withdrawal_is_its_reason(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()
    file = data.claim_file(desk.claim_id)
    assert file is not None

    assert Wanted(file.evidence[0], "withdraw-1", why="Wrong year.").entered() == {
        "Reason for withdrawing it": "Wrong year."
    }
