"""Steps of the interview that many tests walk through, in the way of statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FIRST_STATEMENT = "Oui, tout à fait"
"""A button of every statement."""
FIRST_WAY = "Répondre à des phrases"
"""A button of the question on ways, whatever pictures and story there are."""


def answer_statements(person: Any, answer: Callable[[Any], str]) -> None:
    """Presses the button that `answer` gives until there are no more statements, then agrees."""
    if FIRST_WAY in person.buttons:
        person.choose(FIRST_WAY)
    while FIRST_STATEMENT in person.buttons:
        person.choose(answer(person))
    agree(person)


def agree(person: Any) -> None:
    """Goes on from what was understood, whether something was or not."""
    person.choose("C’est juste" if "C’est juste" in person.buttons else "Continuer")


def a_bit(person: Any) -> str:
    return "Un peu"


def now_and_then(person: Any) -> str:
    """Some of both, by the length of the statement."""
    return "Un peu" if len(person.texts) % 2 else FIRST_STATEMENT
