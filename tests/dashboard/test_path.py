from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from dashboard.components.path_layout import End, Way, ways
from dashboard.components.path_picture import in_words, picture
from db.rows import ArticleRow, ClaimFile, ClaimRow, EvidenceRow, Network, SourceRelationRow, SourceRow
from db.vocabulary import Aspect, ClaimOrigin, ClaimType, SourceKind, SourceRelationKind, Stance, Tier, WorkState
from tests.dashboard.drawn import words

AT = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
K = SourceRelationKind


def _row(row: type[Any], /, **given: Any) -> Any:
    """Make a row with None wherever nothing is given."""
    blank = {item.name: None for item in dataclasses.fields(row) if item.default is dataclasses.MISSING}
    return row(**{**blank, **given})


def _claim(**given: Any) -> ClaimRow:
    made: ClaimRow = _row(
        ClaimRow,
        **{
            "id": 1,
            "article_id": 1,
            "claim_type": ClaimType.STATISTIC,
            "origin": ClaimOrigin.PERSON,
            "work_state": WorkState.IN_CHECK,
            **given,
        },
    )
    return made


def _piece(source_id: int, tier: Tier, stance: Stance = Stance.SUPPORTS, **given: Any) -> EvidenceRow:
    made: EvidenceRow = _row(
        EvidenceRow,
        **{
            "id": source_id,
            "claim_id": 1,
            "source_id": source_id,
            "source_title": f"Source {source_id}",
            "source_kind": SourceKind.OTHER,
            "tier": tier,
            "stance": stance,
            "aspect": Aspect.SUBSTANCE,
            **given,
        },
    )
    return made


def _file(*pieces: EvidenceRow, **claim: Any) -> ClaimFile:
    article: ArticleRow = _row(
        ArticleRow, id=1, title="Bridges", publisher="Daily", published="2026-03-01", created_at=AT
    )
    return ClaimFile(_claim(**claim), article, "", "", pieces, (), (), (), (), ())


def _source(source_id: int, *, captured: bool = True) -> SourceRow:
    made: SourceRow = _row(
        SourceRow,
        id=source_id,
        title=f"Source {source_id}",
        publisher=f"Publisher {source_id}",
        published="2026-02",
        kind=SourceKind.WIRE_REPORT,
        captured=captured,
    )
    return made


def _network(*relations: tuple[int, K, int], captured: bool = True) -> Network:
    ids = sorted({end for source, _, other in relations for end in (source, other)})
    rows = [
        SourceRelationRow(number, source, "", other, "", kind, None)
        for number, (source, kind, other) in enumerate(relations)
    ]
    return Network(tuple(_source(number, captured=captured) for number in ids), tuple(rows))


NOBODY = Network((), ())


def _shape(way: Way) -> list[str]:
    return [f"S{step.source_id}" if step.end is End.SOURCE else step.end.value for step in way.steps]


def test_without_evidence_the_way_breaks_right_after_the_article() -> None:
    (way,) = ways(_file(), NOBODY)

    assert _shape(way) == ["article", "nothing"]
    assert way.broken
    assert "No evidence yet" in words(picture(_claim(), [way]))


def test_a_secondary_source_leaves_a_gap_where_the_first_hand_would_be() -> None:
    (way,) = ways(_file(_piece(1, Tier.SECONDARY)), NOBODY)

    assert _shape(way) == ["article", "S1", "gap"]


def test_a_primary_source_ends_the_way() -> None:
    (way,) = ways(_file(_piece(1, Tier.PRIMARY)), NOBODY)

    assert _shape(way) == ["article", "S1"]
    assert not way.broken


def test_what_a_source_quotes_carries_the_way_on_to_the_first_hand() -> None:
    file = _file(_piece(1, Tier.SECONDARY), _piece(2, Tier.PRIMARY, Stance.CONTEXT))

    (way,) = ways(file, _network((1, K.QUOTES, 2)))

    assert _shape(way) == ["article", "S1", "S2"]
    assert [step.by for step in way.steps] == [None, Stance.SUPPORTS, K.QUOTES]


