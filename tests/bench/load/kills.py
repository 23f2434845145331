"""`kills`: kill -9 of the web app or of Rasa, at random, again and again, during a load.

`declic serve` runs and starts them again. People go on as the page does: a message without an
answer is sent again, with its number, until it has one. Then every conversation is judged (oracle).
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import httpx

from bot import processes
from bot.replay.story import Story
from bot.settings import Settings
from bot.training import train_if_needed
from tests.bench.load import parts
from tests.bench.load.crowd import BRISK, Load, Order, generator, run
from tests.bench.load.oracle import Verdict, judge
from tests.servers import free_port

MODULES = {"web": "bot.web", "rasa": "bot.rasa_process"}
START_SECONDS = 180.0
PATIENCE_SECONDS = 90.0
QUIET_SECONDS = (0.3, 3.0)
"""Between a recovery and the next kill."""
LOOK_SECONDS = 0.05


@dataclass(frozen=True)
class Kill:
    """part: "web" or "rasa". seconds: until the whole house was ready again."""

    part: str
    seconds: float


@dataclass(frozen=True)
class Faults:
    """What was killed, and what became of the conversations."""

    kills: list[Kill]
    turns: int
    turns_again: int
    verdicts: list[Verdict]


class Served:
    """One `declic serve` and its processes."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self.environment = {
            **os.environ,
            "DECLIC_VAR": str(folder),
            "DECLIC_PORT": str(free_port()),
            "DECLIC_RASA_PORT": str(free_port()),
            **(environment or {}),
        }
        self.settings = Settings.from_environment(self.environment)
        self.url = self.settings.web_url
        self.log = folder / "serve.log"
        folder.mkdir(parents=True, exist_ok=True)
        train_if_needed(self.settings, print)
        with self.log.open("wb") as log:
            command = [str(Path(sys.executable).with_name("declic")), "serve"]
            self.process = processes.spawn(command, log, self.environment)

    def kill(self, part: str) -> Kill:
        """kill -9, then waits until everything answers again."""
        victim = next(
            pid
            for pid in parts.children(self.process.pid)
            if parts.has_words(pid, f"-m {MODULES[part]} ")
        )
        begun = time.monotonic()
        os.kill(victim, signal.SIGKILL)
        while parts.has_words(victim, MODULES[part]):
            time.sleep(LOOK_SECONDS)
        self.wait_until_ready()
        return Kill(part, time.monotonic() - begun)

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._is_ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(self.log.read_text(errors="replace")[-3000:])
            time.sleep(LOOK_SECONDS)

    def _is_ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz", timeout=5).status_code == 200
        except httpx.TransportError:
            return False


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    running = Served(folder)
    try:
        running.wait_until_ready()
        yield running
    finally:
        processes.stop([running.process])


def measure(stories: Sequence[Story], folder: Path, seed: int, kills: int, people: int) -> Faults:
    with served(folder) as running, generator() as pool:
        order = Order(
            (running.url,),
            tuple(stories),
            people,
            seed,
            pace=BRISK,
            patience_seconds=PATIENCE_SECONDS,
            keeps=True,
            is_over=str(folder / "over"),
        )
        loading: Future[Load] = pool.submit(run, order)
        try:
            done = [*_kills(running, kills, Random(seed))]  # noqa: S311 (repeatable on purpose)
        finally:
            (folder / "over").touch()
        load = loading.result()
        verdicts = judge(load.conversations, running.settings)
    again = sum(bool(turn.faults) for turn in load.turns)
    return Faults(done, len(load.turns), again, verdicts)


def _kills(running: Served, count: int, chance: Random) -> Iterator[Kill]:
    for number in range(count):
        time.sleep(chance.uniform(*QUIET_SECONDS))
        kill = running.kill(chance.choice(sorted(MODULES)))
        print(f"{number + 1:4} {kill.part:5} {kill.seconds:6.1f} s", flush=True)
        yield kill


def as_lines(found: Faults) -> list[str]:
    wrong = [one for one in found.verdicts if one.faults]
    counts = Counter(kill.part for kill in found.kills)
    seconds = {part: [k.seconds for k in found.kills if k.part == part] for part in sorted(counts)}
    return [
        *[
            f"{part} tué {counts[part]} fois : de retour en {median(all_):.1f} s, "
            f"{max(all_):.1f} s au plus"
            for part, all_ in seconds.items()
        ],
        f"{found.turns} tours, dont {found.turns_again} envoyés plus d'une fois",
        f"{len(found.verdicts)} conversations jugées, {len(wrong)} fautives",
        *[f"  {one.story} : {' ; '.join(one.faults)}" for one in wrong],
    ]


def as_dict(found: Faults) -> dict[str, Any]:
    return asdict(found)
