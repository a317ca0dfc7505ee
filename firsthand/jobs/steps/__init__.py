"""The steps of jobs: each does one thing to its end, is given JSON and answers with JSON.

What is refused or cannot be had is an answer and no exception: after a crash a step's answer is read back, and a
workflow must find the same. What a step records, it records under the workflow's key, so that doing it twice is doing
it once. Only here do jobs call fetching, captures, watching, tracing and taking in.
"""

from firsthand.jobs.steps.archiving import ARCHIVE_WAIT, archive, follow_up
from firsthand.jobs.steps.bench import Bench, Json, WorkerLeft, equip, wait_for_parts
from firsthand.jobs.steps.pages import fetch, fetch_address, keep, log_search, look, observe, record
from firsthand.jobs.steps.planning import plan, plan_addresses, plan_captures
from firsthand.jobs.steps.tracing import approach, arrive, finish, set_out

__all__ = [
    "ARCHIVE_WAIT",
    "Bench",
    "Json",
    "WorkerLeft",
    "approach",
    "archive",
    "arrive",
    "equip",
    "fetch",
    "fetch_address",
    "finish",
    "follow_up",
    "keep",
    "log_search",
    "look",
    "observe",
    "plan",
    "plan_addresses",
    "plan_captures",
    "record",
    "set_out",
    "wait_for_parts",
]
