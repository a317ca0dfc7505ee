import pytest

from db.errors import RecordError
from db.models import FindingLabel, Look, Publisher, SavedView
from db.queries import people
from db.rows import LookRow, PublisherRow
from db.vocabulary import Tier
from tests.makers import NOON, make_user


def test_views_are_a_persons_own_by_page_and_name(database):
    with database.write() as session:
        mara, noor = make_user(session), make_user(session)
        for user, page, name in (
            (mara, "claims", "Old"),
            (mara, "claims", "Mine"),
            (mara, "board", "B"),
            (noor, "claims", "N"),
        ):
            session.add(SavedView(user_id=user.id, page=page, name=name, query=f"q={name}"))
    with database.read() as session:
        assert [(view.name, view.query) for view in people.views(session, mara.id, "claims")] == [
            ("Mine", "q=Mine"),
            ("Old", "q=Old"),
        ]
        assert people.views(session, 99, "claims") == ()


def test_a_name_stands_for_one_view_of_a_page(database):
    with database.write() as session:
        user = make_user(session)
        session.add(SavedView(user_id=user.id, page="claims", name="Mine", query="a"))
    again = SavedView(user_id=user.id, page="claims", name="Mine", query="b")
    with pytest.raises(RecordError, match="saved_view"), database.write() as session:
        session.add(again)


def test_a_look_is_remembered_by_person_and_thing(database):
    with database.write() as session:
        user = make_user(session)
        session.add(Look(user_id=user.id, thing="board", seq=7, at=NOON))
    with database.read() as session:
        assert people.last_look(session, user.id, "board") == LookRow(7, NOON)
        assert people.last_look(session, user.id, "wall") is people.last_look(session, 99, "board") is None


def test_publishers_and_words_for_findings_are_listed(database):
    with database.write() as session:
        session.add_all(Publisher(name=name, tier=Tier.SECONDARY, created_at=NOON) for name in ("The Sun", "AP"))
        session.add(FindingLabel(code="outdated", word="no longer so"))
    with database.read() as session:
        assert people.publishers(session)[0] == PublisherRow(2, "AP", Tier.SECONDARY, None, 1)
        assert [row.name for row in people.publishers(session)] == ["AP", "The Sun"]
        assert people.finding_labels(session) == {"outdated": "no longer so"}
