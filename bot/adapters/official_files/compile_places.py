"""The communes, the employment basins and their hiring figures of a catalogue.

The files are of different years, and a few basins changed their codes in between: a commune's basin
is found among those of the hiring figures by its name, then by its code.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.adapters.official_files.basin_names import presentable
from bot.adapters.official_files.bmo import Bmo
from bot.adapters.official_files.communes import Places
from bot.adapters.official_files.table import folded
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand
from bot.orientation.territory import Basin, Commune

Names = defaultdict[str, list[str]]


@dataclass(frozen=True)
class CompiledPlaces:
    """family_labels: the families of the hiring figures, as BMO words them."""

    communes: tuple[Commune, ...]
    basins: tuple[Basin, ...]
    demand: tuple[Demand, ...]
    family_labels: dict[str, str]
    left_out: Counter[str]


def compiled(
    places: Places | None, hiring: Bmo | None, bundled: Catalogue | None
) -> CompiledPlaces:
    """What no file gives is taken from the bundled catalogue."""
    assert bundled is not None or (places and hiring)
    spelled = _names_by_department(places, bundled)
    known = _hiring_basins(hiring, spelled) if hiring else _by_code(_of(bundled).basins)
    communes = _communes(places, hiring) if places else _of(bundled).communes
    basins = {**_unhired_basins(places, communes, spelled, bundled), **known}
    left_out = Counter(places.left_out if places else {})
    inhabited = {commune.basin_code for commune in communes}
    left_out["bassins du BMO sans commune connue"] = len(set(known) - inhabited)
    left_out["bassins sans chiffre d'embauche"] = len(inhabited - set(known))
    return CompiledPlaces(
        communes=communes,
        basins=tuple(basins.values()),
        demand=hiring.demand if hiring else _of(bundled).demand,
        family_labels=hiring.family_labels if hiring else {},
        left_out=+left_out,
    )


def _of(bundled: Catalogue | None) -> Catalogue:
    assert bundled is not None
    return bundled


def _by_code(basins: Iterable[Basin]) -> dict[str, Basin]:
    return {basin.basin_code: basin for basin in basins}


def _names_by_department(places: Places | None, bundled: Catalogue | None) -> Names:
    """The names of the communes of each department: basins are spelled like them."""
    names: Names = defaultdict(list)
    for commune in places.communes if places else _of(bundled).communes:
        names[commune.department].append(commune.name)
    return names


def _hiring_basins(hiring: Bmo, spelled: Names) -> dict[str, Basin]:
    departments: dict[str, set[str]] = defaultdict(set)
    for row in hiring.rows:
        departments[row.basin_code].add(row.department)
    return {
        code: Basin(code, presentable(code, name, _around(departments[code], spelled)), region)
        for code, (name, region) in hiring.basins.items()
    }


def _around(departments: Iterable[str], spelled: Names) -> list[str]:
    return [name for department in sorted(departments) for name in spelled[department]]


def _communes(places: Places, hiring: Bmo | None) -> tuple[Commune, ...]:
    """The communes, each in the basin that the hiring figures mean."""
    by_name = _unique_names(hiring) if hiring else {}
    moved = {
        insee_code: by_name.get(_key(name), code)
        for insee_code, (code, name) in places.basins.items()
    }
    return tuple(
        commune
        if moved[commune.insee_code] == commune.basin_code
        else replace(commune, basin_code=moved[commune.insee_code])
        for commune in places.communes
    )


def _unique_names(hiring: Bmo) -> dict[str, str]:
    """Name as published -> code, for the names that one basin alone has."""
    names = Counter(_key(name) for name, _ in hiring.basins.values())
    return {_key(name): code for code, (name, _) in hiring.basins.items() if names[_key(name)] == 1}


def _key(name: str) -> str:
    return folded(name).removeprefix("bassin ")


def _unhired_basins(
    places: Places | None,
    communes: tuple[Commune, ...],
    spelled: Names,
    bundled: Catalogue | None,
) -> dict[str, Basin]:
    """The basins of communes as their own files name them, for those without hiring figures."""
    if places is None:
        return _by_code(_of(bundled).basins)
    region = {fact.insee_code: fact.region or "" for fact in places.facts}
    basins: dict[str, Basin] = {}
    for commune in communes:
        code = commune.basin_code
        if code not in basins:
            published = places.basins[commune.insee_code][1]
            name = presentable(code, published, spelled[commune.department])
            basins[code] = Basin(code, name, region[commune.insee_code])
    return basins
