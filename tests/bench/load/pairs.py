"""`pairs`: a person and an advisor at each conversation, each with a screen that follows it.

What counts is the other screen: how long after one has sent something its words are there, and how
long until the bot's answer is. Each pair plays a story at human pace; a quarter of the messages are
sent from the advisor's seat, and who is about to send is seen typing. Each conversation has an
address of its own, as people do.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy.engine import Engine

from bot.adapters.sql.engine import connect
from bot.replay.story import Story
from tests.bench.load.crowd import address, generator
from tests.bench.load.figures import Spread
from tests.bench.load.house import house, own_servers
from tests.bench.load.pair import Arrival, Pair
from tests.bench.load.parts import Parts, cpu_of, memory_of, used

PAIRS = 50
PRELUDE_TURNS, BEGIN_AT_ONCE = 22, 4
FULL_SECONDS, QUICK_SECONDS = 75.0, 25.0
IDLE_SECONDS = 10.0
LAST_ARRIVALS_SECONDS = 2.0


@dataclass(frozen=True)
class Order:
    """What the pairs do. database_url: where an advisor is seated beside each person."""

    urls: tuple[str, ...]
    stories: tuple[Story, ...]
    pairs: int
    seed: int
    seconds: float
    parts: Parts
    database_url: str


@dataclass(frozen=True)
class Found:
    """Milliseconds from one screen's sending: to its words on the other, to the answer on the
    other, to the answer on its own. late: of the generator itself. lost: messages that the other
    screen never showed. again: streams that ended and were opened again.

    cpu_ms: of a message, by part. idle_percent: of one core, with all screens open and nobody
    writing. memory_mb: before the screens open, then with all of them.
    """

    pairs: int
    messages: int
    words_ms: Spread
    answer_ms: Spread
    own_ms: Spread
    late_ms: Spread
    lost: int
    again: int
    gave_up: int
    cpu_ms: dict[str, float]
    generator_cpu_ms: float
    idle_percent: dict[str, float]
    memory_mb: tuple[dict[str, float], dict[str, float]]


def measure(
    stories: Sequence[Story], folder: Path, seed: int, is_quick: bool, on_servers: bool, pairs: int
) -> Found:
    """On SQLite, as the default is, or two of each process on PostgreSQL and Redis."""
    with ExitStack() as stack:
        servers = stack.enter_context(own_servers()) if on_servers else None
        running = stack.enter_context(house(folder, 2 if servers else 1, servers))
        order = Order(
            running.urls,
            tuple(stories),
            pairs,
            seed,
            QUICK_SECONDS if is_quick else FULL_SECONDS,
            running.parts,
            running.stack.settings.database_url,
        )
        with generator() as pool:
            return pool.submit(run, order).result()


def run(order: Order) -> Found:
    engine = connect(order.database_url)
    try:
        return asyncio.run(_Pairs(order, engine).load())
    finally:
        engine.dispose()


class _Pairs:
    def __init__(self, order: Order, engine: Engine) -> None:
        self._order = order
        self._engine = engine
        self._numbers = count()
        self._chance = Random(order.seed)  # noqa: S311 (repeatable on purpose)
        self._all: list[Pair] = []
        self._is_over = asyncio.Event()
        self._beginning = asyncio.Semaphore(BEGIN_AT_ONCE)

    async def load(self) -> Found:
        order = self._order
        first = [self._new() for _ in range(order.pairs)]
        await _together(self._begin(pair, self._chance.randrange(PRELUDE_TURNS)) for pair in first)
        memory_before = memory_of(order.parts)
        await _together(pair.watch() for pair in first)
        memory_open, idle_before = memory_of(order.parts), cpu_of(order.parts)
        await asyncio.sleep(IDLE_SECONDS)
        idle = used(cpu_of(order.parts), idle_before)
        before, own_before = cpu_of(order.parts), time.process_time()
        places = [asyncio.create_task(self._place(pair)) for pair in first]
        await asyncio.sleep(order.seconds)
        cpu, own = used(cpu_of(order.parts), before), time.process_time() - own_before
        self._is_over.set()
        await asyncio.gather(*places)
        arrivals = [arrival for pair in self._all for arrival in pair.arrivals]
        messages = max(1, len(arrivals))
        return Found(
            pairs=order.pairs,
            messages=len(arrivals),
            words_ms=_spread(arrivals, "words"),
            answer_ms=_spread(arrivals, "answer"),
            own_ms=_spread(arrivals, "own"),
            late_ms=_spread(arrivals, "sent"),
            lost=sum(arrival.answer is None for arrival in arrivals),
            again=sum(pair.again for pair in self._all),
            gave_up=sum(pair.conversation.gave_up is not None for pair in self._all),
            cpu_ms={name: 1000 * seconds / messages for name, seconds in cpu.items()},
            generator_cpu_ms=1000 * own / messages,
            idle_percent={name: 100 * seconds / IDLE_SECONDS for name, seconds in idle.items()},
            memory_mb=(memory_before, memory_open),
        )

    def _new(self) -> Pair:
        number = next(self._numbers)
        story = self._chance.choice(self._order.stories)
        seed = f"{self._order.seed} {number}"
        pair = Pair(self._order.urls, address(number), story, seed, self._engine)
        self._all.append(pair)
        return pair

    async def _begin(self, pair: Pair, turns: int) -> None:
        """Few at once, so that nobody waits too long before anything is measured."""
        await pair.__aenter__()
        async with self._beginning:
            await pair.prepare(turns)

    async def _place(self, pair: Pair) -> None:
        """One pair after another, until the load is over."""
        while True:
            await pair.go_on(self._is_over)
            await asyncio.sleep(LAST_ARRIVALS_SECONDS)
            await pair.leave()
            await pair.__aexit__()
            if self._is_over.is_set():
                return
            pair = self._new()
            await self._begin(pair, 0)
            await pair.watch()


async def _together(doing: Iterable[Any]) -> None:
    await asyncio.gather(*doing)


def _spread(arrivals: Sequence[Arrival], moment: str) -> Spread:
    """From the moment when it was meant to be sent: a slow generator hides nothing."""
    seconds = [
        value - arrival.due
        for arrival in arrivals
        if (value := getattr(arrival, moment)) is not None
    ]
    return Spread.of_seconds(seconds)


def as_lines(found: Found) -> list[str]:
    spreads = {
        "mots chez l'autre": found.words_ms,
        "réponse chez l'autre": found.answer_ms,
        "réponse chez soi": found.own_ms,
        "retard du générateur": found.late_ms,
    }
    cpu = ", ".join(f"{name} {ms:.1f}" for name, ms in found.cpu_ms.items())
    idle = ", ".join(f"{name} {percent:.1f}" for name, percent in found.idle_percent.items())
    memory = ", ".join(
        f"{name} {before:.0f} puis {found.memory_mb[1][name]:.0f}"
        for name, before in found.memory_mb[0].items()
    )
    return [
        f"{found.pairs} paires, {found.messages} messages ; jamais vus {found.lost}, "
        f"abandons {found.gave_up}, flux repris {found.again}",
        *(_line(name, spread) for name, spread in spreads.items()),
        f"CPU d'un message en ms : {cpu} (générateur {found.generator_cpu_ms:.1f})",
        f"au repos, % d'un cœur avec {2 * found.pairs} flux : {idle}",
        f"mémoire en Mo, sans flux puis avec : {memory}",
    ]


def _line(name: str, spread: Spread) -> str:
    values = (spread.p50, spread.p95, spread.p99, spread.longest)
    told = "  ".join("-" if value is None else f"{value:.0f}" for value in values)
    return f"{name:22} p50, p95, p99, plus long en ms : {told}"


def as_dict(found: Found) -> dict[str, Any]:
    return asdict(found)
