"""Sources are read for everything that a claim may rest on, whatever kind of file or page they are."""

from __future__ import annotations

import io
import json

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import UnreadableText
from firsthand.evidence.passages import locator
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.extraction import extract_article
from firsthand.text.paged import with_page_ends
from firsthand.text.source_texts import extract_source
from firsthand.text.spans import Span
from tests.firsthand.text.pdf_maker import Drawn, lines, make_pdf

ADDRESS = "https://gov.example/press/2026/remarks"


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html lang='en'><head><title>Page</title>{head}</head><body>{body}</body></html>".encode()


def read(body: str, head: str = "") -> str:
    return extract_source(page(body, head), media_type="text/html", url=ADDRESS).text


FRAME = (
    "<header class='site'><a href='/'>Ministry</a><form><input name=q><button>Search</button></form></header>"
    "<nav><ul><li><a href='/news'>News</a></li><li><a href='/people'>People</a></li></ul></nav>"
    "<div class='breadcrumbs'><a href='/'>Home</a> / <a href='/press'>Press</a></div>"
    "<div id='cookie-banner'>We use cookies to count visits. <button>Accept</button></div>{}"
    "<aside><a href='/more'>More on this topic</a></aside>"
    "<footer><p>Contact: <a href='/contact'>write to us</a></p></footer>"
)

TRANSCRIPT = """
<main><h1>Press conference of the minister</h1><p class="date">Tuesday 3 March 2026</p>
<dl><dt>MODERATOR:</dt><dd>Good morning. First question.</dd>
<dt>REPORTER:</dt><dd>Why?</dd><dt>MINISTER:</dt><dd>No comment.</dd></dl>
<p><b>Q:</b> And the bridges?</p><p><b>A:</b> Fourteen.</p><p>(Laughter.)</p>
<div hidden><p>MINISTER: What follows was on the second page of the transcript.</p></div>
<details><summary>Show the rest</summary><p>MODERATOR: Thank you.</p></details></main>
"""
TRANSCRIPT_LINES = [
    "Tuesday 3 March 2026",
    "MODERATOR:",
    "Good morning. First question.",
    "Why?",
    "No comment.",
    "Q: And the bridges?",
    "A: Fourteen.",
    "(Laughter.)",
    "MINISTER: What follows was on the second page of the transcript.",
    "MODERATOR: Thank you.",
]
LAW = """
<div id="content"><h1>Bridges Act 2026</h1><h2>Section 1</h2><ol><li>A bridge shall be inspected every year.
<ol type="a"><li>by the authority; or</li><li>by a person whom the authority names.</li></ol></li>
<li>Repealed.</li></ol><h2>Section 2</h2><p>In this Act, “bridge” means any crossing.</p>
<footer><p>1. Inserted by Act No 12 of 2025, section 3.</p></footer></div>
"""
RELEASE = """
<article><header><h1>14 bridges closed</h1><p>For immediate release</p></header>
<p>The authority closed 14 bridges in 2025.</p><ul><li>9 in the north</li><li>5 in the south</li></ul>
<blockquote><p>“We will repair them all,” the director said.</p></blockquote>
<h2>Notes to editors</h2><p>The figures are provisional.</p><p>Press office: 555 0100</p></article>
"""
PARLIAMENT = """
<div class="hansard"><h1>Oral Answers</h1><h3>Bridges</h3><p><a name="c12"></a>10.15 am</p>
<p><b>Ana Petrov (North) (Ind):</b> How many bridges were closed? [901234]</p>
<p><b>The Minister:</b> Fourteen. I refer the hon. Member to <a href="/answers/77">my answer of 3 March</a>.</p>
<p>Column 214</p><p>Hon. Members: Shame!</p><p>Question put and agreed to.</p></div>
"""


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (TRANSCRIPT, TRANSCRIPT_LINES),
        (
            LAW,
            [
                "A bridge shall be inspected every year.",
                "by the authority; or",
                "Repealed.",
                "1. Inserted by Act No 12 of 2025, section 3.",
            ],
        ),
        (RELEASE, ["14 bridges closed", "For immediate release", "5 in the south", "Press office: 555 0100"]),
        (
            PARLIAMENT,
            [
                "10.15 am",
                "Ana Petrov (North) (Ind): How many bridges were closed? [901234]",
                "Column 214",
                "Hon. Members: Shame!",
            ],
        ),
    ],
    ids=["transcript", "law", "release", "parliament"],
)
def test_a_page_loses_none_of_its_text_and_all_of_its_frame(body: str, wanted: list[str]) -> None:
    text = read(FRAME.format(body))
    written = [paragraph for paragraph in text.split("\n") if paragraph]
    assert [line for line in wanted if line not in written] == []
    for frame in ("Search", "News", "Home", "cookies", "More on this topic", "write to us"):
        assert frame not in text


