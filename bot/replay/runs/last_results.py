"""How each story ended the last time it was played: from the runs that exist, each read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.adapters.sql.bench_runs import BenchRun
from bot.replay.runs.desk import RunDesk
from bot.replay.runs.engine import STORY

Ends = Mapping[str, tuple[int, bool]]
"""Path of a story -> its place in the run, and whether all went as expected."""


@dataclass(frozen=True)
class LastResult:
    """number: the place of the conversation in its run. facts: over which data, in words. at: UTC,
    when the run began to wait."""

    run_id: str
    number: int
    has_passed: bool
    at: datetime
    facts: str


@dataclass
class LastResults:
    """A run that has ended changes no more: how it went is kept here, not what was said in it."""

    desk: RunDesk
    _known: dict[str, Ends] = field(default_factory=dict)

    def of_all(self) -> Mapping[str, LastResult]:
        """By the path of the story's file; a story that no run played is not there."""
        runs = [run for run in self.desk.runs.all() if not run.is_open]
        ends = {run.run_id: self._ends(run) for run in runs}
        self._known = ends
        return {
            path: one for run in reversed(runs) for path, one in _results(run, ends[run.run_id])
        }

    def _ends(self, run: BenchRun) -> Ends:
        known = self._known.get(run.run_id)
        if known is not None:
            return known
        found = self.desk.folder(run.run_id).outcomes()
        return {one.path: (one.number, one.has_passed) for one in found if one.kind == STORY}


def _results(run: BenchRun, ends: Ends) -> Iterable[tuple[str, LastResult]]:
    for path, (number, has_passed) in ends.items():
        yield path, LastResult(run.run_id, number, has_passed, run.created_at, run.facts)
