"""The communes, the employment basins and their hiring figures of a catalogue.

The files are of different years, and a few basins changed their codes in between: a commune's basin
is found among those of the hiring figures by its name, then by its code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.adapters.official_files.basin_names import presentable
from bot.adapters.official_files.bmo import Bmo
from bot.adapters.official_files.communes import Places
from bot.adapters.official_files.table import folded
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Demand
from bot.orientation.territory import Basin, Commune


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
    known = _hiring_basins(hiring) if hiring else {b.basin_code: b for b in _of(bundled).basins}
    communes = _communes(places, known) if places else _of(bundled).communes
    basins = {**_unhired_basins(places, communes, bundled), **known}
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


def _hiring_basins(hiring: Bmo) -> dict[str, Basin]:
    return {
        code: Basin(code, presentable(code, name), region)
        for code, (name, region) in hiring.basins.items()
    }


def _communes(places: Places, known: Mapping[str, Basin]) -> tuple[Commune, ...]:
    """The communes, each in the basin that the hiring figures mean."""
    by_name = _unique_names(known)
    moved = {
        insee_code: by_name.get(folded(presentable(code, name)), code)
        for insee_code, (code, name) in places.basins.items()
    }
    return tuple(
        commune
        if moved[commune.insee_code] == commune.basin_code
        else replace(commune, basin_code=moved[commune.insee_code])
        for commune in places.communes
    )


def _unique_names(known: Mapping[str, Basin]) -> dict[str, str]:
    """Folded name -> code, for the names that one basin alone has."""
    names = Counter(folded(basin.name) for basin in known.values())
    return {
        folded(basin.name): code for code, basin in known.items() if names[folded(basin.name)] == 1
    }


def _unhired_basins(
    places: Places | None, communes: tuple[Commune, ...], bundled: Catalogue | None
) -> dict[str, Basin]:
    """The basins of communes as their own files name them, for those without hiring figures."""
    if places is None:
        return {basin.basin_code: basin for basin in _of(bundled).basins}
    region = {fact.insee_code: fact.region or "" for fact in places.facts}
    return {
        commune.basin_code: Basin(
            commune.basin_code,
            presentable(commune.basin_code, places.basins[commune.insee_code][1]),
            region[commune.insee_code],
        )
        for commune in communes
    }
