"""The watch on the pages: passages that are gone, what a person does about them, looks, the board."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.actions import watching as deeds
from dashboard.components import anchors_box, board_moved, observation_list, watch_line
from dashboard.data import watching
from dashboard.texts import watching as texts
from dashboard.wish.watching import WatchDeed, WatchWish
from db.rows import EvidenceRow, ObservationRow, WatchRow
from db.vocabulary import AnchorHealth, CaptureMethod, Flag, ObservationOutcome, Role, WorkState
from firsthand import desk as door
from firsthand.sources import watching as watch
from tests.dashboard.desks import PASSAGE, SOURCE, Desk
from tests.dashboard.drawn import button, keyed, paper_text, words
from tests.makers import NOON

Visit = Callable[..., AppTest]
REWORDED = SOURCE.replace("12 bridges", "*twelve* bridges")
TWICE = f"{SOURCE}\n\n{SOURCE}"


@pytest.fixture
def lost(desk: Desk) -> Desk:
    """A desk whose claim rests on a passage that the page words otherwise now."""
    desk.take_up()
    desk.add_evidence()
    _look(desk, REWORDED)
    return desk


def _look(desk: Desk, text: str) -> ObservationRow:
    with desk.record.write() as session:
        sha256 = desk.record.blobs.put(text.encode())
        new = door.NewCapture(CaptureMethod.FETCH, sha256, len(text.encode()), "text/plain", text, "plain")
        source = door.find_document(session, desk.source_id)
        capture_id = door.record_capture(session, door.SYSTEM, source, new).id
    return watch.after_capture(desk.record, door.SYSTEM, desk.source_id, capture_id)


def _piece(desk: Desk) -> EvidenceRow:
    file = data.claim_file(desk.claim_id)
    assert file is not None
    return next(piece for piece in file.evidence if piece.withdrawn_at is None)


def _flags(desk: Desk) -> frozenset[Flag]:
    return frozenset(desk.claim().flags)


def _choose(visit: Visit, desk: Desk, way: str) -> AppTest:
    app = visit("claim", claim=f"FH-{desk.claim_id:06d}")
    (anchor,) = watching.anchors_of_claim(desk.claim_id)
    keyed(app, "button_group", f"anchor/0/{anchor.anchor.id}-way").set_value(way).run()
    assert not app.exception
    return app


def test_a_claim_shows_the_passage_then_and_now(lost: Desk, visit: Visit) -> None:
    app = visit("claim", claim=f"FH-{lost.claim_id:06d}")
    shown = paper_text(app)
    assert "The passage is gone from the page captured on" in shown
    assert "*twelve*" in shown
    assert texts.SIDE_BY_SIDE in shown


def test_a_claim_whose_passages_hold_shows_nothing_of_it(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    desk.add_evidence()
    _look(desk, f"A preface.\n\n{SOURCE}")
    shown = paper_text(visit("claim", claim=f"FH-{desk.claim_id:06d}"))
    assert texts.SIDE_BY_SIDE not in shown
    assert watching.anchors_of_claim(desk.claim_id) == ()


def test_what_was_captured_is_kept_with_a_reason(lost: Desk, visit: Visit) -> None:
    app = _choose(visit, lost, texts.KEEP)
    button(app, texts.KEEP).click().run()
    assert "Say why what was captured before still counts" in app.error[0].value
    (anchor,) = watching.anchors_of_claim(lost.claim_id)
    form = f"anchor-{anchor.anchor.id}-keep"
    keyed(app, "text_input", f"{form}/0/why").set_value("The [printed](x) report has 12.")
    button(app, texts.KEEP).click().run()
    assert not app.exception
    assert [one.value.replace("\\", "") for one in app.success] == [texts.KEPT]
    assert Flag.ANCHOR_LOST not in _flags(lost)
    assert "Kept by" in paper_text(app)
    assert "The [printed](x) report has 12." in paper_text(app)


def test_a_passage_is_placed_again_where_the_person_says(lost: Desk, visit: Visit) -> None:
    before = _piece(lost)
    app = _choose(visit, lost, texts.AGAIN)
    (anchor,) = watching.anchors_of_claim(lost.claim_id)
    form = f"anchor-{anchor.anchor.id}-again"
    words_now = keyed(app, "text_area", f"{form}/0/words")
    assert "*twelve* bridges" in words_now.value
    words_now.set_value("no such words").run()
    assert [one.value for one in app.warning] == [texts.NOT_THERE]
    keyed(app, "text_area", f"{form}/0/words").set_value("the state has closed *twelve* bridges").run()
    button(app, texts.PLACE).click().run()
    assert not app.exception
    after = _piece(lost)
    assert (after.exact, after.stance, after.tier) == (
        "the state has closed *twelve* bridges",
        before.stance,
        before.tier,
    )
    assert after.id != before.id
    assert Flag.ANCHOR_LOST not in _flags(lost)


def test_of_several_places_the_person_chooses(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    desk.add_evidence()
    _look(desk, f"Nothing.\n\n{TWICE}")
    assert _flags(desk) >= {Flag.CHANGED_SINCE_CHECK}
    app = _choose(visit, desk, texts.AGAIN)
    assert "Place 2" in paper_text(app)
    (anchor,) = watching.anchors_of_claim(desk.claim_id)
    keyed(app, "radio", f"anchor-{anchor.anchor.id}-again/0/place").set_value(1)
    button(app, texts.PLACE).click().run()
    assert not app.exception
    piece = _piece(desk)
    assert (piece.exact, piece.start) == (PASSAGE, f"Nothing.\n\n{TWICE}".rindex(PASSAGE))


def test_evidence_that_is_gone_is_withdrawn_with_a_reason(lost: Desk, visit: Visit) -> None:
    app = _choose(visit, lost, texts.WITHDRAW)
    (anchor,) = watching.anchors_of_claim(lost.claim_id)
    keyed(app, "text_input", f"anchor-{anchor.anchor.id}-withdraw/0/why").set_value("The report was corrected.")
    button(app, texts.WITHDRAW).click().run()
    assert not app.exception
    assert Flag.ANCHOR_LOST not in _flags(lost)
    assert watching.anchors_of_claim(lost.claim_id) == ()


def test_who_may_not_check_sees_what_became_of_it_and_no_buttons(
    lost: Desk, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with lost.record.write() as session:
        door.add_user(session, door.Actor.machine("tests"), "rea@example.org", "Rea", [Role.READER])
    monkeypatch.setattr("dashboard.data.persons.is_demo", lambda: False)
    monkeypatch.setattr("dashboard.data.is_demo", lambda: False)
    monkeypatch.setenv("FIRSTHAND_USER", "rea@example.org")
    data.forget()
    app = visit("claim", claim=f"FH-{lost.claim_id:06d}")
    assert "The passage is gone from the page captured on" in paper_text(app)
    assert [one.key for one in app.button_group if "-way" in str(one.key)] == []


def test_the_board_says_what_moved_and_leads_to_the_claims(lost: Desk, visit: Visit) -> None:
    app = visit("board")
    shown = paper_text(app)
    assert texts.MOVED in shown
    assert f"1 claim {texts.MOVED_LOST}" in shown
    news = watching.moved(None)
    node = board_moved.moved(news, {"desk": "news"})
    assert "flag=passage+lost" in str(node) or "flag=passage%20lost" in str(node)
    assert "desk=news" in str(node)
    assert [document.ref for document in news.documents] == [f"FS-{lost.source_id:06d}"]


def test_the_board_says_nothing_where_nothing_moved(desk: Desk, visit: Visit) -> None:
    assert desk.claim_id
    assert texts.MOVED not in paper_text(visit("board"))
    assert board_moved.moved(watching.moved(None), {}) is None


def test_a_look_that_found_nothing_new_is_shown_though_it_left_no_event(lost: Desk) -> None:
    before = watching.of_document(lost.source_id)
    watch.observed_from(lost.record, door.SYSTEM, lost.source_id, None)
    after = watching.of_document(lost.source_id)
    assert [look.row.outcome for look in after.looks] == [
        ObservationOutcome.UNCHANGED,
        *(look.row.outcome for look in before.looks),
    ]
    assert after.looks[1].before is not None


def test_looks_are_listed_with_what_became_of_the_places_and_the_way_to_both_captures(lost: Desk) -> None:
    looks = watching.of_document(lost.source_id).looks
    node = observation_list.observation_list(looks, f"FS-{lost.source_id:06d}")
    assert "a passage gone" in words(node)
    assert "1 gone" in words(node)
    assert f"before={looks[0].before}" in str(node)
    assert words(observation_list.observation_list((), "FS-000001")) == texts.NO_LOOKS


def test_a_look_that_reached_nothing_gives_its_reason() -> None:
    row = ObservationRow(1, 1, None, ObservationOutcome.UNREACHABLE, "Nobody *answered*.", NOON, "Mara")
    shown = words(observation_list.observation_list([watching.Look(row, None)], "FS-000001"))
    assert "Reason: Nobody *answered*." in shown
    assert "asked for by Mara" in shown


@pytest.mark.parametrize(
    ("watched", "url", "sentence"),
    [
        (None, None, texts.NO_ADDRESS),
        (None, "https://example.org", texts.NOT_WATCHED),
        (WatchRow(1, None, None, 0, None), "https://example.org", texts.NOT_WATCHED),
        (WatchRow(1, NOON, None, 0, None), "https://example.org", texts.DUE),
        (WatchRow(1, NOON + dt.timedelta(hours=5), NOON, 1, None), "https://example.org", "The last look brought"),
        (WatchRow(1, NOON + dt.timedelta(hours=5), NOON, 3, None), "https://example.org", "The last 3 looks brought"),
        (WatchRow(1, None, NOON, 0, "They *asked* us to."), "https://example.org", "for now: They *asked* us to."),
    ],
    ids=str,
)
def test_the_line_of_the_watch_says_when_the_page_is_looked_at(
    watched: WatchRow | None, url: str | None, sentence: str
) -> None:
    assert sentence in words(watch_line.line(watched, url, NOON))


def test_only_a_page_that_is_watched_can_be_paused(desk: Desk, visit: Visit) -> None:
    app = visit("source", source=f"FS-{desk.source_id:06d}")
    assert texts.NOT_WATCHED in paper_text(app)
    assert texts.PAUSE not in {toggle.label for toggle in app.toggle}

    desk.take_up()
    desk.add_evidence()
    app = visit("source", source=f"FS-{desk.source_id:06d}")
    assert texts.NOT_WATCHED not in paper_text(app)
    assert texts.PAUSE in {toggle.label for toggle in app.toggle}


def test_the_watch_is_paused_and_resumed(desk: Desk) -> None:
    me = data.me()
    refused = deeds.carry_out(me, desk.source_id, WatchWish(WatchDeed.PAUSE, " "))
    assert (refused.done, refused.sentence) == (False, "Give a reason for not looking at it.")
    assert deeds.carry_out(me, desk.source_id, WatchWish(WatchDeed.PAUSE, "The site asks.")).done
    row = watching.of_document(desk.source_id).watch
    assert row is not None
    assert row.paused_why == "The site asks."
    assert deeds.carry_out(me, desk.source_id, WatchWish(WatchDeed.RESUME)).done
    row = watching.of_document(desk.source_id).watch
    assert row is not None
    assert row.paused_why is None


def test_an_article_edited_under_a_claim_can_only_be_kept(desk: Desk) -> None:
    desk.take_up()
    with desk.record.write() as session:
        text = "The minister spoke of something else."
        sha256 = desk.record.blobs.put(text.encode())
        new = door.NewCapture(CaptureMethod.FETCH, sha256, len(text), "text/plain", text, "plain")
        article = door.find_document(session, desk.article_id)
        capture_id = door.record_capture(session, door.SYSTEM, article, new).id
    watch.after_capture(desk.record, door.SYSTEM, desk.article_id, capture_id)
    (one,) = watching.anchors_of_claim(desk.claim_id)
    assert (one.anchor.evidence_id, one.anchor.health) == (None, AnchorHealth.LOST)
    shown = words(anchors_box.box(one))
    assert "The claim's own words are gone from the page captured on" in shown
    assert f"FA-{desk.article_id:06d}" in shown
    assert desk.claim().work_state is WorkState.IN_CHECK
