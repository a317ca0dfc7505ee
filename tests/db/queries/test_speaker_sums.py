from collections import Counter

from db.queries import speakers
from db.queries.speaker_sums import sums
from db.rows import SpeakerFate
from db.vocabulary import AttributionFinding, SubstanceFinding, Tier, VerificationStatus, WorkState
from tests.makers import make_claim, make_speaker


def test_sums_are_the_fates_over_all_years_and_tiers(database):
    signed = {"work_state": WorkState.SIGNED_OFF, "substance_finding": SubstanceFinding.SUPPORTED}
    with database.write() as session:
        ana, bo, cy = (make_speaker(session, name=name).id for name in ("Ana", "Bo", "Cy"))
        for said_on, tier in (("2022", Tier.PRIMARY), ("2024-08", None), (None, Tier.SECONDARY)):
            found = {"attribution_finding": AttributionFinding.CONFIRMED, "best_tier": tier}
            make_claim(session, speaker_id=ana, said_on=said_on, **signed, **found)
        make_claim(session, speaker_id=ana)
        make_claim(session, speaker_id=bo, **signed, attribution_finding=AttributionFinding.DENIED)
        make_claim(session)
    with database.read() as session:
        found = sums(session, (bo, ana, cy))
        counted = Counter()
        for fate in speakers.fates(session, ana):
            counted[fate.status, fate.attribution] += fate.claims
    assert list(found) == [bo, ana, cy]
    assert found[cy] == ()
    assert found[bo] == (SpeakerFate(None, VerificationStatus.SUPPORTED, AttributionFinding.DENIED, None, 1),)
    assert {(fate.status, fate.attribution): fate.claims for fate in found[ana]} == dict(counted)
    assert {fate.claims for fate in found[ana]} == {3, 1}
