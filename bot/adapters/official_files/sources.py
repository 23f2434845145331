"""What a user downloaded, opened: folders, zip, gzip, workbooks, CSV files, known by content.

Nothing is written to the disk, and nothing is believed of a size that an archive declares: reading
stops at MOST_BYTES, whatever comes.
"""

from __future__ import annotations

import gzip
import io
import logging
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.adapters.official_files.table import OfficialFileError

MOST_BYTES = 120_000_000
"""Of one file, unpacked: the biggest official one has 8 MB as text, 40 MB as a workbook's XML."""
MOST_BYTES_IN_ALL = 1_000_000_000
MOST_FILES = 2_000
MOST_RATIO, SMALL = 150, 10_000_000
"""An honest CSV shrinks 10 to 40 times; a bomb more than 150. Small ones do no harm."""
SUFFIXES = frozenset({".csv", ".gz", ".tsv", ".txt", ".xls", ".xlsx", ".zip"})

USUAL_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
GZIP, ZIP, OLE, PDF = b"\x1f\x8b", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
EMPTY_ZIP = b"PK\x05\x06"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opened:
    """One file unpacked in memory. is_named: the user gave this very path, not a folder of it."""

    origin: str
    container: str
    name: str
    data: bytes
    is_named: bool

    @property
    def is_workbook(self) -> bool:
        return self.data.startswith(ZIP)


@dataclass(frozen=True)
class Unreadable:
    """A file that could not be opened, and the reason (French)."""

    origin: str
    container: str
    reason: str


def opened(paths: Iterable[Path]) -> Iterator[Opened | Unreadable]:
    """Every file under `paths`, in name order. Raises OfficialFileError for a path that is not."""
    for path in paths:
        if not path.exists():
            raise OfficialFileError(f"{path} n'existe pas. Vérifiez le chemin.")
        if path.is_dir():
            for inside in sorted(p for p in path.rglob("*") if p.is_file()):
                if inside.suffix.lower() in SUFFIXES and not _is_rubbish(str(inside)):
                    yield from _file(inside, is_named=False)
        else:
            yield from _file(path, is_named=True)


def _file(path: Path, is_named: bool) -> Iterator[Opened | Unreadable]:
    try:
        yield from _unpacked(path, is_named)
    except Exception as error:  # a damaged file may break its reader in any way
        yield Unreadable(str(path), str(path.parent), why(error))


def why(error: Exception) -> str:
    """Why a file cannot be read, in French, whatever its reader said."""
    if isinstance(error, OfficialFileError):
        return str(error)
    if isinstance(error, PermissionError):
        return "la lecture de ce fichier n'est pas permise"
    logger.info("official_file_damaged error=%s", type(error).__name__)
    return "le fichier est coupé ou abîmé : téléchargez-le de nouveau"


def _is_rubbish(name: str) -> bool:
    """What a Mac leaves beside the files."""
    return "__MACOSX" in name or name.rpartition("/")[2].startswith("._")


def _unpacked(path: Path, is_named: bool) -> Iterator[Opened | Unreadable]:
    with path.open("rb") as file:
        start = file.read(8)
    _refuse_other_formats(start)
    if start.startswith((ZIP, EMPTY_ZIP)) and not _is_workbook(path):
        yield from _members(path)
        return
    if start.startswith(GZIP):
        with gzip.open(path) as stream:
            data = _limited(stream, path.stat().st_size)
        if data.startswith((ZIP, GZIP)) or len(data) == 0:
            raise OfficialFileError("ce .gz ne contient pas de tableau")
        name = path.name.removesuffix(".gz")
    else:
        if start.startswith(ZIP):
            _refuse_bomb(zipfile.ZipFile(path))
        with path.open("rb") as stream:
            data, name = _limited(stream, 0), path.name
    yield Opened(str(path), str(path.parent), name, data, is_named)


def _refuse_other_formats(start: bytes) -> None:
    if start.startswith(OLE):
        raise OfficialFileError("c'est un ancien .xls : enregistrez-le en .xlsx ou en .csv")
    if start.startswith(PDF):
        raise OfficialFileError("c'est un PDF : prenez le fichier de données, CSV ou Excel")
    if not start:
        raise OfficialFileError("le fichier est vide")


def _is_workbook(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


def _members(path: Path) -> Iterator[Opened | Unreadable]:
    with zipfile.ZipFile(path) as archive:
        _refuse_bomb(archive)
        for info in sorted(archive.infolist(), key=lambda one: one.filename):
            name = info.filename.rpartition("/")[2]
            is_table = Path(name).suffix.lower() in SUFFIXES - {".zip", ".gz"}
            if info.is_dir() or not is_table or _is_rubbish(info.filename):
                continue
            with archive.open(info) as stream:
                data = _limited(stream, info.compress_size)
            _refuse_other_formats(data[:8] or b"\n")
            if data.startswith(ZIP):
                _refuse_bomb(zipfile.ZipFile(io.BytesIO(data)))
            folder = f"{path}/{info.filename.rpartition('/')[0]}"
            yield Opened(f"{path} > {info.filename}", folder, name, data, is_named=False)


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    """Raises OfficialFileError for an archive that declares what no official one has."""
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise OfficialFileError(f"l'archive contient {len(infos)} fichiers, c'est trop")
    if any(info.flag_bits & 1 for info in infos):
        raise OfficialFileError("l'archive est protégée par un mot de passe")
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise OfficialFileError(
            "l'archive est compressée d'une façon inconnue : refaites-la en zip"
        )
    for info in infos:
        _refuse_size(info.file_size, info.compress_size)
    if sum(info.file_size for info in infos) > MOST_BYTES_IN_ALL:
        raise OfficialFileError("l'archive annonce plus de 1 Go de données : elle n'est pas lue")


def _refuse_size(size: int, packed: int) -> None:
    if size > MOST_BYTES:
        mega = f"{size // 1_000_000} Mo, plus que les {MOST_BYTES // 1_000_000} Mo permis"
        raise OfficialFileError(f"un fichier y prend {mega} : rien n'est lu")
    if packed and size > SMALL and size / packed > MOST_RATIO:
        raise OfficialFileError("un fichier y est compressé comme aucun vrai tableau ne l'est")


def _limited(stream: IO[bytes] | gzip.GzipFile, packed: int) -> bytes:
    """The whole stream, which is read by pieces so that a lie about its size costs nothing."""
    pieces, size = [], 0
    while piece := stream.read(1 << 20):
        size += len(piece)
        _refuse_size(size, packed)
        pieces.append(piece)
    return b"".join(pieces)
