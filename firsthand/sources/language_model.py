"""The desk's language model: one question to an OpenAI-compatible endpoint, one answer, within a time and a size.

The address is the desk's own setting and may be on this machine, so that it does not pass the guard that foreign
addresses have to pass. Nothing is sent anywhere while it is not set.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any

from firsthand.claims.asked import Message
from firsthand.errors import LanguageModelError
from firsthand.settings import LanguageModel
from firsthand.sources.client import httpx

_MOST_BYTES = 1_000_000
_BUSY = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)
_TRIES = 3
_PAUSE = 0.5  # seconds before the second try, twice as long before the third
_SAYS_NO_JSON = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY})


class _Busy(Exception):  # noqa: N818 - never leaves this module
    """The endpoint may answer if asked again."""


def ask(model: LanguageModel, messages: Sequence[Message]) -> str:
    """Get the model's answer; raises ``LanguageModelError`` with what to do, at the latest after ``model.seconds``."""
    try:
        # In a thread of its own: whoever asks may stand in an event loop already.
        with ThreadPoolExecutor(max_workers=1) as alone:
            return alone.submit(lambda: asyncio.run(_within(model, messages))).result()
    except TimeoutError:
        raise LanguageModelError(
            f"The language model did not answer within {model.seconds} seconds: try again,"
            " or give it more with FIRSTHAND_LLM_SECONDS."
        ) from None
    except _Busy as error:
        raise LanguageModelError(f"The language model at {model.host} {error}: try again later.") from None


async def _within(model: LanguageModel, messages: Sequence[Message]) -> str:
    # One deadline around everything: the client's own timeouts start anew with every byte.
    async with (
        asyncio.timeout(model.seconds),
        httpx.AsyncClient(trust_env=False, timeout=None, follow_redirects=False) as client,
    ):
        body: dict[str, Any] = {
            "model": model.name,
            "messages": [message._asdict() for message in messages],
            "temperature": 0,
            "response_format": {"type": "json_object"},
        }
        for attempt in range(1, _TRIES):
            try:
                return await _once(client, model, body)
            except _Busy:
                await asyncio.sleep(_PAUSE * attempt)
        return await _once(client, model, body)


async def _once(client: httpx.AsyncClient, model: LanguageModel, body: dict[str, Any]) -> str:
    status, answer = await _post(client, model, body)
    if status in _SAYS_NO_JSON:  # some endpoints know nothing of formats; the question asks for JSON anyway
        status, answer = await _post(client, model, {k: v for k, v in body.items() if k != "response_format"})
    if status in _BUSY:
        raise _Busy(f"is busy (status {status})")
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise LanguageModelError(f"The language model at {model.host} refuses the key: check FIRSTHAND_LLM_KEY.")
    if status == HTTPStatus.NOT_FOUND:
        raise LanguageModelError(
            f"There is no model «{model.name}» at {model.host}: check FIRSTHAND_LLM_URL and FIRSTHAND_LLM_MODEL."
        )
    if status != HTTPStatus.OK:
        raise LanguageModelError(f"The language model at {model.host} answers with status {status}: check its log.")
    return _content(answer, model)


async def _post(client: httpx.AsyncClient, model: LanguageModel, body: dict[str, Any]) -> tuple[int, bytes]:
    headers = {"Authorization": f"Bearer {model.key}"} if model.key else {}
    received = bytearray()
    try:
        async with client.stream("POST", model.endpoint, json=body, headers=headers) as response:
            async for piece in response.aiter_bytes():
                received += piece
                if len(received) > _MOST_BYTES:
                    raise LanguageModelError("The language model's answer is far too long: nothing of it was taken.")
            return response.status_code, bytes(received)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _Busy(f"cannot be reached ({type(error).__name__})") from None


def _content(answer: bytes, model: LanguageModel) -> str:
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise LanguageModelError(
            f"What {model.host} answers is not what an OpenAI-compatible endpoint does: check FIRSTHAND_LLM_URL."
        )
    return content
