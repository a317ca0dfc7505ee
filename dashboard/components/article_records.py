"""Articles as records for a file, in the columns of the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dashboard import labels
from dashboard.components.document_rows import article_progress
from db.rows import ArticleRow


def article_records(articles: Iterable[ArticleRow]) -> list[dict[str, object]]:
    """Write articles as records, with a count for every status."""
    return [_record(article) for article in articles]


def _record(article: ArticleRow) -> dict[str, object]:
    done, found = article_progress(article), dict(article.statuses)
    return {
        "article": article.ref,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published,
        "address": article.url,
        "desk": article.desk,
        "taken": article.created_at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "claims": done.taken,
        "signed": done.signed,
        "undone": done.undone,
        **{label.word: found.get(status, 0) for status, label in labels.statuses().items()},
    }
