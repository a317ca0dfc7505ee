"""Earlier claims that share words with a statement: the database's own full-text index finds few of many.

Rare words find; frequent ones would bring half of the record along, so that they only count two together. What comes
back is a handful of candidates a statement, to be compared word by word by somebody else.
"""

from __future__ import annotations

import itertools
import json
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, func, not_, or_, select, text, true

from db.models import Claim
from db.queries import words as typed
from db.queries.fulltext import CLAIMS
from db.queries.probing import Probe, asked_of_postgresql, by_index, common_words, weighed_on_sqlite
from db.vocabulary import NotForUsReason, WorkState

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

LIMIT = 40
# A word in more claims than this is frequent; all that one search looks at is about four times as much.
RARE = 400
MATCHES = 1500
_WORDS = 10  # the rarest of a statement: enough to find it by, however long it is
_ENOUGH = 5  # so many rare words find a claim in other words without the frequent ones
_PAIRED = 4
_PAIRED_SHARE = 0.02  # the list of a word in more claims than this is too long to be read through
_BEGINNING = 4  # letters from which a word's stem stands for every word that begins so
_COUNTED = 2000  # counting goes no further: a word in this many claims is a frequent one
_statistics: dict[str, tuple[int, list[tuple[str, float]]]] = {}


class Candidate(NamedTuple):
    """A claim that shares words with a statement."""

    id: int
    statement: str


def candidates(
    session: Session, asked: Sequence[Sequence[str]], *, article_id: int | None = None, limit: int = LIMIT
) -> list[tuple[Candidate, ...]]:
    """Find for each list of a statement's words (stems, lower case) the claims that share most with it.

    Signed ones come first. Claims of all desks count, but for drafts that nobody took over, those turned away as no
    claim or as a duplicate, and those of the article ``article_id``.
    """
    stems = [tuple(dict.fromkeys(filter(None, map(_bare, words)))) for words in asked]
    frequencies, total = _frequencies(session, sorted({stem for each in stems for stem in each}))
    conditions = [_counts()] if article_id is None else [_counts(), Claim.article_id != article_id]
    chosen = [probes(each, frequencies, total) for each in stems]
    with by_index(session):
        return [_search(session, found, conditions, limit) if found else () for found in chosen]


def probes(stems: Sequence[str], frequencies: Mapping[str, int], total: int) -> tuple[Probe, ...]:
    """Choose what to look for: rare words each by itself, frequent ones by twos, until enough will be found.

    ``frequencies`` says in how many of the ``total`` claims a word stands.
    """
    rarest = sorted((stem for stem in stems if frequencies.get(stem, 0) > 0), key=lambda stem: frequencies[stem])
    rarest = rarest[:_WORDS]
    rarities = {stem: math.log1p(total / frequencies[stem]) for stem in rarest}
    chosen = [Probe((stem,), rarities[stem]) for stem in rarest if frequencies[stem] <= RARE]
    expected = float(sum(frequencies[probe.words[0]] for probe in chosen))
    frequent = [stem for stem in rarest[len(chosen) :] if frequencies[stem] <= total * _PAIRED_SHARE]
    pairs = {
        pair: frequencies[pair[0]] * frequencies[pair[1]] / total
        for pair in itertools.combinations(frequent[:_PAIRED] if len(chosen) < _ENOUGH else (), 2)
    }
    for pair, both in sorted(pairs.items(), key=lambda item: item[1]):
        if expected + both <= MATCHES:
            chosen.append(Probe(pair, (rarities[pair[0]] + rarities[pair[1]]) / 2))
            expected += both
    return tuple(chosen) or ((Probe(tuple(rarest[:_PAIRED]), 1.0),) if rarest else ())


def _counts() -> ColumnElement[bool]:
    """Whether a claim may be named as an earlier one."""
    no_claim = and_(
        Claim.work_state == WorkState.NOT_FOR_US,
        Claim.not_for_us_reason.in_((NotForUsReason.NOT_A_CLAIM, NotForUsReason.DUPLICATE)),
    )
    return and_(Claim.work_state != WorkState.DETECTED, or_(Claim.work_state != WorkState.NOT_FOR_US, not_(no_claim)))


def _bare(word: str) -> str:
    """Write a word as both indexes keep it: without accents; empty where there is neither letter nor digit in it."""
    bare = typed.for_tsquery((word,)).strip("'")
    return bare.lower() if bare.isalnum() else ""


