"""Three hundred sentences of news prose, written for this project and labelled as an editor would, before any scoring.

The tuning half chose between settings of the learning; the other half only measures.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from db.vocabulary import ClaimType
from firsthand.claims.checkworthiness import THRESHOLD, check_worthiness
from firsthand.claims.weighing.kinds import claim_type_of

FILE = Path(__file__).with_name("news_sentences.tsv")
TUNING, HELD_OUT = "tuning", "held_out"


class NewsSentence(NamedTuple):
    part: str
    subject: str
    style: str
    worth: bool
    claim_type: ClaimType
    sentence: str


class Measured(NamedTuple):
    """``kinds`` is the share whose type is right; ``settled`` the share told right from opinion and prediction."""

    precision: float
    recall: float
    f1: float
    kinds: float
    settled: float


def news_sentences(*parts: str) -> list[NewsSentence]:
    """Read the sentences of these parts, all without any."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        read = [NewsSentence(**{**row, "worth": row["worth"] == "yes"}) for row in rows]
    return [
        row._replace(claim_type=ClaimType(row.claim_type)) for row in read if row.part in (parts or (TUNING, HELD_OUT))
    ]


def measured(rows: list[NewsSentence]) -> Measured:
    """Score the rows with the functions that ship."""
    mine = [score >= THRESHOLD for score in check_worthiness([row.sentence for row in rows])]
    hits = sum(row.worth and marked for row, marked in zip(rows, mine, strict=True))
    precision, recall = hits / sum(mine), hits / sum(row.worth for row in rows)
    kinds = [claim_type_of(row.sentence) for row in rows]
    return Measured(
        precision,
        recall,
        2 * precision * recall / (precision + recall),
        sum(kind is row.claim_type for kind, row in zip(kinds, rows, strict=True)) / len(rows),
        sum(kind.checkable is row.claim_type.checkable for kind, row in zip(kinds, rows, strict=True)) / len(rows),
    )
