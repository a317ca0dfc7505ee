"""The library and a source's page: empty, typical, after its acts, under odd addresses, and with hostile words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.actions import sources as deeds
from dashboard.components import source_text
from dashboard.components.graph import description, picture
from dashboard.components.source_rows import capture_state, source_records, tier_strip
from dashboard.data import library
from dashboard.wish import Particulars
from db.queries import people, sources
from db.rows import CaptureGlance, Network, SourceRelationRow, SourceRow
from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome, SourceKind, SourceRelationKind, Tier, WorkState
from firsthand import desk as door
from tests.dashboard.desks import CHECKER, REVIEWER, Desk, make_desk_of_two
from tests.dashboard.drawn import button, interpreted, keyed, links, paper_text, words, words_of

Visit = Callable[..., AppTest]
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"
NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def a_source(**overrides: object) -> SourceRow:
    fields: dict[str, object] = {
        "id": 4,
        "uid": "u",
        "title": "Report",
        "title_is_description": False,
        "author": None,
        "publisher": "TASS",
        "url": None,
        "published": "2026-02",
        "language": None,
        "kind": SourceKind.WIRE_REPORT,
        "note": None,
        "created_at": NOON,
        "version": 1,
        "evidence": 0,
        "claims": 0,
        "captures": 0,
        "captured": False,
    }
    return SourceRow(**{**fields, **overrides})  # type: ignore[arg-type]


def glance(outcome: CaptureOutcome, reason: str | None = None) -> CaptureGlance:
    return CaptureGlance(NOON, CaptureMethod.UPLOAD, outcome, reason)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "not captured"),
        ({"readable": glance(CaptureOutcome.COMPLETE), "newest": glance(CaptureOutcome.COMPLETE)}, "captured"),
        ({"newest": glance(CaptureOutcome.GONE, "404")}, "gone"),
        ({"newest": glance(CaptureOutcome.FAILED, "time out")}, "not captured"),
        ({"readable": glance(CaptureOutcome.PARTIAL, "cut off"), "newest": glance(CaptureOutcome.GONE, "404")}, "gone"),
    ],
)
def test_the_state_of_the_text_is_said_in_words(known: dict[str, CaptureGlance], said: str) -> None:
    source = a_source(**known)
    shown = words(capture_state(source))
    assert said in shown
    reason = known["newest"].reason if known else None
    assert reason is None or reason in shown


def test_a_strip_of_tiers_is_for_the_eyes_alone_and_compares_with_the_longest() -> None:
    strip = tier_strip(((Tier.PRIMARY, 1), (Tier.UNKNOWN, 2)), 10)
    assert isinstance(strip, dict)
    assert strip["hidden"] is True
    assert [part["share"] for part in strip["children"]] == [1, 2, 7]
    assert tier_strip(()) is None


def test_a_file_of_sources_says_what_the_list_says() -> None:
    (record,) = source_records([a_source(tiers=((Tier.PRIMARY, 2),), newest=glance(CaptureOutcome.GONE, "404"))])
    assert record["source"] == "FS-000004"
    assert record["used as"] == "2 primary"
    assert record["capture"] == "not captured: gone (404)"


def test_a_long_text_is_shown_around_the_passage_that_is_asked_for() -> None:
    text = "\n\n".join(f"Paragraph {number}." for number in range(20_000))
    start, end = source_text.part(text, [(200_000, 200_010)])
    assert start < 200_000 < end
    assert end - start < 70_000
    assert text[start:].startswith("Paragraph")
    assert source_text.part(text, [])[0] == 0
    assert source_text.part("short", [(1, 2)]) == (0, 5)


def relation(one: int, other: int, kind: SourceRelationKind) -> SourceRelationRow:
    return SourceRelationRow(one * 10 + other, one, f"Source {one}", other, f"Source {other}", kind, None)


def test_the_picture_of_relations_is_told_in_words() -> None:
    network = Network(
        tuple(a_source(id=number, title=f"Source {number}") for number in (1, 2, 3)),
        (relation(2, 1, SourceRelationKind.REPRINTS), relation(3, 1, SourceRelationKind.QUOTES)),
    )
    told = description(network)
    assert told.startswith("3 sources")
    assert "1 group goes back to one origin" in told
    assert "Source 2 reprints Source 1; Source 3 quotes Source 1" in told
    drawn = picture(network, 2)
    assert [node["here"] for node in drawn["nodes"].values()] == [False, True, False]
    assert {len(one["frames"]) for one in drawn["pictures"]} == {1}


@pytest.mark.usefixtures("record")
def test_an_empty_library_offers_to_add_a_source(visit: Visit) -> None:
    app = visit("sources")
    assert not app.exception
    assert "There are no sources yet" in words_of(app)
    assert button(app, "Add and fetch them")


def test_the_library_tells_what_rests_on_each_source(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    desk.add_evidence()
    app = visit("sources")
    shown = paper_text(app)
    assert not app.exception
    assert all(word in shown for word in ("1 claim", "1 primary", "captured"))
    assert f"claims?source=FS-{desk.source_id:06d}" in links(app)
    assert {"sources?tier=primary", "sources?publisher=Authority"} <= links(app)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"kind": "official document"}, True),
        ({"kind": "treaty"}, False),
        ({"text": "captured"}, True),
        ({"text": "not captured"}, False),
        ({"came": "complete"}, True),
        ({"came": ["refused", "gone"]}, False),
        ({"lately": "lately (30 days)"}, False),
        ({"whose": "ministry"}, False),
        ({"publisher": "Authority"}, True),
        ({"publisher": "Somebody"}, False),
        ({"tier": "primary"}, False),
        ({"use": "none rest on it"}, True),
        ({"q": "report"}, True),
        ({"q": "submarine"}, False),
        ({"sort": "newest on file first"}, True),
        ({"kind": "no such word", "text": "?"}, True),
    ],
)
def test_the_filters_of_the_library_live_in_the_address(
    desk: Desk,
    visit: Visit,
    query: dict[str, str | list[str]],
    shown: bool,  # noqa: FBT001
) -> None:
    app = visit("sources", **query)
    assert not app.exception
    assert (f"FS-{desk.source_id:06d}" in paper_text(app)) is shown
    assert ("No source fits" in words_of(app)) is not shown


@pytest.mark.usefixtures("desk")
def test_all_filters_are_emptied_at_once(visit: Visit) -> None:
    app = visit("sources", q="submarine", publisher="Somebody")
    button(app, "Show all sources").click().run()
    assert "Report" in paper_text(app)


def page_of(desk: Desk, visit: Visit, **query: str) -> AppTest:
    return visit("source", source=f"FS-{desk.source_id:06d}", **query)


def test_a_source_shows_what_rests_on_it_and_its_marked_text(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    piece = desk.add_evidence()
    app = page_of(desk, visit, passage=str(piece))
    shown = paper_text(app)
    assert not app.exception
    assert "1 claim in 1 article" in shown
    assert "the state has closed 12 bridges to traffic" in shown
    assert f"claims?source=FS-{desk.source_id:06d}&status=in+check" in links(app)
    assert f"source?source=FS-{desk.source_id:06d}&passage={piece}" in links(app)


@pytest.mark.parametrize("asked", ["999", "x", "-1", "9" * 40])
def test_a_passage_that_is_not_in_use_is_said_to_be_none(desk: Desk, visit: Visit, asked: str) -> None:
    app = page_of(desk, visit, passage=asked)
    assert not app.exception
    assert any("is no passage of this source" in text.value for text in app.text)


def test_a_source_on_which_nothing_rests_leads_to_the_claims(desk: Desk, visit: Visit) -> None:
    app = page_of(desk, visit)
    assert "No claim rests on this source yet" in words_of(app)
    assert "No relation is on file" in words_of(app)


def test_a_source_is_corrected(desk: Desk, visit: Visit) -> None:
    app = page_of(desk, visit, do="edit")
    keyed(app, "text_area", "edit/0/title").set_value("Annual report")
    keyed(app, "text_input", "edit/0/published").set_value("2026-02-28")
    button(app, "Save the corrections").click().run()
    assert "The source is corrected" in app.success[0].value
    assert "Annual report" in paper_text(app)
    assert keyed(app, "text_input", "edit/1/published").value == "2026-02-28"


def test_a_date_that_is_none_is_refused_and_what_was_typed_stays(desk: Desk, visit: Visit) -> None:
    app = page_of(desk, visit, do="edit")
    keyed(app, "text_input", "edit/0/published").set_value("last year")
    button(app, "Save the corrections").click().run()
    assert "is no date" in app.error[0].value
    assert keyed(app, "text_input", "edit/0/published").value == "last year"


def test_two_people_who_correct_one_source_lose_nothing(desk: Desk, visit: Visit) -> None:
    app = page_of(desk, visit, do="edit")
    desk.do(door.edit_source, desk.source_id, 1, SourceKind.LAW, door.DocumentFields("The other's title"))
    keyed(app, "text_area", "edit/0/title").set_value("My title")
    button(app, "Save the corrections").click().run()
    assert "changed" in app.warning[0].value
    app.run()
    assert "My title" in paper_text(app)
    assert "The other's title" in paper_text(app)
    button(app, "Save the corrections")  # still there, to be tried again after looking
    with desk.record.read() as session:
        found = sources.get(session, desk.source_id)
    assert found is not None
    assert found.title == "The other's title"


def test_a_relation_is_put_on_file_and_drawn(desk: Desk, visit: Visit) -> None:
    other = desk.do(door.add_source, SourceKind.WIRE_REPORT, door.DocumentFields("The agency's story"))
    app = page_of(desk, visit, do="relate")
    keyed(app, "selectbox", "relate/0/kind").set_value(SourceRelationKind.REPRINTS)
    keyed(app, "selectbox", "relate/0/other").set_value(other)
    keyed(app, "text_area", "relate/0/note").set_value("Word for word.")
    button(app, "Put the relation on file").click().run()
    assert "The relation is on file" in app.success[0].value
    assert "one of 2 that go back to one origin" in paper_text(app)
    assert "this source reprints The agency's story" in paper_text(app)
    assert library.network(desk.source_id).relations[0].note == "Word for word."


def test_a_relation_to_nothing_is_asked_for_the_other_source(desk: Desk, visit: Visit) -> None:
    app = page_of(desk, visit, do="relate")
    button(app, "Put the relation on file").click().run()
    assert "Choose the other source" in app.error[0].value


def test_an_editor_asks_for_a_re_check_of_all_signed_claims(desk: Desk, visit: Visit) -> None:
    desk.sign()
    app = page_of(desk, visit, do="recheck")
    assert "lose their signature" in paper_text(app)
    keyed(app, "text_area", "recheck/0/why").set_value("The table was corrected.")
    button(app, "Ask for the re-check").click().run()
    assert "1 claim is to be re" in app.success[0].value
    assert desk.claim().work_state is WorkState.RECHECK
    assert desk.claim().recheck_trigger == "The table was corrected."


def test_a_re_check_without_a_reason_changes_nothing(desk: Desk, visit: Visit) -> None:
    desk.sign()
    app = page_of(desk, visit, do="recheck")
    button(app, "Ask for the re-check").click().run()
    assert "reason" in app.error[0].value
    assert desk.claim().work_state is WorkState.SIGNED_OFF


def test_a_claim_that_somebody_changed_meanwhile_is_left_as_it_was(desk: Desk, visit: Visit) -> None:
    desk.sign()
    page_of(desk, visit)
    with desk.record.read() as session:
        mara = people.user_by_email(session, CHECKER)
    assert mara is not None
    outcome = deeds.reopen_all(mara, [(desk.claim_id, desk.version() - 1)], "The table was corrected.")
    assert not outcome.done
    assert f"FH-{desk.claim_id:06d}" in outcome.missing[0]


def test_who_is_no_editor_is_not_offered_the_re_check(desk: Desk, visit: Visit) -> None:
    desk.sign()
    app = page_of(desk, visit, do="recheck")
    app.selectbox(key=data.ACTING_AS).set_value(REVIEWER).run()
    assert not app.exception
    assert "lose their signature" not in paper_text(app)
    assert all(button.label != "Ask for the re-check" for button in app.button)


def test_what_was_typed_for_a_source_without_a_title_is_refused(desk: Desk) -> None:
    with desk.record.read() as session:
        mara = people.user_by_email(session, CHECKER)
    assert mara is not None
    refused = deeds.edit_source(mara, desk.source_id, 1, SourceKind.LAW, Particulars())
    assert (refused.done, "title" in refused.sentence) == (False, True)
    same = deeds.relate_sources(mara, desk.source_id, desk.source_id, SourceRelationKind.QUOTES, "")
    assert "itself" in same.sentence


def test_hostile_words_stay_words(record: Database, visit: Visit) -> None:
    made = make_desk_of_two(record, foreign=HOSTILE)
    made.take_up()
    made.add_evidence()
    fields = door.DocumentFields(f"Other{HOSTILE}", publisher=f"P{HOSTILE}")
    other = made.do(door.add_source, SourceKind.WIRE_REPORT, fields)
    made.do(door.relate_sources, other, made.source_id, SourceRelationKind.REPRINTS, f"note{HOSTILE}")
    for app in (
        visit("sources", publisher=HOSTILE.strip()),
        *(page_of(made, visit, do=form) for form in ("edit", "relate")),
    ):
        assert not app.exception
        for kind, text in interpreted(app):
            for payload in ("$x$", ":red[x]", "![](", "<script>", "[a](", "**c**"):
                assert payload not in text, (kind, text)
    assert HOSTILE.strip() in paper_text(page_of(made, visit))
