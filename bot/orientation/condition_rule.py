"""What an answer leaves open of a condition: decided or not, and by which facts it still can be.

A condition is laid out once in the cases in which it holds and those in which it fails
(condition_logic.py). Each answer rules some out. While cases of both kinds are left, nothing is
decided. A missing fact can decide when a case that holds and one that fails differ in it alone.
This sees that "this or not this" is decided, which Kleene's tables (condition_truth.py) do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from bot.orientation.condition_logic import (
    PossibleCase,
    TooManyCases,
    Values,
    is_empty,
    meeting,
    possible_cases,
)
from bot.orientation.condition_truth import Facts, Value, holds
from bot.orientation.offer import Condition, facts_of

MOST_PAIRS = 100_000


class Left(NamedTuple):
    """The cases left after some answers, as bits: those that hold and those that fail."""

    holding: int
    failing: int

    @property
    def pairs(self) -> int:
        """How much is still open: 0 once decided."""
        return _count(self.holding) * _count(self.failing)


@dataclass(frozen=True, eq=False)
class Rule:
    """A condition laid out. crossings: for each case that holds, the cases that fail and differ
    from it in one fact alone, by that fact."""

    holding: tuple[PossibleCase, ...]
    failing: tuple[PossibleCase, ...]
    crossings: tuple[Mapping[str, int], ...]

    def after(self, left: Left, facts: Facts) -> Left:
        """What is left after some more answers."""
        holding, failing = left
        for fact, value in facts.items():
            if fact in self.facts:
                kept = _kept(self, fact, value)
                holding, failing = holding & kept.holding, failing & kept.failing
        return Left(holding, failing)

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset(fact for case in (*self.holding, *self.failing) for fact in case)

    @cached_property
    def whole(self) -> Left:
        """What is left before any answer."""
        return Left((1 << len(self.holding)) - 1, (1 << len(self.failing)) - 1)


@dataclass(frozen=True)
class Judgement:
    """What some answers leave open of a condition, judged by its cases."""

    rule: Rule
    left: Left

    @property
    def verdict(self) -> bool | None:
        """Whether all that may still be the case agrees, and on what; None: it does not."""
        if self.left.holding and self.left.failing:
            return None
        return bool(self.left.holding)

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """The missing facts of which some answer can still change the outcome, by name."""
        found = {
            fact
            for at in _bits(self.left.holding)
            for fact, failing in self.rule.crossings[at].items()
            if failing & self.left.failing
        }
        return tuple(sorted(found))

    def share_left(self, answers: Facts) -> float:
        """How much of what is open stays so after more answers: 0 decided, 1 as before."""
        pairs = self.left.pairs
        return self.rule.after(self.left, answers).pairs / pairs if pairs else 0.0


@dataclass(frozen=True)
class KleeneJudgement:
    """The same for a condition of too many cases, by Kleene's tables: it decides less often."""

    condition: Condition
    facts: Facts

    @property
    def verdict(self) -> bool | None:
        return holds(self.condition, self.facts)

    @property
    def deciding(self) -> tuple[str, ...]:
        """All facts that are missing."""
        missing = set(facts_of(self.condition)) - set(self.facts)
        return tuple(sorted(missing)) if self.verdict is None else ()

    def share_left(self, answers: Facts) -> float:
        return float(holds(self.condition, {**self.facts, **answers}) is None)


def judge(condition: Condition, facts: Facts) -> Judgement | KleeneJudgement:
    """What is known decides or leaves open of a condition."""
    rule = rule_of(condition)
    if rule is None:
        return KleeneJudgement(condition, facts)
    return Judgement(rule, rule.after(rule.whole, facts))


@lru_cache(maxsize=1024)
def rule_of(condition: Condition) -> Rule | None:
    """The condition laid out; None when it has too many cases."""
    try:
        holding = tuple(possible_cases(condition, holds=True))
        failing = tuple(possible_cases(condition, holds=False))
    except TooManyCases:
        return None
    if len(holding) * len(failing) > MOST_PAIRS:
        return None
    return Rule(holding, failing, tuple(_crossings(case, failing) for case in holding))


def _crossings(case: PossibleCase, failing: tuple[PossibleCase, ...]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for at, other in enumerate(failing):
        apart = [fact for fact in case.keys() & other.keys() if _differ(case[fact], other[fact])]
        if len(apart) == 1:
            found[apart[0]] = found.get(apart[0], 0) | 1 << at
    return found


def _differ(one: Values, other: Values) -> bool:
    return is_empty(meeting(one, other))


@lru_cache(maxsize=16_384)
def _kept(rule: Rule, fact: str, value: Value) -> Left:
    """The cases that allow an answer."""
    return Left(_allowing(rule.holding, fact, value), _allowing(rule.failing, fact, value))


def _allowing(cases: tuple[PossibleCase, ...], fact: str, value: Value) -> int:
    return sum(
        1 << at for at, case in enumerate(cases) if fact not in case or _allows(case[fact], value)
    )


def _allows(values: Values, value: Value) -> bool:
    if isinstance(values, frozenset):
        return str(value) in values
    return values.has(float(value))


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _count(mask: int) -> int:
    return bin(mask).count("1")
