"""What a known kind of table is: its columns, and how one of its rows is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.adapters.official_files.table import Row, folded

Reader = Callable[[Row], Any]


@dataclass(frozen=True)
class Part:
    """A kind of table.

    record: class of what a row becomes. key: what makes it unique. columns: our name -> pattern of
    its folded header ("be\\d\\d" is BE25 in the BMO of 2025); optional: the same, that may be
    missing. fewest: rows under which a file of the whole of France is cut or is an extract.
    may_end_bare: its producer leaves the last line without an end.
    """

    name: str
    data_set: str
    record: Any
    key: tuple[str, ...]
    columns: Mapping[str, str]
    read: Reader
    fewest: int
    optional: Mapping[str, str] = field(default_factory=dict)
    is_required: bool = True
    may_end_bare: bool = False

    def where(self, header: tuple[str, ...]) -> dict[str, int]:
        """Position of each of our columns that the header has."""
        found = {}
        names = [folded(name) for name in header]
        for column, pattern in {**self.columns, **self.optional}.items():
            matching = (n for n, name in enumerate(names) if re.fullmatch(pattern, name))
            position = next(matching, None)
            if position is not None:
                found[column] = position
        return found

    def missing(self, header: tuple[str, ...]) -> list[str]:
        found = self.where(header)
        return [pattern for column, pattern in self.columns.items() if column not in found]
