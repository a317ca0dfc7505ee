"""Two captures side by side: what became of passages first, the rest on request, a part at a time; and one in full."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.components.capture_rows import capture_list, everything, hops, on_view
from dashboard.components.captures_compared import choose
from dashboard.components.difference_rows import difference_rows
from dashboard.components.source_uses import use_records
from dashboard.data import library, side_by_side
from dashboard.data.side_by_side import Fate
from db.rows import AttestationRow, CaptureRow, Hop
from db.session import Database
from db.vocabulary import Archive, AttestationState, CaptureMethod, CaptureOutcome, WorkState
from firsthand import desk as door
from firsthand.taking_in import Incoming, capture_source
from firsthand.text.spans import Span
from tests.dashboard.desks import PASSAGE, SOURCE, Desk, make_desk_of_two
from tests.dashboard.drawn import button, interpreted, keyed, links, paper_text, papers, words, words_of

Visit = Callable[..., AppTest]
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"
NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def captured(desk: Desk, text: str) -> int:
    """Bring a later text of the source."""
    incoming = Incoming(text.encode(), CaptureMethod.UPLOAD, "later.txt", "text/plain")
    return capture_source(desk.record, desk.checker, desk.source_id, incoming)


def compared(desk: Desk, visit: Visit, text: str, **query: str) -> AppTest:
    """Visit the comparison of the source's first text with a later one."""
    first, later = desk.source_capture_id(), captured(desk, text)
    asked = {"document": ref(desk), "before": str(first), "after": str(later)}
    return visit("captures", **asked, **query)


def ref(desk: Desk) -> str:
    return f"FS-{desk.source_id:06d}"


@pytest.fixture
def resting(desk: Desk) -> Desk:
    """The desk with a claim that rests on a passage of the source."""
    desk.take_up()
    desk.add_evidence()
    return desk


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("asked", ["", "FS-999999", "FA-999999", "FH-000001", "x", "FS-", "<script>"])
def test_an_address_that_names_no_document_leads_back(visit: Visit, asked: str) -> None:
    app = visit("captures", **({"document": asked} if asked else {}))

    assert not app.exception
    assert any("There is no document" in text.value or "No document is named" in text.value for text in app.text)
    assert len(app.main.get("page_link")) == 1


def test_a_document_with_one_text_has_nothing_to_compare(desk: Desk, visit: Visit) -> None:
    app = visit("captures", document=ref(desk))

    assert not app.exception
    assert "nothing to compare" in words_of(app)
    assert len(app.main.get("page_link")) == 1


@pytest.mark.parametrize(
    ("later", "fate"),
    [
        (f"{SOURCE}\n\nA line more.", "unchanged"),
        (SOURCE.replace("12 bridges", "14 bridges"), "changed"),
        (SOURCE.replace("In the year", "During the year"), "unchanged, other words around it differ"),
        ("Annual report.\n\nNothing else.", "gone"),
    ],
)
def test_what_became_of_a_passage_comes_first(resting: Desk, visit: Visit, later: str, fate: str) -> None:
    app = compared(resting, visit, later)

    assert not app.exception
    shown = paper_text(app)
    assert f"1 {fate}" in shown
    assert f"claim?claim=FH-{resting.claim_id:06d}" in links(app)
    assert "Show everything that differs" in shown
    assert "Changes 1 to" not in shown


def test_everything_that_differs_is_shown_on_request_with_files(resting: Desk, visit: Visit) -> None:
    app = compared(resting, visit, SOURCE.replace("12 bridges", "14 bridges").replace("Nothing else.", ""), show="all")

    shown = paper_text(app)
    assert not app.exception
    assert "2 paragraphs differ" in shown
    assert "1 paragraph is the same" in shown
    assert "Changes 1 to 2 of 2" in shown
    changed = next(node for node in _nodes(app) if node.get("class") == "change")
    assert changed["name"] == "Change 1 of 2: changed"
    assert [words(node) for node in _within(changed) if node.get("tag") in {"del", "ins"}] == ["12", "14"]


