"""What an event tells, in words: its fields by plain names, its codes by their words, people by name. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from dashboard import labels
from dashboard.escaping import shortened
from dashboard.texts import history as texts
from db import vocabulary as v
from db.rows import EventRow, Names

LONGEST = 600  # characters of a value that are shown
TECHNICAL = ("uid", "digest", "sha256", "content_hash", "loaded", "signed_at", "observation")
# What one wants to know first; events hold their fields in the order of the alphabet.
_FIRST = ("state", "review", "substance", "attribution", "confidence", "source", "stance", "tier", "aspect", "exact")
_COMPARED = 24  # characters from which a text is compared word by word
_MOST_WORDS = 400

_CODES: dict[str, tuple[type[StrEnum], ...]] = {
    "state": (v.WorkState, v.ReplyState),
    "substance": (v.SubstanceFinding,),
    "attribution": (v.AttributionFinding,),
    "tier": (v.Tier,),
    "stance": (v.Stance,),
    "aspect": (v.Aspect,),
    "grade": (v.MatchGrade,),
    "health": (v.AnchorHealth,),
    "number_comparison": (v.NumberComparison,),
    "confidence": (v.Confidence,),
    "claim_type": (v.ClaimType,),
    "review": (v.ReviewKind,),
    "not_for_us_reason": (v.NotForUsReason,),
    "withdrawal": (v.Withdrawal,),
    "source_kind": (v.SourceKind,),
    "outcome": (v.SearchOutcome, v.CaptureOutcome),
    "kind": (v.SourceKind, v.SourceRelationKind, v.ClaimRelationKind, v.SpeakerKind, v.PublisherKind),
    "roles": (v.Role,),
    "decision": (v.ResemblanceDecision,),
}
_PEOPLE = ("assignee", "checker", "signed_by")
NOT_NAMED = Names({}, {}, {})


class Value(NamedTuple):
    """One field of an event: what stood there before and after; None where the event does not tell."""

    name: str
    before: str | None
    after: str | None
    ref: str | None = None  # the record that the value names


class Run(NamedTuple):
    """Neighbouring words that two texts share, or do not."""

    words: str
    differs: bool


def values(event: EventRow, names: Names = NOT_NAMED) -> list[Value]:
    """List the fields of an event in plain words, without those that only a machine reads."""
    before, after = event.before or {}, event.after or {}
    return [
        Value(
            texts.FIELDS.get(field, field.replace("_", " ")),
            _written(field, before, names) if field in before else None,
            _written(field, after, names) if field in after else None,
            _ref(after.get(field, before.get(field)), names),
        )
        for field in sorted(dict.fromkeys(chain(after, before)), key=_rank)
        if field not in TECHNICAL and not (field == "evidence" and "source" in after)
    ]


def _rank(field: str) -> int:
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)


def technical(event: EventRow) -> list[tuple[str, str]]:
    """List what only a machine reads: fingerprints and internal ids."""
    held = {**(event.before or {}), **(event.after or {})}
    return [(field, _plain(held[field])) for field in TECHNICAL if held.get(field)]


def word(field: str, value: object) -> str:
    """Write a value by its word, if it is a code of this field."""
    for kind in _CODES.get(field, ()) if isinstance(value, str) else ():
        if value in {code.value for code in kind}:
            return labels.word(kind(value))
    return _plain(value)


def _written(field: str, held: Mapping[str, Any], names: Names) -> str:
    value = held[field]
    if isinstance(value, list):
        return ", ".join(word(field, one) for one in value) or texts.NO_VALUE
    if isinstance(value, str):
        if field in _PEOPLE:
            return names.people.get(value, value)
        if value in names.uids:
            ref, title = names.uids[value]
            return f"{ref}  {shortened(title, 160)}"
    return word(field, value)


def _ref(value: object, names: Names) -> str | None:
    return names.uids[value][0] if isinstance(value, str) and value in names.uids else None


def _plain(value: object) -> str:
    match value:
        case None | "":
            return texts.NO_VALUE
        case bool():
            return texts.YES if value else texts.NO
        case str():
            return value if len(value) <= LONGEST else f"{value[: LONGEST - 1].rstrip()}…"
    return shortened(json.dumps(value, ensure_ascii=False), LONGEST)


def differing(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]] | None:
    """Tell which words of two long texts differ; None where they are short, or have nothing in common."""
    if min(len(before), len(after)) < _COMPARED:
        return None
    old, new = before.split(" "), after.split(" ")
    if max(len(old), len(new)) > _MOST_WORDS:
        return None
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    if all(tag != "equal" for tag, *_ in steps):
        return None
    left = tuple(Run(" ".join(old[i1:i2]), tag != "equal") for tag, i1, i2, _, _ in steps if i2 > i1)
    right = tuple(Run(" ".join(new[j1:j2]), tag != "equal") for tag, _, _, j1, j2 in steps if j2 > j1)
    return left, right
