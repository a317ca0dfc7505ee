"""What a person wants to happen, as a form hands it over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.vocabulary import NotForUsReason, SearchOutcome, Withdrawal, WorkState


@dataclass(frozen=True, slots=True)
class Wish:
    """A move to another work state with what that move asks for; what it does not ask for stays empty."""

    source: WorkState
    target: WorkState
    why: str = ""
    assignee_id: int | None = None
    reason: NotForUsReason | None = None
    kind: Withdrawal | None = None
    awaiting: str = ""
    from_whom: str = ""
    until: dt.date | None = None

    def entered(self) -> dict[str, str]:
        """Tell what was typed, by label, in case it cannot be saved."""
        until = self.until.isoformat() if self.until else ""
        return {"Reason or note": self.why, "Awaited": self.awaiting, "From": self.from_whom, "Until": until}


@dataclass(frozen=True, slots=True)
class Search:
    """A search as somebody logs it."""

    place: str
    query: str
    outcome: SearchOutcome
    note: str
    form: str = "search"


@dataclass(frozen=True, slots=True)
class Request:
    """A request for a reply as somebody notes it."""

    addressee: str
    question: str
    due: dt.date | None
    form: str = "reply"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a request: an answer, or None for none."""

    request_id: int
    answer: str | None
    form: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as somebody writes it."""

    body: str
    blocking: bool
    form: str = "comment"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A comment that somebody closes."""

    comment_id: int
    form: str


Around = Search | Request | Reply | Remark | Resolved


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a person knows of a document, as typed; empty fields are unknown."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    note: str = ""
    title_is_description: bool = False
