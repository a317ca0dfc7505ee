"""What became of files that were added, in sentences for a person and in objects for another program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.rows import document_ref
from db.vocabulary import DocumentType
from firsthand.taking_in import Became, TakenIn

_KNOWN = {
    Became.SAME_BYTES: "here already as {ref}, {claims}; nothing was changed",
    Became.SAME_TEXT: "here already, word for word, as {ref}, {claims}; nothing was changed",
    Became.SAME_ADDRESS: (
        "its address is here already as {ref}, with another text; nothing was changed."
        " With --again it becomes a later capture of {ref}"
    ),
}


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of a file, or of one entry of a feed: what was taken in, or why not.

    ``left_out`` where a feed holds only a pointer to the article, which is nobody's mistake; ``link`` is where it is.
    """

    path: Path
    taken: TakenIn | None
    error: str | None = None
    entry: str | None = None
    link: str | None = None
    left_out: bool = False

    @property
    def failed(self) -> bool:
        """Whether something that ought to have come in did not."""
        return self.taken is None and not self.left_out

    @property
    def sentence(self) -> str:
        """Tell it in one line."""
        name = f"{self.path}, «{self.entry}»" if self.entry else str(self.path)
        if self.taken is None:
            way = f" {self.link}" if self.link else ""
            return f"{'-' if self.left_out else '✗'} {name}: {self.error}{way}"
        return f"{'=' if self.taken.known else '✓'} {name}: {told(self.taken)}"

    def as_json(self) -> dict[str, Any]:
        """Tell it to another program."""
        entry = {"entry": self.entry} if self.entry else {}
        if self.taken is None:
            outcome = "left_out" if self.left_out else "failed"
            link = {"link": self.link} if self.link else {}
            return {"file": str(self.path), **entry, "outcome": outcome, "error": self.error, **link}
        taken = self.taken
        return {
            "file": str(self.path),
            **entry,
            "outcome": "known" if taken.known else "captured" if taken.became is Became.LATER else "added",
            "became": taken.became.value,
            "article": document_ref(DocumentType.ARTICLE, taken.article_id),
            "title": taken.title,
            "claims": taken.drafts,
            "warnings": list(taken.warnings),
        }


def told(taken: TakenIn) -> str:
    """Tell what became of an article."""
    ref, claims = document_ref(DocumentType.ARTICLE, taken.article_id), _claims(taken.drafts)
    if taken.known:
        return _KNOWN[taken.became].format(ref=ref, claims=claims)
    warned = "".join(f" {warning}" for warning in taken.warnings)
    if taken.became is Became.LATER:
        return f"a later capture of {ref}{warned}"
    return f"{ref}, {claims} drafted{warned}"


def _claims(count: int) -> str:
    return "1 claim" if count == 1 else f"{count} claims"


class Added:
    """The outcomes of one run, and what they come to."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.outcomes: list[FileOutcome] = []
        self.interrupted = False

    @property
    def failed(self) -> int:
        """How many articles could not be taken in."""
        return sum(outcome.failed for outcome in self.outcomes)

    @property
    def counts(self) -> dict[str, int]:
        """How many articles came to which end, and the claims drafted."""
        taken = [outcome.taken for outcome in self.outcomes if outcome.taken is not None]
        new = [one for one in taken if one.became is Became.NEW]
        return {
            "added": len(new),
            "captured": sum(one.became is Became.LATER for one in taken),
            "known": sum(one.known for one in taken),
            "left_out": sum(outcome.left_out for outcome in self.outcomes),
            "failed": self.failed,
            "drafted": sum(one.drafts for one in new),
        }

    @property
    def summary(self) -> str:
        """Sum the run up."""
        counts = self.counts
        said = [f"{counts['added']} added with {counts['drafted']} drafts"]
        if counts["captured"]:
            said.append(f"{counts['captured']} captured again")
        said.append(f"{counts['known']} known")
        if counts["left_out"]:
            said.append(f"{counts['left_out']} left out")
        line = f"{', '.join(said)}, {counts['failed']} failed."
        return f"Interrupted. {line} Run the same command again to go on." if self.interrupted else line
