from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from dashboard.components import paper
from dashboard.components.paper import chip, element, facts, moment
from dashboard.labels import STATUSES
from db.vocabulary import VerificationStatus
from tests.dashboard.drawn import words

SCRIPT = Path(paper.__file__).with_name("drawing.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("sink", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval", "srcdoc"])
def test_the_browsers_part_has_no_way_to_turn_words_into_markup(sink: str) -> None:
    assert sink not in SCRIPT


def test_the_browsers_part_makes_no_element_that_loads_anything() -> None:
    allowed = re.search(r"new Set\(\[(.*?)\]\)", SCRIPT, re.DOTALL)

    assert allowed
    assert not {"img", "script", "iframe", "object", "embed", "video", "style", "link"} & set(
        re.findall(r'"(\w+)"', allowed[1])
    )


@pytest.mark.parametrize("status", VerificationStatus)
def test_a_chip_has_icon_and_word_together(status: VerificationStatus) -> None:
    node = chip(STATUSES[status])

    assert isinstance(node, dict)
    assert words(node) == f"{STATUSES[status].icon}{STATUSES[status].word}"
    assert ("light" in node) is not STATUSES[status].outlined


def test_what_is_not_known_is_left_out_of_a_list_of_facts() -> None:
    assert words(facts([("Author", None), ("Publisher", ""), ("Title", "Report")])) == "TitleReport"


def test_a_moment_is_told_in_utc_with_the_exact_one_on_hovering() -> None:
    node = moment(dt.datetime(2026, 3, 2, 13, 5, 9, tzinfo=dt.timezone(dt.timedelta(hours=1))))

    assert words(node) == "2026-03-02 12:05 UTC"
    assert node == node | {"title": "2026-03-02T12:05:09+00:00"} if isinstance(node, dict) else False


def test_attributes_without_a_value_are_not_sent() -> None:
    assert element("span", "x", title="", href=None) == {"tag": "span", "children": ["x"]}
