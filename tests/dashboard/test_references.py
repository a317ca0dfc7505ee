"""The references on an article's page: the list, the one that is open, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.components.reference_rows import Pointer, outside, reference_list, reference_records
from dashboard.data import references
from db.rows import ReferenceRow
from db.vocabulary import CaptureMethod, CaptureOutcome
from firsthand import desk as door
from tests.dashboard.desks import ARTICLE, Desk
from tests.dashboard.drawn import button, interpreted, keyed, links, paper_text, words

Visit = Callable[..., AppTest]
HOSTILE = "$x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script>"
SCRIPT = "javascript:alert(1)"


def _link(desk: Desk, *given: door.NewReference) -> int:
    new = door.NewCapture(
        CaptureMethod.UPLOAD,
        sha256="0" * 64,
        size=len(ARTICLE),
        media_type="text/html",
        text=ARTICLE,
        extractor="by hand",
        outcome=CaptureOutcome.COMPLETE,
        references=given,
    )
    with desk.record.write() as session:
        article = door.find_document(session, desk.article_id)
        return door.record_capture(session, desk.checker, article, new).id


def _reference(words: str, href: str) -> door.NewReference:
    at = ARTICLE.find(words)
    place = (at, at + len(words)) if words and at >= 0 else (None, None)
    return door.NewReference(href, words, *place)


@pytest.fixture
def linked(desk: Desk) -> Desk:
    """An article with links: to a source of the desk spelt otherwise, to a new address, and two that lead nowhere."""
    _link(
        desk,
        _reference("bridges", "http://www.bridges.example.org/report/?utm_source=daily"),
        _reference("31 bridges", "https://limits.example.org/2026"),
        _reference(HOSTILE, "https://x.example/a"),
        _reference("", SCRIPT),
    )
    return desk


def _article(desk: Desk) -> str:
    return f"FA-{desk.article_id:06d}"


def test_the_references_are_listed_with_where_they_lead_and_what_the_desk_has(linked: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(linked))

    assert not app.exception
    shown = paper_text(app)
    assert "its address is here as FS-000002" in shown
    assert shown.count("not yet a source") == 3
    found = links(app)
    assert {"https://limits.example.org/2026", f"article?article={_article(linked)}&reference=2"} <= found
    assert not {link for link in found if link.startswith("javascript")}


def test_an_article_without_links_says_so(desk: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(desk))

    assert "This text has no links of its own." in "".join(caption.value for caption in app.caption)


def test_one_is_opened_beside_the_text_and_becomes_a_source(linked: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(linked), reference="2")
    assert "Its words in the article lead to limits.example.org" in paper_text(app)

    button(app, "Add it as a source").click().run()

    assert not app.exception
    assert app.success[0].value.startswith("Added as FS")
    row = references.of_capture(data.captures(linked.article_id)[0].id)[1]
    source = data.source(row.source_id or 0)
    assert source is not None
    assert (source.title, source.title_is_description, source.url) == (
        "31 bridges",
        True,
        "https://limits.example.org/2026",
    )
    assert f"tied to {source.ref}" in paper_text(app)

    button(app, "Untie it").click().run()
    assert references.of_capture(row.capture_id)[1].source_id is None


def test_one_whose_address_is_a_sources_is_tied_to_it(linked: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(linked), reference="1")

    button(app, f"Tie it to FS-{linked.source_id:06d}").click().run()

    assert not app.exception
    (first, *_) = references.of_capture(data.captures(linked.article_id)[0].id)
    assert (first.source_id, first.source_title) == (linked.source_id, "Report")


def test_one_is_tied_to_any_source_that_is_found_by_words(linked: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(linked), reference="2")
    row = references.of_capture(data.captures(linked.article_id)[0].id)[1]
    app.session_state[f"{_article(linked)}/0/reference-{row.id}/0/fold"] = True  # unfolded
    app.run()
    keyed(app, "text_input", "/find").set_value("Report").run()
    button(app, "Tie it").click().run()
    assert "Choose a source first." in [error.value for error in app.error]

    keyed(app, "selectbox", "/source").set_value(linked.source_id)
    button(app, "Tie it").click().run()

    assert not app.exception
    assert references.of_capture(data.captures(linked.article_id)[0].id)[1].source_id == linked.source_id


def test_an_address_of_another_kind_becomes_no_source_and_no_link(linked: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(linked), reference="4")
    assert SCRIPT in paper_text(app)

    button(app, "Add it as a source").click().run()

    assert not app.exception
    assert "An address starts with" in app.error[0].value


@pytest.mark.parametrize("asked", ["9", "0", "x", "-1", "2 "])
def test_a_number_that_is_no_reference_is_said_to_be_none(linked: Desk, visit: Visit, asked: str) -> None:
    app = visit("article", article=_article(linked), reference=asked)

    assert not app.exception
    named = [text.value for text in app.text]
    assert (f"«{asked}» is no reference of this text." in named) == (asked != "2 ")


def test_hostile_words_are_never_handed_to_anything_that_reads_markdown(linked: Desk, visit: Visit) -> None:
    for number in ("3", "4"):
        app = visit("article", article=_article(linked), reference=number)
        assert not app.exception
        assert HOSTILE in paper_text(app)
        assert [text for _, text in interpreted(app) if "alert" in text] == []


def test_many_references_are_searched_and_narrowed(desk: Desk, visit: Visit) -> None:
    _link(desk, *(_reference(f"part {number}", f"https://x{number}.example/a") for number in range(9)))
    app = visit("article", article=_article(desk), links="x7", linked="not yet a source")
    assert "1 of 9" in "".join(caption.value for caption in app.caption)
    assert "https://x7.example/a" in links(app)
    assert "https://x8.example/a" not in links(app)

    app = visit("article", article=_article(desk), linked="a source of the desk")
    assert "No reference fits." in "".join(caption.value for caption in app.caption)


def _pointer(**fields: object) -> Pointer:
    row = {"id": 1, "capture_id": 1, "place": 0, "href": "https://x.example/a", "words": "here"} | fields
    row = {"start": None, "end": None, "source_id": None, "source_title": None} | row
    return Pointer(ReferenceRow(**row), "x.example", None)  # type: ignore[arg-type]


@pytest.mark.parametrize("href", [SCRIPT, "data:text/html,x", "//x.example", "JavaScript:x", "mailto:a@b.example"])
def test_only_an_address_of_the_web_is_a_link(href: str) -> None:
    node = outside(_pointer(href=href))

    assert isinstance(node, dict)
    assert (node["tag"], node.get("href")) == ("span", None)
    assert words(node) == href


def test_a_reference_without_words_is_named_as_such() -> None:
    assert "a link without words" in words(reference_list([_pointer(words=" ")], "article?article=FA-000001"))


def test_a_file_of_references_has_what_the_list_shows() -> None:
    (record,) = reference_records([_pointer(source_id=7)])
    assert record == {
        "place": 1,
        "words": "here",
        "address": "https://x.example/a",
        "site": "x.example",
        "tied to": "FS-000007",
        "address known as": None,
    }
