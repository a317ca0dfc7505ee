"""Lists of articles on both databases: filtered, in either order, page by page."""

import datetime as dt

import pytest

from db.queries import article_lists
from db.queries.article_lists import ArticleFilter, ArticleOrder
from db.rows import Period
from db.vocabulary import WorkState
from tests.makers import make_article, make_claim, make_desk, make_source


@pytest.fixture
def made(database):
    """Four articles with two, no, three and one claims left to do, and a source, which is none."""
    with database.write() as session:
        desk, other = make_desk(session), make_desk(session)
        ids = []
        for where, publisher, published, left in (
            (desk, "Daily", "2024-08-06", 2),
            (desk, "Daily", "2024", 0),
            (other, "Post", "2024-09", 3),
            (desk, None, None, 1),
        ):
            article = make_article(session, desk=where, publisher=publisher, published=published)
            make_claim(session, article=article, work_state=WorkState.SIGNED_OFF)
            for _ in range(left):
                make_claim(session, article=article, work_state=WorkState.OPEN)
            ids.append(article.id)
        make_source(session, publisher="Daily")
        return ids, desk.id


def _walk(database, where, order, size):
    found, after = [], None
    while True:
        with database.read() as session:
            page = article_lists.page(session, where, order=order, after=after, size=size)
        found += [row.id for row in page.rows]
        after = page.next
        if after is None:
            return found


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_pages_of_any_size_give_every_article_once_in_order(database, made, size):
    (first, second, third, fourth), _ = made

    assert _walk(database, ArticleFilter(), ArticleOrder.NEWEST, size) == [fourth, third, second, first]
    assert _walk(database, ArticleFilter(), ArticleOrder.UNDONE, size) == [third, first, fourth, second]


def test_a_cursor_of_another_order_starts_at_the_beginning(database, made):
    ids, _ = made
    with database.read() as session:
        newest = article_lists.page(session, ArticleFilter(), order=ArticleOrder.NEWEST, size=1)
        page = article_lists.page(session, ArticleFilter(), order=ArticleOrder.UNDONE, after=newest.next, size=1)
    assert [row.id for row in page.rows] == [ids[2]]


def test_articles_are_chosen_by_desk_publisher_and_the_days_they_may_have_been_published_on(database, made):
    (first, second, third, fourth), desk_id = made
    august = Period(dt.date(2024, 8, 1), dt.date(2024, 8, 31))

    def ids(where):
        return _walk(database, where, ArticleOrder.NEWEST, 50)

    assert ids(ArticleFilter(desk_id=desk_id)) == [fourth, second, first]
    assert ids(ArticleFilter(publisher="Daily")) == [second, first]
    assert ids(ArticleFilter(published=august)) == [second, first]
    assert ids(ArticleFilter(published=Period(dt.date(2024, 9, 1), None))) == [third, second]


def test_articles_are_counted_and_their_publishers_named(database, made):
    with database.read() as session:
        assert article_lists.count(session, ArticleFilter()) == len(made[0])
        assert article_lists.publishers(session) == ("Daily", "Post")
