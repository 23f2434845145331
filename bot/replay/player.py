"""Plays a story to its end, whatever fails on the way, and tells what was not as expected."""

from __future__ import annotations

import datetime
import time

from sqlalchemy.engine import Engine

from bot.replay.comparing import compare_buttons, compare_kept, compare_rows, compare_text
from bot.replay.invariants import Watch
from bot.replay.looking import Looking
from bot.replay.rasa_here import RasaHere
from bot.replay.record import Difference, StoryRecord, TurnRecord
from bot.replay.session import Session
from bot.replay.speaking import CannotSay, Speaker
from bot.replay.story import (
    END,
    AsPersona,
    ButtonsCheck,
    Check,
    KeptCheck,
    Menu,
    Place,
    Saying,
    Step,
    Story,
    TextCheck,
)
from bot.replay.tracing import Tracing

MOST_ANSWERS = 60
"""A persona that answers more often than this goes round in circles."""


class Player:
    """Plays stories in one process, one after the other."""

    def __init__(self, engine: Engine, rasa: RasaHere, tracing: Tracing, looking: Looking) -> None:
        self._engine = engine
        self._rasa = rasa
        self._tracing = tracing
        self._looking = looking

    def conversation(self, name: str, seed: int, day: datetime.date) -> Session:
        """A new conversation, not opened yet."""
        return Session(self._engine, self._rasa, self._tracing, self._looking, name, seed, day)

    async def play(self, story: Story) -> StoryRecord:
        """The story, turn by turn."""
        begun = time.perf_counter()
        playing = _Playing(story, self.conversation(story.name, story.seed, story.day))
        record = await playing.to_the_end()
        record.seconds = time.perf_counter() - begun
        return record


class _Playing:
    """One story being played."""

    def __init__(self, story: Story, session: Session) -> None:
        self._story = story
        self._session = session
        self._speaker = Speaker(session, story.persona)
        self._turns: list[TurnRecord] = []
        self._watch = Watch() if story.is_steady else None

    async def to_the_end(self) -> StoryRecord:
        self._add(await self._session.open(), self._story.steps[0].place)
        for step in self._story.steps:
            await self._step(step)
        return StoryRecord(
            name=self._story.name,
            title=self._story.title,
            author=self._story.author,
            path=str(self._story.path),
            day=self._story.day.isoformat(),
            seed=self._story.seed,
            presentation=self._story.persona.presentation if self._story.persona else "",
            turns=self._turns,
        )

    async def _step(self, step: Step) -> None:
        """A step that cannot be said is told once; the others are tried all the same."""
        try:
            if step.until is not None:
                await self._answer_until(step.until, step)
            elif step.saying is not None:
                await self._say(step.saying, step)
        except CannotSay as error:
            self._turns[-1].differences.append(Difference(step.place, _wish(step), str(error)))
        for check in step.checks:
            self._check(check)

    async def _say(self, saying: Saying, step: Step) -> None:
        if self._session.is_erased and not isinstance(saying, Menu):
            raise CannotSay("la conversation est effacée")
        self._add(await self._speaker.say(saying, step.speaker), step.place)

    async def _answer_until(self, question: str, step: Step) -> None:
        wanted = None if question == END else question
        for _ in range(MOST_ANSWERS):
            if self._session.slots.get("requested_slot") == wanted:
                return
            if wanted and self._session.slots.get("requested_slot") is None:
                raise CannotSay("il n'y a plus de question")
            await self._say(AsPersona(), step)
        raise CannotSay(f"toujours pas, après {MOST_ANSWERS} réponses")

    def _add(self, turn: TurnRecord, place: Place) -> None:
        """A turn in which something failed is a difference, whatever the story expects."""
        if turn.faults:
            received = " ; ".join(turn.faults)
            turn.differences.append(Difference(place, "un tour sans panne", received))
        elif self._watch:
            turn.differences += self._watch.look(
                turn, self._session.screen, self._session.slots, place
            )
        self._turns.append(turn)

    def _check(self, check: Check) -> None:
        turn = self._turns[-1]
        turn.checks += 1
        found = self._difference(check)
        if found is not None:
            turn.differences.append(found)

    def _difference(self, check: Check) -> Difference | None:
        if isinstance(check, TextCheck):
            return compare_text(check, self._session.screen)
        if isinstance(check, ButtonsCheck):
            return compare_buttons(check, self._session.screen)
        if isinstance(check, KeptCheck):
            return compare_kept(check, self._session.slots)
        return compare_rows(check, self._session.engine, self._session.conversation_id)


def _wish(step: Step) -> str:
    if step.until is not None:
        return f"arriver à la question « {step.until} »"
    return "pouvoir répondre ainsi"
