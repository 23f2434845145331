"""The open screens of this process: each is told what changed in its conversation.

What this process changes wakes its screens at once. What other processes change is found by one
small query, four times a second, as long as a screen is open here. A screen is told the whole
state, so it needs no memory of what it missed: only the newest is kept for one that reads slowly.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from datetime import datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool

from bot.adapters.sql.live import ADVISOR, PERSON, LiveStore, Snapshot
from bot.traces import where
from bot.web.errors import ApiError
from bot.web.live_state import changes_at, is_held, state_of
from bot.web.rights import Holder
from bot.web.tokens import now

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.25
STAY_SECONDS = 5.0
HERE = timedelta(seconds=15)
"""A screen that reloads, or has lost its network for a moment, is not said to have left."""
REQUEST_LIFE = timedelta(minutes=15)
"""An advisor who asks to join waits no longer for an answer."""
SCREENS, SCREENS_OF_ADDRESS, SCREENS_OF_TOKEN = 600, 240, 2
"""Open at once: within the connections of a process, an agency, a page that reloads."""
COME_AGAIN_SECONDS = 5
ERASED, ENDED = "erased", "ended"


class Screen:
    """One open stream. It has the newest state, or the reason why there is none any more."""

    def __init__(self, holder: Holder, address: str) -> None:
        self.holder = holder
        self.address = address
        self._bell = asyncio.Event()
        self._newest: str | None = None
        self._told: str | None = None
        self._is_over = False

    def tell(self, state: dict[str, Any]) -> None:
        self._put("state", state)

    def end(self, why: str | None = None) -> None:
        """why: ERASED or ENDED, which is told; None: the screen comes again by itself."""
        if why:
            self._put("gone", {"why": why})
        self._is_over = True
        self._bell.set()

    async def next(self, seconds: float) -> str | None:
        """What is to be sent; "" after some seconds without news; None at the end."""
        if self._newest is None and not self._is_over:
            self._bell.clear()
            try:
                await asyncio.wait_for(self._bell.wait(), seconds)
            except asyncio.TimeoutError:
                return ""
        newest, self._newest = self._newest, None
        return newest

    def _put(self, event: str, content: dict[str, Any]) -> None:
        text = f"event: {event}\ndata: {json.dumps(content, ensure_ascii=False)}\n\n"
        if not self._is_over and text != self._told:
            self._newest = self._told = text
            self._bell.set()


class Live:
    """All screens of this process."""

    def __init__(self, store: LiveStore) -> None:
        self._store = store
        self._screens: dict[str, list[Screen]] = {}
        self._known: dict[str, tuple[int, datetime | None]] = {}
        self._woken: set[str] = set()
        self._bell = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None
        self._is_over = False
        self._looked_at = self._stayed_at = 0.0

    @property
    def count(self) -> int:
        return sum(map(len, self._screens.values()))

    def changed(self, conversation_id: str) -> None:
        """This process has changed the conversation: its screens here are told at once."""
        if conversation_id in self._screens:
            self._woken.add(conversation_id)
            self._bell.set()

    async def open(self, holder: Holder, address: str) -> Screen:
        """A new screen. ApiError: too many, or the conversation is erased."""
        self._check_room(address)
        until = now() + HERE
        try:
            await run_in_threadpool(
                self._store.arrive, holder.conversation_id, holder.seat, now(), until
            )
        except LookupError as error:
            raise ApiError("unknown_session") from error
        self._check_room(address)
        screen = Screen(holder, address)
        self._end_oldest(holder)
        self._screens.setdefault(holder.conversation_id, []).append(screen)
        self.changed(holder.conversation_id)
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())
        return screen

    def leave(self, screen: Screen) -> None:
        """The screen is closed."""
        key = screen.holder.conversation_id
        screen.end()
        left = [one for one in self._screens.get(key, ()) if one is not screen]
        if left:
            self._screens[key] = left
        else:
            self._screens.pop(key, None)
            self._known.pop(key, None)

    def close(self) -> None:
        """This process stops: its screens go to another one, or come again."""
        self._is_over = True
        for screens in list(self._screens.values()):
            for screen in screens:
                screen.end()
        if self._watching:
            self._watching.cancel()

    def _check_room(self, address: str) -> None:
        screens = [screen for screens in self._screens.values() for screen in screens]
        of_address = sum(screen.address == address for screen in screens)
        if self._is_over or len(screens) >= SCREENS or of_address >= SCREENS_OF_ADDRESS:
            raise ApiError("crowded", COME_AGAIN_SECONDS)

    def _end_oldest(self, holder: Holder) -> None:
        """A page that was loaded again, or lost its network, comes before what is left of it."""
        screens = self._screens.get(holder.conversation_id, ())
        same = [one for one in screens if one.holder.token_hash == holder.token_hash]
        for screen in same[: max(0, len(same) - SCREENS_OF_TOKEN + 1)]:
            self.leave(screen)

    async def _watch(self) -> None:
        """As long as a screen is open here."""
        while self._screens:
            try:
                await asyncio.wait_for(self._bell.wait(), POLL_SECONDS)
            except asyncio.TimeoutError:
                pass
            self._bell.clear()
            try:
                await self._look()
            except Exception as error:
                logger.warning("live_look_failed %s", where(error))
                await asyncio.sleep(POLL_SECONDS)
        self._watching = None

    async def _look(self) -> None:
        woken = {key for key in self._woken if key in self._screens}
        self._woken.clear()
        if time.monotonic() - self._looked_at >= POLL_SECONDS:
            woken |= await self._changed_elsewhere()
            self._looked_at = time.monotonic()
        if woken:
            since = now() - REQUEST_LIFE
            found = await run_in_threadpool(self._store.snapshots, woken, since)
            for key in woken:
                self._tell(key, found.get(key))
        if time.monotonic() - self._stayed_at >= STAY_SECONDS:
            await self._stay()
            self._stayed_at = time.monotonic()

    async def _changed_elsewhere(self) -> set[str]:
        """The conversations that are other than known, or whose time has come, or are erased."""
        watched, at = list(self._screens), now()
        versions = await run_in_threadpool(self._store.versions, watched)
        changed = set()
        for key in watched:
            version, until = self._known.get(key, (None, None))
            if versions.get(key) != version or (until and until <= at):
                changed.add(key)
        return changed

    def _tell(self, key: str, snapshot: Snapshot | None) -> None:
        at = now()
        screens = list(self._screens.get(key, ()))
        if snapshot and screens:
            self._known[key] = (snapshot.version, changes_at(snapshot, at))
        states = {seat: state_of(snapshot, seat, at) for seat in (PERSON, ADVISOR) if snapshot}
        for screen in screens:
            if snapshot is None:
                self._end(screen, ERASED)
            elif not is_held(snapshot, screen.holder.token_hash):
                self._end(screen, ENDED)
            else:
                screen.tell(states[screen.holder.seat])

    def _end(self, screen: Screen, why: str) -> None:
        screen.end(why)
        self.leave(screen)

    async def _stay(self) -> None:
        """Says once for all that the screens of this process are still there."""
        until = now() + HERE
        for seat, ids in _by_seat(self._screens).items():
            await run_in_threadpool(self._store.stay, ids, seat, until)


def _by_seat(screens: dict[str, list[Screen]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for key, open_screens in screens.items():
        for screen in open_screens:
            found.setdefault(screen.holder.seat, set()).add(key)
    return {seat: sorted(ids) for seat, ids in found.items()}
