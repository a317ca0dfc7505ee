"""An article's own links are kept with the words they stand on, and nothing else on the page is."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnreadableText
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.extraction import extract, extract_article, extract_markdown, extract_plain

SENTENCE = "The board voted nine to four on Tuesday to raise the fees, its chairman told the skippers on the quay."


def page(*paragraphs: str, around: str = "", head: str = "") -> ExtractedArticle:
    body = "".join(f"<p>{words} {SENTENCE}</p>" for words in paragraphs) + f"<p>{SENTENCE}</p>" * 3
    html = f"<html><head><title>x</title>{head}</head><body><article>{body}</article>{around}</body></html>"
    return extract_article(html.encode(), "https://quay.example/news/fees?from=mail")


def told(article: ExtractedArticle) -> list[tuple[str, str]]:
    for link in article.references:
        assert link.span
        assert " ".join(link.span.of(article.text).split()) == link.words
    return [(link.href, link.words) for link in article.references]


def test_of_equal_words_each_link_has_its_own_place() -> None:
    article = page(
        "Here is no link, the report was late.",
        'According to <a href="/a">the report</a> and <a href="/b">the report</a> it was not.',
        'The second time <a href="/c">the report</a> says so.',
    )
    assert [link.href[-1] for link in article.references] == ["a", "b", "c"]
    starts = [link.span.start for link in article.references if link.span]
    assert starts == sorted(set(starts))
    assert article.text[: starts[0]].count("the report") == 1
    assert told(article)


def test_addresses_are_made_whole_and_kept_as_they_are() -> None:
    article = page(
        'See <a href="../doc.pdf?utm_source=x&id=1#p4">the <b>full</b> text</a>.',
        'And <a href="//met.example/x">the forecast</a>.',
    )
    assert told(article) == [
        ("https://quay.example/doc.pdf?utm_source=x&id=1#p4", "the full text"),
        ("https://met.example/x", "the forecast"),
    ]


def test_a_pages_base_is_heeded() -> None:
    article = page('See <a href="doc">the text</a> now.', head='<base href="https://docs.example/2024/">')
    assert told(article) == [("https://docs.example/2024/doc", "the text")]


@pytest.mark.parametrize(
    "href", ["#note", "javascript:go()", "mailto:a@b.example", "tel:123", "ftp://x.example/a", "", "http://[x"]
)
def test_what_leads_nowhere_on_the_web_is_no_reference(href: str) -> None:
    assert told(page(f'See <a href="{href}">the text of it</a> for more.')) == []


def test_menus_tags_and_buttons_for_sharing_are_no_references() -> None:
    around = (
        "<nav><a href='/x'>the chairman told the skippers</a></nav><footer><a href='/y'>Imprint</a></footer>"
        "<p>Tags: <a href='/tag/fees'>fees</a></p><p>Read more: <a href='/z'>Skippers Leave the Quay for Good</a></p>"
    )
    article = page(
        'Say <a href="https://www.facebook.com/sharer?u=x">share this piece</a> or <a rel="tag" href="/t">fees</a>.',
        around=around,
    )
    assert told(article) == []


def test_links_do_not_change_the_text() -> None:
    linked = page('It says <a href="/a">so</a>, <a href="/b"> and so </a>on.').text
    assert linked == page("It says so, and so on.").text


def test_plain_addresses_count_in_text_and_in_markdown() -> None:
    text = "The figures (https://data.example/x?y=1) and www.none.example were late."
    assert told(extract_plain(text.encode())) == [("https://data.example/x?y=1",) * 2]
    markdown = (
        "See [the list][1] and https://b.example/y, then ![a](https://c.example/p.png).\n\n[1]: https://a.example/l"
    )
    assert told(extract_markdown(markdown.encode())) == [
        ("https://a.example/l", "the list"),
        ("https://b.example/y", "https://b.example/y"),
    ]


HOSTILE = st.lists(
    st.sampled_from(
        ["<a href='/x'>", "</a>", "<p>", "</p>", "<div>", "word ", "<b>", "</b>", "<figure><figcaption>", "\U00017000",
         "&amp;", "<br>",
         "<table><tr><td>", "<h1>", "</h1>", "<nav>", "\u00ad", "<script>", "<a href=https://a.example/>", SENTENCE]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(HOSTILE)
@settings(max_examples=60, deadline=None)
def test_wherever_links_stand_their_words_are_in_the_text(body: str) -> None:
    with contextlib.suppress(UnreadableText):
        told(extract_article(f"<html><body><article><p>{SENTENCE}</p>{body}</article></body></html>".encode()))


@given(
    st.sampled_from(
        [b"%PDF-1.7\n", b"PK\x03\x04", b"<rss>", b"<feed>", b"<html>", b"---\ntitle: x\n", b"{\\rtf", b"", b"GIF8"]
    ),
    st.binary(max_size=200),
    st.sampled_from([None, "a.pdf", "a.docx", "a.md", "a.html", "a.xml"]),
)
@settings(max_examples=80, deadline=None)
def test_no_bytes_make_the_reader_raise_anything_but_a_reason(head: bytes, rest: bytes, name: str | None) -> None:
    with contextlib.suppress(UnreadableText):
        assert extract(head + rest, filename=name).text.strip()
