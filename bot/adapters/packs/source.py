"""The folder that a pack is made from, or laid out in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.adapters.packs.archive import MOST_BYTES, TOO_LARGE, refuse_names
from bot.adapters.packs.refusal import RefusedPack


def files_of(folder: Path) -> dict[str, bytes]:
    """The files below a folder, by name. RefusedPack: links, or files that have no place in it."""
    if not folder.is_dir():
        raise RefusedPack(f"{folder} : ce dossier n’existe pas. Vérifiez son nom.")
    paths = [path for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()]
    links = [path for path in paths if path.is_symlink()]
    if links:
        name = links[0].relative_to(folder)
        raise RefusedPack(f"{name} : c’est un lien. Mettez le fichier lui-même.")
    refuse_names([path.relative_to(folder).as_posix() for path in paths])
    if sum(path.stat().st_size for path in paths) > MOST_BYTES:
        raise RefusedPack(TOO_LARGE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """Writes files, whose names were checked, below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
