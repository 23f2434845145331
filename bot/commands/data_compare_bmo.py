"""Two years of hiring projects, for people, for a spreadsheet and for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.adapters.official_files import bmo_differences as bmo
from bot.adapters.official_files.bmo_differences import Cell
from bot.commands.data_compare_bmo_text import BmoText
from bot.commands.data_compare_bmo_view import BmoView, cells_of, region_name
from bot.commands.data_compare_words import list_document
from bot.orientation.job import Demand

HEADER = [
    "changement",
    "region",
    "code_bassin",
    "bassin",
    "code_famille",
    "famille",
    "projets_avant",
    "projets_maintenant",
    "masque",
    "metiers",
]
CHANGES = {
    bmo.GAIN: "recrute maintenant",
    bmo.LOSS: "ne recrute plus",
    bmo.RISE: "forte hausse",
    bmo.FALL: "forte baisse",
    bmo.LITTLE: "peu de changement",
    bmo.UNKNOWN: "inconnu (chiffre masqué)",
    bmo.NOT_COMPARABLE: "pas comparable",
}


@dataclass(frozen=True)
class BmoReport(BmoView):
    """What a territory sees of a difference, in three forms."""

    def text(self, limit: int) -> str:
        return BmoText(self, limit).told()

    def rows(self) -> Iterator[list[str]]:
        for cell in self.cells:
            yield [
                CHANGES[cell.change],
                region_name(self.difference.region_by_basin[cell.basin_code]),
                cell.basin_code,
                self.difference.basin_names[cell.basin_code],
                cell.fap_code,
                self.difference.family_labels[cell.fap_code],
                _plain(cell.before),
                _plain(cell.now),
                _masked_when(cell),
                "|".join(self.jobs.get(cell.fap_code, ())),
            ]

    def document(self) -> dict[str, Any]:
        """The named changes only; the other families of a basin are counted by kind."""
        difference = self.difference
        families = {cell.fap_code for cell in self.cells}
        return {
            "data_set": "BMO",
            "before": difference.before,
            "now": difference.now,
            "total": asdict(bmo.total(self.cells)),
            "regions": {
                code: asdict(bmo.total(difference.of_region(code))) for code in self.regions
            },
            "basin_list": list_document(self.basin_list),
            "family_list": list_document(difference.families),
            "families": {
                code: {"label": label, "jobs": dict(self.jobs.get(code, {}))}
                for code, label in sorted(difference.family_labels.items())
                if code in families
            },
            "basins": [self._basin_document(*one) for one in self.by_basin.items()],
        }

    def _basin_document(self, basin_code: str, cells: Sequence[Cell]) -> dict[str, Any]:
        return {
            "basin_code": basin_code,
            "name": self.difference.basin_names[basin_code],
            "region": self.difference.region_by_basin[basin_code],
            "total": asdict(bmo.total(cells)),
            "counts": dict(Counter(cell.change for cell in cells)),
            "changes": [asdict(cell) for cell in cells_of(cells, *bmo.NAMED)],
        }


def _plain(demand: Demand | None) -> str:
    """The published projects, which a spreadsheet can add up; nothing when all is masked."""
    return "" if demand and demand.projects is None else str(bmo.published(demand))


def _masked_when(cell: Cell) -> str:
    """When a figure is masked, be it in part."""
    when = {"avant": cell.before, "maintenant": cell.now}
    return " et ".join(name for name, demand in when.items() if bmo.is_masked(demand))
