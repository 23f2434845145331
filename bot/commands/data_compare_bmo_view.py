"""Two years of hiring projects, seen from France, a region or a basin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.adapters.official_files import bmo_differences as bmo
from bot.adapters.official_files.bmo_differences import BmoDifference, Cell
from bot.adapters.official_files.differences import ListDifference
from bot.orientation.administrative_areas import REGIONS


class UnknownTerritory(ValueError):
    """The basin or the region is in none of the two editions; the message says so in French."""


@dataclass(frozen=True)
class BmoView:
    """A difference, seen from France, from one region or from one basin (codes).

    jobs: family -> labels of its jobs, by ROME code.
    """

    difference: BmoDifference
    jobs: Mapping[str, Mapping[str, str]]
    region: str | None = None
    basin: str | None = None

    def __post_init__(self) -> None:
        if self.region is not None and self.region not in self.difference.regions:
            known = ", ".join(self.difference.regions)
            raise UnknownTerritory(f"Aucune région {self.region} ici. Codes connus : {known}.")
        if self.basin is not None and self.basin_code not in self.difference.basin_names:
            raise UnknownTerritory(f"Aucun bassin {self.basin} dans ces deux éditions.")

    @property
    def basin_code(self) -> str:
        """A basin may be asked for by its code of before, if no other basin has it now."""
        asked = self.basin or ""
        if asked in self.difference.basin_names:
            return asked
        return self.difference.basins.now_by_before.get(asked, asked)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        if self.basin is not None:
            return self.difference.cells_by_basin[self.basin_code]
        if self.region is not None:
            return self.difference.of_region(self.region)
        return self.difference.cells

    @cached_property
    def by_basin(self) -> dict[str, tuple[Cell, ...]]:
        """The basins of the territory, those where most families gain or lose demand first."""
        codes = {cell.basin_code for cell in self.cells}
        found = {code: self.difference.cells_by_basin[code] for code in sorted(codes)}
        moves = {c: len(cells_of(cells, bmo.GAIN, bmo.LOSS)) for c, cells in found.items()}
        return {code: found[code] for code in sorted(found, key=lambda c: -moves[c])}

    @property
    def basin_list(self) -> ListDifference:
        return self.difference.basins_of(self.by_basin)

    @property
    def is_same(self) -> bool:
        lists = self.basin_list.is_empty and self.difference.families.is_empty
        return lists and all(
            bmo.figures(cell.before) == bmo.figures(cell.now) for cell in self.cells
        )

    @property
    def regions(self) -> tuple[str, ...]:
        if self.basin is not None:
            return (self.difference.region_by_basin[self.basin_code],)
        return (self.region,) if self.region else self.difference.regions


def cells_of(cells: Iterable[Cell], *changes: str) -> list[Cell]:
    return [cell for cell in cells if cell.change in changes]


def region_name(code: str) -> str:
    return REGIONS[code].name if code in REGIONS else code
