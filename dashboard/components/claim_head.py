"""The head of a claim's page: what was said, by whom, when and where, in which words, and where it stands."""

from __future__ import annotations

from dashboard import addresses, labels
from dashboard.components.claim_rows import flags, said
from dashboard.components.dossier import unfolding
from dashboard.components.paper import Node, chip, element, explained, facts, link, moment, paragraph, record_link, span
from dashboard.escaping import cut_after, cut_before
from dashboard.labels import Label
from dashboard.texts import claim as texts
from dashboard.texts import findings as finding_texts
from db.rows import ClaimFile, ClaimRow, speaker_ref

_AROUND = 90  # characters before and after the literal words; the rest unfolds


def head(claim: ClaimRow) -> Node:
    """Describe the statement with its status and its flags."""
    shown: list[Node] = [span(claim.ref, "muted"), chip(labels.status(claim.status), big=True)]
    if claim.work_state.signed and claim.attribution_finding:
        shown.append(chip(labels.attribution(claim.attribution_finding)))
    return element(
        "div",
        element("div", *shown, *flags(claim.flags), style="tags"),
        element("h1", said(claim), style="title plain" if claim.statement else "title plain described"),
        style="claim-head",
    )


def words_in_context(file: ClaimFile) -> Node:
    """Describe the literal words with what stands closest around them in the article, and more of it to unfold."""
    before, after = file.context_before[-_AROUND:], file.context_after[:_AROUND]
    return element(
        "div",
        paragraph(
            span(cut_before(before) if len(file.context_before) > _AROUND else before, "around"),
            span(file.claim.literal, "exact"),
            span(cut_after(after) if len(file.context_after) > _AROUND else after, "around"),
            style="literal bar flowing",
        ),
        unfolding(
            f"{file.claim.ref}-context",
            texts.MORE_CONTEXT,
            paragraph(
                span(cut_before(file.context_before), "around"),
                span(file.claim.literal, "exact"),
                span(cut_after(file.context_after), "around"),
                style="literal bar",
            ),
            _origin(file),
        ),
        style="words",
    )


def particulars(file: ClaimFile) -> Node:
    """Describe who, when and where, in a line or two."""
    claim = file.claim
    kind = labels.word(claim.claim_type)
    pairs: list[tuple[str, Node | None]] = [
        (texts.WHO, _who(claim)),
        (texts.SAID_WITH, texts.quoted(claim.cue) if claim.cue else None),
        (texts.WHEN, texts.dated(claim.said_on, claim.said_on_text) or texts.NOT_KNOWN),
        (texts.WHERE, claim.said_where),
        (texts.TYPE, kind if claim.checkable else texts.not_checkable(kind)),
    ]
    return _in_line(pairs)


def _in_line(pairs: list[tuple[str, Node | None]]) -> Node:
    cells = [element("div", element("dt", explained(name)), element("dd", known)) for name, known in pairs if known]
    return element("dl", *cells, style="particulars")


def _origin(file: ClaimFile) -> Node:
    """Describe where the words stand and how the claim came here."""
    claim = file.claim
    article = addresses.href(addresses.ARTICLE, article=file.article.ref, mark=claim.ref)
    return facts(
        [
            (texts.QUOTED, claim.quoted_words),
            (texts.ARTICLE, link(file.article.title, article, "plain")),
            (texts.ORIGIN, texts.drafted(labels.word(claim.origin), claim.drafted_by, claim.draft_reason)),
        ]
    )


def _who(claim: ClaimRow) -> Node:
    as_named = claim.speaker_as_named
    if claim.speaker and claim.speaker_id is not None:
        other = as_named and as_named != claim.speaker
        name = texts.named_as(claim.speaker, as_named) if other and as_named else claim.speaker
        return record_link(speaker_ref(claim.speaker_id), name, style="plain")
    return span(as_named or texts.NOBODY)


def standing(claim: ClaimRow) -> Node:
    """Describe since when the claim stands where it does, and with whom, in a line or two."""
    hold = None
    if claim.hold_awaiting:
        until = claim.hold_until.isoformat() if claim.hold_until else None
        hold = texts.awaited(claim.hold_awaiting, claim.hold_from or "", until)
    signed = None
    if claim.signed_by and claim.signed_at:
        signed = element("span", texts.signed(claim.signed_by), moment(claim.signed_at))
    return _in_line(
        [
            (texts.SINCE, moment(claim.state_since)),
            (texts.WAITS_FOR, hold),
            (texts.TURNED_AWAY, labels.word(claim.not_for_us_reason) if claim.not_for_us_reason else None),
            (texts.RECHECK_BECAUSE, claim.recheck_trigger),
            (texts.WITHDRAWN_AS, labels.word(claim.withdrawal) if claim.withdrawal else None),
            (texts.WITH, claim.assignee or texts.NOBODY_YET),
            (texts.CHECKED_BY, claim.checker if claim.checker != claim.assignee else None),
            (texts.LAST_EDITED_BY, claim.last_editor if claim.last_editor != claim.checker else None),
            (texts.SIGNED_BY, signed),
            (texts.BEST_TIER, labels.word(claim.best_tier) if claim.best_tier else texts.NO_DECIDING),
        ]
    )


def findings(claim: ClaimRow) -> Node:
    """Describe what the checker concluded, or that nobody has concluded anything."""
    shown: list[tuple[str, Label]] = []
    if claim.substance_finding:
        shown.append((finding_texts.SUBSTANCE, labels.finding(claim.substance_finding)))
    if claim.attribution_finding:
        shown.append((finding_texts.ATTRIBUTION, labels.attribution(claim.attribution_finding)))
    if not shown:
        return paragraph(span(finding_texts.NONE_YET, "muted small"))
    pairs: list[tuple[str, Node | None]] = [
        (name, element("span", chip(label), span(label.meaning, "muted small"), style="finding"))
        for name, label in shown
    ]
    pairs.append((finding_texts.CONFIDENCE, labels.word(claim.confidence) if claim.confidence else None))
    pairs.append((finding_texts.RESTS_ON, claim.finding_note))
    return facts(pairs)
