"""Answers about a person's circumstances -> typed facts, each value checked.

Facts for support offers are kept apart from the profile: none of them ever ranks a job.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.orientation.circumstances import (
    BOOLEAN,
    CHOICE,
    CIRCUMSTANCES,
    INFINITY,
    NUMBER,
    OTHER,
    Circumstance,
)
from bot.orientation.condition_truth import Facts, Value

UNKNOWN, DECLINED = "unknown", "declined"
""" "I do not know" and "I prefer not to say": answers, and the question is not asked again."""
NONE = "none"
"""Of a number that only some people have, such as the age of a child."""
LARGEST = 1_000_000
_YES_NO: Mapping[object, bool] = {"yes": True, "no": False}


class WrongAnswer(ValueError):
    """An answer cannot be used; the message (in French) names the fact and what to write."""


@dataclass(frozen=True)
class Circumstances:
    """What a person told, left out of repr. not_asked: what they do not know or will not say."""

    facts: Facts = field(default_factory=dict, repr=False)
    not_asked: frozenset[str] = frozenset()


def read_circumstances(given: object) -> Circumstances:
    """{fact: value, "unknown" or "declined"} -> what is known. Raises WrongAnswer."""
    if not isinstance(given, Mapping):
        raise WrongAnswer("les réponses doivent être un objet JSON : { … }")
    for fact in given:
        if fact not in CIRCUMSTANCES:
            raise WrongAnswer(f"« {fact} » n'est pas un fait connu")
    closed = {fact for fact, value in given.items() if value in (UNKNOWN, DECLINED)}
    told = {fact: value for fact, value in given.items() if fact not in closed}
    facts = {fact: read_answer(CIRCUMSTANCES[fact], value) for fact, value in told.items()}
    return Circumstances(facts, frozenset(closed))


def read_answer(circumstance: Circumstance, given: object) -> Value:
    """The typed value of a JSON value, of a button, or of a number that was typed.

    Raises WrongAnswer.
    """
    return _READERS[circumstance.kind](circumstance, given)


def _boolean(circumstance: Circumstance, given: object) -> bool:
    found = given if isinstance(given, bool) else _YES_NO.get(str(given))
    if found is None:
        raise WrongAnswer(f"{circumstance.name} : écrivez true ou false")
    return found


def _choice(circumstance: Circumstance, given: object) -> str:
    if isinstance(given, str) and given in {*circumstance.choices, OTHER}:
        return given
    allowed = ", ".join(dict.fromkeys((*circumstance.choices, OTHER)))
    raise WrongAnswer(f"{circumstance.name} : « {given} » ; possibles : {allowed}")


def _number(circumstance: Circumstance, given: object) -> float:
    if given == NONE and circumstance.none:
        return INFINITY
    found = _as_float(given)
    if found is None or not 0 <= found <= LARGEST:
        also = f' ou "{NONE}"' if circumstance.none else ""
        raise WrongAnswer(f"{circumstance.name} : écrivez un nombre de {circumstance.unit}{also}")
    return found


def _as_float(given: object) -> float | None:
    if isinstance(given, bool) or not isinstance(given, (int, float, str)):
        return None
    try:
        return float(given.replace(",", ".") if isinstance(given, str) else given)
    except (ValueError, OverflowError):
        return None


_READERS: Mapping[str, Callable[[Circumstance, object], Value]] = {
    BOOLEAN: _boolean,
    CHOICE: _choice,
    NUMBER: _number,
}
