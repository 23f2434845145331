"""How long it takes to reach each employment basin, and which share of it, by local tables only.

One-way minutes = wait + distance x detour / speed. All constants are our own estimates, not
official figures: orders of magnitude for a working day, set so that 10 km as the crow flies take
12 to 15 minutes by car in the country and 35 to 45 minutes by bus in a big town. They ignore
relief, timetables and traffic jams; what is shown to a person always says "environ".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bot.orientation.catalogue import Catalogue
from bot.orientation.profile import Profile
from bot.orientation.territory import Geography, Numbers
from bot.orientation.waters import around

ASSUMED_MINUTES = 30
"""Used, and said to be assumed, while the person has not told the minutes they accept."""
REASONABLE_KM = 80.0
"""Basins with no commune within this distance are left out: nobody goes there every day."""
SHORTEST_KM = 0.5
PEOPLE_PER_KM2 = 3000
"""Density of built-up land, which tells how wide a commune is from its population."""

TOWN, BIG_TOWN = 15_000, 100_000
"""People within 5 km from which a place counts as a town, as a big town; under: country."""


@dataclass(frozen=True)
class Mode:
    """One way to travel; the three numbers of each table are for country, town and big town.

    speed_kmh: door to door while moving. wait_minutes: parking, or walking to the stop and waiting
    (in the country a bus rarely leaves when one needs it). detour: road length / straight line.
    """

    speed_kmh: tuple[float, float, float]
    wait_minutes: tuple[float, float, float]
    detour: float


MODES: Mapping[str, Mode] = {
    "car": Mode((62, 42, 28), (2, 3, 6), 1.3),
    "scooter": Mode((40, 33, 25), (2, 2, 3), 1.3),
    "public_transport": Mode((32, 24, 22), (28, 12, 8), 1.3),
    "bike": Mode((15, 14, 13), (2, 2, 3), 1.25),
    "walk": Mode((4.8, 4.8, 4.8), (0, 0, 0), 1.25),
}


@dataclass(frozen=True)
class BasinReach:
    """What the person can reach of one basin.

    share: population share of its communes within the accepted minutes, by a mode that is sure;
    the home commune counts in part when only a part of it can be walked to.
    share_to_check: the same when modes that are not known yet are counted too (>= share).
    mode: the one that serves most of what is reachable. minutes: population-weighted median over
    the reachable communes; when none is, to the basin's main commune.
    """

    basin_code: str
    share: float
    share_to_check: float
    mode: str
    minutes: int


@dataclass(frozen=True)
class Reach:
    """Where the person can go. No home: no basin, and everything about distance is unknown.

    unknown: what would decide the modes that are not sure, among "licence", "vehicle",
    "public_transport".
    """

    home_basin: str | None
    max_minutes: int
    is_assumed: bool
    basins: Mapping[str, BasinReach] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()


def reach(catalogue: Catalogue, profile: Profile) -> Reach:
    """Reach of every basin within reason; the home basin is always there.

    Nothing across the water is reached, however near, where no bridge leads (islands.py); an
    estuary or a bay is gone around (waters.py).
    """
    max_minutes = ASSUMED_MINUTES if profile.max_minutes is None else profile.max_minutes
    is_assumed = profile.max_minutes is None
    home = catalogue.commune_by_code.get(profile.insee_code or "")
    sure, to_check, unknown = available_modes(profile)
    if home is None:
        return Reach(None, max_minutes, is_assumed, unknown=unknown)
    geography = catalogue.geography
    point = profile.home_point or (home.latitude, home.longitude)
    crow = geography.distances_km(home.insee_code, point)
    distances = around(point, np.degrees(geography.radians), crow)
    minutes = {
        mode: minutes_by_mode(geography, home.insee_code, mode, distances)
        for mode in (*sure, *to_check)
    }
    home_row = geography.row_by_code[home.insee_code]
    by_road = geography.island == geography.island[home_row]
    reached = {
        mode: ((times <= max_minutes) & by_road).astype(np.float64)
        for mode, times in minutes.items()
    }
    _walk_at_home(minutes["walk"], reached["walk"], home_row, max_minutes)
    basins = {
        basin_code: _basin_reach(
            basin_code,
            geography.population[rows],
            np.array([minutes[mode][rows] for mode in minutes]),
            np.array([reached[mode][rows] for mode in minutes]),
            tuple(minutes),
            sure,
        )
        for basin_code, rows in geography.rows_by_basin.items()
        if basin_code == home.basin_code or distances[rows].min() <= REASONABLE_KM
    }
    kept = {
        code: basin
        for code, basin in basins.items()
        if basin.share_to_check > 0 or code == home.basin_code
    }
    return Reach(home.basin_code, max_minutes, is_assumed, kept, unknown)


def available_modes(profile: Profile) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Modes that are sure, modes to check, and the answers that are missing.

    No licence excludes the car, whatever the vehicle. Everyone can walk.
    """
    sure, to_check, unknown = ["walk"], [], set()
    if profile.has_licence_b is not False and profile.vehicle in ("car", None):
        if profile.has_licence_b and profile.vehicle == "car":
            sure.append("car")
        else:
            to_check.append("car")
            unknown |= {"licence"} if profile.has_licence_b is None else set()
            unknown |= {"vehicle"} if profile.vehicle is None else set()
    if profile.vehicle in ("scooter", "bike"):
        sure.append(profile.vehicle)
    if profile.has_public_transport:
        sure.append("public_transport")
    elif profile.has_public_transport is None:
        to_check.append("public_transport")
        unknown.add("public_transport")
    return tuple(sure), tuple(to_check), frozenset(unknown)


