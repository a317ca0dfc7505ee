"""What an outside service answered: suggestions with a reason each, or why there are none; and reading its JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from db.vocabulary import CaptureOutcome, SearchOutcome

if TYPE_CHECKING:
    from firsthand.sources.fetching import Fetched

MOST = 10
"""Suggestions that are taken from one answer."""

_LONGEST = 500  # characters of a title or a reason that a service gives


class Asker(Protocol):
    """The guarded client, as far as adapters need it (``firsthand.sources.fetching.Web``)."""

    def ask(  # noqa: D102 - see the class
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Fetched: ...


class Suggestion(NamedTuple):
    """A page that may be, or may lead to, the first hand; every word of it is the service's own."""

    url: str
    title: str
    why: str
    publisher: str | None = None
    date: str | None = None


class ServiceAnswer(NamedTuple):
    """What came of asking one service: ``reason`` says why nothing did."""

    service: str
    asked: str
    found: tuple[Suggestion, ...] = ()
    reason: str | None = None
    blocked: bool = False

    @property
    def outcome(self) -> SearchOutcome:
        """The word for the search log."""
        if self.found:
            return SearchOutcome.FOUND
        return SearchOutcome.BLOCKED if self.blocked else SearchOutcome.NOTHING


class NoAnswerError(Exception):
    """A service gave nothing that can be read; the message says why, for a person."""


def asked_for_json(
    web: Asker, name: str, url: str, params: Mapping[str, str], headers: Mapping[str, str] | None = None
) -> Any:  # noqa: ANN401 - foreign JSON
    """Ask for JSON; raises ``NoAnswerError`` for whatever else comes, without repeating what was sent."""
    got = web.ask("GET", url, params=params, headers=headers)
    if got.status == HTTPStatus.TOO_MANY_REQUESTS:
        raise NoAnswerError(f"{name} asks to be asked less often: try again in a minute.")
    if got.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise NoAnswerError(f"{name} refused the request (status {got.status}): is the key right, and turned on?")
    if got.status is not None and got.status >= HTTPStatus.BAD_REQUEST:
        raise NoAnswerError(f"{name} did not answer (status {got.status}).")
    if got.outcome not in {CaptureOutcome.COMPLETE, CaptureOutcome.NO_TEXT} or got.body is None:
        what = (got.reason or "").partition(": ")[0]  # what follows is advice for captures
        raise NoAnswerError(f"{name} could not be reached{f': {what}' if what else ''}.")
    if not got.body.strip():
        return None
    text = got.body.decode("utf-8", errors="replace")
    if text.lstrip()[:1] not in {"{", "["}:
        raise NoAnswerError(f"{name} answered with something else than data: {shortened(text, 120)}")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NoAnswerError(f"{name} answered with data that cannot be read.") from None


def answered(service: str, asked: str, found: Iterator[Suggestion]) -> ServiceAnswer:
    """Gather what a service suggests, each address once; what cannot be read of an answer ends it with the reason."""
    kept: dict[str, Suggestion] = {}
    try:
        for one in found:
            if one.url.startswith(("http://", "https://")) and one.url not in kept:
                kept[one.url] = one
            if len(kept) == MOST:
                break
    except NoAnswerError as error:
        return ServiceAnswer(service, asked, tuple(kept.values()), str(error), blocked=True)
    return ServiceAnswer(service, asked, tuple(kept.values()), None if kept else f"{service} knows of nothing.")


def each(answer: object, *path: str) -> Iterator[Mapping[str, Any]]:
    """Walk along keys to a list of objects; what has another shape holds nothing."""
    for key in path:
        answer = answer.get(key) if isinstance(answer, Mapping) else None
    for entry in answer if isinstance(answer, list) else ():
        if isinstance(entry, Mapping):
            yield entry


def words(entry: object, *path: str) -> str:
    """Read words at a path of keys, in one line and not too long; empty for anything else."""
    for key in path:
        entry = entry.get(key) if isinstance(entry, Mapping) else None
    return shortened(entry, _LONGEST) if isinstance(entry, str) else ""


def shortened(text: str, longest: int) -> str:
    """Write foreign words in one line, cut with an ellipsis."""
    line = " ".join(text[: 4 * longest].split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
