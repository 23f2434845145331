"""`scale`: two processes of each kind against one, on PostgreSQL and Redis, in pairs.

Whoever loads the two takes them in turn, message by message: there is no other balancer. Then
conversations whose messages went to one process and the other are judged (oracle).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.replay.story import Story
from tests.bench.load.crowd import Load, Order, gather
from tests.bench.load.figures import Ratios
from tests.bench.load.house import House, house, own_servers
from tests.bench.load.oracle import Verdict, judge
from tests.bench.load.parts import memory_of
from tests.bench.load.people import Round, as_line, summary


@dataclass(frozen=True)
class Amount:
    """How many people load, for how many seconds, how often; then how many play a story whole."""

    people: int
    seconds: float
    pairs: int
    judged: int


FULL, QUICK = Amount(16, 30.0, 4, 40), Amount(8, 8.0, 2, 6)


@dataclass(frozen=True)
class Scale:
    """one, two: the rounds with so many processes of each kind, pair by pair."""

    one: list[Round]
    two: list[Round]
    verdicts: list[Verdict]

    @property
    def turns_a_second(self) -> Ratios:
        return Ratios.of_pairs(*(self._of("turns_a_second")))

    @property
    def turns_a_cpu_second(self) -> Ratios:
        return Ratios.of_pairs(*(self._of("turns_a_cpu_second")))

    def _of(self, name: str) -> tuple[list[float], list[float]]:
        return [getattr(r, name) for r in self.two], [getattr(r, name) for r in self.one]


def measure(stories: Sequence[Story], folder: Path, seed: int, is_quick: bool) -> Scale:
    amount = QUICK if is_quick else FULL
    one: list[Round] = []
    two: list[Round] = []
    with (
        own_servers() as alone,
        own_servers() as shared,
        house(folder / "one", 1, alone) as single,
        house(folder / "two", 2, shared) as double,
    ):
        for pair in range(-1, amount.pairs):
            for running, rounds in ((single, one), (double, two)):
                found = _round(running, stories, amount, seed + pair)
                if pair >= 0:
                    print(f"{len(running.urls)} de chaque  {as_line(found)}", flush=True)
                    rounds.append(found)
        verdicts = alternating(double, stories, amount.judged, seed)
    return Scale(one, two, verdicts)


def _round(running: House, stories: Sequence[Story], amount: Amount, seed: int) -> Round:
    order = Order(
        running.urls,
        tuple(stories),
        amount.people,
        seed,
        running.parts,
        is_spread=True,
        seconds=amount.seconds,
    )
    return summary(order, gather(order), memory_of(running.parts))


def alternating(running: House, stories: Sequence[Story], people: int, seed: int) -> list[Verdict]:
    """Conversations whose messages went to each web process in turn, each judged."""
    load: Load = gather(
        Order(
            running.urls,
            tuple(stories),
            people,
            seed,
            is_one_story=True,
            patience_seconds=30.0,
            keeps=True,
        )
    )
    return judge(load.conversations, running.stack.settings)


def as_lines(found: Scale) -> list[str]:
    wrong = [one for one in found.verdicts if one.faults]
    turns = sum(one.turns for one in found.verdicts)
    return [
        f"deux / un, tours par seconde : {_ratios(found.turns_a_second)}",
        f"deux / un, tours par seconde de CPU : {_ratios(found.turns_a_cpu_second)}",
        f"conversations d'un processus à l'autre : {len(found.verdicts)}, {turns} tours, "
        f"{len(wrong)} fautives",
        *[f"  {one.story} : {' ; '.join(one.faults)}" for one in wrong],
    ]


def as_dict(found: Scale) -> dict[str, Any]:
    return {
        **asdict(found),
        "turns_a_second": asdict(found.turns_a_second),
        "turns_a_cpu_second": asdict(found.turns_a_cpu_second),
    }


def _ratios(ratios: Ratios) -> str:
    return f"{ratios.median:.2f} (de {ratios.lowest:.2f} à {ratios.highest:.2f})"
