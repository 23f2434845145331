"""Whether a confidence of 70 % is right seven times in ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True)
class ConfidenceBin:
    """The answers whose confidence lies in [low, high): how many, their mean confidence, and the
    share of them that was right; both means are None in a bin without answers."""

    low: float
    high: float
    count: int
    confidence: float | None
    right: float | None


@dataclass(frozen=True)
class Calibration:
    """Reliability by bins of confidence; `error` is the expected calibration error: the mean gap
    between confidence and rightness, weighted by the answers of each bin. None without answers."""

    bins: tuple[ConfidenceBin, ...]
    error: float | None


def calibration(answers: Sequence[tuple[float, bool]]) -> Calibration:
    """Of (confidence 0-1, whether it was right) pairs, in ten bins of equal width."""
    bins = tuple(_bin(answers, number) for number in range(BINS))
    gaps = [
        one.count * abs(one.confidence - one.right)
        for one in bins
        if one.confidence is not None and one.right is not None
    ]
    return Calibration(bins, sum(gaps) / len(answers) if answers else None)


def _bin(answers: Sequence[tuple[float, bool]], number: int) -> ConfidenceBin:
    inside = [one for one in answers if min(int(one[0] * BINS), BINS - 1) == number]
    count = len(inside)
    return ConfidenceBin(
        number / BINS,
        (number + 1) / BINS,
        count,
        sum(confidence for confidence, _ in inside) / count if count else None,
        sum(is_right for _, is_right in inside) / count if count else None,
    )
