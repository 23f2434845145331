"""Keeps the programs of Déclic running: starts them, restarts one that died, stops them all."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from subprocess import Popen
from urllib.parse import urlsplit

from bot import processes

Say = Callable[[str], None]

FAILED_STARTS_ALLOWED = 5
SETTLED_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 4.0
"""With the start of Rasa, people wait less than 15 s however often it dies."""
LONGEST_START_SECONDS = 120.0
LOG_BYTES = 5_000_000
LOGS_KEPT = 3
LINES_SHOWN = 15
_SAID_EVERY_SECONDS = 5.0
_LOOK_EVERY_SECONDS = 0.2


@dataclass(frozen=True)
class Program:
    """One process of Déclic; `name` begins a French sentence, `health_url` gives 200 once ready."""

    name: str
    command: tuple[str, ...]
    health_url: str
    log: Path

    @classmethod
    def module(cls, name: str, module: str, health_url: str, logs: Path) -> Program:
        """The program that `python -m module` runs; it logs to a file of the module's name."""
        log = logs / f"{module.removeprefix('bot.')}.log"
        return cls(name, (sys.executable, "-m", module), health_url, log)


class CannotKeepRunning(RuntimeError):
    """A program died at every start; the message ends with the last lines of its log."""


@dataclass
class Restarts:
    """How long to wait before the next start of one program, and when to give up.

    The pause doubles at each death and is short again after a run of SETTLED_SECONDS.
    FAILED_STARTS_ALLOWED deaths in a row before it ever answered: give up.
    """

    shortest_pause_seconds: float = 1.0
    pause_seconds: float = 0.0
    failed_starts: int = 0

    def died(self, ran_seconds: float, had_answered: bool) -> float | None:
        """Seconds to wait before starting it again; None: give up."""
        self.failed_starts = 0 if had_answered else self.failed_starts + 1
        if self.failed_starts >= FAILED_STARTS_ALLOWED:
            return None
        last = 0.0 if ran_seconds >= SETTLED_SECONDS else self.pause_seconds
        self.pause_seconds = min(max(last * 2, self.shortest_pause_seconds), LONGEST_PAUSE_SECONDS)
        return self.pause_seconds


class Keeper:
    """One program and what is known of it; `look` is called again and again."""

    def __init__(
        self,
        program: Program,
        environment: Mapping[str, str],
        say: Say,
        restarts: Restarts | None = None,
    ) -> None:
        self.program = program
        self.is_ready = False
        self.child: Popen[bytes] | None = None
        self._environment = environment
        self._say = say
        self._restarts = restarts or Restarts()
        self._next_start = 0.0
        self._started_at = 0.0
        self._has_been_ready = False

    def look(self) -> None:
        """Starts the program when it is time, notes that it answers, or that it died."""
        now = time.monotonic()
        rotate(self.program.log)
        if self.child is None:
            if now >= self._next_start:
                self._start(now)
        elif self.child.poll() is not None:
            self._note_death(self._way_it_ended(self.child.returncode), now)
        elif not self.is_ready:
            self._note_start(now)

    def _start(self, now: float) -> None:
        with self.program.log.open("ab") as log:
            self.child = processes.spawn(self.program.command, log, self._environment)
        self._started_at = now

    def _note_start(self, now: float) -> None:
        if answers(self.program.health_url):
            self.is_ready = True
            if self._has_been_ready:
                self._say(f"{self.program.name} répond de nouveau.")
            self._has_been_ready = True
        elif now - self._started_at > LONGEST_START_SECONDS:
            self._note_death("aucune réponse", now)

    def _note_death(self, how: str, now: float) -> None:
        assert self.child is not None
        processes.stop([self.child])
        pause = self._restarts.died(now - self._started_at, self.is_ready)
        self.child, self.is_ready = None, False
        if pause is None:
            raise CannotKeepRunning(self._last_words())
        self._next_start = time.monotonic() + pause
        self._say(f"{self.program.name} s'est arrêté ({how}). Redémarrage dans {pause:.0f} s.")

    def _way_it_ended(self, exit_code: int) -> str:
        """The exit code; with the log's last line when the program ended by itself."""
        lines = self._last_lines(1)
        return f"code {exit_code} : {lines[0]}" if exit_code > 0 and lines else f"code {exit_code}"

    def _last_words(self) -> str:
        said = f"{self.program.name} ne démarre pas. Voici la fin de {self.program.log} :"
        return "\n".join([said, *self._last_lines(LINES_SHOWN)])

    def _last_lines(self, number: int) -> list[str]:
        lines = self.program.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return lines[-number:]


def keep_running(
    programs: Sequence[Program],
    environment: Mapping[str, str],
    say: Say,
    when_ready: Callable[[], None],
) -> None:
    """Runs all programs until an exception (a signal) ends it; then none of them is left.

    `when_ready` is called once, when all have answered. Raises CannotKeepRunning.
    """
    keepers = [Keeper(program, environment, say) for program in programs]
    try:
        _wait_until_ready(keepers, say)
        when_ready()
        while True:
            _look_at(keepers)
    finally:
        processes.stop([keeper.child for keeper in keepers if keeper.child])


def _wait_until_ready(keepers: Sequence[Keeper], say: Say) -> None:
    started = said = time.monotonic()
    while not all(keeper.is_ready for keeper in keepers):
        _look_at(keepers)
        now = time.monotonic()
        if now - said >= _SAID_EVERY_SECONDS:
            waiting = " ; ".join(k.program.name for k in keepers if not k.is_ready)
            say(f"… {now - started:.0f} s. J'attends encore : {waiting}")
            said = now


def _look_at(keepers: Sequence[Keeper]) -> None:
    for keeper in keepers:
        keeper.look()
    time.sleep(_LOOK_EVERY_SECONDS)


def answers(url: str) -> bool:
    """Whether a GET of `url` gives 200 within two seconds."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=2)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def rotate(log: Path) -> None:
    """Sets aside a log that has grown past LOG_BYTES, and forgets the oldest of LOGS_KEPT.

    The file stays the same one, emptied: the program that writes to its end has it open.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    if not log.exists() or log.stat().st_size < LOG_BYTES:
        return
    for number in range(LOGS_KEPT - 1, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.replace(log.with_name(f"{log.name}.{number + 1}"))
    shutil.copyfile(log, log.with_name(f"{log.name}.1"))
    os.truncate(log, 0)
