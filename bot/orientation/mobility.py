"""Which share of each employment basin a person can reach, and in how many minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bot.orientation.plane import Numbers
from bot.orientation.profile import Profile
from bot.orientation.travel_modes import MODES, ROW_BY_MODE, available_modes
from bot.orientation.trips import SHORTEST_KM, Rows, Trips

ASSUMED_MINUTES = 30
"""Used, and said to be assumed, while the person has not told the minutes they accept."""
NO_SHARE: Numbers = np.empty(0)


@dataclass(frozen=True)
class BasinReach:
    """What the person can reach of one basin.

    share: population share of its communes within the accepted minutes, by a mode that is sure;
    the home commune counts in part when only a part of it can be walked to.
    share_to_check: the same when modes that are not known yet are counted too (>= share).
    mode: the one that serves most of what is reachable. minutes: population-weighted median over
    the reachable communes; when none is, to the basin's main commune.
    share_weekend, share_night: share_to_check with the buses and trains of these hours.
    """

    basin_code: str
    share: float
    share_to_check: float
    mode: str
    minutes: int
    share_weekend: float
    share_night: float


@dataclass(frozen=True, eq=False)
class Reach:
    """Where the person can go. No home: no basin, and everything about distance is unknown.

    unknown: what would decide the modes that are not sure, among "licence", "vehicle",
    "public_transport". The others: one value for each of basin_codes (home first), as BasinReach
    tells them.
    """

    home_basin: str | None
    max_minutes: int
    is_assumed: bool
    unknown: frozenset[str] = frozenset()
    basin_codes: tuple[str, ...] = ()
    share: Numbers = NO_SHARE
    share_to_check: Numbers = NO_SHARE
    share_weekend: Numbers = NO_SHARE
    share_night: Numbers = NO_SHARE
    minutes: Rows = np.empty(0, dtype=np.intp)
    mode: tuple[str, ...] = ()

    @cached_property
    def basins(self) -> Mapping[str, BasinReach]:
        """The same, basin by basin."""
        columns = (
            self.basin_codes,
            self.share.tolist(),
            self.share_to_check.tolist(),
            self.mode,
            self.minutes.tolist(),
            self.share_weekend.tolist(),
            self.share_night.tolist(),
        )
        return {values[0]: BasinReach(*values) for values in zip(*columns, strict=True)}


def reach(trips: Trips | None, profile: Profile) -> Reach:
    """Reach of every basin that the person can go to; the home basin is always there."""
    max_minutes = ASSUMED_MINUTES if profile.max_minutes is None else profile.max_minutes
    sure, to_check, unknown = available_modes(profile)
    nowhere = Reach(None, max_minutes, profile.max_minutes is None, unknown)
    if trips is None:
        return nowhere
    modes = (*sure, *to_check)
    minutes = trips.minutes[:, [ROW_BY_MODE[mode] for mode in modes]]
    parts = _parts_within(trips, minutes, len(sure), max_minutes)
    shares = np.add.reduceat(parts * trips.population, trips.starts, axis=1)
    shares /= np.maximum(trips.basin_population, 1.0)
    median, mode = _medians_and_modes(trips, parts, shares, minutes[0], len(sure))
    others = np.flatnonzero(shares[1])
    kept = np.append(trips.home_basin, others[others != trips.home_basin])
    return replace(
        nowhere,
        home_basin=trips.basin_codes[trips.home_basin],
        basin_codes=tuple(trips.basin_codes[basin] for basin in kept),
        share=shares[0, kept],
        share_to_check=shares[1, kept],
        share_weekend=shares[2, kept],
        share_night=shares[3, kept],
        minutes=median[kept],
        mode=tuple(modes[place] for place in mode[kept]),
    )


def _parts_within(trips: Trips, minutes: Numbers, sure: int, max_minutes: int) -> Numbers:
    """Part of each commune within the minutes, 0 to 1: by the modes that are sure (the first
    ones), by all, and by all at week-ends and at night."""
    within = minutes <= max_minutes
    parts = np.vstack([within[:1, :sure].any(axis=1), within.any(axis=1)]).astype(np.float64)
    _walk_at_home(trips, parts, minutes, max_minutes)
    return parts


def _walk_at_home(trips: Trips, parts: Numbers, minutes: Numbers, max_minutes: int) -> None:
    """Nobody has to cross their own commune: a part of it can be walked to when not all can.

    The part is that of a disc of max_minutes, as an area, so that it grows with the minutes;
    nothing under the shortest trip of the map. Its trips last max_minutes at most.
    """
    walk, table = minutes[0, 0], MODES["walk"]
    shortest = SHORTEST_KM * table.detour * 60 / table.speed_kmh[0]
    if shortest <= max_minutes < walk[trips.home]:
        part = (max_minutes / walk[trips.home]) ** 2
        parts[:, trips.home] = np.maximum(parts[:, trips.home], part)
        walk[trips.home] = max_minutes


def _main_commune(trips: Trips) -> int:
    """The place of the most populated commune of the home basin."""
    at_home = trips.basin == trips.home_basin
    return int(np.where(at_home, trips.population, -1.0).argmax())


def _medians_and_modes(
    trips: Trips, parts: Numbers, shares: Numbers, minutes: Numbers, sure: int
) -> tuple[Rows, Rows]:
    """For each basin, minutes that half of the people reached do not exceed, and the place of the
    mode that serves most of them. Where modes that are sure lead, the others do not count."""
    is_sure = (shares[0] > 0)[trips.basin]
    people = trips.population * np.where(is_sure, parts[0], parts[1])
    if shares[1, trips.home_basin] == 0:
        people[_main_commune(trips)] = 1.0
    minutes[sure:, is_sure] = np.inf
    rows = np.flatnonzero(people)
    quickest = minutes[:, rows].min(axis=0)
    order = np.lexsort((quickest, trips.basin[rows]))
    rows, quickest = rows[order], quickest[order]
    basin, people = trips.basin[rows], people[rows]
    basins, modes = len(trips.basin_codes), len(minutes)
    total = np.bincount(basin, weights=people, minlength=basins)
    half = np.searchsorted(np.cumsum(people), np.cumsum(total) - total / 2)
    median = np.rint(quickest[np.minimum(half, len(rows) - 1)]).astype(np.intp)
    which = basin * modes + minutes[:, rows].argmin(axis=0)
    served = np.bincount(which, weights=people, minlength=basins * modes)
    return median, served.reshape(basins, modes).argmax(axis=1)
