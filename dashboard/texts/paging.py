"""What turns the pages of a list."""

from __future__ import annotations

EARLIER = "Earlier page"
NEXT = "Next page"


def page(number: int, shown: str) -> str:
    """Say which page is on view and what it shows."""
    return f"Page {number}: {shown}"
