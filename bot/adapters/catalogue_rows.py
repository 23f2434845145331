"""One CSV file of the catalogue, read row by row; a wrong value is named by file, line, column."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LIST_SEPARATOR = "|"


class BrokenCatalogue(ValueError):
    """A catalogue file cannot be used; the message (in French) says where, why and what to do."""

    def __init__(self, path: Path, reason: str, line: int | None = None, column: str = "") -> None:
        place = str(path)
        place += f", ligne {line}" if line else ""
        place += f", colonne {column}" if column else ""
        super().__init__(
            f"{place} : {reason}. La base de données n'a pas changé. "
            "Corrigez ce fichier, ou refaites-le avec « declic data compile »."
        )


@dataclass(frozen=True)
class Row:
    """One line of a catalogue file; an empty cell is None where None is allowed."""

    path: Path
    line: int
    cells: dict[str, str]

    def error(self, column: str, reason: str) -> BrokenCatalogue:
        return BrokenCatalogue(self.path, reason, self.line, column)

    def text(self, column: str) -> str:
        value = self.cells[column]
        if not value.strip():
            raise self.error(column, "la case est vide")
        return value

    def integer(self, column: str) -> int:
        """A whole number, zero or more."""
        value = self.text(column)
        if not (value.isascii() and value.isdecimal()):
            raise self.error(column, f"« {value} » n'est pas un nombre entier")
        return int(value)

    def optional_integer(self, column: str) -> int | None:
        return self.integer(column) if self.cells[column].strip() else None

    def degrees(self, column: str, limit: float) -> float:
        """An angle between -limit and limit."""
        value = self.text(column)
        try:
            number = float(value)
        except ValueError:
            raise self.error(column, f"« {value} » n'est pas un nombre") from None
        if not -limit <= number <= limit:
            raise self.error(column, f"« {value} » n'est pas entre -{limit:g} et {limit:g}")
        return number

    def boolean(self, column: str) -> bool:
        return self.one_of(column, ("0", "1")) == "1"

    def listed(self, column: str) -> tuple[str, ...]:
        value = self.cells[column].strip()
        return tuple(value.split(LIST_SEPARATOR)) if value else ()

    def one_of(self, column: str, allowed: tuple[str, ...]) -> str:
        value = self.text(column)
        if value not in allowed:
            raise self.error(
                column, f"« {value} » n'est pas l'une de ces valeurs : {', '.join(allowed)}"
            )
        return value

    def optional_one_of(self, column: str, allowed: tuple[str, ...]) -> str | None:
        return self.one_of(column, allowed) if self.cells[column].strip() else None


def rows(path: Path, columns: tuple[str, ...], key: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a file that has exactly `columns`, with no two rows of the same `key`."""
    seen: dict[tuple[str, ...], int] = {}
    for row in _raw_rows(path, columns):
        value = tuple(row.cells[column] for column in key)
        if value in seen:
            reason = f"{' / '.join(value)} est déjà à la ligne {seen[value]}"
            raise row.error(", ".join(key), reason)
        seen[value] = row.line
        yield row


def _raw_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if next(reader, None) != list(columns):
                raise BrokenCatalogue(path, f"la première ligne doit être {','.join(columns)}", 1)
            for cells in reader:
                if len(cells) != len(columns):
                    reason = f"{len(cells)} cases au lieu de {len(columns)}"
                    raise BrokenCatalogue(path, reason, reader.line_num)
                yield Row(path, reader.line_num, dict(zip(columns, cells, strict=True)))
    except FileNotFoundError:
        raise BrokenCatalogue(path, "le fichier n'existe pas") from None
    except UnicodeDecodeError:
        raise BrokenCatalogue(path, "le fichier n'est pas en UTF-8") from None
    except csv.Error as error:
        raise BrokenCatalogue(path, f"ce n'est pas un CSV lisible ({error})") from error
