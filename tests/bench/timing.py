"""Times of one thing done for many people: its spread, beside its target and a plain version."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WARM_UP = 3
Work = Callable[[], object]


@dataclass(frozen=True)
class Times:
    """Milliseconds of each run, on the clock and of CPU, in the order they were run."""

    wall_ms: tuple[float, ...]
    cpu_ms: tuple[float, ...]

    @property
    def p50(self) -> float:
        return statistics.median(self.wall_ms)

    @property
    def p95(self) -> float:
        return percentile(self.wall_ms, 95)

    @property
    def cpu_p95(self) -> float:
        return percentile(self.cpu_ms, 95)


@dataclass(frozen=True)
class Result:
    """plain: the same samples by the plain version; None when there is none. target_ms: of p95."""

    name: str
    target_ms: float | None
    fast: Times
    plain: Times | None = None

    @property
    def is_met(self) -> bool | None:
        return None if self.target_ms is None else self.fast.p95 <= self.target_ms

    @property
    def ratios(self) -> tuple[float, ...]:
        """How many times as much CPU the plain version takes, sample by sample; empty without one.

        CPU, since the clock also counts what other programs do meanwhile.
        """
        pairs = zip(self.plain.cpu_ms, self.fast.cpu_ms, strict=True) if self.plain else ()
        return tuple(plain / fast for plain, fast in pairs)


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def timed(work: Work) -> tuple[float, float]:
    """Milliseconds on the clock and of CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


def measure(
    name: str, target_ms: float | None, fast: Sequence[Work], plain: Sequence[Work] = ()
) -> Result:
    """Each sample once; with a plain version both in turn, and every other time in turned order.

    The first samples are run once more before, for what is built at the first use. Garbage of what
    was measured before is not this one's.
    """
    gc.collect()
    for work in (*fast[:WARM_UP], *plain[:1]):
        work()
    if not plain:
        return Result(name, target_ms, _times([timed(work) for work in fast]))
    runs: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for place, (one, other) in enumerate(zip(fast, plain, strict=True)):
        if place % 2:
            slow = timed(other)
            runs.append((timed(one), slow))
        else:
            quick = timed(one)
            runs.append((quick, timed(other)))
    return Result(
        name, target_ms, _times([one for one, _ in runs]), _times([other for _, other in runs])
    )


def machine() -> dict[str, float | int | None]:
    """How busy the machine is: processors, and processes that ran or waited in the last minute."""
    return {"processors": os.cpu_count(), "load_1_minute": round(os.getloadavg()[0], 2)}


def _times(runs: Sequence[tuple[float, float]]) -> Times:
    return Times(tuple(wall for wall, _ in runs), tuple(cpu for _, cpu in runs))
