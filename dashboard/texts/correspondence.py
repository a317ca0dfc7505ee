"""What surrounds the work on a claim: the search log, replies, comments, related claims."""

from __future__ import annotations

AN_IMPORT = "an import"
NO_SEARCH = "No search is logged yet. «Not enough evidence» and «not found» have to show where you looked."
WHERE_SEARCHED, WITH_WORDS, WHAT_CAME, NOTE = "Where you searched", "With which words", "What came of it", "Note"
LOG_SEARCH = "Log the search"

NO_REPLY = "Nobody has been asked for a reply yet."
WHO_ASKED, REPLY_DUE, QUESTION = "Who is asked", "Reply due", "What they are asked"
NOTE_REQUEST = "Note the request"
THEIR_ANSWER, RECORD_ANSWER, NO_ANSWER = "Their answer", "Record the answer", "No answer came"

NO_COMMENT = "No comments yet."
COMMENT = "Comment"
BLOCKING = "blocking"
BLOCKING_MEANING = "It has to be resolved before anybody signs."
BLOCKS = "It has to be resolved before anybody signs"
ADD_COMMENT = "Add the comment"
RESOLVE = "Resolve"
SOMEBODY = "somebody"

NO_RELATION = "No other claim is tied to this one yet."
RELATION = "This claim"
OTHER_CLAIM = "The other claim, by its short id"
OTHER_HINT = "FH-000002"
RELATE = "Tie the claims together"


def state_due(state: str, due: str | None) -> str:
    """Tell where a request stands, and until when."""
    return f"{state}, due {due}" if due else state


def answer(words: str) -> str:
    """Tell the answer."""
    return f"Answer: {words}"


def resolved_by(name: str | None) -> str:
    """Tell who resolved a comment."""
    return f"resolved by {name or SOMEBODY}"
