"""The folder of a run: what is asked, how far it is, and what was played so far.

Each conversation is added whole, compressed by itself: what a process that was killed had written
can be read up to its last whole one.
"""

from __future__ import annotations

import fcntl
import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.adapters.whole_files import write_whole
from bot.replay.coverage import Part
from bot.replay.json_values import as_plain, made
from bot.replay.record import StoryRecord
from bot.replay.runs.engine import STORY, Played
from bot.replay.runs.outcome import Outcome, outcome
from bot.replay.runs.spec import RunSpec
from bot.replay.watch.report import Report

PREPARING, PLAYING, DONE, FAILED = "preparing", "playing", "done", "failed"


@dataclass(frozen=True)
class Progress:
    """state: one of PREPARING, PLAYING, DONE, FAILED. failed: conversations that are not as
    expected. said: of a run that failed, why, in French. seconds: since it began to play."""

    state: str = PREPARING
    total: int = 0
    done: int = 0
    failed: int = 0
    seconds: float = 0.0
    said: str = ""


@dataclass(frozen=True)
class RunFolder:
    """The files of one run."""

    path: Path

    @property
    def work(self) -> Path:
        """Where its databases are while it plays."""
        return self.path / "work"

    @property
    def log(self) -> Path:
        return self.path / "log"

    def begin(self, spec: RunSpec) -> None:
        """Makes the folder of a run that waits."""
        self.path.mkdir(mode=0o700, parents=True)
        self._write("spec.json", as_plain(spec))
        self.tell(Progress())

    def spec(self) -> RunSpec:
        """Raises OSError, ValueError."""
        spec: RunSpec = made(RunSpec, self._read("spec.json"))
        return spec

    def tell(self, progress: Progress) -> None:
        self._write("progress.json", as_plain(progress))

    def progress(self) -> Progress:
        """That of a run whose file is not there yet, or no more, is the first one."""
        try:
            progress: Progress = made(Progress, self._read("progress.json"))
        except (OSError, ValueError):
            return Progress()
        return progress

    def add(self, one: Played) -> None:
        """Adds a conversation to those that were played."""
        number = self._outcomes().count(b"\n")
        with (self.path / "records.jsonl.gz").open("ab") as file:
            file.write(gzip.compress(_line(one), 4))
        with (self.path / "outcomes.jsonl").open("ab") as file:
            file.write(_line(outcome(number, one)))

    def outcomes(self) -> list[Outcome]:
        """How each conversation went so far, in order: little to read, whatever was said."""
        content = self._outcomes()
        whole = content[: content.rfind(b"\n") + 1]
        return [made(Outcome, json.loads(line)) for line in whole.splitlines()]

    def one(self, number: int) -> Played | None:
        """The conversation of a place, from 0; None: there is none."""
        for at, line in enumerate(self._lines()):
            if at == number:
                played: Played = made(Played, json.loads(line))
                return played
        return None

    def played(self) -> list[Played]:
        """What was played so far, in order."""
        return [made(Played, json.loads(line)) for line in self._lines()]

    def records(self) -> list[StoryRecord]:
        """The conversations, whatever led to them."""
        return [one.record for one in self.played()]

    def stories(self) -> list[StoryRecord]:
        return [one.record for one in self.played() if one.kind == STORY]

    def keep_coverage(self, parts: Sequence[Part]) -> None:
        self._write("coverage.json", as_plain(list(parts)))

    def coverage(self) -> tuple[Part, ...]:
        """Empty while the run has not ended."""
        try:
            return tuple(made(Part, one) for one in self._read("coverage.json"))
        except (OSError, ValueError):
            return ()

    def keep_watch(self, report: Report, page: str) -> None:
        """What a watch found. page: the same with every sentence, as one HTML file."""
        self._write("watch.json", as_plain(report))
        write_whole(self.watch_page, page)

    @property
    def watch_page(self) -> Path:
        return self.path / "watch.html"

    def watch(self) -> Report | None:
        """None: it is no watch, or one that did not come to its end."""
        try:
            report: Report = made(Report, self._read("watch.json"))
        except (OSError, ValueError):
            return None
        return report

    @contextmanager
    def held(self) -> Iterator[None]:
        """While a process plays this run. Raises BlockingIOError: another one does."""
        with (self.path / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield

    def is_held(self) -> bool:
        """Whether a process plays it now."""
        if not self.path.is_dir():
            return False
        try:
            with self.held():
                return False
        except BlockingIOError:
            return True

    def _outcomes(self) -> bytes:
        try:
            return (self.path / "outcomes.jsonl").read_bytes()
        except FileNotFoundError:
            return b""

    def _lines(self) -> Iterator[bytes]:
        """The whole lines; what was being written when the process was killed is left out."""
        try:
            with gzip.open(self.path / "records.jsonl.gz") as file:
                for line in file:
                    if line.endswith(b"\n"):
                        yield line
        except (EOFError, zlib.error, gzip.BadGzipFile, FileNotFoundError):
            return

    def _read(self, name: str) -> Any:
        return json.loads((self.path / name).read_text(encoding="utf-8"))

    def _write(self, name: str, plain: Any) -> None:
        write_whole(self.path / name, json.dumps(plain, ensure_ascii=False))


def _line(value: Any) -> bytes:
    return json.dumps(as_plain(value), ensure_ascii=False, default=str).encode() + b"\n"