def minutes_by_mode(
    geography: Geography, insee_code: str, mode: str, distances_km: Numbers
) -> Numbers:
    """One-way minutes from a commune to each commune: half of the way at the speed of each end."""
    table = MODES[mode]
    density = np.digitize(geography.surrounding_population, (TOWN, BIG_TOWN))
    home = density[geography.row_by_code[insee_code]]
    pace = 60 / np.array(table.speed_kmh)
    wait = np.array(table.wait_minutes)
    kilometres = np.maximum(distances_km, inner_km(geography.population)) * table.detour
    minutes = (wait[home] + wait[density]) / 2 + kilometres * (pace[home] + pace[density]) / 2
    return np.asarray(minutes, dtype=np.float64)


def inner_km(population: Numbers) -> Numbers:
    """Mean distance between two places of one commune: 0.9 radius of a disc that holds its people.

    A trip to one's own commune is not zero: both ends have the same centre on our map.
    """
    radius = np.sqrt(population / (PEOPLE_PER_KM2 * np.pi))
    return np.asarray(np.maximum(SHORTEST_KM, 0.9 * radius))


def _walk_at_home(minutes: Numbers, reached: Numbers, home: int, max_minutes: int) -> None:
    """Nobody has to cross their own commune: a part of it can be walked to when not all can.

    The part is that of a disc of max_minutes, as an area, so that it grows with the minutes;
    nothing under the shortest trip of the map. Its trips last max_minutes at most.
    """
    walk = MODES["walk"]
    shortest = SHORTEST_KM * walk.detour * 60 / walk.speed_kmh[0]
    if shortest <= max_minutes < minutes[home]:
        reached[home] = (max_minutes / minutes[home]) ** 2
        minutes[home] = max_minutes


def _basin_reach(
    basin_code: str,
    population: Numbers,
    minutes: Numbers,
    reached: Numbers,
    modes: tuple[str, ...],
    sure: tuple[str, ...],
) -> BasinReach:
    """`minutes` and `reached` (part of a commune, 0 to 1): one row for each mode."""
    is_sure = np.array([mode in sure for mode in modes])
    total = max(population.sum(), 1.0)
    share = float(population @ reached[is_sure].max(axis=0) / total)
    share_to_check = float(population @ reached.max(axis=0) / total)
    rows = np.flatnonzero(is_sure) if share > 0 else np.arange(len(modes))
    people = population * reached[rows].max(axis=0)
    within = reached[rows].max(axis=0) > 0
    served = within if within.any() else population == population.max()
    weights = people if within.any() else population
    quickest = minutes[rows].min(axis=0)
    which = rows[minutes[rows].argmin(axis=0)]
    mode = modes[int(np.bincount(which[served], weights=weights[served]).argmax())]
    median = _weighted_median(quickest[served], weights[served])
    return BasinReach(basin_code, share, share_to_check, mode, round(median))


def _weighted_median(values: Numbers, weights: npt.NDArray[np.float64]) -> float:
    """The value that half of the weight does not exceed; weights of zero count for almost none."""
    order = np.argsort(values, kind="stable")
    cumulated = np.cumsum(weights[order] + 1e-9)
    return float(values[order][np.searchsorted(cumulated, cumulated[-1] / 2)])
