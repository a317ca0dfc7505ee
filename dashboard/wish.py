"""What a person wants to happen, as a form hands it over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.texts import deeds as texts
from db.rows import EvidenceDraft, Findings
from db.vocabulary import (
    Aspect,
    ClaimRelationKind,
    NotForUsReason,
    Role,
    SearchOutcome,
    Stance,
    Tier,
    Withdrawal,
    WorkState,
)


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
        return {
            texts.REASON: self.why,
            texts.AWAITED: self.awaiting,
            texts.FROM: self.from_whom,
            texts.UNTIL: until,
        }


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


@dataclass(frozen=True, slots=True)
class Related:
    """A tie from this claim to another one: «this claim KIND other»; ``other`` is what was typed for its short id."""

    other: str
    kind: ClaimRelationKind
    note: str
    form: str = "relate"


Around = Search | Request | Reply | Remark | Resolved | Related


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece of evidence judged anew; ``seen`` is the version of it that the person saw."""

    evidence_id: int
    seen: int
    aspect: Aspect
    stance: Stance
    tier: Tier
    note: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A piece of evidence that somebody takes off the claim."""

    evidence_id: int
    seen: int
    why: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: the second person's own findings."""

    findings: Findings
    why: str


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A re-check as somebody logs it: the evidence looked at, by uid, and a note."""

    looked_at: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The fields of a claim that differ from what is there, and why they were changed."""

    changes: dict[str, object]
    why: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """A claim that somebody is given."""

    user_id: int


Deed = Wish | Around | EvidenceDraft | Findings | Judged | TakenBack | Signed | Rechecked | Edited | Assigned


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person did on a claim's page.

    ``form`` is the form it came from and ``opened`` the word that opens it in the address; ``entered`` is what was
    typed, by label, in case it cannot be saved.
    """

    deed: Deed
    form: str
    opened: str = ""
    entered: Mapping[str, str] = field(default_factory=dict)


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


class BulkDeed(StrEnum):
    """What can be done with many claims at once."""

    KEEP = "keep"
    NOT_FOR_US = "not_for_us"
    BRING_BACK = "bring_back"
    GIVE = "give"
    TAKE_UP = "take_up"
    HOLD = "hold"
    RESUME = "resume"
    RETURN = "return"
    RECHECK = "recheck"

    @property
    def can_be_undone(self) -> bool:
        """Whether the desk knows a way back that leaves each claim as it was."""
        return self in {BulkDeed.NOT_FOR_US, BulkDeed.BRING_BACK, BulkDeed.GIVE, BulkDeed.HOLD, BulkDeed.RESUME}


@dataclass(frozen=True, slots=True)
class Bulk:
    """One deed for many claims, with one reason; what the deed does not ask for stays empty."""

    deed: BulkDeed
    why: str = ""
    assignee_id: int | None = None
    reason: NotForUsReason | None = None
    awaiting: str = ""
    from_whom: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DeskRules:
    """The rules of a desk as somebody sets them; ``seen`` is the version that was on view."""

    desk_id: int
    seen: int
    self_signing: bool
    stale_after: int
    form: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person whom somebody adds."""

    email: str
    name: str
    roles: tuple[Role, ...]
    form: str


@dataclass(frozen=True, slots=True)
class PersonRoles:
    """What a person may do as somebody sets it; ``seen`` is the number of the newest event about them on view."""

    user_id: int
    seen: int
    roles: tuple[Role, ...]
    disabled: bool
    form: str


@dataclass(frozen=True, slots=True)
class FindingWord:
    """What a finding is to be called; ``seen`` is the word that was on view."""

    code: str
    seen: str
    word: str
    form: str


@dataclass(frozen=True, slots=True)
class PublisherTier:
    """What somebody thinks of a publisher; ``seen`` is the version on view, 0 where nobody had judged it."""

    name: str
    seen: int
    tier: Tier
    note: str
    form: str


HouseWish = DeskRules | NewPerson | PersonRoles | FindingWord | PublisherTier
