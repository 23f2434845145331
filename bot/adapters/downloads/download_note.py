"""What is written beside a downloaded file, so that it is not downloaded twice."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Note:
    """Kept beside a file: where it comes from, and what tells whether the producer changed it.

    etag, last_modified: of the server. changed_on, checksum: of the catalogue. sha256: as seen.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    changed_on: str | None = None
    checksum: str | None = None
    size: int | None = None
    sha256: str | None = None

    @property
    def if_range(self) -> str | None:
        """What If-Range accepts: a strong ETag, else a date."""
        is_strong = self.etag and not self.etag.startswith("W/")
        return self.etag if is_strong else self.last_modified


def beside(path: Path) -> Path:
    """Where the note of a file is."""
    return path.with_name(f"{path.name}.json")


def read(path: Path) -> Note | None:
    """None: no note, or one that cannot be read; the file is then downloaded again."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return Note(**said)
    except (OSError, ValueError, TypeError):
        return None


def write(path: Path, note: Note) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(json.dumps(asdict(note), indent=2) + "\n", encoding="utf-8")
    os.replace(fresh, path)


def digest(path: Path, kind: str) -> str:
    """kind: sha256, or what a producer chose: md5 and sha1 are enough against accidents."""
    made = hashlib.new(kind, usedforsecurity=False)
    with path.open("rb") as file:
        for piece in iter(lambda: file.read(1 << 20), b""):
            made.update(piece)
    return made.hexdigest()
