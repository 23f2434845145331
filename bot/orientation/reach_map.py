"""Where a person can go, drawn on a map: communes as dots by the state of their basin.

There is no outline of basins, but every commune has a centre and a basin. A basin is "home",
"reach" (in reach today), "gained" (in reach with levers only) or "out". Rings tell the minutes of
the quickest way that the person has, as the straight distance at which half of the communes are
nearer: an estimate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.orientation.mobility import BasinReach, Reach
from bot.orientation.plane import Numbers, Point, flat
from bot.orientation.situation import Situation
from bot.orientation.travel_modes import ROW_BY_MODE, available_modes
from bot.orientation.trips import Trips

HOME, REACH, GAINED, OUT = "home", "reach", "gained", "out"
STATES = (OUT, REACH, GAINED, HOME)
"""In the order they are drawn: what matters most on top."""
LEAST_KM, MOST_KM = 30.0, 90.0
"""Half the side of the map: enough to see where one is, and not beyond what a trip can be."""
RING_MINUTES = (15, 30, 45, 60, 75, 90)
NEAR_RING, FEWEST_COMMUNES = 3.0, 3
"""Communes within so many minutes of a ring tell its distance; fewer than so many tell nothing."""
MOST_NAMES = 14


@dataclass(frozen=True)
class BasinChange:
    """One basin before and after; None when it is not in reach."""

    basin_code: str
    state: str
    before: BasinReach | None
    after: BasinReach | None


@dataclass(frozen=True)
class PlaceName:
    """A basin, written at its largest commune: kilometres east and north of home."""

    basin_code: str
    east: float
    north: float


@dataclass(frozen=True)
class ReachMap:
    """half_km: half the side. dots: state -> n x 2, kilometres east and north of home. rings:
    (minutes, km). names: those that matter most first."""

    half_km: float
    dots: Mapping[str, Numbers]
    rings: tuple[tuple[int, float], ...]
    names: tuple[PlaceName, ...]


def basin_changes(before: Reach, after: Reach) -> tuple[BasinChange, ...]:
    """Every basin that is home or in reach, before or after; home, then the nearest. Empty while
    home is unknown."""
    changes = []
    for code in dict.fromkeys((*before.basin_codes, *after.basin_codes)):
        was, now = _reached(before, code), _reached(after, code)
        if code == before.home_basin:
            changes.append(BasinChange(code, HOME, was, now))
        elif was or now:
            changes.append(BasinChange(code, REACH if was else GAINED, was, now))
    return tuple(sorted(changes, key=lambda one: (one.state != HOME, _minutes(one))))


def _reached(within: Reach, basin_code: str) -> BasinReach | None:
    basin = within.basins.get(basin_code)
    return basin if basin is not None and basin.share_to_check > 0 else None


def _minutes(change: BasinChange) -> tuple[int, str]:
    reached = change.after or change.before
    return (reached.minutes if reached else 0, change.basin_code)


def reach_map(before: Situation, after: Situation) -> ReachMap | None:
    """The map of a person with levers, beside what they reach today; None while home is unknown.

    Without levers, `after` is `before`.
    """
    trips, geography = before.trips, before.catalogue.geography
    if trips is None:
        return None
    changes = basin_changes(before.reach, after.reach)
    home = _home(before)
    half_km = _half_km(trips, [change.basin_code for change in changes])
    rows = geography.rows_within_km(home, half_km * 1.5)
    places = flat(np.degrees(geography.radians[rows]), home)
    is_shown = (abs(places) <= half_km).all(axis=1)
    rows, places = rows[is_shown], places[is_shown]
    state = {change.basin_code: change.state for change in changes}
    codes = np.array(geography.basin_codes)[geography.basin[rows]]
    states = np.array([state.get(code, OUT) for code in codes.tolist()])
    dots = {one: places[states == one] for one in STATES}
    names = _names(codes, places, geography.population[rows], state)
    return ReachMap(half_km, dots, _rings(trips, after, half_km), names)


def _home(situation: Situation) -> Point:
    commune = situation.catalogue.commune_by_code[situation.profile.insee_code or ""]
    return situation.profile.home_point or (commune.latitude, commune.longitude)


def _half_km(trips: Trips, basin_codes: Sequence[str]) -> float:
    """As far as the communes of the basins in reach, as far as trips go."""
    is_in_reach = np.isin(np.array(trips.basin_codes)[trips.basin], list(basin_codes))
    farthest = float(trips.distances_km[is_in_reach].max(initial=0.0))
    return float(np.clip(1.1 * farthest, LEAST_KM, MOST_KM))


def _rings(trips: Trips, after: Situation, half_km: float) -> tuple[tuple[int, float], ...]:
    """Up to the accepted minutes, and inside the map."""
    sure, to_check, _ = available_modes(after.profile)
    modes = [ROW_BY_MODE[mode] for mode in (*sure, *to_check)]
    quickest = trips.minutes[0, modes].min(axis=0)
    rings = []
    for minutes in RING_MINUTES:
        near = abs(quickest - minutes) <= NEAR_RING
        if minutes <= after.reach.max_minutes and near.sum() >= FEWEST_COMMUNES:
            rings.append((minutes, float(np.median(trips.distances_km[near]))))
    return tuple(ring for ring in rings if ring[1] < half_km)


def _names(
    codes: npt.NDArray[np.str_], places: Numbers, population: Numbers, state: Mapping[str, str]
) -> tuple[PlaceName, ...]:
    """Home, what is gained, what is in reach, then the others; of these the most peopled first."""
    found: list[tuple[int, float, PlaceName]] = []
    for code in np.unique(codes).tolist():
        rows = np.flatnonzero(codes == code)
        largest = rows[population[rows].argmax()]
        east, north = places[largest].tolist()
        order = (HOME, GAINED, REACH, OUT).index(state.get(code, OUT))
        name = PlaceName(code, east, north)
        found.append((order, -float(population[rows].sum()), name))
    return tuple(name for *_, name in sorted(found, key=lambda one: one[:2])[:MOST_NAMES])
