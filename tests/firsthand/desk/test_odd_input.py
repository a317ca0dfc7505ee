"""What nobody types on purpose: NUL, half characters, a megabyte of words, versions from the future."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from db.models import Claim
from db.vocabulary import NotForUsReason, SearchOutcome, SourceKind, WorkState
from firsthand import desk
from firsthand.errors import ConflictError, InvalidError, NotFoundError
from firsthand.verification import verify
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import MISLEADING, Newsroom

S = WorkState
Deed = Callable[[Newsroom, Claim, str], object]
WRITTEN: dict[str, Deed] = {
    "statement": lambda n, c, text: n.on(c, desk.edit_claim, n.chris, {"statement": text}),
    "cue": lambda n, c, text: n.on(c, desk.edit_claim, n.chris, {"cue": text}),
    "note of a finding": lambda n, c, text: n.on(c, desk.set_findings, n.chris, replace(MISLEADING, note=text)),
    "note of evidence": lambda n, c, text: n.on(c, desk.add_evidence, n.chris, n.evidence(note=text)),
    "words of evidence": lambda n, c, text: n.on(
        c, desk.add_evidence, n.chris, n.evidence(exact=text, capture_id=None, start=None, end=None)
    ),
    "locator of evidence": lambda n, c, text: n.on(c, desk.add_evidence, n.chris, n.evidence(locator=text)),
    "reason": lambda n, c, text: n.on(c, desk.edit_claim, n.chris, {"cue": "warned"}, text),
    "comment": lambda n, c, text: n.do(desk.comment, n.chris, c.id, text),
    "search": lambda n, c, text: n.do(
        desk.log_search, n.chris, c.id, place=text, query=text, outcome=SearchOutcome.FOUND
    ),
    "request": lambda n, c, text: n.do(desk.request_reply, n.chris, c.id, addressee=text, question=text, due=None),
    "title": lambda n, _, text: n.do(desk.add_source, n.chris, SourceKind.OTHER, desk.DocumentFields(text)),
    "what is awaited": lambda n, c, text: n.on(
        c, desk.hold, n.chris, awaiting=text, from_whom=text, until=n.chris.now().date()
    ),
}


@pytest.mark.parametrize("deed", WRITTEN)
@pytest.mark.parametrize(("text", "sentence"), [("a\0b", "NUL character"), ("a\ud800b", "half of a character")])
def test_what_a_database_may_refuse_the_desk_refuses_first(
    newsroom: Newsroom, deed: str, text: str, sentence: str
) -> None:
    claim = newsroom.at(S.IN_CHECK)
    with refused(newsroom, InvalidError, sentence):
        WRITTEN[deed](newsroom, claim, text)


@pytest.mark.parametrize("deed", WRITTEN)
def test_a_megabyte_of_words_is_kept_whole(newsroom: Newsroom, deed: str) -> None:
    claim = newsroom.at(S.IN_CHECK)
    words = " ".join(f"слово{number}" for number in range(70_000))
    WRITTEN[deed](newsroom, claim, words)
    assert len(words) > 700_000
    assert any(words in str(row) for rows in newsroom.everything().values() for row in rows)


@pytest.mark.parametrize("deed", WRITTEN)
def test_signs_of_every_script_are_kept_as_they_are(local_newsroom: Newsroom, deed: str) -> None:
    claim = local_newsroom.at(S.IN_CHECK)
    words = "漢字 العربية עברית 𝔘𝔫𝔦 👩‍👩‍👧 e\u0301 \u202eabc <b>&amp;</b> '; DROP TABLE claim; --"
    WRITTEN[deed](local_newsroom, claim, words)
    kept = [value for rows in local_newsroom.everything().values() for row in rows for value in row]
    assert words in kept
    assert verify(local_newsroom.database).sound


@pytest.mark.parametrize("seen", [0, -1, 99, 2**63])
def test_a_version_that_is_not_there_is_a_conflict_with_both(newsroom: Newsroom, seen: int) -> None:
    claim = newsroom.at(S.OPEN)
    with pytest.raises(ConflictError) as raised:
        newsroom.do(desk.edit_claim, newsroom.ed, claim.id, seen, {"statement": "x"})
    conflict = raised.value
    assert (conflict.seen, conflict.current, conflict.changed_by) == (seen, claim.version, "chris@desk.example")
    assert newsroom.claim(claim.id).statement == claim.statement


@pytest.mark.parametrize("number", [0, -1, 99_999, 2**63, 2**200])
def test_a_claim_that_is_not_there_is_named(newsroom: Newsroom, number: int) -> None:
    with refused(newsroom, NotFoundError, "no claim FH-"):
        newsroom.do(desk.turn_away, newsroom.chris, number, 1, NotForUsReason.TRIVIAL)


@pytest.mark.parametrize(
    "deed",
    [
        lambda n, c: n.do(desk.open_claim, n.chris, c.id, c.version - 1),
        lambda n, c: n.do(desk.turn_away, n.chris, c.id, c.version - 1, NotForUsReason.TRIVIAL),
        lambda n, c: n.do(desk.take_up, n.chris, c.id, c.version - 1),
        lambda n, c: n.do(desk.hold, n.chris, c.id, c.version - 1, awaiting="x", from_whom="x", until=None),
        lambda n, c: n.do(desk.resume, n.chris, c.id, c.version - 1),
        lambda n, c: n.do(desk.send_to_review, n.chris, c.id, c.version - 1),
        lambda n, c: n.do(desk.send_back, n.rita, c.id, c.version - 1, "why"),
        lambda n, c: n.do(desk.sign_off, n.rita, c.id, c.version - 1, MISLEADING),
        lambda n, c: n.do(desk.publish, n.ed, c.id, c.version - 1),
        lambda n, c: n.do(desk.reopen, n.ed, c.id, c.version - 1, "why"),
        lambda n, c: n.do(desk.assign, n.ed, c.id, c.version - 1, n.dana.id),
        lambda n, c: n.do(desk.edit_claim, n.ed, c.id, c.version - 1, {"statement": "x"}),
        lambda n, c: n.do(desk.add_evidence, n.chris, c.id, c.version - 1, n.evidence()),
        lambda n, c: n.do(desk.set_findings, n.chris, c.id, c.version - 1, MISLEADING),
        lambda n, c: n.do(desk.log_recheck, n.chris, c.id, c.version - 1, [], "note"),
    ],
)
def test_every_deed_on_a_claim_minds_the_version_that_was_seen(
    local_newsroom: Newsroom, deed: Callable[[Newsroom, Claim], object]
) -> None:
    claim = local_newsroom.at(S.IN_CHECK)
    with refused(local_newsroom, ConflictError, "Nothing of yours was saved"):
        deed(local_newsroom, claim)
