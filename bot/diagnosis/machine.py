"""What the machine offers: room on the disk, and programs that the tests use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from bot import outside_programs
from bot.checks import NEEDED_MB
from bot.diagnosis.finding import Finding
from bot.settings import Settings


def disk(settings: Settings) -> Iterator[Finding]:
    """Room left for local state and for models, once per disk."""
    folders = [_existing(folder) for folder in (settings.var, settings.models)]
    for folder in {path.stat().st_dev: path for path in folders}.values():
        free_mb = shutil.disk_usage(folder).free // 1_000_000
        if free_mb < NEEDED_MB:
            advice = f"Libérez de la place : il faut {NEEDED_MB} Mo."
            yield Finding("Disque", "fault", f"{free_mb} Mo libres dans {folder}", advice)
        else:
            yield Finding("Disque", "ok", f"{free_mb / 1000:.1f} Go libres")


def test_programs() -> Iterator[Finding]:
    """Programs that only the tests need: their absence is no fault."""
    for name, path in outside_programs.found().items():
        if path:
            yield Finding(f"{name} (tests)", "ok", str(path))
        else:
            package = outside_programs.DEBIAN_PACKAGES[name]
            advice = f"Pour tous les tests : apt-get install {package}"
            yield Finding(f"{name} (tests)", "attention", "absent", advice)


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next(path for path in (folder, *folder.parents) if path.exists())
