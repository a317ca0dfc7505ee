from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select

from db.models import Claim, Observation
from db.queries import observations, places
from db.vocabulary import AnchorHealth, CaptureOutcome, EventAction, Flag, ObservationOutcome, WorkState
from firsthand import desk
from firsthand.errors import FirsthandError, GuardError, InvalidError, NotAllowedError
from firsthand.sources import watching
from firsthand.verification import verify
from tests.firsthand.desk.looking import AFTER, BEFORE, GONE, PASSAGE, TEXT, Watched, record, today
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import SUPPORTED, Newsroom
from tests.makers import ARTICLE_TEXT, LITERAL

S, H, LOOK = WorkState, AnchorHealth, ObservationOutcome
MOVED = f"A new preface.\n\n{TEXT}"
TWICE = f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("text", "outcome", "health", "flags"),
    [
        (f"{TEXT}\n\nAnother chapter.", LOOK.HELD, H.HOLDS, set()),
        (MOVED, LOOK.MOVED, H.MOVED, set()),
        (TEXT.replace("\n\n", "\f"), LOOK.MOVED, H.MOVED, set()),
        (TWICE.replace(BEFORE, "", 1), LOOK.MOVED, H.MOVED, set()),
        (f"{AFTER}{TWICE}", LOOK.AMBIGUOUS, H.AMBIGUOUS, {Flag.CHANGED_SINCE_CHECK}),
        (TEXT.replace("fourteen", "forty"), LOOK.LOST, H.LOST, {Flag.ANCHOR_LOST}),
        (GONE, LOOK.LOST, H.LOST, {Flag.ANCHOR_LOST}),
    ],
    ids=["held", "moved", "paged", "whole context wins", "ambiguous", "a word differs", "lost"],
)
def test_a_later_capture_tells_what_became_of_a_passage(
    newsroom: Newsroom, text: str, outcome: ObservationOutcome, health: AnchorHealth, flags: set[Flag]
) -> None:
    watched = Watched.at(newsroom, S.IN_CHECK)
    look = watched.look(text)
    assert (look.outcome, look.anchors) == (outcome, ((health, 1),))
    (anchor,) = watched.anchors()
    assert anchor.health is health
    if anchor.start is not None:
        assert text[anchor.start : anchor.end] == PASSAGE
    assert newsroom.flags(watched.claim) == flags
    assert watched.state is S.IN_CHECK


