"""A recorded conversation is held once more, from its scrubbed words alone.

Its seed is another one than that of the conversation, and its commune may be: what is asked may
differ by a question, and the list of jobs will. So the steps follow the questions: one that comes
unexpectedly is answered as it was before, or left aside; an answer to what is not asked any more
falls out. What is proposed to be checked comes from here, never from the conversation itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.replay.editing.yaml_text import dump
from bot.replay.in_french import say_in_french
from bot.replay.player import Player
from bot.replay.reading import read_text
from bot.replay.record import TurnRecord
from bot.replay.recording.draft import READY, Draft, DraftStep
from bot.replay.recording.proposals import ERASED, proposals
from bot.replay.screen import Screen, named, plain
from bot.replay.session import Session
from bot.replay.speaking import CannotSay, Speaker
from bot.replay.story import CANDIDATE, Menu, Press, Saying, Step
from bot.replay.walks.writing import written
from bot.services.questions import QUESTIONS

WAYS_ON = (
    "Passer", "Je ne sais pas", "Continuer", "Non, c’est tout", "C’est juste", "Un peu",
    "Répondre à des phrases", "Non",
)  # fmt: skip
"""Buttons that lead on from a question that nobody answered in the conversation."""
MOST_ADDED = 30


class Unreadable(Exception):
    """The steps are no story; the message is in French."""


async def rehearse(draft: Draft, player: Player) -> Draft:
    """The draft with steps that can be played, what was answered, and checks. Raises Unreadable."""
    story = _story(draft)
    stem = draft.name.rpartition("/")[2]
    session = player.conversation(stem, draft.seed, story.day)
    await session.forget()
    opened = await session.open()
    rehearsal = _Rehearsal(session, draft.steps, story.steps)
    await rehearsal.all()
    await session.forget()
    return replace(
        draft,
        steps=tuple(rehearsal.done),
        welcome=proposals(opened),
        left_out=tuple(rehearsal.left_out),
        state=READY,
        reason=None,
    )


class _Rehearsal:
    """The steps, one after the other, on the screen as it is now."""

    def __init__(self, session: Session, wanted: Sequence[DraftStep], read: Sequence[Step]) -> None:
        self._session = session
        self._speaker = Speaker(session, None)
        self._steps = list(zip(wanted, (one.saying for one in read), strict=True))
        self._knows_questions = any(step.question for step in wanted)
        self._answers: dict[str, Saying] = {}
        self._added = 0
        self.done: list[DraftStep] = []
        self.left_out: list[str] = []

    async def all(self) -> None:
        for place, (step, saying) in enumerate(self._steps):
            assert saying is not None
            await self._until(step, place)
            if self._is_over(step, saying) or not await self._say(step, saying):
                self.left_out.append(say_in_french(saying))

    @property
    def _asked(self) -> str | None:
        asked: str | None = self._session.slots.get("requested_slot")
        return asked

    async def _until(self, step: DraftStep, place: int) -> None:
        """Answers questions that come before the one that this step answers."""
        while self._comes_first(step) and self._added < MOST_ADDED:
            asked = self._asked or ""
            saying = self._answers.get(asked) or self._later_answer(asked, place) or self._way_on()
            self._added += 1
            if saying is None or not await self._say(_added(asked, saying), saying):
                return

    def _comes_first(self, step: DraftStep) -> bool:
        asked, wanted = self._asked, step.question
        if asked is None or asked == wanted or asked not in QUESTIONS or self._session.is_erased:
            return False
        if wanted is None:
            # What is said once all questions were answered waits for the last of them.
            return self._knows_questions
        return wanted in QUESTIONS and QUESTIONS.index(asked) < QUESTIONS.index(wanted)

    def _is_over(self, step: DraftStep, saying: Saying) -> bool:
        """Whether the question that is answered by touching is not asked any more."""
        asked, wanted = self._asked, step.question
        if wanted is None or asked == wanted or isinstance(saying, Menu):
            return False
        if wanted not in QUESTIONS:
            return False
        return asked is None or (
            asked in QUESTIONS and QUESTIONS.index(asked) > QUESTIONS.index(wanted)
        )

    def _later_answer(self, asked: str, place: int) -> Saying | None:
        """What the person answers to this question further on."""
        return next(
            (saying for step, saying in self._steps[place:] if step.question == asked), None
        )

    def _way_on(self) -> Saying | None:
        buttons = self._session.screen.pressable
        for title in WAYS_ON:
            found = named(buttons, title)
            if found and plain(found.title) == plain(title):
                return Press(found.title)
        return None

    async def _say(self, step: DraftStep, saying: Saying) -> bool:
        """False: it cannot be said on this screen, or the web app refuses it."""
        asked = self._asked
        if self._session.is_erased:
            return False
        try:
            turn = await self._speaker.say(saying, step.speaker)
        except CannotSay:
            return False
        if turn.refusal:
            return False
        if asked:
            self._answers.setdefault(asked, saying)
        found = ERASED if self._session.is_erased else proposals(turn)
        self.done.append(replace(step, proposals=found, shown=_shown(turn)))
        return True


def _added(asked: str, saying: Saying) -> DraftStep:
    return DraftStep(CANDIDATE, written(saying), asked, was_added=True)


def _shown(turn: TurnRecord) -> tuple[str, ...]:
    return tuple(Screen(turn.messages).bubbles)


def _story(draft: Draft) -> Any:
    """The steps as the real reader reads them."""
    content: dict[str, Any] = {
        "histoire": draft.title or "sans titre",
        "auteur": draft.author or "inconnu",
        "date": draft.day,
        "étapes": [{step.speaker: step.saying} for step in draft.steps],
    }
    text = dump(content).replace(f"date: '{draft.day}'", f"date: {draft.day}")
    story, problems = read_text(Path(f"{draft.name}.yml"), text)
    if story is None or problems:
        raise Unreadable(" ".join(one.reason for one in problems) or "cette histoire est vide")
    return story
