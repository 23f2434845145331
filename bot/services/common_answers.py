"""Answers that many questions have in common: yes, no, one of a few values, none at all."""

from __future__ import annotations

from typing import Any

from bot.orientation import answers
from bot.services.questions import DECLINED, UNKNOWN, Situation


def yes_no(situation: Situation) -> str | None:
    if situation.chosen in ("yes", "no"):
        return str(situation.chosen)
    given_up = unanswered(situation)
    if given_up:
        return given_up
    said = answers.read_yes_no(situation.message.text)
    if said is None and not situation.message.entities:
        said = {"affirm": True, "deny": False}.get(situation.message.intent or "")
    return None if said is None else ("yes" if said else "no")


def one_of(situation: Situation, allowed: tuple[str, ...]) -> str | None:
    return situation.chosen if situation.chosen in allowed else None


def unanswered(situation: Situation) -> str | None:
    if doubts(situation):
        return UNKNOWN
    return DECLINED if declines(situation) else None


def doubts(situation: Situation) -> bool:
    return situation.chosen == UNKNOWN or answers.read_dont_know(situation.message.text)


def declines(situation: Situation) -> bool:
    return situation.chosen == DECLINED or answers.read_prefer_not(situation.message.text)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
