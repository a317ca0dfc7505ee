"""What a text says of its origin is read; what only sounds like it is not."""

from __future__ import annotations

import pytest

from db.vocabulary import SourceRelationKind
from firsthand.origins import Sign, signs
from firsthand.publishers import publisher_of
from tests.firsthand.origins.labelled import BODY, COPIES, TRAPS, Labelled

HERE = "https://www.harbour-post.example/news/1"
K = SourceRelationKind


def of(case: Labelled) -> tuple[Sign, ...]:
    return signs(case.text, case.url, None, (), publisher_of(case.url))


def words(case: Labelled) -> str:
    return f"{case.text.replace(BODY, '…')} {case.url}"


@pytest.mark.parametrize("case", COPIES, ids=words)
def test_a_copy_names_its_origin(case: Labelled) -> None:
    assert {(sign.kind, sign.other_url or sign.other_name) for sign in of(case)} == case.origins


@pytest.mark.parametrize("case", TRAPS, ids=words)
def test_what_only_sounds_like_it_is_no_sign(case: Labelled) -> None:
    assert of(case) == ()


def test_there_are_as_many_traps_as_copies() -> None:
    assert len(COPIES) + len(TRAPS) > 120
    assert len(set(COPIES)) + len(set(TRAPS)) == len(COPIES) + len(TRAPS)
    assert all(case.origins for case in COPIES)
    assert not any(case.origins for case in TRAPS)


@pytest.mark.parametrize(
    ("canonical", "found"),
    [
        ("https://quay.example/2026/basin", True),
        ("https://quay.example/", False),
        ("https://m.harbour-post.example/news/1", False),
        ("https://harbour-post.example/other", False),
        ("no address", False),
        (None, False),
    ],
)
def test_a_page_that_names_an_address_elsewhere_as_its_own_is_a_copy(canonical: str | None, *, found: bool) -> None:
    expected = [(K.REPRINTS, canonical)] if found else []
    assert [(sign.kind, sign.other_url) for sign in signs(BODY, HERE, canonical, (), None)] == expected


def test_two_sites_of_one_publisher_are_no_copies_of_each_other() -> None:
    here, there = "https://www.bbc.co.uk/news/1", "https://www.bbc.com/news/1"
    assert signs(BODY, here, there, (), publisher_of(here)) == ()


def test_a_copy_in_an_archive_names_its_original_and_nothing_twice() -> None:
    url = "https://web.archive.org/web/2026/https://www.reuters.com/world/1"
    text = f"LONDON (Reuters) - {BODY}"
    found = signs(text, url, "https://www.reuters.com/world/1", (), publisher_of(url))
    assert (found[0].kind, found[0].other_url) == (K.ARCHIVED_AS, "https://www.reuters.com/world/1")
    assert "Wayback Machine" in found[0].why


def test_a_link_beside_the_words_leads_to_the_original() -> None:
    text = f"{BODY}This article was originally published in Quay Weekly."
    links = (("https://quay.example/2026/basin", "Quay Weekly"), ("https://elsewhere.example/", "insurer"))
    (sign,) = signs(text, HERE, None, links, None)
    assert (sign.other_url, sign.other_name) == ("https://quay.example/2026/basin", None)
    assert "originally published in Quay Weekly" in sign.why


def test_a_link_to_the_original_needs_no_name_and_one_on_the_own_site_is_none() -> None:
    text = f"{BODY}Read the original article here."
    assert [sign.other_url for sign in signs(text, HERE, None, (("https://quay.example/a", "here"),), None)] == [
        "https://quay.example/a"
    ]
    assert signs(text, HERE, None, (("https://harbour-post.example/a", "here"),), None) == ()


def test_marks_in_the_middle_of_a_long_text_tell_nothing() -> None:
    filler = BODY * 12
    assert (
        signs(f"{filler}Source: TASS\nThis article first appeared in The Guardian.\n{filler}", HERE, None, (), None)
        == ()
    )


def test_one_origin_that_is_named_twice_is_told_once() -> None:
    text = f"LONDON (Reuters) - {BODY}(Reporting by Jane Roe; Editing by John Doe)\nSource: Reuters"
    (sign,) = signs(text, HERE, None, (), None)
    assert sign.other_name == "Reuters"


def test_an_empty_text_without_an_address_says_nothing() -> None:
    assert signs("", None, None, (), None) == ()
