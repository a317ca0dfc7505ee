"""A machine that does anything to a desk, in any order, and compares it with the model after each step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from db import chain
from db.models import Claim, ClaimFlag, Event
from db.rows import Findings
from db.vocabulary import Aspect, NotForUsReason, SearchOutcome, Stance, Tier, Withdrawal, WorkState
from firsthand import desk
from firsthand.desk.backing import backing_of
from firsthand.desk.record import find_desk
from firsthand.errors import GuardError, InvalidError, Refusal
from firsthand.flags import best_tier, flags_of
from firsthand.verification import verify
from tests.db.recounting import differences
from tests.firsthand.desk import desk_model as model
from tests.firsthand.newsroom import ROLES, Newsroom

S = WorkState
Deed = Callable[..., Any]
people = st.sampled_from([name for name in ROLES if name != "ada"])
checkers = st.sampled_from(["chris", "dana", "eve"])
reviewers = st.sampled_from(["dana", "rita", "eve"])
editors = st.sampled_from(["ed", "eve"])
places = st.integers(0, 5)
# How far the version that the person saw lies behind: mostly not at all.
behind = st.sampled_from([0, 0, 0, 0, 0, 1])
notes = st.sampled_from(["a", "b"])
reasons = st.sampled_from(["because", "because", ""])
conclusions = st.sampled_from(model.CONCLUSIONS)


class DeskMachine(RuleBasedStateMachine):
    """Claims, evidence, findings, remarks, replies and moves by anybody, with right and with stale versions."""

    def __init__(self, open_newsroom: Callable[[], Newsroom]) -> None:
        super().__init__()
        self.newsroom = open_newsroom()
        self.claims: dict[int, model.Claim] = {}
        self.allowed = False
        self.rules_version = 1
        self.events = len(self.newsroom.events())
        self.rows = self.newsroom.everything()

    @initialize(steps=st.lists(st.integers(0, 9), min_size=2, max_size=3), reviewer=reviewers)
    def begin(self, steps: list[int], reviewer: str) -> None:
        """Begin with claims anywhere on their way."""
        for place, count in enumerate(steps):
            if count:
                self.add_claim("chris")
            else:
                self.add_draft()
            for _ in range(count - 1):
                self._go_on(place, "chris", reviewer, 0)

    # What comes onto the desk.

    @precondition(lambda self: len(self.claims) < 4)
    @rule()
    def add_draft(self) -> None:
        draft = self.newsroom.draft()
        self.claims[draft.id] = model.Claim(S.DETECTED, statement=draft.statement)
        self._done(1)

    @precondition(lambda self: len(self.claims) < 4)
    @rule(person=people)
    def add_claim(self, person: str) -> None:
        new = self.newsroom.new_claim()
        claim = self._try(desk.add_claim, model.may(person, "checker", "editor"), person, new, events=1)
        if claim is not None:
            self.claims[claim.id] = model.Claim(S.OPEN, statement=claim.statement, last_editor=person)

    # Moves.

    @rule(place=places, person=people, late=behind, why=reasons)
    def open_claim(self, place: int, person: str, late: int, why: str) -> None:
        claim = self._pick(place)
        ready = claim.state is not S.NOT_FOR_US or bool(why)
        self._move(desk.open_claim, place, S.OPEN, person, late, why, ready=ready)

    @rule(place=places, person=people, late=behind)
    def turn_away(self, place: int, person: str, late: int) -> None:
        self._move(desk.turn_away, place, S.NOT_FOR_US, person, late, NotForUsReason.OUT_OF_SCOPE)

    @rule(place=places, person=checkers | people, late=behind, other=st.none() | checkers)
    def take_up(self, place: int, person: str, late: int, other: str | None) -> None:
        claim, assignee = self._pick(place), other or person
        errors = set() if model.holds(assignee, "checker") else {InvalidError}
        if claim.state is S.IN_REVIEW:
            errors |= {GuardError}  # sending back needs a reason, and is another deed
        given = None if other is None else self.newsroom.people[other].id
        if self._move(desk.take_up, place, S.IN_CHECK, person, late, given, errors=errors):
            claim.assignee = assignee

    @rule(place=places, person=checkers | people, late=behind, words=reasons)
    def hold(self, place: int, person: str, late: int, words: str) -> None:
        named = {"awaiting": words, "from_whom": "the ministry", "until": dt.date(2026, 5, 1)}
        self._move(desk.hold, place, S.ON_HOLD, person, late, ready=bool(words), named=named)

    @rule(place=places, person=checkers | people, late=behind)
    def resume(self, place: int, person: str, late: int) -> None:
        errors = set() if self._pick(place).state is S.ON_HOLD else {GuardError}
        self._move(desk.resume, place, S.IN_CHECK, person, late, errors=errors)

    @rule(place=places, person=checkers | people, late=behind)
    def send_to_review(self, place: int, person: str, late: int) -> None:
        claim = self._pick(place)
        if self._move(desk.send_to_review, place, S.IN_REVIEW, person, late, ready=claim.backed):
            claim.checker = person

    @rule(place=places, person=reviewers | people, late=behind, why=reasons)
    def send_back(self, place: int, person: str, late: int, why: str) -> None:
        errors = set() if self._pick(place).state is S.IN_REVIEW else {GuardError}
        self._move(desk.send_back, place, S.IN_CHECK, person, late, why, ready=bool(why), errors=errors, events=2)

    @rule(place=places, person=reviewers | people, late=behind, own=st.none() | conclusions, why=reasons)
    def sign_off(self, place: int, person: str, late: int, own: model.Conclusion | None, why: str) -> None:
        claim = self._pick(place)
        own = own or claim.conclusion or model.CONCLUSIONS[0]
        given = (Findings(*own, "As I see it."), why)
        role = model.may(person, "reviewer")
        if claim.state not in {S.IN_REVIEW, S.RECHECK}:
            self._move(desk.sign_off, place, S.SIGNED_OFF, person, late, *given, errors={GuardError} | role)
        elif own != claim.conclusion:
            errors = role | ({GuardError} if claim.state is S.RECHECK else set())
            self._move(desk.sign_off, place, S.IN_CHECK, person, late, *given, errors=errors, events=2)
        else:
            hand = person in claim.hands
            ready = claim.backed and not claim.blocking
            ready &= not hand or (self.allowed and bool(why or claim.state is S.RECHECK))
            ready &= claim.state is S.IN_REVIEW or claim.recheck_stands
            if self._move(desk.sign_off, place, S.SIGNED_OFF, person, late, *given, ready=ready, events=2):
                claim.signed_by, claim.signing_allowed = person, self.allowed

    @rule(place=places, person=editors | people, late=behind, why=reasons)
    def publish(self, place: int, person: str, late: int, why: str) -> None:
        self._move(
            desk.publish, place, S.PUBLISHED, person, late, why, ready=not self._pick(place).awaited or bool(why)
        )

    @rule(place=places, person=editors | people, late=behind, why=reasons)
    def reopen(self, place: int, person: str, late: int, why: str) -> None:
        self._move(desk.reopen, place, S.RECHECK, person, late, why, ready=bool(why))

    @rule(place=places, person=editors | people, late=behind, why=reasons)
    def withdraw(self, place: int, person: str, late: int, why: str) -> None:
        self._move(desk.withdraw, place, S.WITHDRAWN, person, late, Withdrawal.UPDATE, why, ready=bool(why))

    @rule(place=places, checker=checkers, reviewer=reviewers)
    def go_on_once(self, place: int, checker: str, reviewer: str) -> None:
        self._go_on(place, checker, reviewer, 0)

    @rule(place=places, person=st.sampled_from(["dana", "eve"]))
    def go_on_alone(self, place: int, person: str) -> None:
        """Do the whole course as one person, who may check and review."""
        for _ in range(7):
            self._go_on(place, person, person, 0)

    @rule(place=places, checker=checkers, reviewer=reviewers, late=behind, steps=st.integers(1, 8))
    def go_on(self, place: int, checker: str, reviewer: str, late: int, steps: int) -> None:
        """Do what comes next in the ordinary course, again and again, so that claims get somewhere."""
        for _ in range(steps):
            self._go_on(place, checker, reviewer, late)
            self.the_desk_is_where_the_model_is()

    def _go_on(self, place: int, checker: str, reviewer: str, late: int) -> None:
        claim = self._pick(place)
        if claim.state in {S.DETECTED, S.NOT_FOR_US}:
            self.open_claim(place, checker, late, "because")
        elif claim.state is S.OPEN:
            self.take_up(place, checker, late, None)
        elif claim.state is S.ON_HOLD:
            self.resume(place, checker, late)
        elif claim.state is S.IN_CHECK and not claim.live:
            self.add_evidence(place, checker, late, Stance.SUPPORTS)
        elif claim.state is S.IN_CHECK and not claim.backed:
            self.set_findings(place, checker, late, model.CONCLUSIONS[0], "a")
        elif claim.state is S.IN_CHECK:
            self.send_to_review(place, checker, late)
        elif claim.state is S.IN_REVIEW or claim.recheck_stands:
            self.sign_off(place, reviewer, late, None, "because")
        elif claim.state is S.RECHECK:
            self.log_recheck(place, checker, late, whole=True)
        elif claim.state is S.SIGNED_OFF:
            self.publish(place, "ed", late, "because")

    # The claim, its evidence, its findings.

    @rule(place=places, person=people, late=behind, words=st.sampled_from(["One.", "Two.", " "]))
    def edit(self, place: int, person: str, late: int, words: str) -> None:
        number, claim, seen = self._seen(place, late)
        errors = model.may(person, "checker", "editor") | model.seeing(claim.version, seen) | model.unchangeable(claim)
        statement = words.strip()
        if not statement and claim.state is not S.DETECTED:
            errors |= {InvalidError}
        elif not errors and statement == claim.statement:
            self._try(desk.edit_claim, errors, person, number, seen, {"statement": words}, events=0)
            return
        elif not errors and not statement:
            return  # a draft without words leads nowhere that this model knows
        if self._try(desk.edit_claim, errors, person, number, seen, {"statement": words}, events=None) is not None:
            claim.statement = statement
            self._done(claim.touch(person))

    @rule(place=places, person=people, late=behind, assignee=st.none() | people)
    def assign(self, place: int, person: str, late: int, assignee: str | None) -> None:
        number, claim, seen = self._seen(place, late)
        errors = model.may(person, "checker", "editor") | model.seeing(claim.version, seen)
        if (assignee is None and claim.state in model.WORKED_ON) or (
            assignee is not None and not model.holds(assignee, "checker")
        ):
            errors |= {InvalidError}
        given = None if assignee is None else self.newsroom.people[assignee].id
        changes = claim.assignee != assignee
        if self._try(desk.assign, errors, person, number, seen, given, events=int(changes)) is not None and changes:
            claim.assignee, claim.version = assignee, claim.version + 1

    @rule(place=places, person=checkers | people, late=behind, stance=st.sampled_from(Stance))
    def add_evidence(self, place: int, person: str, late: int, stance: Stance) -> None:
        number, claim, seen = self._seen(place, late)
        errors = model.may(person, "checker") | model.seeing(claim.version, seen) | model.unchangeable(claim)
        if claim.state in {S.DETECTED, S.NOT_FOR_US}:
            errors |= {GuardError}
        draft = self.newsroom.evidence(stance=stance)
        piece = self._try(desk.add_evidence, errors, person, number, seen, draft, events=None)
        if piece is not None:
            claim.pieces[piece.id] = model.Piece(stance=stance)
            self._done(claim.touch(person))

    @precondition(lambda self: any(claim.pieces for claim in self.claims.values()))
    @rule(
        place=places,
        which=places,
        person=checkers | people,
        late=behind,
        stance=st.sampled_from(Stance),
        tier=st.sampled_from([Tier.PRIMARY, Tier.SECONDARY]),
        note=notes,
    )
    def change_evidence(
        self, place: int, which: int, person: str, late: int, stance: Stance, tier: Tier, note: str
    ) -> None:
        claim, number, piece = self._piece(place, which)
        seen = piece.version - late
        errors = model.may(person, "checker") | model.seeing(piece.version, seen) | model.unchangeable(claim)
        errors |= set() if piece.live else {GuardError}
        judged = {"aspect": Aspect.SUBSTANCE, "stance": stance, "tier": tier, "note": note}
        same = (piece.stance, piece.tier, piece.note) == (stance, tier, note)
        done = self._try(desk.change_evidence, errors, person, number, seen, events=0 if same else None, **judged)
        if done is not None and not same:
            piece.stance, piece.tier, piece.note, piece.version = stance, tier, note, piece.version + 1
            self._done(claim.touch(person))

    @precondition(lambda self: any(claim.pieces for claim in self.claims.values()))
    @rule(place=places, which=places, person=checkers | people, late=behind, why=reasons)
    def withdraw_evidence(self, place: int, which: int, person: str, late: int, why: str) -> None:
        claim, number, piece = self._piece(place, which)
        seen = piece.version - late
        errors = model.may(person, "checker") | model.seeing(piece.version, seen) | model.unchangeable(claim)
        errors |= set() if piece.live else {GuardError}
        errors |= set() if why else {InvalidError}
        if self._try(desk.withdraw_evidence, errors, person, number, seen, why, events=None) is not None:
            piece.live, piece.version = False, piece.version + 1
            self._done(claim.touch(person))

    @rule(place=places, person=checkers | people, late=behind, conclusion=conclusions, note=notes)
    def set_findings(self, place: int, person: str, late: int, conclusion: model.Conclusion, note: str) -> None:
        number, claim, seen = self._seen(place, late)
        errors = model.may(person, "checker") | model.seeing(claim.version, seen)
        if claim.state not in model.WORKED_ON | model.SIGNED | {S.RECHECK}:
            errors |= {GuardError}
        same = (claim.conclusion, claim.note) == (conclusion, note)
        found = Findings(*conclusion, note)
        if self._try(desk.set_findings, errors, person, number, seen, found, events=0 if same else None) is not None:
            if same:
                return
            claim.conclusion, claim.note, claim.concluded_by = conclusion, note, person
            self._done(claim.touch(person))

    @rule(place=places, person=checkers | people, late=behind, whole=st.booleans())
    def log_recheck(self, place: int, person: str, late: int, whole: bool) -> None:  # noqa: FBT001
        number, claim, seen = self._seen(place, late)
        errors = model.may(person, "checker") | model.seeing(claim.version, seen)
        if claim.state is not S.RECHECK or (claim.live and not whole):
            errors |= {GuardError}
        uids = [piece.uid for piece in self.newsroom.live(self.newsroom.claim(number))] if whole else []
        if self._try(desk.log_recheck, errors, person, number, seen, uids, "Still so", events=1) is not None:
            claim.checker, claim.rechecked = person, (person, claim.content)

    # What surrounds the work.

    @rule(place=places, person=people, kind=st.sampled_from(["search", "comment", "block", "resolve", "ask", "settle"]))
    def surround(self, place: int, person: str, kind: str) -> None:
        number, claim, _ = self._seen(place, 0)
        if kind == "search":
            self._search(number, claim, person)
        elif kind in {"comment", "block"}:
            self._comment(number, claim, person, blocking=kind == "block")
        elif kind == "resolve" and claim.blocking:
            self._resolve(claim, person)
        elif kind == "ask":
            self._ask(number, claim, person)
        elif kind == "settle" and claim.awaited:
            self._settle(claim, person)

    def _search(self, number: int, claim: model.Claim, person: str) -> None:
        named = {"place": "register", "query": "bridges", "outcome": SearchOutcome.NOTHING}
        if self._try(desk.log_search, model.may(person, "checker"), person, number, events=1, **named) is not None:
            claim.searched = True

    def _comment(self, number: int, claim: model.Claim, person: str, *, blocking: bool) -> None:
        errors = model.may(person, "checker", "reviewer", "editor")
        remark = self._try(desk.comment, errors, person, number, "Hm", blocking=blocking, events=1)
        if remark is not None and blocking:
            claim.blocking.add(remark.id)

    def _resolve(self, claim: model.Claim, person: str) -> None:
        errors = model.may(person, "checker", "reviewer", "editor")
        remark = min(claim.blocking)
        if self._try(desk.resolve_comment, errors, person, remark, events=1) is not None:
            claim.blocking.remove(remark)

    def _ask(self, number: int, claim: model.Claim, person: str) -> None:
        named = {"addressee": "The ministry", "question": "How many?", "due": None}
        request = self._try(
            desk.request_reply, model.may(person, "checker", "editor"), person, number, events=1, **named
        )
        if request is not None:
            claim.awaited.add(request.id)

    def _settle(self, claim: model.Claim, person: str) -> None:
        request = min(claim.awaited)
        errors = model.may(person, "checker", "editor")
        if self._try(desk.settle_reply, errors, person, request, "Fourteen", events=1) is not None:
            claim.awaited.remove(request)

    @rule(allow=st.booleans(), late=behind)
    def set_rules(self, allow: bool, late: int) -> None:  # noqa: FBT001
        seen = self.rules_version - late
        rules = {"allow_self_signing": allow, "stale_after_days": 365}
        errors, changes = model.seeing(self.rules_version, seen), allow != self.allowed
        given = (self.newsroom.desk_id, seen)
        if self._try(desk.set_rules, errors, "ada", *given, events=int(changes), **rules) is not None and changes:
            self.allowed, self.rules_version = allow, self.rules_version + 1

    # What holds after each step.

    @invariant()
    def the_desk_is_where_the_model_is(self) -> None:
        with self.newsroom.database.read() as session:
            for claim in session.scalars(select(Claim).where(Claim.id.in_(self.claims))):
                expected = self.claims[claim.id]
                assert (claim.work_state, claim.version) == (expected.state, expected.version)
                self._signed_by_a_second_person(claim, expected)
                backing = backing_of(session, self.newsroom.chris, claim)
                flags = set(session.scalars(select(ClaimFlag.flag).where(ClaimFlag.claim_id == claim.id)))
                assert flags == flags_of(backing)
                assert claim.best_tier == best_tier(backing)
            assert session.scalars(select(Event.seq).order_by(Event.seq)).all() == list(range(1, self.events + 1))
            assert differences(session) == {}
            assert find_desk(session, self.newsroom.desk_id).allow_self_signing == self.allowed
        with self.newsroom.database.connect() as connection:
            assert list(chain.breaks(connection)) == []

    def _signed_by_a_second_person(self, claim: Claim, expected: model.Claim) -> None:
        if not claim.work_state.signed:
            return
        own = claim.signed_by_id in {claim.checker_id, claim.last_editor_id}
        assert not own or (claim.self_signed and expected.signing_allowed)

    def teardown(self) -> None:
        assert verify(self.newsroom.database).problems == ()
        self.newsroom.database.close()

    # How a deed is tried.

    def _pick(self, place: int) -> model.Claim:
        return list(self.claims.values())[place % len(self.claims)]

    def _seen(self, place: int, late: int) -> tuple[int, model.Claim, int]:
        number = list(self.claims)[place % len(self.claims)]
        return number, self.claims[number], self.claims[number].version - late

    def _piece(self, place: int, which: int) -> tuple[model.Claim, int, model.Piece]:
        having = [claim for claim in self.claims.values() if claim.pieces]
        claim = having[place % len(having)]
        number = list(claim.pieces)[which % len(claim.pieces)]
        return claim, number, claim.pieces[number]

    def _move(  # noqa: PLR0913 - a move has that many sides
        self,
        deed: Deed,
        place: int,
        target: S,
        person: str,
        late: int,
        *given: object,
        ready: bool = True,
        errors: set[type[Refusal]] | None = None,
        events: int = 1,
        named: dict[str, Any] | None = None,
    ) -> bool:
        number, claim, seen = self._seen(place, late)
        expected = (
            model.moving(claim, target, person, ready=ready) | model.seeing(claim.version, seen) | (errors or set())
        )
        if self._try(deed, expected, person, number, seen, *given, events=events, **named or {}) is None:
            return False
        claim.move(target)
        return True

    def _try(
        self,
        deed: Deed,
        errors: set[type[Refusal]],
        person: str,
        *given: object,
        events: int | None,
        **named: Any,
    ) -> Any:
        """Do a deed: it is refused for one of the expected reasons and changes nothing, or leaves as many events."""
        try:
            done = self.newsroom.do(deed, self.newsroom.people[person], *given, **named)
        except Refusal as refusal:
            if type(refusal) not in errors:
                raise AssertionError(f"{person}: {refusal}") from refusal
            assert self.newsroom.everything() == self.rows
            return None
        assert not errors, f"{person} should have been refused: {errors}"
        if events == 0:
            assert self.newsroom.everything() == self.rows
        elif events is not None:
            self._done(events)
        return done

    def _done(self, events: int) -> None:
        self.events += events
        self.rows = self.newsroom.everything()
