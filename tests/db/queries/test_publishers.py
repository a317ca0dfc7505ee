from db.models import Publisher
from db.queries import publishers
from db.rows import PublisherRow
from db.vocabulary import Tier
from tests.makers import make_article, make_source


def test_publishers_come_with_their_sources_counted_and_with_what_the_desk_thinks_of_them(database):
    with database.write() as session:
        for name in ("Agency", "Authority", "Agency", None, "", "agency", "Zeitung"):
            make_source(session, publisher=name)
        make_article(session, publisher="A paper of articles")
        judged = Publisher(name="Agency", tier=Tier.DERIVED, note="Reprints")
        session.add_all([judged, Publisher(name="Nobody's", tier=Tier.PRIMARY)])
        session.flush()
        expected = PublisherRow(judged.id, "Agency", Tier.DERIVED, "Reprints", 1)
    with database.read() as session:
        rows = publishers.named(session).rows
    assert (rows[0].name, rows[0].sources, rows[0].judged) == ("Agency", 2, expected)
    assert {(row.name, row.sources, row.judged) for row in rows[1:]} == {
        ("agency", 1, None),
        ("Authority", 1, None),
        ("Zeitung", 1, None),
    }


def test_publishers_are_looked_for_by_a_part_of_the_name_letter_by_letter(database):
    with database.write() as session:
        for name in ("The 100% Paper", "100 Papers", "Other"):
            make_source(session, publisher=name)
    with database.read() as session:
        assert {row.name for row in publishers.named(session, " PAPER ").rows} == {"The 100% Paper", "100 Papers"}
        assert [row.name for row in publishers.named(session, "0%").rows] == ["The 100% Paper"]
        assert publishers.named(session, "nobody").rows == ()


def test_pages_of_publishers_follow_one_another(database):
    with database.write() as session:
        for number in range(5):
            for _ in range(number + 1):
                make_source(session, publisher=f"Paper {number}")
    with database.read() as session:
        seen, cursor = [], None
        while True:
            page = publishers.named(session, after=cursor, size=2)
            seen += [row.name for row in page.rows]
            cursor = page.next
            if cursor is None:
                break
        assert seen == [f"Paper {number}" for number in (4, 3, 2, 1, 0)]
        assert publishers.named(session, after="no cursor", size=1).rows[0].name == "Paper 4"
