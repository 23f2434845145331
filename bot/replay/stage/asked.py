"""What a stage is asked for when it is started, and how it says that it is ready: small files.

The folder is the stage's own: its database is there, and goes with it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.whole_files import write_whole
from bot.replay.json_values import as_plain, made
from bot.replay.runs.spec import DataChoice

ASKED, READY, FAILED = "asked.json", "ready.json", "failed.txt"


@dataclass(frozen=True)
class Asked:
    """root: the path below which the widget finds the stage. secret: of whoever keeps the stage.
    story: the file of a story; None: a free conversation. day: of a free one, ISO. model: an
    archive; None: the one that matches the sources. public_url: what people read as the address of
    Déclic; None: nobody said."""

    root: str
    secret: str
    story: str | None
    day: str
    data: DataChoice = DataChoice()
    model: str | None = None
    public_url: str | None = None

    def write(self, folder: Path) -> None:
        write_whole(folder / ASKED, json.dumps(as_plain(self)))

    @classmethod
    def read(cls, folder: Path) -> Asked:
        asked: Asked = made(cls, json.loads((folder / ASKED).read_text(encoding="utf-8")))
        return asked


def say_ready(folder: Path, port: int) -> None:
    write_whole(folder / READY, json.dumps({"port": port}))


def port_of(folder: Path) -> int | None:
    """Where the stage listens; None: it is not ready."""
    path = folder / READY
    return int(json.loads(path.read_text())["port"]) if path.exists() else None


def say_failed(folder: Path, why: str) -> None:
    write_whole(folder / FAILED, why)


def failure_of(folder: Path) -> str | None:
    """Why it could not start, in French; None: it did not say."""
    path = folder / FAILED
    return path.read_text(encoding="utf-8") if path.exists() else None
