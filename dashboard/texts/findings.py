"""Findings: what was concluded, the form, the signature, the re-check, the acts of judgement."""

from __future__ import annotations

HEADING = "Findings"
NONE_YET = "Nobody has concluded anything yet."
SUBSTANCE, ATTRIBUTION, CONFIDENCE, RESTS_ON = "Substance", "Attribution", "Confidence", "Rests on"
COVERED = "What the checker concluded is covered, so that you judge for yourself first. The evidence is all there."
UNCOVER = "Show the checker's findings"
FORM_TITLE = "Findings"
IS_IT_SO = "Is it so, as known on the claim's date?"
DID_THEY_SAY_IT = "Did the speaker say it?"
HOW_SURE = "How sure are you?"
WHAT_IT_RESTS_ON = "What it rests on"
RECORD = "Record the findings"
BOTH = "Choose both findings: whether it is so, and whether the speaker said it."
SIGN_TITLE = "Sign off with your own findings"
SIGN_HELP = (
    "Judge for yourself. If your findings are the checker's, the claim is signed; if they differ, it goes back to"
    " the checker with your note, and both stay on file."
)
SIGN = "Sign off"
SIGN_REASON = "Reason, if this is your own work or a re-check"
RECHECK_TITLE = "Look at each piece of evidence again"
RECHECK_NOTE = "What the re-check found"
RECHECK_LOG = "Log the re-check"
NO_JUDGEMENTS = "Nobody has judged this claim yet."


def on_version(version: int) -> str:
    """Tell which version of the claim was judged."""
    return f"version {version}"
