"""The queue's address: which claims, in which order and groups. Pure; a filter is a name and a word in an address.

What an address holds is read once and tidied: a word that is not known is named among ``problems`` and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple
from urllib.parse import parse_qsl

from dashboard import addresses, labels, periods
from dashboard.texts import filters as texts
from db.rows import ClaimFilter, DeskRow, Period, document_ref, parse_ref, speaker_ref
from db.vocabulary import AttributionFinding, ClaimType, DocumentType, DraftFate, Flag, Tier, VerificationStatus

SORTS: Final = tuple(texts.SORTS)
GROUPS: Final = tuple(texts.GROUPS)
YES: Final = "yes"
_LONGEST_SHOWN = 40
_SEVERAL = frozenset({"status", "type", "flag", "finding"})
_WORDS: dict[str, type[StrEnum]] = {
    "status": VerificationStatus,
    "type": ClaimType,
    "flag": Flag,
    "finding": AttributionFinding,
    "tier": Tier,
    "draft": DraftFate,
}
_REFS: dict[str, tuple[str, Callable[[int], str]]] = {
    "speaker": ("FP", speaker_ref),
    "article": ("FA", lambda number: document_ref(DocumentType.ARTICLE, number)),
    "source": ("FS", lambda number: document_ref(DocumentType.SOURCE, number)),
}
_SWITCHES = ("mine", "nobody", "checkable")
_ON, _OFF = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


class Pair(NamedTuple):
    """One filter: its name and the word that it holds, as the address writes both."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of the queue. ``pairs`` stand in the order of the chips; all of them make sense."""

    pairs: tuple[Pair, ...] = ()
    problems: tuple[str, ...] = ()

    def values(self, name: str) -> list[str]:
        """List the words of one name."""
        return [pair.value for pair in self.pairs if pair.name == name]

    def value(self, name: str) -> str:
        """Tell the word of a name that holds one; empty for none."""
        return next(iter(self.values(name)), "")

    @property
    def text(self) -> str:
        """The words of the full-text search."""
        return self.value("q")

    @property
    def sort(self) -> str:
        """The order, unless groups or a search say otherwise."""
        return self.value("sort") or ("text" if self.value("article") else SORTS[0])

    @property
    def group(self) -> str:
        """What claims are grouped by; empty for nothing."""
        return self.value("group")

    @property
    def order(self) -> str:
        """The order of the whole list: the groups', where there are any."""
        return self.group or self.sort

    @property
    def ordered(self) -> str:
        """The order in words; a search puts the best matches first."""
        return texts.ORDERED["match" if self.text else self.order]

    @property
    def narrowing(self) -> tuple[Pair, ...]:
        """The pairs that leave claims out; the others only order them."""
        return tuple(pair for pair in self.pairs if pair.name not in {"sort", "group"})

    def without(self, *gone: Pair) -> Asked:
        """Take pairs away."""
        return replace(self, pairs=tuple(pair for pair in self.pairs if pair not in gone))

    def with_only(self, name: str, *values: str) -> Asked:
        """Let a name hold these words and no others; none takes it away."""
        kept = [pair for pair in self.pairs if pair.name != name]
        return replace(self, pairs=_in_order([*kept, *(Pair(name, value) for value in values if value)]))

    def rejecting(self, pair: Pair) -> Asked:
        """Take a pair away that turned out to name nothing on this desk, and say so."""
        said = texts.bad_value(texts.NAMES[pair.name], pair.value)
        return replace(self.without(pair), problems=(*self.problems, said))

    @property
    def query(self) -> dict[str, list[str]]:
        """The address' query, each name with its words."""
        query: dict[str, list[str]] = {}
        for name, value in self.pairs:
            query.setdefault(name, []).append(value)
        return query

    @property
    def address(self) -> str:
        """The whole address."""
        return addresses.href(addresses.CLAIMS, **self.query)

    def filter(self, me: int | None, desks: Iterable[DeskRow]) -> ClaimFilter:
        """Write the filter for the record; ``me`` is who «mine» stands for."""
        slugs = {desk.slug: desk.id for desk in desks}
        return ClaimFilter(
            desk_id=slugs.get(self.value("desk")),
            article_id=self.number("article"),
            source_id=self.number("source"),
            speaker_id=self.number("speaker"),
            assignee_id=(me or 0) if self.value("mine") else None,
            statuses=labels.by_word(VerificationStatus, self.values("status")),
            types=labels.by_word(ClaimType, self.values("type")),
            flags=labels.by_word(Flag, self.values("flag")),
            checkable=True if self.value("checkable") else None,
            best_tier=next(iter(labels.by_word(Tier, self.values("tier"))), None),
            attributions=labels.by_word(AttributionFinding, self.values("finding")),
            unassigned=bool(self.value("nobody")),
            draft=next(iter(labels.by_word(DraftFate, self.values("draft"))), None),
            came=self._period("came"),
            waiting=self._period("waiting"),
            signed=self._period("signed"),
            reopened=self._period("reopened"),
            said=self._period("said"),
            dated=self._period("dated"),
            text=self.text,
        )

    def number(self, name: str) -> int | None:
        """Tell the number of the speaker, the article or the source that is asked for."""
        return parse_ref(self.value(name), _REFS[name][0])

    def _period(self, name: str) -> Period | None:
        return periods.read(self.value(name)) if self.value(name) else None


