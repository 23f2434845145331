"""A person and an advisor at one conversation, each with a screen that follows it."""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiohttp
from sqlalchemy.engine import Engine

from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.accounts import Account, AccountStore, Organisation
from bot.adapters.sql.rights import RightsStore
from bot.replay.story import Story
from bot.web.tokens import new_token, now, token_hash
from tests.bench.load.pace import human_seconds
from tests.bench.load.telling import Sent
from tests.bench.load.visitor import Visitor

LIVE = "/api/session/live"
ADVISORS_SHARE = 0.25
TYPING_SECONDS = 1.5
STREAM_AGAIN_SECONDS = 0.2


@dataclass
class Arrival:
    """One message on the other screen. Moments are of time.monotonic(); None: never seen there."""

    due: float
    sent: float
    words: float | None = None
    answer: float | None = None
    own: float | None = None


class Stream:
    """One screen that follows; it begins again when its stream ends. again: how often."""

    def __init__(self, url: str, address: str, token: str) -> None:
        self.again = -1
        self._url, self._token = url, token
        connector = aiohttp.TCPConnector(local_addr=(address, 0))
        self._http = aiohttp.ClientSession(
            connector=connector, timeout=aiohttp.ClientTimeout(None, sock_connect=10)
        )
        self._expected: dict[int, Arrival] = {}
        self._has_begun = asyncio.Event()
        self._following = asyncio.create_task(self._follow())

    async def begun(self) -> None:
        await self._has_begun.wait()

    def expect(self, turn: int, arrival: Arrival) -> None:
        self._expected[turn] = arrival

    async def close(self) -> None:
        self._following.cancel()
        await self._http.close()

    async def _follow(self) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        while True:
            self.again += 1
            try:
                async with self._http.get(self._url + LIVE, headers=headers) as answer:
                    async for line in answer.content:
                        if line.startswith(b"data: "):
                            self._told(json.loads(line[6:]))
            except (aiohttp.ClientError, OSError):
                pass
            await asyncio.sleep(STREAM_AGAIN_SECONDS)

    def _told(self, state: dict[str, Any]) -> None:
        at = time.monotonic()
        self._has_begun.set()
        last = state.get("last_turn", 0)
        for turn, arrival in list(self._expected.items()):
            is_there = last >= turn
            if arrival.words is None and (is_there or state.get("pending")):
                arrival.words = at
            if is_there:
                arrival.answer = at
                del self._expected[turn]


class Pair(Visitor):
    """Plays a story, of which the advisor says a share, seen by both. arrivals: what came."""

    def __init__(
        self, urls: tuple[str, ...], address: str, story: Story, seed: str, engine: Engine
    ) -> None:
        super().__init__(urls, address, story, seed, patience_seconds=10.0, note=lambda _: None)
        self.arrivals: list[Arrival] = []
        self.streams: dict[str, Stream] = {}
        self._address, self._engine = address, engine
        self._seat = "person"
        self._tokens: dict[str, str] = {}

    @property
    def again(self) -> int:
        return sum(stream.again for stream in self.streams.values())

    async def prepare(self, turns: int) -> None:
        """Somewhere in the story, before anything is measured."""
        await self._open()
        for _ in range(turns):
            if sent := self._teller.next(self._screen):
                await self._send(sent, time.monotonic())

    async def watch(self) -> None:
        """The advisor sits down, and both open their screens: on two processes, if there are."""
        person = self.conversation.token or ""
        advisor = await asyncio.get_running_loop().run_in_executor(
            None, partial(seated, self._engine, person)
        )
        self._tokens = {"person": person, "advisor": advisor}
        for place, (seat, token) in enumerate(self._tokens.items()):
            url = self._urls[place % len(self._urls)]
            self.streams[seat] = Stream(url, self._address, token)
        for stream in self.streams.values():
            await stream.begun()

    async def go_on(self, is_over: asyncio.Event) -> None:
        """At human pace, until the story or the load is over."""
        while (sent := self._teller.next(self._screen)) and not sent.is_erasure:
            is_advisors = self._chance.random() < ADVISORS_SHARE
            self._seat = "advisor" if is_advisors else "person"
            seconds = human_seconds(self._screen, sent, self._chance)
            due = time.monotonic() + seconds
            if await _is_set_within(is_over, max(0.0, seconds - TYPING_SECONDS)):
                return
            await self._request("POST", LIVE, {"typing": True})
            if await _is_set_within(is_over, due - time.monotonic()):
                return
            await self._say(sent, due)

    async def _say(self, sent: Sent, due: float) -> None:
        arrival = Arrival(due, time.monotonic())
        self.arrivals.append(arrival)
        other = "person" if self._seat == "advisor" else "advisor"
        self.streams[other].expect(len(self.conversation.answers) + 1, arrival)
        await self._send(sent, due)
        arrival.own = time.monotonic()

    def _headers(self) -> dict[str, str]:
        token = self._tokens.get(self._seat, self.conversation.token)
        return {"Authorization": f"Bearer {token}"} if token else {}

    async def leave(self) -> None:
        for stream in self.streams.values():
            await stream.close()


def seated(engine: Engine, token: str) -> str:
    """A token of the seat of an advisor of their own, whom this person has agreed to."""
    key, at = secrets.token_hex(8), now()
    account = Account(
        key, Organisation(key, key), key, "Claude Martin", frozenset({"advisor"}), None
    )
    AccountStore(engine).add_organisation(account.org, at)
    AccountStore(engine).add(account, at)
    rights = RightsStore(engine)
    session = rights.session_of(token_hash(token))
    assert session
    own = Accompaniment(key, session.conversation_id, key, key, OPEN, False, at, at)
    AccompanimentStore(engine).add(own)
    seat = new_token()
    rights.add_token(session.conversation_id, token_hash(seat), at, key)
    return seat


async def _is_set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), max(0.0, seconds))
    except asyncio.TimeoutError:
        return False
    return True
