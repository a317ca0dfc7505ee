"""The head of a claim's page: what was said, by whom, when and where, in which words, and where it stands."""

from __future__ import annotations

from dashboard import labels
from dashboard.components.claim_rows import flags, said
from dashboard.components.paper import Node, chip, element, facts, moment, paragraph, record_link, span
from dashboard.escaping import cut_after, cut_before
from dashboard.labels import Label
from db.rows import ClaimFile, ClaimRow

_AROUND = 240


def head(claim: ClaimRow) -> Node:
    """Describe the statement with its status and its flags."""
    shown: list[Node] = [span(claim.ref, "muted"), chip(labels.status(claim.status), big=True)]
    if claim.work_state.signed and claim.attribution_finding:
        shown.append(chip(labels.attribution(claim.attribution_finding)))
    return element(
        "div",
        element("div", *shown, style="tags"),
        element("h1", said(claim), style="title plain" if claim.statement else "title plain described"),
        element("div", *flags(claim.flags), style="tags gap") if claim.flags else None,
    )


def words_in_context(file: ClaimFile) -> Node:
    """Describe the literal words with what stands around them in the article."""
    before, after = file.context_before[-_AROUND:], file.context_after[:_AROUND]
    return paragraph(
        span(cut_before(before) if len(file.context_before) > _AROUND else before, "around"),
        span(file.claim.literal, "exact"),
        span(cut_after(after) if len(file.context_after) > _AROUND else after, "around"),
        style="literal bar",
    )


def particulars(file: ClaimFile) -> Node:
    """Describe who, when, where, and how the claim came here."""
    claim = file.claim
    speaker = claim.speaker or claim.speaker_as_named
    if claim.speaker and claim.speaker_as_named and claim.speaker_as_named != claim.speaker:
        speaker = f"{claim.speaker}, named as «{claim.speaker_as_named}»"
    said_on = claim.said_on or ""
    if claim.said_on_text:
        said_on = f"{said_on} («{claim.said_on_text}»)" if said_on else f"«{claim.said_on_text}»"
    origin = labels.word(claim.origin)
    if claim.drafted_by:
        origin = f"{origin}: {claim.drafted_by}.{f' {claim.draft_reason}' if claim.draft_reason else ''}"
    return facts(
        [
            ("Who", speaker or "nobody: the article's own claim"),
            ("Said with", f"«{claim.cue}»" if claim.cue else None),
            ("Quoted words", claim.quoted_words),
            ("When", said_on or "not known"),
            ("Where", claim.said_where),
            ("Type", labels.word(claim.claim_type) + ("" if claim.checkable else ", not checkable")),
            ("Article", record_link(file.article.ref, file.article.title, style="plain")),
            ("Origin", origin),
        ]
    )


def standing(claim: ClaimRow) -> Node:
    """Describe where the claim is on the desk, and with whom."""
    hold = None
    if claim.hold_awaiting:
        until = f", until {claim.hold_until}" if claim.hold_until else ""
        hold = f"{claim.hold_awaiting} from {claim.hold_from}{until}"
    signed = None
    if claim.signed_by and claim.signed_at:
        signed = element("span", f"{claim.signed_by}, ", moment(claim.signed_at))
    return facts(
        [
            ("State", labels.state(claim.work_state)),
            ("Since", moment(claim.state_since)),
            ("Waits for", hold),
            ("Turned away", labels.word(claim.not_for_us_reason) if claim.not_for_us_reason else None),
            ("Re-check because", claim.recheck_trigger),
            ("Withdrawn as", labels.word(claim.withdrawal) if claim.withdrawal else None),
            ("With", claim.assignee or "nobody yet"),
            ("Checked by", claim.checker),
            ("Last edited by", claim.last_editor),
            ("Signed by", signed),
            ("Best tier", labels.word(claim.best_tier) if claim.best_tier else "no deciding evidence"),
        ]
    )


def findings(claim: ClaimRow) -> Node | None:
    """Describe the checker's findings; None while there are none."""
    shown: list[tuple[str, Label]] = []
    if claim.substance_finding:
        shown.append(("Substance", labels.finding(claim.substance_finding)))
    if claim.attribution_finding:
        shown.append(("Attribution", labels.attribution(claim.attribution_finding)))
    if not shown:
        return None
    pairs: list[tuple[str, Node | None]] = [
        (name, element("span", chip(label), span(label.meaning, "muted small"), style="finding"))
        for name, label in shown
    ]
    pairs.append(("Confidence", labels.word(claim.confidence) if claim.confidence else None))
    pairs.append(("Rests on", claim.finding_note))
    return facts(pairs)
