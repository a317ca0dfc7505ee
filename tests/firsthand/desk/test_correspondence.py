from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.models import Comment, SearchEntry
from db.vocabulary import EventAction, Flag, ReplyState, SearchOutcome, WorkState
from firsthand import desk
from firsthand.desk.content import search_digest
from firsthand.errors import GuardError, InvalidError, NotAllowedError, NotFoundError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom

S = WorkState


def test_a_search_is_kept_and_told_with_its_digest(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.SIGNED_OFF)
    entry = newsroom.do(
        desk.log_search,
        newsroom.chris,
        claim.id,
        place=" The register ",
        query="bridges",
        outcome=SearchOutcome.NOTHING,
        note="Offline since May",
    )
    assert (entry.place, entry.by_id) == ("The register", newsroom.chris.id)
    told, after = newsroom.events()[-1], newsroom.claim(claim.id)
    assert (told.action, told.why) == (EventAction.SEARCH_LOGGED, "Offline since May")
    with newsroom.database.read() as session:
        kept = session.scalars(select(SearchEntry).where(SearchEntry.id == entry.id)).one()
        assert told.after == {
            "place": "The register",
            "query": "bridges",
            "outcome": "nothing",
            "digest": search_digest(kept, claim.uid),
        }
    assert (after.version, after.work_state) == (claim.version, S.SIGNED_OFF)


def test_what_surrounds_the_work_needs_words_and_roles(local_newsroom: Newsroom) -> None:
    claim, chris = local_newsroom.at(S.OPEN), local_newsroom.chris
    for place, query in ((" ", "x"), ("x", "")):
        with refused(local_newsroom, InvalidError, "Say where you searched and with which words."):
            local_newsroom.do(desk.log_search, chris, claim.id, place=place, query=query, outcome=SearchOutcome.FOUND)
    for addressee, question in ((" ", "x"), ("x", "")):
        with refused(local_newsroom, InvalidError, "Say who is asked, and what."):
            local_newsroom.do(desk.request_reply, chris, claim.id, addressee=addressee, question=question, due=None)
    with refused(local_newsroom, InvalidError, "Write something in the comment."):
        local_newsroom.do(desk.comment, chris, claim.id, " \n")
    for person in ("rea", "ada"):
        actor = local_newsroom.people[person]
        with refused(local_newsroom, NotAllowedError):
            local_newsroom.do(desk.comment, actor, claim.id, "Hm")
        with refused(local_newsroom, NotAllowedError):
            local_newsroom.do(desk.log_search, actor, claim.id, place="x", query="x", outcome=SearchOutcome.FOUND)
        with refused(local_newsroom, NotAllowedError):
            local_newsroom.do(desk.request_reply, actor, claim.id, addressee="x", question="x", due=None)


@pytest.mark.parametrize(("answer", "state"), [(" Fourteen. ", ReplyState.ANSWERED), (None, ReplyState.NO_ANSWER)])
def test_a_claim_is_flagged_until_the_request_for_a_reply_is_settled(
    newsroom: Newsroom, answer: str | None, state: ReplyState
) -> None:
    claim = newsroom.at(S.SIGNED_OFF)
    due = dt.date(2026, 3, 9)
    request = newsroom.do(
        desk.request_reply, newsroom.ed, claim.id, addressee="The ministry", question="How many?", due=due
    )
    assert Flag.AWAITING_REPLY in newsroom.flags(claim)
    assert newsroom.events()[-1].after == {"to": "The ministry", "question": "How many?", "due": "2026-03-09"}
    settled = newsroom.do(desk.settle_reply, newsroom.chris, request.id, answer)
    assert (settled.state, settled.answer) == (state, answer.strip() if answer else None)
    assert Flag.AWAITING_REPLY not in newsroom.flags(claim)
    told = newsroom.events()[-1]
    assert (told.action, told.after) == (
        EventAction.REPLY_SETTLED,
        {"to": "The ministry", "state": state.value, "answer": settled.answer},
    )
    assert newsroom.claim(claim.id).version == claim.version
    with refused(newsroom, GuardError, "settled already"):
        newsroom.do(desk.settle_reply, newsroom.chris, request.id, "Fifteen")


def test_two_requests_are_settled_one_by_one(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    requests = [
        newsroom.do(desk.request_reply, newsroom.chris, claim.id, addressee=who, question="How many?", due=None)
        for who in ("The ministry", "The authority")
    ]
    newsroom.do(desk.settle_reply, newsroom.chris, requests[0].id, None)
    assert Flag.AWAITING_REPLY in newsroom.flags(claim)
    newsroom.do(desk.settle_reply, newsroom.chris, requests[1].id, None)
    assert Flag.AWAITING_REPLY not in newsroom.flags(claim)


def test_an_empty_answer_is_none(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(S.OPEN)
    request = local_newsroom.do(
        desk.request_reply, local_newsroom.chris, claim.id, addressee="x", question="x", due=None
    )
    with refused(local_newsroom, InvalidError, "Write down the answer, or say that none came."):
        local_newsroom.do(desk.settle_reply, local_newsroom.chris, request.id, "  ")


def test_a_comment_is_resolved_once(newsroom: Newsroom) -> None:
    claim = newsroom.at(S.OPEN)
    remark = newsroom.do(desk.comment, newsroom.rita, claim.id, " Closed for good? ", blocking=True)
    assert (remark.body, remark.author_id, remark.blocking) == ("Closed for good?", newsroom.rita.id, True)
    assert newsroom.events()[-1].after == {"comment": "Closed for good?", "blocking": True}
    newsroom.do(desk.resolve_comment, newsroom.chris, remark.id)
    with newsroom.database.read() as session:
        assert session.get_one(Comment, remark.id).resolved_by_id == newsroom.chris.id
    assert newsroom.events()[-1].action is EventAction.COMMENT_RESOLVED
    before = newsroom.everything()
    newsroom.do(desk.resolve_comment, newsroom.ed, remark.id)
    assert newsroom.everything() == before


@pytest.mark.parametrize("number", [0, -5, 9999, 2**64])
def test_what_is_not_there_is_named(newsroom: Newsroom, number: int) -> None:
    for deed, given in (
        (desk.resolve_comment, ()),
        (desk.settle_reply, (None,)),
        (desk.comment, ("Hm",)),
    ):
        with refused(newsroom, NotFoundError, "There is no"):
            newsroom.do(deed, newsroom.chris, number, *given)
