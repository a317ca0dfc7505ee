"""The list of articles, read from the record one page at a time."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.data.record import ask
from db.queries import article_lists as _lists
from db.queries.article_lists import ArticleFilter, ArticleOrder
from db.rows import ArticleRow, Paged

__all__ = ["ArticleFilter", "ArticleOrder", "all_rows", "articles", "count", "publishers"]

PAGE = 30  # each article tells a dozen counts
_AT_ONCE = 500


def articles(where: ArticleFilter, order: ArticleOrder, after: str | None = None) -> Paged[ArticleRow]:
    """List articles."""
    return ask(_lists.page, where, order=order, after=after, size=PAGE)


def count(where: ArticleFilter) -> int:
    """Count articles, up to ten thousand."""
    return ask(_lists.count, where)


def publishers() -> tuple[str, ...]:
    """List the publishers that most articles come from."""
    return ask(_lists.publishers)


def all_rows(where: ArticleFilter, order: ArticleOrder, most: int) -> list[ArticleRow]:
    """Read all articles that fit, for a file."""
    return list(_all(where, order, most))


def _all(where: ArticleFilter, order: ArticleOrder, most: int) -> Iterator[ArticleRow]:
    after, read = None, 0
    while read < most:
        found = ask(_lists.page, where, order=order, after=after, size=min(_AT_ONCE, most - read))
        yield from found.rows
        read += len(found.rows)
        after = found.next
        if after is None:
            return
