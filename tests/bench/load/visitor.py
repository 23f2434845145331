"""One person who plays a story through the public API, as the widget does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import aiohttp

from bot.replay.screen import Screen
from bot.replay.story import Story
from tests.bench.load.telling import Sent, Teller

AGAIN_SECONDS = 0.3
REQUEST_SECONDS = 30.0
IDLE_SECONDS = 4.0
"""Sooner than the server closes a connection (5 s), which a browser would notice too."""
ANSWERED, UNKNOWN_SESSION, TOO_MANY = (200, 201, 204), 401, 429


Pause = Callable[[Screen, Sent, Random], Awaitable[float]]
"""What happens between an answer and the next message; the moment when it was meant to be sent."""


class GivenUp(Exception):
    """No answer within the patience of this person."""


@dataclass(frozen=True)
class Turn:
    """One message and its answer. Moments are of time.monotonic(), the same in all processes.

    due: when the person meant to send, late generator or not. faults: statuses, or names of errors,
    of the attempts that gave no answer. waits: how often the server asked to come again (429).
    """

    kind: str
    due: float
    sent: float
    done: float
    faults: tuple[str, ...] = ()
    waits: int = 0

    @property
    def seconds(self) -> float:
        return self.done - self.due


@dataclass
class Conversation:
    """What one person sent and got. token: None as long as it is not open.

    has_ended: the story came to its end. Of each answer, the messages.
    """

    story: str
    token: str | None = None
    sent: list[Sent] = field(default_factory=list)
    message_ids: list[str] = field(default_factory=list)
    answers: list[list[dict[str, Any]]] = field(default_factory=list)
    history: list[dict[str, Any]] | None = None
    has_ended: bool = False
    is_erased: bool = False
    left_out: int = 0
    gave_up: str | None = None


class Visitor:
    """Plays one story. urls: the web processes, taken in turn, message by message."""

    def __init__(
        self,
        urls: Sequence[str],
        address: str,
        story: Story,
        seed: str,
        patience_seconds: float,
        note: Callable[[Turn], None],
    ) -> None:
        """address: where requests come from; seed: of the person's pace and message numbers.

        patience_seconds: how long one message is sent again and again after faults.
        """
        self.conversation = Conversation(story.name)
        self._urls = urls
        self._address = address
        self._teller = Teller(story)
        self._chance = Random(seed)  # noqa: S311 (repeatable on purpose, nothing secret)
        self._patience_seconds = patience_seconds
        self._note = note
        self._requests = 0
        self._screen = Screen()

    async def __aenter__(self) -> Visitor:
        connector = aiohttp.TCPConnector(
            local_addr=(self._address, 0), keepalive_timeout=IDLE_SECONDS
        )
        timeout = aiohttp.ClientTimeout(REQUEST_SECONDS)
        self._http = aiohttp.ClientSession(connector=connector, timeout=timeout)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()

    async def play(self, pause: Pause) -> None:
        """From the welcome to the end of the story, or until no answer comes."""
        try:
            await self._open()
            while sent := self._teller.next(self._screen):
                await self._send(sent, await pause(self._screen, sent, self._chance))
                if sent.is_erasure:
                    break
            self.conversation.has_ended = True
        except GivenUp as error:
            self.conversation.gave_up = str(error)
        finally:
            self.conversation.left_out = self._teller.left_out

    async def read_history(self) -> None:
        """The whole conversation as the page shows it after a reload."""
        answer = await self._answer("read", time.monotonic(), "GET", "/api/session", None)
        self.conversation.history = answer["turns"]

    async def erase(self) -> None:
        await self._answer("erase", time.monotonic(), "DELETE", "/api/session", None)
        self.conversation.is_erased = True

    async def _open(self) -> None:
        opened = await self._answer("open", time.monotonic(), "POST", "/api/sessions", None)
        self.conversation.token = opened["token"]
        self._got(opened["messages"])

    async def _send(self, sent: Sent, due: float) -> None:
        if sent.is_erasure:
            await self._answer("erase", due, "DELETE", "/api/session", None)
            self.conversation.is_erased = True
            return
        message_id = str(UUID(int=self._chance.getrandbits(128), version=4))
        body = {"message_id": message_id, **sent.body(self._screen)}
        kind = "text" if sent.text is not None else "button"
        answer = await self._answer(kind, due, "POST", "/api/messages", body)
        self.conversation.sent.append(sent)
        self.conversation.message_ids.append(message_id)
        self._got(answer["messages"])

    def _got(self, messages: list[dict[str, Any]]) -> None:
        self.conversation.answers.append(messages)
        self._screen = self._screen.then(messages)

    async def _answer(
        self, kind: str, due: float, method: str, path: str, body: dict[str, Any] | None
    ) -> Any:
        """The answer to one request, sent again as long as there is none. Raises GivenUp.

        The wait that the server asks for (429) is not the server's slowness: the clock begins anew.
        """
        faults: list[str] = []
        waits = 0
        sent = first = time.monotonic()
        while True:
            status, answer, wait_seconds = await self._request(method, path, body)
            done = time.monotonic()
            was_erased = kind == "erase" and status == UNKNOWN_SESSION and bool(faults)
            if status in ANSWERED or was_erased:
                self._note(Turn(kind, due, sent, done, tuple(faults), waits))
                return answer
            if status == TOO_MANY:
                waits += 1
                await asyncio.sleep(wait_seconds)
                due = sent = time.monotonic()
                continue
            faults.append(f"{status} {answer}" if status else str(answer))
            if done - first > self._patience_seconds:
                self._note(Turn(kind, due, sent, done, tuple(faults), waits))
                raise GivenUp(f"{kind}: {faults[-1]}")
            await asyncio.sleep(max(wait_seconds, AGAIN_SECONDS))

    def _headers(self) -> dict[str, str]:
        token = self.conversation.token
        return {"Authorization": f"Bearer {token}"} if token else {}

    async def _request(
        self, method: str, path: str, body: dict[str, Any] | None
    ) -> tuple[int | None, Any, float]:
        """Status (None: no answer came), content or the error's code, seconds to wait."""
        url = self._urls[self._requests % len(self._urls)]
        self._requests += 1
        try:
            async with self._http.request(
                method, url + path, json=body, headers=self._headers()
            ) as response:
                wait_seconds = float(response.headers.get("Retry-After", 0))
                answer: Any = None if response.status == 204 else await response.json()
                is_answer = response.status in ANSWERED
                return response.status, answer if is_answer else answer["error"], wait_seconds
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
            return None, type(error).__name__, 0.0
