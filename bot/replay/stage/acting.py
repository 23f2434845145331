"""A story on the stage: played step by step, taken back, left for the tester's own words.

Going back plays the story again from its beginning, with the same seed and day: what is seen at a
step is always what the story makes there, never a picture kept of it.
"""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from bot.adapters.sql.rights import RightsStore
from bot.orientation.catalogue import Catalogue
from bot.replay.in_french import told
from bot.replay.json_values import as_plain
from bot.replay.player import Player, Playing
from bot.replay.reading import read_stories
from bot.replay.record import Difference, StoryRecord, TurnRecord
from bot.replay.session import Session
from bot.replay.stage.curtain import Curtain
from bot.replay.stage.rows import Ledger, TableChange, changes
from bot.replay.stage.sayings import Heard
from bot.replay.stage.timing import timed_turn
from bot.replay.story import Story
from bot.web.tokens import new_token, now, token_hash

Made = TypeVar("Made")
FREE = "scene-libre"


@dataclass(frozen=True)
class Measured:
    """seconds: by part of the turn. rows: of the conversation, that are other."""

    seconds: dict[str, float]
    rows: list[TableChange]


@dataclass(frozen=True)
class Act:
    """A turn, and what was measured around it. step: of the story; None: of no step. saying: what
    the tester did, as a story writes it."""

    turn: TurnRecord
    step: int | None
    measured: Measured
    saying: dict[str, Any] | None = None


class CannotPlay(Exception):
    """What is asked cannot be done; the message is in French."""


