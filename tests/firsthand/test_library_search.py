"""Finding a quotation, and what a claim says, among the captured sources, on both databases."""

from __future__ import annotations

import pytest

from db.vocabulary import CaptureOutcome, MatchGrade
from firsthand.library_search import find_quotation, search
from tests.makers import make_article, make_capture, make_source

SPEECH = (
    "ADDRESS TO THE HARBOUR ASSEMBLY\n\nCaptain Ilse Moran thanked the pilots.\n\n"
    "We will not dredge the northern channel before the herring have spawned, and nobody may anchor there until May. "
    "Last year 340 boats broke that rule.\n\nThe assembly then adjourned."
)
SAID = "We will not dredge the northern channel before the herring have spawned"


@pytest.fixture
def library(database):
    """A library of forty reports on roads and one speech; an article that quotes the speech is no source."""
    with database.write() as session:
        for number in range(40):
            make_source(session, text=f"Report {number}. The county mended the northern road before the winter.")
        make_source(session, text=SPEECH, title="Minutes of the assembly", published="2026-02-27")
        make_article(session, text=f"The captain said: “{SAID}.”")
    return database


def quoted(database, words, **options):
    with database.read() as session:
        return find_quotation(session, words, **options)


def about(database, statement, *, speaker=None, date=None):
    with database.read() as session:
        return search(session, statement=statement, speaker=speaker, date=date)


def test_a_quotation_is_found_in_its_source_with_its_place(library):
    (found,) = quoted(library, f"“{SAID}”")
    assert (found.grade, found.words, found.title) == (MatchGrade.EXACT, SAID, "Minutes of the assembly")
    assert found.locator == "paragraph 3, line 5"
    assert SPEECH[found.span.start : found.span.end] == SAID


@pytest.mark.parametrize(
    "changed",
    [
        "We will dredge the northern channel before the herring have spawned",
        "We will never dredge that southern channel before the herring have spawned",
        "We will not deepen the northern channel till the cod have spawned",
    ],
)
def test_up_to_three_changed_words_do_no_harm(library, changed):
    (found,) = quoted(library, changed)
    assert found.grade is MatchGrade.NEAR
    assert found.differences


def test_an_ellipsis_is_followed(library):
    (found,) = quoted(library, "We will not dredge the northern channel ... nobody may anchor there until May")
    assert found.grade is MatchGrade.ELIDED


def test_words_that_nobody_said_are_not_found(library):
    assert quoted(library, "the spire of the cathedral fell during evensong") == ()
    assert quoted(library, "…") == ()


def test_an_empty_library_has_nothing(database):
    assert quoted(database, SAID) == ()
    assert about(database, SAID) == ()


def test_a_library_of_one_text_is_searched_too(database):
    with database.write() as session:
        make_source(session, text=SPEECH)
    assert quoted(database, SAID)[0].grade is MatchGrade.EXACT
    assert about(database, "Dredging the northern channel has to wait for the herring.")


def test_the_newest_readable_capture_counts(library):
    with library.write() as session:
        source = make_source(session, text=SPEECH, title="Minutes, corrected")
        later = make_capture(session, source, text=SPEECH.replace("thanked", "warmly thanked"))
        make_capture(session, source, text=None, outcome=CaptureOutcome.FAILED, reason="The site does not answer.")
        number = source.id
    found = next(match for match in quoted(library, SAID) if match.document_id == number)
    assert found.capture_id == found.newest == later.id


def test_words_of_an_older_capture_are_found_there_and_told_apart(library):
    with library.write() as session:
        source = make_source(session, text=SPEECH, title="Minutes, corrected")
        newest = make_capture(session, source, text="The assembly met and adjourned.")
        number = source.id
    found = next(match for match in quoted(library, SAID) if match.document_id == number)
    assert found.newest == newest.id
    assert found.capture_id < newest.id


def test_a_better_grade_comes_first_and_the_limit_holds(library):
    with library.write() as session:
        make_source(session, text=SPEECH.replace("not dredge", "never dredge"), title="A report of it")
    assert [match.grade for match in quoted(library, SAID)] == [MatchGrade.EXACT, MatchGrade.NEAR]
    assert len(quoted(library, SAID, limit=1)) == 1


def test_accents_and_other_scripts_are_found(library):
    with library.write() as session:
        make_source(session, text="Le café de la Baie a fermé ses portes après l'été, dit la gérante.", title="Baie")
        make_source(session, text="Рыбаки не выйдут в море до весны, заявил капитан порта.", title="Порт")
    assert quoted(library, "a fermé ses portes après l’été")[0].title == "Baie"
    assert quoted(library, "Рыбаки не выйдут в море до весны")[0].title == "Порт"


def test_a_source_that_speaks_of_the_claim_is_found_with_its_passage_and_reasons(library):
    found = about(
        library,
        "The harbour will keep the northern channel undredged for the herring; 340 boats ignored it.",
        speaker="Ilse Moran",
        date="2026-02-25",
    )
    assert found[0].title == "Minutes of the assembly"
    assert "herring" in found[0].words
    assert found[0].why[0].startswith("Has these of the claim's words together: «")
    assert found[0].why[1:] == (
        "Names the speaker, Ilse Moran.",
        "Published 2 days after the claim's date, 2026-02-27.",
        "Has the claim's figure «340» as «340».",
    )


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("2026-02-27", "Published on the claim's day, 2026-02-27."),
        ("2026-02-28", "Published 1 day before the claim's date, 2026-02-27."),
        ("2026-02", "Published about the claim's date, 2026-02-27."),
        ("2026-09-01", "Published in the claim's year, 2026."),
        ("2026", "Published in the claim's year, 2026."),
    ],
)
def test_a_date_near_the_claims_weighs(library, date, why):
    dated = about(library, SAID, date=date)[0]
    assert why in dated.why
    assert dated.score > about(library, SAID, date="1999-01-01")[0].score


def test_a_speaker_in_the_title_weighs_more_than_one_in_the_text(library):
    with library.write() as session:
        make_source(session, text=SPEECH, title="Remarks by Captain Moran")
    first, second = about(library, SAID, speaker="Ilse Moran")[:2]
    assert first.why[1] == "Its title or author names the speaker, Ilse Moran."
    assert first.score > second.score
