"""What a road has to go around: as the crow flies is no way to cross it.

Each is a line read off the map, and the places where a road gets past it: bridges and the head of
an estuary, passes and tunnels of a ridge. A way that crosses the line is as long as the way by the
nearest of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.orientation.plane import Numbers, Point, flat

FARTHEST_KM = 120.0
"""Passages farther than this from home are on nobody's daily way."""


@dataclass(frozen=True)
class Barrier:
    """Latitude and longitude in degrees: a line, and where a road gets past it."""

    name: str
    line: tuple[Point, ...]
    passages: tuple[Point, ...]


def around(
    barriers: Sequence[Barrier], home: Point, places: Numbers, distances_km: Numbers
) -> Numbers:
    """Distances from home to places (rows of latitude and longitude in degrees), with the barriers
    in between gone around; never shorter than as the crow flies."""
    ways, longer = flat(places, home), distances_km.copy()
    for barrier in _near(barriers, home):
        line, passages = flat(barrier.line, home), flat(barrier.passages, home)
        crossed = np.flatnonzero(_crosses(ways, line))
        by_each = [np.hypot(*one) + np.hypot(*(ways[crossed] - one).T) for one in passages]
        longer[crossed] = np.maximum(longer[crossed], np.min(by_each, axis=0))
    return longer


def _near(barriers: Sequence[Barrier], home: Point) -> list[Barrier]:
    """Those with a passage within FARTHEST_KM."""
    passages = [passage for barrier in barriers for passage in barrier.passages]
    first = np.cumsum([0, *(len(barrier.passages) for barrier in barriers[:-1])])
    nearest = np.minimum.reduceat(np.hypot(*flat(passages, home).T), first)
    return [barriers[place] for place in np.flatnonzero(nearest <= FARTHEST_KM)]


def _crosses(places: Numbers, line: Numbers) -> npt.NDArray[np.bool_]:
    """Whether the straight way from home (0, 0) to each place crosses a segment of the line."""
    crosses = np.zeros(len(places), dtype=np.bool_)
    for start, end in zip(line[:-1], line[1:], strict=True):
        along = end - start
        side_of_home = along[1] * start[0] - along[0] * start[1]
        side_of_place = side_of_home + along[0] * places[:, 1] - along[1] * places[:, 0]
        side_of_start = places[:, 0] * start[1] - places[:, 1] * start[0]
        side_of_end = places[:, 0] * end[1] - places[:, 1] * end[0]
        crosses |= (side_of_home * side_of_place < 0) & (side_of_start * side_of_end < 0)
    return crosses
