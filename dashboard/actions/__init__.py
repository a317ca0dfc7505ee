"""All writes of the dashboard: each opens one transaction, asks the desk, and answers with an outcome in words.

Nothing here draws: a page that is stopped halfway must not stop a transaction.
"""

from dashboard.actions.backing import (
    add_evidence,
    change_evidence,
    comment,
    log_search,
    request_reply,
    resolve_comment,
    settle_reply,
    surround,
    withdraw_evidence,
)
from dashboard.actions.carrying_out import carry_out
from dashboard.actions.claims import (
    assign,
    edit_claim,
    hold,
    log_recheck,
    move,
    open_claim,
    publish,
    reopen,
    resume,
    send_back,
    send_to_review,
    set_findings,
    sign_off,
    take_up,
    turn_away,
    withdraw,
)
from dashboard.actions.documents import (
    Text,
    add_claim,
    add_source,
    capture,
    capture_anew,
    take_article_in,
)

__all__ = [
    "Text",
    "add_claim",
    "add_evidence",
    "add_source",
    "assign",
    "capture",
    "capture_anew",
    "carry_out",
    "change_evidence",
    "comment",
    "edit_claim",
    "hold",
    "log_recheck",
    "log_search",
    "move",
    "open_claim",
    "publish",
    "reopen",
    "request_reply",
    "resolve_comment",
    "resume",
    "send_back",
    "send_to_review",
    "set_findings",
    "settle_reply",
    "sign_off",
    "surround",
    "take_article_in",
    "take_up",
    "turn_away",
    "withdraw",
    "withdraw_evidence",
]
