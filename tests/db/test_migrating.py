"""A record that an earlier version filled is brought up to date with all that is in it."""

import pytest
from alembic import command

from db.schema import HEAD, alembic_config, revision_of
from db.session import Database
from tests.db.recounting import differences
from tests.db.tampering import raw

AT = "2026-03-0{} 12:00:00.000000+00:00"
FILLED = (
    """INSERT INTO desk (id, slug, name, allow_self_signing, stale_after_days, created_at, version)
    VALUES (1, 'desk', 'Desk', false, 365, '{at}', 1)""",
    "INSERT INTO user_account (id, email, name, created_at) VALUES (1, 'mara@example.org', 'Mara', '{at}')",
    """INSERT INTO speaker (id, uid, name, kind, created_at)
    VALUES (1, 's1', 'Ana', 'person', '{at}'), (2, 's2', 'Bea', 'person', '{at}')""",
    """INSERT INTO document (id, uid, type, title, title_is_description, created_at, version, desk_id)
    VALUES (1, 'a1', 'article', 'Bridges', false, '{at}', 1, 1)""",
    """INSERT INTO capture (id, uid, document_id, method, outcome, reason, taken_at)
    VALUES (1, 'c1', 1, 'paste', 'failed', 'It broke.', '{at}')""",
    *(
        f"""INSERT INTO claim (id, uid, desk_id, article_id, capture_id, start, "end", literal, statement, claim_type,
        checkable, speaker_id, origin, work_state, state_since, substance_finding, attribution_finding, best_tier,
        recheck_trigger, signed_by_id, signed_at, content_hash, self_signed, created_at, version)
        VALUES ({number}, 'claim{number}', 1, 1, 1, 0, 5, 'words', 'Words.', 'event', true, {speaker}, 'person',
        '{state}', '{{at}}', 'supported', 'confirmed', 'primary', {trigger}, {signed}, false, '{{at}}', 1)"""  # noqa: S608
        for number, speaker, state, trigger, signed in (
            (1, "1", "open", "NULL", "NULL, NULL, NULL"),
            (2, "1", "published", "NULL", "1, '{at}', 'x'"),
            (3, "NULL", "recheck", "'changed'", "NULL, NULL, NULL"),
        )
    ),
    "INSERT INTO claim_flag (claim_id, flag, desk_id) VALUES (1, 'stale', 1), (3, 'stale', 1)",
    *(
        f"""INSERT INTO event (seq, at, recorded_at, actor, action, record_type, record_id, after, previous_hash, hash)
        VALUES ({seq}, '{{at}}', '{{at}}', 'mara', 'claim:state:changed', 'claim', {claim},
        '{{{{"state":"{state}"}}}}', 'p{seq}', 'h{seq}')"""  # noqa: S608
        for seq, claim, state in ((1, 2, "in_check"), (2, 2, "signed_off"), (3, 3, "signed_off"), (4, 3, "recheck"))
    ),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def earlier(request, tmp_path):
    """Fill a record as version 0002 knew it."""
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/record.sqlite" if sqlite else request.getfixturevalue("empty_postgresql")
    record = Database(url, tmp_path)
    with record._writer.begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    with raw(record) as execute:
        for day, statement in enumerate(FILLED):
            execute(statement.format(at=AT.format(day % 9 + 1).replace(" ", "T")))
    yield record
    record.close()


def test_the_tallies_of_the_dashboard_are_filled_from_what_is_there(earlier):
    earlier.prepare()
    with earlier.connect() as connection:
        assert revision_of(connection) == HEAD
    with earlier.read() as session:
        assert differences(session) == {}
        rows = session.connection().exec_driver_sql("SELECT sum(claims) FROM week_tally").scalar_one()
        deeds = session.connection().exec_driver_sql("SELECT seq, deed FROM claim_deed ORDER BY seq").all()
    assert rows == 3
    assert [tuple(row) for row in deeds] == [(2, "signed_off"), (3, "signed_off"), (4, "reopened")]


def test_a_record_brought_up_to_date_goes_on_counting(earlier):
    earlier.prepare()
    with raw(earlier) as execute:
        execute(
            "UPDATE claim SET work_state = 'not_for_us', not_for_us_reason = 'trivial', speaker_id = 2 WHERE id = 1"
        )
        execute("DELETE FROM claim_flag WHERE claim_id = 3")
    with earlier.read() as session:
        assert differences(session) == {}
