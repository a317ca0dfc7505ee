"""The claim's page in every work state and role: what is said, what is offered, what happens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.components.claim_steps import plan
from dashboard.data import checking
from db.session import Database
from db.vocabulary import (
    Aspect,
    AttributionFinding,
    ClaimRelationKind,
    NotForUsReason,
    Role,
    SearchOutcome,
    SourceKind,
    SourceRelationKind,
    SpeakerKind,
    SubstanceFinding,
    Tier,
    Withdrawal,
    WorkState,
)
from firsthand import desk as door
from tests.dashboard.desks import CHECKER, PASSAGE, REVIEWER, Desk, make_desk_of_two
from tests.dashboard.drawn import button, interpreted, keyed, links, paper_text, words_of

Visit = Callable[..., AppTest]
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"
S = WorkState


def _page(desk: Desk, visit: Visit, *forms: str) -> AppTest:
    return visit("claim", claim=f"FH-{desk.claim_id:06d}", **({"do": list(forms)} if forms else {}))


def _as_reviewer(desk: Desk, visit: Visit, *forms: str) -> AppTest:
    app = visit("board")
    app.selectbox(key=data.ACTING_AS).set_value(REVIEWER).run()
    app.switch_page("app_pages/claim.py")
    app.query_params.update({"claim": f"FH-{desk.claim_id:06d}", **({"do": list(forms)} if forms else {})})
    return app.run()


def _labels(app: AppTest) -> set[str]:
    return {found.label for found in app.button}


def _hold(desk: Desk) -> None:
    desk.take_up()
    awaited = {"awaiting": "the figures", "from_whom": "the ministry", "until": _day()}
    desk.do(door.hold, desk.claim_id, desk.version(), **awaited)


def _day() -> dt.date:
    return dt.date(2030, 1, 1)


def _publish(desk: Desk) -> None:
    desk.sign()
    desk.do(door.publish, desk.claim_id, desk.version(), "agreed with the desk")


def _reopen(desk: Desk) -> None:
    desk.sign()
    desk.do(door.reopen, desk.claim_id, desk.version(), "the source changed")


def _withdraw(desk: Desk) -> None:
    _publish(desk)
    desk.do(door.withdraw, desk.claim_id, desk.version(), Withdrawal.RETRACTION, "wrong")


STATES: dict[S, tuple[Callable[[Desk], object], str, set[str]]] = {
    S.OPEN: (lambda _: None, "Check it", {"Start checking", "Add evidence", "Comment", "Assign to me"}),
    S.IN_CHECK: (Desk.take_up, "Hand it to a second person", {"Add evidence", "Findings", "Comment"}),
    S.ON_HOLD: (_hold, "Go on once what is awaited has come", {"Go on checking"}),
    S.IN_REVIEW: (Desk.send_to_review, "A second person judges", {"Comment"}),
    S.SIGNED_OFF: (Desk.sign, "Publish it", {"Mark as published"}),
    S.PUBLISHED: (_publish, "Published and signed", {"Comment"}),
    S.RECHECK: (_reopen, "Look at each piece of evidence again", {"Log the re-check"}),
    S.NOT_FOR_US: (
        lambda desk: desk.do(door.turn_away, desk.claim_id, desk.version(), NotForUsReason.TRIVIAL, "no"),
        "Turned away",
        {"Bring it back"},
    ),
    S.WITHDRAWN: (_withdraw, "Withdrawn; it stays on file", {"Comment"}),
}


@pytest.mark.parametrize("state", STATES)
def test_in_every_state_the_page_says_what_comes_next_and_offers_it(desk: Desk, visit: Visit, state: S) -> None:
    reach, said, offered = STATES[state]
    reach(desk)
    assert desk.claim().work_state is state

    app = _page(desk, visit)

    assert not app.exception
    assert not app.error
    assert said in paper_text(app)
    assert offered <= _labels(app)
    assert "In 2025 the state closed 14 bridges." in paper_text(app)
    assert "The way to the first hand" not in [found.label for found in app.button]


@pytest.mark.parametrize("state", STATES)
def test_the_second_person_sees_every_state_too(desk: Desk, visit: Visit, state: S) -> None:
    STATES[state][0](desk)

    app = _as_reviewer(desk, visit)

    assert not app.exception
    assert STATES[state][1] in paper_text(app)


def test_a_reader_sees_everything_and_is_offered_nothing(
    desk: Desk, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.record.write() as session:
        door.add_user(session, door.Actor.machine("maker"), "rea@example.org", "Rea", [Role.READER])
    desk.take_up()
    monkeypatch.setattr("dashboard.data.persons.is_demo", lambda: False)
    monkeypatch.setattr("dashboard.data.is_demo", lambda: False)
    monkeypatch.setenv("FIRSTHAND_USER", "rea@example.org")
    data.forget()

    app = _page(desk, visit, "evidence", "findings", "signature", "edit", "hold")

    assert not app.exception
    assert not {"Add the evidence", "Record the findings", "Sign off", "Save the changes"} & _labels(app)
    assert "This takes the role of checker; you do not have it." in paper_text(app)
    monkeypatch.setenv("FIRSTHAND_USER", CHECKER)
    data.forget()


def test_only_what_is_open_is_drawn(desk: Desk, visit: Visit) -> None:
    desk.take_up()

    assert not _page(desk, visit).text_area
    assert not _page(desk, visit).radio
    assert keyed(_page(desk, visit, "evidence"), "selectbox", "evidence/0/source").value is None
    assert keyed(_page(desk, visit, "evidence", "comment"), "text_area", "comment/0/body").value == ""


def test_forms_that_do_not_fit_the_state_stay_closed(desk: Desk, visit: Visit) -> None:
    app = _page(desk, visit, "signature", "publish", "withdraw", "recheck", "piece-99", "nonsense")

    assert not app.exception
    assert not app.radio
    assert not {"Publish despite the flags", "Withdraw", "Sign off"} & _labels(app)


def test_the_checklist_ticks_itself_off(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    before = paper_text(_page(desk, visit))
    desk.add_evidence()
    after = paper_text(_page(desk, visit))

    assert "to do: Add evidence that says where in a source it stands." in before
    assert "done: Evidence says where in a source it stands." in after
    assert "to do: Set the substance finding." in after


def test_what_is_missing_first_is_the_one_primary_act(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    assert _primary(_page(desk, visit)) == ["Add evidence"]
    desk.add_evidence()
    assert _primary(_page(desk, visit)) == ["Set the findings"]


def _primary(app: AppTest) -> list[str]:
    return [found.label for found in app.button if found.proto.type == "primary"]


def test_a_form_that_is_closed_is_gone_and_the_address_with_it(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    app = _page(desk, visit, "findings")

    button(app, "Close").click().run()

    assert not app.radio
    assert "do" not in app.query_params


def test_a_form_that_was_sent_closes_and_a_tab_stays_open(desk: Desk, visit: Visit) -> None:
    app = _page(desk, visit, "search")
    keyed(app, "text_input", "search/0/place").set_value("The register")
    keyed(app, "text_input", "search/0/query").set_value("bridges")
    button(app, "Log the search").click().run()
    assert keyed(app, "text_input", "search/1/place").value == ""

    app.query_params["do"] = "assign"
    app.run()
    keyed(app, "selectbox", "assign/0/who").set_value(desk.reviewer.id)
    button(app, "Assign").click().run()
    assert not app.selectbox(key=data.ACTING_AS).disabled
    assert "do" not in app.query_params
    assert desk.claim().assignee == "Tom"


def test_a_claim_is_assigned_to_oneself_with_one_click(desk: Desk, visit: Visit) -> None:
    button(_page(desk, visit), "Assign to me").click().run()

    assert desk.claim().assignee == "Mara"


def test_a_claim_is_put_on_hold_and_gone_on_with(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    app = _page(desk, visit, "hold")
    keyed(app, "text_input", "awaiting").set_value("the figures")
    keyed(app, "text_input", "from").set_value("the ministry")
    keyed(app, "date_input", "until").set_value(_day())
    button(app, "Put on hold").click().run()
    assert "the figures from the ministry, until 2030-01-01" in paper_text(app)

    button(app, "Go on checking").click().run()
    assert desk.claim().work_state is S.IN_CHECK


def test_a_claim_is_returned_with_a_reason(desk: Desk, visit: Visit) -> None:
    desk.send_to_review()
    app = _as_reviewer(desk, visit)
    button(app, "Return").click().run()
    keyed(app, "text_input", "why").set_value("The year is missing.")

    button(app, "Send back to the checker").click().run()

    assert not app.exception
    assert desk.claim().work_state is S.IN_CHECK


def test_the_checkers_findings_are_covered_until_the_second_person_asks(desk: Desk, visit: Visit) -> None:
    desk.send_to_review()
    app = _as_reviewer(desk, visit, "judgements")
    shown = paper_text(app)
    assert "is covered, so that you judge for yourself first" in shown
    assert "The report has 12." not in shown
    assert "contradicted" not in shown

    button(app, "Show the checker's findings").click().run()
    assert "The report has 12." in paper_text(app)


def test_the_checker_sees_their_own_findings(desk: Desk, visit: Visit) -> None:
    desk.send_to_review()

    app = _page(desk, visit)

    assert "The report has 12." in paper_text(app)
    assert "Show the checker's findings" not in _labels(app)


def test_a_different_finding_sends_the_claim_back(desk: Desk, visit: Visit) -> None:
    desk.send_to_review()
    app = _as_reviewer(desk, visit, "signature")
    keyed(app, "radio", "signature/0/substance").set_value(SubstanceFinding.MISLEADING)
    keyed(app, "radio", "signature/0/attribution").set_value(AttributionFinding.CONFIRMED)
    keyed(app, "text_area", "signature/0/note").set_value("Counts differ by year.")

    button(app, "Sign off").click().run()

    assert "went back to be checked again" in app.success[0].value
    assert desk.claim().work_state is S.IN_CHECK


def test_a_re_check_is_logged_and_signed_again(desk: Desk, visit: Visit) -> None:
    _reopen(desk)
    app = _page(desk, visit, "recheck")
    [box] = app.checkbox
    box.check()
    keyed(app, "text_area", "recheck/0/note").set_value("Unchanged.")
    button(app, "Log the re-check").click().run()
    assert "logged" in app.success[0].value

    app = _as_reviewer(desk, visit)
    button(app, "Sign again after the re-check").click().run()
    assert "done: Each piece of evidence has been looked at." in paper_text(app)


def test_a_claim_is_tied_to_another_by_its_short_id(desk: Desk, visit: Visit) -> None:
    app = _page(desk, visit, "relate")
    keyed(app, "text_input", "relate/0/other").set_value("nonsense")
    button(app, "Tie the claims together").click().run()
    assert "short id" in app.error[0].value

    keyed(app, "text_input", "relate/0/other").set_value("fh-1")
    keyed(app, "selectbox", "relate/0/kind").set_value(ClaimRelationKind.UPDATES)
    button(app, "Tie the claims together").click().run()
    assert not app.exception
    file = data.claim_file(desk.claim_id)
    assert file is not None
    assert [(row.other_id, row.kind) for row in file.relations] == [(1, ClaimRelationKind.UPDATES)]


def test_the_speaker_on_file_is_chosen_when_editing(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        speaker = door.find_or_add_speaker(session, desk.checker, "Ana Petrov", SpeakerKind.PERSON).id
    app = _page(desk, visit, "edit")
    keyed(app, "selectbox", "edit/0/speaker").set_value(speaker)

    button(app, "Save the changes").click().run()

    assert not app.exception
    assert desk.claim().speaker_id == speaker
    assert f"speaker?speaker=FP-{speaker:06d}" in links(app)


def test_the_best_passages_of_a_source_are_offered_and_taken_with_one_click(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    app = _page(desk, visit, "evidence")
    keyed(app, "selectbox", "evidence/0/source").set_value(desk.source_id).run()
    assert "closed 12 bridges" in paper_text(app)

    button(app, "Use this passage (1)").click().run()

    assert PASSAGE in keyed(app, "text_area", "evidence/0/words").value
    assert "Found: paragraph 2" in paper_text(app)


def test_the_usual_tier_of_a_publisher_is_preselected(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        door.set_publisher(session, desk.checker, "authority", Tier.PRIMARY, "", 0)
    desk.take_up()
    app = _page(desk, visit, "evidence")
    keyed(app, "selectbox", "evidence/0/source").set_value(desk.source_id).run()
    keyed(app, "text_area", "evidence/0/words").set_value(PASSAGE).run()

    assert keyed(app, "selectbox", "evidence/0/tier").value is Tier.PRIMARY
    assert "what this desk usually gives this publisher" in words_of(app)


def test_a_tier_from_the_registry_is_said_to_be_the_registry_s(desk: Desk, visit: Visit) -> None:
    fields = door.DocumentFields("The register", url="https://www.bundestag.de/register")
    source_id = desk.do(door.add_source, SourceKind.OFFICIAL_DOCUMENT, fields)
    desk.take_up()
    app = _page(desk, visit, "evidence")
    keyed(app, "selectbox", "evidence/0/source").set_value(source_id).run()

    assert keyed(app, "selectbox", "evidence/0/tier").value is Tier.PRIMARY
    assert "registry that comes with Firsthand gives this publisher" in words_of(app)
    assert "what this desk usually gives" not in words_of(app)


def test_a_passage_with_the_words_that_the_claim_quotes_speaks_to_who_said_them(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    desk.do(door.edit_claim, desk.claim_id, desk.version(), {"quoted_words": PASSAGE}, "They are quoted.")
    app = _page(desk, visit, "evidence")
    keyed(app, "selectbox", "evidence/0/source").set_value(desk.source_id).run()
    keyed(app, "text_area", "evidence/0/words").set_value(PASSAGE).run()

    assert keyed(app, "radio", f"evidence/0/aspect-{Aspect.ATTRIBUTION}").value is Aspect.ATTRIBUTION
    assert "holds words that the claim quotes" in words_of(app)

    keyed(app, "text_area", "evidence/0/words").set_value("Annual report").run()

    assert keyed(app, "radio", f"evidence/0/aspect-{Aspect.SUBSTANCE}").value is Aspect.SUBSTANCE
    assert "holds words that the claim quotes" not in words_of(app)


def test_a_source_is_found_by_its_short_id(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    app = _page(desk, visit, "evidence")

    keyed(app, "text_input", "evidence/0/find-source").set_value(f"FS-{desk.source_id:06d}").run()
    assert len(keyed(app, "selectbox", "evidence/0/source").options) == 1

    keyed(app, "text_input", "evidence/0/find-source").set_value("no such words").run()
    assert "No source fits" in words_of(app)


def test_the_way_to_the_first_hand_follows_the_relations_between_sources(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    desk.add_evidence(tier=Tier.SECONDARY)
    assert "No first hand yet" in paper_text(_page(desk, visit))

    with desk.record.write() as session:
        other = door.add_source(
            session,
            desk.checker,
            SourceKind.OFFICIAL_DOCUMENT,
            door.DocumentFields("The register", publisher="Parliament"),
        ).id
        door.relate_sources(session, desk.checker, desk.source_id, other, SourceRelationKind.QUOTES)

    shown = paper_text(_page(desk, visit))
    assert "The register" in shown
    assert "not put forward" in shown


def test_one_goes_through_the_list_that_one_came_from(desk: Desk, visit: Visit) -> None:
    app = _page(desk, visit, "comment")
    assert "Next" not in _labels(app)
    ref = f"FH-{desk.claim_id:06d}"
    app.session_state["queue"] = ("FH-000001", ref, "FH-000002")
    app.run()
    assert "2 of 3" in paper_text(app)
    assert "J next claim, K previous claim" in paper_text(app)

    button(app, "Next").click().run()
    assert app.query_params["claim"] in ("FH-000002", ["FH-000002"])  # as the page wrote it
    assert "do" not in app.query_params
    assert "3 of 3" in paper_text(app)


def test_a_claim_that_nobody_knows_is_a_sentence(desk: Desk, visit: Visit) -> None:
    assert desk.claim_id
    app = visit("claim", claim="FH-999999", do="evidence")

    assert not app.exception
    assert [title.value for title in app.title] == ["Claim"]


def test_the_plan_of_a_claim_that_has_ended_has_no_forward_step(desk: Desk) -> None:
    _withdraw(desk)

    told = plan(desk.claim(), data.next_steps(data.me(), desk.claim_id), data.me())

    assert told == (None, None, ())


def test_a_passage_typed_by_hand_keeps_what_was_kept_with_it(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence(capture_id=None, start=None, end=None, prefix="before ", suffix=" after")
    file = data.claim_file(desk.claim_id)
    assert file is not None

    around = checking.surroundings(file.evidence[0])

    assert (around.before, around.after, around.cut) == ("before ", " after", (True, True))


TABS = ("search", "reply", "comment", "relate", "judgements", "history", "edit")
WORK = ("evidence", "findings", "hold", "assign")


@pytest.mark.parametrize("forms", [(), WORK, *((tab,) for tab in TABS)])
def test_hostile_words_stay_words_wherever_they_are_shown(
    record: Database, visit: Visit, forms: tuple[str, ...]
) -> None:
    made = make_desk_of_two(record, foreign=HOSTILE)
    made.take_up()
    piece = made.add_evidence(note=f"note{HOSTILE}")
    made.add_evidence(capture_id=None, exact=f"typed{HOSTILE}", locator=f"page{HOSTILE}")
    made.do(door.log_search, made.claim_id, place=f"p{HOSTILE}", query=f"q{HOSTILE}", outcome=SearchOutcome.NOTHING)
    made.do(door.request_reply, made.claim_id, addressee=f"to{HOSTILE}", question=f"q{HOSTILE}", due=None)
    made.do(door.comment, made.claim_id, f"body{HOSTILE}", blocking=True)
    made.do(door.relate_claims, made.claim_id, 1, ClaimRelationKind.REPEATS, f"tie{HOSTILE}")
    made.do(door.edit_claim, made.claim_id, made.version(), {"said_on_text": f"then{HOSTILE}"}, f"why{HOSTILE}")

    app = _page(made, visit, *forms, f"piece-{piece}")
    if "evidence" in forms:
        keyed(app, "selectbox", "evidence/0/source").set_value(made.source_id).run()

    assert not app.exception
    assert HOSTILE.strip() in paper_text(app)
    for kind, text in interpreted(app):
        for payload in ("$x$", ":red[x]", "![](", "<script>", "[a](", "**c**"):
            assert payload not in text, (kind, text)
