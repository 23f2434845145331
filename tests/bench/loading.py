"""What it takes a process to be ready: seconds on the clock and of CPU, and memory, step by step.

Each round is a process of its own, as the web app and Rasa are when they start; the collector of
cycles rests meanwhile, as in wiring.understanding.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass

SECONDS, MEGABYTES = 2.0, 250.0
IMPORTS = "imports"
ONE_ROUND = """
import time
wall, cpu = time.perf_counter(), time.process_time()
import gc, json, os, sys

steps = {}

def memory_mb():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

def step(name):
    global wall, cpu
    now = time.perf_counter(), time.process_time()
    steps[name] = {"seconds": now[0] - wall, "cpu_seconds": now[1] - cpu, "memory_mb": memory_mb()}
    wall, cpu = time.perf_counter(), time.process_time()

from bot import wiring
from bot.adapters import catalogue_files
from bot.adapters.no_search_for_cycles import no_search_for_cycles
from bot.orientation.places import PlaceIndex
from bot.orientation.titles import TitleIndex
from bot.services.propose import propose
from bot.settings import ROOT, Settings
step("imports")
with no_search_for_cycles():
    if sys.argv[1] == "database":
        catalogue = wiring.load_catalogue(Settings.from_environment())
    else:
        catalogue = catalogue_files.read(ROOT / "data" / "catalogue")
    step("catalogue")
    catalogue.job_table
    step("table des métiers")
    catalogue.demand_table
    step("table des embauches")
    catalogue.geography.density, catalogue.geography.basin_population
    step("géographie")
    catalogue.prepare()
    step("autres tables")
    TitleIndex(catalogue)
    step("index des métiers")
    PlaceIndex(catalogue)
    step("index des communes")
gc.freeze()
print(json.dumps(steps))
"""


@dataclass(frozen=True)
class Step:
    """Medians over the rounds. memory_mb: resident memory of the process once it is done."""

    name: str
    seconds: float
    cpu_seconds: float
    memory_mb: float


@dataclass(frozen=True)
class Loading:
    steps: tuple[Step, ...]

    @property
    def imports(self) -> Step:
        return self.steps[0]

    @property
    def seconds(self) -> float:
        """Of all steps after the imports, which are the same without any data."""
        return sum(one.seconds for one in self.steps[1:])

    @property
    def cpu_seconds(self) -> float:
        return sum(one.cpu_seconds for one in self.steps[1:])

    @property
    def memory_mb(self) -> float:
        """Of the process at the end, imports included."""
        return self.steps[-1].memory_mb

    @property
    def is_met(self) -> bool:
        return self.seconds <= SECONDS and self.memory_mb <= MEGABYTES


def loading(from_database: bool, rounds: int) -> Loading:
    """Loads what a process needs, `rounds` times: the catalogue of the database, or the bundled
    one. Raises CalledProcessError when it cannot be loaded."""
    found = [_one_round("database" if from_database else "bundled") for _ in range(rounds)]
    return Loading(tuple(_median(name, [one[name] for one in found]) for name in found[0]))


def _one_round(source: str) -> dict[str, dict[str, float]]:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ONE_ROUND, source],
        check=True,
        capture_output=True,
        text=True,
    )
    steps: dict[str, dict[str, float]] = json.loads(done.stdout)
    return steps


def _median(name: str, rounds: list[dict[str, float]]) -> Step:
    return Step(name, **{key: statistics.median(one[key] for one in rounds) for key in rounds[0]})
