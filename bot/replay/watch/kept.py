"""The baseline of an installation and its last watch, in its private folder."""

from __future__ import annotations

import datetime
import gzip
import json
import os
from dataclasses import dataclass
from pathlib import Path

from bot.checks import make_private
from bot.replay.json_values import as_plain, made
from bot.replay.record import StoryRecord
from bot.replay.watch.state import State
from bot.settings import Settings
from bot.watch_hint import BASELINE, FOLDER

LAST = "last.json.gz"


class CannotWatch(RuntimeError):
    """The watch cannot be done; the message says why and what to do, in French."""


@dataclass(frozen=True)
class Golden:
    """The golden stories as they were played on a day."""

    day: datetime.date
    state: State
    records: tuple[StoryRecord, ...]


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

    def accept(self, golden: Golden) -> None:
        """From now on this is the baseline."""
        self._write(BASELINE, golden)

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