def test_an_article_extractor_loses_what_counts_on_such_pages() -> None:
    """The reason for a reading of its own; where this fails, the other reader has become good enough."""
    sections = "".join(
        f"<p><a href='/s{n}'>Section {n}</a></p><p>(1) A bridge of class {n} is inspected.</p><p>(2) [Repealed]</p>"
        for n in range(1, 11)
    )
    law = FRAME.format(f"<div id='content'><h1>Bridges Act</h1>{sections}</div>")
    assert "Section 3" not in extract_article(page(law)).text
    assert all(f"Section {number}\n\n(1) A bridge" in read(law) for number in range(1, 11))


def test_text_of_the_page_that_stands_outside_its_main_part_stays() -> None:
    body = "<main><h1>Remarks</h1></main><div><p>The minister said that fourteen bridges were closed.</p></div>"
    assert "fourteen bridges" in read(body)


@pytest.mark.parametrize(
    "body",
    [
        "<div class='site no-sidebar'><p>Fourteen bridges.</p></div>",
        "<section id='social-security'><h2>Benefits</h2><p>Fourteen bridges.</p></section>",
        "<div class='has-menu'><p>Fourteen bridges.</p></div>",
        "<div class='menu'><main><p>Fourteen bridges.</p></main></div>",
        "<h2 id='menu'>Fourteen bridges.</h2>",
        "<nav><p>Fourteen bridges.</p></nav>",
        "<footer><p>Fourteen bridges.</p></footer>",
    ],
)
def test_a_name_alone_makes_no_frame_and_a_page_is_never_all_frame(body: str) -> None:
    assert "Fourteen bridges." in read(body)


@pytest.mark.parametrize(
    "name", ["share-links", "main-nav", "cookie-consent-banner", "social_media icons", "skip-link"]
)
def test_what_is_named_after_its_purpose_goes(name: str) -> None:
    assert read(f"<p>Fourteen bridges.</p><div class='{name}'>Not for reading</div>") == "Fourteen bridges."


def test_a_long_header_that_holds_the_title_is_no_frame() -> None:
    assert read("<header><h1>Remarks</h1><p>3 March 2026</p></header><p>Good morning.</p>") == (
        "Remarks\n\n3 March 2026\n\nGood morning."
    )


def test_lines_are_kept_where_a_page_sets_them() -> None:
    assert read(
        "Q: Why?<br>A: Because.<br><br>Q: And then?<pre>THE MINISTER: One.\n\nTHE CHAIR: Two.\n  Three.</pre>"
    ) == ("Q: Why?\nA: Because.\n\nQ: And then?\n\nTHE MINISTER: One.\n\nTHE CHAIR: Two.\nThree.")


def test_a_table_is_a_row_a_line_and_every_figure_in_its_column() -> None:
    table = """<table><caption>Closed bridges</caption><thead><tr><th></th><th colspan="2">2025</th><th>2026</th></tr>
    <tr><th>Region</th><th>first half</th><th>second half</th><th></th></tr></thead>
    <tr><td rowspan="2">North</td><td>1</td><td></td><td><p>3</p></td></tr><tr><td>4</td><td>5</td><td>6<br>7</td></tr>
    <tr><td>South</td><td colspan="x">8</td></tr></table>"""
    assert read(table).split("\n") == [
        "Closed bridges",
        "",
        "| 2025 | | 2026",
        "Region | first half | second half",
        "North | 1 | | 3",
        "| 4 | 5 | 6 7",
        "South | 8",
    ]


def test_a_table_that_only_arranges_the_page_is_read_as_paragraphs() -> None:
    old = "<table><tr><td><table><tr><td>Menu</td></tr></table></td><td><p>One.</p><p>Two.</p></td></tr></table>"
    assert read(old) == "Menu\n\nOne.\n\nTwo."


def test_links_are_kept_with_their_places_as_they_lead_from_the_page() -> None:
    found = extract_source(page(FRAME.format(PARLIAMENT)), media_type="text/html", url=ADDRESS)
    (link,) = found.references
    assert (link.href, link.words) == ("https://gov.example/answers/77", "my answer of 3 March")
    assert link.span is not None
    assert link.span.of(found.text) == link.words


def test_a_page_says_whose_it_is_and_where_it_belongs() -> None:
    head = (
        "<link rel='canonical' href='/remarks'><meta property='og:site_name' content='Ministry of Works'>"
        "<meta name='dcterms.issued' content='2026-03-03'>"
    )
    found = extract_source(page("<h1>Remarks</h1><p>Good morning.</p>", head), media_type="text/html", url=ADDRESS)
    assert (found.title, found.publisher, found.published, found.language, found.canonical_url) == (
        "Remarks",
        "Ministry of Works",
        "2026-03-03",
        "en",
        "https://gov.example/remarks",
    )
    assert found.extractor == "firsthand-page 1"


