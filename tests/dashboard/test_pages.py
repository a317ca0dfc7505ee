"""Every page: with an empty desk, with a typical one, under an address that names nothing, and with hostile words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from db.session import Database
from db.vocabulary import AttributionFinding, ClaimType, SearchOutcome, SubstanceFinding
from firsthand import desk as door
from tests.dashboard.desks import Desk, make_desk_of_two
from tests.dashboard.drawn import button, interpreted, keyed, paper_text, words_of

Visit = Callable[..., AppTest]
LISTS = ["board", "articles", "claims", "sources", "history"]
RECORDS = {"article": "FA", "claim": "FH", "source": "FS"}
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("page", LISTS)
def test_an_empty_desk_says_what_to_do_next(visit: Visit, page: str) -> None:
    app = visit(page)

    assert not app.exception
    assert not app.error
    hints = {
        "board": "Take an article in",
        "articles": "Take in",
        "claims": "Take an article in",
        "sources": "Add and fetch them",
        "history": "set up the desk",
    }
    assert hints[page] in words_of(app)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", LISTS)
def test_a_typical_desk_is_shown(visit: Visit, page: str) -> None:
    app = visit(page)

    assert not app.exception
    assert not app.error
    assert ("Bridges" if page != "sources" else "Report") in words_of(app) or page == "history"


@pytest.mark.parametrize(("page", "prefix"), RECORDS.items())
def test_a_record_is_shown_under_its_address(desk: Desk, visit: Visit, page: str, prefix: str) -> None:
    number = {"FA": desk.article_id, "FH": desk.claim_id, "FS": desk.source_id}[prefix]

    app = visit(page, **{page: f"{prefix}-{number:06d}"})

    assert not app.exception
    assert not app.error
    assert f"{prefix}-{number:06d}" in paper_text(app)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", RECORDS)
@pytest.mark.parametrize(
    "asked", ["", "FH-999999", "FA-999999", "FS-999999", "x", "FH-", "FH-٣", "<script>", "FH-" + "9" * 30]
)
def test_an_address_that_names_nothing_gets_a_sentence_and_a_way_back(visit: Visit, page: str, asked: str) -> None:
    app = visit(page, **({page: asked} if asked else {}))

    assert not app.exception
    assert any(f"There is no {page}" in text.value or f"No {page} is named" in text.value for text in app.text)
    assert len(app.main.get("page_link")) == 1


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"status": "open"}, True),
        ({"status": ["supported", "contradicted"]}, False),
        ({"type": "statistic", "flag": "needs a source"}, True),
        ({"flag": "dead link"}, False),
        ({"q": "closed bridges"}, True),
        ({"q": "submarines"}, False),
        ({"article": "FA-000001", "status": "open"}, True),
        ({"source": "FS-000002"}, False),
        ({"status": "no such word"}, True),
    ],
)
def test_the_filters_of_the_claims_live_in_the_address(
    desk: Desk,
    visit: Visit,
    query: dict[str, str],
    shown: bool,  # noqa: FBT001
) -> None:
    app = visit("claims", **query)

    assert not app.exception
    assert (f"FH-{desk.claim_id:06d}" in paper_text(app)) is shown
    assert ("No claim fits" in words_of(app)) is not shown


def test_many_claims_are_turned_page_by_page_and_back(desk: Desk, visit: Visit) -> None:
    for number in range(55):
        desk.do(
            door.add_claim,
            door.NewClaim(desk.article_id, desk.capture_id, 0, 12, f"Claim number {number}.", ClaimType.EVENT),
        )
    app = visit("claims", status="open")
    first = paper_text(app)

    following = app.button(key="claims-next").click().run()
    assert "FH-000004" in paper_text(following) or "Claim number 0." in paper_text(following)
    assert "Claim number 54." not in paper_text(following)

    back = following.button(key="claims-back").click().run()
    assert paper_text(back) == first


def test_the_history_of_one_record_is_asked_for_in_the_address(desk: Desk, visit: Visit) -> None:
    desk.take_up()

    app = visit("history", of=f"FH-{desk.claim_id:06d}")

    assert "moved the claim from «open» to «in check»" in paper_text(app)
    assert "took in the article" not in paper_text(app)


@pytest.mark.usefixtures("desk")
def test_a_garbled_record_in_the_history_is_named_as_such(visit: Visit) -> None:
    app = visit("history", of="nonsense")

    assert not app.exception
    assert "short id" in app.warning[0].value


@pytest.fixture
def hostile(record: Database) -> Desk:
    made = make_desk_of_two(record, foreign=HOSTILE)
    made.take_up()
    piece = made.add_evidence(note=f"note{HOSTILE}")
    made.add_evidence(capture_id=None, exact=f"typed{HOSTILE}", locator=f"page{HOSTILE}")
    made.do(door.log_search, made.claim_id, place=f"p{HOSTILE}", query=f"q{HOSTILE}", outcome=SearchOutcome.NOTHING)
    made.do(door.request_reply, made.claim_id, addressee=f"to{HOSTILE}", question=f"q{HOSTILE}", due=None)
    made.do(door.comment, made.claim_id, f"body{HOSTILE}", blocking=True)
    made.do(door.edit_claim, made.claim_id, made.version(), {"said_on_text": f"then{HOSTILE}"}, f"why{HOSTILE}")
    made.do(door.withdraw_evidence, piece, 1, f"reason{HOSTILE}")
    return made


@pytest.mark.parametrize("page", [*LISTS, *RECORDS])
def test_hostile_words_are_never_handed_to_anything_that_reads_markdown(hostile: Desk, visit: Visit, page: str) -> None:
    numbers = {"article": hostile.article_id, "claim": hostile.claim_id, "source": hostile.source_id}
    app = visit(page, **({page: f"{RECORDS[page]}-{numbers[page]:06d}"} if page in RECORDS else {}))

    assert not app.exception
    for kind, text in interpreted(app):
        for payload in ("$x$", ":red[x]", "![](", "<script>", "[a](", "**c**"):
            assert payload not in text, (kind, text)
    assert page in {"history", "board"} or HOSTILE.strip() in paper_text(app)  # the board cuts them short


def test_hostile_words_in_a_refusal_are_escaped(hostile: Desk, visit: Visit) -> None:
    app = visit("claim", claim=f"FH-{hostile.claim_id:06d}", do="findings")
    hostile.do(door.edit_claim, hostile.claim_id, hostile.version(), {"cue": "said"})

    button(app, "Record the findings").click()
    keyed(app, "radio", "findings/0/substance").set_value(SubstanceFinding.SUPPORTED)
    keyed(app, "radio", "findings/0/attribution").set_value(AttributionFinding.CONFIRMED)
    keyed(app, "text_area", "findings/0/note").set_value(f"mine{HOSTILE}")
    app.run()

    assert not app.exception
    assert "changed" in app.warning[0].value
    assert all("<script>" not in text for _, text in interpreted(app))
