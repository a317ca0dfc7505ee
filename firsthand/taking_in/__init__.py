"""Taking in: what was read becomes a capture, its claims become drafts; and the same for the text of a source."""

from firsthand.reading import Incoming, Known, LeftOut
from firsthand.taking_in.articles import keep, take_in, take_in_all, take_in_fetched
from firsthand.taking_in.by_hand import capture_article, capture_source
from firsthand.taking_in.known import Became, TakenIn, known_already

__all__ = [
    "Became",
    "Incoming",
    "Known",
    "LeftOut",
    "TakenIn",
    "capture_article",
    "capture_source",
    "keep",
    "known_already",
    "take_in",
    "take_in_all",
    "take_in_fetched",
]
