from __future__ import annotations

import dataclasses
from typing import Any

from dashboard import data
from dashboard.components.evidence_card import card
from dashboard.components.evidence_compared import Compared, quote_difference
from dashboard.components.evidence_judging import Judgement
from dashboard.components.evidence_list import judged
from dashboard.data import checking
from dashboard.texts import languages
from db.rows import ClaimFile, EvidenceRow
from db.vocabulary import Aspect, MatchGrade, Stance, Tier
from firsthand.evidence.comparison import compare
from tests.dashboard.desks import SOURCE, Desk
from tests.dashboard.drawn import words

QUOTE = "the state closed 14 bridges last year"


def _tagged(node: Any, tag: str) -> list[str]:
    if isinstance(node, str):
        return []
    own = [words(node)] if node["tag"] == tag else []
    return own + [found for child in node.get("children", []) for found in _tagged(child, tag)]


def _hrefs(node: Any) -> set[str]:
    if isinstance(node, str):
        return set()
    own = {node["href"]} if node.get("href") else set()
    return own.union(*(_hrefs(child) for child in node.get("children", [])))


def _file(desk: Desk) -> ClaimFile:
    file = data.claim_file(desk.claim_id)
    assert file is not None
    return file


def _compared(desk: Desk, piece: EvidenceRow) -> Compared:
    found = data.comparison(_file(desk), piece)
    pieces = found.alignment.pieces if found.alignment else ()
    around = checking.surroundings(piece)
    return Compared(pieces, found.numbers, found.cautions, around, found.translated, found.absent)


def test_every_word_that_differs_is_marked_on_its_own_side() -> None:
    alignment = compare(QUOTE, QUOTE, "the state closed 12 bridges last year").alignment
    assert alignment is not None

    shown = quote_difference(alignment.pieces)

    assert (_tagged(shown, "del"), _tagged(shown, "ins")) == (["14"], ["12"])
    assert QUOTE in words(shown)


def test_a_card_shows_the_exact_words_the_tier_and_how_figures_compare(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence(note="Counts by calendar year.")
    piece = _file(desk).evidence[0]

    shown = words(card(piece, _compared(desk, piece)))

    for expected in (
        piece.exact,
        "refutes",
        "primary",
        "Report",
        "figures differ",
        "Counts by calendar year.",
        "paragraph 2",
        "Added by Mara",
    ):
        assert expected in shown


def test_a_card_unfolds_the_passage_in_the_captured_text_around_it(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()
    piece = _file(desk).evidence[0]

    (unfolded,) = _tagged(card(piece, _compared(desk, piece)), "details")

    assert SOURCE in unfolded
    assert "…Annual report" not in unfolded  # the text begins there: nothing was cut


def test_both_figures_stand_side_by_side_with_the_working(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()
    piece = _file(desk).evidence[0]

    shown = card(piece, _compared(desk, piece))
    (unfolded,) = _tagged(shown, "details")

    for expected in ("The article's figure14", "The source's figure12"):
        assert expected in unfolded
    assert words(shown).count("The claim has «14 bridges»") == 1


def test_where_the_quoted_words_differ_the_card_says_so_on_both_sides(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()
    piece = _file(desk).evidence[0]
    alignment = compare(QUOTE, QUOTE, "the state closed 12 bridges last year").alignment
    assert alignment is not None

    near = piece.__class__(**{**_fields(piece), "grade": MatchGrade.NEAR})
    shown = card(near, Compared(alignment.pieces))

    assert "One place differs:" in words(shown)
    assert set(_tagged(shown, "del")) == {"14"}
    assert set(_tagged(shown, "ins")) == {"12"}


def _fields(piece: EvidenceRow) -> dict[str, Any]:
    return {name: getattr(piece, name) for name in EvidenceRow.__slots__}


def test_a_card_leads_to_the_whole_source_at_the_passage_and_to_its_forms(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()
    piece = _file(desk).evidence[0]

    reached = _hrefs(card(piece, Compared(), change="claim?claim=FH-000001&do=piece-1"))

    assert {f"source?source=FS-{desk.source_id:06d}&passage={piece.id}", "claim?claim=FH-000001&do=piece-1"} <= reached
    assert "https://bridges.example.org/report" in reached


def test_a_source_that_is_not_captured_says_so_in_words(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence(capture_id=None)

    assert "typed by a person; the source is not captured" in words(card(_file(desk).evidence[0], Compared()))


def test_what_could_not_be_saved_of_a_judgement_is_told_by_label(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()

    told = judged(_file(desk).evidence[0], Judgement(Aspect.SUBSTANCE, Stance.CONTEXT, Tier.DERIVED, "A copy."))

    assert told == {
        "Evidence from": "Report",
        "What the passage does": "gives context",
        "What it speaks to": "whether it is so",
        "How first hand it is for this claim": "derived",
        "Note": "A copy.",
    }


def test_what_to_look_at_before_trusting_the_words_stands_on_the_card(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()
    piece = dataclasses.replace(_file(desk).evidence[0], grade=MatchGrade.EXACT)
    cautions = [f"The source goes on: «but {number}»." for number in ("one", "two", "three", "four", "five")]

    node = card(piece, Compared(cautions=cautions))
    (unfolded,) = _tagged(node, "details")
    shown = words(node).removesuffix(unfolded)

    assert all(sentence in shown for sentence in cautions[:3])
    assert "and 2 more, in context" in words(node)
    assert all(sentence in unfolded and sentence not in shown for sentence in cautions[3:])


def test_a_source_in_another_language_says_that_only_figures_and_names_were_compared(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()
    piece = dataclasses.replace(
        _file(desk).evidence[0], source_language="ru-RU", grade=None, exact="Государство закрыло 14 мостов."
    )

    found = data.comparison(_file(desk), piece)
    shown = words(card(piece, Compared((), found.numbers, found.cautions, None, found.translated, ("Petrov",))))

    assert found.translated
    assert found.alignment is None
    assert "The source is in Russian: compared by figures and names only." in shown
    assert "Names that were not found in it, in any spelling: Petrov." in shown


def test_a_language_without_a_name_here_is_named_by_its_tag() -> None:
    assert languages.name("tlh") == "“tlh”"
    assert languages.name("de-AT") == "German"
    assert languages.name(None) == "another language"


def test_what_stands_beside_the_passage_in_its_source_is_looked_at_too(desk: Desk) -> None:
    desk.take_up()
    desk.add_evidence()
    file = _file(desk)
    claim = dataclasses.replace(file.claim, quoted_words=QUOTE)
    piece = dataclasses.replace(
        file.evidence[0], exact=QUOTE, prefix="I never said that ", suffix=", but it may.", capture_id=None
    )

    cautions = data.comparison(dataclasses.replace(file, claim=claim), piece).cautions

    assert cautions == (
        "In the source a negation leads to these words: «I never said that».",
        "The source goes on: «but it may».",
    )
