"""`python -m tests.bench.run_beside_chat [PAIRS]`: how much a run of the bench slows a turn.

Turns are timed in short blocks, with the run stopped and going on by turns, so that whatever else
the machine does weighs on both alike.
"""

from __future__ import annotations

import os
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bot import processes
from bot.replay.runs.data import installation
from bot.replay.runs.folder import RunFolder
from bot.replay.runs.spec import WALKS, RunSpec
from tests.stack import Person, Stack

TURNS = 12
SAYINGS = ("t'es qui toi ?", "c'est payant ?", "Bourgoin-Jallieu", "et le salaire ?")


def block(person: Person) -> list[float]:
    """Seconds of some turns of a conversation."""
    found = []
    for number in range(TURNS):
        begun = time.perf_counter()
        person.say(SAYINGS[number % len(SAYINGS)])
        found.append(time.perf_counter() - begun)
    return found


def paired(stack: Stack, job: int, pairs: int) -> tuple[list[float], list[float]]:
    alone: list[float] = []
    beside: list[float] = []
    for number in range(pairs):
        person = stack.person()
        for is_running in (True, False) if number % 2 else (False, True):
            os.killpg(job, signal.SIGCONT if is_running else signal.SIGSTOP)
            time.sleep(0.3)
            (beside if is_running else alone).extend(block(person))
    os.killpg(job, signal.SIGCONT)
    return alone, beside


def main(pairs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        stack = Stack(Path(name)).start()
        folder = RunFolder(Path(name) / "run")
        folder.begin(RunSpec(WALKS, count=500, seed=1))
        command = [sys.executable, "-m", "bot.replay.runs.job", str(folder.path)]
        with folder.log.open("wb") as log:
            job = processes.spawn(command, log, installation(stack.settings))
        try:
            while folder.progress().done == 0:
                assert job.poll() is None, folder.log.read_text()
                time.sleep(1)
            alone, beside = paired(stack, job.pid, pairs)
        finally:
            processes.stop([job])
            stack.stop()
    for title, found in (("alone", alone), ("beside a run", beside)):
        told = statistics.quantiles(found, n=20)
        median = 1000 * statistics.median(found)
        print(f"{title}: median {median:.0f} ms, p95 {1000 * told[-1]:.0f} ms, n {len(found)}")
    ratios = [b / a for a, b in zip(blocks(alone), blocks(beside), strict=True)]
    print(f"ratio of medians, paired: {statistics.median(ratios):.2f}")


def blocks(found: list[float]) -> list[float]:
    starts = range(0, len(found), TURNS)
    return [statistics.median(found[at : at + TURNS]) for at in starts]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
