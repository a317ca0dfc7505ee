import pytest

from db.queries import speakers
from db.rows import SpeakerFate
from db.vocabulary import AttributionFinding, SpeakerKind, SubstanceFinding, Tier, VerificationStatus, WorkState
from tests.makers import make_claim, make_speaker


@pytest.fixture
def quoted(database):
    """Make four speakers with 0 to 3 claims: the fewest to the first."""
    with database.write() as session:
        for number, name in enumerate(("Cem", "Ana", "Bea", "Ana")):
            speaker = make_speaker(session, name=name)
            for _ in range(number):
                make_claim(session, speaker=speaker)
    return database


def walk(session, order, text=""):
    found, cursor = [], None
    while True:
        page = speakers.page(session, text, order=order, after=cursor, size=1)
        found += [row.id for row in page.rows]
        cursor = page.next
        if cursor is None:
            return found


def test_speakers_come_by_claims_or_by_name_page_by_page(quoted):
    with quoted.read() as session:
        assert walk(session, "claims") == [4, 3, 2, 1]
        assert walk(session, "name") == [2, 4, 3, 1]
        assert walk(session, "claims", "an") == [4, 2]
        assert walk(session, "name", "AN") == [2, 4]
        assert speakers.page(session, "%").rows == ()
        assert [row.claims for row in speakers.page(session).rows] == [3, 2, 1, 0]


def test_a_cursor_of_another_order_means_the_first_page(quoted):
    with quoted.read() as session:
        by_claims = speakers.page(session, order="claims", size=1).next
        assert speakers.page(session, order="name", after=by_claims, size=1).rows[0].id == 2


def test_one_speaker_is_found_with_their_roles(database):
    with database.write() as session:
        make_speaker(session, ("Mayor", "2020", None), ("Clerk", None, "2020"), kind=SpeakerKind.BODY, note="Of Oslo.")
    with database.read() as session:
        found = speakers.get(session, 1)
        assert (found.ref, found.kind, found.note) == ("FP-000001", SpeakerKind.BODY, "Of Oslo.")
        assert found.roles == (("Mayor", "2020", None), ("Clerk", None, "2020"))
        assert speakers.get(session, 2) is None


def test_speakers_are_offered_by_short_id_or_part_of_the_name(quoted):
    with quoted.read() as session:
        assert [row.id for row in speakers.choices(session, "fp-3")] == [3]
        assert [row.id for row in speakers.choices(session, "na", 1)] == [4]
        assert [row.id for row in speakers.choices(session, "")] == [4, 3, 2, 1]
        assert speakers.choices(session, "FP-99") == ()


def test_what_a_speaker_said_is_counted_by_year_and_by_how_it_fared(database):
    signed = {"substance_finding": SubstanceFinding.SUPPORTED, "best_tier": Tier.PRIMARY}
    with database.write() as session:
        ana = make_speaker(session)
        make_claim(session, speaker=ana, said_on="2025-12-31", work_state=WorkState.PUBLISHED, **signed)
        make_claim(session, speaker=ana, said_on="2025", work_state=WorkState.SIGNED_OFF, **signed)
        make_claim(session, speaker=ana, said_on="2026-01")
        make_claim(session, speaker=ana, said_on="2026-02", attribution_finding=AttributionFinding.DENIED)
        make_claim(session, speaker=ana)
        make_claim(session, said_on="2026")
    with database.read() as session:
        assert speakers.fates(session, ana.id) == (
            SpeakerFate("2026", VerificationStatus.OPEN, None, None, 1),
            SpeakerFate("2026", VerificationStatus.OPEN, AttributionFinding.DENIED, None, 1),
            SpeakerFate("2025", VerificationStatus.SUPPORTED, AttributionFinding.CONFIRMED, Tier.PRIMARY, 2),
            SpeakerFate(None, VerificationStatus.OPEN, None, None, 1),
        )
        assert speakers.fates(session, 99) == ()
