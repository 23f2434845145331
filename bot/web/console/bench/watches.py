"""The runs that watch, each with what it found and what was decided of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.adapters.sql.bench_runs import DONE, BenchRun
from bot.replay.moves import compare_runs
from bot.replay.runs.desk import RunDesk
from bot.replay.runs.spec import WATCH
from bot.replay.watch.decisions import KEPT, Decision, decisions
from bot.replay.watch.kept import CannotWatch, WatchFolder
from bot.replay.watch.news import News
from bot.replay.watch.report import Report, report_of
from bot.replay.watch.state import State
from bot.replay.watch.words import BASELINE_MOVED, NO_BASELINE, NOT_WHOLE, STATE_MOVED


@dataclass(frozen=True)
class Watch:
    """A run that watches. report: None while it has not come to its end. decided: what was decided
    of it, the newest first. is_baseline: the baseline is what it played. refusal: why nothing can
    be decided of it any more; None: it can."""

    run: BenchRun
    report: Report | None
    decided: tuple[Decision, ...]
    is_baseline: bool
    refusal: str | None


@dataclass(frozen=True)
class Watches:
    """Those of an installation."""

    desk: RunDesk
    folder: WatchFolder
    news: News

    def all(self) -> list[Watch]:
        """The newest first."""
        runs = [self.desk.progress(run) for run in self.desk.runs.all() if run.kind == WATCH]
        decided = decisions(self.folder)
        return [self._watch(run, decided, self.news.is_now) for run in runs]

    def of(self, run: BenchRun) -> Watch:
        return self._watch(run, decisions(self.folder), self.news.is_now)

    def opened(self) -> BenchRun | None:
        """The one that waits or plays; None: none does."""
        runs = self.desk.runs.all()
        return next((run for run in runs if run.kind == WATCH and run.is_open), None)

    def beside_former(self, name: str) -> tuple[datetime.date, Report]:
        """The day of a former baseline, and what changed from it to the baseline. Raises
        CannotWatch."""
        former, now = self.folder.former(name), self.folder.baseline()
        if now is None:
            raise CannotWatch(NO_BASELINE)
        found = compare_runs(former.records, now.records)
        return former.day, report_of(former, now, found)

    def _watch(
        self, run: BenchRun, decided: Sequence[Decision], is_now: Callable[[State], bool]
    ) -> Watch:
        report = None if run.is_open else self.desk.folder(run.run_id).watch()
        its = tuple(one for one in decided if one.run_id == run.run_id)
        baseline = of_baseline(decided)
        is_baseline = baseline is not None and baseline.run_id == run.run_id
        return Watch(run, report, its, is_baseline, self._refusal(run, report, is_now))

    def _refusal(
        self, run: BenchRun, report: Report | None, is_now: Callable[[State], bool]
    ) -> str | None:
        if run.state != DONE or report is None:
            return NOT_WHOLE
        if report.against != self.folder.stamp():
            return BASELINE_MOVED
        return None if is_now(report.state) else STATE_MOVED


def of_baseline(decided: Sequence[Decision]) -> Decision | None:
    """The decision that made the baseline; None: it was made before decisions were noted."""
    return next((one for one in decided if one.act != KEPT), None)
