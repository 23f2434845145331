"""A saying of a story on the screen as it is: that button, that option, those words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.replay.in_french import question_words
from bot.replay.record import TurnRecord
from bot.replay.screen import Choice, Screen, named, plain
from bot.replay.session import Session
from bot.replay.story import (
    FIRST,
    PROPOSED,
    Answer,
    AsPersona,
    Depending,
    Menu,
    Persona,
    Pick,
    Press,
    Say,
    Saying,
    Tick,
)

Manner = Callable[[Saying, "str | None", int], Saying]


def _as_written(saying: Saying, question: str | None, count: int) -> Saying:
    return saying


class CannotSay(Exception):
    """What is to be pressed is not on screen; the message is in French."""


class Speaker:
    """Says things in a conversation, for a story and its persona.

    manner: makes what is said of what is written, given the question and how many were said."""

    def __init__(
        self, session: Session, persona: Persona | None, manner: Manner = _as_written
    ) -> None:
        self._session = session
        self._answers = PersonaAnswers(persona)
        self._manner = manner
        self._count = 0

    async def say(self, saying: Saying, speaker: str) -> TurnRecord:
        """Raises CannotSay."""
        question = self._session.slots.get("requested_slot")
        if isinstance(saying, AsPersona):
            saying = self._of_persona(saying.question)
        self._count += 1
        saying = self._manner(saying, question, self._count)
        if isinstance(saying, Say):
            return await self._session.say(saying.text, speaker)
        if isinstance(saying, Menu):
            return await self._session.menu(saying.command, speaker)
        assert not isinstance(saying, AsPersona)
        return await self._session.press(chosen(saying, self._session.screen), speaker)

    def _of_persona(self, question: str | None) -> Saying:
        question = question or self._session.slots.get("requested_slot") or ""
        return self._answers.to(question, self._session.screen)


class PersonaAnswers:
    """What a persona answers in one conversation: the next of its answers to each question."""

    def __init__(self, persona: Persona | None) -> None:
        self._persona = persona
        self._asked: dict[str, int] = {}

    def to(self, question: str, screen: Screen) -> Saying:
        """The persona's answer; where it has none, or its button is not there, a usual button.

        Raises CannotSay.
        """
        if self._persona is None:
            raise CannotSay("cette histoire n'a pas de persona ; ajoutez « persona: » en tête")
        if given := self._persona.answers.get(question):
            place = self._asked.get(question, 0)
            self._asked[question] = place + 1
            answer = settled(given[min(place, len(given) - 1)], screen)
            if not isinstance(answer, Press) or _is_there(answer, screen):
                return answer
        for title in self._persona.otherwise:
            if found := named(screen.buttons, title):
                return Press(found.title)
        raise CannotSay(
            f"le persona {self._persona.name} n’a pas de réponse ici "
            f"à la question sur {question_words(question)}. "
            f"Il y a : {_titles(screen.buttons)}"
        )


def _is_there(press: Press, screen: Screen) -> bool:
    try:
        _button(press.title, screen)
    except CannotSay:
        return False
    return True


def settled(answer: Answer, screen: Screen) -> Saying:
    """The answer once the question's words are known."""
    if not isinstance(answer, Depending):
        return answer
    words = plain(screen.text).casefold()
    return answer.yes if any(plain(w).casefold() in words for w in answer.words) else answer.no


def chosen(saying: Press | Tick | Pick, screen: Screen) -> Sequence[Choice]:
    """The choices meant. Raises CannotSay when one is not on screen."""
    if isinstance(saying, Press):
        return [_button(saying.title, screen)]
    if isinstance(saying, Pick):
        return [_picture(number, screen) for number in saying.numbers]
    options = screen.options
    if saying.word == FIRST:
        found = options[:1]
    elif saying.word == PROPOSED:
        found = [option for option in options if option.is_ticked]
    else:
        found = [_option(title, screen) for title in saying.titles]
    return found or [_none(screen)]


def _button(title: str | int, screen: Screen) -> Choice:
    buttons = screen.pressable
    if isinstance(title, int):
        found = buttons[title - 1] if 0 < title <= len(buttons) else None
    else:
        found = named(buttons, title)
    if found is None:
        raise CannotSay(f"pas de bouton « {title} » à l'écran. Il y a : {_titles(buttons)}")
    return found


def _option(title: str, screen: Screen) -> Choice:
    found = named(screen.options, title)
    if found is None:
        raise CannotSay(f"pas de case « {title} » à l'écran. Il y a : {_titles(screen.options)}")
    return found


def _picture(number: int, screen: Screen) -> Choice:
    found = next((option for option in screen.options if option.number == number), None)
    if found is None:
        raise CannotSay(f"pas d'image {number} à l'écran")
    return found


def _none(screen: Screen) -> Choice:
    if screen.none is None:
        raise CannotSay(f"pas de cases à cocher à l'écran. Il y a : {_titles(screen.buttons)}")
    return screen.none


def _titles(choices: Sequence[Choice]) -> str:
    return ", ".join(f"[{choice.title}]" for choice in choices) or "aucun"