class Stage:
    """One conversation at a time: that of a story, or a free one on a day."""

    def __init__(
        self, player: Player, today: datetime.date, catalogue: Catalogue | None = None
    ) -> None:
        self._player = player
        self._catalogue = catalogue
        self._today = today
        self._alone = asyncio.Lock()
        self._story: Story | None = None
        self._playing: Playing | None = None
        self._session: Session | None = None
        self._ledger: Ledger | None = None
        self._rights: RightsStore | None = None
        self.curtain = Curtain()
        self._token = new_token()
        """The same for all conversations: a page that was open before is no stranger."""
        self._rounds = 0
        self._clear()

    def _clear(self) -> None:
        self._acts: list[Act] = []
        self._found: dict[int, list[Difference]] = {}
        self._moves = 0
        self._is_taken = False

    @property
    def day(self) -> datetime.date:
        return self._story.day if self._story else self._today

    async def load(self, path: Path | None) -> None:
        """A story, or a free conversation, at its welcome. Raises CannotPlay."""
        async with self._alone:
            self._story = _read(path) if path else None
            await self._begin()

    async def advance(self) -> None:
        """The next thing that the story says."""
        async with self._alone:
            self._still_told()
            await self._advance()

    async def back(self) -> None:
        """As it was before the last thing said."""
        async with self._alone:
            self._still_told()
            if self._moves:
                await self._again(self._moves - 1)

    async def restart(self) -> None:
        """A new conversation, at its welcome."""
        async with self._alone:
            await self._begin()

    async def jump(self, step: int | None) -> None:
        """To the end of a step; 0 is the first."""
        async with self._alone:
            playing = self._still_told()
            if step is None or not 0 <= step < len(playing.story.steps):
                raise CannotPlay("Ce pas n’existe pas dans cette histoire.")
            if step < playing.at:
                await self._begin()
            while self._playing is not None and self._playing.at <= step:
                await self._advance()

    async def take(self) -> None:
        """The tester goes on by hand from here."""
        async with self._alone:
            self._is_taken = True

    async def give_back(self) -> None:
        """The story again, where it was left, without what was said by hand."""
        async with self._alone:
            await self._again(self._moves)

    async def overhear(self, heard: Heard, happening: Callable[[], Awaitable[object]]) -> None:
        """What the tester does in the widget. The first turn of it leaves the story."""
        async with self._alone:
            session = self._session
            if session is None:
                await happening()
                return
            saying = heard.saying(session.conversation_id)
            turn, measured = await self._measured(session.overhear(happening()))
            if turn is not None:
                self._is_taken = True
                self._acts.append(Act(turn, None, measured, saying))

    async def state(self) -> dict[str, Any]:
        """Everything that the page shows, as JSON, once nothing goes on."""
        async with self._alone:
            return self._state()

    async def record(self) -> dict[str, Any]:
        """All that was played, with what ranked the jobs of each turn: much more than is shown."""
        async with self._alone:
            return {"record": as_plain(self._record())}

    def _state(self) -> dict[str, Any]:
        steps = told(self._story, self._catalogue) if self._story else []
        return {
            "story": _about(self._story) if self._story else None,
            "day": self.day.isoformat(),
            "token": self._token,
            "round": self._rounds,
            "at": self._playing.at if self._playing else 0,
            "moves": self._moves,
            "is_over": self._playing.is_over if self._playing else False,
            "is_taken": self._is_taken,
            "is_erased": self._session.is_erased if self._session else False,
            "steps": [
                {**as_plain(step), "found": as_plain(self._found.get(number, []))}
                for number, step in enumerate(steps)
            ],
            "record": as_plain(_shown(self._record())),
            "acts": [
                {
                    "step": act.step,
                    "seconds": act.measured.seconds,
                    "rows": as_plain(act.measured.rows),
                    "saying": act.saying,
                }
                for act in self._acts
            ],
        }

    def _record(self) -> StoryRecord:
        turns = [act.turn for act in self._acts]
        if self._playing is not None:
            return replace(self._playing.record(), turns=turns)
        day = self.day.isoformat()
        return StoryRecord(FREE, "Conversation libre", "", "", day, 0, "", turns)

    def _still_told(self) -> Playing:
        """The story that goes on. Raises CannotPlay: there is none, or it was left."""
        if self._playing is None:
            raise CannotPlay("Il n’y a pas d’histoire sur cette scène.")
        if self._is_taken:
            raise CannotPlay("Vous avez pris la main. Revenez d’abord à l’histoire.")
        return self._playing

    async def _again(self, moves: int) -> None:
        """The story from its beginning, as far as so many things said."""
        await self._begin()
        while self._moves < moves and self._playing and not self._playing.is_over:
            await self._advance()

    async def _begin(self) -> None:
        """A new conversation, of which an earlier one leaves nothing; the widget holds it too."""
        self._clear()
        forgotten = self._session
        self._playing = self._player.begin(self._story) if self._story else None
        session = self._session = (
            self._playing.session
            if self._playing
            else self._player.conversation(FREE, 0, self._today)
        )
        self._ledger = self._ledger or Ledger(session.engine)
        self._rights = self._rights or RightsStore(session.engine)
        async with self.curtain.down():
            if forgotten is not None and forgotten is not session:
                await forgotten.forget()
            await session.forget()
            opening = self._playing.open() if self._playing else session.open()
            turn, measured = await self._measured(opening)
            self._acts.append(Act(turn, None, measured))
            # A second device of the same person: the widget follows what the story says.
            self._rights.add_token(session.conversation_id, token_hash(self._token), now())
            self._rounds += 1

    async def _advance(self) -> None:
        playing = self._playing
        if playing is None or playing.is_over:
            return
        step, said, known = playing.at, len(playing.turns), _differences(playing)
        _, measured = await self._measured(playing.advance())
        self._moves += 1
        new = [one for one in _differences(playing) if not any(one is old for old in known)]
        self._found.setdefault(step, []).extend(new)
        if len(playing.turns) > said:
            self._acts.append(Act(playing.turns[-1], step, measured))

    async def _measured(self, happening: Awaitable[Made]) -> tuple[Made, Measured]:
        """What it makes, how long its parts took, and which rows are other."""
        assert self._session is not None and self._ledger is not None
        key = self._session.conversation_id
        before = self._ledger.rows(key)
        with timed_turn() as turn:
            made = await happening
        return made, Measured(turn.seconds, changes(before, self._ledger.rows(key)))


def _shown(record: StoryRecord) -> StoryRecord:
    turns = [replace(turn, ranked=None, offers=None) for turn in record.turns]
    return replace(record, turns=turns)


def _differences(playing: Playing) -> list[Difference]:
    return [one for turn in playing.turns for one in turn.differences]


def _read(path: Path) -> Story:
    stories, problems = read_stories([path])
    if problems:
        raise CannotPlay("Cette histoire a des fautes. " + " ; ".join(map(str, problems[:3])))
    return stories[0]


def _about(story: Story) -> dict[str, Any]:
    persona = story.persona
    return {
        "title": story.title,
        "author": story.author,
        "seed": story.seed,
        "persona": persona.name if persona else None,
        "presentation": persona.presentation if persona else None,
    }
