"""`memory`: what each process holds over 10,000 turns; it must not grow.

Conversations are opened, played and left, every other one erased. Memory is sampled by the clock
and told by the number of turns. The first fifth is warm-up: caches fill, pools reach their size.
"""

from __future__ import annotations

import time
from bisect import bisect
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.replay.story import Story
from tests.bench.load.crowd import Load, Order, generator, run
from tests.bench.load.figures import Slope
from tests.bench.load.house import house
from tests.bench.load.parts import Parts, memory_of

FULL_TURNS, QUICK_TURNS = 10_000, 1_500
PEOPLE = 8
SAMPLE_SECONDS = 0.5
WARM_UP = 0.2


@dataclass(frozen=True)
class Sample:
    """Memory of each part, in MB, after so many turns."""

    turns: int
    memory_mb: dict[str, float]


@dataclass(frozen=True)
class Memory:
    """slopes_mb: growth of each part per thousand turns, once warm."""

    turns: int
    conversations: int
    faults: int
    samples: list[Sample]
    slopes_mb: dict[str, Slope]


def measure(stories: Sequence[Story], folder: Path, seed: int, is_quick: bool) -> Memory:
    turns = QUICK_TURNS if is_quick else FULL_TURNS
    with house(folder) as running, generator() as pool:
        order = Order(
            running.urls,
            tuple(stories),
            PEOPLE,
            seed,
            most_turns=turns,
            patience_seconds=30.0,
            erases=True,
        )
        load, raw = _sampled(pool.submit(run, order), running.parts)
    moments = sorted(turn.done for turn in load.turns)
    samples = [Sample(bisect(moments, moment), memory) for moment, memory in raw]
    opened = sum(turn.kind == "open" for turn in load.turns)
    faults = sum(len(turn.faults) for turn in load.turns)
    return Memory(len(load.turns), opened, faults, samples, slopes(samples))


def _sampled(
    loading: Future[Load], parts: Parts
) -> tuple[Load, list[tuple[float, dict[str, float]]]]:
    found = []
    while not loading.done():
        found.append((time.monotonic(), memory_of(parts)))
        time.sleep(SAMPLE_SECONDS)
    return loading.result(), found


def slopes(samples: Sequence[Sample]) -> dict[str, Slope]:
    """Of each part, over the samples that were taken once warm."""
    most = samples[-1].turns
    warm = [sample for sample in samples if WARM_UP * most <= sample.turns < most]
    return {
        part: Slope.of(
            [sample.turns for sample in warm], [sample.memory_mb[part] for sample in warm]
        )
        for part in samples[0].memory_mb
    }


def as_lines(found: Memory) -> list[str]:
    first, last = found.samples[0], found.samples[-1]
    most = max(sum(sample.memory_mb.values()) for sample in found.samples)
    return [
        f"{found.turns} tours, {found.conversations} conversations, {found.faults} pannes",
        *[
            f"{part:6} {first.memory_mb[part]:6.0f} -> {last.memory_mb[part]:6.0f} Mo ; pente "
            f"{slope.per_thousand:+.2f} Mo pour mille tours "
            f"(95 % : {slope.low:+.2f} à {slope.high:+.2f})"
            f"{'' if slope.is_flat else ' : grandit'}"
            for part, slope in found.slopes_mb.items()
        ],
        f"ensemble : {most:.0f} Mo au plus",
    ]


def as_dict(found: Memory) -> dict[str, Any]:
    return asdict(found)
