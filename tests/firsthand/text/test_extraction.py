"""Every file gives its article, or a sentence that says what to do."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnreadableText
from firsthand.text.extraction import extract, extract_article, extract_markdown, extract_plain

PAGE = """<!doctype html><html lang="en-GB"><head><title>Reservoir levels fall | The Moor Gazette</title>
<meta property="og:title" content="Reservoir levels fall to a ten-year low">
<meta property="og:site_name" content="The Moor Gazette"><meta name="author" content="Ines Okafor">
<meta property="article:published_time" content="2023-09-14T08:00:00Z">
<link rel="canonical" href="https://gazette.example/water/levels"></head>
<body><nav><a href="/sport">Sport</a> <a href="/water">Water and the moors</a></nav>
<article><h1>Reservoir levels fall to a ten-year low</h1>
<p>Water in the three upland reservoirs stood at 41 per cent on Wednesday, the lowest September reading in ten years,
according to <a href="/reports/september.pdf">the authority’s monthly report</a> published this week.</p>
<p>“We are not asking anybody to save water yet,” said Hana Petrov, who runs the catchment, and she pointed to a wet
forecast. A <a href="https://met.example/outlook">longer outlook</a> expects rain above the average in October.</p>
<p>Farmers in the valley have asked for a decision before the sowing of winter wheat begins in the first week.</p>
</article><footer>© 2023 The Moor Gazette <a href="/imprint">Imprint</a></footer></body></html>"""

MARKDOWN = """---
title: "Tram line to open early"
author: Luis Ferreira
date: 2022-03
---
# Another heading

The line opens in **June**, [the city said](https://city.example/tram).
It cost &euro;40 million.

- four stops
- `two` depots
"""


def test_a_page_gives_its_text_without_menus() -> None:
    article = extract_article(PAGE.encode(), "https://gazette.example/water/levels?from=mail")
    assert "41 per cent on Wednesday" in article.text
    assert "Imprint" not in article.text
    assert "Sport" not in article.text


def test_a_page_tells_what_its_metadata_say() -> None:
    article = extract_article(PAGE.encode())
    assert (article.title, article.author, article.published, article.publisher, article.language) == (
        "Reservoir levels fall to a ten-year low",
        "Ines Okafor",
        "2023-09-14",
        "The Moor Gazette",
        "en-GB",
    )
    assert article.canonical_url == "https://gazette.example/water/levels"
    assert article.extractor.startswith("trafilatura ")


def test_links_inside_the_text_are_references_with_their_place() -> None:
    article = extract_article(PAGE.encode(), "https://gazette.example/water/levels")
    assert [(link.href, link.words) for link in article.references] == [
        ("https://gazette.example/reports/september.pdf", "the authority’s monthly report"),
        ("https://met.example/outlook", "longer outlook"),
    ]
    assert all(link.span and link.span.of(article.text) == link.words for link in article.references)


def test_a_page_without_text_says_what_to_do() -> None:
    with pytest.raises(UnreadableText, match="paste"):
        extract_article(b"<html><body><img src='a.png'></body></html>")


def test_a_page_too_large_is_read_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.text.markup.MAX_TAGS", 60)
    article = extract_article(PAGE.replace("</article>", "</article>" + "<p>a</p>" * 40).encode())
    assert "only its first part" in article.warnings[0]
    assert "41 per cent on Wednesday" in article.text


def test_plain_text_is_kept_whole() -> None:
    words = "A short line\r\n\r\n  indented,  twice spaced \r\nرأي وخبر\n気温は30度だった。\n"
    assert extract_plain(words.encode()).text == words.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Ferry service halted\n\nThe ferry stopped on Monday.", "Ferry service halted"),
        ("Ferry service halted\nThe ferry stopped on Monday and will not sail again.", "Ferry service halted"),
        (
            "“We will sail again …” Ferry Line Tells Islands\n\nThe ferry stopped.",
            "“We will sail again …” Ferry Line Tells Islands",
        ),
        ("The ferry stopped on Monday.\n\nIt will not sail again.", None),
        ("Ferry service halted", None),
        ("- milk\n- bread\n\nA list.", None),
    ],
)
def test_the_first_line_is_the_title_where_it_is_shaped_like_one(words: str, title: str | None) -> None:
    assert extract_plain(words.encode()).title == title


def test_a_byline_under_the_title_names_the_author() -> None:
    assert extract_plain(b"Ferry halted\nBy Mara van Dijk\n\nIt stopped.").author == "Mara van Dijk"


def test_addresses_in_plain_text_are_references() -> None:
    text = "The figures (https://data.example/ferry?y=2023) were late."
    (reference,) = extract_plain(text.encode()).references
    assert reference.href == "https://data.example/ferry?y=2023"
    assert reference.span is not None
    assert reference.span.of(text) == reference.href


def test_markdown_gives_its_text_with_the_markup_resolved() -> None:
    article = extract_markdown(MARKDOWN.encode())
    assert article.text == (
        "Another heading\n\nThe line opens in June, the city said. It cost €40 million.\n\nfour stops\n\ntwo depots"
    )
    assert (article.title, article.author, article.published) == ("Tram line to open early", "Luis Ferreira", "2022-03")


def test_links_of_markdown_are_references_with_their_place() -> None:
    article = extract_markdown(MARKDOWN.encode())
    (reference,) = article.references
    assert (reference.href, reference.span and reference.span.of(article.text)) == (
        "https://city.example/tram",
        "the city said",
    )


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert extract_markdown(b"Intro\n\n## Bridge *closed*\n\nIt is shut.").title == "Bridge closed"


@pytest.mark.parametrize(
    ("data", "hints", "extractor"),
    [
        (PAGE.encode(), {}, "trafilatura"),
        (PAGE.encode("utf-16"), {"filename": "page.txt"}, "trafilatura"),
        (MARKDOWN.encode(), {}, "markdown"),
        (b"# Heading\n\nText.", {"filename": "story.MD"}, "markdown"),
        (b"# Heading\n\nText.", {"media_type": "text/markdown; charset=utf-8"}, "markdown"),
        (b"# Heading\n\nText.", {"filename": "story.txt"}, "firsthand-plain"),
        (b"Five < six, she wrote.", {"filename": "story.txt"}, "firsthand-plain"),
    ],
)
def test_a_file_is_read_as_what_it_is(data: bytes, hints: dict[str, str], extractor: str) -> None:
    assert extract(data, **hints).extractor.startswith(extractor)


def test_one_line_of_five_megabytes_is_read() -> None:
    assert len(extract_plain(b"word " * 1_000_000).text) == 5_000_000


@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)), st.sampled_from(["", "<html>", "<p>"])
)
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_an_article_or_a_reason(data: bytes, opening: str) -> None:
    for read in (extract, extract_plain, extract_markdown, extract_article):
        with contextlib.suppress(UnreadableText):
            article = read(opening.encode() + data)
            assert article.text.strip()
            assert all(link.span is None or link.span.end <= len(article.text) for link in article.references)
