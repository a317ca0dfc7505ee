"""Words as an attacker would write them, in every place where the dashboard shows words that are not its own."""

from __future__ import annotations

from pathlib import Path

from db.queries import articles, people
from db.rows import Hop
from db.session import Database
from db.vocabulary import (
    CaptureMethod,
    CaptureOutcome,
    ClaimRelationKind,
    ClaimType,
    SearchOutcome,
    SourceKind,
    SourceRelationKind,
    SpeakerKind,
    Tier,
)
from firsthand import desk
from firsthand.taking_in import Incoming, Known, take_in
from tests.dashboard.desks import SOURCE, Desk, make_desk_of_two

OUTSIDE = "http://outside.example"
PAYLOADS = (
    "<script>window.owned = 1</script>",
    f"<img src={OUTSIDE}/i.png onerror='window.owned = 2'>",
    f"![picture]({OUTSIDE}/m.png)",
    "[link](javascript:window.owned=3)",
    f"<iframe srcdoc=\"<script src='{OUTSIDE}/s.js'></script>\"></iframe>",
    "<svg onload=window.owned=4>",
    ":red[coloured] :material/home: $x^2$ `code`",
    "'\"><b onmouseover=window.owned=5>bold</b>",
    "<style>* { display: none }</style>",
    f"<link rel=stylesheet href={OUTSIDE}/c.css>",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "</textarea></title><script>window.owned=6</script>",
    '=HYPERLINK("http://outside.example")',
    "</p>-->]]><x-a autofocus tabindex=0 onfocus=window.owned=7>",
)
FOREIGN = " ".join(PAYLOADS)
SHORT = " ".join([PAYLOADS[0], PAYLOADS[3], PAYLOADS[6], PAYLOADS[7]])
"""For names, which hold 200 characters at most."""


def record_of_payloads(home: Path) -> Desk:
    """Make a record in which every field that takes words from outside holds every payload."""
    record = Database(f"sqlite:///{home / 'record.sqlite'}", home).prepare()
    made = make_desk_of_two(record, foreign=f" {FOREIGN}", named=f" {SHORT}")
    made.take_up()
    piece = made.add_evidence(note=f"note {FOREIGN}")
    made.add_evidence(capture_id=None, start=None, end=None, exact=f"typed {FOREIGN}", locator=f"page {FOREIGN}")
    made.do(desk.log_search, made.claim_id, place=FOREIGN, query=FOREIGN, outcome=SearchOutcome.NOTHING, note=FOREIGN)
    made.do(desk.request_reply, made.claim_id, addressee=f"to {FOREIGN}", question=FOREIGN, due=None)
    made.do(desk.comment, made.claim_id, FOREIGN, blocking=True)
    made.do(desk.withdraw_evidence, piece, 1, FOREIGN)
    speaker = made.do(desk.find_or_add_speaker, f"Speaker {FOREIGN}", SpeakerKind.PERSON, FOREIGN)
    changes = {"said_on_text": FOREIGN, "speaker_id": speaker}
    made.do(desk.edit_claim, made.claim_id, made.version(), changes, f"why {FOREIGN}")
    _capture_again(made)
    _add_relations(made)
    _set_up_the_house(made, speaker)
    record.close()
    return made


def _capture_again(made: Desk) -> None:
    """Record a later capture of the source as a hostile site would answer, and a fetch that failed in its words."""
    text = f"{SOURCE.replace('12 bridges', '14 bridges')} {FOREIGN} and more"
    digest = made.record.blobs.put(text.encode())
    fetched = desk.NewCapture(
        CaptureMethod.FETCH,
        digest,
        len(text.encode()),
        f"text/html; {SHORT}"[:200],
        text,
        "reader",
        url=f"{OUTSIDE}/page",
        status=200,
        declared_type=SHORT[:200],
        headers=((f"X-{FOREIGN}", FOREIGN),),
        hops=(Hop(f"{OUTSIDE}/{FOREIGN}", 301, "192.0.2.1"), Hop(f"{OUTSIDE}/page", 200, "192.0.2.1")),
    )
    failed = desk.NewCapture(
        CaptureMethod.FETCH, None, None, None, None, None, url=OUTSIDE, outcome=CaptureOutcome.REFUSED, reason=FOREIGN
    )
    with made.record.write() as session:
        for new in (fetched, failed):
            desk.record_capture(session, made.checker, desk.find_document(session, made.source_id), new)


def _add_relations(made: Desk) -> None:
    """Add a second article, claim and source that stand in relations to the first ones."""
    fields = desk.DocumentFields(
        f"Reprint {FOREIGN}", publisher=FOREIGN, url="https://second.example.org/", note=FOREIGN
    )
    reprint = made.do(desk.add_source, SourceKind.WIRE_REPORT, fields)
    made.do(desk.relate_sources, reprint, made.source_id, SourceRelationKind.REPRINTS, FOREIGN)
    with made.record.read() as session:
        desk_id = people.desks(session)[0].id
    known = Known(f"Second {FOREIGN}", f"By {FOREIGN}", FOREIGN, "2026-03-02", "en")
    text = f"The state closed 31 bridges. {FOREIGN}"
    incoming = Incoming(text.encode(), CaptureMethod.PASTE, None, "text/plain", None, known)
    taken = take_in(made.record, made.checker, desk_id, incoming)
    with made.record.read() as session:
        kept = articles.text(session, taken.capture_id) or ""
    words = "The state closed 31 bridges."
    start = kept.index(words)
    new = desk.NewClaim(
        taken.article_id, taken.capture_id, start, start + len(words), f"It is so. {FOREIGN}", ClaimType.STATISTIC
    )
    second = made.do(desk.add_claim, new)
    made.do(desk.relate_claims, second, made.claim_id, ClaimRelationKind.REPEATS, FOREIGN)


def _set_up_the_house(made: Desk, speaker_id: int) -> None:
    """Name a view, judge a publisher and give a speaker another role, in hostile words."""
    made.do(desk.add_speaker_role, speaker_id, FOREIGN, "2024", None)
    with made.record.write() as session:
        desk.save_view(session, made.checker, "claims", SHORT[:60], "status=open")
        desk.set_publisher(session, made.checker, f"Authority {FOREIGN}", Tier.PRIMARY, FOREIGN, 0)
