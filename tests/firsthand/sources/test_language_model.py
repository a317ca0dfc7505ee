"""Asking a language model over real HTTP: what it says when all is well, and a sentence when it is not."""

from __future__ import annotations

import asyncio
import json
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from firsthand.claims.asked import Message
from firsthand.errors import LanguageModelError
from firsthand.settings import LanguageModel
from firsthand.sources.language_model import ask
from tests.firsthand.sources.endpoint import Call, endpoint

QUESTION = [Message("user", "Which claims were missed?")]


def model(url: str, **changes) -> LanguageModel:
    return LanguageModel(**{"url": url, "name": "small-one", "key": "k-123", "seconds": 5, **changes})


def test_the_question_goes_to_the_model_with_its_key_and_the_answer_comes_back():
    with endpoint(lambda call: call.say("{}")) as server:
        assert ask(model(server.url), QUESTION) == "{}"
    (asked,) = server.asked
    assert asked["path"] == "/v1/chat/completions"
    assert asked["key"] == "Bearer k-123"
    assert asked["model"] == "small-one"
    assert asked["messages"] == [{"role": "user", "content": "Which claims were missed?"}]


def test_it_can_be_asked_from_inside_an_event_loop():
    async def inside(url: str) -> str:
        return ask(model(url), QUESTION)

    # In a thread of its own, since the browser's tests leave a loop behind in this one.
    with endpoint(lambda call: call.say("{}")) as server, ThreadPoolExecutor(1) as alone:
        assert alone.submit(lambda: asyncio.run(inside(server.url))).result() == "{}"


def test_an_address_may_name_the_endpoint_itself_and_a_model_may_have_no_key():
    with endpoint(lambda call: call.say("{}")) as server:
        ask(model(f"{server.url}/chat/completions", key=""), QUESTION)
    assert (server.asked[0]["path"], server.asked[0]["key"]) == ("/v1/chat/completions", None)


def test_an_endpoint_that_knows_no_formats_is_asked_without_one():
    def answer(call: Call) -> None:
        if "response_format" in call.body:
            call.send(b"unknown field", 400)
        else:
            call.say("{}")

    with endpoint(answer) as server:
        assert ask(model(server.url), QUESTION) == "{}"


def test_a_busy_endpoint_is_asked_again():
    busy = iter([503, 429])

    def answer(call: Call) -> None:
        status = next(busy, None)
        if status:
            call.send(b"", status)
        else:
            call.say("{}")

    with endpoint(answer) as server:
        assert ask(model(server.url), QUESTION) == "{}"
    assert len(server.asked) == 3


@pytest.mark.parametrize("headers", [False, True])
def test_an_answer_that_drips_is_given_up_at_the_deadline(headers):
    with (
        endpoint(lambda call: call.drip(3, headers=headers)) as server,
        pytest.raises(LanguageModelError, match="within 1 seconds"),
    ):
        ask(model(server.url, seconds=1), QUESTION)


def test_an_endless_answer_is_cut_off():
    def answer(call: Call) -> None:
        call.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(3000):
            call.wfile.write(b" " * 1000)

    with endpoint(answer) as server, pytest.raises(LanguageModelError, match="far too long"):
        ask(model(server.url), QUESTION)


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "FIRSTHAND_LLM_KEY"), (404, "FIRSTHAND_LLM_MODEL"), (500, "status 500"), (302, "status 302")],
)
def test_a_refusal_says_what_to_do(status, words):
    with (
        endpoint(lambda call: call.send(b"", status)) as server,
        pytest.raises(LanguageModelError, match=words),
    ):
        ask(model(server.url), QUESTION)


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"<html>",
        b"[]",
        b"null",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        b"[" * 100_000,
        json.dumps({"error": {"message": "no"}}).encode(),
        b"\xff\xfe",
    ],
)
def test_what_is_no_answer_is_named_as_such(payload):
    with (
        endpoint(lambda call: call.send(payload)) as server,
        pytest.raises(LanguageModelError, match="OpenAI-compatible"),
    ):
        ask(model(server.url), QUESTION)


def test_nobody_at_home_is_said_so():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(LanguageModelError, match="cannot be reached"):
        ask(model(f"http://127.0.0.1:{port}/v1"), QUESTION)


def test_a_key_is_not_in_what_is_printed_of_the_settings():
    assert "k-123" not in repr(model("http://127.0.0.1/v1"))