def _frequencies(session: Session, stems: Sequence[str]) -> tuple[dict[str, int], int]:
    """Tell in how many claims each word stands, as well as it can be told quickly, and how many claims there are."""
    total = session.scalar(select(func.max(Claim.id))) or 0
    if session.get_bind().dialect.name == "sqlite":
        return _counted_on_sqlite(session, stems, total), total
    return _estimated_on_postgresql(session, stems, total), total


def _counted_on_sqlite(session: Session, stems: Sequence[str], total: int) -> dict[str, int]:
    """Count each word's claims up to a point; a word that goes beyond it might be anywhere."""
    counted = text(
        "SELECT key, (SELECT count(*) FROM (SELECT 1 FROM claim_search WHERE claim_search MATCH value LIMIT :most))"
        " FROM json_each(:terms)"
    )
    terms = json.dumps([_fts5((stem,)) for stem in stems])
    rows = session.execute(counted, {"terms": terms, "most": _COUNTED})
    return {stems[place]: found if found < _COUNTED else total for place, found in rows}


def _estimated_on_postgresql(session: Session, stems: Sequence[str], total: int) -> dict[str, int]:
    """Ask the planner's statistics, which know the thousand most frequent words; every other one is rare.

    Counting would read the whole list of a frequent word, since the index gives it all or nothing.
    """
    shares = _shares_on_postgresql(session, total)
    words = [word for word, _ in shares]
    rare = max(1, round(min((share for _, share in shares), default=0.0) * total / 2))

    def estimated(stem: str) -> int:
        found = itertools.takewhile(
            lambda of: of[0].startswith(stem) if len(stem) >= _BEGINNING else of[0] == stem,
            itertools.islice(shares, bisect_left(words, stem), None),
        )
        return max(rare, round(max((share for _, share in found), default=0.0) * total))

    return {stem: estimated(stem) for stem in stems}


def _shares_on_postgresql(session: Session, total: int) -> list[tuple[str, float]]:
    """Read the statistics, in the order of the words; they are kept until the record has a thousand claims more."""
    record, age = str(session.get_bind().engine.url), total // 1000
    if (kept := _statistics.get(record)) and kept[0] == age:
        return kept[1]
    common = session.execute(common_words(CLAIMS))
    shares = sorted((word, share) for word, share in common if word is not None)
    if shares:
        _statistics[record] = age, shares
    return shares


def _search(
    session: Session, found: Sequence[Probe], conditions: Sequence[ColumnElement[bool]], limit: int
) -> tuple[Candidate, ...]:
    """Let each claim have the weight of every probe that finds it."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    weighed = (_on_sqlite if on_sqlite else _on_postgresql)(found, conditions)
    best = session.scalars(weighed.limit(limit)).all()
    asked = select(Claim.id, Claim.statement, Claim.work_state).where(Claim.id.in_(best))
    claims = {row.id: row for row in session.execute(asked)}
    # Among equals, the ones that a second person has signed come first.
    signed_first = sorted(best, key=lambda claim_id: not claims[claim_id].work_state.signed)
    return tuple(Candidate(claim_id, claims[claim_id].statement) for claim_id in signed_first)


def _on_sqlite(found: Sequence[Probe], conditions: Sequence[ColumnElement[bool]]) -> Select[int]:
    weighed = weighed_on_sqlite(CLAIMS, [(_fts5(probe.words), probe.weight) for probe in found])
    order = weighed.c.weight.desc(), Claim.id.desc()
    return select(Claim.id).join(weighed, weighed.c.id == Claim.id).where(*conditions).order_by(*order)


def _on_postgresql(found: Sequence[Probe], conditions: Sequence[ColumnElement[bool]]) -> Select[int]:
    probe, matching = asked_of_postgresql(CLAIMS, [(_tsquery(probe.words), probe.weight) for probe in found])
    # The conditions belong inside: joined afterwards, they would have the whole table read for a few claims.
    claim = select(Claim.id).where(matching, *conditions).lateral("found")
    order = func.sum(probe.c.weight).desc(), claim.c.id.desc()
    return select(claim.c.id).select_from(probe.join(claim, true())).group_by(claim.c.id).order_by(*order)


def _fts5(words: tuple[str, ...]) -> str:
    return " AND ".join(f'"{stem}"{"*" if len(stem) >= _BEGINNING else ""}' for stem in words)


def _tsquery(words: tuple[str, ...]) -> str:
    return " & ".join(f"'{stem}'{':*' if len(stem) >= _BEGINNING else ''}" for stem in words)
