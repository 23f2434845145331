"""The load itself: people who play stories at the same time, in a process of their own.

A closed load, as people are: each waits for an answer before the next message, and who has ended a
story is followed by somebody else. So that a slow answer is not hidden by the messages that it
holds back, a turn is timed from the moment when the person meant to send it; how late this process
was itself is told apart. With no pause at all ("flat out") latency is mostly queueing: what counts
then is the number of turns.

Each conversation comes from a loopback address of its own, as people do: the limits per address
and per session are those of the product.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from bot.replay.screen import Screen
from bot.replay.story import Story
from tests.bench.load.figures import is_within
from tests.bench.load.pace import human_seconds
from tests.bench.load.parts import Parts, cpu_of, used
from tests.bench.load.telling import Sent
from tests.bench.load.visitor import Conversation, Turn, Visitor

HUMAN, BRISK, FLAT = "humain", "vif", "à fond"
BRISK_SECONDS = (0.2, 1.2)
PRELUDE_TURNS = 22
LOOK_SECONDS = 0.05


@dataclass(frozen=True)
class Order:
    """What a crowd does. urls: of web processes, taken in turn by each person.

    pace: HUMAN, with time to read and type, BRISK, or FLAT out. Begins at the welcome, or once
    everybody is somewhere in a story, so that all parts of an interview are there at once
    (`is_spread`). Ends after `seconds`, with `most_turns`, when the file `is_over` is there, or
    once each person has played one story (`is_one_story`).
    patience_seconds: how long one message is sent again after a fault. keeps: conversations are
    given back, with their history. erases: every other one is erased at its end.
    """

    urls: tuple[str, ...]
    stories: tuple[Story, ...]
    people: int
    seed: int
    parts: Parts = field(default_factory=dict)
    pace: str = FLAT
    is_spread: bool = False
    seconds: float = float("inf")
    most_turns: int | None = None
    is_over: str | None = None
    is_one_story: bool = False
    patience_seconds: float = 0.0
    keeps: bool = False
    erases: bool = False


@dataclass
class Load:
    """What was measured: turns that were due in the window, and CPU seconds used meanwhile.

    done: turns answered in the window. generator_cpu: of the process that made the load.
    """

    turns: list[Turn]
    done: int
    seconds: float
    cpu: dict[str, float]
    generator_cpu: float
    conversations: list[Conversation]
    left_out: int


def gather(order: Order) -> Load:
    """The load, made in a process of its own."""
    with generator() as pool:
        return pool.submit(run, order).result()


def generator() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


def run(order: Order) -> Load:
    return asyncio.run(_Crowd(order).load())


class _Leaves(Exception):
    """The load is over: nothing more is sent."""


class _Crowd:
    def __init__(self, order: Order) -> None:
        self.order = order
        self.is_measured = asyncio.Event()
        self.is_over = asyncio.Event()
        self.ready = 0
        self._turns: list[Turn] = []
        self._conversations: list[Conversation] = []
        self._numbers = count()

    async def load(self) -> Load:
        people = [asyncio.create_task(self._person(place)) for place in range(self.order.people)]
        everybody = asyncio.gather(*people)
        while self.ready < len(people) and not everybody.done():
            await asyncio.sleep(LOOK_SECONDS)
        before, own_before, start = cpu_of(self.order.parts), time.process_time(), time.monotonic()
        self.is_measured.set()
        while not everybody.done() and not self._has_enough(start):
            await asyncio.sleep(LOOK_SECONDS)
        end, own_cpu = time.monotonic(), time.process_time() - own_before
        cpu = used(cpu_of(self.order.parts), before)
        self.is_over.set()
        await everybody
        return Load(
            turns=[turn for turn in self._turns if is_within(turn.due, start, end)],
            done=sum(is_within(turn.done, start, end) for turn in self._turns),
            seconds=end - start,
            cpu=cpu,
            generator_cpu=own_cpu,
            conversations=self._conversations if self.order.keeps else [],
            left_out=sum(one.left_out for one in self._conversations),
        )

    def _has_enough(self, start: float) -> bool:
        order = self.order
        return (
            time.monotonic() - start >= order.seconds
            or (order.most_turns is not None and len(self._turns) >= order.most_turns)
            or (order.is_over is not None and Path(order.is_over).exists())
        )

    async def _person(self, place: int) -> None:
        """One place in the crowd: somebody, then somebody else, until the load is over."""
        chance = Random(f"{self.order.seed} {place}")  # noqa: S311 (repeatable on purpose)
        pace = _Pace(self, chance.randrange(PRELUDE_TURNS) if self.order.is_spread else 0)
        while not self.is_over.is_set():
            await self._one_story(chance, pace)
            if self.order.is_one_story:
                break
        pace.end()

    async def _one_story(self, chance: Random, pace: _Pace) -> None:
        order, number = self.order, next(self._numbers)
        visitor = Visitor(
            order.urls,
            address(number),
            chance.choice(order.stories),
            f"{order.seed} {number}",
            order.patience_seconds,
            self._turns.append,
        )
        async with visitor:
            try:
                await visitor.play(pace.pause)
            except _Leaves:
                pass
            self._conversations.append(visitor.conversation)
            if visitor.conversation.is_erased or visitor.conversation.gave_up:
                return
            if order.keeps:
                await visitor.read_history()
            if order.erases and number % 2:
                await visitor.erase()


class _Pace:
    """The pauses of one place. prelude: messages sent without a pause before anything is
    measured, so that not everybody is at the welcome at the same time."""

    def __init__(self, crowd: _Crowd, prelude: int) -> None:
        self._crowd = crowd
        self._prelude = prelude
        self._is_ready = False

    async def pause(self, screen: Screen, sent: Sent, chance: Random) -> float:
        if self._prelude > 0:
            self._prelude -= 1
            return time.monotonic()
        self.end()
        await self._crowd.is_measured.wait()
        seconds = self._seconds(screen, sent, chance)
        due = time.monotonic() + seconds
        try:
            await asyncio.wait_for(self._crowd.is_over.wait(), seconds)
        except asyncio.TimeoutError:
            return due
        raise _Leaves

    def _seconds(self, screen: Screen, sent: Sent, chance: Random) -> float:
        pace = self._crowd.order.pace
        if pace == HUMAN:
            return human_seconds(screen, sent, chance)
        return chance.uniform(*BRISK_SECONDS) if pace == BRISK else 0.0

    def end(self) -> None:
        """The prelude is over for this place."""
        self._crowd.ready += not self._is_ready
        self._is_ready = True


def address(number: int) -> str:
    """A loopback address for each conversation; they come again after 60,000."""
    return f"127.{1 + number // 62_500 % 250}.{number // 250 % 250}.{1 + number % 250}"
