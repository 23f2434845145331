"""The archive of a pack: a ZIP of stored files, always the same bytes for the same files.

Nothing is compressed, so that an archive never holds more than its own size. One that is not, byte
for byte, what `write` would make of its files is refused: no program can read anything else in it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Mapping

from bot.adapters.packs.file_names import name_faults
from bot.adapters.packs.refusal import RefusedPack

MOST_BYTES = 24_000_000
"""All jobs, the communes of the largest region, a deck of pictures: less than half of it."""
MOST_FILE_BYTES = 8_000_000
MOST_FILES = 2_000
MOST_REASONS = 200
_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
BROKEN = "Ce fichier n’est pas une mallette, ou il est abîmé. Demandez-le de nouveau."
TOO_LARGE = f"Cette mallette dépasse {MOST_BYTES // 1_000_000} Mo. Demandez-en une plus petite."


def write(files: Mapping[str, bytes]) -> bytes:
    """The archive of some files, by name. RefusedPack: it could not be read again."""
    refuse_names(files)
    if any(len(content) > MOST_FILE_BYTES for content in files.values()):
        raise RefusedPack(TOO_LARGE)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(_entry(name), files[name])
    content = packed.getvalue()
    if len(content) > MOST_BYTES:
        raise RefusedPack(TOO_LARGE)
    return content


def read(content: bytes) -> dict[str, bytes]:
    """The files of an archive, by name. RefusedPack: anything but what `write` makes."""
    if len(content) > MOST_BYTES:
        raise RefusedPack(TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _refuse_entries(entries, len(content))
            files = {entry.filename: archive.read(entry) for entry in entries}
    except RefusedPack:
        raise
    # What zipfile raises on bytes made to mislead it has no common class.
    except Exception as error:
        raise RefusedPack(BROKEN) from error
    if write(files) != content:
        raise RefusedPack(BROKEN)
    return files


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.create_system, entry.external_attr = 3, _MODE
    return entry


def _refuse_entries(entries: Collection[zipfile.ZipInfo], most_bytes: int) -> None:
    """Before anything is unpacked: names, sizes, and what is no plain file."""
    refuse_names([entry.filename for entry in entries])
    if any(entry.external_attr != _MODE for entry in entries):
        raise RefusedPack("Cette mallette contient un lien ou un dossier. Ne l’utilisez pas.")
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise RefusedPack("Cette mallette est compressée. Refaites-la avec « declic pack make ».")
    if any(entry.file_size > MOST_FILE_BYTES for entry in entries):
        raise RefusedPack(TOO_LARGE)
    if sum(entry.file_size for entry in entries) > most_bytes:
        raise RefusedPack(BROKEN)


def refuse_names(names: Collection[str]) -> None:
    """RefusedPack: too many, twice the same, or one that has no place in a pack."""
    if len(names) > MOST_FILES:
        raise RefusedPack(f"Cette mallette a plus de {MOST_FILES} fichiers. Allégez-la.")
    faults = list(name_faults(names))
    if faults:
        raise RefusedPack(faults[:MOST_REASONS])
