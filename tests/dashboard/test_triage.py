"""The triage page: what it shows, what its keys do, who may, hostile words on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.actions import triage as deeds
from dashboard.components import triage_acts, triage_cuts
from dashboard.components.triage_going import Going
from dashboard.data import resemblances
from dashboard.data import triage as record_of_triage
from dashboard.wish import Keep, TurnAway
from db.models import Claim
from db.rows import ClaimRow, Replaced, claim_ref, document_ref
from db.vocabulary import ClaimType, DocumentType, NotForUsReason, ResemblanceDecision, Role, SpeakerKind, WorkState
from firsthand import desk as door
from firsthand import seen_before
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import elements, interpreted, links, paper_text, words_of
from tests.drafted import DRAFTS, MODEL, TEXT, Drafted, draft_article

Visit = Callable[..., AppTest]
DREDGED, AGROUND, WORST, MAY, WASTE, THIRD, SEALS = range(7)
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script>"


@pytest.fixture
def drafted(desk: Desk) -> Drafted:
    return draft_article(desk.record)


def ref_of(drafted: Drafted) -> str:
    return document_ref(DocumentType.ARTICLE, drafted.article_id)


def rows(drafted: Drafted) -> dict[int, ClaimRow]:
    return {row.id: row for row in record_of_triage.drafts(drafted.article_id)}


def sent(app: AppTest) -> dict[str, Any]:
    """What the browser's part was given."""
    for element in elements(app):
        proto: Any = getattr(element, "proto", None)
        if type(proto).__name__ == "BidiComponent" and "in_text" in (given := proto.mixed.json or proto.json):
            found: dict[str, Any] = json.loads(given)
            return found
    raise AssertionError("The drafts are not on the page.")


class Browser:
    """A tab that presses keys: what it sends is read and done as on the page."""

    def __init__(self, drafted: Drafted) -> None:
        self.drafted, self.going, self.number = drafted, Going("FA"), 0
        self.going.hear("tab")

    def press(self, deed: str, place: int = 0, **more: object) -> None:
        self.number += 1
        known = rows(self.drafted)
        row = known[self.drafted.draft_ids[place]]
        act = triage_acts.read(
            {"n": self.number, "deed": deed, "ref": row.ref, "version": row.version, **more},
            known,
            {row.id: record_of_triage.around(row).paragraph for row in known.values()},
        )
        assert act is not None
        me = data.me()
        self.going.do(act, lambda claim, seen, wish: deeds.carry_out(me, claim, seen, wish))

    def states(self) -> list[WorkState]:
        known = rows(self.drafted)
        return [known[number].work_state for number in self.drafted.draft_ids]

    @property
    def told(self) -> str:
        return self.going.told[-1].sentence


def test_the_drafts_stand_in_the_order_of_their_worth_or_of_the_text(drafted: Drafted, visit: Visit) -> None:
    by_worth = sent(visit("triage", article=ref_of(drafted)))
    by_text = sent(visit("triage", article=ref_of(drafted), order="text"))
    refs = [claim_ref(number) for number in drafted.draft_ids]
    assert [card["ref"] for card in by_text["drafts"]] == refs == by_worth["in_text"]
    order = (AGROUND, WORST, THIRD, DREDGED, MAY, WASTE, SEALS)
    assert [card["ref"] for card in by_worth["drafts"]] == [refs[place] for place in order]


def test_a_draft_is_shown_with_all_that_helps_to_judge_it(drafted: Drafted, visit: Visit) -> None:
    app = visit("triage", article=ref_of(drafted))
    shown = words_of(app)
    for told in (
        *("7 drafts wait", "In 2025 31 ships ran aground", "She told the council that", "Ines Okoro"),
        *(
            "director of the port authority",
            "4.2 million euros  = 4,200,000 EUR",
            "last year → in 2025",
            "in the council",
        ),
        *("very much (91 of 100)", "It gives figures and names who says so.", "2026-03-09 («on Monday»)"),
    ):
        assert told in shown, told
    card = sent(app)["drafts"][0]
    assert card["wordings"] == [{"statement": DRAFTS[AGROUND].suggested, "by": MODEL}]
    assert card["fields"]["claim_type"] == "statistic"
    assert card["cut_words"][0] == [0, "31 ", "31 "]
    assert sent(app)["may"] is True


