"""An invented person: what they say next, at random from their seed and from what is on screen."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.replay.screen import Screen
from bot.replay.story import Answer, Menu, Persona, Press, Say, Saying, Tick
from bot.replay.walks.words import FREE_TEXTS

MENU = ("go_back", "go_back", "help", "why_question", "human", "restart")
PRESS, TYPE, WANDER, USE_MENU = "press", "type", "wander", "menu"
HABITS = {PRESS: 60, TYPE: 18, WANDER: 17, USE_MENU: 5}
LEAVING = frozenset({"Non merci", "Recommencer"})
"""Buttons that would end most conversations early: pressed one time in ten."""
MOST_TICKS = 4


@dataclass(frozen=True)
class Typed:
    """Words that people type in answer to a question, from the personas of the stories."""

    by_question: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, personas: Sequence[Persona]) -> Typed:
        found: dict[str, list[str]] = {}
        for persona in personas:
            for question, answers in persona.answers.items():
                found.setdefault(question, []).extend(_words(answers))
        return cls({question: tuple(dict.fromkeys(words)) for question, words in found.items()})


def _words(answers: Sequence[Answer]) -> list[str]:
    return [answer.text for answer in answers if isinstance(answer, Say)]


class Walker:
    """One person. The same seed and the same screens give the same sayings."""

    def __init__(self, seed: str, typed: Typed) -> None:
        self._chance = random.Random(seed)  # noqa: S311 (repeatable on purpose, nothing secret)
        self._typed = typed

    def next_saying(self, screen: Screen, question: str | None) -> Saying:
        """What they do with what they see."""
        (habit,) = self._chance.choices([*HABITS], [*HABITS.values()])
        if habit == PRESS and (screen.pressable or screen.options):
            return self._pressed(screen)
        words = self._typed.by_question.get(question or "", ())
        if habit in (PRESS, TYPE) and words:
            return Say(self._chance.choice(words))
        if habit == USE_MENU:
            return Menu(self._chance.choice(MENU))
        return Say(self._chance.choice(FREE_TEXTS))

    def _pressed(self, screen: Screen) -> Saying:
        options = [option.title for option in screen.options]
        if options and self._chance.random() < 0.7:  # noqa: PLR2004
            count = self._chance.randint(0, min(MOST_TICKS, len(options)))
            return Tick(tuple(self._chance.sample(options, count)))
        titles = [button.title for button in screen.pressable]
        if not titles:
            return Tick()
        title = self._chance.choice(titles)
        if title in LEAVING and self._chance.random() < 0.9:  # noqa: PLR2004
            title = self._chance.choice(titles)
        return Press(title)
