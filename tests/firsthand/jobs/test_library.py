"""What the jobs need of their library beside its public interface, so that a version without it is told in words."""

from __future__ import annotations

import inspect

from dbos import DBOS

NEEDED = (
    "This version of dbos has no DBOS._recover_pending_workflows(executor_ids) any more: firsthand.jobs.worker._take_up"
    " puts the work of dead workers back into its queue by it. Find what recovers by executor now, or keep to dbos 3."
)


def test_the_library_can_be_told_which_workers_are_gone() -> None:
    take_up = getattr(DBOS, "_recover_pending_workflows", None)
    assert take_up is not None, NEEDED
    assert list(inspect.signature(take_up).parameters) == ["executor_ids"], NEEDED
