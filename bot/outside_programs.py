"""Programs that the tests use when the machine has them: a browser, PostgreSQL, Redis."""

from __future__ import annotations

import shutil
from pathlib import Path

DEBIAN_PACKAGES = {"Chromium": "chromium", "PostgreSQL": "postgresql", "Redis": "redis-server"}


def chromium() -> Path | None:
    """Chromium or Chrome, whichever name it goes by; None when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = (shutil.which(name) for name in names)
    return next((Path(path) for path in found if path), None)


def postgresql_programs() -> Path | None:
    """Folder of `initdb` and `postgres`; Debian keeps them off PATH, one folder per version."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in debian), default=None, key=_version)


def redis_server() -> Path | None:
    """The `redis-server` program; None when there is none."""
    found = shutil.which("redis-server")
    return Path(found) if found else None


def found() -> dict[str, Path | None]:
    """Each program by its usual name, with where it is; None when it is missing."""
    return {
        "Chromium": chromium(),
        "PostgreSQL": postgresql_programs(),
        "Redis": redis_server(),
    }


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.parent.name.split(".") if part.isdecimal())