def test_without_an_article_those_with_drafts_are_offered_the_newest_first(desk: Desk, visit: Visit) -> None:
    first, second = draft_article(desk.record), draft_article(desk.record, "A second one")
    app = visit("triage")
    shown = paper_text(app)
    assert shown.index("A second one") < shown.index("Harbour to be dredged twice")
    assert f"triage?article={ref_of(first)}" in links(app)
    me = data.me()
    for row in rows(second).values():
        deeds.carry_out(me, row.id, row.version, TurnAway(NotForUsReason.TRIVIAL))
    assert "A second one" not in paper_text(visit("triage"))


@pytest.mark.usefixtures("record")
def test_where_nothing_waits_the_page_says_what_to_do_next(visit: Visit) -> None:
    app = visit("triage")
    assert not app.exception
    assert "No draft waits to be judged." in words_of(app)


def test_an_article_without_drafts_or_that_is_not_there_leads_on(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        article = door.add_article(session, desk.checker, 1, door.DocumentFields("Nothing in it")).id
    assert "The machine has drafted nothing" in words_of(visit("triage", article=f"FA-{article:06d}"))
    assert "There is no article «FA-999999»" in words_of(visit("triage", article="FA-999999"))


def test_a_reader_sees_the_drafts_and_is_told_why_there_are_no_keys(drafted: Drafted, desk: Desk, visit: Visit) -> None:
    admin = door.Actor(desk.reviewer.id, "ada@example.org", "Ada", frozenset({Role.ADMINISTRATOR}))
    desk.do_as(admin, door.set_roles, desk.checker.id, [Role.READER], disabled=False)
    given = sent(visit("triage", article=ref_of(drafted)))
    assert given["may"] is False
    assert "judging drafts takes the role of checker or editor" in given["words"]["read_only"]
    assert not deeds.carry_out(data.me(), drafted.draft_ids[0], 1, Keep()).outcome.done


def test_every_deed_is_done_told_and_undone(drafted: Drafted) -> None:
    browser = Browser(drafted)
    browser.press("keep", AGROUND)
    browser.press("keep", WORST, changes={"statement": " Worst  year. ", "said_where": "", "claim_type": "event"})
    assert browser.told.endswith("is kept, with your changes.")
    browser.press("away", WASTE, reason="opinion")
    browser.press("reword", AGROUND, number=0)
    browser.press("merge", DREDGED, other=claim_ref(drafted.draft_ids[MAY]), other_version=1)
    browser.press("split", THIRD, pieces=[_piece(0, 11), _piece(12, 40)])
    states = browser.states()
    kept, away, waits = WorkState.OPEN, WorkState.NOT_FOR_US, WorkState.DETECTED
    assert states == [waits, kept, kept, away, away, kept, waits]
    worst = rows(drafted)[drafted.draft_ids[WORST]]
    assert (worst.statement, worst.said_where, worst.claim_type) == ("Worst year.", None, ClaimType.EVENT)
    assert rows(drafted)[drafted.draft_ids[AGROUND]].statement == DRAFTS[AGROUND].suggested
    for _ in range(6):
        browser.press("undo")
    assert browser.states() == [waits] * 7
    assert [row.statement for row in rows(drafted).values()] == [draft.statement for draft in DRAFTS]
    browser.press("undo")
    assert browser.told.startswith("There is nothing to undo")
    assert not browser.going.told[-1].done


def _piece(start: int, end: int) -> dict[str, object]:
    return {"start": start, "end": end, "statement": f"From {start} to {end}."}


def test_an_earlier_claim_is_the_same_or_not_and_that_is_undone_by_itself(desk: Desk, visit: Visit) -> None:
    Browser(draft_article(desk.record, "An earlier one")).press("keep", AGROUND)
    drafted = draft_article(desk.record)
    with desk.record.write() as session:
        claims = session.scalars(select(Claim).where(Claim.article_id == drafted.article_id)).all()
        assert seen_before.suggest(session, claims)
    (row, differs), *_ = record_of_triage.earlier(tuple(rows(drafted).values()))[drafted.draft_ids[AGROUND]]
    assert sent(visit("triage", article=ref_of(drafted)))["drafts"][0]["earlier"][0]["ref"] == claim_ref(row.other_id)
    assert isinstance(differs, tuple)

    def decision() -> ResemblanceDecision:
        return resemblances.of_claim(drafted.draft_ids[AGROUND])[0].decision

    browser = Browser(drafted)
    browser.press("reword", AGROUND, number=0)
    browser.press("compare", AGROUND, other=claim_ref(row.other_id), same=True)
    assert decision() is ResemblanceDecision.CONFIRMED
    browser.press("compare", AGROUND, other=claim_ref(row.other_id), same=False)
    assert record_of_triage.earlier(tuple(rows(drafted).values()))[drafted.draft_ids[AGROUND]] == ()
    for _ in range(3):
        browser.press("undo")
        assert browser.going.told[-1].done
    assert decision() is ResemblanceDecision.SUGGESTED
    assert rows(drafted)[drafted.draft_ids[AGROUND]].statement == DRAFTS[AGROUND].statement


def test_a_conflict_is_told_and_changes_nothing(drafted: Drafted, desk: Desk) -> None:
    browser = Browser(drafted)
    desk.do(door.edit_claim, drafted.draft_ids[MAY], 1, {"statement": "Otherwise."})
    known = rows(drafted)
    act = triage_acts.read({"n": 1, "deed": "keep", "ref": claim_ref(drafted.draft_ids[MAY]), "version": 1}, known, {})
    assert act is not None
    browser.going.do(act, lambda claim, seen, wish: deeds.carry_out(data.me(), claim, seen, wish))
    assert not browser.going.told[-1].done
    assert browser.states()[MAY] is WorkState.DETECTED


def test_a_draft_without_a_statement_is_not_kept_and_says_what_is_missing(drafted: Drafted) -> None:
    browser = Browser(drafted)
    browser.press("keep", WASTE)
    told = browser.going.told[-1]
    assert told.missing == ("Write the claim's statement so that it stands on its own.",)
    assert (told.done, told.ref) == (False, claim_ref(drafted.draft_ids[WASTE]))


def test_what_was_turned_away_is_kept_after_all(drafted: Drafted) -> None:
    browser = Browser(drafted)
    browser.press("away", SEALS, reason="trivial")
    browser.press("keep", SEALS)
    assert browser.states()[SEALS] is WorkState.OPEN


def test_a_speaker_on_file_is_found_by_the_name_that_is_typed(drafted: Drafted, desk: Desk) -> None:
    speaker = desk.do(door.find_or_add_speaker, "Ines Okoro", SpeakerKind.PERSON)
    browser = Browser(drafted)
    browser.press("keep", MAY, changes={"speaker_as_named": "Ines Okoro"})
    assert rows(drafted)[drafted.draft_ids[MAY]].speaker_id == speaker
    browser.press("keep", SEALS, changes={"speaker_as_named": "Nobody on file"})
    assert rows(drafted)[drafted.draft_ids[SEALS]].speaker_id is None


@pytest.mark.parametrize(
    "act",
    [
        {},
        {"deed": "keep"},
        {"deed": "keep", "ref": "FH-999999", "version": 1},
        {"deed": "keep", "version": "1"},
        {"deed": "fly"},
        {"deed": "away", "reason": "boring"},
        {"deed": "reword", "number": 7},
        {"deed": "merge", "other": "FH-999999", "other_version": 1},
        {"deed": "split", "pieces": 3},
        {"deed": "split", "pieces": [{"start": "x"}]},
        {"deed": "keep", "changes": {"claim_type": "gossip"}},
    ],
    ids=str,
)
def test_what_cannot_be_understood_is_no_act(drafted: Drafted, act: dict[str, object]) -> None:
    known = rows(drafted)
    asked = {"n": 1, "ref": claim_ref(drafted.draft_ids[0]), **({"version": 1} if act else {}), **act}
    if act == {"deed": "keep"}:
        del asked["version"]
    assert triage_acts.read(asked, known, {}) is None


def test_two_drafts_of_one_paragraph_are_said_one_after_the_other(drafted: Drafted) -> None:
    known = rows(drafted)
    one, other = (known[drafted.draft_ids[place]] for place in (AGROUND, WORST))
    assert triage_acts.both(other, one, near=True) == f"{one.statement} {other.statement}"
    assert triage_acts.both(one, other, near=False) == one.statement
    assert triage_acts.both(one, replace(other, statement="31 ships"), near=True) == one.statement
    assert triage_acts.both(replace(one, statement="31 ships"), one, near=True) == one.statement


def test_a_tab_that_is_loaded_anew_counts_from_the_beginning(drafted: Drafted) -> None:
    browser = Browser(drafted)
    browser.press("keep", AGROUND)
    assert browser.going.heard == 1
    browser.going.hear("another")
    assert (browser.going.heard, browser.going.told) == (0, [])
    assert browser.going.done


def test_foreign_words_reach_the_page_as_they_are(desk: Desk, visit: Visit) -> None:
    drafted = draft_article(desk.record, f"Harbour{HOSTILE}")
    desk.do(door.edit_claim, drafted.draft_ids[0], 1, {"statement": f"Said{HOSTILE}", "cue": HOSTILE})
    for app in (visit("triage", article=ref_of(drafted)), visit("triage")):
        assert not [text for _, text in interpreted(app) if "x.example" in text]
    assert f"Said{HOSTILE}" in paper_text(visit("triage", article=ref_of(drafted)))


def test_the_words_around_a_draft_are_those_of_its_paragraph(drafted: Drafted) -> None:
    row = rows(drafted)[drafted.draft_ids[WORST]]
    around = record_of_triage.around(row)
    paragraph = TEXT.split("\n")[2]
    assert f"{around.before}{row.literal}{around.after}" == paragraph
    assert around.cut == (False, False)


def test_words_are_cut_where_clauses_begin_and_replaced_ones_stay_whole() -> None:
    literal = "31 ships ran aground last year, and that repairs cost the city 4.2 million euros"
    replaced = [Replaced(121, 130, "last year", "in 2025")]
    words = triage_cuts.words(literal, 100, replaced)
    assert "".join(word.written for word in words) == literal
    assert "".join(word.read for word in words) == literal.replace("last year", "in 2025")
    assert literal[triage_cuts.proposals(literal)[0] :].startswith("and that repairs")
    assert triage_cuts.proposals("It rained") == ()


def test_precision_counts_what_was_judged(drafted: Drafted, visit: Visit) -> None:
    browser = Browser(drafted)
    browser.press("keep", AGROUND)
    browser.press("away", SEALS, reason="trivial")
    browser.press("split", THIRD, pieces=[_piece(0, 11), _piece(12, 40)])
    shown = words_of(visit("triage", article=ref_of(drafted)))
    assert "3 of 7 judged, 2 kept" in shown
    assert "Precision so far: 67 % of the judged drafts kept" in shown


def test_the_queue_shows_the_drafts_of_one_fate(drafted: Drafted, visit: Visit) -> None:
    browser = Browser(drafted)
    browser.press("keep", AGROUND)
    browser.press("away", SEALS, reason="trivial")
    shown = words_of(visit("claims", draft="kept"))
    assert "the machine's draft," in shown
    assert DRAFTS[AGROUND].statement in shown
    assert DRAFTS[SEALS].statement not in shown
    assert DRAFTS[SEALS].statement in words_of(visit("claims", draft="turned away"))


def test_the_board_shows_what_became_of_drafts_and_leads_to_those_that_wait(drafted: Drafted, visit: Visit) -> None:
    Browser(drafted).press("keep", AGROUND)
    app = visit("board", view="Drafts")
    assert not app.exception
    assert "The desk has kept 1 of 1 judged drafts" in words_of(app)
    assert any(link.proto.page.endswith("triage") for link in elements(app) if _is_page_link(link))


def _is_page_link(element: Any) -> bool:
    return type(getattr(element, "proto", None)).__name__ == "PageLink"