def test_the_same_text_again_leaves_a_look_and_nothing_else(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    before = len(newsroom.events())
    looks = [watched.look(TEXT), watched.unchanged()]
    assert [(look.outcome, look.anchors) for look in looks] == [(LOOK.UNCHANGED, ())] * 2
    assert watched.anchors() == []
    assert [event.action for event in newsroom.events()[before:]] == [EventAction.SOURCE_CAPTURED]


def test_a_passage_that_holds_in_another_text_is_no_event(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    watched.look(f"{TEXT}\n\nOne.")
    watched.look(f"{TEXT}\n\nTwo.")
    assert [anchor.health for anchor in watched.anchors()] == [H.HOLDS, H.HOLDS]
    assert EventAction.SOURCE_OBSERVED not in _actions(newsroom, watched)


def test_a_text_that_nothing_rests_on_has_changed(newsroom: Newsroom) -> None:
    source_id, first = newsroom.add_source(TEXT)
    machine = newsroom.dated(desk.SYSTEM)
    look = watching.after_capture(newsroom.database, machine, source_id, first)
    assert (look.outcome, look.reason) == (
        LOOK.UNCHANGED,
        "The first text of it on file: there was nothing to compare it with.",
    )
    for text, outcome in ((GONE, LOOK.CHANGED), (GONE, LOOK.UNCHANGED)):
        later = record(newsroom, source_id, text)
        assert watching.after_capture(newsroom.database, machine, source_id, later).outcome is outcome


@pytest.mark.parametrize("outcome", [CaptureOutcome.UNREACHABLE, CaptureOutcome.GONE, CaptureOutcome.REFUSED])
def test_a_failed_fetch_is_no_deletion(newsroom: Newsroom, outcome: CaptureOutcome) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    look = watched.look(None, outcome=outcome)
    assert (look.outcome, look.reason, look.anchors) == (LOOK.UNREACHABLE, "Nobody answered within 20 seconds.", ())
    assert newsroom.flags(watched.claim) == ({Flag.DEAD_LINK} if outcome is CaptureOutcome.GONE else set())
    assert watched.state is S.SIGNED_OFF
    assert watched.anchors() == []
    watched.look(TEXT)
    assert newsroom.flags(watched.claim) == set()


def test_a_page_that_was_gone_and_answers_unchanged_is_there_again(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.IN_CHECK)
    watched.look(None, outcome=CaptureOutcome.GONE)
    assert newsroom.flags(watched.claim) == {Flag.DEAD_LINK}
    watched.unchanged()
    assert newsroom.flags(watched.claim) == set()
    watched.look(None, outcome=CaptureOutcome.GONE)
    assert newsroom.flags(watched.claim) == {Flag.DEAD_LINK}


@pytest.mark.parametrize("state", [S.SIGNED_OFF, S.PUBLISHED])
def test_a_lost_passage_puts_a_signed_claim_to_be_rechecked_once_with_the_trigger_named(
    newsroom: Newsroom, state: WorkState
) -> None:
    watched = Watched.at(newsroom, state)
    watched.look(GONE)
    claim = newsroom.claim(watched.claim.id)
    assert claim.work_state is S.RECHECK
    trigger = f"A passage of FS-{watched.document_id:06d} was no longer there on {today(newsroom)}."
    assert claim.recheck_trigger == trigger
    moved = [event for event in _of(newsroom, watched) if event.why == trigger]
    assert [(event.actor, event.actor_id) for event in moved] == [("firsthand", None)]
    watched.look(f"{GONE} Again.")
    assert [event.why for event in _of(newsroom, watched)].count(trigger) == 1
    (told,) = _observed(newsroom, watched)
    assert told.after is not None
    assert {name: count for name, count in told.after.items() if name != "observation"} == {"lost": 1}


def test_a_claim_that_was_signed_with_a_doubtful_passage_in_view_is_not_asked_for_again(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    watched.look(f"{AFTER}{TWICE}")
    assert "stood in several places on" in (newsroom.claim(watched.claim.id).recheck_trigger or "")
    watched.recheck()
    assert newsroom.flags(watched.claim) == {Flag.CHANGED_SINCE_CHECK}
    watched.look(f"{AFTER}{TWICE}\n\nMore.")
    assert watched.state is S.SIGNED_OFF
    with pytest.raises(GuardError, match="changed_since_check"):
        newsroom.on(watched.claim, desk.publish, newsroom.ed)


@pytest.mark.parametrize("state", [S.OPEN, S.IN_CHECK, S.IN_REVIEW])
def test_claims_that_are_not_signed_get_the_flag_alone(newsroom: Newsroom, state: WorkState) -> None:
    watched = Watched.at(newsroom, state)
    watched.look(GONE)
    assert (watched.state, newsroom.flags(watched.claim)) == (state, {Flag.ANCHOR_LOST})


def test_a_claim_with_a_lost_passage_goes_neither_to_review_nor_to_a_signature(newsroom: Newsroom) -> None:
    checked, reviewed, signed = (Watched.at(newsroom, state) for state in (S.IN_CHECK, S.IN_REVIEW, S.SIGNED_OFF))
    for watched in (checked, reviewed, signed):
        watched.look(GONE)
    with pytest.raises(GuardError) as refusal:
        newsroom.on(checked.claim, desk.send_to_review, newsroom.chris)
    assert "A passage is gone from its source" in str(refusal.value)
    with pytest.raises(GuardError):
        newsroom.on(reviewed.claim, desk.sign_off, newsroom.rita, SUPPORTED)
    with pytest.raises(GuardError):
        signed.recheck()


def test_a_passage_that_comes_back_takes_the_flag_away_and_is_told(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    for text in (GONE, TEXT):
        watched.look(text)
    assert (newsroom.flags(watched.claim), watched.state) == (set(), S.RECHECK)
    assert [dict(event.after or {}).get("back") for event in _observed(newsroom, watched)] == [None, 1]
    watched.recheck()
    assert (newsroom.flags(watched.claim), watched.state) == (set(), S.SIGNED_OFF)


def test_what_was_kept_stays_settled_while_the_passage_stays_away(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    watched.look(GONE)
    _keep(watched, "The authority confirmed the figure by telephone.")
    assert newsroom.flags(watched.claim) == set()
    watched.recheck()
    watched.look(f"{GONE} Really.")
    newest = watched.anchors()[-1]
    assert (newest.health, newest.settled_why) == (H.LOST, "The authority confirmed the figure by telephone.")
    assert (newsroom.flags(watched.claim), watched.state) == (set(), S.SIGNED_OFF)
    watched.look(MOVED)
    watched.look(GONE)
    assert (newsroom.flags(watched.claim), watched.state) == ({Flag.ANCHOR_LOST}, S.RECHECK)


def test_keeping_is_told_and_is_the_checkers_own_work(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    watched.look(GONE)
    before = newsroom.claim(watched.claim.id)
    _keep(watched, "The paper copy has it.", by=newsroom.dana)
    after, told = newsroom.claim(watched.claim.id), newsroom.events(EventAction.ANCHOR_KEPT)[-1]
    assert (after.version, after.last_editor_id) == (before.version + 1, newsroom.dana.id)
    assert (told.why, dict(told.after or {})["exact"], dict(told.after or {})["health"]) == (
        "The paper copy has it.",
        PASSAGE,
        "lost",
    )
    pieces = [piece.uid for piece in newsroom.live(watched.claim)]
    newsroom.on(watched.claim, desk.log_recheck, newsroom.chris, pieces, "Seen.")
    with pytest.raises(GuardError, match="second person"):
        newsroom.on(watched.claim, desk.sign_off, newsroom.dana, SUPPORTED, "Seen.")


def test_only_an_open_question_is_answered_by_a_checker_with_a_reason(local_newsroom: Newsroom) -> None:
    newsroom = local_newsroom
    watched = Watched.at(newsroom, S.IN_CHECK)
    watched.look(GONE)
    lost = watched.anchors()[-1].id
    for error, actor, why, sentence in (
        (NotAllowedError, newsroom.rita, "Seen.", "may not keep"),
        (InvalidError, newsroom.chris, "  ", "Say why"),
    ):
        with refused(newsroom, error, sentence):
            newsroom.do(desk.keep_anchor, actor, lost, why)
    with refused(newsroom, FirsthandError, "look at a passage"):
        newsroom.do(desk.keep_anchor, newsroom.chris, 999, "Seen.")
    newsroom.do(desk.keep_anchor, newsroom.chris, lost, "Seen.")
    with refused(newsroom, GuardError, "chris@desk.example has kept it already"):
        newsroom.do(desk.keep_anchor, newsroom.dana, lost, "Seen, too.")
    watched.look(MOVED)
    with refused(newsroom, GuardError, "looked at again since"):
        newsroom.do(desk.keep_anchor, newsroom.chris, lost, "Seen.")
    with refused(newsroom, GuardError, "The passage is there"):
        newsroom.do(desk.keep_anchor, newsroom.chris, watched.anchors()[-1].id, "Seen.")


def test_placing_again_keeps_the_judgement_and_withdraws_the_old_piece(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    reworded = TEXT.replace("fourteen", "14")
    watched.look(reworded)
    (old,) = newsroom.live(watched.claim)
    start = reworded.index("The authority closed 14")
    capture_id = _newest_capture(watched)
    with pytest.raises(InvalidError):
        newsroom.do(
            desk.replace_evidence,
            newsroom.chris,
            old.id,
            old.version,
            capture_id=old.passage.capture_id,
            start=old.passage.start,
            end=old.passage.end,
        )
    newsroom.do(
        desk.replace_evidence,
        newsroom.chris,
        old.id,
        old.version,
        capture_id=capture_id,
        start=start,
        end=start + len("The authority closed 14 bridges"),
        why="The page writes the figure in digits now.",
    )
    (new,) = newsroom.live(watched.claim)
    assert new.passage.exact == "The authority closed 14 bridges"
    assert (new.aspect, new.stance, new.tier, new.note) == (old.aspect, old.stance, old.tier, old.note)
    assert newsroom.flags(watched.claim) == set()
    assert _actions(newsroom, watched)[-2:] == [EventAction.EVIDENCE_ADDED, EventAction.EVIDENCE_WITHDRAWN]
    assert newsroom.events()[-1].why == "The page writes the figure in digits now."
    watched.recheck()
    assert watched.state is S.SIGNED_OFF


def test_withdrawing_the_evidence_answers_the_question_too(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.IN_CHECK)
    watched.look(GONE)
    (piece,) = newsroom.live(watched.claim)
    newsroom.do(desk.withdraw_evidence, newsroom.chris, piece.id, piece.version, "Gone for good.")
    assert newsroom.flags(watched.claim) == {Flag.NEEDS_SOURCE}
    watched.look(f"{GONE} Again.")
    assert len(watched.anchors()) == 1


def test_evidence_as_typed_has_no_place_to_lose(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.OPEN)
    other = newsroom.do(desk.add_claim, newsroom.chris, newsroom.new_claim())
    typed = newsroom.evidence(source_id=watched.document_id, capture_id=None, start=None, end=None, exact="Words.")
    newsroom.on(other, desk.add_evidence, newsroom.chris, typed)
    watched.look(GONE)
    assert Flag.ANCHOR_LOST not in newsroom.flags(other)


def test_evidence_that_came_after_the_last_look_is_looked_for_though_nothing_has_changed(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.IN_CHECK)
    watched.look(GONE)
    other = newsroom.do(desk.add_claim, newsroom.chris, newsroom.new_claim())
    draft = newsroom.evidence(
        source_id=watched.document_id,
        capture_id=watched.capture_id,
        start=TEXT.index(PASSAGE),
        end=TEXT.index(PASSAGE) + len(PASSAGE),
    )
    newsroom.on(other, desk.add_evidence, newsroom.chris, draft)
    assert newsroom.flags(other) == set()
    look = watched.unchanged()
    assert (look.outcome, look.anchors) == (LOOK.LOST, ((H.LOST, 1),))
    assert newsroom.flags(other) == {Flag.ANCHOR_LOST}
    assert watched.unchanged().anchors == ()


def test_a_look_at_an_older_capture_than_the_last_one_searches_for_nothing(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.IN_CHECK)
    older, newer = watched.capture(GONE), watched.capture(MOVED)
    for capture_id in (newer, older):
        watching.after_capture(newsroom.database, watched.machine, watched.document_id, capture_id)
    assert [anchor.health for anchor in watched.anchors()] == [H.MOVED]
    assert newsroom.flags(watched.claim) == set()


def test_a_look_is_recorded_once(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    later = watched.capture(GONE)
    looks = {
        watching.after_capture(newsroom.database, watched.machine, watched.document_id, later).id for _ in range(3)
    }
    keys = {watched.unchanged(f"look-{watched.document_id}").id for _ in range(3)}
    assert (len(looks), len(keys)) == (1, 1)
    with newsroom.database.read() as session:
        mine = select(func.count()).where(Observation.document_id == watched.document_id)
        assert session.scalar(mine) == 2


def test_what_was_no_fetch_at_all_is_told_with_its_reason(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    look = watching.observed_from(
        newsroom.database, watched.machine, watched.document_id, None, "The site asks robots to stay away."
    )
    assert (look.outcome, look.reason, look.capture_id) == (
        LOOK.UNREACHABLE,
        "The site asks robots to stay away.",
        None,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (f"By our staff.\n\n{ARTICLE_TEXT}", None),
        (ARTICLE_TEXT.replace("14 bridges", "11 bridges"), "were no longer there on"),
        (f"{GONE}\n\n{ARTICLE_TEXT}\n\n{ARTICLE_TEXT}", "stood in several places on"),
    ],
    ids=["moved", "edited", "twice"],
)
def test_an_article_is_observed_by_the_literal_words_of_its_claims(
    newsroom: Newsroom, text: str, trigger: str | None
) -> None:
    article_id = newsroom.add_article(ARTICLE_TEXT, url="https://news.example.org/1")
    watched = _of_article(newsroom, article_id)
    watched.look(text)
    claim = newsroom.claim(watched.claim.id)
    if trigger is None:
        assert (claim.work_state, newsroom.flags(claim)) == (S.SIGNED_OFF, set())
    else:
        assert (claim.work_state, newsroom.flags(claim)) == (S.RECHECK, {Flag.CHANGED_SINCE_CHECK})
        assert claim.recheck_trigger == f"Its words in FA-{article_id:06d} {trigger} {today(newsroom)}."
    told = [event.record_id for event in newsroom.events(EventAction.ARTICLE_OBSERVED)]
    assert told.count(article_id) == 1


def test_the_claims_own_words_are_kept_like_a_passage(newsroom: Newsroom) -> None:
    article_id = newsroom.add_article(ARTICLE_TEXT, url="https://news.example.org/1")
    watched = _of_article(newsroom, article_id)
    watched.look(GONE)
    _keep(watched, "The printed edition has it.")
    assert newsroom.flags(watched.claim) == set()
    assert dict(newsroom.events(EventAction.ANCHOR_KEPT)[-1].after or {})["exact"] == LITERAL


def test_several_lost_passages_of_a_claim_are_one_recheck(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.OPEN)
    start = TEXT.index(BEFORE.strip())
    draft = newsroom.evidence(
        source_id=watched.document_id, capture_id=watched.capture_id, start=start, end=start + len(BEFORE.strip())
    )
    newsroom.on(watched.claim, desk.add_evidence, newsroom.chris, draft)
    watched.bring_to(S.SIGNED_OFF)
    watched.look(GONE)
    claim = newsroom.claim(watched.claim.id)
    source = f"FS-{watched.document_id:06d}"
    assert claim.recheck_trigger == f"2 passages of {source} were no longer there on {today(newsroom)}."


@pytest.mark.parametrize("first", ["look", "signature"])
def test_a_signature_and_a_loss_at_the_same_moment_never_leave_a_signed_claim_with_a_lost_passage(
    newsroom: Newsroom, first: str
) -> None:
    watched = Watched.at(newsroom, S.IN_REVIEW)
    later = watched.capture(GONE)
    claim = newsroom.claim(watched.claim.id)
    began = threading.Event()

    def sign() -> None:
        began.wait(10)
        with newsroom.database.write() as session:
            desk.sign_off(session, newsroom.rita, claim.id, claim.version, SUPPORTED)

    def look() -> None:
        began.wait(10)
        watching.after_capture(newsroom.database, watched.machine, watched.document_id, later)

    deeds = [look, sign] if first == "look" else [sign, look]
    outcomes: list[BaseException] = []

    def run(deed: object) -> None:
        try:
            deed()  # type: ignore[operator]
        except GuardError as error:
            outcomes.append(error)

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    began.set()
    for thread in threads:
        thread.join(30)
    assert newsroom.flags(claim) == {Flag.ANCHOR_LOST}
    assert (watched.state, len(outcomes)) in {(S.IN_REVIEW, 1), (S.RECHECK, 0)}


def test_a_record_that_was_watched_is_sound(local_newsroom: Newsroom) -> None:
    watched = Watched.at(local_newsroom, S.PUBLISHED)
    for text in (MOVED, GONE, None, TEXT, GONE):
        watched.look(text)
    _keep(watched, "The paper copy has it.")
    watched.recheck()
    watched.look(f"{GONE} Again.")
    found = verify(local_newsroom.database)
    assert found.problems == ()
    assert found.signatures == 1


def test_a_look_brings_a_capture_of_the_document_that_was_looked_at(local_newsroom: Newsroom) -> None:
    newsroom = local_newsroom
    watched = Watched.at(newsroom, S.OPEN)
    with refused(newsroom, InvalidError, "brings a capture of that document"):
        newsroom.do(desk.record_observation, newsroom.chris, watched.document_id, newsroom.capture_id)
    with refused(newsroom, NotAllowedError, "may not look at documents again"):
        newsroom.do(desk.record_observation, newsroom.rea, watched.document_id, None)


def test_the_newest_looks_and_places_are_read_back(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.SIGNED_OFF)
    for text in (MOVED, GONE):
        watched.look(text)
    with newsroom.database.read() as session:
        looks = observations.of_document(session, watched.document_id)
        (row,) = observations.anchors_of_claim(session, watched.claim.id)
        newest = observations.moved(session, 3)[0]
    assert [look.outcome for look in looks] == [LOOK.LOST, LOOK.MOVED]
    assert (row.health, row.exact, row.was_capture_id, row.was_start) == (
        H.LOST,
        PASSAGE,
        watched.capture_id,
        len(BEFORE),
    )
    assert (row.work_state, row.capture_id, row.start) == (S.RECHECK, looks[0].capture_id, None)
    assert (newest.document_id, newest.outcome) == (watched.document_id, LOOK.LOST)
    assert row.observation_id == looks[0].id


def _keep(watched: Watched, why: str, by: desk.Actor | None = None) -> None:
    newsroom = watched.newsroom
    newsroom.do(desk.keep_anchor, by or newsroom.chris, watched.anchors()[-1].id, why)


def _of(newsroom: Newsroom, watched: Watched) -> list:  # type: ignore[type-arg]
    return [
        event
        for event in newsroom.events()
        if event.record_type.value == "claim" and event.record_id == watched.claim.id
    ]


def _observed(newsroom: Newsroom, watched: Watched) -> list:  # type: ignore[type-arg]
    return [event for event in newsroom.events(EventAction.SOURCE_OBSERVED) if event.record_id == watched.document_id]


def _actions(newsroom: Newsroom, watched: Watched) -> list[EventAction]:
    mine = {("claim", watched.claim.id), ("source", watched.document_id)}
    return [event.action for event in newsroom.events() if (event.record_type.value, event.record_id) in mine]


def _newest_capture(watched: Watched) -> int:
    with watched.newsroom.database.read() as session:
        newest = places.newest_text(session, watched.document_id)
    assert newest is not None
    return newest[0]


def _of_article(newsroom: Newsroom, article_id: int) -> Watched:
    """A signed claim of an article of its own."""
    with newsroom.database.read() as session:
        newest = places.newest_text(session, article_id)
    assert newest is not None
    new = newsroom.new_claim(article_id=article_id, capture_id=newest[0])
    claim: Claim = newsroom.do(desk.add_claim, newsroom.chris, new)
    newsroom.on(claim, desk.add_evidence, newsroom.chris, newsroom.evidence())
    watched = Watched(newsroom, article_id, newest[0], claim)
    watched.bring_to(S.SIGNED_OFF)
    return watched
