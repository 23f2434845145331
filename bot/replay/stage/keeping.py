"""The stages of an installation: started for a tester, few at once, and none left behind.

A stage ends after a while without anybody, by its button, and with the process that started it:
on Linux the kernel sees to it, also after a kill -9. It is started from the thread of the event
loop, which lives as long as the process: the kernel watches the thread.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen
from typing import Any

import httpx

from bot import processes
from bot.checks import make_private
from bot.replay.record import StoryRecord, TurnRecord
from bot.replay.record_json import from_json
from bot.replay.runs.data import installation
from bot.replay.runs.spec import DataChoice
from bot.replay.stage.asked import Asked, failure_of, port_of
from bot.services import clock
from bot.settings import Settings

MOST = 2
"""Each has Rasa of its own: 320 MB, and a core while it starts."""
IDLE_SECONDS = 15 * 60.0
LOOK_SECONDS = 2.0
ORDER_SECONDS = 120.0
"""A long story that is played again from its beginning."""
GRACE_SECONDS = 1.0
STARTING, READY, FAILED, DIED = "starting", "ready", "failed", "died"
NOT_STARTED = "La scène ne s’ouvre pas. Réessayez ; le journal dit pourquoi."
IDLE = "La scène s’est fermée après 15 minutes sans rien. Ouvrez-la de nouveau."
GONE = "La scène s’est arrêtée. Ouvrez-la de nouveau."


class NoRoom(Exception):
    """As many stages are open as there may be."""


class StageGone(Exception):
    """The stage has ended meanwhile."""


class Refused(Exception):
    """The stage cannot do what is asked; the message is in French."""


@dataclass
class Hosted:
    """A stage. key: what its widget is reached by, unguessable; owner: the account that it is for;
    model: an archive; None: that of the sources; seen_at: of a clock that only goes forward;
    port None: it is starting; recorded: the conversation (its round), and how many of its turns
    a tester has recorded."""

    key: str
    owner: str
    story_id: str | None
    data: DataChoice
    model: str | None
    folder: Path
    secret: str = field(repr=False)
    child: Popen[bytes] = field(repr=False)
    seen_at: float
    port: int | None = None
    recorded: tuple[int, int] = (0, 0)

    @property
    def root(self) -> str:
        return root_of(self.key)

    @property
    def state(self) -> str:
        if self.child.poll() is not None:
            return DIED if self.port else FAILED
        if self.port is None:
            self.port = port_of(self.folder)
        return READY if self.port else STARTING

    @property
    def failure(self) -> str:
        """Why it could not start, for its tester."""
        return failure_of(self.folder) or NOT_STARTED


def root_of(key: str) -> str:
    return f"/scene/{key}"


class Stages:
    """Starts, finds, asks and ends stages. All its coroutines belong to one event loop."""

    def __init__(
        self, settings: Settings, most: int = MOST, idle_seconds: float = IDLE_SECONDS
    ) -> None:
        self._settings = settings
        self._most = most
        self._idle_seconds = idle_seconds
        self._hosted: dict[str, Hosted] = {}
        self._told: dict[str, str] = {}
        self._watching: asyncio.Task[None] | None = None
        self._client: httpx.AsyncClient | None = None

    def start(
        self,
        owner: str,
        story_id: str | None,
        story: Path | None,
        data: DataChoice,
        model: str | None = None,
    ) -> Hosted:
        """A stage for an account that has none. Raises NoRoom."""
        running = [one for one in self._hosted.values() if one.state in (STARTING, READY)]
        if len(running) >= self._most:
            raise NoRoom
        self.sweep()
        folders = self._folders
        key, secret = secrets.token_hex(16), secrets.token_urlsafe(32)
        folder = folders / f"{os.getpid()}-{secrets.token_hex(4)}"
        make_private(folder)
        path = str(story) if story else None
        day = clock.today().isoformat()
        asked = Asked(root_of(key), secret, path, day, data, model, self._settings.given_public_url)
        asked.write(folder)
        command = [sys.executable, "-W", "ignore", "-m", "bot.replay.stage", str(folder)]
        with (folder / "stage.log").open("ab") as log:
            child = processes.spawn(command, log, installation(self._settings))
        made = Hosted(key, owner, story_id, data, model, folder, secret, child, time.monotonic())
        self._hosted[key] = made
        self._told.pop(owner, None)
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())
        return made

    def sweep(self) -> None:
        """Erases what stages of a process that was killed have left: what testers said lies there,
        and the folders bear its number."""
        for folder in self._folders.glob("*-*") if self._folders.is_dir() else ():
            number = folder.name.partition("-")[0]
            if number.isdecimal() and not processes.is_running(int(number)):
                shutil.rmtree(folder, ignore_errors=True)

    @property
    def _folders(self) -> Path:
        return self._settings.var / "bench" / "scenes"

    def of(self, owner: str) -> Hosted | None:
        """The stage of an account; None: it has none."""
        return next((one for one in self._hosted.values() if one.owner == owner), None)

    def by_key(self, key: str) -> Hosted | None:
        """The stage that a widget asks; None: there is none, or it is not ready."""
        found = self._hosted.get(key)
        return found if found is not None and found.state == READY else None

    def told(self, owner: str) -> str | None:
        """What became of the last stage of an account, once."""
        return self._told.pop(owner, None)

    def see(self, hosted: Hosted) -> None:
        """Somebody is there."""
        hosted.seen_at = time.monotonic()

    async def state(self, hosted: Hosted) -> dict[str, Any]:
        """What is on the stage, with `story_id`. Raises StageGone."""
        return await self._ask(hosted, "state", {})

    async def turns_to_record(self, hosted: Hosted) -> Sequence[TurnRecord]:
        """Those of the conversation so far; its tester no longer loses them. Raises StageGone."""
        state = await self.state(hosted)
        hosted.recorded = (state["round"], len(state["acts"]))
        return from_json(state["record"]).turns

    async def unrecorded(self, hosted: Hosted) -> int:
        """How many turns its tester held by hand and has not recorded. Raises StageGone."""
        state = await self.state(hosted)
        round_, known = hosted.recorded
        welcome = 1
        begun = max(known, welcome) if round_ == state["round"] else welcome
        return sum(act["step"] is None for act in state["acts"][begun:])

    async def record(self, hosted: Hosted) -> StoryRecord:
        """All that was played so far, with what ranked jobs and offers. Raises StageGone."""
        return from_json((await self._ask(hosted, "record", {}))["record"])

    async def order(self, hosted: Hosted, order: str, **given: Any) -> dict[str, Any]:
        """Has something done; what is on the stage then. Raises StageGone, Refused."""
        self.see(hosted)
        made = await self._ask(hosted, order, given)
        self.see(hosted)
        return made

    async def load(self, hosted: Hosted, story_id: str | None, story: Path | None) -> None:
        """Another story, or a free conversation, on a stage that is open. Raises StageGone,
        Refused."""
        await self.order(hosted, "load", path=str(story) if story else None)
        hosted.story_id = story_id

    async def end(self, hosted: Hosted, told: str | None = None) -> None:
        """told: what its tester is told of it."""
        self._hosted.pop(hosted.key, None)
        if told:
            self._told[hosted.owner] = told
        await asyncio.get_running_loop().run_in_executor(None, _stop, [hosted])

    async def close(self) -> None:
        """The process that keeps them stops: none stays."""
        if self._watching:
            self._watching.cancel()
        _stop(list(self._hosted.values()))
        self._hosted.clear()
        if self._client:
            await self._client.aclose()

    async def _ask(self, hosted: Hosted, order: str, given: Mapping[str, Any]) -> dict[str, Any]:
        if hosted.state != READY:
            raise StageGone
        self._client = self._client or httpx.AsyncClient(trust_env=False, timeout=ORDER_SECONDS)
        url = f"http://127.0.0.1:{hosted.port}/stage/{order}"
        try:
            answer = await self._client.post(
                url, json=given, headers={"X-Declic-Secret": hosted.secret}
            )
        except httpx.HTTPError as error:
            raise StageGone from error
        if answer.status_code == 409:
            raise Refused(answer.json()["message"])
        if not answer.is_success:
            raise StageGone
        return {**answer.json(), "story_id": hosted.story_id}

    async def _watch(self) -> None:
        """As long as there is a stage."""
        while self._hosted:
            await asyncio.sleep(min(LOOK_SECONDS, self._idle_seconds / 2))
            now = time.monotonic()
            for one in list(self._hosted.values()):
                if one.state == DIED:
                    await self.end(one, GONE)
                elif now - one.seen_at > self._idle_seconds:
                    await self.end(one, IDLE)
        self._watching = None


def _stop(hosted: list[Hosted]) -> None:
    processes.stop([one.child for one in hosted], GRACE_SECONDS)
    for one in hosted:
        shutil.rmtree(one.folder, ignore_errors=True)
