"""What a person wants to happen, as a form hands it over."""

from dashboard.wish.acts import Act, Deed
from dashboard.wish.around import Around, Judged, Related, Remark, Reply, Request, Resolved, Search, TakenBack
from dashboard.wish.bulk import Bulk, BulkDeed
from dashboard.wish.documents import Particulars
from dashboard.wish.house import DeskRules, FindingWord, HouseWish, NewPerson, PersonRoles, PublisherTier
from dashboard.wish.moves import Assigned, Edited, Rechecked, Signed, Wish

__all__ = [
    "Act",
    "Around",
    "Assigned",
    "Bulk",
    "BulkDeed",
    "Deed",
    "DeskRules",
    "Edited",
    "FindingWord",
    "HouseWish",
    "Judged",
    "NewPerson",
    "Particulars",
    "PersonRoles",
    "PublisherTier",
    "Rechecked",
    "Related",
    "Remark",
    "Reply",
    "Request",
    "Resolved",
    "Search",
    "Signed",
    "TakenBack",
    "Wish",
]