def _nodes(app: AppTest) -> list[dict[str, Any]]:
    return [node for tree in papers(app) if isinstance(tree, dict) for node in _within(tree)]


def _within(tree: dict[str, Any]) -> list[dict[str, Any]]:
    inner = [child for child in tree.get("children", []) if isinstance(child, dict)]
    return [tree, *(node for child in inner for node in _within(child))]


def test_where_nothing_rests_on_it_the_differences_are_shown_at_once(desk: Desk, visit: Visit) -> None:
    app = compared(desk, visit, SOURCE.replace("12", "14"))

    assert "Nothing rests on the earlier" in paper_text(app)
    assert "Changes 1 to 1 of 1" in paper_text(app)


@pytest.mark.parametrize(
    ("later", "said"), [(SOURCE, "letter by letter"), (SOURCE.replace("\n\n", "\n \n"), "only blanks or line breaks")]
)
def test_texts_that_do_not_differ_are_said_not_to(desk: Desk, visit: Visit, later: str, said: str) -> None:
    app = compared(desk, visit, later)

    assert not app.exception
    assert said in paper_text(app)


def test_one_capture_twice_is_no_comparison(desk: Desk, visit: Visit) -> None:
    later = captured(desk, f"{SOURCE} And more.")

    app = visit("captures", document=ref(desk), before=str(later), after=str(later))

    assert "one capture twice" in words_of(app)


def test_another_capture_is_chosen_and_goes_into_the_address(resting: Desk, visit: Visit) -> None:
    captured(resting, SOURCE.replace("12", "13"))
    last = captured(resting, SOURCE.replace("12", "14"))
    app = visit("captures", document=ref(resting))
    assert "1 changed" in paper_text(app)
    before, after = app.selectbox[0], app.selectbox[1]
    if "earlier" not in before.label:
        before, after = after, before

    before.set_value(str(last - 1)).run()

    assert "".join(app.query_params["before"]) == str(last - 1)
    assert "1 passage rests on the capture of" in paper_text(app)
    assert f"captures?document={ref(resting)}&before={last - 2}&after={last}" in links(app)


@pytest.mark.parametrize("query", [{"before": "x", "after": "999"}, {"from": "-1"}, {"from": "٣", "show": "all"}])
def test_odd_addresses_of_a_comparison_show_the_usual_one(resting: Desk, visit: Visit, query: dict[str, str]) -> None:
    captured(resting, SOURCE.replace("12", "14"))

    app = visit("captures", document=ref(resting), **query)

    assert not app.exception
    assert "1 changed" in paper_text(app)


def test_the_claims_of_an_article_are_followed_into_its_later_text(desk: Desk, visit: Visit) -> None:
    from dashboard import actions

    later = data.captured_text(desk.capture_id).replace("14 bridges", "15 bridges")
    assert actions.capture_anew(data.me(), desk.article_id, actions.Text.pasted(later)).done

    app = visit("captures", document=f"FA-{desk.article_id:06d}")

    assert not app.exception
    assert "Words that were made into claims" in paper_text(app)
    assert "1 changed" in paper_text(app)


def test_hostile_words_stay_words(record: Database, visit: Visit) -> None:
    made = make_desk_of_two(record, foreign=HOSTILE)
    made.take_up()
    made.add_evidence()
    app = compared(made, visit, f"{SOURCE.replace('12', '14')}{HOSTILE} other", show="all")

    assert not app.exception
    for kind, text in interpreted(app):
        for payload in ("$x$", ":red[x]", "![](", "<script>", "[a](", "**c**"):
            assert payload not in text, (kind, text)
    assert "<script>alert(1)</script>" in paper_text(app)


def _two(desk: Desk, before: str, after: str) -> tuple[int, int]:
    return captured(desk, before), captured(desk, after)


