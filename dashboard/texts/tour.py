"""The tour of the sample record: five hints at most, one at a time."""

from __future__ import annotations

NEXT = "Next hint"
LAST = "Done"
SKIP = "Skip the tour"
RESTART = "Take the tour"
GO_THERE = "Show me"

BOARD = "Where everything stands"
BOARD_TEXT = "Every number and every bar here leads to its claims. Start with what waits for sign-off."
ARTICLE = "The text and its claims"
ARTICLE_TEXT = "Each mark is a claim, in the colour of its finding. Open one beside the text; select words to add one."
CLAIM = "One claim, with its proof"
CLAIM_TEXT = "The words as published, the passages they were checked against, and what is missing before the next step."
QUEUE = "The queue"
QUEUE_TEXT = "Filter, sort and group claims, and work through them by keyboard. Press the question mark for the keys."
HISTORY = "Nothing happens unseen"
HISTORY_TEXT = "Who did what, when and why. Act as somebody else in the list above, change something, and look again."


def position(step: int, of: int) -> str:
    """Say how far the tour is."""
    return f"{step} of {of}"
