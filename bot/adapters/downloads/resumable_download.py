"""One file brought to the disk: whole, verified and in one move, or not at all.

What has come stays in NAME.part between two runs. It is continued only when the server proves that
the rest is of the same file (If-Range), or when a published checksum will tell.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

import requests

from bot.adapters.downloads import download_note
from bot.adapters.downloads.data_gouv import Published
from bot.adapters.downloads.download_note import Note
from bot.adapters.downloads.file_proof import refuse_other_content, refuse_web_page
from bot.adapters.downloads.public_web import FetchError, PublicWeb, TryAgain, pieces
from bot.adapters.official_files.sources import MOST_BYTES

Say = Callable[[str], None]


class Corrupt(FetchError):
    """What came is not what the producer published: no other address is tried."""


def download(web: PublicWeb, file: Published, target: Path, holds: str, say: Say) -> bool:
    """Brings `file` to `target`; False: the same was there. One attempt, which may resume.

    Raises FetchError (final), TryAgain, Corrupt; OSError when the disk refuses.
    """
    if _has_checksum(target, file.checksum):
        return False
    kept = _kept(target)
    if kept and _is_same(kept, file):
        return False
    _refuse_size(file.size or 0)
    part = Part(target, file)
    headers = part.range_headers() or (_conditions(kept, file) if kept else {})
    with web.get(file.url, headers) as response:
        if response.status_code == 304:
            return _not_changed(kept)
        part.receive(response, say)
    sha256 = part.finish(holds)
    return kept is None or kept.sha256 != sha256


def _kept(target: Path) -> Note | None:
    """The note of a file that is on the disk and still as it came."""
    note = download_note.read(download_note.beside(target))
    if note is None or not target.is_file():
        return None
    return note if note.sha256 == download_note.digest(target, "sha256") else None


def _has_checksum(path: Path, checksum: str | None) -> bool:
    kind, _, value = (checksum or "").partition(":")
    return bool(kind) and path.is_file() and download_note.digest(path, kind) == value


def _is_same(kept: Note, file: Published) -> bool:
    """Whether the catalogue alone proves it, of a server that has no ETag and no date."""
    is_silent_server = not (kept.etag or kept.last_modified)
    is_unchanged = file.changed_on is not None and kept.changed_on == file.changed_on
    return is_silent_server and is_unchanged and kept.url == file.url and not file.checksum


def _conditions(kept: Note, file: Published) -> dict[str, str]:
    if kept.url != file.url or file.checksum:
        return {}
    said = {"If-None-Match": kept.etag, "If-Modified-Since": kept.last_modified}
    return {name: value for name, value in said.items() if value}


def _not_changed(kept: Note | None) -> bool:
    if kept is None:
        raise FetchError("le serveur dit inchangé un fichier qui n'est pas là")
    return False


class Part:
    """NAME.part and its note, while the file is not whole."""

    def __init__(self, target: Path, file: Published) -> None:
        self._target, self._file = target, file
        self._path = target.with_name(f"{target.name}.part")

    def range_headers(self) -> dict[str, str]:
        """The request for the rest; empty when the start cannot be used."""
        note = download_note.read(download_note.beside(self._path))
        size = self._path.stat().st_size if self._path.is_file() else 0
        if not (size and note and self._is_of(note)):
            return {}
        if note.if_range:
            return {"Range": f"bytes={size}-", "If-Range": note.if_range}
        return {"Range": f"bytes={size}-"} if self._file.checksum else {}

    def _is_of(self, note: Note) -> bool:
        said = (self._file.url, self._file.changed_on, self._file.checksum)
        return (note.url, note.changed_on, note.checksum) == said

    def receive(self, response: requests.Response, say: Say) -> None:
        """Writes the body behind what is there, or from the start. TryAgain: it is not whole."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(self._path) as file:
            start, total = self._place(response, file.tell())
            self._refuse_too_much(total or 0)
            file.truncate(start)
            if start == 0:
                download_note.write(download_note.beside(self._path), self._note(response))
            say(_beginning(start, total))
            size = start
            for piece in pieces(response):
                size += len(piece)
                self._refuse_too_much(size)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())

    def _place(self, response: requests.Response, here: int) -> tuple[int, int | None]:
        """Where the body goes, and the size of the whole file (None: not said)."""
        if response.status_code == 200:
            is_packed = response.headers.get("Content-Encoding", "identity") != "identity"
            length = response.headers.get("Content-Length", "")
            return 0, int(length) if length.isdecimal() and not is_packed else None
        said = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", response.headers.get("Content-Range", ""))
        if said is None or int(said[1]) != here or not self._is_continued(response):
            self.forget()
            raise TryAgain("la suite n'est pas celle de ce fichier")
        return here, int(said[2])

    def _is_continued(self, response: requests.Response) -> bool:
        """Not every server minds If-Range: what it says of the file must be what it said."""
        note = download_note.read(download_note.beside(self._path))
        if response.status_code != 206 or "Content-Encoding" in response.headers or not note:
            return False
        etag, date = _validators(response)
        return etag in (None, note.etag) and date in (None, note.last_modified)

    def _note(self, response: requests.Response) -> Note:
        etag, date = _validators(response)
        return Note(self._file.url, etag, date, self._file.changed_on, self._file.checksum)

    def _refuse_too_much(self, size: int) -> None:
        try:
            _refuse_size(size)
        except FetchError:
            self.forget()
            raise

    def finish(self, holds: str) -> str:
        """Verifies what came and puts it in its place; its SHA-256. Raises Corrupt, FetchError."""
        try:
            self._verify(holds)
        except FetchError:
            self.forget()
            raise
        note = download_note.read(download_note.beside(self._path)) or Note(self._file.url)
        size, sha256 = self._path.stat().st_size, download_note.digest(self._path, "sha256")
        os.replace(self._path, self._target)
        download_note.write(
            download_note.beside(self._target), replace(note, size=size, sha256=sha256)
        )
        download_note.beside(self._path).unlink(missing_ok=True)
        return sha256

    def _verify(self, holds: str) -> None:
        refuse_web_page(self._path)
        if self._file.checksum and not _has_checksum(self._path, self._file.checksum):
            kind = self._file.checksum.partition(":")[0]
            raise Corrupt(f"l'empreinte {kind} n'est pas celle publiée : le fichier est effacé")
        size = self._path.stat().st_size
        if self._file.size not in (None, size):
            raise Corrupt(
                f"il a {size} octets au lieu des {self._file.size} publiés : il est effacé"
            )
        refuse_other_content(self._path, holds)

    def forget(self) -> None:
        self._path.unlink(missing_ok=True)
        download_note.beside(self._path).unlink(missing_ok=True)


@contextmanager
def _alone(path: Path) -> Iterator[IO[bytes]]:
    """The part file, at its end, for this process only: two downloads would mix in it."""
    with path.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FetchError("un autre téléchargement de ce fichier est en cours") from None
        file.seek(0, os.SEEK_END)
        yield file


def _validators(response: requests.Response) -> tuple[str | None, str | None]:
    return response.headers.get("ETag"), response.headers.get("Last-Modified")


def _refuse_size(size: int) -> None:
    if size > MOST_BYTES:
        raise FetchError(f"il dépasse les {MOST_BYTES // 1_000_000} Mo permis")


def _beginning(start: int, total: int | None) -> str:
    size = f" ({in_french(total)})" if total else ""
    return f"je reprends à {in_french(start)}{size}" if start else f"je télécharge{size}"


def in_french(size: int) -> str:
    """1234567 -> 1,2 Mo."""
    if size < 1_000_000:
        return f"{-(-size // 1000)} ko"
    return f"{size / 1_000_000:.1f} Mo".replace(".", ",")
