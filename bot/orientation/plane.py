"""Lines and areas of the map on a plane in kilometres: exact enough for a day's way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

EARTH_RADIUS_KM = 6371.0

Numbers = npt.NDArray[np.float64]
Point = tuple[float, float]
"""Latitude and longitude in degrees WGS84."""


def flat(places: Numbers | Sequence[Point], centre: Point) -> Numbers:
    """Kilometres east and north of the centre; places: rows of latitude and longitude."""
    degrees = np.asarray(places, dtype=np.float64) - np.array(centre)
    km = np.radians(degrees) * EARTH_RADIUS_KM
    return np.column_stack([km[:, 1] * np.cos(np.radians(centre[0])), km[:, 0]])


def is_inside(places: Numbers, area: Sequence[Point]) -> npt.NDArray[np.bool_]:
    """Whether each place is in the area: a line from it to the north crosses the edge once."""
    latitude, longitude = places.T
    inside = np.zeros(len(places), dtype=np.bool_)
    for (south, west), (north, east) in pairwise((*area, area[0])):
        if west == east:
            continue
        spans = (west > longitude) != (east > longitude)
        edge = south + (longitude - west) * (north - south) / (east - west)
        inside ^= spans & (latitude < edge)
    return inside


def km_from_line(places: Numbers, line: Sequence[Point]) -> Numbers:
    """Kilometres from each place to the nearest point of a line."""
    nearest = np.full(len(places), np.inf)
    there = flat(places, line[0])
    for start, end in pairwise(flat(line, line[0])):
        along = end - start
        share = np.clip((there - start) @ along / (along @ along), 0, 1)
        nearest = np.minimum(nearest, np.hypot(*(there - start - share[:, None] * along).T))
    return nearest
