"""Two years of hiring projects, told to the person in charge of a territory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.adapters.official_files import bmo_differences as bmo
from bot.adapters.official_files.bmo_differences import BmoDifference, Cell
from bot.adapters.official_files.differences import ListDifference
from bot.commands.data_compare_words import (
    NOTHING,
    counted,
    few,
    line,
    list_document,
    list_sections,
    percent,
    section,
)
from bot.orientation.administrative_areas import REGIONS
from bot.orientation.job import Demand
from bot.orientation.labels import number

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
NOTES = (
    "Le BMO compte par famille : ses métiers partagent le même chiffre.",
    "Ce sont des projets que les employeurs annoncent, pas des embauches faites.",
    f"Forte hausse ou baisse : {bmo.STRONG_PROJECTS} projets et la moitié d'avant, au moins.",
    "Un chiffre masqué reste inconnu. Il ne compte ni en plus, ni en moins.",
)


class UnknownTerritory(ValueError):
    """The basin or the region is in none of the two editions; the message says so in French."""


@dataclass(frozen=True)
class BmoReport:
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
        if self.basin is not None and self._basin_code not in self.difference.basin_names:
            raise UnknownTerritory(f"Aucun bassin {self.basin} dans ces deux éditions.")

    @property
    def _basin_code(self) -> str:
        """A basin may be asked for by its code of before."""
        return self.difference.basins.now_by_before.get(self.basin or "", self.basin or "")

    @property
    def cells(self) -> tuple[Cell, ...]:
        if self.basin is not None:
            return self.difference.cells_by_basin[self._basin_code]
        if self.region is not None:
            return self.difference.of_region(self.region)
        return self.difference.cells

    @property
    def _by_basin(self) -> dict[str, tuple[Cell, ...]]:
        """The basins of the territory, those where most families gain or lose demand first."""
        codes = {cell.basin_code for cell in self.cells}
        found = {code: self.difference.cells_by_basin[code] for code in sorted(codes)}
        return dict(sorted(found.items(), key=lambda one: -len(_of(one[1], bmo.GAIN, bmo.LOSS))))

    @property
    def _basin_list(self) -> ListDifference:
        return self.difference.basins_of(self._by_basin)

    @property
    def _is_same(self) -> bool:
        lists = self._basin_list.is_empty and self.difference.families.is_empty
        return lists and all(
            bmo.figures(cell.before) == bmo.figures(cell.now) for cell in self.cells
        )

    # For people.

    def text(self, limit: int) -> str:
        before, now = self.difference.before, self.difference.now
        lines = [line(f"Projets d'embauche (BMO) : ce qui change de {before} à {now}"), ""]
        if self._is_same:
            lines += [NOTHING]
        elif self.basin is not None:
            lines += self._basin_lines(limit)
        else:
            lines += self._territory_lines(limit)
        jobs = sum(map(len, self.jobs.values()))
        counted_jobs = f"Métiers comptés : les {number(jobs)} que Déclic connaît."
        return "\n".join([*lines, "", *(line(note) for note in (*NOTES, counted_jobs))])

    def _territory_lines(self, limit: int) -> list[str]:
        lines = [line(f"{self._name} : {self._sum(self.cells)}"), self._masked(self.cells)]
        if self.region is None:
            regions = [
                f"{_region_name(code)} : {self._sum(self.difference.of_region(code))}"
                for code in self.difference.regions
            ]
            lines += section("Par région", regions, len(regions))
        lines += list_sections(self._basin_list, "Bassins", limit)
        lines += list_sections(self.difference.families, "Familles de métiers", limit)
        return [*lines, *self._family_sections(limit), *self._basin_section(limit)]

    def _family_sections(self, limit: int) -> list[str]:
        gains = Counter(cell.fap_code for cell in _of(self.cells, bmo.GAIN))
        losses = Counter(cell.fap_code for cell in _of(self.cells, bmo.LOSS))
        net = {code: gains[code] - losses[code] for code in sorted({*gains, *losses})}
        more = [code for code in sorted(net, key=lambda c: -net[c]) if net[code] > 0]
        fewer = [code for code in sorted(net, key=lambda c: net[c]) if net[code] < 0]

        def told(code: str) -> str:
            entering = counted(gains[code], "bassin", "bassins")
            leaving = counted(losses[code], "bassin", "bassins")
            return (
                f"{self.difference.family_labels[code]} : {entering} en plus, {leaving} en moins"
            )

        return [
            *section("Familles qui recrutent dans plus de bassins", list(map(told, more)), limit),
            *section("Familles qui recrutent dans moins de bassins", list(map(told, fewer)), limit),
        ]

    def _basin_section(self, limit: int) -> list[str]:
        told = [self._basin_sentence(code, cells) for code, cells in self._by_basin.items()]
        return section("Bassins, d'abord ceux qui changent le plus", told, limit)

    def _basin_lines(self, limit: int) -> list[str]:
        before, now = self.difference.before, self.difference.now
        titles = {
            bmo.GAIN: f"Familles de métiers sans projet en {before}, qui recrutent",
            bmo.LOSS: f"Familles qui ne recrutent plus en {now}",
            bmo.RISE: "Familles en forte hausse",
            bmo.FALL: "Familles en forte baisse",
        }
        lines = [line(self._basin_sentence(self._basin_code, self.cells)), self._masked(self.cells)]
        lines += list_sections(self._basin_list, "Bassins", limit)
        for change, title in titles.items():
            cells = sorted(_of(self.cells, change), key=lambda cell: -cell.size)
            lines += section(title, [self._cell(cell) for cell in cells], limit)
        unknown = len(_of(self.cells, bmo.UNKNOWN))
        if unknown:
            told = counted(unknown, "famille", "familles")
            lines += ["", line(f"Chiffre masqué : on ne sait pas ce qui change pour {told}.")]
        return lines

    @property
    def _name(self) -> str:
        return "France" if self.region is None else _region_name(self.region)

    def _basin_sentence(self, basin_code: str, cells: Sequence[Cell]) -> str:
        name = f"Dans le bassin {self.difference.basin_names[basin_code]} ({basin_code})"
        if all(cell.change == bmo.NOT_COMPARABLE for cell in cells):
            return f"{name} : rien à comparer, il n'est que dans une édition."
        gained, lost = (self._job_count(_of(cells, change)) for change in (bmo.GAIN, bmo.LOSS))
        risen, fallen = (self._job_count(_of(cells, change)) for change in (bmo.RISE, bmo.FALL))
        verb = "recrute" if gained < 2 else "recrutent"
        more = f"{counted(gained, 'métier', 'métiers')} de plus {verb}"
        return (
            f"{name} : {more if gained else 'aucun métier de plus ne recrute'}, "
            f"{number(lost)} de moins. Forte hausse : {number(risen)}. "
            f"Forte baisse : {number(fallen)}. Au total, {self._sum(cells)}"
        )

    def _sum(self, cells: Iterable[Cell]) -> str:
        found = bmo.total(cells)
        moved = f"de {number(found.projects_before)} à {number(found.projects_now)} projets"
        return f"{moved}{percent(found.share)}."

    def _masked(self, cells: Iterable[Cell]) -> str:
        found, difference = bmo.total(cells), self.difference
        return line(
            f"Chiffres masqués, non comptés : {number(found.masked_before)} en "
            f"{difference.before}, {number(found.masked_now)} en {difference.now}."
        )

    def _cell(self, cell: Cell) -> str:
        labels = list(self.jobs.get(cell.fap_code, {}).values())
        jobs = f" Métiers : {few(labels)}." if labels else ""
        family = self.difference.family_labels[cell.fap_code]
        return f"{family} : de {_figure(cell.before)} à {_figure(cell.now)} projets.{jobs}"

    def _job_count(self, cells: Iterable[Cell]) -> int:
        return sum(len(self.jobs.get(cell.fap_code, ())) for cell in cells)

    # For a spreadsheet.

    def rows(self) -> Iterator[list[str]]:
        for cell in self.cells:
            yield [
                CHANGES[cell.change],
                _region_name(self.difference.region_by_basin[cell.basin_code]),
                cell.basin_code,
                self.difference.basin_names[cell.basin_code],
                cell.fap_code,
                self.difference.family_labels[cell.fap_code],
                _plain(cell.before),
                _plain(cell.now),
                _masked_when(cell),
                "|".join(self.jobs.get(cell.fap_code, ())),
            ]

    # For a program.

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
                code: asdict(bmo.total(difference.of_region(code))) for code in self._regions
            },
            "basin_list": list_document(self._basin_list),
            "family_list": list_document(difference.families),
            "families": {
                code: {"label": label, "jobs": dict(self.jobs.get(code, {}))}
                for code, label in sorted(difference.family_labels.items())
                if code in families
            },
            "basins": [self._basin_document(*one) for one in self._by_basin.items()],
        }

    @property
    def _regions(self) -> tuple[str, ...]:
        if self.basin is not None:
            return (self.difference.region_by_basin[self._basin_code],)
        return (self.region,) if self.region else self.difference.regions

    def _basin_document(self, basin_code: str, cells: Sequence[Cell]) -> dict[str, Any]:
        return {
            "basin_code": basin_code,
            "name": self.difference.basin_names[basin_code],
            "region": self.difference.region_by_basin[basin_code],
            "total": asdict(bmo.total(cells)),
            "counts": dict(Counter(cell.change for cell in cells)),
            "changes": [asdict(cell) for cell in _of(cells, *bmo.NAMED)],
        }


def _of(cells: Iterable[Cell], *changes: str) -> list[Cell]:
    return [cell for cell in cells if cell.change in changes]


def _region_name(code: str) -> str:
    return REGIONS[code].name if code in REGIONS else code


def _figure(demand: Demand | None) -> str:
    least = "au moins " if bmo.is_masked(demand) else ""
    return least + number(bmo.published(demand))


def _plain(demand: Demand | None) -> str:
    """The published projects, which a spreadsheet can add up; nothing when all is masked."""
    return "" if demand and demand.projects is None else str(bmo.published(demand))


def _masked_when(cell: Cell) -> str:
    """When a figure is masked, be it in part."""
    when = {"avant": cell.before, "maintenant": cell.now}
    return " et ".join(name for name, demand in when.items() if bmo.is_masked(demand))
