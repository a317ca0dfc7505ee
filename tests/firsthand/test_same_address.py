from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.same_address import host_of, names_a_page, spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/a", "http://x.example/a"),
        ("https://x.example/a", "https://www.x.example/a/"),
        ("https://x.example/a?utm_source=letter&utm_medium=mail", "https://x.example/a"),
        ("https://x.example/a?page=2&fbclid=Iw", "https://x.example/a?page=2"),
        ("https://X.example/a#part", "https://x.example/a"),
    ],
)
def test_spellings_of_one_page_meet(one: str, other: str) -> None:
    assert set(spellings(one)) & set(spellings(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/a", "https://x.example/b"),
        ("https://x.example/a?page=2", "https://x.example/a?page=3"),
        ("https://x.example/a?page=2", "https://x.example/a"),
        ("https://x.example/a", "https://news.x.example/a"),
    ],
)
def test_two_pages_do_not(one: str, other: str) -> None:
    assert not set(spellings(one)) & set(spellings(other))


def test_a_query_that_nothing_goes_from_stays_as_it_is_written() -> None:
    assert "http://x.example/a?q=%20b+c" in spellings("https://www.x.example/a?q=%20b+c")


@pytest.mark.parametrize("odd", ["", "javascript:alert(1)", "mailto:a@x.example", "https://[", "/a"])
def test_what_is_no_address_of_the_web_stands_for_itself(odd: str) -> None:
    assert spellings(odd) == (odd,)
    assert host_of(odd) == ""
    assert not names_a_page(odd)


def test_a_site_is_named_without_its_www() -> None:
    assert host_of("https://www.x.example:8443/a") == "x.example"


@pytest.mark.parametrize(
    ("address", "page"),
    [("https://x.example", False), ("https://x.example/", False), ("https://x.example/a", True)],
)
def test_a_site_is_no_page(address: str, *, page: bool) -> None:
    assert names_a_page(address) is page


@given(st.text())
def test_any_text_has_spellings_the_first_of_which_it_is(text: str) -> None:
    for address in (text, f"https://{text}"):
        assert spellings(address)[0] == address
        assert isinstance(host_of(address), str)
