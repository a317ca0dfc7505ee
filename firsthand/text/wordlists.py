"""Word lists written as prose."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the words of ``listed``, which stand apart by white space."""
    return frozenset(listed.split())


def phrases(*listed: str) -> str:
    """Return a regular expression that matches any of the expressions given, tried in their order."""
    return "(?:" + "|".join(listed) + ")"
