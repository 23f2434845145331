"""Estuaries and bays that a road goes around: as the crow flies is no way to cross them.

Each is a line drawn in the water, read off the map, and the places where a road gets past it: its
bridges, or its head. A way that crosses the line is as long as the way by the nearest of these.
Ferries do not count, as for the islands. Small waters with bridges every few kilometres are left
out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.orientation.territory import EARTH_RADIUS_KM, Numbers, Point

FARTHEST_KM = 120.0
"""Places and passages farther than this from home are on nobody's daily way."""


@dataclass(frozen=True)
class Water:
    """Latitude and longitude in degrees: a line in the water, and where a road gets past it."""

    name: str
    line: tuple[Point, ...]
    passages: tuple[Point, ...]


WATERS = (
    Water(
        "Gironde, below Bordeaux",
        ((45.66, -1.30), (45.585, -1.04), (45.47, -0.88), (45.30, -0.78), (45.15, -0.70),
         (45.06, -0.64), (45.03, -0.605), (44.95, -0.55), (44.88, -0.535)),
        ((44.88, -0.535),),
    ),
    Water(
        "Rade de Brest",
        ((48.33, -4.85), (48.335, -4.55), (48.32, -4.42), (48.30, -4.30), (48.30, -4.26),
         (48.271, -4.262)),
        ((48.271, -4.262),),
    ),
    Water(
        "Rade de Lorient and Blavet",
        ((47.68, -3.37), (47.71, -3.366), (47.735, -3.345), (47.76, -3.32), (47.787, -3.305)),
        ((47.787, -3.305),),
    ),
    Water(
        "Golfe du Morbihan",
        ((47.53, -2.93), (47.555, -2.92), (47.58, -2.87), (47.60, -2.80), (47.645, -2.765)),
        ((47.65, -2.757),),
    ),
    Water(
        "Loire, below Nantes",
        ((47.20, -2.35), (47.25, -2.20), (47.285, -2.165), (47.297, -2.02), (47.255, -1.86),
         (47.21, -1.76), (47.195, -1.70), (47.19, -1.62)),
        ((47.285, -2.165), (47.19, -1.62)),
    ),
    Water(
        "Baie de Bourgneuf",
        ((47.10, -2.35), (47.05, -2.15), (47.00, -2.10), (46.893, -2.128)),
        ((46.893, -2.128),),
    ),
    Water(
        "Pertuis of Ré",
        ((46.32, -1.60), (46.26, -1.35), (46.20, -1.27), (46.17, -1.245), (46.10, -1.30),
         (46.05, -1.50)),
        ((46.17, -1.245),),
    ),
    Water(
        "Pertuis of Oléron",
        ((46.12, -1.50), (46.03, -1.25), (45.95, -1.20), (45.853, -1.17), (45.83, -1.18),
         (45.79, -1.26)),
        ((45.853, -1.17),),
    ),
    Water(
        "Bassin d'Arcachon",
        ((44.60, -1.28), (44.67, -1.21), (44.70, -1.10), (44.68, -1.03), (44.645, -0.975)),
        ((44.645, -0.975),),
    ),
    Water(
        "Baie du Mont-Saint-Michel",
        ((48.85, -1.90), (48.72, -1.68), (48.65, -1.52), (48.60, -1.50)),
        ((48.60, -1.50),),
    ),
    Water(
        "Seine, below Tancarville",
        ((49.42, -0.10), (49.43, 0.10), (49.435, 0.274), (49.46, 0.40), (49.473, 0.464)),
        ((49.435, 0.274), (49.473, 0.464)),
    ),
    Water(
        "Golfe de Saint-Tropez",
        ((43.29, 6.75), (43.285, 6.60), (43.275, 6.585)),
        ((43.275, 6.585),),
    ),
    Water(
        "Baie de Fort-de-France",
        ((14.57, -61.15), (14.57, -61.05), (14.565, -61.02), (14.585, -60.985)),
        ((14.585, -60.985),),
    ),
)  # fmt: skip

PASSAGES: Numbers = np.array([passage for water in WATERS for passage in water.passages])
FIRST_PASSAGE = np.cumsum([0, *(len(water.passages) for water in WATERS[:-1])])
"""The place in PASSAGES of the first one of each water."""


def around(home: Point, places: Numbers, distances_km: Numbers) -> Numbers:
    """Distances from home to places (rows of latitude and longitude in degrees), with the waters
    in between gone around; never shorter than as the crow flies."""
    near = np.flatnonzero(distances_km <= FARTHEST_KM)
    flat, longer = _flat(places[near], home), distances_km[near]
    passage_km = np.hypot(*_flat(PASSAGES, home).T)
    for number in np.flatnonzero(np.minimum.reduceat(passage_km, FIRST_PASSAGE) <= FARTHEST_KM):
        water = WATERS[number]
        line, passages = _flat(water.line, home), _flat(water.passages, home)
        crossed = np.flatnonzero(_crosses(flat, line))
        by_each = [np.hypot(*one) + np.hypot(*(flat[crossed] - one).T) for one in passages]
        longer[crossed] = np.maximum(longer[crossed], np.min(by_each, axis=0))
    gone_around = distances_km.copy()
    gone_around[near] = longer
    return gone_around


def _flat(places: Numbers | Sequence[Point], home: Point) -> Numbers:
    """Kilometres east and north of home, on a plane: exact enough for a day's way."""
    degrees = np.asarray(places, dtype=np.float64) - np.array(home)
    km = np.radians(degrees) * EARTH_RADIUS_KM
    return np.column_stack([km[:, 1] * np.cos(np.radians(home[0])), km[:, 0]])


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
