"""What a new BMO changes: which families of jobs gain or lose demand, basin by basin.

BMO is a survey of employers' intentions: a small move says nothing, so only four kinds are named.
A masked figure may be anything: a change is named only when it is true whatever is masked.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bot.adapters.official_files.basin_names import presentable
from bot.adapters.official_files.bmo import Bmo
from bot.adapters.official_files.differences import (
    Change,
    Entry,
    ListDifference,
    list_difference,
    same_code,
)
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.fap import CORRECTED_LABELS
from bot.adapters.official_files.gendered_label import tidy
from bot.adapters.official_files.table import folded
from bot.orientation.job import Demand

GAIN, LOSS, RISE, FALL = "gain", "loss", "rise", "fall"
LITTLE, UNKNOWN, NOT_COMPARABLE = "little", "unknown", "not_comparable"
NAMED = (GAIN, LOSS, RISE, FALL)
STRONG_PROJECTS, STRONG_SHARE = 20, 0.5
"""A strong rise or fall: so many projects at least, and this share of the earlier figure."""


@dataclass(frozen=True)
class Cell:
    """A family in a basin, under the codes of the newer edition where it has them.

    before, now: None = no project was reported, which is not a masked figure.
    change: GAIN none -> some, LOSS some -> none, RISE and FALL strong ones, LITTLE less than that,
    UNKNOWN what is masked could decide, NOT_COMPARABLE the basin or the family is in one edition.
    """

    basin_code: str
    fap_code: str
    before: Demand | None
    now: Demand | None
    change: str

    @property
    def size(self) -> int:
        """Projects gained or lost, by the published figures; orders cells."""
        return abs(published(self.now) - published(self.before))


@dataclass(frozen=True)
class Total:
    """Published projects of a territory, and how many figures are masked, at least in part."""

    projects_before: int
    projects_now: int
    masked_before: int
    masked_now: int

    @property
    def share(self) -> float | None:
        """Change of the published projects, -0.13 for 13 % less; None when there was none."""
        if not self.projects_before:
            return None
        return (self.projects_now - self.projects_before) / self.projects_before


@dataclass(frozen=True)
class BmoDifference:
    """Two years of BMO. region_by_basin: INSEE code of the region; basin_names: to be shown."""

    before: int
    now: int
    basins: ListDifference
    families: ListDifference
    basin_names: Mapping[str, str]
    region_by_basin: Mapping[str, str]
    family_labels: Mapping[str, str]
    cells: tuple[Cell, ...]

    @cached_property
    def regions(self) -> tuple[str, ...]:
        return tuple(sorted(set(self.region_by_basin.values())))

    @cached_property
    def cells_by_basin(self) -> dict[str, tuple[Cell, ...]]:
        found: dict[str, list[Cell]] = {code: [] for code in self.basin_names}
        for cell in self.cells:
            found[cell.basin_code].append(cell)
        return {code: tuple(cells) for code, cells in found.items()}

    def of_region(self, region: str) -> tuple[Cell, ...]:
        return tuple(c for c in self.cells if self.region_by_basin[c.basin_code] == region)

    def basins_of(self, codes: Collection[str]) -> ListDifference:
        """What changed in the list of basins, of these only (codes of now, as in cells)."""
        appeared, recoded, renamed = self.basins.appeared, self.basins.recoded, self.basins.renamed
        return replace(
            self.basins,
            appeared=tuple(one for one in appeared if one.code in codes),
            went=tuple(one for one in self.basins.went if self.basins.code_now(one.code) in codes),
            recoded=tuple(one for one in recoded if one.now.code in codes),
            renamed=tuple(one for one in renamed if one.now.code in codes),
        )


def bmo_difference(before: Edition, now: Edition) -> BmoDifference:
    """Compares two years. A basin is found again by its region and name, then by its code, as the
    communes' basins are.
    """
    old, new = Bmo(before), Bmo(now)
    region = _regions(old) | _regions(new)
    basins = _presented(
        list_difference(
            _published_names(old),
            _published_names(new),
            (lambda code, name: (region[code], folded(name)), same_code),
        )
    )
    old_labels, new_labels = _family_labels(old), _family_labels(new)
    families = list_difference(
        old_labels, new_labels, (same_code, lambda _code, name: folded(name))
    )
    return BmoDifference(
        before=before.number,
        now=now.number,
        basins=basins,
        families=families,
        basin_names=_under_new_codes(_basin_names(old), basins) | _basin_names(new),
        region_by_basin=_under_new_codes(_regions(old), basins) | _regions(new),
        family_labels=_under_new_codes(old_labels, families) | new_labels,
        cells=tuple(_cells(old, new, basins, families)),
    )


def total(cells: Iterable[Cell]) -> Total:
    listed = list(cells)
    return Total(
        projects_before=sum(published(cell.before) for cell in listed),
        projects_now=sum(published(cell.now) for cell in listed),
        masked_before=sum(is_masked(cell.before) for cell in listed),
        masked_now=sum(is_masked(cell.now) for cell in listed),
    )


def change_between(before: Demand | None, now: Demand | None) -> str:
    """The kind of change that is true whatever the masked parts hide (see Cell)."""
    (low_before, high_before), (low_now, high_now) = _bounds(before), _bounds(now)
    if high_before == 0 and low_now > 0:
        return GAIN
    if high_now == 0 and low_before > 0:
        return LOSS
    if high_before and _is_strong(high_before, low_now - high_before):
        return RISE
    if low_before and _is_strong(low_before, low_before - high_now):
        return FALL
    return UNKNOWN if math.inf in (high_before, high_now) else LITTLE


def published(demand: Demand | None) -> int:
    return (demand.projects or 0) if demand else 0


def figures(demand: Demand | None) -> tuple[int, bool]:
    """All that is compared: published projects, and whether more are masked."""
    return published(demand), is_masked(demand)


def is_masked(demand: Demand | None) -> bool:
    return demand is not None and (demand.projects is None or demand.is_minimum)


def _bounds(demand: Demand | None) -> tuple[float, float]:
    """The fewest and the most projects that there can be."""
    return published(demand), math.inf if is_masked(demand) else published(demand)


def _is_strong(base: float, moved: float) -> bool:
    return moved >= max(STRONG_PROJECTS, STRONG_SHARE * base)


def _cells(old: Bmo, new: Bmo, basins: ListDifference, families: ListDifference) -> Iterable[Cell]:
    basin_now = {code: basins.code_now(code) for code in old.basins}
    family_now = {code: families.code_now(code) for code in old.family_labels}
    before = {(basin_now[row.basin_code], family_now[row.fap_code]): row for row in old.demand}
    now = {(row.basin_code, row.fap_code): row for row in new.demand}
    both_basins = set(basins.now_by_before.values())
    both_families = set(families.now_by_before.values())
    for basin_code, fap_code in sorted(before.keys() | now.keys()):
        one, other = before.get((basin_code, fap_code)), now.get((basin_code, fap_code))
        is_comparable = basin_code in both_basins and fap_code in both_families
        change = change_between(one, other) if is_comparable else NOT_COMPARABLE
        yield Cell(basin_code, fap_code, one, other, change)


def _published_names(bmo: Bmo) -> dict[str, str]:
    """Names that only depend on what was published: our own names go by code, which may change."""
    return {
        code: name.removeprefix("BASSIN ").replace("-", " ").title()
        for code, (name, _region) in bmo.basins.items()
    }


def _presented(basins: ListDifference) -> ListDifference:
    """Our names for basins, but where a new name is the news."""

    def entry(one: Entry) -> Entry:
        return Entry(one.code, presentable(one.code, one.name))

    return replace(
        basins,
        appeared=tuple(map(entry, basins.appeared)),
        went=tuple(map(entry, basins.went)),
        recoded=tuple(Change(entry(one.before), entry(one.now)) for one in basins.recoded),
    )


def _basin_names(bmo: Bmo) -> dict[str, str]:
    return {code: presentable(code, name) for code, (name, _region) in bmo.basins.items()}


def _regions(bmo: Bmo) -> dict[str, str]:
    return {code: region for code, (_name, region) in bmo.basins.items()}


def _family_labels(bmo: Bmo) -> dict[str, str]:
    return {
        code: tidy(CORRECTED_LABELS.get(code, label)) for code, label in bmo.family_labels.items()
    }


def _under_new_codes(values: Mapping[str, str], difference: ListDifference) -> dict[str, str]:
    return {difference.code_now(code): value for code, value in values.items()}
