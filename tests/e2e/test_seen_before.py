"""An article comes in that says again what the desk has checked: the earlier claim is found, compared, confirmed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from db.models import Claim
from db.session import Database
from db.vocabulary import CaptureMethod, ClaimType, Role
from firsthand import desk, seen_before
from tests.e2e.conftest import Dashboard
from tests.e2e.driving import open_page, settled

EARLIER = "FH-000039"  # published, contradicted: «Half of Russia's land area is in Asia.»
AGAIN = "Half of Russia's land area lies in Asia."


def drafted(home: Path) -> str:
    """Draft the claim again in another article, as taking it in does; tells its short id."""
    record = Database(f"sqlite:///{home / 'record.sqlite'}", home)
    machine = desk.Actor.machine("drafter")
    with record.write() as session:
        known = session.get_one(Claim, 39)
        ann = desk.add_user(session, machine, "ann@desk.example", "Ann", [Role.CHECKER])
        actor = desk.Actor(ann.id, ann.email, ann.name, frozenset({Role.CHECKER}))
        article = desk.add_article(session, actor, known.desk_id, desk.DocumentFields("The map, once more"))
        sha256 = record.blobs.put(AGAIN.encode())
        text = desk.NewCapture(CaptureMethod.PASTE, sha256, len(AGAIN.encode()), "text/plain", AGAIN, "plain")
        capture = desk.record_capture(session, actor, article, text)
        new = desk.NewClaim(article.id, capture.id, 0, len(AGAIN), AGAIN, ClaimType.GEOGRAPHY)
        claims = desk.add_drafts(session, machine, [new])
        assert seen_before.suggest(session, claims) == 1
        ref = f"FH-{claims[0].id:06d}"
    record.close()
    return ref


@pytest.mark.parametrize("width", [1440, 420])
def test_an_earlier_claim_is_compared_and_the_new_one_turned_away(sample: Dashboard, page: Page, width: int) -> None:
    ref = drafted(sample.home)
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, sample, f"claim?claim={ref}")
    main = page.get_by_test_id("stMain")

    card = main.locator(".earlier")
    expect(card).to_contain_text("Half of Russia's land area is in Asia.")
    expect(card.locator(".chip")).to_contain_text("contradicted")
    expect(card.get_by_role("link", name=EARLIER)).to_be_visible()
    box = card.bounding_box()
    assert box is not None
    assert 0 <= box["x"] < box["x"] + box["width"] <= width

    page.get_by_role("button", name="The same claim").click()
    expect(main.get_by_text("repeats the earlier one")).to_be_visible()
    settled(page)
    expect(card).to_contain_text("Confirmed by")
    expect(main.get_by_text("Nobody has concluded anything yet.")).to_be_visible()

    page.get_by_role("button", name=re.compile("turn away as duplicate")).click()
    expect(main.get_by_text("turned away as a duplicate")).to_be_visible()
    settled(page)
    expect(main.locator(".claim-head")).to_contain_text("not for us")

    page.get_by_role("link", name=re.compile("Related claims")).click()
    expect(main.locator(".rows")).to_contain_text(EARLIER)
