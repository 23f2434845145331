"""Plays a story to its end, whatever fails on the way, and tells what was not as expected."""

from __future__ import annotations

import datetime
import time

from sqlalchemy.engine import Engine

from bot.replay.comparing import compare_buttons, compare_kept, compare_rows, compare_text
from bot.replay.in_french import question_words
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

    def begin(self, story: Story) -> Playing:
        """The story, of which nothing is said yet."""
        return Playing(story, self.conversation(story.name, story.seed, story.day))

    async def play(self, story: Story) -> StoryRecord:
        """The story, turn by turn."""
        begun = time.perf_counter()
        record = await self.begin(story).to_the_end()
        record.seconds = time.perf_counter() - begun
        return record


class Playing:
    """One story being played. at: the step that comes next; turns: what was said so far."""

    def __init__(self, story: Story, session: Session, speaker: Speaker | None = None) -> None:
        self.story = story
        self.session = session
        self.at = 0
        self.turns: list[TurnRecord] = []
        self._speaker = speaker or Speaker(session, story.persona)
        self._watch = Watch() if story.is_steady else None
        self._answers = 0

    async def to_the_end(self) -> StoryRecord:
        """The story from its welcome to its last step."""
        await self.open()
        while not self.is_over:
            await self.advance()
        return self.record()

    @property
    def is_over(self) -> bool:
        return self.at >= len(self.story.steps)

    async def open(self) -> TurnRecord:
        """The welcome."""
        self._add(await self.session.open(), self.story.steps[0].place)
        return self.turns[-1]

    async def advance(self) -> None:
        """One thing said at most: a step, or one answer of a step that has several.

        A step that cannot be said is told once; the others are tried all the same.
        """
        step = self.story.steps[self.at]
        try:
            is_done = await self._said(step)
        except CannotSay as error:
            self.turns[-1].differences.append(Difference(step.place, _wish(step), str(error)))
            is_done = True
        if not is_done:
            return
        for check in step.checks:
            self._check(check)
        self.at, self._answers = self.at + 1, 0

    def record(self) -> StoryRecord:
        """What was played so far."""
        return StoryRecord(
            name=self.story.name,
            title=self.story.title,
            author=self.story.author,
            path=str(self.story.path),
            day=self.story.day.isoformat(),
            seed=self.story.seed,
            presentation=self.story.persona.presentation if self.story.persona else "",
            turns=self.turns,
        )

    async def _said(self, step: Step) -> bool:
        """Whether the step is said to its end. Raises CannotSay."""
        if step.until is not None:
            return await self._answered_until(step.until, step)
        if step.saying is not None:
            await self._say(step.saying, step)
        return True

    async def _say(self, saying: Saying, step: Step) -> None:
        if self.session.is_erased and not isinstance(saying, Menu):
            raise CannotSay("la conversation est effacée")
        self._add(await self._speaker.say(saying, step.speaker), step.place)

    async def _answered_until(self, question: str, step: Step) -> bool:
        """One answer more, unless the question is there; whether it is there now."""
        wanted = None if question == END else question
        asked = self.session.slots.get("requested_slot")
        if asked == wanted:
            return True
        if wanted and asked is None:
            raise CannotSay("il n'y a plus de question")
        if self._answers == MOST_ANSWERS:
            raise CannotSay(f"toujours pas, après {MOST_ANSWERS} réponses")
        self._answers += 1
        await self._say(AsPersona(), step)
        return bool(self.session.slots.get("requested_slot") == wanted)

    def _add(self, turn: TurnRecord, place: Place) -> None:
        """A turn in which something failed is a difference, whatever the story expects."""
        if turn.faults:
            received = " ; ".join(turn.faults)
            turn.differences.append(Difference(place, "un tour sans panne", received))
        elif self._watch:
            turn.differences += self._watch.look(
                turn, self.session.screen, self.session.slots, place
            )
        self.turns.append(turn)

    def _check(self, check: Check) -> None:
        turn = self.turns[-1]
        turn.checks += 1
        found = self._difference(check)
        if found is not None:
            turn.differences.append(found)

    def _difference(self, check: Check) -> Difference | None:
        if isinstance(check, TextCheck):
            return compare_text(check, self.session.screen)
        if isinstance(check, ButtonsCheck):
            return compare_buttons(check, self.session.screen)
        if isinstance(check, KeptCheck):
            return compare_kept(check, self.session.slots, self.session.catalogue)
        return compare_rows(check, self.session.engine, self.session.conversation_id)


def _wish(step: Step) -> str:
    if step.until is not None:
        return f"arriver à la question sur {question_words(step.until)}"
    return "pouvoir répondre ainsi"
