"""Earlier claims on a claim's page: what they say, what differs, and what a person says of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.actions import resemblances as deeds
from dashboard.data import resemblances
from db.models import Claim
from db.vocabulary import (
    CaptureMethod,
    ClaimRelationKind,
    ClaimType,
    NotForUsReason,
    ResemblanceDecision,
    Role,
    WorkState,
)
from firsthand import desk as door
from firsthand import seen_before
from tests.dashboard.desks import Desk
from tests.dashboard.drawn import button, interpreted, paper_text

Visit = Callable[..., AppTest]
D = ResemblanceDecision
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script>"
SAID = "Half a year later she said again that in 2025 the state closed 14 bridges."


def again(desk: Desk, statement: str = "The state closed 14 bridges in 2025.", **fields: str) -> int:
    """Draft the desk's claim once more, in another article; tells its number."""
    with desk.record.write() as session:
        found = session.get_one(Claim, desk.claim_id)
        article = door.add_article(session, desk.checker, found.desk_id, door.DocumentFields("Bridges, again"))
        sha256 = desk.record.blobs.put(SAID.encode())
        text = door.NewCapture(CaptureMethod.PASTE, sha256, len(SAID.encode()), "text/plain", SAID, "plain")
        capture = door.record_capture(session, desk.checker, article, text)
        new = door.NewClaim(article.id, capture.id, 0, len(SAID), statement, ClaimType.STATISTIC, **fields)
        claims = door.add_drafts(session, door.Actor.machine("drafter"), [new])
        assert seen_before.suggest(session, claims) == 1
        return claims[0].id


def page(visit: Visit, claim_id: int) -> AppTest:
    return visit("claim", claim=f"FH-{claim_id:06d}")


def decided(claim_id: int) -> D:
    [row] = resemblances.of_claim(claim_id)
    return row.decision


def relations(claim_id: int) -> list[ClaimRelationKind]:
    file = data.claim_file(claim_id)
    assert file is not None
    return [row.kind for row in file.relations]


def test_nothing_is_drawn_where_nothing_was_seen_before(desk: Desk, visit: Visit) -> None:
    assert "Seen before" not in paper_text(page(visit, desk.claim_id))


def test_the_earlier_claim_shows_its_status_its_words_and_what_differs(desk: Desk, visit: Visit) -> None:
    desk.sign()
    shown = paper_text(page(visit, again(desk, "The state closed 14 old bridges in 2025.", speaker_as_named="Jo Lang")))
    for words in (
        *(f"FH-{desk.claim_id:06d}", "contradicted", "In 2025 the state closed 14 bridges.", "The report has 12."),
        *("Ana Petrov", "Another speaker: «Jo Lang» here, «Ana Petrov» there", "Other words: «old» here, none there"),
    ):
        assert words in shown


def test_a_confirmed_one_is_related_and_sets_no_finding(desk: Desk, visit: Visit) -> None:
    desk.sign()
    claim_id = again(desk)
    app = page(visit, claim_id)
    button(app, "The same claim").click().run()
    assert not app.exception
    assert "repeats the earlier one" in app.success[0].value
    assert (decided(claim_id), relations(claim_id)) == (D.CONFIRMED, [ClaimRelationKind.REPEATS])
    claim = desk.claim(claim_id)
    assert (claim.substance_finding, claim.attribution_finding) == (None, None)
    assert "Confirmed by Mara" in paper_text(app)

    button(app, "Take back").click().run()
    assert (decided(claim_id), relations(claim_id)) == (D.SUGGESTED, [])


def test_a_dismissed_one_is_folded_and_can_be_taken_back(desk: Desk, visit: Visit) -> None:
    claim_id = again(desk)
    app = page(visit, claim_id)
    button(app, "Not the same").click().run()
    assert (decided(claim_id), relations(claim_id)) == (D.DISMISSED, [])
    assert "1 dismissed suggestion" in paper_text(app)

    button(app, f"Take back FH-{desk.claim_id:06d}").click().run()
    assert decided(claim_id) is D.SUGGESTED


def test_a_duplicate_is_confirmed_and_turned_away_at_once(desk: Desk, visit: Visit) -> None:
    claim_id = again(desk)
    app = page(visit, claim_id)
    button(app, "The same: turn away as duplicate").click().run()
    claim = desk.claim(claim_id)
    assert (claim.work_state, claim.not_for_us_reason) == (WorkState.NOT_FOR_US, NotForUsReason.DUPLICATE)
    assert relations(claim_id) == [ClaimRelationKind.REPEATS]
    assert "The same: turn away as duplicate" not in {found.label for found in app.button}


def test_a_draft_that_changed_meanwhile_is_neither_confirmed_nor_turned_away(desk: Desk) -> None:
    claim_id = again(desk)
    outcome = deeds.turn_away_as_duplicate(data.me(), claim_id, 7, desk.claim_id)
    assert outcome.conflict
    assert (decided(claim_id), relations(claim_id)) == (D.SUGGESTED, [])


def test_saying_it_in_one_call_is_what_the_triage_does(desk: Desk) -> None:
    claim_id = again(desk)
    assert deeds.decide(data.me(), claim_id, desk.claim_id, confirmed=False).done
    assert decided(claim_id) is D.DISMISSED
    assert deeds.decide(data.me(), claim_id, desk.claim_id, confirmed=True).done
    assert decided(claim_id) is D.CONFIRMED
    assert not deeds.decide(data.me(), claim_id, 10**9, confirmed=True).done


@pytest.mark.parametrize("roles", [[], [Role.READER], [Role.REVIEWER]])
def test_who_may_not_compare_sees_it_and_has_no_buttons(desk: Desk, visit: Visit, roles: list[Role]) -> None:
    claim_id = again(desk)
    with desk.record.write() as session:
        ada = door.add_user(session, door.Actor.machine("maker"), "ada@example.org", "Ada", [Role.ADMINISTRATOR])
        actor = door.Actor(ada.id, ada.email, ada.name, frozenset({Role.ADMINISTRATOR}))
        door.set_roles(session, actor, desk.checker.id or 0, roles, disabled=False)
    app = page(visit, claim_id)
    assert "Seen before" in paper_text(app)
    assert not {"The same claim", "Not the same"} & {found.label for found in app.button}


def test_foreign_words_are_shown_and_never_interpreted(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        claim = session.get_one(Claim, desk.claim_id)
        changes = {"statement": f"{claim.statement}{HOSTILE}", "speaker_as_named": f"Ana{HOSTILE}"}
        door.edit_claim(session, desk.checker, claim.id, claim.version, changes)
    app = page(visit, again(desk, f"The state closed 14 bridges in 2025.{HOSTILE}"))
    assert f"In 2025 the state closed 14 bridges.{HOSTILE}" in paper_text(app)
    assert not [text for _, text in interpreted(app) if "alert(1)" in text and "\\" not in text]
