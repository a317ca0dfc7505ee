"""Texts of two sources that are nearly the same are told from texts that quote each other."""

from __future__ import annotations

import pytest

from db.vocabulary import SourceRelationKind
from firsthand.near_copies import near_copies
from firsthand.origins.copies import copied, in_words, rare_runs, shared
from tests.firsthand.newsroom import Newsroom

REPORT = (
    "The harbour authority counted fourteen damaged culverts along the lower river during its spring inspection.\n\n"
    "Engineers recommended that repairs be finished before the autumn floods reach the districts behind the railway"
    " embankment, where two pumping stations have been out of service since February.\n\nThe municipal council will"
    " debate the proposal on Thursday. Residents had complained repeatedly about water standing in their cellars,"
    " while insurers refused payments because the drainage plan had expired.\n\nAccording to the estimate, excavation"
    " would cost eleven million crowns, provincial subsidies excluded, and could begin within six weeks of approval."
)
OTHER = " ".join(f"Quite another sentence number {number} about gardens and their fences." for number in range(30))


def _is_copy(text: str, other: str) -> bool:
    measured = shared(text, other)
    return copied(measured.of_text, measured.words)


def test_a_text_shares_all_with_itself_and_nothing_with_another() -> None:
    assert in_words(shared(REPORT, REPORT).of_text) == "All"
    assert _is_copy(REPORT, REPORT.upper())
    assert shared(REPORT, OTHER).of_text == 0
    assert not _is_copy("", "")


def test_a_repost_with_a_line_more_and_a_word_less_is_a_copy() -> None:
    assert _is_copy(f"Reposted by us. {REPORT.replace('damaged ', '')}\nFollow us.", REPORT)


def test_a_long_report_that_quotes_another_whole_is_no_copy() -> None:
    assert not _is_copy(f"{OTHER} {REPORT} {OTHER}", REPORT)


def test_short_texts_are_never_copies() -> None:
    assert not _is_copy("The harbour is closed.", "The harbour is closed.")
    assert rare_runs("The harbour is closed.") == ()


def test_words_to_look_for_stand_in_the_text() -> None:
    runs = rare_runs(REPORT)
    assert len(runs) == 4
    assert all(word in REPORT.casefold() for run in runs for word in run)


@pytest.mark.parametrize(
    ("ours", "theirs", "turned"),
    [("2026-03-02", "2026-03-01", False), ("2026-03-01", "2026-03-02", True), (None, None, False)],
)
def test_the_later_text_reprints_the_earlier_one(
    local_newsroom: Newsroom, ours: str | None, theirs: str | None, *, turned: bool
) -> None:
    first, _ = local_newsroom.add_source(REPORT, title="Report", published=theirs)
    local_newsroom.add_source(OTHER, title="Gardens")
    second, _ = local_newsroom.add_source(REPORT, title="Repost", published=ours)

    with local_newsroom.database.read() as session:
        (sign,) = near_copies(session, second, REPORT)
        assert (sign.kind, sign.other_id, sign.turned) == (SourceRelationKind.REPRINTS, first, turned)
        assert sign.why == "All of its words stand in the other one, in long runs."
        assert near_copies(session, second, " ") == ()


def test_the_text_with_more_of_its_own_is_the_original_where_dates_do_not_tell(local_newsroom: Newsroom) -> None:
    cut = REPORT.rpartition("\n\n")[0]
    first, _ = local_newsroom.add_source(cut, title="Cut", published=None)
    second, _ = local_newsroom.add_source(REPORT, title="Whole", published=None)
    with local_newsroom.database.read() as session:
        assert [(sign.other_id, sign.turned) for sign in near_copies(session, second, REPORT)] == [(first, True)]
        assert [(sign.other_id, sign.turned) for sign in near_copies(session, first, cut)] == [(second, False)]


def test_a_copy_with_other_words_here_and_there_is_found_among_other_texts(newsroom: Newsroom) -> None:
    text = REPORT.replace("culverts", "sluices").replace("crowns", "guilders")
    first, _ = newsroom.add_source(text, title="Report", published="2026-03-01")
    changed = text.replace("spring inspection", "yearly look").replace("Thursday", "Friday")
    second, _ = newsroom.add_source(changed, title="Repost", published="2026-03-02")
    with newsroom.database.read() as session:
        found = {sign.other_id: sign.turned for sign in near_copies(session, second, changed)}
    assert found == {first: False}


def test_another_capture_of_the_same_source_is_no_copy(local_newsroom: Newsroom) -> None:
    source, _ = local_newsroom.add_source(REPORT, title="Report")
    with local_newsroom.database.read() as session:
        assert near_copies(session, source, REPORT) == ()
