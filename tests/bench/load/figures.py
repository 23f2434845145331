"""The arithmetic of the loads: spreads, ratios by pairs, slopes."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import theilslopes

from tests.bench.timing import percentile


@dataclass(frozen=True)
class Spread:
    """Milliseconds: median, 95th and 99th percentile, longest; `count` values. None: no value."""

    count: int
    p50: float | None
    p95: float | None
    p99: float | None
    longest: float | None

    @classmethod
    def of_seconds(cls, seconds: Sequence[float]) -> Spread:
        if not seconds:
            return cls(0, None, None, None, None)
        found = [1000 * percentile(seconds, percent) for percent in (50, 95, 99, 100)]
        return cls(len(seconds), *found)


@dataclass(frozen=True)
class Ratios:
    """How many times as much the first of each pair is as the second: median, lowest, highest."""

    median: float
    lowest: float
    highest: float

    @classmethod
    def of_pairs(cls, firsts: Sequence[float], seconds: Sequence[float]) -> Ratios:
        """Pairs were measured one after the other, so that a busy machine slows both."""
        ratios = [one / other for one, other in zip(firsts, seconds, strict=True)]
        return cls(statistics.median(ratios), min(ratios), max(ratios))


@dataclass(frozen=True)
class Slope:
    """Growth per thousand turns, with its interval at 95 %."""

    per_thousand: float
    low: float
    high: float

    @property
    def is_flat(self) -> bool:
        """Nothing shows growth: the interval reaches zero or lies below."""
        return self.low <= 0

    @classmethod
    def of(cls, turns: Sequence[float], values: Sequence[float]) -> Slope:
        """Theil-Sen: the median of the slopes between all pairs of samples, which a few samples
        taken in the middle of a big turn do not move."""
        found = theilslopes(values, turns)
        per_turn = (found.slope, found.low_slope, found.high_slope)
        return cls(*(1000 * float(one) for one in per_turn))


def is_within(moment: float, start: float, end: float) -> bool:
    """The start belongs to a window of time, its end to the next one."""
    return start <= moment < end
