"""The baseline of an installation, those it replaced and its last watch, in its private folder."""

from __future__ import annotations

import datetime
import gzip
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.whole_files import alone
from bot.checks import make_private
from bot.replay.json_values import as_plain, made
from bot.replay.record import StoryRecord
from bot.replay.watch.state import State
from bot.settings import Settings
from bot.watch_hint import BASELINE, FOLDER

LAST = "last.json.gz"
FORMER = re.compile(r"former-\d{20}")
MOST_FORMER = 5


class CannotWatch(RuntimeError):
    """The watch cannot be done; the message says why and what to do, in French."""


@dataclass(frozen=True)
class Golden:
    """The golden stories as they were played on a day. run_id: the run of the bench that played
    them; "": the command did. against: stamp of the baseline that they were compared with."""

    day: datetime.date
    state: State
    records: tuple[StoryRecord, ...]
    run_id: str = ""
    against: int | None = None


@dataclass(frozen=True)
class WatchFolder:
    """var/bench/watch."""

    path: Path

    @classmethod
    def of(cls, settings: Settings) -> WatchFolder:
        return cls(settings.var / FOLDER)

    def baseline(self) -> Golden | None:
        """None before the first watch. Raises CannotWatch: the file cannot be read."""
        return self._read(BASELINE)

    def last(self) -> Golden | None:
        """What the last watch played; None before the first one. Raises CannotWatch."""
        return self._read(LAST)

    def keep_last(self, golden: Golden) -> None:
        self._write(LAST, golden)

    def accept(self, golden: Golden, at: datetime.datetime) -> str:
        """From now on this is the baseline. The name of the one that it replaces, which is kept;
        "": there was none."""
        name = self._put_aside(at)
        self._write(BASELINE, golden)
        self._sweep()
        return name

    def former(self, name: str) -> Golden:
        """A baseline that was replaced; no name leads out of the folder. Raises CannotWatch: it is
        gone, or cannot be read."""
        golden = self._read(f"{name}.json.gz") if FORMER.fullmatch(name) else None
        if golden is None:
            raise CannotWatch("Cette ancienne référence n’est plus gardée.")
        return golden

    def restore(self, name: str, at: datetime.datetime) -> tuple[Golden, str]:
        """A former baseline is the baseline again; with the name of the one that it replaces.
        Raises CannotWatch."""
        golden = self.former(name)
        path = self.path / f"{name}.json.gz"
        aside = self._put_aside(at)
        os.replace(path, self.path / BASELINE)
        self._sweep()
        return golden, aside

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Among all processes, this one alone decides of the baseline."""
        make_private(self.path)
        with alone(self.path):
            yield

    def stamp(self) -> int | None:
        """Changes with the baseline; None when there is none."""
        path = self.path / BASELINE
        return path.stat().st_mtime_ns if path.exists() else None

    def state(self) -> State | None:
        """That of the baseline, without its conversations; None when there is none, or it cannot
        be read."""
        try:
            golden = self.baseline()
        except CannotWatch:
            return None
        return golden.state if golden else None

    def _put_aside(self, at: datetime.datetime) -> str:
        """Under a second name, so that there is a baseline at every moment."""
        path = self.path / BASELINE
        if not path.exists():
            return ""
        name = f"former-{at:%Y%m%d%H%M%S%f}"
        os.link(path, self.path / f"{name}.json.gz")
        return name

    def _sweep(self) -> None:
        """The newest MOST_FORMER stay."""
        for path in sorted(self.path.glob("former-*.json.gz"))[:-MOST_FORMER]:
            path.unlink()

    def formers(self) -> list[str]:
        """The names of those that are kept, the newest first."""
        found = (path.name.removesuffix(".json.gz") for path in self.path.glob("former-*.json.gz"))
        return sorted(found, reverse=True)

    def _read(self, name: str) -> Golden | None:
        path = self.path / name
        if not path.exists():
            return None
        try:
            with gzip.open(path, "rt", encoding="utf-8") as file:
                golden: Golden = made(Golden, json.load(file))
        except (OSError, EOFError, ValueError) as error:
            raise CannotWatch(
                f"{path} ne se lit pas ({type(error).__name__}). Effacez ce fichier, "
                "puis relancez : la référence sera refaite."
            ) from error
        return golden

    def _write(self, name: str, golden: Golden) -> None:
        """The whole file or none of it."""
        make_private(self.path)
        making = self.path / f".{name}.tmp"
        with gzip.open(making, "wt", encoding="utf-8", compresslevel=6) as file:
            json.dump(as_plain(golden), file, ensure_ascii=False, default=str)
        os.replace(making, self.path / name)
