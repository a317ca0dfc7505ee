"""Charts: what they are drawn from, what they say, and where their marks lead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard import labels
from dashboard.charts import PICK, Picture, by_status, calendar, drafts, first_hand, flow, standing
from dashboard.charts.bars import Bar, Part, frame
from dashboard.components.figure import specification
from db.rows import AgeGroup, ArticleRow, DatePair, DraftCount, Period, TierMix, WeekFlow
from db.vocabulary import DraftFate, Tier, VerificationStatus

S = VerificationStatus
SUNDAY = dt.date(2026, 11, 22)
MONDAY = dt.date(2026, 11, 16)
HOSTILE = '<script>alert(1)</script> {"expr":"1"} datum.x $x$'
INSIDE = re.compile(r"(\./|[a-z]+)(\?[\w%=&.+-]*)?")  # what the browser's part takes for an address of ours


def article(number: int, title: str, *statuses: tuple[VerificationStatus, int]) -> ArticleRow:
    at = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    return ArticleRow(number, "u", 1, "Desk", title, False, None, None, None, None, None, at, 1, statuses)


ARTICLES = (
    article(1, "Nearly done", (S.SUPPORTED, 8), (S.OPEN, 1)),
    article(2, f"Hardly begun {HOSTILE}", (S.MISLEADING, 1), (S.DETECTED, 2), (S.IN_REVIEW, 3), (S.NOT_FOR_US, 4)),
    article(3, "Nothing in it"),
)
WEEKS = tuple(
    WeekFlow(MONDAY - dt.timedelta(weeks=back), came, signed, again)
    for back, came, signed, again in ((30, 0, 0, 0), (3, 5, 0, 0), (2, 0, 2, 1), (1, 0, 3, 0), (0, 0, 0, 0))
)
MIXES = (
    TierMix("FA-000001", "Near", ((Tier.PRIMARY, 3), (Tier.SECONDARY, 1))),
    TierMix("FA-000002", f"Far {HOSTILE}", ((Tier.DERIVED, 2), (Tier.UNKNOWN, 1), (None, 3))),
)
AGES = (
    AgeGroup(S.OPEN, Period(MONDAY, None), 1),
    AgeGroup(S.OPEN, Period(None, MONDAY - dt.timedelta(weeks=12, days=1)), 4),
    AgeGroup(S.RECHECK, Period(None, MONDAY - dt.timedelta(weeks=12, days=1)), 3),
)
PAIRS = (
    DatePair("2024-07", "2024-07", 6),
    DatePair("2024-07", "1987-12", 2),
    DatePair("2024-09", "2024-08", 1),
    DatePair("2024-09", "2025-01", 3),
)
DRAFTS = (
    DraftCount("2025-01-06", "rules 1", DraftFate.KEPT, 90),
    DraftCount("2026-11-02", f"model {HOSTILE}", DraftFate.TURNED_AWAY, 3),
    DraftCount("2026-11-16", "rules 2", DraftFate.KEPT, 3),
    DraftCount("2026-11-16", "rules 2", DraftFate.TURNED_AWAY, 1),
    DraftCount("2026-11-16", "rules 2", DraftFate.WAITING, 4),
)
PICTURES = {
    "articles": by_status.of_articles(ARTICLES, {}),
    "ages": by_status.of_ages(AGES, {}, SUNDAY),
    "weeks": flow.picture(WEEKS, {}, 52),
    "tiers by article": first_hand.picture(MIXES, {}, speakers=False),
    "tiers by speaker": first_hand.picture(MIXES, {}, speakers=True),
    "dates": calendar.picture(PAIRS, {}),
    "drafts": drafts.picture(DRAFTS, {}),
}


@pytest.fixture(params=list(PICTURES.values()), ids=list(PICTURES))
def picture(request: pytest.FixtureRequest) -> Picture:
    found: Picture = request.param
    return found


def parts(spec: Any) -> Iterator[dict[str, Any]]:
    """Walk over every object of a specification."""
    if isinstance(spec, dict):
        yield spec
        for value in spec.values():
            yield from parts(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from parts(value)


@pytest.mark.parametrize("dark", [False, True])
def test_every_field_of_a_chart_is_a_column_of_its_frame_and_has_a_type(picture: Picture, dark: bool) -> None:  # noqa: FBT001
    spec = specification(picture.drawing, tuple(picture.frame.columns), dark)

    encoded = [
        (name, channel)
        for part in parts(spec)
        for name, channel in part.get("encoding", {}).items()
        for channel in (channel if isinstance(channel, list) else [channel])
        if "field" in channel
    ]
    used = {channel["field"] for _, channel in encoded}
    expressions = " ".join(re.findall(r"datum\.(\w+)", str(spec)))

    assert used
    assert used | set(expressions.split()) - {"value"} <= set(picture.frame.columns) | {"href"}
    kinds = {"nominal", "ordinal", "quantitative"}
    assert all(channel.get("type") in kinds or name in {"x2", "y2"} for name, channel in encoded)


@pytest.mark.parametrize("dark", [False, True])
def test_a_specification_holds_neither_rows_nor_foreign_words(picture: Picture, dark: bool) -> None:  # noqa: FBT001
    spec = specification(picture.drawing, tuple(picture.frame.columns), dark)

    assert "<script" not in str(spec)
    assert not [part for part in parts(spec) if "data" in part or "datasets" in part or "values" in part]


def test_every_chart_has_a_title_that_says_what_is_seen_and_words_for_who_does_not_see_it(picture: Picture) -> None:
    assert re.search(r"\d|all|none|half|one|two|three|four", picture.title.lower())
    assert picture.alt.startswith(picture.title)
    assert len(picture.alt) > len(picture.title) + 20
    assert picture.about.endswith(".")


def test_every_mark_leads_to_a_page_of_ours_and_so_does_every_number_of_the_table(picture: Picture) -> None:
    marks = [*picture.frame["href"], *picture.frame.get("whole", ())]
    table = [cell.href for row in picture.rows for cell in row if cell.href]

    assert all(INSIDE.fullmatch(href) for href in [*filter(None, marks), *table])
    assert table
    assert {href for href in picture.frame["href"] if href and href.startswith("claims?")} >= {
        href for href in table if "status=" in href or "said=" in href or "signed=" in href
    }
    assert all(len(row) == len(picture.head) for row in picture.rows)


def test_a_click_is_a_selection_of_an_address(picture: Picture) -> None:
    spec = specification(picture.drawing, tuple(picture.frame.columns), False)

    chosen = [param for part in parts(spec) for param in part.get("params", ())]

    assert [(param["name"], param["select"]["fields"]) for param in chosen] == [(PICK, ["href"])]


def test_the_desk_that_the_board_is_about_stays_in_every_address() -> None:
    drawn = by_status.of_articles(ARTICLES, {"desk": "sport", "article": "FA-000009"})

    assert all("desk=sport" in href for href in drawn.frame["href"])
    assert not any("FA-000009" in href for href in drawn.frame["href"])


def test_articles_stand_in_the_order_of_what_is_left_to_do_and_the_title_names_the_first() -> None:
    drawn = PICTURES["articles"]

    assert drawn.title.startswith("Most is left to do in «Hardly begun")
    assert "5 of its 10 claims, 6 in all" in drawn.title
    assert list(dict.fromkeys(drawn.frame["standing"])) == ["1 of 10 settled", "8 of 9 settled"]


def test_parts_of_a_bar_stand_in_the_fixed_order_with_icon_and_word() -> None:
    rows = PICTURES["articles"].frame

    assert list(rows["word"][:4]) == ["misleading", "detected", "in review", "not for us"]
    assert list(rows["icon"][:2]) == ["warning", "radio_button_unchecked"]
    assert list(zip(rows["begin"][:4], rows["end"][:4], strict=True)) == [(0, 1), (1, 3), (3, 6), (6, 10)]


def test_a_renamed_finding_goes_by_its_new_word_in_rows_and_addresses() -> None:
    labels.renamed({"supported": "right"})
    drawn = by_status.of_articles(ARTICLES, {})
    labels.renamed({})

    assert "right" in set(drawn.frame["word"])
    assert any("status=right" in href for href in drawn.frame["href"])


def test_bars_of_one_length_end_at_one() -> None:
    rows = frame([Bar("a", "", "", (Part("x", "x", "", 1, ""), Part("y", "y", "", 3, "")))], of_one_length=True)

    assert list(rows["end"]) == [0.25, 1.0]


def test_weeks_without_anything_at_either_end_are_left_out_but_for_a_few() -> None:
    shown = PICTURES["weeks"].frame["week"].unique()

    assert len(shown) >= 4
    assert (MONDAY - dt.timedelta(weeks=3)).isoformat() in shown


def test_only_the_latest_weeks_are_shown_and_the_title_is_of_these() -> None:
    drawn = flow.picture(WEEKS, {}, 2)

    assert drawn.title == "The desk has caught up by 3 claims: 3 were signed off, nothing came in"


def test_what_was_signed_off_hangs_below_the_line_and_leads_to_that_week() -> None:
    rows = PICTURES["weeks"].frame
    signed = rows[(rows["kind"] == flow.SIGNED) & (rows["end"] != 0)]

    assert list(signed["end"]) == [-2, -3]
    assert list(signed["href"])[1] == "claims?signed=2026-11-09..2026-11-15"


def test_evidence_furthest_from_the_first_hand_stands_on_top() -> None:
    drawn = PICTURES["tiers by article"]

    assert drawn.title.startswith("3 of 10 checkable claims are backed first hand; «Far")
    assert drawn.frame["name"][0].startswith("Far")
    assert [key.word for key in drawn.key] == ["primary", "secondary", "derived", "unknown tier", "nothing yet"]


def test_the_longest_wait_is_in_the_title_and_leads_to_all_that_wait_so_long() -> None:
    drawn = PICTURES["ages"]

    assert drawn.title == "7 of 8 unfinished claims are waiting more than 12 weeks"
    assert drawn.frame["whole"][0] == "claims?waiting=..2026-08-23&status=open&status=to+be+re-checked"


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (Period(MONDAY, None), "since this week"),
        (Period(MONDAY - dt.timedelta(weeks=1), MONDAY - dt.timedelta(days=1)), "since last week"),
        (
            Period(MONDAY - dt.timedelta(weeks=3), MONDAY - dt.timedelta(weeks=1, days=1)),
            "since 2 to 3 weeks ago",
        ),
        (Period(None, MONDAY - dt.timedelta(weeks=1, days=1)), "more than a week"),
    ],
)
def test_an_age_is_said_in_whole_weeks(since: Period, words: str) -> None:
    drawn = by_status.of_ages([AgeGroup(S.OPEN, since, 1)], {}, SUNDAY)

    assert drawn.frame["name"][0] == words


def test_the_calendar_shows_the_diagonal_and_sums_up_what_lies_before_and_after() -> None:
    rows = PICTURES["dates"].frame
    places = {(row.across, row.up): row.pairs for row in rows.itertuples()}

    assert list(rows[rows["same"]]["said"]) == ["2024-07", "2024-08", "2024-09"]
    assert places["Aug 2024", "Aug 2024"] == 0
    assert places["Jul 2024", "before Jul 2024"] == 2
    assert places["Sep 2024", "after Sep 2024"] == 3
    assert "claims?said=2024-07&dated=..2024-06" in set(rows["href"])
    assert "claims?said=2024-09&dated=2024-10.." in set(rows["href"])
    assert PICTURES["dates"].title.startswith("25 % of the sources are younger")


def test_a_long_calendar_keeps_the_latest_months() -> None:
    drawn = calendar.picture([DatePair("2020-01", "2020-01", 1), DatePair("2024-12", "2024-12", 1)], {})

    assert len(drawn.frame[drawn.frame["same"]]) == calendar.LONGEST
    assert "before Jan 2023" in set(drawn.frame["across"])


def test_a_claim_is_settled_or_left_to_do_or_set_aside() -> None:
    assert set(S) == standing.SETTLED | standing.UNDONE | standing.SET_ASIDE
    assert len(S) == len(standing.SETTLED) + len(standing.UNDONE) + len(standing.SET_ASIDE)


def _light(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it."""
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_written_inside_a_bar_can_be_read(dark: bool) -> None:  # noqa: FBT001
    ground = labels.SLATE if dark else labels.PAPER
    for known in [*first_hand.colours(dark=dark).values(), *by_status.colours(dark=dark).values()]:
        assert contrast(known.fill, known.inside) >= 4.5
        assert max(contrast(known.fill, ground), contrast(known.edge, ground)) >= 3


