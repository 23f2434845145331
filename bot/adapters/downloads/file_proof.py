"""Is a downloaded file the one that was wanted? Only a look: the import judges what is in it."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from bot.adapters.downloads.public_web import FetchError
from bot.adapters.official_files.sources import EMPTY_ZIP, MOST_BYTES_IN_ALL, ZIP

HEAD_BYTES = 4096
WEB_PAGE = re.compile(r"\s*<(!doctype|html|head|\?xml)", re.IGNORECASE)


def refuse_web_page(path: Path) -> None:
    """Raises FetchError for a page: many sites send one, with code 200, when they are closed."""
    if WEB_PAGE.match(_head(path).decode("utf-8-sig", "replace")):
        raise FetchError("une page web est arrivée à la place du fichier")


def refuse_other_content(path: Path, holds: str) -> None:
    """Raises FetchError unless `holds` is found: names of an archive, or first line of a CSV."""
    head = _head(path)
    if head.startswith((ZIP, EMPTY_ZIP)):
        found = _has_member(path, holds)
    else:
        first_line = head.decode("latin-1").partition("\n")[0]
        found = re.search(holds, first_line, re.IGNORECASE) is not None
    if not found:
        raise FetchError("ce qui est arrivé n'est pas le fichier attendu")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def _has_member(path: Path, holds: str) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > MOST_BYTES_IN_ALL:
                raise FetchError("l'archive annonce plus de 1 Go de données")
            is_whole = archive.testzip() is None
            return is_whole and any(re.search(holds, name) for name in archive.namelist())
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
        raise FetchError("l'archive est abîmée") from None
