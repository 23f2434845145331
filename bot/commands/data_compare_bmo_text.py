"""Two years of hiring projects, told to the person in charge of a territory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.adapters.official_files import bmo_differences as bmo
from bot.adapters.official_files.bmo_differences import BmoDifference, Cell
from bot.commands.data_compare_bmo_view import BmoView, cells_of, region_name
from bot.commands.data_compare_words import (
    NOTHING,
    counted,
    few,
    line,
    list_sections,
    percent,
    section,
)
from bot.orientation.job import Demand
from bot.orientation.labels import number

NOTES = (
    "Le BMO compte par famille : ses métiers partagent le même chiffre.",
    "Ce sont des projets que les employeurs annoncent, pas des embauches faites.",
    f"Forte hausse ou baisse : {bmo.STRONG_PROJECTS} projets et la moitié d'avant, au moins.",
    "Un chiffre masqué reste inconnu. Il ne compte ni en plus, ni en moins.",
)


@dataclass(frozen=True)
class BmoText:
    """What changes, in lines of 80 columns. limit: items of each list."""

    view: BmoView
    limit: int

    @property
    def difference(self) -> BmoDifference:
        return self.view.difference

    def told(self) -> str:
        before, now = self.difference.before, self.difference.now
        lines = [line(f"Projets d'embauche (BMO) : ce qui change de {before} à {now}"), ""]
        if self.view.is_same:
            lines += [NOTHING]
        elif self.view.basin is not None:
            lines += self._basin_lines()
        else:
            lines += self._territory_lines()
        jobs = sum(map(len, self.view.jobs.values()))
        counted_jobs = f"Métiers comptés : les {number(jobs)} que Déclic connaît."
        return "\n".join([*lines, "", *(line(note) for note in (*NOTES, counted_jobs))])

    def _territory_lines(self) -> list[str]:
        lines = [line(f"{self._name} : {self._sum(self.view.cells)}"), self._masked()]
        if self.view.region is None:
            regions = [
                f"{region_name(code)} : {self._sum(self.difference.of_region(code))}"
                for code in self.difference.regions
            ]
            lines += section("Par région", regions, len(regions))
        lines += list_sections(self.view.basin_list, "Bassins", self.limit)
        lines += list_sections(self.difference.families, "Familles de métiers", self.limit)
        return [*lines, *self._family_sections(), *self._basin_section()]

    def _family_sections(self) -> list[str]:
        gains = Counter(cell.fap_code for cell in cells_of(self.view.cells, bmo.GAIN))
        losses = Counter(cell.fap_code for cell in cells_of(self.view.cells, bmo.LOSS))
        net = {code: gains[code] - losses[code] for code in sorted({*gains, *losses})}
        more = [code for code in sorted(net, key=lambda c: -net[c]) if net[code] > 0]
        fewer = [code for code in sorted(net, key=lambda c: net[c]) if net[code] < 0]

        def told(code: str) -> str:
            entering = counted(gains[code], "bassin", "bassins")
            leaving = counted(losses[code], "bassin", "bassins")
            family = self.difference.family_labels[code]
            return f"{family} : {entering} en plus, {leaving} en moins"

        titles = {
            "Familles qui recrutent dans plus de bassins": more,
            "Familles qui recrutent dans moins de bassins": fewer,
        }
        return [
            text
            for title, codes in titles.items()
            for text in section(title, list(map(told, codes)), self.limit)
        ]

    def _basin_section(self) -> list[str]:
        told = [self._basin_sentence(code, cells) for code, cells in self.view.by_basin.items()]
        return section("Bassins, d'abord ceux qui changent le plus", told, self.limit)

    def _basin_lines(self) -> list[str]:
        before, now = self.difference.before, self.difference.now
        titles = {
            bmo.GAIN: f"Familles de métiers sans projet en {before}, qui recrutent",
            bmo.LOSS: f"Familles qui ne recrutent plus en {now}",
            bmo.RISE: "Familles en forte hausse",
            bmo.FALL: "Familles en forte baisse",
        }
        cells = self.view.cells
        lines = [line(self._basin_sentence(self.view.basin_code, cells)), self._masked()]
        lines += list_sections(self.view.basin_list, "Bassins", self.limit)
        for change, title in titles.items():
            largest = sorted(cells_of(cells, change), key=lambda cell: -cell.size)
            lines += section(title, [self._cell(cell) for cell in largest], self.limit)
        unknown = len(cells_of(cells, bmo.UNKNOWN))
        if unknown:
            told = counted(unknown, "famille", "familles")
            lines += ["", line(f"Chiffre masqué : on ne sait pas ce qui change pour {told}.")]
        return lines

    @property
    def _name(self) -> str:
        return "France" if self.view.region is None else region_name(self.view.region)

    def _basin_sentence(self, basin_code: str, cells: Sequence[Cell]) -> str:
        name = f"Dans le bassin {self.difference.basin_names[basin_code]} ({basin_code})"
        if all(cell.change == bmo.NOT_COMPARABLE for cell in cells):
            return f"{name} : rien à comparer, il n'est que dans une édition."
        gained, lost, risen, fallen = (
            self._job_count(cells_of(cells, change)) for change in bmo.NAMED
        )
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

    def _masked(self) -> str:
        found, difference = bmo.total(self.view.cells), self.difference
        return line(
            f"Chiffres masqués, non comptés : {number(found.masked_before)} en "
            f"{difference.before}, {number(found.masked_now)} en {difference.now}."
        )

    def _cell(self, cell: Cell) -> str:
        labels = list(self.view.jobs.get(cell.fap_code, {}).values())
        jobs = f" Métiers : {few(labels)}." if labels else ""
        family = self.difference.family_labels[cell.fap_code]
        return f"{family} : de {_figure(cell.before)} à {_figure(cell.now)} projets.{jobs}"

    def _job_count(self, cells: Iterable[Cell]) -> int:
        return sum(len(self.view.jobs.get(cell.fap_code, ())) for cell in cells)


def _figure(demand: Demand | None) -> str:
    least = "au moins " if bmo.is_masked(demand) else ""
    return least + number(bmo.published(demand))
