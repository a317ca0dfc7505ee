"""What a person wants to happen, as a form hands it over."""

from dashboard.wish.acts import Act, Deed
from dashboard.wish.around import Around, Judged, Related, Remark, Reply, Request, Resolved, Search, TakenBack
from dashboard.wish.bulk import Bulk, BulkDeed
from dashboard.wish.documents import Followed, Particulars, Tied
from dashboard.wish.house import DeskRules, FindingWord, HouseWish, NewPerson, PersonRoles, PublisherTier
from dashboard.wish.moves import Assigned, Edited, Rechecked, Signed, Wish
from dashboard.wish.triage import Compare, Keep, Merge, Piece, Reword, Split, TakeBack, Triage, TurnAway

__all__ = [
    "Act",
    "Around",
    "Assigned",
    "Bulk",
    "BulkDeed",
    "Compare",
    "Deed",
    "DeskRules",
    "Edited",
    "FindingWord",
    "Followed",
    "HouseWish",
    "Judged",
    "Keep",
    "Merge",
    "NewPerson",
    "Particulars",
    "PersonRoles",
    "Piece",
    "PublisherTier",
    "Rechecked",
    "Related",
    "Remark",
    "Reply",
    "Request",
    "Resolved",
    "Reword",
    "Search",
    "Signed",
    "Split",
    "TakeBack",
    "TakenBack",
    "Tied",
    "Triage",
    "TurnAway",
    "Wish",
]
