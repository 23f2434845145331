"""Brings published changes back into the files of a folder: what changed, and nothing else.

A file that somebody else changed since is left as it is, and told.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.services.editing.changes import (
    CONFLICT,
    WAITING,
    Change,
    former_marks,
    mark_of,
    standing,
)

_YEAR_OF_ZIP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Written:
    """offer_ids whose file was written, held it already, or was changed by somebody else."""

    written: tuple[str, ...]
    already: tuple[str, ...]
    conflicts: tuple[str, ...]


def write_changes(histories: Mapping[str, tuple[Change, ...]], folder: Path) -> Written:
    """Writes each offer's last change where its file allows it. OSError when a file cannot be."""
    stands = {offer_id: _standing(history, folder) for offer_id, history in histories.items()}
    waiting = [offer_id for offer_id in sorted(stands) if stands[offer_id] == WAITING]
    for offer_id in waiting:
        _replace(_path(folder, offer_id), histories[offer_id][-1].content)
    conflicts = [offer_id for offer_id in sorted(stands) if stands[offer_id] == CONFLICT]
    already = sorted(stands.keys() - {*waiting, *conflicts})
    return Written(tuple(waiting), tuple(already), tuple(conflicts))


def _standing(history: tuple[Change, ...], folder: Path) -> str:
    path = _path(folder, history[-1].offer_id)
    present = mark_of(path.read_bytes()) if path.exists() else None
    return standing(history[-1], present, former_marks(history))


def _path(folder: Path, offer_id: str) -> Path:
    return folder / f"{offer_id}.yml"


def _replace(path: Path, content: str) -> None:
    """A reader finds the former file or the new one, never a half of it."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(content, encoding="utf-8", newline="\n")
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def zipped(changes: Iterable[Change]) -> bytes:
    """The files of some changes as a zip, the same bytes for the same changes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for change in sorted(changes, key=lambda one: one.offer_id):
            file = zipfile.ZipInfo(f"data/offers/{change.offer_id}.yml", _YEAR_OF_ZIP)
            file.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(file, change.content)
    return packed.getvalue()