def test_a_book_is_shown_a_part_at_a_time(desk: Desk, visit: Visit) -> None:
    lines = [f"Line {number} of the book is kept here as it was printed at that time." for number in range(4000)]
    pair = _two(desk, "\n".join(lines), "\n".join(line.replace("kept", "held") for line in lines))

    found = side_by_side.differences(*pair)
    assert (found.first, len(found.rows), found.total) == (0, side_by_side.MOST, 4000)
    assert found.following == side_by_side.MOST
    further = side_by_side.differences(*pair, found.following)
    assert further.rows[0].number == side_by_side.MOST + 1
    assert side_by_side.differences(*pair, 99_999).first == 0

    app = visit("captures", document=ref(desk), show="all")
    assert sum(len(json.dumps(tree)) for tree in papers(app)) < 400_000
    assert any("from=50" in address for address in links(app))


def test_long_paragraphs_are_cut_where_nothing_differs(desk: Desk) -> None:
    long = "word " * 40_000
    pair = _two(desk, f"{long}one end", f"{long}other end")

    (row,) = side_by_side.differences(*pair).rows

    assert sum(len(piece.words) for piece in row.before) < 1000
    assert sum(len(piece.words) + piece.left_out for piece in row.before) == len(long) + len("one end")
    assert [piece.words for piece in row.before if piece.differs] == ["one"]


def test_a_paragraph_of_a_thousand_changes_is_cut(desk: Desk) -> None:
    pair = _two(desk, " ".join("same old" for _ in range(1000)), " ".join("same new" for _ in range(1000)))

    (row,) = side_by_side.differences(*pair).rows

    assert len(row.before) < 200
    assert row.before[-1].left_out


