from __future__ import annotations

import pytest

from dashboard.components import opened as forms
from dashboard.components.opened import Opened, opened

REF = "FH-000003"


@pytest.mark.parametrize(
    ("asked", "open_forms"),
    [
        ([], ()),
        (["evidence"], ("evidence",)),
        (["evidence", "findings"], ("evidence", "findings")),
        (["evidence", "evidence"], ("evidence",)),
        (["search", "comment"], ("comment",)),
        (["piece-12"], ("piece-12",)),
        (["piece-", "piece-x", "nonsense", "<script>", "12", ""], ()),
    ],
)
def test_the_address_says_what_is_open(asked: list[str], open_forms: tuple[str, ...]) -> None:
    assert opened(REF, asked).forms == open_forms


def test_opening_a_form_keeps_the_others_open_so_that_what_was_typed_there_stays() -> None:
    assert Opened(REF, ("findings",)).with_form(forms.EVIDENCE) == ("findings", "evidence")


def test_of_the_tabs_one_is_open_and_its_own_link_closes_it() -> None:
    now = Opened(REF, ("findings", "comment"))

    assert now.tab == "comment"
    assert now.href(forms.SEARCH) == "claim?claim=FH-000003&do=findings&do=search"
    assert now.href(forms.COMMENT) == "claim?claim=FH-000003&do=findings"


def test_the_form_opened_last_is_where_the_eye_is_led() -> None:
    assert Opened(REF, ("evidence", "hold")).newest == "hold"
    assert Opened(REF).newest is None
