"""What a new list of communes changes: which appeared, went, took another name, code or basin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.adapters.official_files.basin_names import presentable
from bot.adapters.official_files.differences import (
    Entry,
    ListDifference,
    list_difference,
    same_code,
)
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.records import PlaceFact
from bot.adapters.official_files.table import folded
from bot.orientation.administrative_areas import department_of

LIST_PART = {"COG": "cog", "COMMUNES": "joined"}
BASIN_PART = {"COMMUNES": "joined", "BASSINS": "basins"}
"""Data sets that give the basin of a commune, and their part."""


@dataclass(frozen=True)
class BasinMove:
    """A commune whose employment basin is another one."""

    commune: Entry
    before: Entry
    now: Entry


@dataclass(frozen=True)
class PlaceDifference:
    """Two years of communes. basin_moves: None when no file gives the basins of both years."""

    data_set: str
    before: int
    now: int
    communes: ListDifference
    basin_moves: tuple[BasinMove, ...] | None


def place_difference(
    before: Edition, now: Edition, basins: tuple[Edition, Edition] | None = None
) -> PlaceDifference:
    """Compares two lists of communes; a commune is found again by its code, then by its name in its
    department.

    basins: editions that give the basin of each commune, when the lists themselves do not.
    """
    old, new = (_names(edition) for edition in (before, now))
    communes = list_difference(old, new, (same_code, _department_and_name))
    if basins is None and before.data_set in BASIN_PART:
        basins = before, now
    moves = tuple(_basin_moves(communes, new, *basins)) if basins else None
    return PlaceDifference(before.data_set, before.number, now.number, communes, moves)


def _department_and_name(insee_code: str, name: str) -> tuple[str, str]:
    return department_of(insee_code), folded(name)


def _names(edition: Edition) -> dict[str, str]:
    facts: list[PlaceFact] = edition.parts[LIST_PART[edition.data_set]]
    return {fact.insee_code: fact.name or "" for fact in facts}


def _basin_moves(
    communes: ListDifference, names: Mapping[str, str], before: Edition, now: Edition
) -> Iterable[BasinMove]:
    """A basin that changed its code only is the same: basins are found again by name, then code."""
    old, new = _basin_by_commune(before), _basin_by_commune(now)
    same = list_difference(
        dict(old.values()), dict(new.values()), (lambda _code, name: folded(name), same_code)
    )
    for earlier, insee_code in sorted(communes.now_by_before.items()):
        one, other = old.get(earlier), new.get(insee_code)
        if one and other and same.now_by_before.get(one[0]) != other[0]:
            commune = Entry(insee_code, names[insee_code])
            yield BasinMove(commune, _presented(*one), _presented(*other))


def _basin_by_commune(edition: Edition) -> dict[str, tuple[str, str]]:
    """INSEE code -> code and published name of its basin; the code where it has no name."""
    facts: list[PlaceFact] = edition.parts[BASIN_PART[edition.data_set]]
    return {
        fact.insee_code: (fact.basin_code, fact.basin_name or fact.basin_code)
        for fact in facts
        if fact.basin_code
    }


def _presented(basin_code: str, name: str) -> Entry:
    return Entry(basin_code, presentable(basin_code, name))
