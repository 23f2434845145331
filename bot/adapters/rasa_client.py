"""The private Rasa channel, seen from the web app.

Three failures, because they leave three different worlds: `RasaAway` nothing was done and the same
message may come again; `RasaSilent` the message was sent and nobody knows whether it was handled,
so only the same message, which Rasa handles once, may come again; `RasaRefused` final.
"""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

import httpx

CONNECT_SECONDS = 2.0
ANSWER_SECONDS = 10.0
HEALTH_SECONDS = 2.0
CONNECTIONS = 200

NOTHING_WAS_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class RasaError(Exception):
    """A turn without an answer."""


class RasaAway(RasaError):
    """Nothing was done: Rasa is not there, or said that it saved nothing (503)."""


class RasaSilent(RasaError):
    """The message was sent and no answer came back."""


class RasaRefused(RasaError):
    """Rasa answered something else than a turn; sending again would not help."""


class Turns(Protocol):
    """Whoever takes turns: Rasa behind its channel, or in the same process for a replay."""

    answer_seconds: float

    async def turn(
        self,
        conversation_id: str,
        message_id: str,
        *,
        text: str | None = None,
        payload: str | None = None,
        title: str | None = None,
        author: str | None = None,
    ) -> list[dict[str, Any]]: ...

    async def forget(self, conversation_id: str) -> None: ...


class RasaClient:
    """Sends turns to Rasa. All its coroutines belong to one event loop."""

    def __init__(self, url: str, secret: str, answer_seconds: float = ANSWER_SECONDS) -> None:
        self.answer_seconds = answer_seconds
        self.secret = secret
        self._client = httpx.AsyncClient(
            base_url=f"{url}/webhooks/declic",
            headers={"X-Declic-Secret": secret},
            timeout=httpx.Timeout(None, connect=CONNECT_SECONDS, pool=CONNECT_SECONDS),
            limits=httpx.Limits(max_connections=CONNECTIONS),
            trust_env=False,
        )

    async def turn(
        self,
        conversation_id: str,
        message_id: str,
        *,
        text: str | None = None,
        payload: str | None = None,
        title: str | None = None,
        author: str | None = None,
    ) -> list[dict[str, Any]]:
        """The bot's messages for typed `text` or a chosen `payload`. Raises a RasaError.

        author: who said it, kept with the message; None: the person.
        """
        message = {
            "conversation_id": conversation_id,
            "message_id": message_id,
            "text": text,
            "payload": payload,
            "title": title,
            "author": author,
        }
        return _messages(await self._ask("POST", "/turn", message))

    async def forget(self, conversation_id: str) -> None:
        """Deletes what Rasa knows of a conversation. Raises a RasaError."""
        await self._ask("DELETE", f"/conversations/{conversation_id}")

    async def recall(self, conversation_id: str) -> dict[str, Any]:
        """What Rasa keeps of a conversation: `slots` and `events`. Raises a RasaError."""
        response = await self._ask("GET", f"/conversations/{conversation_id}")
        try:
            kept: dict[str, Any] = response.json()
        except ValueError as error:
            raise RasaRefused("no conversation") from error
        return kept

    async def is_ready(self) -> bool:
        """Whether Rasa answers with its model loaded."""
        try:
            response = await self._client.get("/health", timeout=HEALTH_SECONDS)
        except httpx.HTTPError:
            return False
        return response.status_code == 200

    async def close(self) -> None:
        await self._client.aclose()

    async def _ask(self, method: str, path: str, json: Any = None) -> httpx.Response:
        asking = self._client.request(method, path, json=json)
        try:
            response = await asyncio.wait_for(asking, self.answer_seconds)
        except NOTHING_WAS_SENT as error:
            raise RasaAway(type(error).__name__) from error
        except (httpx.HTTPError, asyncio.TimeoutError) as error:
            raise RasaSilent(type(error).__name__) from error
        if response.status_code == 503:
            raise RasaAway("503")
        if not response.is_success:
            raise RasaRefused(str(response.status_code))
        return response


def _messages(response: httpx.Response) -> list[dict[str, Any]]:
    try:
        messages = response.json()["messages"]
    except (ValueError, KeyError, TypeError) as error:
        raise RasaRefused("no messages") from error
    if not isinstance(messages, list):
        raise RasaRefused("no messages")
    return messages