def test_the_colours_of_the_evidence_are_none_of_a_finding() -> None:
    findings = {colour for label in labels.STATUSES.values() for colour in (label.light, label.dark)}

    assert not findings & {colour for pair in first_hand.RAMP.values() for colour in pair}


def test_the_weeks_of_drafts_tell_the_share_that_was_kept_and_lead_to_the_drafts() -> None:
    drawn = drafts.picture(DRAFTS, {"desk": "news", "came": "2025"})

    assert drawn.title == "The desk has kept 3 of 7 judged drafts; 4 wait to be judged"
    assert [cell.text for cell in drawn.rows[0]] == ["16 Nov 2026", "3", "1", "4", "75 %"]
    assert drawn.rows[0][1].href == "claims?desk=news&draft=kept&came=2026-11-16..2026-11-22"
    assert [row[0].text for row in drawn.rows] == ["16 Nov 2026", "2 Nov 2026"]  # a gap of many months is left out
    top = drawn.frame[(drawn.frame["week"] == "2026-11-16") & (drawn.frame["kind"] == "waiting")]
    assert top[["begin", "end", "label"]].to_numpy().tolist() == [[4, 8, "75 %"]]


def test_drafts_that_nobody_has_judged_have_no_share() -> None:
    drawn = drafts.picture((DraftCount("2026-11-16", "rules 2", DraftFate.WAITING, 4),), {})

    assert drawn.title == "No draft has been judged yet; 4 wait to be judged"
    assert set(drawn.frame["label"]) == {""}
    assert len(drawn.frame) == 3 * 8
