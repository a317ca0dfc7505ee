"""The door: every change of a state, a finding, a piece of evidence goes through here and leaves an event.

Use ``from firsthand import desk`` inside a write transaction of ``db.session.Database``; every deed takes the session,
the actor, what it is about and the version that the person saw, flushes, and never commits. A refusal
(``firsthand.errors.Refusal``) says what is missing.
"""

import firsthand.desk.texts  # noqa: F401 - looks at every text on its way into the database
from firsthand.desk.actor import SYSTEM, Actor
from firsthand.desk.attesting import Attested, attest
from firsthand.desk.bulk import BulkOutcome, Seen, change_many
from firsthand.desk.claims import NewClaim, add_claim, add_drafts, assign, edit_claim
from firsthand.desk.correspondence import comment, log_search, request_reply, resolve_comment, settle_reply
from firsthand.desk.documents import (
    DocumentFields,
    NewCapture,
    NewReference,
    add_article,
    add_source,
    edit_article,
    edit_source,
    find_document,
    record_capture,
)
from firsthand.desk.evidence import add_evidence, change_evidence, withdraw_evidence
from firsthand.desk.filling import Told, fill_source
from firsthand.desk.findings import log_recheck, send_back, send_to_review, set_findings, sign_off
from firsthand.desk.keeping import keep_anchor, replace_evidence
from firsthand.desk.labels import set_label
from firsthand.desk.moves import hold, open_claim, publish, reopen, resume, take_up, turn_away, withdraw
from firsthand.desk.observing import ToFind, find_places, record_observation, to_be_found
from firsthand.desk.origins import decide_origin, suggest_origins
from firsthand.desk.people import EVERY_ROLE, add_desk, add_user, set_roles, set_rules
from firsthand.desk.personal import drop_view, looked, save_view
from firsthand.desk.planning import plan_look
from firsthand.desk.publishers import PublisherFacts, set_publisher
from firsthand.desk.readiness import next_steps
from firsthand.desk.references import tie_reference
from firsthand.desk.relations import relate_claims, relate_sources
from firsthand.desk.resemblances import decide_resemblance
from firsthand.desk.speakers import add_speaker_role, edit_speaker, find_or_add_speaker
from firsthand.desk.suggestions import suggest_statement
from firsthand.desk.traces import record_trace
from firsthand.desk.triage import Part, merge_claims, split_claim
from firsthand.desk.undoing import undo
from firsthand.desk.watches import pause_watch, resume_watch

__all__ = [
    "EVERY_ROLE",
    "SYSTEM",
    "Actor",
    "Attested",
    "BulkOutcome",
    "DocumentFields",
    "NewCapture",
    "NewClaim",
    "NewReference",
    "Part",
    "PublisherFacts",
    "Seen",
    "ToFind",
    "Told",
    "add_article",
    "add_claim",
    "add_desk",
    "add_drafts",
    "add_evidence",
    "add_source",
    "add_speaker_role",
    "add_user",
    "assign",
    "attest",
    "change_evidence",
    "change_many",
    "comment",
    "decide_origin",
    "decide_resemblance",
    "drop_view",
    "edit_article",
    "edit_claim",
    "edit_source",
    "edit_speaker",
    "fill_source",
    "find_document",
    "find_or_add_speaker",
    "find_places",
    "hold",
    "keep_anchor",
    "log_recheck",
    "log_search",
    "looked",
    "merge_claims",
    "next_steps",
    "open_claim",
    "pause_watch",
    "plan_look",
    "publish",
    "record_capture",
    "record_observation",
    "record_trace",
    "relate_claims",
    "relate_sources",
    "reopen",
    "replace_evidence",
    "request_reply",
    "resolve_comment",
    "resume",
    "resume_watch",
    "save_view",
    "send_back",
    "send_to_review",
    "set_findings",
    "set_label",
    "set_publisher",
    "set_roles",
    "set_rules",
    "settle_reply",
    "sign_off",
    "split_claim",
    "suggest_origins",
    "suggest_statement",
    "take_up",
    "tie_reference",
    "to_be_found",
    "turn_away",
    "undo",
    "withdraw",
    "withdraw_evidence",
]
