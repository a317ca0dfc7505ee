"""Speakers: the list, one speaker's page, and the forms on their record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import charts, data
from dashboard.actions import personal, speakers
from dashboard.charts import of_speaker
from dashboard.components import speaker_records, speaker_sums
from dashboard.data import speakers as read
from db.queries import people
from db.rows import SpeakerFate
from db.vocabulary import AttributionFinding, Role, SpeakerKind, VerificationStatus
from firsthand import desk as door
from tests.dashboard.desks import Desk, make_desk_of_two
from tests.dashboard.drawn import button, interpreted, keyed, links, paper_text, papers, words, words_of

Visit = Callable[..., AppTest]
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"
_S, _A = VerificationStatus, AttributionFinding
FATES = (
    SpeakerFate("2024", _S.SUPPORTED, _A.CONFIRMED, None, 3),
    SpeakerFate("2024", _S.MISLEADING, _A.OTHER_WORDS, None, 1),
    SpeakerFate("2022", _S.OPEN, None, None, 2),
    SpeakerFate(None, _S.SUPPORTED, _A.CONFIRMED, None, 1),
)


def _speaker(desk: Desk, name: str = "Ana Petrov", *, claim: bool = True) -> int:
    """Put a speaker on file and tie the claim to them."""
    added = desk.do(door.find_or_add_speaker, name, SpeakerKind.PERSON, f"Minister of {name}")
    assert isinstance(added, int)
    if claim:
        desk.do(door.edit_claim, desk.claim_id, desk.version(), {"speaker_id": added, "said_on": "2025-03"}, "tied")
    return added


@pytest.mark.usefixtures("record")
def test_an_empty_desk_says_where_speakers_come_from(visit: Visit) -> None:
    app = visit("speakers")

    assert not app.exception
    assert "No speaker is on file yet" in words_of(app)
    assert len(app.main.get("page_link")) == 1


def test_the_list_says_how_each_fared_and_every_number_leads_to_its_claims(desk: Desk, visit: Visit) -> None:
    ana = _speaker(desk)
    _speaker(desk, "Bo", claim=False)
    desk.sign()

    app = visit("speakers")

    assert not app.exception
    text = paper_text(app)
    assert text.index("Ana Petrov") < text.index("Bo")
    assert "no claims yet" in text
    ref = f"FP-{ana:06d}"
    assert {f"speaker?speaker={ref}", f"claims?speaker={ref}"} <= links(app)
    assert {f"claims?speaker={ref}&status=contradicted", f"claims?speaker={ref}&finding=said+so"} <= links(app)


def test_speakers_are_searched_and_sorted_in_the_address(desk: Desk, visit: Visit) -> None:
    _speaker(desk)
    _speaker(desk, "Aaron", claim=False)

    by_name = paper_text(visit("speakers", sort="name"))
    assert by_name.index("Aaron") < by_name.index("Ana Petrov")
    found = paper_text(visit("speakers", q="petro"))
    assert "Ana Petrov" in found
    assert "Aaron" not in found
    assert "No speaker fits" in words_of(visit("speakers", q="nobody"))


def test_the_speakers_on_view_can_be_had_as_files(desk: Desk, visit: Visit) -> None:
    _speaker(desk)
    desk.sign()
    app = visit("speakers")

    assert len(app.get("download_button")) == 2
    rows = read.page("", "claims").rows
    record = speaker_records.records(rows, read.sums(rows))[0]
    assert (record["name"], record["role"], record["claims"]) == ("Ana Petrov", "Minister of Ana Petrov", 1)
    assert (record["Is it so? contradicted"], record["Did they say it? said so"]) == (1, 1)


def test_a_page_of_one_speaker_keeps_the_two_questions_apart(desk: Desk, visit: Visit) -> None:
    ref = f"FP-{_speaker(desk):06d}"
    desk.sign()

    app = visit("speaker", speaker=ref)

    assert not app.exception
    text = paper_text(app)
    assert "The one judged claim is theirs" in text
    assert "1 of 1 claim signed: 1 contradicted" in text
    assert "All that is dated was said in 2025: 1 claim, 1 settled" in text
    assert f"FH-{desk.claim_id:06d}" in text
    expected = {"finding=said+so", "status=contradicted"}
    assert {f"claims?speaker={ref}&{query}" for query in expected} <= links(app)
    assert {f"history?of={ref}", f"speaker?speaker={ref}&do=edit", f"claims?speaker={ref}"} <= links(app)
    assert len(app.get("vega_lite_chart")) == 1


def test_a_speaker_without_claims_says_what_to_do(desk: Desk, visit: Visit) -> None:
    app = visit("speaker", speaker=f"FP-{_speaker(desk, claim=False):06d}")

    assert not app.exception
    assert "No claim is tied to this speaker yet" in words_of(app)


def test_a_claim_without_a_date_leaves_no_chart(desk: Desk, visit: Visit) -> None:
    bo = _speaker(desk, "Bo", claim=False)
    desk.do(door.edit_claim, desk.claim_id, desk.version(), {"speaker_id": bo}, "tied")

    app = visit("speaker", speaker=f"FP-{bo:06d}")

    assert not app.exception
    assert "None of their claims has a date" in words_of(app)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("asked", ["", "FP-999999", "FH-000001", "x", "FP-", "<script>", "FP-" + "9" * 30])
def test_an_address_that_names_no_speaker_gets_a_sentence_and_a_way_back(visit: Visit, asked: str) -> None:
    app = visit("speaker", **({"speaker": asked} if asked else {}))

    assert not app.exception
    assert any("no speaker" in text.value or "No speaker" in text.value for text in app.text)
    assert len(app.main.get("page_link")) == 1


def test_a_speaker_is_edited_and_gets_a_role(desk: Desk, visit: Visit) -> None:
    ref = f"FP-{_speaker(desk):06d}"
    app = visit("speaker", speaker=ref, do="edit")
    keyed(app, "text_input", "/name").input("Ana Petrova")
    keyed(app, "text_area", "/note").input("Also written Petrov.")
    app = button(app, "Save the changes").click().run()
    assert [said.value for said in app.success] == ["The speaker is changed\\."]
    assert "Ana Petrova" in paper_text(app)
    assert "Also written Petrov." in paper_text(app)

    app = visit("speaker", speaker=ref, do="role")
    keyed(app, "text_input", "/role").input("Prime minister")
    keyed(app, "text_input", "/since").input("2024-08")
    app = button(app, "Add the role").click().run()
    assert not app.exception
    assert "Prime ministersince 2024-08" in paper_text(app)

    keyed(app, "text_input", "/role").input("Prime minister")
    keyed(app, "text_input", "/since").input("last year")
    app = button(app, "Add the role").click().run()
    assert "is no date" in app.error[0].value


def test_whoever_edits_what_was_edited_meanwhile_is_told_and_loses_nothing(desk: Desk, visit: Visit) -> None:
    ana = _speaker(desk)
    app = visit("speaker", speaker=f"FP-{ana:06d}", do="edit")
    desk.do(door.add_speaker_role, ana, "Mayor", None, "2020")
    keyed(app, "text_area", "/note").input("My note")
    app = button(app, "Save the changes").click().run()

    assert "was changed by" in app.warning[0].value
    assert "My note" in paper_text(app)
    assert "Mayor" in paper_text(app)


def test_a_reader_sees_no_form(desk: Desk, visit: Visit) -> None:
    ref = f"FP-{_speaker(desk):06d}"
    with desk.record.write() as session:  # in the demo, the first by name acts
        door.add_user(session, door.Actor.machine("maker"), "rea@example.org", "A reader", [Role.READER])

    app = visit("speaker", speaker=ref, do="edit")

    assert not app.exception
    assert not app.text_input
    assert f"speaker?speaker={ref}&do=edit" not in links(app)


def test_foreign_names_are_never_read_as_markdown(record: Any, visit: Visit) -> None:
    hostile = make_desk_of_two(record, foreign=HOSTILE, named="")
    ref = f"FP-{_speaker(hostile, f'Ana{HOSTILE}'):06d}"
    for page, query in (("speakers", {}), ("speaker", {"speaker": ref, "do": "edit"})):
        app = visit(page, **query)

        assert not app.exception
        assert [kind for kind, text in interpreted(app) if "<script>" in text or ":red[" in text] == []
        assert HOSTILE.strip() in paper_text(app)


def test_fates_are_summed_up_in_the_fixed_order_the_last_year_first() -> None:
    assert speaker_sums.by_status(FATES) == ((_S.SUPPORTED, 4), (_S.MISLEADING, 1), (_S.OPEN, 2))
    assert speaker_sums.by_attribution(FATES) == ((_A.CONFIRMED, 4), (_A.OTHER_WORDS, 1))
    assert [year for year, _ in speaker_sums.by_year(FATES)] == ["2024", "2022", None]
    assert speaker_sums.signed(speaker_sums.by_status(FATES)) == 5


def _fields(spec: Any) -> set[str]:
    if isinstance(spec, dict):
        own = {spec["field"]} if isinstance(spec.get("field"), str) else set()
        return own.union(*(_fields(value) for value in spec.values()))
    return set().union(*(_fields(value) for value in spec)) if isinstance(spec, list) else set()


@pytest.mark.parametrize("dark", [False, True])
def test_the_chart_over_time_draws_the_columns_of_its_rows_and_says_what_it_shows(dark: bool) -> None:  # noqa: FBT001
    picture = of_speaker.over_time(speaker_sums.by_year(FATES), "FP-000003")

    assert _fields(picture.drawing(picture.frame, dark=dark).to_dict()) <= {*picture.frame.columns}
    assert picture.title == "Most was said in 2024: 4 claims, 4 settled"
    assert picture.alt.startswith(picture.title)
    assert "1 claim has no date" in picture.about
    assert {cell.href for row in picture.rows for cell in row if cell.href} == {
        "claims?speaker=FP-000003&said=2024",
        "claims?speaker=FP-000003&said=2022",
        "claims?speaker=FP-000003&said=2024&status=supported",
        "claims?speaker=FP-000003&said=2024&status=misleading",
        "claims?speaker=FP-000003&said=2022&status=open",
    }
    assert isinstance(picture, charts.Picture)


def test_a_speaker_who_is_added_twice_is_one(desk: Desk) -> None:
    mara = data.me()
    first, again = (speakers.add_speaker(mara, name, SpeakerKind.PERSON) for name in ("Ana Petrov", " Ana  Petrov "))

    assert first.done
    assert first.ref == again.ref
    assert [row.ref for row in read.choices("petrov")] == [first.ref]
    assert [row.ref for row in read.choices(first.ref or "")] == [first.ref]
    assert not speakers.add_speaker(mara, " ", SpeakerKind.BODY).done
    assert desk.claim().speaker_id is None


def test_views_and_looks_are_kept_for_the_person_alone(desk: Desk) -> None:
    mara = data.me()
    newest = data.newest_event()

    saved = personal.save_view(mara, "claims", "Open ones", "status=open")
    personal.looked(mara, "board", newest)

    assert saved.done
    assert not personal.save_view(mara, "claims", "", "status=open").done
    with desk.record.read() as session:
        view = people.views(session, mara.id, "claims")[0]
        look = people.last_look(session, mara.id, "board")
    assert (view.name, view.query) == ("Open ones", "status=open")
    assert look is not None
    assert look.seq == newest
    assert data.newest_event() == newest
    assert not personal.drop_view(mara, view.id + 1).done
    assert personal.drop_view(mara, view.id).done


def test_the_pages_first_heading_is_its_speaker(desk: Desk, visit: Visit) -> None:
    app = visit("speaker", speaker=f"FP-{_speaker(desk):06d}")

    headings = [node for paper in papers(app) for node in _all(paper) if node.get("tag") == "h1"]
    assert [words(node) for node in headings] == ["Ana Petrov"]


def _all(node: Any) -> list[dict[str, Any]]:
    return (
        [] if isinstance(node, str) else [node, *(each for child in node.get("children", []) for each in _all(child))]
    )