def test_reprints_are_followed_one_after_the_other() -> None:
    relations = _network((1, K.REPRINTS, 2), (2, K.TRANSLATION_OF, 3), (3, K.DERIVED_FROM, 4))

    (way,) = ways(_file(_piece(1, Tier.DERIVED)), relations)

    assert _shape(way) == ["article", "S1", "S2", "S3", "S4", "gap"]


def test_the_short_way_to_the_first_hand_wins_over_the_long_one() -> None:
    relations = _network((1, K.REPRINTS, 2), (2, K.QUOTES, 3), (1, K.QUOTES, 3))

    (way,) = ways(_file(_piece(1, Tier.SECONDARY), _piece(3, Tier.PRIMARY)), relations)

    assert _shape(way) == ["article", "S1", "S3"]


def test_several_origins_are_several_ways_the_nearest_to_the_first_hand_first() -> None:
    file = _file(_piece(1, Tier.TERTIARY), _piece(2, Tier.PRIMARY), _piece(3, Tier.SECONDARY))

    assert [_shape(way) for way in ways(file, NOBODY)] == [
        ["article", "S2"],
        ["article", "S3", "gap"],
        ["article", "S1", "gap"],
    ]


@pytest.mark.parametrize(
    "relations",
    [[(1, K.QUOTES, 1)], [(1, K.QUOTES, 2), (2, K.QUOTES, 1)], [(1, K.QUOTES, 2), (2, K.QUOTES, 3), (3, K.QUOTES, 1)]],
)
def test_sources_that_lead_to_one_another_in_a_circle_come_to_an_end(relations: list[tuple[int, K, int]]) -> None:
    file = _file(_piece(1, Tier.SECONDARY), _piece(2, Tier.SECONDARY))

    shown = ways(file, _network(*relations))

    assert all(way.broken for way in shown)
    assert all(len(_shape(way)) == len(set(_shape(way))) for way in shown)
    assert {"S1", "S2"} <= {name for way in shown for name in _shape(way)}


def test_context_decides_nothing_so_it_never_is_the_first_hand() -> None:
    (way,) = ways(_file(_piece(1, Tier.SECONDARY), _piece(2, Tier.PRIMARY, Stance.CONTEXT)), NOBODY)
    assert _shape(way) == ["article", "S1", "gap"]

    (alone,) = ways(_file(_piece(2, Tier.PRIMARY, Stance.CONTEXT)), NOBODY)
    assert _shape(alone) == ["article", "S2", "gap"]


def test_withdrawn_evidence_is_no_way() -> None:
    (way,) = ways(_file(_piece(1, Tier.PRIMARY, withdrawn_at=AT)), NOBODY)

    assert _shape(way) == ["article", "nothing"]


def test_where_it_is_in_question_who_said_it_the_speaker_stands_at_the_end() -> None:
    (quoted,) = ways(_file(_piece(1, Tier.PRIMARY), claim_type=ClaimType.QUOTE, speaker="Ana Petrov"), NOBODY)
    (counted,) = ways(_file(_piece(1, Tier.PRIMARY), speaker="Ana Petrov"), NOBODY)
    (heard,) = ways(_file(_piece(1, Tier.SECONDARY, aspect=Aspect.ATTRIBUTION), speaker_as_named="She"), NOBODY)

    assert _shape(quoted) == ["article", "S1", "speaker"]
    assert _shape(counted) == ["article", "S1"]
    assert _shape(heard) == ["article", "S1", "gap", "speaker"]


def test_the_picture_says_each_step_its_tier_and_what_is_not_captured_and_has_an_alternative_in_words() -> None:
    (way,) = ways(_file(_piece(1, Tier.SECONDARY)), _network((1, K.QUOTES, 2), captured=False))

    drawn = words(picture(_claim(), [way]))
    told = in_words(way)

    for expected in ("Bridges", "Publisher 1", "secondary", "not captured", "quotes", "No first hand yet"):
        assert expected in drawn
        assert expected in told
    assert "not put forward" in drawn


def test_only_the_nearest_way_is_drawn_and_the_others_unfold() -> None:
    shown = ways(_file(_piece(1, Tier.PRIMARY), _piece(2, Tier.SECONDARY), _piece(3, Tier.SECONDARY)), NOBODY)

    assert "2 other ways" in words(picture(_claim(), shown))
