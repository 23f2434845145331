"""Whether a condition can hold at all, and whether it can fail: a fiche says neither by mistake.

Each condition is laid out as alternatives of facts that hold together; one alternative in which
every fact keeps a possible value is enough for it to hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from bot.orientation.circumstances import CIRCUMSTANCES, INFINITY, OTHER
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within


class TooManyCases(ValueError):
    """A condition with more alternatives than a person could follow."""


MOST_CASES = 20_000


@dataclass(frozen=True)
class Span:
    """The numbers between two limits, each included or not; the measures of facts are never
    negative."""

    least: float = 0.0
    most: float = INFINITY
    has_least: bool = True
    has_most: bool = True

    def meeting(self, other: Span) -> Span:
        low = max((self.least, not self.has_least), (other.least, not other.has_least))
        high = min((self.most, self.has_most), (other.most, other.has_most))
        return Span(low[0], high[0], not low[1], high[1])

    @property
    def is_empty(self) -> bool:
        if self.least == self.most:
            return not (self.has_least and self.has_most)
        return self.least > self.most

    def has(self, number: float) -> bool:
        return not self.meeting(Span(number, number)).is_empty


Values = frozenset[str] | Span
Case = tuple[tuple[str, Values], ...]
PossibleCase = Mapping[str, Values]
"""Facts and the values that each may have; a person is in this case when all are theirs."""


def can_hold(condition: Condition) -> bool:
    """Whether some person could fulfil it. Raises TooManyCases."""
    return bool(possible_cases(condition, holds=True))


def can_fail(condition: Condition) -> bool:
    """Whether some person could miss it. Raises TooManyCases."""
    return bool(possible_cases(condition, holds=False))


def possible_cases(condition: Condition, holds: bool) -> list[PossibleCase]:
    """The cases in which it holds, or those in which it fails. Raises TooManyCases."""
    merged = (_merged(case) for case in _cases(condition, holds))
    return [case for case in merged if not any(is_empty(values) for values in case.values())]


def parts_of(condition: Condition) -> Iterator[Condition]:
    """The condition and every condition inside it."""
    yield condition
    if isinstance(condition, (AllOf, AnyOf)):
        for part in condition.parts:
            yield from parts_of(part)
    elif isinstance(condition, Not):
        yield from parts_of(condition.part)


def _cases(condition: Condition, holds: bool) -> list[Case]:
    """The alternatives under which the condition holds, or under which it fails."""
    if isinstance(condition, Not):
        return _cases(condition.part, not holds)
    if isinstance(condition, (AllOf, AnyOf)):
        parts = [_cases(part, holds) for part in condition.parts]
        together = isinstance(condition, AllOf) == holds
        return _together(parts) if together else [case for cases in parts for case in cases]
    return [((condition.fact, values),) for values in _values(condition, holds)]


def _together(parts: list[list[Case]]) -> list[Case]:
    count = 1
    for cases in parts:
        count *= len(cases)
    if count > MOST_CASES:
        raise TooManyCases
    return [tuple(one for case in chosen for one in case) for chosen in product(*parts)]


def _values(leaf: IsTrue | OneOf | Within, holds: bool) -> tuple[Values, ...]:
    if isinstance(leaf, IsTrue):
        return (frozenset({str(holds)}),)
    if isinstance(leaf, OneOf):
        named = frozenset(leaf.values)
        others = frozenset(CIRCUMSTANCES[leaf.fact].choices).union({OTHER}) - named
        return (named if holds else others,)
    least = 0.0 if leaf.at_least is None else leaf.at_least
    most = INFINITY if leaf.at_most is None else leaf.at_most
    if holds:
        return (Span(least, most),)
    return Span(0, least, has_most=False), Span(most, INFINITY, has_least=False)


def _merged(case: Case) -> PossibleCase:
    kept: dict[str, Values] = {}
    for fact, values in case:
        kept[fact] = meeting(kept[fact], values) if fact in kept else values
    return kept


def meeting(one: Values, other: Values) -> Values:
    if isinstance(one, Span) and isinstance(other, Span):
        return one.meeting(other)
    assert isinstance(one, frozenset) and isinstance(other, frozenset)
    return one & other


def is_empty(values: Values) -> bool:
    return values.is_empty if isinstance(values, Span) else not values
