"""What comes next on a claim: the checklist, the buttons, the forms of the moves."""

from __future__ import annotations

HEADING = "What comes next"
OTHER_MOVES = "More"
CLOSE = "Close"
WHAT_IS_MISSING = "What this step asks for"

# The forward step of each state, as the panel names it.
FORWARD = {
    "detected": "Take it over, if it is ours to check",
    "open": "Check it",
    "in_check": "Hand it to a second person",
    "on_hold": "Go on once what is awaited has come",
    "in_review": "A second person judges for themselves and signs",
    "signed_off": "Publish it",
    "published": "Published and signed; its sources are watched",
    "recheck": "Look at each piece of evidence again, and sign anew",
    "not_for_us": "Turned away; it can be brought back",
    "withdrawn": "Withdrawn; it stays on file as it was",
}
DONE = {
    "statement": "The statement stands on its own.",
    "checker": "Somebody checks it.",
    "evidence": "Evidence says where in a source it stands.",
    "search": "The searches are logged.",
    "substance": "The substance finding is set.",
    "attribution": "The attribution finding is set.",
    "flags": "No flag stands in the way.",
    "passages": "Every passage stands where it stood.",
    "comments": "No blocking comment is open.",
    "second_person": "You are a second person: the work is somebody else's.",
    "recheck": "The re-check is logged.",
    "looked_at": "Each piece of evidence has been looked at.",
}
DONE_MARK, OPEN_MARK = "done:", "to do:"

KEEP = "Keep: it is ours to check"
START = "Start checking"
GO_ON = "Go on checking"
HAND_ON = "Hand to a second person"
PUBLISH = "Mark as published"
ADD_EVIDENCE = "Add evidence"
FIND_SOURCE = "Find the source"
SET_FINDINGS = "Set the findings"
FINDINGS = "Findings"
LOG_SEARCH = "Log a search"
LOG_RECHECK = "Log the re-check"
SIGN = "Sign off"
SIGN_AGAIN = "Sign again after the re-check"
WRITE_STATEMENT = "Write the statement"
OPEN_COMMENTS = "Open the comments"
COMMENT = "Comment"
ASSIGN_ME = "Assign to me"

# The names of moves by the word that opens their form.
NAMES = {
    "assign": "Give it to somebody",
    "start": "Start checking, and say who checks",
    "hand-on": "Hand on with a note",
    "hold": "Put on hold",
    "return": "Send back to the checker",
    "publish": "Publish despite the flags",
    "recheck": "Ask for a re-check",
    "withdraw": "Withdraw",
    "turn-away": "Not for us",
    "bring-back": "Bring it back",
    "anew": "Check it anew",
}
RETURN = "Return"
ASSIGN_BUTTON = "Assign"
CHECKER = "Checker"
WHO_CHECKS = "Who checks it"
WHY_NOT = "Why not"
NOTE = "Note"
AS_WHAT = "As what"
REASON = "Reason"
NOTE_FOR_THE_SECOND = "Note for the second person"
REASON_DESPITE = "Reason to publish despite flags"
AWAITED, FROM_WHOM, UNTIL = "What is awaited", "From whom", "Until when"


def clear_flags(names: list[str]) -> str:
    """Tell which flags stand in the way of publishing."""
    return f"Clear the flags ({', '.join(names)}), or override them with a reason."
