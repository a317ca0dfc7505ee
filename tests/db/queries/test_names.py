from db.queries.names import names
from db.vocabulary import RecordType
from tests.makers import make_article, make_claim, make_evidence, make_source, make_speaker, make_user


def test_records_people_and_uids_are_named(database):
    with database.write() as session:
        mara = make_user(session, name="Mara", email="mara@example.org")
        article = make_article(session, title="Bridges")
        claim = make_claim(session, article=article, statement="It is so.")
        source = make_source(session, title="Report")
        piece = make_evidence(session, claim, source)
        speaker = make_speaker(session, name="Ana")
        records = [
            (RecordType.ARTICLE, article.id),
            (RecordType.SOURCE, source.id),
            (RecordType.CLAIM, claim.id),
            (RecordType.SPEAKER, speaker.id),
            (RecordType.USER, mara.id),
            (RecordType.DESK, claim.desk_id),
            (RecordType.CLAIM, 99),
        ]
        uids = [piece.uid, source.uid, claim.uid, "nobody's"]
    with database.read() as session:
        found = names(session, records, ["mara@example.org", "firsthand"], uids)
    assert [found.records.get(record) for record in records] == [
        "Bridges",
        "Report",
        "It is so.",
        "Ana",
        "Mara",
        "Desk 1",
        None,
    ]
    assert found.people == {"mara@example.org": "Mara"}
    assert found.uids[piece.uid] == found.uids[source.uid] == (f"FS-{source.id:06d}", "Report")
    assert found.uids[claim.uid] == (f"FH-{claim.id:06d}", "It is so.")
    assert "nobody's" not in found.uids


def test_nothing_asked_for_is_nothing_found(database):
    with database.read() as session:
        found = names(session, (), (), ())
    assert (found.records, found.people, found.uids) == ({}, {}, {})
