"""Files that a reader finds as they were or as they are now, for their owner alone."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """The whole text or nothing of it, also after a power cut."""
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, path)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def write_once(path: Path, text: str) -> None:
    """A file that is not there yet; of two processes at once, the first one wins."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(text, encoding="ascii")
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Among all processes, this one alone writes in a folder that is there already."""
    with open(folder / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def text_hash(text: str) -> str:
    """What tells whether a text is still the same."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
