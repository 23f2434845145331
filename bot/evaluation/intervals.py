"""Figures with what chance leaves open: bootstrap intervals over the people or jobs measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.evaluation.share import SURE_95

Rows = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Estimate:
    """A figure, and the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def bootstrap(
    measure: Callable[[Rows], float], size: int, resamples: int = 1000, seed: int = 0
) -> Estimate:
    """`measure` of all the rows, then of as many drawn with replacement (percentile method).

    Raises ValueError when there is nothing to measure.
    """
    if size == 0:
        raise ValueError("nothing to measure")
    chance = np.random.default_rng(seed)
    drawn = [measure(chance.integers(size, size=size)) for _ in range(resamples)]
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Estimate(measure(np.arange(size)), float(low), float(high))


def around_value(
    measure: Callable[[Rows], float], size: int, resamples: int = 1000, seed: int = 0
) -> Estimate:
    """`measure` of all the rows, give or take 1.96 of the deviation that resampling shows.

    For measures of inequality: rows that are drawn twice are alike by themselves, so that every
    resample is more unequal than what was measured. Raises ValueError as `bootstrap` does.
    """
    if size == 0:
        raise ValueError("nothing to measure")
    chance = np.random.default_rng(seed)
    drawn = [measure(chance.integers(size, size=size)) for _ in range(resamples)]
    value, half = measure(np.arange(size)), SURE_95 * float(np.std(drawn))
    return Estimate(value, value - half, value + half)


def mean_of(values: Floats, resamples: int = 1000, seed: int = 0) -> Estimate:
    """The mean of `values`."""
    return bootstrap(lambda rows: float(values[rows].mean()), len(values), resamples, seed)
