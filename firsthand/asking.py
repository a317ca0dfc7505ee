"""Asking the desk's language model about an article, part by part: what holds of each answer is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from db.queries import articles, claims
from db.session import Database
from db.vocabulary import Role
from firsthand import desk
from firsthand.claims.asked import Answer, Known, Refused, parts, question, read_answer
from firsthand.errors import LanguageModelError, NotFoundError
from firsthand.settings import LanguageModel
from firsthand.sources.language_model import ask
from firsthand.text.spans import Span

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Asked:
    """What came of asking: drafts added, statements suggested, what was refused and why; ``failed`` where it ended."""

    parts: int = 0
    answered: int = 0
    drafts: int = 0
    statements: int = 0
    refused: list[Refused] = field(default_factory=list)
    failed: str | None = None

    @property
    def sentence(self) -> str:
        """Tell it in one line."""
        drafts = "1 draft" if self.drafts == 1 else f"{self.drafts} drafts"
        statements = "1 other statement" if self.statements == 1 else f"{self.statements} other statements"
        said = f"{drafts} and {statements}, {len(self.refused)} refused"
        if self.failed is None:
            return f"The language model answered: {said}."
        return f"{self.failed} After {self.answered} of {self.parts} parts: {said}."


def ask_about(
    database: Database,
    model: LanguageModel,
    asker: desk.Actor,
    article_id: int,
    progress: Progress = lambda _done, _all: None,
) -> Asked:
    """Ask about the newest text of an article; raises ``NotFoundError`` where there is none, ``NotAllowedError``.

    A part that fails ends it; what the parts before it brought is kept, and asking again goes on from there, since what
    is marked already is not marked twice.
    """
    asker.require(Role.CHECKER, Role.EDITOR, to="ask the language model")
    with database.read() as session:
        article = articles.get(session, article_id)
        newest = next((one for one in articles.captures(session, article_id) if one.characters), None)
        text = articles.text(session, newest.id) if newest else None
    if article is None or newest is None or not text:
        raise NotFoundError("captured text of an article", article_id)
    about = "\n".join(known for known in (article.title, article.author, article.published) if known)
    pieces = parts(text)
    asked = Asked(parts=len(pieces))
    machine = desk.Actor.machine(model.drafter)
    for done, part in enumerate(pieces):
        progress(done, len(pieces))
        with database.read() as session:
            marked = [claim for claim in claims.of_article(session, article_id) if claim.capture_id == newest.id]
        known = [Known(claim.id, Span(claim.start, claim.end), claim.statement) for claim in marked]
        try:
            answer = read_answer(ask(model, question(text, part, known, about)), text, part, known, about)
        except LanguageModelError as error:
            asked.failed = str(error)
            break
        asked.answered += 1
        asked.refused += answer.refused
        _keep(database, machine, asked, answer, (article_id, newest.id))
    progress(asked.answered, len(pieces))
    return asked


def _keep(database: Database, machine: desk.Actor, asked: Asked, answer: Answer, place: tuple[int, int]) -> None:
    article_id, capture_id = place
    why = f"{machine.name} held it for a claim that the rules had missed."
    new = [
        desk.NewClaim(
            article_id,
            capture_id,
            missed.span.start,
            missed.span.end,
            missed.statement,
            missed.claim_type,
            speaker_as_named=missed.speaker,
            draft_reason=why,
        )
        for missed in answer.missed
    ]
    if not new and not answer.wordings:
        return
    with database.write() as session:
        asked.drafts += len(desk.add_drafts(session, machine, new))
        for wording in answer.wordings:
            asked.statements += desk.suggest_statement(session, machine, wording.number, wording.statement)
