"""The pages of articles: empty, typical, after what people do there, and with hostile words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import actions, data
from dashboard.data import article_lists, reading
from dashboard.data.article_lists import ArticleFilter, ArticleOrder
from db.queries import articles, claims
from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome, ClaimType, NotForUsReason, WorkState
from firsthand import desk as door
from firsthand.taking_in import Incoming, Known, take_in
from tests.dashboard.desks import ARTICLE, CLAIMED, Desk, make_desk_of_two
from tests.dashboard.drawn import button, interpreted, keyed, links, paper_text, words_of

Visit = Callable[..., AppTest]
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"
LATER = ARTICLE.replace("14 bridges", "12 bridges")


def _article(desk: Desk) -> str:
    return f"FA-{desk.article_id:06d}"


def _claim(number: int) -> str:
    return f"FH-{number:06d}"


def _drafts(desk: Desk) -> list[Any]:
    with desk.record.read() as session:
        found = claims.of_article(session, desk.article_id)
    return [claim for claim in found if claim.work_state is WorkState.DETECTED]


def _capture_again(desk: Desk, text: str) -> int:
    new = door.NewCapture(
        CaptureMethod.PASTE,
        sha256="0" * 64,
        size=len(text),
        media_type="text/plain",
        text=text,
        extractor="by hand",
        outcome=CaptureOutcome.COMPLETE,
    )
    with desk.record.write() as session:
        article = door.find_document(session, desk.article_id)
        return door.record_capture(session, desk.checker, article, new).id


def _second_article(desk: Desk, publisher: str, published: str, text: str = "Harbours stay open.") -> str:
    with desk.record.read() as session:
        desk_id = articles.get(session, desk.article_id)
    assert desk_id is not None
    known = Known(f"From {publisher}", publisher=publisher, published=published)
    incoming = Incoming(text.encode(), CaptureMethod.PASTE, None, "text/plain", None, known)
    return f"FA-{take_in(desk.record, desk.checker, desk_id.desk_id, incoming).article_id:06d}"


def test_the_head_tells_coverage_in_one_line_and_each_number_leads_to_what_it_counts(desk: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(desk))

    shown = paper_text(app)
    assert "1 of 3 sentences carry" in shown or "1 of 3 sentences carries one" in shown
    assert "0 of 1 claim are signed off" in shown
    assert f"{len(_drafts(desk))} drafts to look at" in shown
    assert {
        f"article?article={_article(desk)}&show=unread",
        f"claims?article={_article(desk)}&status=detected",
    } <= links(app)


def test_a_claim_is_opened_beside_the_text_by_the_address(desk: Desk, visit: Visit) -> None:
    desk.sign()

    app = visit("article", article=_article(desk), mark=_claim(desk.claim_id))

    assert not app.exception
    shown = paper_text(app)
    assert "In 2025 the state closed 14 bridges." in shown
    assert "said by Ana Petrov" in shown
    assert "refutes" in shown
    assert f"claim?claim={_claim(desk.claim_id)}" in links(app)
    assert "1 of 1 claim is signed off" in shown


@pytest.mark.parametrize("mark", ["FH-999999", "nonsense", "FH-"])
def test_a_mark_that_is_none_is_said_to_be_none(desk: Desk, visit: Visit, mark: str) -> None:
    app = visit("article", article=_article(desk), mark=mark)

    assert not app.exception
    assert f"«{mark}» is no claim of this article." in [text.value for text in app.text]


def test_selected_words_become_a_claim_and_the_address_opens_it(desk: Desk, visit: Visit) -> None:
    start = ARTICLE.index("31 bridges")
    app = visit("article", article=_article(desk), words=f"{start}-{start + 10}")
    form = f"claim-{start}-10/0"
    assert keyed(app, "text_area", f"{form}/statement").value == "31 bridges"

    keyed(app, "text_area", f"{form}/statement").set_value("")
    keyed(app, "text_input", f"{form}/speaker").set_value("Ana Petrov")
    button(app, "Add the claim").click().run()
    assert "statement" in app.error[0].value
    assert keyed(app, "text_input", f"{form}/speaker").value == "Ana Petrov"

    keyed(app, "text_area", f"{form}/statement").set_value("There are 31 bridges.")
    button(app, "Add the claim").click().run()
    assert not app.exception
    assert app.success[0].value.startswith("Added as FH")
    newest = desk.claim(int("".join(app.query_params["mark"])[3:]))
    assert (newest.literal, newest.speaker_as_named) == ("31 bridges", "Ana Petrov")
    assert "words" not in app.query_params
    assert "There are 31 bridges." in paper_text(app)


@pytest.mark.parametrize("words", ["9-3", "0-99999", "x", "-1-4", "1-", "٣-٤", "0-0"])
def test_words_that_are_no_place_in_the_text_open_no_form(desk: Desk, visit: Visit, words: str) -> None:
    app = visit("article", article=_article(desk), words=words)

    assert not app.exception
    assert "A new claim" not in paper_text(app)


def test_words_have_to_stand_where_they_are_said_to(desk: Desk) -> None:
    person = data.me()
    place = (person, desk.article_id, desk.capture_id, CLAIMED, "It is so.", ClaimType.EVENT, "")
    start = ARTICLE.index(CLAIMED)

    assert actions.add_claim(*place, start).done
    assert not actions.add_claim(*place, start + 1).done
    assert not actions.add_claim(*place, -len(CLAIMED)).done


def test_a_claim_is_marked_in_the_text_by_its_words_typed(desk: Desk, visit: Visit) -> None:
    app = visit("article", article=_article(desk))
    app.session_state[f"{_article(desk)}-add"] = True  # unfolded
    app.run()
    keyed(app, "text_area", "claim/0/words").set_value("31 bridges carry a weight limit")
    keyed(app, "text_area", "claim/0/statement").set_value("In 2026, 31 bridges carry a weight limit.")

    button(app, "Add the claim").click().run()

    assert app.success[0].value.startswith("Added as FH")
    assert "In 2026, 31 bridges carry a weight limit." in paper_text(app)
    assert keyed(app, "text_area", "claim/1/words").value == ""


def test_a_draft_that_is_open_beside_the_text_is_decided_there(desk: Desk, visit: Visit) -> None:
    first = _drafts(desk)[0]

    app = visit("article", article=_article(desk), mark=first.ref)
    keyed(app, "button", f"draft-{first.id}/0/keep").click().run()

    assert not app.exception
    assert desk.claim(first.id).work_state is WorkState.OPEN
    assert "open" in paper_text(app)


def test_what_was_turned_away_counts_as_looked_at_and_is_no_longer_marked(desk: Desk, visit: Visit) -> None:
    for draft in _drafts(desk):
        desk.do(door.turn_away, draft.id, draft.version, NotForUsReason.TRIVIAL)

    app = visit("article", article=_article(desk))

    assert "0 of 3 sentences" in paper_text(app) or "1 of 3 sentences" in paper_text(app)
    assert "drafts to look at" not in paper_text(app)
    assert any("turned away" in link.label for link in app.get("page_link"))


def test_an_older_capture_is_shown_on_request(desk: Desk, visit: Visit) -> None:
    _capture_again(desk, LATER)

    app = visit("article", article=_article(desk))
    assert f"article?article={_article(desk)}&capture={desk.capture_id}" in links(app)
    assert "12 bridges" in paper_text(app)
    assert "claims are marked in the capture of" in paper_text(app)

    app = visit("article", article=_article(desk), mark=_claim(desk.claim_id))
    assert "another capture than the one on view" in paper_text(app)


def test_an_older_link_to_a_comparison_leads_to_the_captures_side_by_side(desk: Desk, visit: Visit) -> None:
    newer = _capture_again(desk, LATER)

    app = visit("article", article=_article(desk), capture=str(newer), against=str(desk.capture_id))

    assert not app.exception
    assert "Two captures side by side" in paper_text(app)
    assert "1 paragraph differs" in paper_text(app)


def test_a_later_text_of_the_article_is_brought_and_can_be_compared(desk: Desk, visit: Visit) -> None:
    later = actions.Text.pasted(data.captured_text(desk.capture_id).replace("14 bridges", "12 bridges"))

    outcome = actions.capture_anew(data.me(), desk.article_id, later)

    assert outcome.done
    newest, first = data.captures(desk.article_id)
    app = visit("article", article=_article(desk))
    assert f"captures?document={_article(desk)}&before={first.id}&after={newest.id}" in links(app)
    refused = actions.capture_anew(data.me(), desk.article_id, actions.Text.pasted(" "))
    assert not refused.done
    assert refused.sentence


def test_a_reader_may_look_and_is_offered_no_form(desk: Desk, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    onlooker = data.me().__class__(9, "eve@example.org", "Eve", frozenset(), disabled=False)
    monkeypatch.setattr("dashboard.data.me", lambda: onlooker)

    app = visit("article", article=_article(desk), words="0-10")

    assert not app.exception
    assert "A new claim" not in paper_text(app)
    assert "Keep" not in [found.label for found in app.button]


def test_sentences_of_a_capture_are_found_once_and_headings_are_told_apart(desk: Desk) -> None:
    capture = _capture_again(desk, "A heading of the text\n\nIt rained. The sun came out.\n\nShare this article")

    found = reading.sentences(capture)

    assert [kind for *_, kind in found] == ["heading", "prose", "prose", "furniture"]
    assert found is reading.sentences(capture)


@pytest.mark.usefixtures("record")
def test_an_empty_desk_is_asked_for_its_first_article(visit: Visit) -> None:
    app = visit("articles")

    assert not app.exception
    assert "No article has been taken in yet" in words_of(app)
    assert not app.selectbox


def test_the_list_tells_what_is_done_and_what_is_left(desk: Desk, visit: Visit) -> None:
    desk.sign()

    app = visit("articles")

    assert "1 of 1 claim signed off" in paper_text(app)
    assert f"{len(_drafts(desk))} left to do" in paper_text(app)
    assert f"claims?article={_article(desk)}&status=detected" in links(app)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"publisher": "Evening Post"}, {"second"}),
        ({"published": "2024-08"}, {"second"}),
        ({"published": "2026"}, {"first"}),
        ({"published": "..2025-12-31"}, {"second"}),
        ({"published": "nonsense"}, {"first", "second"}),
        ({"publisher": "nobody"}, {"first", "second"}),
        ({"q": "evening"}, {"second"}),
        ({"q": "submarines"}, set()),
        ({"sort": "most undone first"}, {"first", "second"}),
    ],
)
def test_the_filters_of_the_list_live_in_the_address(
    desk: Desk, visit: Visit, query: dict[str, str], shown: set[str]
) -> None:
    second = _second_article(desk, "Evening Post", "2024-08-06")

    app = visit("articles", **query)

    assert not app.exception
    text = paper_text(app)
    assert {name for name, ref in (("first", _article(desk)), ("second", second)) if ref in text} == shown
    assert ("No article fits" in words_of(app)) is (not shown)
    assert ("This is no period" in words_of(app)) is (query.get("published") == "nonsense")


def test_the_article_with_most_left_to_do_comes_first_and_pages_go_on_from_there(desk: Desk) -> None:
    other = _second_article(desk, "Evening Post", "2024")

    first = article_lists.articles(ArticleFilter(), ArticleOrder.UNDONE)
    assert [row.ref for row in first.rows] == [_article(desk), other]
    newest = article_lists.articles(ArticleFilter(), ArticleOrder.NEWEST)
    assert [row.ref for row in newest.rows] == [other, _article(desk)]
    assert [row.ref for row in article_lists.all_rows(ArticleFilter(), ArticleOrder.UNDONE, 1)] == [_article(desk)]
    assert article_lists.publishers() == ("Daily", "Evening Post")
    assert article_lists.count(ArticleFilter(publisher="Daily")) == 1


@pytest.mark.parametrize("query", [{}, {"mark": "1"}, {"words": "0-40"}, {"against": "1"}])
def test_hostile_words_are_never_handed_to_anything_that_reads_markdown(
    record: Database, visit: Visit, query: dict[str, str]
) -> None:
    made = make_desk_of_two(record, foreign=HOSTILE)
    asked = {**query, **({"mark": _claim(made.claim_id)} if "mark" in query else {})}
    if "against" in query:
        asked = {"capture": str(_capture_again(made, f"{LATER}{HOSTILE}")), "against": str(made.capture_id)}

    app = visit("article", article=_article(made), **asked)

    assert not app.exception
    for kind, text in interpreted(app):
        for payload in ("$x$", ":red[x]", "![](", "<script>", "[a](", "**c**"):
            assert payload not in text, (kind, text)
    assert HOSTILE.strip() in paper_text(app)
