"""How long it takes to go from one home to the communes around, by local tables only.

One-way minutes = wait + distance x detour / speed, by mode and density, at three kinds of hours.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.orientation.barriers import around
from bot.orientation.catalogue import Catalogue
from bot.orientation.plane import Numbers, Point
from bot.orientation.profile import Profile
from bot.orientation.relief import RIDGES, between
from bot.orientation.territory import Geography
from bot.orientation.travel_modes import (
    DETOUR,
    END_KM,
    FAR_KM,
    FAR_PACE,
    PACE,
    RELIEF,
    ROW_BY_MODE,
    WAIT,
)
from bot.orientation.waters import WATERS

REASONABLE_KM = 80.0
"""Communes beyond this distance are left out: nobody goes there every day."""
SHORTEST_KM = 0.5
BARRIERS = (*WATERS, *RIDGES)
PEOPLE_PER_KM2 = 3000
"""Density of built-up land, which tells how wide a commune is from its population."""

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Trips:
    """The ways from one home to the communes that a road leads to, within REASONABLE_KM.

    Communes are in the order of their basins. rows: their places in the Geography. home: the place
    of the home commune among them. starts: the first commune of each basin; basin_codes, then, is
    in the same order, and home_basin is a place in it. basin_population: of the whole basin, beyond
    what is in reach too. distances_km: straight lines, longer where a water has to be gone around.
    minutes: hours (HOURS), mode (MODES), commune; infinite when one cannot travel so.
    """

    rows: Rows
    home: int
    basin_codes: tuple[str, ...]
    home_basin: int
    starts: Rows
    basin: Rows
    population: Numbers
    basin_population: Numbers
    distances_km: Numbers
    minutes: Numbers


def trips_from(
    catalogue: Catalogue, profile: Profile, carpool_zone: Collection[str] = frozenset()
) -> Trips | None:
    """The ways from the person's home; None while it is unknown.

    Nothing across the water is there, however near, where no bridge leads (islands.py); an
    estuary or a bay is gone around (waters.py). carpool_zone: departments with a carpool line;
    both ends of a way must be inside.
    """
    commune = catalogue.commune_by_code.get(profile.insee_code or "")
    if commune is None:
        return None
    geography = catalogue.geography
    home_row = geography.row_by_code[commune.insee_code]
    point = profile.home_point or (commune.latitude, commune.longitude)
    rows, distances = _within_reason(geography, home_row, point)
    basins, starts, basin = np.unique(geography.basin[rows], return_index=True, return_inverse=True)
    home = int(np.flatnonzero(rows == home_row)[0])
    minutes = _minutes(geography, home_row, rows, distances)
    _keep_carpool_inside(minutes, geography, rows, home, carpool_zone)
    return Trips(
        rows=rows,
        home=home,
        basin_codes=tuple(geography.basin_codes[number] for number in basins),
        home_basin=int(basin[home]),
        starts=starts,
        basin=basin,
        population=geography.population[rows],
        basin_population=geography.basin_population[basins],
        distances_km=distances,
        minutes=minutes,
    )


def inner_km(population: Numbers) -> Numbers:
    """Mean distance between two places of one commune: 0.9 radius of a disc that holds its people.

    A trip to one's own commune is not zero: both ends have the same centre on our map.
    """
    radius = np.sqrt(population / (PEOPLE_PER_KM2 * np.pi))
    return np.asarray(np.maximum(SHORTEST_KM, 0.9 * radius))


def _within_reason(geography: Geography, home_row: int, point: Point) -> tuple[Rows, Numbers]:
    """Communes that a road leads to, by basin, and their distances; the home is always there."""
    near = geography.rows_within_km(point, REASONABLE_KM)
    near = near[geography.island[near] == geography.island[home_row]]
    if home_row not in near:
        near = np.append(near, home_row)
    near = near[np.lexsort((near, geography.basin[near]))]
    crow = geography.distances_km(point, near)
    distances = around(BARRIERS, point, np.degrees(geography.radians[near]), crow)
    kept = (distances <= REASONABLE_KM) | (near == home_row)
    return near[kept], distances[kept]


def _minutes(geography: Geography, home_row: int, rows: Rows, distances_km: Numbers) -> Numbers:
    """One-way minutes by hours, mode and commune: slow near each end, faster in between; longer in
    the mountains, but inside one's own commune."""
    home, there = geography.density[home_row], geography.density[rows]
    crow = np.maximum(distances_km, inner_km(geography.population[rows]))
    half = crow / 2
    from_home = np.minimum(END_KM[home], np.maximum(half, crow - END_KM[there]))
    to_there = np.minimum(END_KM[there], np.maximum(half, crow - END_KM[home]))
    open_road = crow - from_home - to_there
    far = np.maximum(open_road - FAR_KM, 0)
    pace = PACE[:, [home]] * from_home + PACE[:, there] * to_there
    pace += PACE[:, :1] * (open_road - far) + FAR_PACE[:, None] * far
    relief = between(geography.slowness[home_row], geography.slowness[rows])
    relief[rows == home_row] = 1.0
    wait = (WAIT[:, :, [home]] + WAIT[:, :, there]) / 2
    return np.asarray(wait + DETOUR[:, None] * pace * relief ** RELIEF[:, None])


def _keep_carpool_inside(
    minutes: Numbers, geography: Geography, rows: Rows, home: int, zone: Collection[str]
) -> None:
    is_inside = np.isin(geography.department[rows], list(zone))
    minutes[:, ROW_BY_MODE["carpool"], ~(is_inside & is_inside[home])] = np.inf