@pytest.mark.parametrize("tag", ["article", "section", "main", "p", "div"])
def test_a_page_that_does_not_say_where_its_body_begins_has_one(tag: str) -> None:
    data = (
        f"<!doctype html><title>Remarks</title><script>1</script><{tag}><p>Good morning.</p></{tag}><p>More.".encode()
    )
    found = extract_source(data, media_type="text/html")
    assert (found.title, found.text) == ("Remarks", "Good morning.\n\nMore.")


def test_a_page_that_a_program_fills_says_so() -> None:
    with pytest.raises(UnreadableText, match="a program in it fetches"):
        read("<div id='app'></div><script>fill()</script>")


@pytest.mark.parametrize("tag", ["font", "div", "b", "blockquote"])
def test_tags_that_nobody_closed_cost_no_words(tag: str) -> None:
    text = read("".join(f"<{tag}>Sentence {number}. " for number in range(5000)))
    assert "Sentence 4999." in text
    assert text.count("Sentence") == 5000


def test_json_is_a_value_a_line_under_its_path_in_the_files_order() -> None:
    data = '{"title": "Bridges", "rows": [{"region": "North", "share": 1.10, "closed": true}, {"region": "South", \
"note": null, "a b": "x"}], "none": [], "years": [2025, 2026], "big": 12345678901234567890, "region": 1, "region": 2}'
    found = extract_source(data.encode(), media_type="application/json")
    assert found.text.split("\n") == [
        "title: Bridges",
        "",
        "rows[0].region: North",
        "rows[0].share: 1.10",
        "rows[0].closed: true",
        "",
        "rows[1].region: South",
        "rows[1].note: null",
        "rows[1].«a b»: x",
        "none: []",
        "years[0]: 2025",
        "years[1]: 2026",
        "big: 12345678901234567890",
        "region: 1",
        "region: 2",
    ]
    assert (found.title, found.extractor) == ("Bridges", "firsthand-json 1")


@given(st.recursive(st.text(max_size=5) | st.integers() | st.booleans(), lambda inner: st.lists(inner, max_size=4)))
def test_every_value_of_json_is_in_the_text(value: object) -> None:
    text = extract_source(json.dumps([value, "end"]).encode(), media_type="application/json").text
    assert text.endswith("[1]: end")
    assert text.startswith("[0]")


def test_json_lines_are_records() -> None:
    text = extract_source(b'{"a": 1}\n\n{"a": 2}\n', media_type="application/x-ndjson").text
    assert text == "[0].a: 1\n\n[1].a: 2"


@pytest.mark.parametrize(("data", "words"), [(b'{"a": ', "is none"), (b"[" * 100_000, "deeper")])
def test_json_that_is_none_says_so(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableText, match=words):
        extract_source(data, media_type="application/json")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_in_a_file_says_on_every_row_what_its_figures_are(separator: str) -> None:
    rows = [["Region", "2025", "Note"], ["North", "14", '"closed; all, of | them"'], ["South", "", "none"]]
    data = "\n".join(separator.join(row) for row in rows).encode()
    assert extract_source(data, media_type="text/csv", filename="bridges.csv").text.split("\n\n") == [
        "Region | 2025 | Note",
        "Region: North | 2025: 14 | Note: closed; all, of | them",
        "Region: South | Note: none",
    ]


def test_what_stands_above_a_table_is_kept() -> None:
    data = b"Closed bridges by region,,\nSource: authority,,\n,,\nRegion,2025,2026\nNorth,1,2\nSouth,3,4\n"
    found = extract_source(data, media_type="text/csv")
    assert found.text.startswith(
        "Closed bridges by region\n\nSource: authority\n\nRegion | 2025 | 2026\n\nRegion: North"
    )
    assert found.title == "Closed bridges by region"


def test_a_table_without_names_keeps_its_columns_in_place() -> None:
    assert extract_source(b"1,2,3\n4,,6\n", media_type="text/csv").text == "1 | 2 | 3\n\n4 |  | 6"


def test_a_table_of_any_width_and_length_is_cut_and_says_so() -> None:
    wide = ",".join(f"c{n}" for n in range(3000)) + "\n" + ",".join(map(str, range(3000)))
    found = extract_source(wide.encode(), media_type="text/csv")
    assert found.warnings == ("The table has 3,000 columns; only the first 2,000 of each row were kept.",)
    long = "name,value\n" + "somebody,something\n" * 200_000
    assert "only its first rows" in extract_source(long.encode(), media_type="text/csv").warnings[0]


