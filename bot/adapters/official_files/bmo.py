"""BMO (Besoins en main-d'œuvre): hiring projects by family and employment basin.

The file has one row for each family, basin and department; a basin may lie in two departments.
"*" hides a small count: it is unknown, never zero. A family and basin without a row had no
project reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.official_files import table
from bot.orientation.job import Demand

MASKED = ("*", "")
COLUMNS = ("annee", "Code métier BMO", "Nom métier BMO", "REG", "met", "xmet", "smet")


@dataclass(frozen=True)
class Bmo:
    """The BMO of one region: its rows, and the names of families and basins in it."""

    demand: tuple[Demand, ...]
    family_labels: dict[str, str]
    basin_names: dict[str, str]

    @property
    def year(self) -> int:
        return self.demand[0].year


def read(reference: Path, region: str) -> Bmo:
    """The newest BMO file of the folder, for one region (INSEE code)."""
    path = table.find(reference, "bmo/bmo_20[0-9][0-9]")
    code_column, name_column = _basin_columns(path)
    parts: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    families, basins = {}, {}
    for row in table.read(path, (*COLUMNS, code_column, name_column)):
        if row["REG"] != region:
            continue
        basin_code = row[code_column].zfill(4)
        families[row["Code métier BMO"]] = row["Nom métier BMO"]
        basins[basin_code] = row[name_column]
        parts[row["Code métier BMO"], basin_code].append(row)
    if not parts:
        raise table.OfficialFileError(f"{path} n'a aucune ligne pour la région {region}.")
    demand = tuple(_demand(*key, rows) for key, rows in sorted(parts.items()))
    return Bmo(demand, families, basins)


def _basin_columns(path: Path) -> tuple[str, str]:
    """The basin columns bear the year: BE25 and NOMBE25 in 2025."""
    year = path.name.removeprefix("bmo_20")[:2]
    return f"BE{year}", f"NOMBE{year}"


def _demand(fap_code: str, basin_code: str, rows: Sequence[dict[str, str]]) -> Demand:
    projects = [row["met"] for row in rows]
    return Demand(
        fap_code=fap_code,
        basin_code=basin_code,
        year=int(rows[0]["annee"]),
        projects=known_sum(projects),
        hard=known_sum([row["xmet"] for row in rows]),
        seasonal=known_sum([row["smet"] for row in rows]),
        is_minimum=0 < sum(part in MASKED for part in projects) < len(projects),
    )


def known_sum(parts: Sequence[str]) -> int | None:
    """Sum of the parts that are not masked; None when all of them are."""
    known = [int(float(part)) for part in parts if part not in MASKED]
    return sum(known) if known else None
