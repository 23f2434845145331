"""Installed packs as they are used: their catalogue, their offers, and a copy of their files.

An installed pack was checked whole before it came. One that a later Déclic can no longer read is
named in the log and left out: it never keeps the product from starting.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.adapters import catalogue_files
from bot.adapters.catalogue_files import CataloguePart
from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.adapters.packs import file_names as names
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.packs.sealed import SealedPack, opened
from bot.adapters.packs.source import lay_out
from bot.orientation.catalogue import Catalogue

if TYPE_CHECKING:
    from bot.adapters.sql.pack_store import StoredPack

logger = logging.getLogger(__name__)
_COPY = re.compile(r"[a-z0-9-]{1,40}-[0-9a-f]{16}|\.new-.+")


@lru_cache(maxsize=8)
def _opened(content: bytes) -> SealedPack:
    return opened(content)


def sealed(pack: StoredPack) -> SealedPack | None:
    """The pack as it was signed; None, and a line in the log: it can no longer be read."""
    try:
        return _opened(pack.content)
    except RefusedPack:
        logger.error("pack_wrong pack=%s, see `declic pack list`", pack.pack_id)
        return None


def catalogue_part(pack: StoredPack, bundled: Catalogue) -> CataloguePart | None:
    """What its catalogue brings; None when it brings none that can be read."""
    found = sealed(pack)
    if found is None:
        return None
    files = {name: text for name, text in found.files.items() if name.startswith("catalogue/")}
    try:
        with tempfile.TemporaryDirectory(prefix="declic-pack-") as place:
            lay_out(files, Path(place))
            return catalogue_files.read_part(Path(place) / names.CATALOGUE, bundled)
    except BrokenCatalogue:
        logger.error("pack_catalogue_wrong pack=%s, see `declic pack list`", pack.pack_id)
        return None


def offer_files_of(pack: StoredPack) -> dict[str, str]:
    """Id of each support offer of the pack -> its file."""
    found = sealed(pack)
    held = found.files if found else {}
    return {
        Path(name).stem: content.decode()
        for name, content in sorted(held.items())
        if name.startswith(f"{names.OFFERS}/")
    }


def copy_of(mark: tuple[str, str], folder: Path) -> Path:
    """Where the files of a pack (id, hash) lie below `folder` once they are copied."""
    pack_id, content_hash = mark
    return folder / f"{pack_id}-{content_hash[:16]}"


def copy(pack: StoredPack, folder: Path) -> None:
    """Copies the files of a pack, whole or not at all; nothing when it can no longer be read."""
    place, found = copy_of((pack.pack_id, pack.content_hash), folder), sealed(pack)
    if place.is_dir() or found is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    try:
        lay_out(found.files, draft)
        os.rename(draft, place)
    except OSError:
        # Another process was faster, or the disk is full.
        if not place.is_dir():
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def sweep_copies(marks: Iterable[tuple[str, str]], folder: Path) -> None:
    """Erases copies of packs that are no longer installed, and halves of copies."""
    kept = {copy_of(mark, folder) for mark in marks}
    for place in folder.iterdir() if folder.is_dir() else ():
        if place not in kept and _COPY.fullmatch(place.name):
            shutil.rmtree(place, ignore_errors=True)
