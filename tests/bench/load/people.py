"""`people`: 1, 20 and 50 people at human pace, then flat out: turns, latency, CPU, memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.replay.story import Story
from tests.bench.load.crowd import FLAT, HUMAN, Load, Order, gather
from tests.bench.load.figures import Spread
from tests.bench.load.house import House, house, own_servers
from tests.bench.load.parts import memory_of


@dataclass(frozen=True)
class Round:
    """One crowd, and what it measured. cpu_ms: of a turn, by part. memory_mb: after it."""

    people: int
    pace: str
    turns: int
    turns_a_second: float
    turns_a_cpu_second: float
    latency_ms: Spread
    late_ms: Spread
    by_kind: dict[str, Spread]
    faults: dict[str, int]
    waits: int
    left_out: int
    cpu_ms: dict[str, float]
    generator_cpu_ms: float
    memory_mb: dict[str, float]


@dataclass(frozen=True)
class Amount:
    """Seconds of each crowd, by its pace."""

    people: tuple[int, ...]
    human_seconds: float
    flat_seconds: float


FULL = Amount((1, 20, 50), 75.0, 30.0)
QUICK = Amount((1, 20, 50), 20.0, 6.0)


def measure(
    stories: Sequence[Story], folder: Path, seed: int, is_quick: bool, on_servers: bool
) -> list[Round]:
    """On SQLite, as the default is, or on PostgreSQL and Redis."""
    amount = QUICK if is_quick else FULL
    with ExitStack() as stack:
        servers = stack.enter_context(own_servers()) if on_servers else None
        running = stack.enter_context(house(folder, on=servers))
        return list(_rounds(running, stories, seed, amount))


def _rounds(running: House, stories: Sequence[Story], seed: int, amount: Amount) -> Iterator[Round]:
    for pace, seconds in ((HUMAN, amount.human_seconds), (FLAT, amount.flat_seconds)):
        for people in amount.people:
            order = Order(
                running.urls,
                tuple(stories),
                people,
                seed,
                running.parts,
                pace,
                is_spread=True,
                seconds=seconds,
            )
            found = summary(order, gather(order), memory_of(running.parts))
            print(as_line(found), flush=True)
            yield found


def summary(order: Order, load: Load, memory_mb: dict[str, float]) -> Round:
    """The figures of one crowd."""
    faults = Counter(fault for turn in load.turns for fault in turn.faults)
    cpu = sum(load.cpu.values())
    return Round(
        people=order.people,
        pace=order.pace,
        turns=load.done,
        turns_a_second=load.done / load.seconds,
        turns_a_cpu_second=load.done / cpu if cpu else 0.0,
        latency_ms=Spread.of_seconds([turn.seconds for turn in load.turns]),
        late_ms=Spread.of_seconds([turn.sent - turn.due for turn in load.turns]),
        by_kind={
            kind: Spread.of_seconds([turn.seconds for turn in load.turns if turn.kind == kind])
            for kind in sorted({turn.kind for turn in load.turns})
        },
        faults=dict(faults),
        waits=sum(turn.waits for turn in load.turns),
        left_out=load.left_out,
        cpu_ms={name: 1000 * used / max(load.done, 1) for name, used in load.cpu.items()},
        generator_cpu_ms=1000 * load.generator_cpu / max(load.done, 1),
        memory_mb=memory_mb,
    )


def head() -> str:
    return (
        "personnes  rythme  tours/s  p50 ms  p95 ms  p99 ms  pannes  429  tours/s CPU"
        "  CPU ms par tour (générateur à part), mémoire"
    )


def as_line(one: Round) -> str:
    latency, cpu = one.latency_ms, one.cpu_ms
    parts = " + ".join(f"{name} {ms:.1f}" for name, ms in cpu.items())
    memory = " + ".join(f"{name} {mb:.0f}" for name, mb in one.memory_mb.items())
    return (
        f"{one.people:9}  {one.pace:6}  {one.turns_a_second:7.1f}"
        f"{_ms(latency.p50)}{_ms(latency.p95)}{_ms(latency.p99)}{sum(one.faults.values()):8}"
        f"{one.waits:5}{one.turns_a_cpu_second:13.1f}  {parts} ({one.generator_cpu_ms:.1f}), "
        f"{memory} = {sum(one.memory_mb.values()):.0f} Mo"
    )


def as_dicts(rounds: Sequence[Round]) -> list[dict[str, Any]]:
    return [asdict(one) for one in rounds]


def _ms(value: float | None) -> str:
    return f"{'-':>8}" if value is None else f"{value:8.0f}"
