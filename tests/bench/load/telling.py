"""What a person of a story sends next, from what is on their screen and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ruamel.yaml import YAML

from bot.replay.names import ERASE
from bot.replay.player import MOST_ANSWERS
from bot.replay.screen import Choice, Screen, plain
from bot.replay.speaking import CannotSay, PersonaAnswers, chosen
from bot.replay.story import END, AsPersona, Menu, Pick, Press, Say, Saying, Step, Story, Tick
from bot.services.questions import QUESTIONS
from bot.settings import ROOT
from bot.web.errors import ApiError
from bot.web.requests import clean_text

PORTRAIT = "utter_portrait_"
FILLED = re.compile(r"\\\{\w+\\\}")
"""A place of a wording that is filled with facts, once the wording is escaped."""


@dataclass(frozen=True)
class Sent:
    """A message of the person: typed words, a command of the menu, or what was touched.

    places: of the buttons among those that can be pressed, or of the options (`is_list`); another
    screen with the same content has them at the same places.
    """

    text: str | None = None
    command: str | None = None
    places: tuple[int, ...] = ()
    is_list: bool = False

    @property
    def is_erasure(self) -> bool:
        return self.command == ERASE

    def touched(self, screen: Screen) -> list[Choice]:
        """The choices at its places. IndexError: the screen is another one."""
        offered = screen.options if self.is_list else screen.pressable
        return [offered[place] for place in self.places]

    def body(self, screen: Screen) -> dict[str, Any]:
        """What the widget would send, without the number of the message."""
        if self.text is not None:
            return {"text": self.text}
        if self.command is not None:
            return {"command": self.command}
        tokens = [choice.token for choice in self.touched(screen)]
        return {"choices": tokens} if self.is_list else {"choice": tokens[0]}


class Teller:
    """Tells one story. left_out: how many sayings had no button in this conversation, which may
    come by other ways than the one that the story was written for."""

    def __init__(self, story: Story) -> None:
        self.left_out = 0
        self._answers = PersonaAnswers(story.persona)
        self._steps = [step for step in story.steps if step.until or step.saying]
        self._given = 0

    def next(self, screen: Screen) -> Sent | None:
        """What comes next on this screen; None when the story is over."""
        while self._steps:
            try:
                saying = self._saying(self._steps[0], screen)
                sent = _sent(saying, screen) if saying else None
            except CannotSay:
                self.left_out += 1
                sent = None
            if sent is None or self._steps[0].until is None:
                self._steps.pop(0)
                self._given = 0
            if sent is not None:
                return sent
        return None

    def _saying(self, step: Step, screen: Screen) -> Saying | None:
        """None: the question that the persona answers up to has come."""
        if step.until is None and not isinstance(step.saying, AsPersona):
            return step.saying
        question = question_on(screen)
        if isinstance(step.saying, AsPersona):
            return self._answers.to(step.saying.question or question or "", screen)
        if question == (None if step.until == END else step.until) or question is None:
            return None
        self._given += 1
        if self._given > MOST_ANSWERS:
            raise CannotSay(f"toujours pas, après {MOST_ANSWERS} réponses")
        return self._answers.to(question, screen)


def _sent(saying: Saying, screen: Screen) -> Sent:
    """Raises CannotSay."""
    if isinstance(saying, Say):
        return Sent(text=_accepted(saying.text))
    if isinstance(saying, Menu):
        return Sent(command=saying.command)
    assert isinstance(saying, (Press, Tick, Pick))
    choices = chosen(saying, screen)
    is_list = choices[0].is_option
    offered = screen.options if is_list else screen.pressable
    return Sent(places=tuple(offered.index(choice) for choice in choices), is_list=is_list)


def _accepted(text: str) -> str:
    """Words that the page would refuse (none, or far too many) are not sent."""
    try:
        return clean_text(text)
    except ApiError as error:
        raise CannotSay(error.message) from error


def question_on(screen: Screen) -> str | None:
    """The question that is asked last on the screen, as a reader tells it by its words."""
    found = None
    for message in screen.messages:
        if message["type"] == "scene":
            found = "scene"
        elif message["type"] == "text":
            words = plain(message["text"])
            found = next((name for wording, name in wordings() if wording.fullmatch(words)), found)
    return found


@cache
def wordings() -> Sequence[tuple[re.Pattern[str], str]]:
    """Every wording of a question in domain.yml, longest first, and the question's name."""
    domain = YAML(typ="safe").load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    texts = {
        plain(one["text"]): question
        for name, responses in domain["responses"].items()
        if (question := _question(name))
        for one in responses
    }
    ordered = sorted(texts.items(), key=lambda pair: -len(pair[0]))
    return [(re.compile(FILLED.sub(".*", re.escape(text)), re.DOTALL), q) for text, q in ordered]


def _question(response: str) -> str | None:
    """The question that a response asks: utter_ask_NAME, or utter_ask_NAME_…"""
    if response.startswith(PORTRAIT):
        return "portrait"
    named = [one for one in QUESTIONS if f"{response}_".startswith(f"utter_ask_{one}_")]
    return max(named, key=len, default=None)
