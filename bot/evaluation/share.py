"""A share counted on cases, with the interval in which the true share lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

# Standard normal value of a two-sided 95 % interval.
SURE_95 = 1.959964


@dataclass(frozen=True)
class Share:
    """`count` of `total` cases; low and high bound the true share at 95 % (Wilson's interval,
    which stays inside 0-1 and holds for few cases). Without any case all three are None."""

    count: int
    total: int

    @classmethod
    def of(cls, answers: Iterable[bool]) -> Share:
        found = list(answers)
        return cls(sum(found), len(found))

    @property
    def value(self) -> float | None:
        return self.count / self.total if self.total else None

    @property
    def low(self) -> float | None:
        return self._bound(-1)

    @property
    def high(self) -> float | None:
        return self._bound(1)

    def _bound(self, side: int) -> float | None:
        if not self.total:
            return None
        share, squared = self.count / self.total, SURE_95**2
        middle = share + squared / (2 * self.total)
        half = SURE_95 * sqrt((share * (1 - share) + squared / (4 * self.total)) / self.total)
        bound = (middle + side * half) / (1 + squared / self.total)
        return min(1.0, max(0.0, bound))
