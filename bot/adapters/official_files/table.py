"""One table of an official file, whatever it was stored in, and one row of it under our names."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MASKED = frozenset({"*", ""})


class OfficialFileError(ValueError):
    """A file cannot be used; the message (in French) says which, why and what to do."""


class RowRefused(ValueError):
    """A value of a row is wrong; the message (in French) says which and why."""


class SetAside(Exception):
    """The row is right and of no use here; the message (in French) says why."""


@dataclass(frozen=True)
class Table:
    """Cells as text, under the header of the file.

    origin: where it comes from, as a person finds it ("dossier.zip > fichier.csv"). container:
    folder or archive, shared by the tables that were delivered together. rows: (line, cells), to
    be read once. is_cut: the last line has no end, which often means a broken download.
    """

    origin: str
    container: str
    header: tuple[str, ...]
    rows: Iterable[tuple[int, list[str]]]
    is_cut: bool = False


class Row:
    """One row under our column names. A value that does not fit raises RowRefused, in which the
    column has its name in the file.
    """

    __slots__ = ("_cells", "_header", "_where")

    def __init__(self, cells: list[str], where: Mapping[str, int], header: tuple[str, ...]) -> None:
        self._cells = cells
        self._where = where
        self._header = header

    def _told(self, name: str) -> str:
        return self._header[self._where[name]] if name in self._where else name

    def has(self, name: str) -> bool:
        return name in self._where

    def optional(self, name: str) -> str | None:
        """The text, None when the cell is empty or its optional column is not there."""
        position = self._where.get(name)
        return (self._cells[position].strip() or None) if position is not None else None

    def text(self, name: str) -> str:
        value = self.optional(name)
        if value is None:
            raise RowRefused(f"la case « {self._told(name)} » est vide")
        return value

    def code(self, name: str, pattern: re.Pattern[str], width: int = 0) -> str:
        """A code; leading zeros that a spreadsheet took away are put back up to `width`."""
        value = self.text(name)
        value = value.zfill(width) if value.isascii() and value.isdecimal() else value
        if not pattern.fullmatch(value):
            raise RowRefused(f"« {value[:40]} » n'est pas un code pour « {self._told(name)} »")
        return sys.intern(value)

    def repeated(self, name: str) -> str:
        """A text that many rows have, kept once in memory."""
        return sys.intern(self.text(name))

    def optional_code(self, name: str, pattern: re.Pattern[str], width: int = 0) -> str | None:
        return None if self.optional(name) is None else self.code(name, pattern, width)

    def whole(self, name: str) -> int:
        """A whole number, zero or more, however a spreadsheet writes it: 1234, "1 234", 1234.0"""
        return whole_number(self.text(name), self._told(name))

    def masked_whole(self, name: str) -> int | None:
        """The same, None when the source hides the figure."""
        value = self.optional(name)
        is_hidden = value is None or value in MASKED
        return None if is_hidden else whole_number(value or "", self._told(name))

    def degrees(self, name: str, limit: float) -> float | None:
        value = self.optional(name)
        return None if value is None else degrees(value, self._told(name), limit)

    def yes(self, name: str) -> bool:
        """ "O" is yes; "N" and nothing are no."""
        value = (self.optional(name) or "N").upper()
        if value not in ("O", "N", "OUI", "NON"):
            raise RowRefused(f"« {value[:40]} » n'est ni O ni N pour « {self._told(name)} »")
        return value.startswith("O")


def whole_number(value: str, name: str) -> int:
    plain = re.sub(r"[\s\u00a0\u202f]", "", value).replace(",", ".")
    plain = re.sub(r"\.0*$", "", plain)
    if not (plain.isascii() and plain.isdecimal() and len(plain) < 10):
        raise RowRefused(f"« {value[:40]} » n'est pas un nombre entier pour « {name} »")
    return int(plain)


def degrees(value: str, name: str, limit: float) -> float:
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        raise RowRefused(f"« {value[:40]} » n'est pas un nombre pour « {name} »") from None
    if not -limit <= number <= limit:
        raise RowRefused(f"« {value[:40]} » n'est pas entre -{limit:g} et {limit:g}")
    return round(number, 5)


def folded(name: str) -> str:
    """A header or a name without capitals, accents, quotes and outer or doubled spaces."""
    plain = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE"))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.replace('"', " ").casefold().split())


def checked_cells(cells: list[str], width: int) -> list[str]:
    """The cells of a row of an official file. Raises RowRefused: another number of cells, or a
    formula, which a spreadsheet would run.
    """
    for cell in cells:
        if cell.lstrip().startswith(("=", "@")):
            raise RowRefused(f"la case « {cell[:40]} » est une formule")
    if len(cells) == width:
        return cells
    # Spreadsheets leave empty cells after the last column.
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        return cells[:width]
    raise RowRefused(f"{len(cells)} cases au lieu de {width}")
