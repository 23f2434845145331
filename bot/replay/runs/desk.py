"""Where runs are launched: they wait in order, one plays at a time, whoever looks or not.

A thread of the web process starts each run as a process of its own, follows it, and ends it when
somebody cancels. Of several web processes on this machine one does so. Whatever is killed leaves
runs told as interrupted, with what they had.
"""

from __future__ import annotations

import fcntl
import logging
import secrets
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from subprocess import Popen

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import processes
from bot.adapters.sql.answer_cache import utc_now
from bot.adapters.sql.bench_runs import (
    CANCELLED,
    DONE,
    FAILED,
    INTERRUPTED,
    RUNNING,
    WAITING,
    BenchRun,
    BenchRuns,
)
from bot.checks import make_private
from bot.replay.runs import folder as folders
from bot.replay.runs.data import installation
from bot.replay.runs.folder import RunFolder
from bot.replay.runs.spec import RunSpec
from bot.settings import Settings

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 0.3
GRACE_S = 3.0
MOST_WAITING = 20


class TooManyRuns(Exception):
    """Enough runs wait already."""


@dataclass(frozen=True)
class Author:
    name: str
    organisation: str


@dataclass
class RunDesk:
    """The runs of an installation."""

    engine: Engine
    settings: Settings
    now: Callable[[], datetime] = utc_now
    _thread: threading.Thread | None = None
    _is_asked: bool = False
    _closing: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def runs(self) -> BenchRuns:
        return BenchRuns(self.engine)

    def folder(self, run_id: str) -> RunFolder:
        return RunFolder(self.settings.var / "bench" / "runs" / run_id)

    def launch(self, spec: RunSpec, title: str, facts: str, author: Author) -> BenchRun:
        """Puts a run behind those that wait. Raises TooManyRuns."""
        if len(self.runs.of_state(WAITING)) >= MOST_WAITING:
            raise TooManyRuns
        made = BenchRun(
            secrets.token_hex(8), title, spec.kind, facts, author.name, author.organisation,
            WAITING, self.now(),
        )  # fmt: skip
        make_private(self.settings.var)
        self.folder(made.run_id).begin(spec)
        self.runs.add(made)
        self.wake()
        return made

    def progress(self, run: BenchRun) -> BenchRun:
        """The run with how far it is now."""
        if run.state != RUNNING:
            return run
        now = self.folder(run.run_id).progress()
        return BenchRun(**{**vars(run), "total": now.total, "done": now.done, "failed": now.failed})

    def cancel(self, run_id: str) -> None:
        self.runs.cancel(run_id, self.now())
        self.wake()

    def forget(self, run_id: str) -> bool:
        """Deletes an ended run and its files; False: it has not ended, or is not there."""
        if not self.runs.forget(run_id):
            return False
        shutil.rmtree(self.folder(run_id).path, ignore_errors=True)
        return True

    def wake(self) -> None:
        """Has the thread look at the runs, now or once it has played the one it plays."""
        with self._lock:
            self._is_asked = True
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, name="bench", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Ends the run that plays, which is then told as interrupted; those that wait, wait on."""
        self._closing.set()
        self.wait(2 * GRACE_S)

    def wait(self, seconds: float) -> bool:
        """Whether, before that, the thread has nothing to do any more."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def _work(self) -> None:
        """Plays what waits, until nothing does."""
        while self._is_asked_again():
            try:
                with self._alone() as is_alone:
                    if is_alone:
                        self._play_all()
            except (OSError, SQLAlchemyError) as error:
                logger.error("bench_stopped error=%s", type(error).__name__)

    def _is_asked_again(self) -> bool:
        """Forgets the thread in the same breath, so that whoever asks next starts another one."""
        with self._lock:
            is_asked, self._is_asked = self._is_asked, False
            if not is_asked:
                self._thread = None
            return is_asked

    def _play_all(self) -> None:
        self._tell_interrupted()
        while not self._closing.is_set() and (run := next(iter(self._here(WAITING)), None)):
            self._play(run)
            self._sweep()

    def _here(self, state: str) -> list[BenchRun]:
        """The runs whose files are on this machine, the oldest first."""
        found = self.runs.of_state(state)
        return [run for run in found if self.folder(run.run_id).path.is_dir()]

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """False: another process of this machine plays the runs."""
        runs = self.settings.var / "bench" / "runs"
        if not runs.is_dir():
            yield False
            return
        with (runs / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True

    def _tell_interrupted(self) -> None:
        """Runs that nobody plays any more: the machine stopped, or a process was killed."""
        for run in self._here(RUNNING):
            if not self.folder(run.run_id).is_held():
                self._ended(run, INTERRUPTED)

    def _play(self, run: BenchRun) -> None:
        if not self.runs.move(run.run_id, WAITING, state=RUNNING, started_at=self.now()):
            return
        its = self.folder(run.run_id)
        with its.log.open("wb") as log:
            command = [sys.executable, "-W", "ignore", "-m", "bot.replay.runs.job", str(its.path)]
            child = processes.spawn(command, log, installation(self.settings))
        try:
            is_cancelled = self._followed(child, run)
        finally:
            processes.stop([child], GRACE_S)
        said = its.progress().state
        ends = {folders.DONE: DONE, folders.FAILED: FAILED}
        self._ended(run, CANCELLED if is_cancelled else ends.get(said, INTERRUPTED))

    def _followed(self, child: Popen[bytes], run: BenchRun) -> bool:
        """Waits for the end of the process, or of this one; True: somebody has cancelled it."""
        while child.poll() is None and not self._closing.wait(LOOK_EVERY_S):
            found = self.runs.find(run.run_id)
            if found is None or found.is_to_end:
                return True
        return False

    def _ended(self, run: BenchRun, state: str) -> None:
        its = self.folder(run.run_id)
        shutil.rmtree(its.work, ignore_errors=True)
        last = its.progress()
        self.runs.move(
            run.run_id,
            RUNNING,
            state=state,
            ended_at=self.now(),
            total=last.total,
            done=last.done,
            failed=last.failed,
            said=last.said,
        )

    def _sweep(self) -> None:
        for run_id in self.runs.too_many():
            self.forget(run_id)
