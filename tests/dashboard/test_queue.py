"""The queue: what it shows, what its address asks for, its views, its files, its bulk bar, hostile words in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from dashboard.components import queue as component
from dashboard.components import queue_files
from dashboard.components.queue import Act
from dashboard.data import queue as record_of_queue
from dashboard.exports import EXCEL, as_xlsx
from db.session import Database
from db.vocabulary import ClaimType, NotForUsReason, WorkState
from firsthand import desk as door
from tests.dashboard.desks import Desk, make_desk_of_two
from tests.dashboard.drawn import button, interpreted, links, paper_text, words_of

Visit = Callable[..., AppTest]
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"
STATEMENT = "In 2025 the state closed 14 bridges."


def _add(desk: Desk, count: int) -> list[int]:
    place = (desk.article_id, desk.capture_id, 0, 12)
    return [desk.do(door.add_claim, door.NewClaim(*place, f"Claim {n}.", ClaimType.GEOGRAPHY)) for n in range(count)]


def _asked(app: AppTest, name: str) -> list[str]:
    held = app.query_params[name]
    return [held] if isinstance(held, str) else list(held)


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> dict[int, int]:
    """What the browser has selected: the numbers of claims, each with the version on view then."""
    claims: dict[int, int] = {}
    monkeypatch.setattr(component, "selected", lambda: dict(claims))
    return claims


def test_a_row_says_enough_to_decide(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    desk.add_evidence()

    shown = words_of(visit("claims", type="statistic", status="in check"))

    assert "1 of 1 claim, newest first" in shown
    for told in (STATEMENT, "in check", "Ana Petrov", "statistic", "1 piece", "primary", "Mara", "today", "Bridges"):
        assert told in shown, told


@pytest.mark.usefixtures("record")
def test_an_empty_desk_leads_to_taking_an_article_in(visit: Visit) -> None:
    app = visit("claims")

    assert not app.exception
    assert "There are no claims yet" in words_of(app)
    assert app.session_state["queue"] == ()


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"mine": "yes"}, "Nothing waits for you"),
        ({"status": "in review", "sort": "waiting"}, "Nothing is left in this view"),
        ({"status": "in review"}, "No claim fits all of these filters"),
        ({"q": "submarines"}, "No claim fits all of these filters"),
    ],
)
def test_a_list_without_rows_says_why_and_leads_on(visit: Visit, query: dict[str, str], said: str) -> None:
    app = visit("claims", **query)

    assert not app.exception
    assert said in words_of(app)
    assert "claims" in links(app)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"finding": "said so"}, False),
        ({"nobody": "yes"}, True),
        ({"checkable": "yes"}, True),
        ({"desk": "demo"}, True),
        ({"tier": "primary"}, False),
        ({"speaker": "FP-000001"}, True),
        ({"came": "2020"}, False),
        ({"came": "2020.."}, True),
        ({"waiting": "2020.."}, True),
        ({"signed": "2020.."}, False),
        ({"reopened": "2020.."}, False),
        ({"said": "2020.."}, False),
        ({"dated": "2020.."}, False),
        ({"sort": "waiting"}, True),
        ({"sort": "text"}, True),
        ({"sort": "state"}, True),
        ({"group": "article"}, True),
        ({"group": "speaker"}, True),
        ({"group": "state"}, True),
        ({"q": "bridges", "group": "state"}, True),
    ],
)
def test_every_name_of_the_address_works(
    desk: Desk,
    visit: Visit,
    query: dict[str, str],
    shown: bool,  # noqa: FBT001
) -> None:
    app = visit("claims", **query)

    assert not app.exception
    assert not app.error
    rows = app.session_state["queue"]
    assert (f"FH-{desk.claim_id:06d}" in rows) is shown


@pytest.mark.usefixtures("desk")
def test_each_filter_is_a_chip_that_can_be_taken_away_by_itself(visit: Visit) -> None:
    app = visit("claims", status=["open", "detected"], checkable="yes")

    assert {
        "claims?status=open&checkable=yes",
        "claims?status=detected&checkable=yes",
        "claims?status=open&status=detected",
        "claims",
    } <= links(app)


@pytest.mark.usefixtures("desk")
def test_what_the_address_asks_for_in_vain_is_said_and_left_out(visit: Visit) -> None:
    app = visit("claims", status="nonsense", speaker="FP-000999", color="red")

    shown = words_of(app)

    assert "status «nonsense»" in shown
    assert "said by «FP-000999»" in shown
    assert "«color»" in shown
    assert STATEMENT in shown


def test_groups_count_what_is_on_view_and_lead_to_it_alone(desk: Desk, visit: Visit) -> None:
    app = visit("claims", group="state")

    assert "claims?status=open&group=state" in links(app)
    assert "1 on view" in paper_text(app)
    assert f"claims?article=FA-{desk.article_id:06d}" in links(visit("claims", group="article"))


@pytest.mark.usefixtures("desk")
def test_a_control_writes_what_it_holds_into_the_address(visit: Visit) -> None:
    app = visit("claims")

    app.selectbox(key="claims-group").set_value("state").run()
    app.text_input(key="claims-q").set_value("bridges").run()

    assert _asked(app, "group") == ["state"]
    assert _asked(app, "q") == ["bridges"]
    assert "best matches first" in words_of(app)
    app.text_input(key="claims-q").set_value("").run()
    assert "q" not in app.query_params


@pytest.mark.usefixtures("desk")
def test_the_filters_are_drawn_when_they_are_opened_and_show_what_the_address_says(visit: Visit) -> None:
    app = visit("claims", status="open")
    assert not app.multiselect

    app.session_state["claims-add"] = True
    app.run()
    assert app.multiselect(key="claims-status").value == ["open"]
    app.multiselect(key="claims-flag").set_value(["needs a source"]).run()
    app.text_input(key="claims-came").set_value("2020..").run()
    app.text_input(key="claims-narrow").set_value("Bridges").run()

    assert not app.exception
    assert _asked(app, "flag") == ["needs a source"]
    assert _asked(app, "came") == ["2020.."]
    assert "claims?status=open&flag=needs+a+source&article=FA-000001&came=2020-01-01.." in links(app)


@pytest.mark.usefixtures("desk")
def test_the_claims_on_view_are_kept_for_the_claims_page(desk: Desk, visit: Visit) -> None:
    numbers = _add(desk, 2)

    app = visit("claims", status="open", type="geography")

    assert app.session_state["queue"] == tuple(f"FH-{number:06d}" for number in reversed(numbers))


@pytest.mark.usefixtures("desk")
def test_a_view_is_saved_chosen_renamed_and_deleted_by_its_owner(visit: Visit) -> None:
    app = visit("claims", status="open", sort="waiting", q="bridges")
    app.session_state["claims-manage-0"] = True
    app.run()
    app.text_input(key="claims-view-name-0").set_value("Bridges to do")
    button(app, "Save").click().run()

    assert not app.exception
    assert "Bridges to do" in paper_text(app)
    assert "claims?q=bridges&status=open&sort=waiting" in links(app)
    (kept,) = record_of_queue.views(data.me())
    assert (kept.name, kept.query) == ("Bridges to do", "q=bridges&status=open&sort=waiting")

    app.session_state["claims-manage-1"] = True
    app.run()
    app.text_input(key="claims-view-rename-1").set_value("Bridges")
    app.run()
    app.button(key="claims-view-renames-1").click().run()
    assert [view.name for view in record_of_queue.views(data.me())] == ["Bridges"]

    app.session_state["claims-manage-2"] = True
    app.run()
    app.button(key="claims-view-deletes-2").click().run()
    assert record_of_queue.views(data.me()) == ()
    assert "Bridges to do" not in paper_text(app)


@pytest.mark.usefixtures("desk")
def test_a_view_without_a_name_is_asked_for_one(visit: Visit) -> None:
    app = visit("claims")
    app.session_state["claims-manage-0"] = True
    app.run()

    button(app, "Save").click().run()

    assert "Give the view a name" in app.error[0].value


def test_a_key_assigns_the_claim_with_the_version_that_was_shown(
    desk: Desk, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts: list[Callable[[Act], None]] = []
    monkeypatch.setattr(component, "queue", lambda _groups, _under, _now, on_act: bool(acts.append(on_act)))
    app = visit("claims", status="open")
    seen = desk.version()

    acts[-1](Act("assign", desk.claim_id, seen))

    assert desk.claim().assignee == "Mara"
    acts[-1](Act("assign", desk.claim_id, seen))
    assert desk.claim().version == seen + 1
    assert not app.exception


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("told", "said"), [(("Yours now", True), "Yours now"), (("Not $x$", False), r"Not \$x\$")])
def test_what_became_of_a_key_is_told_once(visit: Visit, told: tuple[str, bool], said: str) -> None:
    app = visit("claims")
    app.session_state["queue-told"] = told

    assert app.run().toast[0].value == said
    assert not app.run().toast


@pytest.mark.parametrize("sent", [None, "x", {}, {"ref": "FH-1"}, {"ref": "<b>", "version": 1}, {"version": True}])
def test_what_a_browser_sends_is_read_with_care(sent: object) -> None:
    assert component._read(sent) is None


def test_a_selection_is_previewed_done_and_undone(desk: Desk, visit: Visit, chosen: dict[int, int]) -> None:
    numbers = _add(desk, 3)
    app = visit("claims", status="open", type="geography")
    chosen.update(dict.fromkeys(numbers[:2], 1))
    app.run()
    assert any("2 claims selected" in text.value for text in app.markdown)

    app.selectbox(key="claims-deed").set_value("not_for_us").run()
    app.selectbox(key="claims-bulk-reason").set_value(NotForUsReason.DUPLICATE)
    app.text_input(key="claims-bulk-why").set_value("Said twice")
    button(app, "Preview").click().run()
    assert any("2 would change" in text.value for text in app.markdown)
    assert desk.claim(numbers[0]).work_state is WorkState.OPEN

    button(app, "Change 2 claims").click().run()
    chosen.clear()
    app.run()
    assert any("2 claims changed" in text.value for text in app.markdown)
    assert desk.claim(numbers[0]).not_for_us_reason is NotForUsReason.DUPLICATE

    button(app, "Undo").click().run()
    assert not app.exception
    assert desk.claim(numbers[0]).work_state is WorkState.OPEN
    button(app, "Close").click().run()
    assert not any("undone" in text.value for text in app.markdown)


def test_what_somebody_changed_after_it_was_selected_is_left_and_named(
    desk: Desk, visit: Visit, chosen: dict[int, int]
) -> None:
    numbers = _add(desk, 2)
    app = visit("claims", type="geography")
    chosen.update(dict.fromkeys(numbers, 1))
    app.run()
    app.selectbox(key="claims-deed").set_value("take_up").run()
    desk.do(door.edit_claim, numbers[0], 1, {"statement": "Another statement."})

    button(app, "Preview").click().run()
    assert any("1 of 2 would change" in text.value for text in app.markdown)
    assert "changed by mara@example.org after you opened it" in paper_text(app)
    button(app, "Change 1 claim").click().run()

    assert desk.claim(numbers[0]).work_state is WorkState.OPEN
    assert desk.claim(numbers[1]).work_state is WorkState.IN_CHECK
    assert "Another statement." in paper_text(app)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({"turn": 0, "claims": [{"ref": "FH-000003", "version": 2}, {"ref": "x"}, "y"]}, {3: 2}),
        ({"turn": 7, "claims": [{"ref": "FH-000003", "version": 2}]}, {}),
        ("nonsense", {}),
        (None, {}),
    ],
)
def test_a_selection_is_read_with_care(monkeypatch: pytest.MonkeyPatch, held: object, expected: dict[int, int]) -> None:
    monkeypatch.setattr(component.st, "session_state", {"queue-list": {"selected": held}})

    assert component.selected() == expected


def test_when_the_last_claim_leaves_the_list_the_outcome_stays(
    desk: Desk, visit: Visit, chosen: dict[int, int]
) -> None:
    numbers = _add(desk, 1)
    app = visit("claims", status="open", type="geography")
    chosen.update(dict.fromkeys(numbers, 1))
    app.run()
    app.selectbox(key="claims-deed").set_value("not_for_us").run()
    button(app, "Preview").click().run()
    button(app, "Change 1 claim").click().run()

    assert "No claim fits" in words_of(app)
    assert button(app, "Undo")


def test_all_that_fit_can_be_taken_and_not_only_those_on_view(desk: Desk, visit: Visit, chosen: dict[int, int]) -> None:
    numbers = _add(desk, 60)
    app = visit("claims", type="geography")
    chosen.update(dict.fromkeys(numbers[10:], 1))
    app.run()

    button(app, "Take all 60 that fit").click().run()
    app.selectbox(key="claims-deed").set_value("give").run()
    button(app, "Preview").click().run()
    button(app, "Change 60 claims").click().run()

    assert not app.exception
    assert {desk.claim(number).assignee for number in numbers} == {"Mara"}


@pytest.mark.usefixtures("desk")
def test_the_keys_are_listed_when_asked_for(visit: Visit) -> None:
    app = visit("claims")

    button(app, "Keyboard").click().run()

    assert "Add evidence" in paper_text(app)
    assert "never while you type" in paper_text(app)


@pytest.fixture
def hostile(record: Database) -> Desk:
    return make_desk_of_two(record, foreign=HOSTILE)


@pytest.mark.parametrize("query", [{}, {"group": "article"}, {"group": "speaker"}, {"article": "FA-000001"}])
def test_hostile_words_are_shown_letter_by_letter_and_read_by_nothing(
    hostile: Desk, visit: Visit, chosen: dict[int, int], query: dict[str, str]
) -> None:
    chosen[hostile.claim_id] = hostile.version()
    app = visit("claims", **query)
    app.session_state["claims-add"] = True
    app.session_state["claims-files"] = True
    app.run()
    app.selectbox(key="claims-deed").set_value("take_up").run()
    app.text_input(key="claims-narrow").set_value("<script>").run()
    button(app, "Preview").click().run()

    assert not app.exception
    for kind, text in interpreted(app):
        for payload in ("$x$", ":red[x]", "![](", "<script>", "[a](", "**c**"):
            assert payload not in text, (kind, text)
    assert HOSTILE.strip() in paper_text(app)


@pytest.mark.usefixtures("desk")
def test_hostile_words_in_the_address_are_shown_and_read_by_nothing(visit: Visit) -> None:
    app = visit("claims", status=HOSTILE, q=HOSTILE, sort=HOSTILE, speaker=HOSTILE)

    assert not app.exception
    for kind, text in interpreted(app):
        assert "<script>" not in text, (kind, text)


def test_files_are_offered_with_their_count_of_what_is_on_view_and_of_all(desk: Desk, visit: Visit) -> None:
    _add(desk, 55)
    app = visit("claims", type="geography")
    assert not app.get("download_button")

    app.session_state["claims-files"] = True
    app.run()

    shown = "\n".join(text.value for text in app.markdown)
    assert "The 50 rows on view" in shown
    assert "All 55 rows that fit" in shown
    assert [found.label for found in app.get("download_button")] == ["CSV", "Excel", "JSON"] * 2


def test_a_file_of_many_rows_is_made_when_it_is_asked_for() -> None:
    made: list[int] = []
    written = queue_files._writer(EXCEL, lambda: made.append(1) or [{"claim": "FH-000001"}])
    assert not made
    assert written()
    assert made == [1]


def _sheet(content: bytes) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return ET.fromstring(file.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - a file that was written just now


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x")', "@SUM(A1)", "+1", "http://x.example", "-2", "{=1}"])
def test_no_cell_of_a_sheet_is_a_formula_or_a_link_and_every_word_is_kept(text: str) -> None:
    sheet = _sheet(as_xlsx([{"claim": text, "evidence": 3, "none": None}]))

    assert not list(sheet.iter(f"{MAIN}f"))
    assert not list(sheet.iter(f"{MAIN}hyperlink"))
    assert text in "".join(sheet.itertext())


def test_a_sheet_keeps_its_head_in_view_and_numbers_as_numbers() -> None:
    sheet = _sheet(as_xlsx([{"statement": "14 bridges.", "evidence": 3}]))

    (pane,) = sheet.iter(f"{MAIN}pane")
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{MAIN}c")}
    assert cells["B2"].get("t") is None
    assert cells["B2"].findtext(f"{MAIN}v") == "3"
    assert len(list(sheet.iter(f"{MAIN}col"))) == 2


def test_a_sheet_of_nothing_is_a_sheet() -> None:
    assert not list(_sheet(as_xlsx([])).iter(f"{MAIN}c"))


def test_a_text_longer_than_a_cell_is_cut_and_not_refused() -> None:
    assert "x" * 32_767 in "".join(_sheet(as_xlsx([{"claim": "x" * 40_000}])).itertext())
