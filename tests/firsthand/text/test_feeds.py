"""Feeds of every form give their entries; an entry gives its article where it holds one."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnreadableText
from firsthand.text.extraction import extract
from firsthand.text.feeds import FeedEntry, FeedGiven, entry_article, is_feed, read_feed

LONG = "The board voted nine to four on Tuesday to raise the fees, its chairman told the skippers on the quay. " * 5
RSS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay &amp; Harbour</title>
<link>https://quay.example/</link><language>en-gb</language>
<item><title>Caf&eacute; reopens</title><link>https://quay.example/cafe?utm_source=rss</link>
<dc:creator>Ines Okafor</dc:creator><pubDate>Mon, 05 Aug 2024 23:30:00 -0500</pubDate>
<description>A &lt;b&gt;teaser&lt;/b&gt;.</description>
<content:encoded><![CDATA[<p>First&nbsp;words, <a href="/fees">the fees</a> say.</p><p>__LONG__</p>]]>
</content:encoded></item>
<item><title>Late</title><guid>https://quay.example/late</guid><author>x@quay.example (Jane Doe)</author>
<pubDate>yesterday</pubDate></item></channel></rss>""".replace("__LONG__", LONG).encode("latin-1")
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old feed</title><link>https://old.example</link></channel>
<item><title>One</title><link>https://old.example/1</link><dc:date>2003-11-02</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Ämter</title><entry>
<title type="html">Was &lt;i&gt;nun&lt;/i&gt;?</title><link rel="self" href="/self"/><link href="https://amt.example/nun"/>
<author><name>Jo Rask</name></author><author><name>Ann Ott</name></author><published>2024-03-01T10:00:00Z</published>
<summary>Kurz.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hallo</p></div></content>
</entry></feed>""".encode()
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Notes",
        "items": [
            {
                "id": "1",
                "url": "https://n.example/1",
                "content_text": "One\nTwo",
                "date_published": "2024-01-02T00:00:00Z",
            }
        ],
    }
).encode()


def test_an_rss_feed_gives_its_entries_with_what_they_say() -> None:
    feed = read_feed(RSS)
    first, second = feed.entries
    assert feed.title == "Quay & Harbour"
    assert (first.title, first.url, first.author, first.published, first.language, first.summary) == (
        "Café reopens",
        "https://quay.example/cafe?utm_source=rss",
        "Ines Okafor",
        "2024-08-05",
        "en-GB",
        "A teaser.",
    )
    assert (second.url, second.author, second.published) == ("https://quay.example/late", "Jane Doe", None)
    assert "yesterday" in second.warnings[0]


def test_older_and_other_forms_are_read_alike() -> None:
    (old,) = read_feed(RDF).entries
    assert (old.title, old.url, old.published) == ("One", "https://old.example/1", "2003-11-02")
    (atom,) = read_feed(ATOM).entries
    assert (atom.title, atom.url, atom.author, atom.published, atom.language, atom.summary) == (
        "Was nun?",
        "https://amt.example/nun",
        "Jo Rask, Ann Ott",
        "2024-03-01",
        "de",
        "Kurz.",
    )
    (note,) = read_feed(JSON).entries
    assert (note.url, note.published, note.html) == ("https://n.example/1", "2024-01-02", "<p>One</p><p>Two</p>")


def test_an_entry_with_its_whole_text_is_an_article() -> None:
    article = entry_article(read_feed(RSS).entries[0])
    assert article.text.startswith("First words, the fees say.\n\nThe board voted")
    (reference,) = article.references
    assert (reference.href, reference.words) == ("https://quay.example/fees", "the fees")
    assert reference.span
    assert reference.span.of(article.text) == "the fees"


@pytest.mark.parametrize("html", [None, "", "<p>Only a teaser &hellip;</p>"])
def test_an_entry_without_its_text_says_where_to_go(html: str | None) -> None:
    with pytest.raises(UnreadableText, match="own page"):
        entry_article(FeedEntry(title="x", url="https://a.example/", html=html))


@pytest.mark.parametrize("data", [RSS, RDF, ATOM, JSON, b"\xef\xbb\xbf" + ATOM])
def test_a_feed_given_as_an_article_says_that_it_is_many(data: bytes) -> None:
    with pytest.raises(FeedGiven, match="articles; choose") as caught:
        extract(data, filename="news.xml")
    assert caught.value.feed.entries


def test_a_page_and_a_text_are_no_feeds() -> None:
    assert not is_feed(b"<!doctype html><html><body>feed</body></html>")
    assert not is_feed(b"The feed holds <rss> elements.")


def test_entities_of_a_feeds_own_are_refused() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
    )
    with pytest.raises(UnreadableText):
        read_feed(bomb)


def test_of_an_endless_feed_the_first_entries_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.text.feeds.MAX_ENTRIES", 3)
    item = b"<item><title>One</title><link>https://a.example/</link></item>"
    feed = read_feed(b"<rss><channel><title>x</title>" + item * 9 + b"</channel></rss>")
    assert len(feed.entries) == 3
    assert "first 3" in feed.warnings[0]


@given(st.sampled_from([RSS, RDF, ATOM, JSON]), st.integers(0, 3000), st.binary(max_size=12))
@settings(max_examples=60, deadline=None)
def test_damaged_feeds_give_entries_or_a_reason(feed: bytes, at: int, put: bytes) -> None:
    with contextlib.suppress(UnreadableText):
        for entry in read_feed(feed[:at] + put + feed[at + len(put) :]).entries:
            with contextlib.suppress(UnreadableText):
                article = entry_article(replace(entry, url=None))
                assert all(one.span and one.span.end <= len(article.text) for one in article.references)


@pytest.mark.parametrize("head", [b"<!-- -->" * 600, b"<? ?>" * 900, b"<!DOCTYPE a []>" * 300])
def test_a_head_that_never_ends_makes_no_feed(head: bytes) -> None:
    assert not is_feed(head)
    assert is_feed(b"<?xml version='1.0'?><!-- one --><!-- two --><rss><channel/></rss>")
