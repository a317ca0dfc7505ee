import itertools

import pytest

from db.queries.statuses import Place, places
from db.vocabulary import SubstanceFinding, VerificationStatus, WorkState

EVERY = [Place(state, finding) for state, finding in itertools.product(WorkState, [None, *SubstanceFinding])]


def covers(place, claim):
    return place.work_state == claim.work_state and place.substance_finding in {None, claim.substance_finding}


@pytest.mark.parametrize("status", VerificationStatus)
def test_a_status_is_found_where_the_vocabulary_puts_it(status):
    claims = [claim for claim in EVERY if not (claim.work_state.signed and claim.substance_finding is None)]
    for claim in claims:
        found = any(covers(place, claim) for place in places({status}))
        assert found == (VerificationStatus.of(*claim) is status)


def test_no_status_and_all_of_them_mean_every_work_state():
    assert places(()) == places(VerificationStatus) == tuple(map(Place, WorkState))


def test_places_never_overlap():
    for left, right in itertools.combinations(VerificationStatus, 2):
        found = places({left, right})
        assert not any(covers(a, b) for a, b in itertools.permutations(found, 2))