def read(query: Mapping[str, Sequence[str]], desks: Collection[str]) -> Asked:
    """Read an address; ``desks`` are the slugs of the desks that there are."""
    pairs: list[Pair] = []
    problems: list[str] = []
    for name, given in query.items():
        if name not in texts.NAMES:
            problems.append(texts.unknown_name(name[:_LONGEST_SHOWN]))
            continue
        for value in given if name in _SEVERAL else given[:1]:
            word = _word(name, value.strip(), desks)
            if word is None:
                problems.append(_problem(name, value[:_LONGEST_SHOWN]))
            elif word and Pair(name, word) not in pairs:
                pairs.append(Pair(name, word))
    return Asked(_in_order(pairs), tuple(problems))


def named(
    asked: Asked, name_of: Callable[[str, int], str | None], desks: Iterable[DeskRow]
) -> tuple[Asked, dict[Pair, str]]:
    """Find what the records that an address names are called; those that are not there are taken out of it."""
    names = {Pair("desk", desk.slug): desk.name for desk in desks}
    for kind in _REFS:
        number = asked.number(kind)
        if number is None:
            continue
        pair, name = Pair(kind, asked.value(kind)), name_of(kind, number)
        if name is None:
            asked = asked.rejecting(pair)
        else:
            names[pair] = name
    return asked, names


def _problem(name: str, value: str) -> str:
    return texts.bad_days(value) if name in texts.PERIODS else texts.bad_value(texts.NAMES[name], value)


def of_query(query: str) -> Asked:
    """Read the query of a saved view back, as it was written."""
    return Asked(_in_order([Pair(*pair) for pair in parse_qsl(query) if pair[0] in texts.NAMES]))


def _in_order(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    names = list(texts.NAMES)
    return tuple(sorted(pairs, key=lambda pair: names.index(pair.name)))


def _word(name: str, value: str, desks: Collection[str]) -> str | None:
    """Tidy a word; empty where it asks for nothing, None where it makes no sense."""
    if not value or (name in _SWITCHES and value.lower() in _OFF):
        return ""
    if name in _WORDS:
        return next((labels.word(code) for code in labels.by_word(_WORDS[name], [value])), None)
    if name in _REFS:
        prefix, written = _REFS[name]
        number = parse_ref(value, prefix)
        return None if number is None else written(number)
    if name in texts.PERIODS:
        period = periods.read(value)
        return None if period is None else periods.written(period)
    if name in _SWITCHES:
        return YES if value.lower() in _ON else None
    known = {"desk": desks, "sort": SORTS, "group": GROUPS}.get(name)
    return value if known is None or value in known else None
