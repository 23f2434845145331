"""Keeps the runs of the bench: those that wait, the one that plays, and the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.bench_tables import bench_runs as table

WAITING, RUNNING, DONE, CANCELLED, INTERRUPTED, FAILED = (
    "waiting",
    "running",
    "done",
    "cancelled",
    "interrupted",
    "failed",
)
STATES = (WAITING, RUNNING, DONE, CANCELLED, INTERRUPTED, FAILED)
OPEN = (WAITING, RUNNING)
KEPT_RUNS = 50


@dataclass(frozen=True)
class BenchRun:
    """A run. facts: over what it plays, in words. Moments: UTC. said: why it could not be played,
    in French. is_to_end: somebody has cancelled it. is_pinned: it is never swept away."""

    run_id: str
    title: str
    kind: str
    facts: str
    author: str
    organisation: str
    state: str
    created_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    total: int = 0
    done: int = 0
    failed: int = 0
    said: str = ""
    is_to_end: bool = False
    is_pinned: bool = False

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def has_passed(self) -> bool:
        """It ended, and all went as expected."""
        return self.state == DONE and self.failed == 0


class BenchRuns:
    """The table `bench_runs`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, run: BenchRun) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.insert(table).values(vars(run)))

    def find(self, run_id: str) -> BenchRun | None:
        found = self._all(sa.select(table).where(table.c.run_id == run_id))
        return found[0] if found else None

    def all(self) -> list[BenchRun]:
        """The newest first."""
        return self._all(sa.select(table).order_by(table.c.created_at.desc(), table.c.run_id))

    def of_state(self, *states: str) -> list[BenchRun]:
        """The oldest first."""
        return self._all(
            sa.select(table).where(table.c.state.in_(states)).order_by(table.c.created_at)
        )

    def move(self, run_id: str, before: str, **values: Any) -> bool:
        """Changes a run that is still in a state; False: it is not, nothing changes."""
        its = (table.c.run_id == run_id) & (table.c.state == before)
        with self._engine.begin() as connection:
            return bool(connection.execute(sa.update(table).where(its).values(values)).rowcount)

    def change(self, run_id: str, **values: Any) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.update(table).where(table.c.run_id == run_id).values(values))

    def cancel(self, run_id: str, at: datetime) -> None:
        """One that waits ends now; one that plays, as soon as who plays it sees this."""
        if not self.move(run_id, WAITING, state=CANCELLED, ended_at=at):
            self.move(run_id, RUNNING, is_to_end=True)

    def pin(self, run_id: str, is_pinned: bool = True) -> None:
        """For a page that refers to the run: it stays as long as it is pinned."""
        self.change(run_id, is_pinned=is_pinned)

    def forget(self, run_id: str) -> bool:
        """Deletes a run that has ended; False: it has not, or is not there."""
        its = (table.c.run_id == run_id) & table.c.state.not_in(OPEN)
        with self._engine.begin() as connection:
            return bool(connection.execute(sa.delete(table).where(its)).rowcount)

    def too_many(self) -> list[str]:
        """Ended runs beyond the newest KEPT_RUNS, without those that are pinned."""
        ended = [run for run in self.all() if not run.is_open]
        return [run.run_id for run in ended[KEPT_RUNS:] if not run.is_pinned]

    def _all(self, query: Any) -> list[BenchRun]:
        with self._engine.connect() as connection:
            return [BenchRun(**row) for row in connection.execute(query).mappings()]
