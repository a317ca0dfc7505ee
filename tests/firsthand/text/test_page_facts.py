"""What a page says of itself, and which of several statements counts."""

from __future__ import annotations

import json

import pytest

from firsthand.text.extracted import ExtractedArticle
from firsthand.text.extraction import extract_article

BODY = "".join(
    f"<p>The board voted nine to four on day {n} to raise the fees, its chairman told the skippers on the quay.</p>"
    for n in range(6)
)


def page(head: str = "", body: str = BODY, attributes: str = "") -> ExtractedArticle:
    html = f"<!doctype html><html {attributes}><head>{head}</head><body><article>{body}</article></body></html>"
    return extract_article(html.encode())


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'


NEWS = {
    "@type": "NewsArticle",
    "headline": "Fees rise at the quay",
    "author": [{"@type": "Person", "name": "By Jane Doe"}, {"@type": "Person", "name": "Ines Okafor"}],
    "datePublished": "2024-08-05T23:30:00-05:00",
    "dateModified": "2024-08-09T10:00:00Z",
    "publisher": {"@type": "Organization", "name": "The Quay"},
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://quay.example/fees"},
}


@pytest.mark.parametrize(
    "data",
    [
        NEWS,
        [{"@type": "BreadcrumbList", "name": "News"}, NEWS],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, NEWS]},
        {**NEWS, "@type": ["Article", "ReportageNewsArticle"]},
        {"@graph": [{**NEWS, "author": [{"@id": "#j"}, {"@id": "#i"}], "publisher": {"@id": "#p"}},
                    {"@id": "#j", "@type": "Person", "name": "Jane Doe"}, {"@id": "#i", "name": "Ines Okafor"},
                    {"@id": "#p", "name": "The Quay"}]},
        "<!-- " + json.dumps(NEWS) + "; -->",
    ],
)  # fmt: skip
def test_json_ld_is_read_in_all_its_forms(data: object) -> None:
    article = page(ld(data) + '<meta property="og:title" content="Another"><meta name="author" content="Desk">')
    assert (article.title, article.author, article.published, article.publisher, article.canonical_url) == (
        "Fees rise at the quay",
        "Jane Doe, Ines Okafor",
        "2024-08-05",
        "The Quay",
        "https://quay.example/fees",
    )
    assert (article.language, article.language_detected) == ("en-GB", False)


def test_news_goes_before_what_only_resembles_it() -> None:
    other = {"@type": "Review", "headline": "A toaster", "author": "Tester"}
    assert page(ld([other, NEWS])).title == "Fees rise at the quay"


@pytest.mark.parametrize(
    "data",
    ["{", "[" * 100_000, '{"a":' * 50_000, "null", '"x"',
     json.dumps({"@type": "Article", "author": {"@id": "#a"}, "@id": "#a"}),
     json.dumps({"@type": "NewsArticle", "author": {"name": [[[[["x"]]]]]}, "headline": 7, "datePublished": ["soon"]})],
)  # fmt: skip
def test_hostile_json_ld_is_passed_over(data: str) -> None:
    article = page(ld(data) + '<meta property="og:title" content="Fees rise">')
    assert article.title == "Fees rise"
    assert "nine to four on day 5" in article.text


OPEN_GRAPH = """<meta property="og:title" content="A">
<meta property="article:published_time" content="2024-08-05T01:00Z">
<meta name="author" content="Jane Doe"><meta property="og:site_name" content="The Quay">"""
HIGHWIRE = """<meta name="citation_title" content="B"><meta name="citation_author" content="Doe, Jane">
<meta name="citation_author" content="Okafor, Ines"><meta name="citation_publication_date" content="2024/8/5">"""
DUBLIN_CORE = """<meta name="DC.title" content="C"><meta name="DC.creator" content="Jane Doe">
<meta name="DC.date.issued" content="2024-08"><meta name="DC.publisher" content="The Quay">"""
PLAIN = """<title>D – The Quay</title><meta property="og:site_name" content="The Quay">
<meta name="author" content="https://quay.example/jane"><meta name="date" content="5 August 2024">"""


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (OPEN_GRAPH, ("A", "Jane Doe", "2024-08-05", "The Quay")),
        (HIGHWIRE, ("B", "Jane Doe, Ines Okafor", "2024-08-05", None)),
        (DUBLIN_CORE, ("C", "Jane Doe", "2024-08", "The Quay")),
        (PLAIN, ("D", None, "2024-08-05", "The Quay")),
    ],
)
def test_meta_tags_of_every_family_are_read(head: str, told: tuple[str | None, ...]) -> None:
    article = page(head)
    assert (article.title, article.author, article.published, article.publisher) == told


def test_without_any_tag_the_marked_up_elements_speak() -> None:
    top = '<h1>Fees rise at the quay</h1><a rel="author">Jane Doe</a><time datetime="2024-08-05T10:00">Monday</time>'
    article = page(body=top + BODY)
    assert (article.title, article.author, article.published) == ("Fees rise at the quay", "Jane Doe", "2024-08-05")


def test_the_canonical_link_goes_before_all_other_addresses() -> None:
    head = (
        '<link rel="canonical" href="https://quay.example/a"><meta property="og:url" content="https://quay.example/b">'
    )
    assert page(head + ld(NEWS)).canonical_url == "https://quay.example/a"


def test_a_language_declared_wrongly_is_set_right() -> None:
    german = "".join(
        f"<p>Der Rat hat am {n}. Mai beschlossen, dass die Gebühren nicht steigen und der Hafen offen bleibt.</p>"
        for n in range(1, 10)
    )
    article = page(body=german, attributes='lang="en"')
    assert (article.language, article.language_detected) == ("de", True)


def test_the_headline_leads_the_text_and_captions_stand_in_it() -> None:
    figure = "<figure><img src=a.jpg><figcaption>The quay in May. Photo: Jane Doe</figcaption></figure>"
    top = "<html><head><title>Fees rise at the quay</title></head><body><header><h1>Fees rise at the quay</h1></header>"
    article = extract_article(f"{top}<article>{BODY}{figure}{BODY}</article></body></html>".encode())
    assert article.text.startswith("Fees rise at the quay\n")
    assert article.text.count("Fees rise at the quay") == 1
    assert "\nThe quay in May. Photo: Jane Doe\n" in article.text
