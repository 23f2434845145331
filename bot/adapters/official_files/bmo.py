"""BMO (Besoins en main-d'œuvre): hiring projects by family and employment basin.

The file has one row for each family, basin and department; a basin may lie in two departments.
"*" hides a small count: it is unknown, never zero. A family and basin without a row had no
project reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.records import BmoRow
from bot.orientation.job import Demand


@dataclass(frozen=True)
class Bmo:
    """The BMO of one year, of one region (INSEE code) or, when None, of all France."""

    edition: Edition
    region: str | None = None

    @property
    def year(self) -> int:
        return self.edition.number

    @cached_property
    def rows(self) -> list[BmoRow]:
        rows: list[BmoRow] = self.edition.parts["bmo"]
        return [row for row in rows if self.region in (None, row.region)]

    @cached_property
    def demand(self) -> tuple[Demand, ...]:
        """One row for each family and basin, the departments added up."""
        parts: dict[tuple[str, str], list[BmoRow]] = defaultdict(list)
        for row in self.rows:
            parts[row.fap_code, row.basin_code].append(row)
        return tuple(_demand(*key, rows) for key, rows in sorted(parts.items()))

    @cached_property
    def family_labels(self) -> dict[str, str]:
        return {row.fap_code: row.fap_label for row in self.rows}

    @cached_property
    def basins(self) -> dict[str, tuple[str, str]]:
        """Basin code -> its name as published, and its region."""
        return {row.basin_code: (row.basin_name, row.region) for row in self.rows}


def _demand(fap_code: str, basin_code: str, rows: Sequence[BmoRow]) -> Demand:
    projects = [row.projects for row in rows]
    return Demand(
        fap_code=fap_code,
        basin_code=basin_code,
        year=rows[0].year,
        projects=known_sum(projects),
        hard=known_sum([row.hard for row in rows]),
        seasonal=known_sum([row.seasonal for row in rows]),
        is_minimum=0 < sum(part is None for part in projects) < len(projects),
    )


def known_sum(parts: Sequence[int | None]) -> int | None:
    """Sum of the parts that are not masked; None when all of them are."""
    known = [part for part in parts if part is not None]
    return sum(known) if known else None
