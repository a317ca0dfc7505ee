"""Who and what an article speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.text.spans import Span


class MemberKind(StrEnum):
    """What a member of an article's cast is."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    PLACE = "place"


@dataclass(frozen=True)
class Member:
    """A person, body, document or place of an article.

    ``name`` is the fullest the text gives, ``role`` what it says they are, in its own words; ``mentions`` are the
    places whose words stand for the member, in order.
    """

    name: str
    role: str | None
    kind: MemberKind
    mentions: tuple[Span, ...]