def test_xml_is_a_paragraph_an_element() -> None:
    data = (
        b"<?xml version='1.0'?><act xml:lang='en'><title>Bridges Act</title><section><num>1</num> <p>Every <term>bridge"
        b"</term> shall be inspected.</p></section></act>"
    )
    found = extract_source(data, media_type="application/xml")
    assert found.text == "Bridges Act\n\n1\n\nEvery bridge shall be inspected."
    assert (found.title, found.language) == ("Bridges Act", "en")


def test_xml_that_attacks_is_not_read() -> None:
    with pytest.raises(UnreadableText, match="attack"):
        extract_source(b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>', media_type="text/xml")


def test_pages_of_a_pdf_end_where_the_locator_looks_for_it() -> None:
    pages = [
        lines(72, 700, "The first page ends in the middle of a sen-"),
        lines(72, 700, "tence that goes on over here, and it is long.", "And one more line of the second page."),
        [],
        [Drawn(72, 700, "The fourth page has a paragraph of its own.")],
    ]
    text = extract_source(make_pdf(pages)).text
    assert text.count("\f") == 3
    at = text.index("The fourth page")
    assert locator(text, Span(at, at + 10)).startswith("page 4")
    at = text.index("second page")
    assert locator(text, Span(at, at + 10)).startswith("page 2")
    assert "sentence" in text.replace("\f", "")


def test_a_long_pdf_is_read_as_far_as_time_allows() -> None:
    pages = [[Drawn(72, 700, f"This is what stands on page {number} here.")] for number in range(1, 9)]
    asked = iter([True, True, False])
    found = extract_source(make_pdf(pages), may_go_on=lambda: next(asked))
    assert "page 3" in found.text
    assert "page 4" not in found.text
    assert "The PDF has 8 pages; only its first 3 were read." in found.warnings


@given(
    st.lists(st.text(st.sampled_from("ab \n-"), max_size=12), min_size=1, max_size=6),
    st.integers(0, 40),
)
def test_page_ends_take_only_white_space_and_leave_places_where_their_words_are(pieces: list[str], at: int) -> None:
    text = "".join(pieces)
    spans, start = [], 0
    for piece in pieces:
        spans.append(Span(start, start + len(piece.rstrip())))
        start += len(piece)
    link = Span(min(at, len(text)), min(at + 3, len(text)))
    words = link.of(text)
    found = with_page_ends(
        ExtractedArticle(text=text, extractor="x", pages=tuple(spans), references=(Reference("h", words, link),))
    )
    assert found.text.count("\f") == len(pieces) - 1
    assert "".join(found.text.split()) == "".join(text.split())
    (moved,) = found.references
    if words and words == words.strip() and moved.span:
        assert "".join(moved.span.of(found.text).split()) == "".join(words.split())


def test_word_files_markdown_and_plain_text_are_read_as_they_are_for_articles() -> None:
    written = docx.Document()
    written.add_paragraph("The minister said that fourteen bridges were closed.")
    out = io.BytesIO()
    written.save(out)
    assert extract_source(out.getvalue()).text == "The minister said that fourteen bridges were closed."
    assert extract_source(b"# Remarks\n\nSome *words*.", media_type="text/markdown").text == "Remarks\n\nSome words."
    assert extract_source(b"Just words.\nMore.", media_type="text/plain").text == "Just words.\nMore."


@pytest.mark.parametrize(
    ("url", "declared", "extractor"),
    [
        ("https://gov.example/data.csv?x=1", None, "firsthand-table 1"),
        ("https://gov.example/data.csv", "application/octet-stream", "firsthand-table 1"),
        ("https://gov.example/data.csv", "text/plain", "firsthand-table 1"),
        ("https://gov.example/data", "text/csv; charset=utf-8", "firsthand-table 1"),
        ("https://gov.example/data", "text/plain", "firsthand-plain 2"),
    ],
)
def test_what_a_file_is_its_type_says_or_else_its_name(url: str, declared: str | None, extractor: str) -> None:
    assert extract_source(b"name,value\nNorth,14\nSouth,2\n", media_type=declared, url=url).extractor == extractor


@given(st.binary(max_size=400), st.sampled_from(["text/html", "application/json", "text/csv", "application/xml", None]))
def test_no_bytes_raise_anything_but_a_reason(data: bytes, declared: str | None) -> None:
    try:
        found = extract_source(data, media_type=declared)
    except UnreadableText as error:
        assert error.reason  # noqa: PT017 - an answer as good as a text
    else:
        assert found.text
