"""What the bundled font can draw: a sign that it lacks is said to be missing, never left blank.

The table "cmap" of a TrueType font maps signs to drawings (OpenType specification, cmap, format 4).
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import lru_cache
from pathlib import Path

MISSING = "[…]"
SPACES = str.maketrans({"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2009": " ", "\t": " "})
"""Spaces that the font lacks, as those of the same kind that it has."""
WINDOWS_UNICODE = (3, 1)
_RUN = re.compile("\ue000(?:\\s*\ue000)*")


def printable(text: str, font: Path) -> str:
    """The text without invisible marks; each run of signs that the font lacks becomes MISSING."""
    known = signs_of(font)
    plain = unicodedata.normalize("NFC", text).translate(SPACES)
    marked = "".join(
        sign if sign == "\n" or ord(sign) in known else "\ue000"
        for sign in plain
        if sign == "\n" or not _is_invisible(sign)
    )
    return _RUN.sub(MISSING, marked)


def _is_invisible(sign: str) -> bool:
    """Marks of direction, joiners, variants: they draw nothing themselves."""
    return unicodedata.category(sign) in ("Cc", "Cf") or "\ufe00" <= sign <= "\ufe0f"


@lru_cache(maxsize=4)
def signs_of(font: Path) -> frozenset[int]:
    """The code points that the font draws. ValueError: the font has no such table."""
    data = font.read_bytes()
    table = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, table + 2)
    for at in range(count):
        *kind, offset = struct.unpack_from(">HHL", data, table + 4 + 8 * at)
        if tuple(kind) == WINDOWS_UNICODE:
            return _format_4(data, table + offset)
    raise ValueError(f"{font.name}: no Unicode cmap")


def _table(data: bytes, name: bytes) -> int:
    """Where a table of the font begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    for at in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * at)
        if tag == name:
            return int(offset)
    raise ValueError(f"no table {name.decode()}")


def _format_4(data: bytes, at: int) -> frozenset[int]:
    """Segments from a first to a last code point; glyph 0 draws nothing."""
    kind, _, _, doubled = struct.unpack_from(">4H", data, at)
    if kind != 4:
        raise ValueError(f"cmap format {kind}")
    count, found = doubled // 2, set()
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", data, at + 14 + pad + part * doubled)
        for part, pad in enumerate((0, 2, 2, 2))
    )
    where = at + 16 + 3 * doubled
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for sign in range(first, last + 1):
            glyph = sign
            if ranges[n]:
                place = where + 2 * n + ranges[n] + 2 * (sign - first)
                (glyph,) = struct.unpack_from(">H", data, place)
            if sign != 0xFFFF and (glyph and (glyph + deltas[n]) % 0x10000):
                found.add(sign)
    return frozenset(found)