@given(st.text(alphabet="ab \n", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_pieces_hold_every_letter_once(text: str, places: list[tuple[int, int]]) -> None:
    differing = sorted({Span(*sorted(place)) for place in places})
    apart = [span for number, span in enumerate(differing) if all(not span.overlaps(one) for one in differing[:number])]

    pieces = side_by_side.cut(text, Span(0, len(text)), apart, Span(2, 9))

    assert "".join(piece.words for piece in pieces) == text


def test_moved_paragraphs_say_where_they_are(desk: Desk) -> None:
    lines = ["The first of them all.", "It rained in the north.", "The bridges were closed.", "An end to everything."]
    pair = _two(desk, "\n".join(lines), "\n".join([*lines[1:], lines[0]]))

    rows = side_by_side.differences(*pair).rows
    drawn = "".join(words(node) for node in difference_rows(rows, 2))

    assert [row.kind for row in rows] == ["moved_away", "moved_here"]
    assert "stands in another place of the other text" in drawn
    assert side_by_side.passage(*pair, 0, 9).fate is Fate.MOVED
    assert "".join(piece.words for piece in side_by_side.passage(*pair, 0, 9).after) == lines[0]


def test_a_file_of_the_differences_has_whole_paragraphs_and_their_places(desk: Desk) -> None:
    pair = _two(desk, "It is so.\nAnd more.", "It is not so.\nAnd more.")

    (record,) = side_by_side.records(*pair)

    assert (record["change"], record["before"], record["after"]) == ("changed", "It is so.", "It is not so.")
    assert (record["before from"], record["after to"]) == (0, 13)


def a_capture(number: int = 4, **overrides: object) -> CaptureRow:
    fields: dict[str, object] = {
        "id": number,
        "document_id": 1,
        "method": CaptureMethod.FETCH,
        "outcome": CaptureOutcome.COMPLETE,
        "reason": None,
        "sha256": "f" * 64,
        "size": 2048,
        "media_type": "text/html",
        "file_name": None,
        "url": "https://example.org/a",
        "extractor": "trafilatura 2",
        "characters": 900,
        "taken_at": NOON,
        "taken_by": "Mara",
        "status": 200,
        "declared_type": "application/octet-stream",
        "hops": (Hop("https://example.org/a", 301, "192.0.2.1"), Hop("https://example.org/b", 200, "192.0.2.1")),
    }
    return CaptureRow(**{**fields, **overrides})  # type: ignore[arg-type]


def test_everything_known_of_a_capture_is_told() -> None:
    told = words(everything(a_capture(started_at=NOON)))

    for part in ("complete", "2.0 kB (2,048 bytes)", "f" * 64, "application/octet-stream", "text/html", "200"):
        assert part in told
    assert "https://example.org/b" in told
    way = words(hops(a_capture()) or "")
    assert "1. 301https://example.org/afrom 192.0.2.1" in way


def test_a_failed_fetch_has_its_reason_and_its_next_try() -> None:
    failed = a_capture(
        outcome=CaptureOutcome.UNREACHABLE, reason="No answer.", retry_at=NOON, characters=None, hops=(), sha256=None
    )

    told = words(capture_list("FS-000001", [failed], None))

    assert all(part in told for part in ("unreachable", "No answer.", "next try 2026-03-02 12:00 UTC"))
    assert hops(failed) is None


def test_a_list_of_captures_leads_to_texts_comparisons_and_archives() -> None:
    kept = AttestationRow(
        1, 4, Archive.WAYBACK, AttestationState.DONE, "https://web.archive.org/x", NOON, None, NOON, "Mara", NOON
    )
    drawn = capture_list("FS-000001", [a_capture(5), a_capture(4)], a_capture(5), [kept])

    found = {node["href"] for node in _within(drawn) if node.get("href")}  # type: ignore[arg-type]
    assert found == {
        "captures?document=FS-000001&before=4&after=5",
        "source?source=FS-000001&about=5",
        "source?source=FS-000001&about=4",
        "source?source=FS-000001&capture=4",
        "https://web.archive.org/x",
    }
    assert "Wayback Machine: archived" in words(drawn)


def test_the_text_on_view_is_the_one_asked_for_else_the_newest() -> None:
    captures = [a_capture(6, characters=None), a_capture(5), a_capture(4)]

    assert (on_view(captures, "", (), "") or captures[0]).id == 5
    assert (on_view(captures, "4", (), "") or captures[0]).id == 4
    assert (on_view(captures, "6", (), "") or captures[0]).id == 5
    assert on_view([], "4", (), "") is None


def test_what_is_compared_is_asked_for_or_what_most_rests_on_or_the_one_before() -> None:
    captures = [a_capture(6), a_capture(5), a_capture(4)]

    def chosen(before: str, after: str, most: int | None) -> tuple[int, int]:
        one, other = choose(captures, before, after, most)
        return one.id, other.id

    assert chosen("", "", None) == (5, 6)
    assert chosen("", "", 4) == (4, 6)
    assert chosen("", "", 6) == (5, 6)
    assert chosen("6", "4", None) == (6, 4)
    assert chosen("", "5", 4) == (4, 5)


def test_a_capture_is_told_of_in_full_on_its_source_s_page(resting: Desk, visit: Visit) -> None:
    number = resting.source_capture_id()

    app = visit("source", source=ref(resting), about=str(number))

    assert not app.exception
    shown = paper_text(app)
    assert "Everything known of one capture" in shown
    assert "somebody brought the text by hand" in shown
    assert PASSAGE in shown
    assert {text for _, text in interpreted(app)} >= {"The bytes", "As WARC"}


def test_an_unknown_capture_is_told_of_nowhere(desk: Desk, visit: Visit) -> None:
    app = visit("source", source=ref(desk), about="999")

    assert not app.exception
    assert "Everything known of one capture" not in paper_text(app)


def test_who_may_not_act_is_offered_no_fetch(desk: Desk, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    onlooker = data.me().__class__(9, "eve@example.org", "Eve", frozenset(), disabled=False)
    monkeypatch.setattr("dashboard.data.me", lambda: onlooker)

    for page, name in (("source", ref(desk)), ("article", f"FA-{desk.article_id:06d}")):
        app = visit(page, **{page: name})
        assert not app.exception
        assert not {found.label for found in app.button} & {"Capture now", "Look again now"}


def test_a_source_without_an_address_is_brought_by_hand(desk: Desk, visit: Visit) -> None:
    other = desk.do(door.add_source, door_kind(), door.DocumentFields("A leaflet"))

    app = visit("source", source=f"FS-{other:06d}")

    assert "it cannot be fetched" in words_of(app)
    assert "bring its text by hand" in words_of(app)


def door_kind() -> Any:
    from db.vocabulary import SourceKind

    return SourceKind.OTHER


def test_one_click_has_a_source_fetched(desk: Desk, visit: Visit) -> None:
    app = visit("source", source=ref(desk))

    button(app, "Look again now").click().run()

    assert not app.exception
    assert "being looked at" in app.success[0].value
    assert button(app, "Look again now").disabled


def test_every_claim_that_rests_on_one_capture_is_listed_with_its_article_and_state(
    resting: Desk, visit: Visit
) -> None:
    first = resting.source_capture_id()
    later = captured(resting, SOURCE.replace("12", "14"))
    asked = {"document": ref(resting), "before": str(first), "after": str(later)}

    app = visit("captures", **asked, do=f"recheck-{first}")

    assert not app.exception
    assert f"article?article=FA-{resting.article_id:06d}" in links(app)
    assert "in check" in paper_text(app)
    assert PASSAGE in paper_text(app)
    assert "No claim rests on a passage of this capture" in words_of(visit("captures", **asked, do=f"recheck-{later}"))


def test_what_rests_on_a_capture_is_opened_again_with_one_reason(desk: Desk, visit: Visit) -> None:
    desk.sign()
    first = desk.source_capture_id()
    later = captured(desk, f"{SOURCE} A line more.")
    pages = {
        "captures": {"document": ref(desk), "before": str(first), "after": str(later)},
        "source": {"source": ref(desk), "about": str(first)},
    }
    for page, asked in pages.items():
        app = visit(page, **asked, do=f"recheck-{first}")
        assert "Ask for a re-check of the signed claim" in {offer.label for offer in app.toggle}

    keyed(app, "text_area", f"recheck-{first}/0/why").set_value("The table was corrected.")
    button(app, "Ask for the re-check").click().run()

    assert "1 claim is to be re" in app.success[0].value
    assert (desk.claim().work_state, desk.claim().recheck_trigger) == (WorkState.RECHECK, "The table was corrected.")


def test_the_captures_page_opens_claims_again_too_and_asks_for_the_reason(desk: Desk, visit: Visit) -> None:
    desk.sign()
    first = desk.source_capture_id()
    captured(desk, f"{SOURCE} A line more.")
    app = visit("captures", document=ref(desk), do=f"recheck-{first}")

    button(app, "Ask for the re-check").click().run()
    assert "reason" in app.error[0].value
    assert desk.claim().work_state is WorkState.SIGNED_OFF

    keyed(app, "text_area", f"recheck-{first}/0/why").set_value("The table was corrected.")
    button(app, "Ask for the re-check").click().run()
    assert "1 claim is to be re" in app.success[0].value
    assert desk.claim().work_state is WorkState.RECHECK


def test_an_article_s_capture_has_the_claims_made_of_its_words(desk: Desk, visit: Visit) -> None:
    desk.sign()

    app = visit("article", article=f"FA-{desk.article_id:06d}", about=str(desk.capture_id))

    assert not app.exception
    assert "Ask for a re-check of the signed claim" in {offer.label for offer in app.toggle}


def test_a_file_of_what_rests_on_a_capture_has_a_row_for_each_piece_of_evidence(resting: Desk) -> None:
    (record,) = use_records(library.resting_on(resting.source_id, resting.source_capture_id()))

    assert (record["claim"], record["state"]) == (f"FH-{resting.claim_id:06d}", "in check")
    assert (record["article"], record["words"]) == (f"FA-{resting.article_id:06d}", PASSAGE)
    assert library.resting_on(resting.source_id, 999) == ()
