"""What a source looks like a copy of, as its page shows it, and what may be said of it."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.actions import origins as actions
from dashboard.components import origin_box
from dashboard.data import origins
from dashboard.wish.origins import OriginJudged
from db.rows import KnownPublisher, OriginSuggestionRow, UserRow
from db.vocabulary import PublisherKind, ResemblanceDecision, SourceRelationKind, Tier
from firsthand import desk as door
from firsthand.origins import Sign
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import button, interpreted, paper_text

D, K = ResemblanceDecision, SourceRelationKind
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script>"


def _row(**fields: Any) -> OriginSuggestionRow:
    given = {
        "id": 7,
        "source_id": 1,
        "source_title": "Repost",
        "other_id": None,
        "other_title": None,
        "other_url": None,
        "other_name": "TASS",
        "kind": K.REPRINTS,
        "why": "Its text says: «Source: TASS».",
        "decision": D.SUGGESTED,
    }
    return OriginSuggestionRow(**{**given, **fields})


def _script(rows, *, may):
    import streamlit as st

    from dashboard.components import origin_box
    from dashboard.components.work import open_work

    wish = origin_box.draw(rows, open_work("FS-000001", 1), may=may)
    if wish:
        st.text(f"{wish.suggestion_id} {wish.decision.value}")


def _drawn(*rows: OriginSuggestionRow, may: bool = True) -> AppTest:
    return AppTest.from_function(_script, args=(list(rows),), kwargs={"may": may}, default_timeout=30).run()


def test_a_suggestion_is_a_sentence_with_its_reason_and_two_buttons() -> None:
    app = _drawn(_row())
    assert not app.exception
    assert "This sourcelooks like a copy ofTASS" in paper_text(app)
    assert "Its text says: «Source: TASS»." in paper_text(app)
    assert [each.label for each in app.button] == ["Yes, it is", "No, it is not"]
    assert [each.value for each in button(app, "Yes, it is").click().run().text] == ["7 confirmed"]


@pytest.mark.parametrize(
    ("decision", "offered", "said"),
    [(D.CONFIRMED, "Take back", "Confirmed by Ann"), (D.DISMISSED, "Take back", "Dismissed by Ann")],
)
def test_what_was_decided_may_be_taken_back(decision: ResemblanceDecision, offered: str, said: str) -> None:
    app = _drawn(_row(decision=decision, decided_by="Ann"))
    assert said in paper_text(app)
    assert [each.label for each in app.button] == [offered]
    assert [each.value for each in button(app, offered).click().run().text] == ["7 suggested"]


def test_who_may_not_decide_sees_no_buttons_and_no_suggestions_draw_nothing() -> None:
    assert not _drawn(_row(), may=False).button
    assert paper_text(_drawn()) == ""


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"other_id": 2, "other_title": "Original"}, "This sourcelooks like a copy ofOriginal"),
        ({"source_id": 2, "other_id": 1}, "Repostlooks like a copy ofthis source"),
        (
            {"kind": K.ARCHIVED_AS, "other_url": "https://quay.example/a"},
            "is an archive's copy ofhttps://quay.example/a",
        ),
        ({"kind": K.TRANSLATION_OF}, "looks like a translation ofTASS"),
        ({"kind": K.DERIVED_FROM, "decision": D.CONFIRMED}, "rests onTASS"),
    ],
)
def test_the_sentence_reads_from_either_end(fields: dict[str, Any], sentence: str) -> None:
    assert sentence in paper_text(_drawn(_row(**fields)))


def test_foreign_words_are_never_read_as_markdown() -> None:
    app = _drawn(_row(other_name=HOSTILE, why=HOSTILE, source_title=HOSTILE))
    assert HOSTILE.strip() in paper_text(app)
    assert [kind for kind, text in interpreted(app) if "<script>" in text or ":red[" in text] == []


def test_whose_an_address_is_comes_with_kind_country_and_tier() -> None:
    known = KnownPublisher("Agency", PublisherKind.NEWS_AGENCY, "DE", Tier.SECONDARY, ("agency.example",))
    assert origin_box.whose(None) is None
    assert origin_box.whose(known) is not None


@pytest.fixture
def suggested(desk: Desk) -> int:
    with desk.record.write() as session:
        sign = Sign(K.REPRINTS, None, "TASS", "It says so.")
        door.suggest_origins(session, door.Actor.machine("tests"), desk.source_id, [sign])
    return origins.of_source(desk.source_id)[0].id


def test_a_decision_is_done_and_told_and_a_refusal_too(desk: Desk, suggested: int) -> None:
    me = UserRow(desk.checker.id or 0, desk.checker.email, "Mara", frozenset(desk.checker.roles), disabled=False)
    assert origins.waiting() == 1
    done = actions.decide(me, OriginJudged(suggested, D.CONFIRMED, origin_box.FORM))
    assert (done.done, done.sentence) == (True, "Noted: the two count as one origin.")
    assert origins.waiting() == 0
    assert not actions.decide(me, OriginJudged(999, D.CONFIRMED, origin_box.FORM)).done
    found = origins.whose("https://tass.com/1")
    assert found is not None
    assert found.name == "TASS"
    assert origins.whose(None) is None
