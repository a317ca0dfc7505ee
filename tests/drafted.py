"""An article with drafts in every respect: said and unsaid, with figures and replaced words, one worded twice."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from db.models import Desk
from db.queries import people
from db.rows import FigureRead, Reading, Replaced, Suggested
from db.session import Database
from db.vocabulary import CaptureMethod, ClaimType, Role
from firsthand import desk

TITLE = "Harbour to be dredged twice"
TEXT = (
    "Harbour to be dredged twice\n"
    "The port authority will dredge the harbour twice this year, its director Ines Okoro said on Monday.\n"
    "She told the council that 31 ships ran aground last year, and that repairs cost the city 4.2 million euros."
    " It was the worst year since 1998, according to the authority.\n"
    "The works will begin in May. Fishermen have called them a waste of money; the union says that its members lost"
    " a third of their income.\n"
    "Nobody knows what the seals think of it."
)
DRAFTER, MODEL = "firsthand-rules 2", "language model smallest"


class _Draft(NamedTuple):
    words: str
    statement: str
    kind: ClaimType
    worth: int
    reason: str
    speaker: str | None = None
    cue: str | None = None
    replaced: tuple[tuple[str, str], ...] = ()
    figures: tuple[tuple[str, str, str | None], ...] = ()
    suggested: str = ""


DRAFTS = (
    _Draft(
        "The port authority will dredge the harbour twice this year",
        "The port authority will dredge the harbour twice in 2026.",
        ClaimType.PREDICTION,
        520,
        "It speaks of what may come and names who says so.",
        "Ines Okoro",
        "said",
        (("this year", "in 2026"),),
        (("twice", "2", None),),
    ),
    _Draft(
        "31 ships ran aground last year, and that repairs cost the city 4.2 million euros",
        "In 2025 31 ships ran aground in the harbour, and repairs cost the city 4.2 million euros.",
        ClaimType.STATISTIC,
        910,
        "It gives figures and names who says so.",
        "Ines Okoro",
        "told",
        (("last year", "in 2025"),),
        (("31 ships", "31", "ships"), ("4.2 million euros", "4200000", "EUR")),
        "31 ships ran aground in the harbour in 2025. Repairs cost the city 4.2 million euros.",
    ),
    _Draft(
        "It was the worst year since 1998",
        "For groundings in the harbour 2025 was the worst year since 1998.",
        ClaimType.STATISTIC,
        840,
        "It holds a superlative and a year.",
        "the port authority",
        "according to",
        (("It", "2025"),),
    ),
    _Draft(
        "The works will begin in May.",
        "The dredging of the harbour will begin in May 2026.",
        ClaimType.EVENT,
        430,
        "It names an act and when it begins.",
    ),
    _Draft(
        "Fishermen have called them a waste of money",
        "",
        ClaimType.OPINION,
        210,
        "It is a judgement, which no source can settle; it is kept for the record.",
        "Fishermen",
        "have called",
    ),
    _Draft(
        "its members lost a third of their income",
        "The members of the fishermen's union lost a third of their income.",
        ClaimType.STATISTIC,
        760,
        "It gives a figure and names who says so.",
        "the union",
        "says",
        (("its members", "the members of the fishermen's union"),),
        (("a third", "0.3333", None),),
    ),
    _Draft(
        "Nobody knows what the seals think of it.",
        "Nobody knows what the seals think of the dredging.",
        ClaimType.CHARACTERISATION,
        90,
        "It states something as a fact.",
    ),
)


class Drafted(NamedTuple):
    """The article and its drafts, in the order of the text."""

    article_id: int
    draft_ids: tuple[int, ...]


def draft_article(database: Database, title: str = TITLE) -> Drafted:
    """Put the article and its drafts onto the first desk."""
    machine = desk.Actor.machine(DRAFTER)
    sha256 = database.blobs.put(TEXT.encode())
    with database.write() as session:
        desk_id = session.scalars(select(Desk.id).order_by(Desk.id)).first() or 0
        editor = desk.Actor.of(next(user for user in people.users(session) if Role.EDITOR in user.roles))
        fields = desk.DocumentFields(title, publisher="The Harbour Post", published="2026-03-09", language="en")
        article = desk.add_article(session, editor, desk_id, fields)
        new = desk.NewCapture(CaptureMethod.PASTE, sha256, len(TEXT.encode()), "text/plain", TEXT, "plain")
        capture = desk.record_capture(session, editor, article, new)
        drafts = desk.add_drafts(session, machine, [_new(draft, article.id, capture.id) for draft in DRAFTS])
        return Drafted(article.id, tuple(draft.id for draft in drafts))


def _new(draft: _Draft, article_id: int, capture_id: int) -> desk.NewClaim:
    start = TEXT.index(draft.words, TEXT.index("\n"))
    end = start + len(draft.words)

    def place(words: str) -> tuple[int, int]:
        at = TEXT.index(words, start)
        return at, at + len(words)

    reading = Reading(
        tuple(FigureRead(*place(words), words, value, unit=unit) for words, value, unit in draft.figures),
        tuple(Replaced(*place(words), words, stands_for) for words, stands_for in draft.replaced),
        (Suggested(draft.suggested, MODEL),) if draft.suggested else (),
    )
    return desk.NewClaim(
        article_id,
        capture_id,
        start,
        end,
        draft.statement,
        draft.kind,
        speaker_as_named=draft.speaker,
        speaker_role="director of the port authority" if draft.speaker == "Ines Okoro" else None,
        cue=draft.cue,
        said_on="2026-03-09" if draft.cue == "said" else None,
        said_on_text="on Monday" if draft.cue == "said" else None,
        said_where="in the council" if draft.cue == "told" else None,
        draft_reason=draft.reason,
        worth=draft.worth,
        reading=reading,
    )
