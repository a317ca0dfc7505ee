from __future__ import annotations

from dashboard import addresses


def test_an_address_is_relative_so_that_a_path_in_front_of_the_dashboard_stays() -> None:
    assert addresses.href(addresses.CLAIMS, status="mostly supported") == "claims?status=mostly+supported"
    assert addresses.href(addresses.CLAIMS) == "claims"


def test_several_values_of_a_filter_stand_side_by_side() -> None:
    assert addresses.href(addresses.CLAIMS, status=["open", "in check"]) == "claims?status=open&status=in+check"


def test_the_board_is_where_the_dashboard_begins() -> None:
    assert addresses.href(addresses.BOARD, desk="demo") == "./?desk=demo"


def test_a_record_has_the_address_of_its_page() -> None:
    assert addresses.of_record("FH-000123") == "claim?claim=FH-000123"
    assert addresses.of_record("FS-000004") == "source?source=FS-000004"
    assert addresses.of_record("FA-000004") == "article?article=FA-000004"


def test_a_record_without_a_page_has_no_address() -> None:
    assert addresses.of_record("user 4") is None


def test_what_the_browser_asks_for_is_read_without_stray_blanks() -> None:
    assert addresses.asked_for({"claim": " FH-000001 "}, "claim") == "FH-000001"
    assert addresses.asked_for({}, "claim") == ""
