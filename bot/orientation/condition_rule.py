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


@dataclass(frozen=True)
class Left:
    """The cases left after some answers, as bits: those that hold and those that fail."""

    holding: int
    failing: int

    @property
    def verdict(self) -> bool | None:
        if self.holding and self.failing:
            return None
        return bool(self.holding)

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

    def left(self, facts: Facts) -> Left:
        left = Left(_all(self.holding), _all(self.failing))
        for fact in self.facts:
            if fact in facts:
                left = self.after(left, fact, facts[fact])
        return left

    def after(self, left: Left, fact: str, value: Value) -> Left:
        """What one more answer leaves."""
        kept = _kept(self, fact, value)
        return Left(left.holding & kept.holding, left.failing & kept.failing)

    def deciding(self, left: Left) -> tuple[str, ...]:
        """The facts of which some answer can still change the outcome, by name."""
        found = {
            fact
            for at in _bits(left.holding)
            for fact, failing in self.crossings[at].items()
            if failing & left.failing
        }
        return tuple(sorted(found))

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset(fact for case in (*self.holding, *self.failing) for fact in case)


@lru_cache(maxsize=1024)
def rule_of(condition: Condition) -> Rule:
    """The condition laid out. Raises TooManyCases."""
    holding = tuple(possible_cases(condition, holds=True))
    failing = tuple(possible_cases(condition, holds=False))
    if len(holding) * len(failing) > MOST_PAIRS:
        raise TooManyCases
    return Rule(holding, failing, tuple(_crossings(case, failing) for case in holding))


def verdict_of(condition: Condition, facts: Facts) -> bool | None:
    """Whether all completions of the facts agree, and on what; None: they do not.

    A condition of too many cases is judged by Kleene's tables, which decide less often.
    """
    try:
        return rule_of(condition).left(facts).verdict
    except TooManyCases:
        return holds(condition, facts)


def deciding_facts(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """The missing facts that can still decide, by name; none once decided.

    Of a condition of too many cases: all that are missing.
    """
    try:
        rule = rule_of(condition)
    except TooManyCases:
        is_open = holds(condition, facts) is None
        return tuple(sorted(set(facts_of(condition)) - set(facts))) if is_open else ()
    return rule.deciding(rule.left(facts))


def share_left(condition: Condition, facts: Facts, answers: Facts) -> float:
    """How much of what is open stays so after some more answers: 0 decided, 1 as before."""
    try:
        rule = rule_of(condition)
    except TooManyCases:
        return float(holds(condition, {**facts, **answers}) is None)
    before = after = rule.left(facts)
    for fact, value in answers.items():
        after = rule.after(after, fact, value)
    return after.pairs / before.pairs if before.pairs else 0.0


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


def _all(cases: tuple[PossibleCase, ...]) -> int:
    return (1 << len(cases)) - 1


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _count(mask: int) -> int:
    return bin(mask).count("1")
