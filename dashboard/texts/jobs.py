"""The words of jobs: on their page, and in the line that other pages show of one."""

from __future__ import annotations

TITLE = "Jobs"
INTRO = (
    "What the machine does for you while you go on working: it fetches, looks again, traces and archives. Whatever"
    " happens to the machine, a job goes on where it was."
)
STATE, KIND = "State", "Kind"
NONE_YET = "**No job has been asked for yet.** Fetch a source, or take an article in by its address."
TO_SOURCES = "Go to the sources"
NONE_FITS = "No job fits these filters."
SHOW_ALL = "Show all jobs"
NO_WORKER = (
    "No worker is at work, so nothing moves. Start one: `firsthand worker`, or `firsthand serve` without `--no-worker`."
)
ONE_WORKER = "One worker is at work."
PARTS_LIST = "Its parts"
ALL_JOBS = "All jobs"
WHAT, EXAMPLE = "job", "?job=capture-0123456789ab"
CANCEL = "Cancel this job"
CANCEL_HELP = "What is recorded stays; what is being fetched just now is not recorded any more."
ASKED, STARTED, ENDED, BY, HOST, HOW = "Asked for", "Taken up", "Over", "By", "Host", "How it stands"
ABOUT, PROGRESS, SCHEDULE = "What", "Done", "the schedule"
NEXT_TRY = "next try"
FAILED_HELP = (
    "A site that refuses programs can be opened in your browser: save the page and upload it on the source's page. What"
    " was only out of reach for a while is tried again at the time that stands beside it, or when you ask for it again."
)

TO_CAPTURE = "have documents fetched"
TO_TAKE_IN = "take articles in"
TO_WATCH = "have documents looked at"
TO_TRACE = "have references followed"
TO_ARCHIVE = "have captures archived"
TO_CANCEL = "cancel jobs"
TRACING = "The references are being followed; the path is drawn here when it is known."
CANCELLED = "Cancelled. What was recorded before stays."


def capturing(count: int) -> str:
    """Say that documents are being fetched."""
    return "The page is being fetched." if count == 1 else f"{count:,} pages are being fetched, host by host."


def taking_in(count: int) -> str:
    """Say that articles are being fetched."""
    return "The article is being fetched." if count == 1 else f"{count:,} articles are being fetched, host by host."


def watching(count: int) -> str:
    """Say that documents are being looked at."""
    return "The page is being looked at." if count == 1 else f"{count:,} pages are being looked at, host by host."


def archiving(count: int) -> str:
    """Say that captures are being archived."""
    return "The archive is being asked." if count == 1 else f"The archive is being asked for {count:,} captures."


def progress(done: int, total: int) -> str:
    """Count what is done."""
    return f"{done:,} of {total:,}"


def workers(count: int) -> str:
    """Say how many workers are at work."""
    return ONE_WORKER if count == 1 else f"{count} workers are at work."


def shown(count: int) -> str:
    """Say how many jobs are on view."""
    return "1 job" if count == 1 else f"{count} jobs, the newest first"
